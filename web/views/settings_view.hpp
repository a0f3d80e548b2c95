// The settings: a menu at the left, one page at the right; each page in its own file.
#pragma once

#include "web/app/context.hpp"
#include "web/app/format.hpp"
#include "web/ui/ui.hpp"
#include "web/views/record_edit.hpp"

#include <map>
#include <optional>
#include <set>

namespace carnet::views {

struct TeamPage {
    RecordEdit adding;
    Conflict conflict;           // Never: an account that is added has no other version.
    net::Ticket ticket;          // Of the creation or the new link.
    std::string link, link_name; // Shown once.
    bool link_open = false;
    bool asking = false;
    std::int64_t deactivating = 0;
    std::int64_t heir = 0; // Who takes over their clients, projects and tasks.
    std::int64_t cursor = -1;
};

// A change of the matrix that is not saved yet.
using GrantKey = std::pair<Role, Permission>;
struct RolesPageView {
    std::map<GrantKey, Grant> pending;
    std::optional<bool> shared_clients, portal_admins_only;
    net::Ticket ticket;
};

struct WordsPage {
    int list = 0; // 0: tags, then the lists of options.
    std::string new_name;
    int new_color = 0;
    std::map<std::int64_t, std::string> names; // Being edited.
    net::Ticket ticket;
    std::string error;
    bool asking = false;
    std::int64_t deleting = 0;
};

struct ProfilePage {
    RecordEdit edit;
    std::string current, wanted;
    std::string current_error, wanted_error;
    net::Ticket password_ticket;
};

struct JournalPage {
    std::vector<std::string> cursors;
};

struct MailsPage {
    bool loaded = false;
    net::MailServer draft;
    std::optional<std::int64_t> port;
    std::string password;
    std::string error_field, error; // Of the last save.
    net::Ticket ticket, test;
};

struct SettingsView {
    std::string search;
    RecordEdit organisation;
    TeamPage team;
    RolesPageView roles;
    WordsPage words;
    ProfilePage profile;
    JournalPage journal;
    MailsPage mails;
};

void settings_ui(
    SettingsView& view, const app::SettingsRoute& route, app::Context& context, ui::Rect panel
);

// One page each; they draw inside the region that settings_ui opened. The roles page uses the whole
// box.
void settings_organisation_ui(RecordEdit& edit, app::Context& context);
void settings_team_ui(TeamPage& page, app::Context& context);
void settings_roles_bar_ui(RolesPageView& page, app::Context& context);
void settings_roles_ui(RolesPageView& page, app::Context& context, ui::Rect box);
void settings_roles_effect_ui(
    RolesPageView& page, const net::RolesPage& roles, app::Context& context, ui::Rect box
);
void settings_words_ui(WordsPage& page, app::Context& context);
void settings_profile_ui(ProfilePage& page, app::Context& context);
void settings_mails_ui(MailsPage& page, app::Context& context);
void settings_journal_ui(JournalPage& page, app::Context& context);

} // namespace carnet::views
