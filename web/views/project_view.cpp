// The page as a whole: bar, the project's own facts, the cards, and the questions it asks.
#include "web/views/project_view.hpp"

#include "shared/core/money.hpp"
#include "shared/texts/app_client.hpp"
#include "shared/texts/app_common.hpp"
#include "shared/texts/app_net.hpp"
#include "shared/texts/app_projects.hpp"
#include "web/app/uploads.hpp"

namespace carnet::views {

namespace {

using namespace app;
namespace tx = texts::projects;

const EntitySpec& spec = EntityOf<Project>::spec;
constexpr float facts_width = 288, two_columns_from = 900;

std::string path_of(std::int64_t id) {
    return "/api/projects/" + std::to_string(id);
}

const Text& label_of(std::string_view field) {
    return find_field(spec, field)->label;
}

void begin_project(ProjectView& view, const net::ProjectPage& page) {
    begin_row(view, page, spec, path_of(page.project.id), &page.project);
}

void actions_menu_ui(ProjectView& view, const net::ProjectPage& page, Context& context) {
    ui::Menu menu{"project-actions", {.width = 264, .align_right = true, .name = tx::actions}};
    if (!menu)
        return;
    if (menu.item(tx::see_client, {.icon = icon::building}))
        context.go(ClientRoute{.id = page.project.client_id, .tab = SheetTab::projects});
    readers_item(menu, {page.project.client_id, "project", page.project.id}, context);
    if (!page.may_edit)
        return;
    if (menu.item(tx::move, {.icon = icon::arrow_right})) {
        view.move = {.open = true, .just_opened = true};
    }
    menu.separator();
    if (menu.item(tx::remove, {.icon = icon::trash, .destructive = true}))
        view.asking_delete = true;
}

void bar_ui(ProjectView& view, const net::ProjectPage& page, Context& context, ui::Rect bar) {
    const ui::Bar frame(bar, {.padding = ui::is_phone() ? 8.0f : 16.0f});
    if (ui::is_phone()) {
        if (ui::icon_button(icon::chevron_left, texts::back, {.size = ui::Size::lg}))
            context.go(ProjectListRoute{});
        ui::heading(page.project.name, {.level = 1, .type = ui::Type::heading, .width = ui::fill});
    } else {
        const ui::Crumb crumbs[] = {
            {tx::title, true}, {page.client_name, true}, {page.project.name}};
        const int followed = ui::breadcrumb(crumbs);
        if (followed == 0)
            context.go(ProjectListRoute{});
        if (followed == 1)
            context.go(ClientRoute{.id = page.project.client_id, .tab = SheetTab::projects});
        ui::spring();
        if (page.may_edit &&
            ui::button(texts::project_edit, {.icon = icon::pencil, .shortcut = "E"}))
            begin_project(view, page);
    }
    const ui::Size size = ui::is_phone() ? ui::Size::lg : ui::Size::sm;
    if (ui::icon_button(icon::dots_vertical, tx::actions, {.size = size, .has_popup = true}))
        ui::open_menu("project-actions");
    actions_menu_ui(view, page, context);
}

void state_ui(const net::ProjectPage& page, Context& context) {
    const auto state = page.project.state;
    const Text& label = project_state_choices[static_cast<std::size_t>(state)].label;
    auto look = project_state_badge(state);
    if (!page.may_edit)
        return ui::badge(label, look);
    look.menu_icon = icon::chevron_down;
    if (ui::badge_button(label, "state", look))
        ui::open_menu("state-menu");
    ui::Menu menu{"state-menu", {.width = 180, .name = label_of("state")}};
    if (!menu)
        return;
    for (std::size_t i = 0; i < project_state_choices.size(); ++i) {
        const bool current = static_cast<std::size_t>(state) == i;
        const auto& choice = project_state_choices[i];
        if (!menu.item(choice.label, {.checked = current, .checkable = true}) || current)
            continue;
        const std::string toast =
            fill(context.tr(tx::state_changed), {{"state", context.tr(choice.label)}});
        change_row(
            page, path_of(page.project.id), "state", std::string(choice.value), toast, context
        );
    }
}

void progress_ui(const Project& project, const Context& context) {
    const std::string percent = format_percent(project.progress, context.language);
    const bool done = project.progress >= 100;
    const bool from_tasks = project.progress_mode == ProgressMode::tasks;
    {
        const ui::Row row({.height = 24});
        ui::text(percent, {.type = ui::Type::title, .weight = ui::Weight::semibold});
        ui::caption(from_tasks ? tx::from_tasks : tx::by_hand);
    }
    ui::progress(
        static_cast<float>(project.progress) / 100,
        {.color = done ? ui::Color::ok : ui::Color::accent,
         .height = 6,
         .name = fill(context.tr(texts::project_progress), {{"name", project.name}})}
    );
}

void fact_ui(std::string_view field, const Project& project, const Context& context) {
    const Field& row = *find_field(spec, field);
    const ui::KeyValue line(row.label, 116);
    const Value value = row.get(&project);
    const auto* cents = std::get_if<std::int64_t>(&value);
    const std::string shown =
        cents && *cents == 0 ? std::string() : value_text(row, value, context);
    if (shown.empty())
        return ui::text("—", {.color = ui::Color::text_off, .hidden_from_mirror = true});
    const bool late = field == "due_on" && project.state == ProjectState::running &&
                      project.due_on < today(context);
    ui::text(shown, {.color = late ? ui::Color::bad_text : ui::Color::text, .width = ui::fill});
}

void facts_ui(const net::ProjectPage& page, Context& context) {
    const Project& project = page.project;
    {
        const ui::Row row({.height = 32, .gap = 10});
        ui::icon(icon::briefcase, {.size = 24});
        ui::heading(project.name, {.level = 1, .type = ui::Type::heading, .width = ui::fill});
    }
    state_ui(page, context);
    ui::space(4);
    progress_ui(project, context);
    ui::space(4);
    {
        const ui::KeyValue line(tx::column_client, 116);
        const std::string href = "/clients/" + std::to_string(project.client_id) + "?tab=projects";
        if (ui::link(page.client_name, {.href = href, .width = ui::fill}))
            context.go(ClientRoute{.id = project.client_id, .tab = SheetTab::projects});
    }
    for (const std::string_view field : {"budget_cents", "started_on", "due_on"})
        fact_ui(field, project, context);
    {
        const ui::KeyValue line(label_of("team_ids"), 116);
        if (project.team_ids.empty())
            ui::text(tx::no_team, {.color = ui::Color::text_3});
        project_team_ui(project, context);
    }
    ui::space(4);
    bool visible = project.is_portal_visible;
    if (ui::toggle(
            label_of("is_portal_visible"),
            visible,
            {.portal = true, .disabled = !page.may_edit, .label_left = true, .width = ui::fill}
        ))
        change_row(
            page,
            path_of(project.id),
            "is_portal_visible",
            visible,
            context.tr(texts::project_saved),
            context
        );
    if (project.summary.empty())
        return;
    ui::caption(label_of("summary"));
    ui::paragraph(project.summary, {.color = ui::Color::text_2});
}

void cards_ui(ProjectView& view, const net::ProjectPage& page, Context& context) {
    if (ui::avail_width() < two_columns_from) {
        project_tasks_ui(view, page, context);
        ui::space(4);
        project_milestones_ui(view, page, context);
        ui::space(4);
        project_deliverables_ui(view, page, context);
        return;
    }
    ui::Columns columns({1.25f, 1}, {.gap = 16});
    project_tasks_ui(view, page, context);
    columns.next();
    project_milestones_ui(view, page, context);
    ui::space(4);
    project_deliverables_ui(view, page, context);
}

void delete_question_ui(ProjectView& view, const net::ProjectPage& page, Context& context) {
    if (!view.asking_delete)
        return;
    const auto answer = ui::confirm(
        "delete-project",
        view.asking_delete,
        {.title = fill(context.tr(texts::project_delete_title), {{"name", page.project.name}}),
         .text = tx::remove_text,
         .verb = texts::remove,
         .icon = icon::trash,
         .danger = true}
    );
    if (answer != ui::Answer::yes)
        return;
    Write write{.request = {.method = "DELETE", .path = path_of(page.project.id)}};
    write.toast = context.tr(texts::project_deleted);
    write.client_id = page.project.client_id;
    write.then = [commands = &context.commands,
                  client = page.project.client_id.id](const net::Outcome& outcome) {
        if (outcome.ok())
            commands->push_back(Navigate{
                .route = ClientRoute{.id = client, .tab = SheetTab::projects}});
    };
    context.send(std::move(write));
}

constexpr RecordLine task_lines[] = {
    {"name"}, {"assignee_id", "due_on"}, {"visibility"}, {"notes"}};
constexpr RecordLine milestone_lines[] = {{"name"}, {"due_on"}, {"is_done"}};
constexpr RecordLine deliverable_lines[] = {{"name"}, {"description"}};

const RecordLook task_look{
    .title_new = tx::task_add,
    .title_edit = tx::task_dialog,
    .added = tx::task_added,
    .saved = tx::task_saved,
    .deleted = tx::task_deleted,
    .lines = task_lines};
const RecordLook milestone_look{
    .title_new = tx::milestone_add,
    .title_edit = tx::milestone_dialog,
    .added = tx::milestone_added,
    .saved = tx::milestone_saved,
    .deleted = tx::milestone_deleted,
    .lines = milestone_lines,
    .width = 440};
const RecordLook deliverable_look{
    .title_new = tx::deliverable_add,
    .title_edit = tx::deliverable_dialog,
    .added = tx::deliverable_added,
    .saved = tx::deliverable_saved,
    .deleted = tx::deliverable_deleted,
    .lines = deliverable_lines};

const RecordLook& look_of(const EntitySpec* open) {
    if (open == &EntityOf<ProjectTask>::spec)
        return task_look;
    if (open == &EntityOf<Milestone>::spec)
        return milestone_look;
    if (open == &EntityOf<Deliverable>::spec)
        return deliverable_look;
    return project_look;
}

void dialogs_ui(ProjectView& view, const net::ProjectPage& page, Context& context) {
    // The project itself is deleted through the menu, which leads away from its page.
    if (view.edit.open)
        record_ui(
            view.edit,
            look_of(view.edit.spec),
            view.conflict,
            context,
            page.may_edit,
            view.edit.spec != &spec
        );
    delete_question_ui(view, page, context);
    project_move_ui(view, page, context);
    conflict_ui(view.conflict, context);
}

void failed_ui(const Error& error, Context& context, std::int64_t id, ui::Rect panel) {
    const bool gone = error.code == ErrorCode::not_found;
    const auto event = ui::empty_state(
        panel,
        {.title = gone ? tx::gone_title : tx::failed,
         .text = gone ? ui::Label(tx::gone_text) : ui::Label(error.message),
         .action = gone ? tx::title : texts::retry}
    );
    if (event != ui::EmptyEvent::action)
        return;
    if (gone)
        context.go(ProjectListRoute{});
    else
        context.api.cache().invalidate(path_of(id));
}

} // namespace

void project_ui(ProjectView& view, const ProjectRoute& route, Context& context, ui::Rect panel) {
    const auto& loaded = context.api.project(route.id);
    // What is gone, or hidden from us by now, does not stay on the screen.
    const bool gone = loaded.error && loaded.error->code == ErrorCode::not_found;
    if (!loaded.value || gone) {
        if (loaded.error)
            failed_ui(*loaded.error, context, route.id, panel);
        else if (ui::waited_long(loaded.asked_at_ms)) {
            ui::at(panel.inset(24));
            ui::loading(tx::title);
        }
        return;
    }
    // Gone or closed to us since: what is shown would be a lie.
    if (loaded.error && loaded.error->code == ErrorCode::not_found)
        return failed_ui(*loaded.error, context, route.id, panel);
    const net::ProjectPage& page = *loaded.value;
    context.title = page.project.name;
    for (const GivenFile& file : context.dropped_files)
        if (view.version_of && page.may_edit)
            context.uploads.add(
                {.handle = file.handle,
                 .name = file.name,
                 .size = file.size,
                 .client_id = page.project.client_id,
                 .deliverable_id = std::exchange(view.version_of, 0)}
            );
    if (page.may_edit && context.pressed(Shortcut::edit))
        begin_project(view, page);
    if (page.may_edit && context.pressed(Shortcut::create))
        view.new_task.focus = true;
    const bool phone = ui::is_phone();
    bar_ui(
        view, page, context, panel.cut_top(phone ? ui::metric::top_bar_phone : ui::metric::top_bar)
    );
    const bool desktop = ui::breakpoint() == ui::Breakpoint::desktop;
    if (desktop) {
        const ui::Rect left = panel.cut_left(facts_width);
        ui::draw::line_on(left, ui::side_right, ui::Color::line_1);
        const ui::Region facts(
            "facts",
            left,
            {.padding_x = 16, .padding_y = 16, .role = "complementary", .name = texts::tab_sheet}
        );
        facts_ui(page, context);
    }
    {
        const ui::Region main(
            "project",
            panel,
            {.padding_x = phone ? 16.0f : 20.0f,
             .padding_y = 16,
             .role = "main",
             .name = page.project.name}
        );
        if (!desktop) {
            facts_ui(page, context);
            ui::space(8);
        }
        cards_ui(view, page, context);
    }
    dialogs_ui(view, page, context);
}

} // namespace carnet::views
