// The cards Tâches and Jalons of a project's page: ticked where they stand, edited in a dialog.
#include "shared/core/json.hpp"
#include "shared/texts/app_common.hpp"
#include "shared/texts/app_projects.hpp"
#include "web/views/project_view.hpp"

namespace carnet::views {

namespace {

using namespace app;
namespace tx = texts::projects;

std::string named(const Context& context, const Text& pattern, const std::string& name) {
    return fill(context.tr(pattern), {{"name", name}});
}

std::string task_path(const ProjectTask& task, std::string_view action = {}) {
    return "/api/tasks/" + std::to_string(task.id) + std::string(action);
}

std::string project_path(const net::ProjectPage& page, std::string_view child) {
    return "/api/projects/" + std::to_string(page.project.id) + std::string(child);
}

// A task is also ticked by whoever it was given to.
bool may_tick(const net::ProjectPage& page, const ProjectTask& task, const Context& context) {
    const Permission asked = permission_to_tick(task, context.actor().user_id);
    return asked == Permission::activities_log ? page.may_log : page.may_edit;
}

// The title line of a row: a button as wide as the words, cut where the room ends.
bool title_ui(const std::string& name, const std::string& spoken, bool done, float room) {
    const float width = std::min(room, ui::text_width(name) + 1);
    const ui::Rect box = ui::place(width, 24);
    const auto press = ui::pressable("title", spoken, box, {.hover_fill = false});
    ui::draw::text(
        box,
        name,
        done            ? ui::Color::text_3
        : press.hovered ? ui::Color::accent_text
                        : ui::Color::text
    );
    return press.clicked;
}

// Where the task goes when it moves one line up or down: behind this one.
std::int64_t behind(const net::ProjectPage& page, std::size_t index, bool up) {
    if (!up)
        return page.tasks[index + 1].id;
    return index >= 2 ? page.tasks[index - 2].id : 0;
}

void move(const net::ProjectPage& page, std::size_t index, bool up, Context& context) {
    const auto after = behind(page, index, up);
    act_on_row(
        page,
        task_path(page.tasks[index], "/order"),
        context.tr(tx::moved),
        context,
        {{"after", after ? Json(after) : Json()}}
    );
}

void begin_task(ProjectView& view, const net::ProjectPage& page, const ProjectTask& task) {
    begin_row(view, page, EntityOf<ProjectTask>::spec, task_path(task), &task);
}

void task_menu_ui(
    ProjectView& view, const net::ProjectPage& page, std::size_t index, Context& context
) {
    const ProjectTask& task = page.tasks[index];
    if (ui::icon_button(
            icon::dots,
            named(context, tx::task_menu, task.name),
            {.size = ui::Size::xs, .id = "menu", .has_popup = true}
        ))
        ui::open_menu("task");
    ui::Menu menu{"task", {.width = 240, .align_right = true}};
    if (!menu)
        return;
    if (menu.item(tx::edit, {.icon = icon::pencil}))
        begin_task(view, page, task);
    if (menu.item(tx::move_up, {.icon = icon::arrow_up, .disabled = index == 0}))
        move(page, index, true, context);
    if (menu.item(
            tx::move_down, {.icon = icon::arrow_down, .disabled = index + 1 == page.tasks.size()}
        ))
        move(page, index, false, context);
    const bool shared = task.visibility == ShareState::shared;
    if (menu.item(shared ? tx::unshare : tx::share, {.icon = shared ? icon::eye_off : icon::eye}))
        change_row(
            page,
            task_path(task),
            "visibility",
            shared ? "internal" : "shared",
            context.tr(tx::task_saved),
            context
        );
    readers_item(menu, {page.project.client_id, "task", task.id}, context);
    menu.separator();
    if (menu.item(texts::remove, {.icon = icon::trash, .destructive = true})) {
        Write write{.request = {.method = "DELETE", .path = task_path(task)}};
        write.toast = context.tr(tx::task_deleted);
        write.client_id = page.project.client_id;
        context.send(std::move(write));
    }
}

void task_ui(ProjectView& view, const net::ProjectPage& page, std::size_t index, Context& context) {
    const ProjectTask& task = page.tasks[index];
    const ui::Id id(task.id);
    const ui::a11y::Scope item("listitem", task.name);
    const ui::Row row({.height = 32});
    bool done = task.is_done;
    if (ui::checkbox(
            task.name,
            done,
            {.disabled = !may_tick(page, task, context), .hide_label = true, .id = "done"}
        ))
        change_row(
            page,
            task_path(task),
            "is_done",
            done,
            named(context, done ? tx::task_ticked : tx::task_unticked, task.name),
            context
        );
    const bool shared = task.visibility == ShareState::shared;
    const bool phone = ui::is_phone();
    const float taken = (shared ? phone ? 24.0f : 96.0f : 0.0f) +
                        due_width(task.due_on, task.is_done, context) +
                        (task.assignee_id.id ? 28.0f : 0.0f) + 48;
    const float room = std::max(60.0f, ui::avail_width() - taken);
    const std::string spoken = named(context, tx::task_edit, task.name);
    if (!page.may_edit)
        ui::text(
            task.name,
            {.color = task.is_done ? ui::Color::text_3 : ui::Color::text,
             .width = std::min(room, ui::text_width(task.name) + 1)}
        );
    else if (title_ui(task.name, spoken, task.is_done, room))
        begin_task(view, page, task);
    ui::spring();
    if (shared && phone)
        ui::icon(icon::eye, {.color = ui::Color::share_text, .name = tx::shared});
    else if (shared)
        ui::badge(
            tx::shared, {.tone = ui::Tone::share, .icon = icon::eye, .tooltip = tx::shared_hint}
        );
    due_ui(task.due_on, task.is_done, context);
    if (task.assignee_id.id)
        ui::avatar(
            context.words().user_name(task.assignee_id),
            static_cast<std::uint64_t>(task.assignee_id.id),
            {.size = 20}
        );
    if (page.may_edit)
        task_menu_ui(view, page, index, context);
    else
        readers_button({page.project.client_id, "task", task.id}, task.name, context);
}

std::string share_of_done(const net::ProjectPage& page) {
    std::size_t done = 0;
    for (const auto& task : page.tasks)
        done += task.is_done ? 1 : 0;
    return std::to_string(done) + "/" + std::to_string(page.tasks.size());
}

void milestone_ui(
    ProjectView& view, const net::ProjectPage& page, const Milestone& milestone, Context& context
) {
    const ui::Id id(milestone.id);
    const ui::a11y::Scope item("listitem", milestone.name);
    const ui::Row row({.height = 32});
    const std::string path = "/api/milestones/" + std::to_string(milestone.id);
    bool done = milestone.is_done;
    if (ui::checkbox(
            milestone.name, done, {.disabled = !page.may_edit, .hide_label = true, .id = "done"}
        ))
        change_row(
            page,
            path,
            "is_done",
            done,
            named(context, done ? tx::milestone_ticked : tx::milestone_unticked, milestone.name),
            context
        );
    const float room = std::max(
        60.0f, ui::avail_width() - due_width(milestone.due_on, milestone.is_done, context) - 40
    );
    const std::string spoken = named(context, tx::milestone_edit, milestone.name);
    if (!page.may_edit)
        ui::text(milestone.name, {.width = std::min(room, ui::text_width(milestone.name) + 1)});
    else if (title_ui(milestone.name, spoken, milestone.is_done, room))
        begin_row(view, page, EntityOf<Milestone>::spec, path, &milestone);
    ui::spring();
    due_ui(milestone.due_on, milestone.is_done, context);
    readers_button({page.project.client_id, "milestone", milestone.id}, milestone.name, context);
}

} // namespace

void project_tasks_ui(ProjectView& view, const net::ProjectPage& page, Context& context) {
    const ui::a11y::Scope region("region", tx::tasks);
    const ui::Card card({.padding_x = 12, .padding_y = 8});
    const ui::Column column(0);
    ui::begin_card_header(tx::tasks, page.tasks.empty() ? std::string() : share_of_done(page));
    ui::end_card_header();
    if (page.tasks.empty())
        ui::paragraph(tx::no_tasks, {.color = ui::Color::text_3});
    {
        const ui::a11y::Scope list("list", tx::tasks);
        for (std::size_t i = 0; i < page.tasks.size(); ++i)
            task_ui(view, page, i, context);
    }
    if (!page.may_edit)
        return;
    ui::space(6);
    new_task_ui(view.new_task, page.project.id, page.project.client_id, context);
    ui::space(6);
}

void project_milestones_ui(ProjectView& view, const net::ProjectPage& page, Context& context) {
    const ui::a11y::Scope region("region", tx::milestones);
    const ui::Card card({.padding_x = 12, .padding_y = 8});
    const ui::Column column(0);
    ui::begin_card_header(
        tx::milestones,
        page.milestones.empty() ? std::string() : std::to_string(page.milestones.size())
    );
    if (page.may_edit &&
        ui::icon_button(icon::plus, tx::milestone_add, {.size = ui::Size::xs, .has_popup = true}))
        begin_row(
            view, page, EntityOf<Milestone>::spec, project_path(page, "/milestones"), nullptr
        );
    ui::end_card_header();
    if (page.milestones.empty())
        ui::paragraph(tx::no_milestones, {.color = ui::Color::text_3});
    const ui::a11y::Scope list("list", tx::milestones);
    for (const auto& milestone : page.milestones)
        milestone_ui(view, page, milestone, context);
}

} // namespace carnet::views
