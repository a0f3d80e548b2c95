// Which view draws which place.
#include "web/app/screens.hpp"

#include "shared/texts/app_shell.hpp"
#include "web/ui/ui.hpp"

namespace carnet::app {

namespace {

template <class View>
View& enter(std::optional<View>& view) {
    if (!view)
        view.emplace();
    return *view;
}

// What was open in another place is dropped; a client's sheet is another place for each client.
void leave_others(Screens& screens, Context& context) {
    const Route& route = context.route;
    const auto* sheet = std::get_if<ClientRoute>(&route);
    if (screens.client && (!sheet || screens.client->id != sheet->id)) {
        views::leave_client(*screens.client, context);
        screens.client.reset();
    }
    const auto* project = std::get_if<ProjectRoute>(&route);
    if (!project || (screens.project && screens.project->id != project->id))
        screens.project.reset();
    if (!std::holds_alternative<NewClientRoute>(route))
        screens.new_client.reset();
    if (!std::holds_alternative<SettingsRoute>(route))
        screens.settings.reset();
    if (!std::holds_alternative<ImportRoute>(route))
        screens.import.reset();
}

void unknown_ui(Context& context, ui::Rect panel) {
    const auto event = ui::empty_state(
        panel,
        {.title = texts::unknown_title, .text = texts::unknown_text, .action = texts::to_clients}
    );
    if (event == ui::EmptyEvent::action)
        context.send(GoBack{});
}

// One row per screen.
void screen_ui(Screens& screens, Context& context, ui::Rect panel) {
    const Route& route = context.route;
    if (std::holds_alternative<ClientListRoute>(route)) {
        views::client_list_ui(screens.list, context, panel);
    } else if (const auto* client = std::get_if<ClientRoute>(&route)) {
        auto& view = enter(screens.client);
        view.id = client->id;
        views::client_ui(view, *client, context, panel);
    } else if (std::holds_alternative<NewClientRoute>(route)) {
        views::new_client_ui(enter(screens.new_client), context, panel);
    } else if (std::holds_alternative<ProjectListRoute>(route)) {
        views::project_list_ui(screens.projects, context, panel);
    } else if (const auto* project = std::get_if<ProjectRoute>(&route)) {
        auto& view = enter(screens.project);
        view.id = project->id;
        views::project_ui(view, *project, context, panel);
    } else if (const auto* settings = std::get_if<SettingsRoute>(&route)) {
        views::settings_ui(enter(screens.settings), *settings, context, panel);
    } else if (std::holds_alternative<ImportRoute>(route)) {
        views::import_ui(enter(screens.import), context, panel);
    } else {
        unknown_ui(context, panel);
    }
}

} // namespace

void screens_ui(Screens& screens, Context& context) {
    leave_others(screens, context);
    const ui::Rect panel = views::shell_ui(screens.shell, context);
    screen_ui(screens, context, panel);
    views::palette_ui(screens.palette, context);
    views::shortcuts_ui(screens.shortcuts, context);
    views::readers_ui(screens.readers, context);
    views::mails_ui(screens.mails, context);
}

} // namespace carnet::app
