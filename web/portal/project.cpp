// The list of projects, and one project: milestones, shared tasks, deliverables with their versions
// and answers.
#include "shared/core/format.hpp"
#include "shared/texts/portal.hpp"
#include "web/portal/portal.hpp"

namespace carnet::portal {

namespace tx = texts::portal;

namespace {

void milestones_ui(const Portal& portal, const ProjectPage& page) {
    const Panel panel(tx::milestones);
    if (page.project.milestones.empty())
        ui::paragraph(tx::no_milestones, {.color = ui::Color::text_3});
    for (const Milestone& milestone : page.project.milestones) {
        const ui::Id id(milestone.id);
        const ui::a11y::Scope item("group", milestone.name);
        const ui::Row row({.height = 36, .gap = 10});
        ui::icon(
            milestone.is_done ? icon::circle_check : icon::calendar_event,
            {.size = 18, .color = milestone.is_done ? ui::Color::ok : ui::Color::text_3}
        );
        ui::text(milestone.name, {.weight = ui::Weight::medium});
        ui::spring();
        if (milestone.is_done)
            ui::badge(tx::milestone_done, {.tone = ui::Tone::ok, .icon = icon::check});
        if (milestone.due_on.is_set())
            ui::caption(portal.long_date(milestone.due_on));
    }
    ui::space(8);
}

// On a phone the date stands below the name.
void task_ui(const Portal& portal, const Task& task) {
    const bool phone = ui::is_phone();
    const std::string due =
        task.due_on.is_set()
            ? fill(portal.tr(tx::due_on), {{"date", portal.short_date(task.due_on)}})
            : std::string();
    const std::string state = portal.tr(task.is_done ? tx::task_done : tx::task_open);
    const ui::TextOptions look{.color = task.is_done ? ui::Color::text_3 : ui::Color::text};
    const ui::Row row({.height = phone ? 0.0f : 36.0f, .gap = 10});
    ui::icon(
        task.is_done ? icon::circle_check : icon::clipboard_check,
        {.size = 18, .color = task.is_done ? ui::Color::ok : ui::Color::text_3}
    );
    if (phone) {
        const ui::Column lines(0);
        ui::paragraph(task.name, look);
        ui::caption(due.empty() ? state : due + " · " + state);
        return ui::space(8);
    }
    ui::text(task.name, {.color = look.color, .width = std::max(60.0f, ui::avail_width() - 190)});
    ui::spring();
    if (!due.empty())
        ui::caption(due);
    ui::caption(state);
}

void tasks_ui(const Portal& portal, const ProjectPage& page) {
    const Panel panel(tx::tasks);
    if (page.tasks.empty())
        ui::paragraph(tx::no_tasks, {.color = ui::Color::text_3});
    for (const Task& task : page.tasks) {
        const ui::Id id(task.id);
        const ui::a11y::Scope item("group", task.name);
        task_ui(portal, task);
    }
    ui::space(8);
}

void version_row_ui(const Portal& portal, const Version& version) {
    const ui::Row row({.height = 36, .gap = 10});
    ui::icon(file_icon(version.media_type), {.size = 18, .color = ui::Color::text_2});
    ui::text(
        fill(portal.tr(tx::version), {{"n", std::to_string(version.number)}}),
        {.weight = ui::Weight::medium}
    );
    if (!ui::is_phone())
        ui::text(
            version.file_name,
            {.color = ui::Color::text_2, .width = std::max(40.0f, ui::avail_width() - 220)}
        );
    ui::spring();
    if (!ui::is_phone())
        ui::caption(format_size(static_cast<std::uint64_t>(version.size_bytes), portal.language()));
    ui::caption(portal.when(version.created_at));
    if (ui::icon_button(
            icon::download,
            fill(portal.tr(tx::download_name), {{"name", version.file_name}}),
            {.size = ui::Size::md}
        ))
        platform::download(version_path(version));
}

void version_ui(const Portal& portal, const Version& version) {
    const ui::Id id(version.id);
    const ui::Column tight(0);
    version_row_ui(portal, version);
    if (ui::is_phone())
        ui::paragraph(version.file_name, {.color = ui::Color::text_2});
    if (!version.note.empty())
        ui::paragraph(version.note, {.color = ui::Color::text_2, .type = ui::Type::small});
}

void certificate_ui(
    const Portal& portal, const Deliverable& deliverable, const Approval& approval
) {
    if (ui::button(
            tx::certificate,
            {.kind = ui::ButtonKind::ghost,
             .icon = icon::shield_check,
             .tooltip = fill(portal.tr(tx::certificate_of), {{"name", deliverable.name}})}
        ))
        platform::download("/api/portal/approvals/" + std::to_string(approval.id) + "/certificate");
}

// On a phone the certificate's button stands below.
void approval_ui(const Portal& portal, const Deliverable& deliverable, const Approval& approval) {
    const ui::Id id(approval.id);
    const bool approved = approval.decision == "approved", phone = ui::is_phone();
    const std::string line = fill(
        portal.tr(tx::decision_line),
        {{"decision", portal.tr(deliverable_state_label(approval.decision))},
         {"by", approval.by},
         {"n", std::to_string(approval.version)},
         {"when", portal.when(approval.at)}}
    );
    {
        const ui::Row row({.height = phone ? 0.0f : 28.0f});
        ui::icon(
            approved ? icon::circle_check : icon::message_2,
            {.size = 18, .color = approved ? ui::Color::ok : ui::Color::bad}
        );
        if (phone) {
            ui::paragraph(line);
        } else {
            ui::text(line, {.width = std::max(60.0f, ui::avail_width() - 150)});
            ui::spring();
            certificate_ui(portal, deliverable, approval);
        }
    }
    if (!approval.comment.empty())
        ui::paragraph(approval.comment, {.color = ui::Color::text_2});
    if (phone)
        certificate_ui(portal, deliverable, approval);
}

void deliverable_ui(Portal& portal, const Deliverable& deliverable) {
    const ui::Id id(deliverable.id);
    const ui::a11y::Scope item("group", deliverable.name);
    {
        const ui::Row row({.height = 36});
        ui::heading(
            deliverable.name,
            {.level = 3,
             .type = ui::Type::subhead,
             .width = std::min(
                 std::max(60.0f, ui::avail_width() - 170),
                 ui::text_width(deliverable.name, {.type = ui::Type::subhead}) + 2
             )}
        );
        ui::badge(
            deliverable_state_label(deliverable.state),
            ui::deliverable_state_badge(deliverable.state)
        );
    }
    if (!deliverable.description.empty()) {
        ui::paragraph(deliverable.description, {.color = ui::Color::text_2});
        ui::space(8);
    }
    if (!deliverable.versions.empty() && has_preview(deliverable.versions.front()))
        preview_ui(portal, deliverable.versions.front(), std::min(ui::avail_width(), 320.0f), 200);
    for (const Version& version : deliverable.versions) {
        version_ui(portal, version);
        // The newest is the one that waits.
        if (deliverable.may_answer && &version == &deliverable.versions.front()) {
            ui::space(4);
            answer_buttons_ui(portal, deliverable, true);
            ui::space(8);
        }
    }
    for (const Approval& approval : deliverable.approvals)
        approval_ui(portal, deliverable, approval);
    ui::space(8);
}

void deliverables_ui(Portal& portal, const ProjectPage& page) {
    Panel panel(tx::deliverables);
    if (page.deliverables.empty()) {
        ui::paragraph(tx::no_deliverables, {.color = ui::Color::text_3});
        ui::space(12);
    }
    for (const Deliverable& deliverable : page.deliverables) {
        panel.row_line();
        deliverable_ui(portal, deliverable);
    }
}

} // namespace

void projects_ui(Portal& portal) {
    const auto& home = portal.get<Home>(portal.client_path("home"));
    ui::heading(tx::projects, {.level = 1, .type = ui::Type::title});
    if (home.error && !home.value)
        return no_content_ui(portal, *home.error);
    if (!home.value)
        return;
    Panel panel(tx::your_projects);
    if (home.value->projects.empty()) {
        ui::paragraph(tx::no_projects, {.color = ui::Color::text_3});
        ui::space(12);
    }
    for (const Project& project : home.value->projects) {
        panel.row_line();
        project_row_ui(portal, project, true);
    }
}

void project_ui(Portal& portal) {
    const auto& page = portal.get<ProjectPage>("projects/" + std::to_string(portal.route().id));
    {
        const ui::Row row({.height = 28});
        if (ui::link(
                tx::projects, {.href = portal.href(Screen::projects), .icon = icon::arrow_left}
            ))
            portal.go(Screen::projects);
    }
    if (page.error && !page.value)
        return no_content_ui(portal, *page.error);
    if (!page.value) {
        if (ui::waited_long(page.asked_at_ms))
            ui::loading();
        return;
    }
    const Place* place = portal.place();
    const Project& project = page.value->project;
    ui::heading(project.name, {.level = 1, .type = ui::Type::title, .width = ui::fill});
    if (!project.summary.empty())
        ui::paragraph(project.summary, {.color = ui::Color::text_2});
    {
        const ui::Card card({.padding_x = ui::is_phone() ? 16.0f : 20.0f, .padding_y = 4});
        const ui::Column rows(4);
        project_row_ui(portal, project, false);
    }
    deliverables_ui(portal, *page.value);
    milestones_ui(portal, *page.value);
    if (place && place->rights.tasks)
        tasks_ui(portal, *page.value);
}

} // namespace carnet::portal
