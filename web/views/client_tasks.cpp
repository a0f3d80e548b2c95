// The card of the client's next tasks, whatever project they belong to (design 02): ticked where
// they stand, the name leads to the project.
#include "shared/core/json.hpp"
#include "shared/texts/app_client.hpp"
#include "shared/texts/app_projects.hpp"
#include "web/views/client_view.hpp"
#include "web/views/project_view.hpp"

#include <algorithm>

namespace carnet::views {

namespace {

using namespace app;

void tick(const net::ClientSheet& sheet, const ProjectTask& task, Context& context) {
    change_field(
        sheet.client.id,
        sheet.version,
        "/api/tasks/" + std::to_string(task.id),
        "is_done",
        true,
        fill(context.tr(texts::projects::task_ticked), {{"name", task.name}}),
        context
    );
}

void line_ui(const net::ClientSheet& sheet, const ProjectTask& task, Context& context) {
    const ui::Row row({.height = 28});
    bool done = false;
    if (ui::checkbox(
            task.name,
            done,
            {.disabled = !may_on(context, permission_to_tick(task, context.actor().user_id), sheet),
             .hide_label = true,
             .id = "done"}
        ))
        tick(sheet, task, context);
    const float taken = due_width(task.due_on, false, context) + (task.assignee_id.id ? 28 : 0) + 8;
    const float room = std::max(60.0f, ui::avail_width() - taken);
    const std::int64_t project = task.project_id;
    if (ui::link(
            task.name,
            {.href = "/projects/" + std::to_string(project),
             .color = ui::Color::text,
             .weight = ui::Weight::regular,
             .width = std::min(room, ui::text_width(task.name) + 1)}
        ))
        context.go(ProjectRoute{.id = project});
    ui::spring();
    due_ui(task.due_on, false, context);
    if (task.assignee_id.id)
        ui::avatar(
            context.words().user_name(task.assignee_id),
            static_cast<std::uint64_t>(task.assignee_id.id),
            {.size = 20}
        );
}

// Below the task, its project.
void task_ui(const net::ClientSheet& sheet, const ProjectTask& task, Context& context) {
    const ui::Id id(task.id);
    const ui::a11y::Scope item("listitem", task.name);
    const ui::Column tight(0);
    line_ui(sheet, task, context);
    const ui::Row row({.height = 16});
    ui::space(24);
    for (const Project& project : sheet.projects)
        if (project.id == task.project_id)
            ui::text(
                project.name,
                {.color = ui::Color::text_3, .type = ui::Type::small, .width = ui::fill}
            );
}

// The projects whose tasks the card shows.
std::vector<ui::SelectItem> going_on(const net::ClientSheet& sheet) {
    std::vector<ui::SelectItem> projects;
    for (const Project& project : sheet.projects)
        if (project.state == ProjectState::running || project.state == ProjectState::waiting)
            projects.push_back({.key = project.id, .label = project.name});
    return projects;
}

// Under the title, once it was asked for: which project, where there are several, and the task.
void add_ui(
    NewTask& task,
    const net::ClientSheet& sheet,
    const std::vector<ui::SelectItem>& projects,
    Context& context
) {
    const auto chosen = [&](const ui::SelectItem& item) { return item.key == task.project; };
    if (std::none_of(projects.begin(), projects.end(), chosen))
        task.project = projects.front().key;
    if (projects.size() > 1)
        ui::select(
            EntityOf<Project>::spec.label,
            task.project,
            projects,
            {.field = {.hide_label = true, .size = ui::Size::sm}, .icon = icon::briefcase}
        );
    task.open = new_task_ui(task, task.project, sheet.client.id, context);
    ui::space(4);
}

} // namespace

void client_tasks_ui(ClientView& view, const net::ClientSheet& sheet, Context& context) {
    const auto projects = going_on(sheet);
    const bool may = !projects.empty() && may_on(context, Permission::projects_edit, sheet);
    if (sheet.tasks.empty() && !may)
        return;
    const ui::Id id("tasks");
    const ui::a11y::Scope region("region", texts::next_tasks);
    const ui::Card card({.padding_x = 12, .padding_y = 8});
    ui::begin_card_header(texts::next_tasks, std::to_string(sheet.task_count));
    if (may && ui::icon_button(icon::plus, texts::projects::task_add, {.size = ui::Size::xs})) {
        view.new_task.open = !view.new_task.open;
        view.new_task.focus = view.new_task.open;
    }
    ui::end_card_header();
    if (may && view.new_task.open)
        add_ui(view.new_task, sheet, projects, context);
    else if (sheet.tasks.empty())
        ui::text(texts::next_tasks_none, {.color = ui::Color::text_3});
    {
        const ui::a11y::Scope list("list", texts::next_tasks);
        for (const auto& task : sheet.tasks)
            task_ui(sheet, task, context);
    }
    const auto count = static_cast<std::size_t>(sheet.task_count);
    if (count > sheet.tasks.size() &&
        ui::link(
            fill(context.tr(texts::next_tasks_all), {{"n", std::to_string(count)}}),
            {.href = "/clients/" + std::to_string(sheet.client.id) + "?tab=projects"}
        ))
        context.go(ClientRoute{.id = sheet.client.id, .tab = SheetTab::projects});
}

} // namespace carnet::views
