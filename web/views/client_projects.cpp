// The tab Projects (CF-28): the client's projects, adding and changing one, its progress.
#include "shared/core/json.hpp"
#include "shared/core/money.hpp"
#include "shared/texts/app_client.hpp"
#include "shared/texts/app_common.hpp"
#include "web/app/presence.hpp"
#include "web/views/client_view.hpp"

namespace carnet::views {

namespace {

using namespace app;

const EntitySpec& spec = EntityOf<Project>::spec;

ui::BadgeOptions badge_of(ProjectState state) {
    switch (state) {
    case ProjectState::running:
        return {.tone = ui::Tone::info, .icon = icon::progress};
    case ProjectState::waiting:
        return {.tone = ui::Tone::warn, .icon = icon::hourglass};
    case ProjectState::done:
        return {.tone = ui::Tone::ok, .icon = icon::check};
    default:
        return {.tone = ui::Tone::mute, .icon = icon::ban};
    }
}

void begin(ClientView& view, const net::ClientSheet& sheet, const Project* project) {
    view.project = {.open = true, .version = sheet.version};
    if (!project)
        return;
    view.project.id = project->id;
    view.project.draft = *project;
    view.project.original = *project;
}

void save(ClientView& view, Context& context) {
    ProjectEdit& edit = view.project;
    edit.draft.client_id = {view.id};
    auto errors = check_fields(spec, &edit.draft, context.language);
    for (auto& error : check(edit.draft, context.language))
        errors.push_back(std::move(error));
    edit.form.submitted = true;
    const bool bad = !errors.empty();
    edit.form.set_errors(std::move(errors));
    if (bad)
        return;
    edit.ticket = new_ticket();
    Write write{.ticket = edit.ticket};
    if (edit.id) {
        write.request.method = "PATCH";
        write.request.path = "/api/projects/" + std::to_string(edit.id);
        write.request.body = {
            {"fields", changed_fields(spec, &edit.original, &edit.draft, edit.version)}};
        write.toast = context.tr(texts::project_saved);
    } else {
        write.request.path = "/api/clients/" + std::to_string(view.id) + "/projects";
        write.request.body = filled_fields(spec, &edit.draft);
        write.toast = context.tr(texts::project_added);
    }
    write.client_id = view.id;
    write.quiet_errors = true;
    context.send(std::move(write));
}

void follow(ClientView& view, Context& context) {
    ProjectEdit& edit = view.project;
    if (!edit.ticket || !(edit.ticket->done || edit.ticket->waiting))
        return;
    if (edit.ticket->waiting || edit.ticket->ok()) {
        edit = {};
        return;
    }
    const Json fields = changed_fields(spec, &edit.original, &edit.draft, edit.version);
    if (take_conflict(
            view,
            *edit.ticket->error,
            spec,
            "/api/projects/" + std::to_string(edit.id),
            fields,
            context
        ))
        edit.open = false;
    else
        take_errors(edit.form, *edit.ticket->error);
    edit.ticket.reset();
}

void remove(ClientView& view, Context& context) {
    Write write{
        .request = {
            .method = "DELETE", .path = "/api/projects/" + std::to_string(view.project.id)}};
    write.toast = context.tr(texts::project_deleted);
    write.client_id = view.id;
    context.send(std::move(write));
    view.project = {};
}

void form_ui(ClientView& view, const net::ClientSheet& sheet, Context& context) {
    ProjectEdit& edit = view.project;
    follow(view, context);
    if (!edit.open)
        return;
    context.presence.say_editing("projects");
    ui::Dialog dialog(
        "project",
        edit.open,
        {.title = edit.id ? texts::project_edit : texts::project_add, .width = 560}
    );
    if (!dialog)
        return;
    ui::FormContext form = client_form(edit.form, sheet, context, Permission::projects_edit);
    ui::error_summary(form, spec);
    ui::field_ui(form, spec, "name", &edit.draft);
    {
        ui::Columns columns({1, 1});
        ui::field_ui(form, spec, "state", &edit.draft);
        ui::field_ui(form, spec, "budget_cents", &edit.draft);
        ui::field_ui(form, spec, "started_on", &edit.draft);
        columns.next();
        ui::field_ui(form, spec, "progress", &edit.draft);
        ui::field_ui(form, spec, "team_ids", &edit.draft);
        ui::field_ui(form, spec, "due_on", &edit.draft);
    }
    dialog.footer();
    if (edit.id &&
        ui::button(
            texts::remove,
            {.kind = ui::ButtonKind::danger_outline, .size = ui::Size::md, .icon = icon::trash}
        ))
        return remove(view, context);
    ui::spring();
    if (ui::button(texts::cancel, {.kind = ui::ButtonKind::ghost, .size = ui::Size::md}))
        dialog.close();
    const bool busy = edit.ticket && !edit.ticket->done;
    const bool clicked = ui::button(
        texts::save,
        {.kind = ui::ButtonKind::primary, .size = ui::Size::md, .shortcut = "Ctrl S", .busy = busy}
    );
    if (clicked || context.pressed(Shortcut::save) || context.pressed(Shortcut::submit))
        save(view, context);
}

void team_ui(const Project& project, const Context& context) {
    std::vector<ui::Person> people;
    for (const auto id : project.team_ids)
        people.push_back(
            {.id = static_cast<std::uint64_t>(id), .name = context.words().user_name(id)}
        );
    if (!people.empty())
        ui::avatar_group(find_field(spec, "team_ids")->label, people, 4, 24);
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
    const float room = std::max(80.0f, ui::avail_width() - 380);
    const float bar = std::min(320.0f, ui::avail_width() * .5f);
    {
        const ui::Row row({.height = 28});
        ui::icon(icon::briefcase, {.size = 18});
        const float width =
            std::min(room, ui::text_width(project.name, {.type = ui::Type::subhead}) + 1);
        ui::heading(project.name, {.level = 3, .type = ui::Type::subhead, .width = width});
        ui::badge(
            project_state_choices[static_cast<std::size_t>(project.state)].label,
            badge_of(project.state)
        );
        ui::spring();
        team_ui(project, context);
        if (project.budget_cents)
            ui::text(
                format_money(project.budget_cents, context.language), {.weight = ui::Weight::medium}
            );
        if (may && ui::icon_button(icon::pencil, texts::project_edit))
            begin(view, sheet, &project);
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
        {.padding_x = 20, .padding_y = 16, .role = "main", .name = texts::tab_projects}
    );
    if (sheet.projects.empty()) {
        ui::space(32);
        const auto event = ui::empty_state(
            {.title = texts::project_none_title,
             .text = texts::project_none,
             .action = may ? ui::Label(texts::project_add) : ui::Label(),
             .action_icon = icon::plus,
             .primary = false}
        );
        if (event == ui::EmptyEvent::action)
            begin(view, sheet, nullptr);
    } else {
        const ui::Row row({.height = 32});
        ui::heading(texts::project_list, {.level = 2});
        ui::count(std::to_string(sheet.projects.size()));
        ui::spring();
        if (may && ui::button(texts::project_add, {.icon = icon::plus}))
            begin(view, sheet, nullptr);
    }
    const ui::a11y::Scope list("list", texts::project_list);
    for (const auto& project : sheet.projects)
        project_ui(view, sheet, project, may, context);
    if (view.project.open)
        form_ui(view, sheet, context);
}

} // namespace carnet::views
