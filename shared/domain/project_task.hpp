// A task of a project (CF-22): internal unless somebody shares it with the client's contacts.
#pragma once

#include "shared/domain/activity.hpp"
#include "shared/domain/stamps.hpp"
#include "shared/schema/entity.hpp"
#include "shared/schema/traits.hpp"

#include <array>
#include <string>

namespace carnet {

struct ProjectTask {
    std::int64_t id = 0;
    Reference client_id; // That of its project.
    Reference project_id;
    std::string name;
    std::string notes; // The team's own, never the portal's.
    Reference assignee_id;
    Date due_on;
    bool is_done = false;
    Instant done_at;
    ShareState visibility = ShareState::internal;
    std::int64_t position = 0; // Order within the project.
    Instant created_at;
    Reference created_by;
};

// Whoever a task is given to may tick it, with the right to log activities.
constexpr Permission permission_to_tick(const ProjectTask& task, std::int64_t user_id) {
    return task.assignee_id.id == user_id ? Permission::activities_log : Permission::projects_edit;
}

inline constexpr auto project_task_fields = std::to_array<Field>({
    field<&ProjectTask::client_id>(
        {.name = "client_id",
         .label = {"Client", "Client"},
         .kind = FieldKind::reference,
         .required = true,
         .references = "client",
         .origin = FieldOrigin::system,
         .write = Permission::projects_edit}
    ),
    field<&ProjectTask::project_id>(
        {.name = "project_id",
         .label = {"Projet", "Project"},
         .kind = FieldKind::reference,
         .required = true,
         .references = "project",
         .origin = FieldOrigin::system,
         .write = Permission::projects_edit}
    ),
    field<&ProjectTask::name>(
        {.name = "name",
         .label = {"Nom", "Name"},
         .required = true,
         .max_length = 200,
         .write = Permission::projects_edit,
         .portal = true}
    ),
    field<&ProjectTask::notes>(
        {.name = "notes",
         .label = {"Notes internes", "Internal notes"},
         .kind = FieldKind::multiline,
         .max_length = 5000,
         .write = Permission::projects_edit}
    ),
    field<&ProjectTask::assignee_id>(
        {.name = "assignee_id",
         .label = {"Responsable", "Assignee"},
         .kind = FieldKind::reference,
         .references = "user",
         .write = Permission::projects_edit}
    ),
    field<&ProjectTask::due_on>(
        {.name = "due_on",
         .label = {"Échéance", "Due date"},
         .kind = FieldKind::date,
         .write = Permission::projects_edit,
         .portal = true}
    ),
    field<&ProjectTask::is_done>(
        {.name = "is_done",
         .label = {"Faite", "Done"},
         .kind = FieldKind::boolean,
         .write = Permission::activities_log,
         .portal = true}
    ),
    field<&ProjectTask::done_at>(
        {.name = "done_at",
         .label = {"Faite le", "Done on"},
         .kind = FieldKind::instant,
         .origin = FieldOrigin::system,
         .write = Permission::activities_log}
    ),
    field<&ProjectTask::visibility>(
        {.name = "visibility",
         .label = {"Visibilité", "Visibility"},
         .kind = FieldKind::choice,
         .choices = share_state_choices,
         .write = Permission::projects_edit}
    ),
    field<&ProjectTask::position>(
        {.name = "position",
         .label = {"Ordre", "Order"},
         .kind = FieldKind::integer,
         .origin = FieldOrigin::system,
         .write = Permission::projects_edit}
    ),
    field<&ProjectTask::created_at>(stamps::created_at(Permission::projects_edit)),
    field<&ProjectTask::created_by>(stamps::created_by(Permission::projects_edit)),
});
static_assert(well_formed(project_task_fields));

template <>
struct EntityOf<ProjectTask> {
    static constexpr EntitySpec spec = make_entity<ProjectTask>(
        {.name = "task",
         .table = "project_task",
         .label = {"Tâche", "Task"},
         .fields = project_task_fields,
         .client_field = "client_id"}
    );
};

} // namespace carnet
