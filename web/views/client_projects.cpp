// The tab Projets (CF-28, CF-29): the client's projects, each leading to its page; adding and
// linking one.
#include "shared/core/money.hpp"
#include "shared/texts/app_client.hpp"
#include "shared/texts/app_common.hpp"
#include "shared/texts/app_projects.hpp"
#include "web/app/presence.hpp"
#include "web/views/client_view.hpp"
#include "web/views/readers_view.hpp"

namespace carnet::views {

namespace {

using namespace app;
namespace tx = texts::projects;

const EntitySpec& spec = EntityOf<Project>::spec;

void begin(ClientView& view, const net::ClientSheet& sheet, const Project& project) {
    const std::string path = "/api/projects/" + std::to_string(project.id);
    begin_record(view.project, spec, &project, path, sheet.version, view.id);
}

// The name: a link to the page, as wide as its words.
void name_ui(const Project& project, float room, Context& context) {
    const float width =
        std::min(room, ui::text_width(project.name, {.type = ui::Type::subhead}) + 1);
    const std::string href = "/projects/" + std::to_string(project.id);
    if (ui::link(
            project.name,
            {.href = href, .type = ui::Type::subhead, .color = ui::Color::text, .width = width}
        ))
        context.go(ProjectRoute{.id = project.id});
}

void project_ui(
    ClientView& view,
    const net::ClientSheet& sheet,
    const Project& project,
    bool may,
    Context& context
) {
    const ui::Id id(project.id);
    const ui::a11y::Scope item("listitem", project.name);
    const ui::Card card({.padding_x = 16, .padding_y = 12});
    const bool phone = ui::is_phone();
    const float room = std::max(80.0f, ui::avail_width() - (phone ? 104 : 414));
    const float bar = std::min(320.0f, ui::avail_width() * (phone ? .35f : .5f));
    const auto actions_ui = [&] {
        readers_button({sheet.client.id, "project", project.id}, project.name, context);
        if (may && ui::icon_button(icon::pencil, texts::project_edit))
            begin(view, sheet, project);
    };
    // On a phone the name has a line of its own.
    if (phone) {
        const ui::Row row({.height = 28, .id = "name"});
        ui::icon(icon::briefcase, {.size = 18});
        name_ui(project, room, context);
        ui::spring();
        actions_ui();
    }
    {
        const ui::Row row({.height = 28});
        if (!phone) {
            ui::icon(icon::briefcase, {.size = 18});
            name_ui(project, room, context);
        }
        ui::badge(
            project_state_choices[static_cast<std::size_t>(project.state)].label,
            project_state_badge(project.state)
        );
        if (!project.is_portal_visible)
            ui::icon(icon::eye_off, {.size = 16, .name = tx::hidden_from_portal});
        ui::spring();
        project_team_ui(project, context);
        if (project.budget_cents)
            ui::text(
                format_money(project.budget_cents, context.language, MoneyStyle::exact),
                {.weight = ui::Weight::medium}
            );
        if (!phone)
            actions_ui();
    }
    const ui::Row row({.height = 20, .gap = 12});
    const std::string percent = format_percent(project.progress, context.language);
    const std::string name = fill(context.tr(texts::project_progress), {{"name", project.name}});
    const bool done = project.progress >= 100;
    ui::progress(
        static_cast<float>(project.progress) / 100,
        {.width = bar, .color = done ? ui::Color::ok : ui::Color::accent, .name = name}
    );
    ui::text(percent, {.type = ui::Type::small, .weight = ui::Weight::medium});
    ui::spring();
    if (!project.due_on.is_set())
        return;
    const bool late = project.state == ProjectState::running && project.due_on < today(context);
    ui::text(
        fill(context.tr(texts::project_due), {{"date", short_date(project.due_on, context)}}),
        {.color = late ? ui::Color::bad_text : ui::Color::text_3, .type = ui::Type::small}
    );
}

} // namespace

void client_projects_ui(
    ClientView& view, const net::ClientSheet& sheet, Context& context, ui::Rect box
) {
    const bool may = may_on(context, Permission::projects_edit, sheet);
    const ui::Region region(
        "projects",
        box,
        {.padding_x = ui::is_phone() ? 16.0f : 20.0f,
         .padding_y = 16,
         .role = "main",
         .name = texts::tab_projects}
    );
    if (sheet.projects.empty()) {
        ui::space(32);
        const auto event = ui::empty_state(
            {.title = texts::project_none_title,
             .text = texts::project_none,
             .action = may ? ui::Label(texts::project_add) : ui::Label(),
             .action_icon = icon::plus,
             .second_action = may ? ui::Label(tx::link) : ui::Label(),
             .primary = false}
        );
        if (event == ui::EmptyEvent::action)
            begin_client_project(view.project, sheet.client.id, sheet.version);
        if (event == ui::EmptyEvent::second_action)
            view.link = {.open = true, .just_opened = true};
    } else {
        // Title and buttons stand one under the other where they don't fit side by side.
        const bool narrow = ui::is_phone();
        const auto title_ui = [&] {
            ui::heading(texts::project_list, {.level = 2});
            ui::count(std::to_string(sheet.projects.size()));
        };
        if (narrow) {
            const ui::Row title({.height = 24, .id = "title"});
            title_ui();
        }
        const ui::Row row({.height = narrow ? 0.0f : 32.0f});
        if (!narrow) {
            title_ui();
            ui::spring();
        }
        if (may && ui::button(tx::link, {.icon = icon::briefcase, .has_popup = true}))
            view.link = {.open = true, .just_opened = true};
        if (may && ui::button(texts::project_add, {.icon = icon::plus}))
            begin_client_project(view.project, sheet.client.id, sheet.version);
    }
    {
        const ui::a11y::Scope list("list", texts::project_list);
        for (const auto& project : sheet.projects)
            project_ui(view, sheet, project, may, context);
    }
    link_project_ui(view.link, sheet, view.project, context);
    if (view.project.open)
        context.presence.say_editing("projects");
    record_ui(view.project, project_look, view.conflict, context, may);
}

void begin_client_project(RecordEdit& edit, std::int64_t client, std::int64_t version) {
    const std::string path = "/api/clients/" + std::to_string(client) + "/projects";
    Project fresh;
    fresh.is_portal_visible = false; // Internal until somebody shows it.
    begin_record(edit, spec, &fresh, path, version, client);
}

} // namespace carnet::views
