// The page of a project: what it is at the left, tasks, milestones and deliverables beside it. One
// file per card.
#pragma once

#include "shared/core/json.hpp"
#include "web/views/new_task.hpp"
#include "web/views/readers_view.hpp"
#include "web/views/record_edit.hpp"

namespace carnet::views {

struct ProjectView {
    std::int64_t id = 0;
    RecordEdit edit; // The project, or one of its rows.
    Conflict conflict;
    NewTask new_task;
    bool asking_delete = false;
    std::int64_t version_of = 0; // The deliverable a file is being picked for.
    LinkProject move;
};

void project_ui(
    ProjectView& view, const app::ProjectRoute& route, app::Context& context, ui::Rect panel
);

// --- Its parts, one file each ---
void project_tasks_ui(ProjectView& view, const net::ProjectPage& page, app::Context& context);
void project_milestones_ui(ProjectView& view, const net::ProjectPage& page, app::Context& context);
void project_deliverables_ui(
    ProjectView& view, const net::ProjectPage& page, app::Context& context
);
// Links the project to another client (project_link.cpp).
void project_move_ui(ProjectView& view, const net::ProjectPage& page, app::Context& context);

// Opens the form of a row: `path` is POST's for a new one (entity null), else the record's own.
void begin_row(
    ProjectView& view,
    const net::ProjectPage& page,
    const EntitySpec& spec,
    std::string path,
    const void* entity
);
// change_field() of a row of the page.
void change_row(
    const net::ProjectPage& page,
    const std::string& path,
    std::string_view field,
    Json value,
    std::string toast,
    app::Context& context
);
// POST without content, or with `body`.
void act_on_row(
    const net::ProjectPage& page,
    std::string path,
    std::string toast,
    app::Context& context,
    Json body = Json::object()
);
// A date of a row: small, red when it is past and the work is not done.
void due_ui(Date due, bool done, const app::Context& context);
float due_width(
    Date due, bool done, const app::Context& context
); // What it takes in a row, gaps included.

} // namespace carnet::views
