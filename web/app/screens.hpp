// The state of every view, and the one table from places to screens. A screen's state is made when
// its place is entered and dropped when it is left; the list's stays, so that coming back finds it
// as it was.
#pragma once

#include "web/app/context.hpp"
#include "web/views/client_list_view.hpp"
#include "web/views/client_view.hpp"
#include "web/views/import_view.hpp"
#include "web/views/mails_view.hpp"
#include "web/views/new_client_view.hpp"
#include "web/views/palette_view.hpp"
#include "web/views/project_list_view.hpp"
#include "web/views/project_view.hpp"
#include "web/views/readers_view.hpp"
#include "web/views/settings_view.hpp"
#include "web/views/shell_view.hpp"
#include "web/views/shortcuts_view.hpp"

#include <optional>

namespace carnet::app {

struct Screens {
    views::ShellView shell;
    views::PaletteView palette;
    views::ShortcutsView shortcuts;
    views::ReadersView readers;
    views::MailsView mails;
    views::ClientListView list;
    std::optional<views::ClientView> client;
    std::optional<views::NewClientView> new_client;
    views::ProjectListView projects;
    std::optional<views::ProjectView> project;
    std::optional<views::SettingsView> settings;
    std::optional<views::ImportView> import;
};

void screens_ui(Screens& screens, Context& context);

} // namespace carnet::app
