// A milestone of a project: a date the team and the client agreed on (CF-24).
#pragma once

#include "shared/schema/entity.hpp"
#include "shared/schema/traits.hpp"

#include <array>
#include <string>

namespace carnet {

struct Milestone {
    std::int64_t id = 0;
    Reference client_id; // That of its project.
    Reference project_id;
    std::string name;
    Date due_on;
    bool is_done = false;
    Instant done_at;
};

inline constexpr auto milestone_fields = std::to_array<Field>({
    field<&Milestone::client_id>(
        {.name = "client_id",
         .label = {"Client", "Client"},
         .kind = FieldKind::reference,
         .required = true,
         .references = "client",
         .origin = FieldOrigin::system,
         .write = Permission::projects_edit}
    ),
    field<&Milestone::project_id>(
        {.name = "project_id",
         .label = {"Projet", "Project"},
         .kind = FieldKind::reference,
         .required = true,
         .references = "project",
         .origin = FieldOrigin::system,
         .write = Permission::projects_edit}
    ),
    field<&Milestone::name>(
        {.name = "name",
         .label = {"Nom", "Name"},
         .required = true,
         .max_length = 160,
         .write = Permission::projects_edit,
         .portal = true}
    ),
    field<&Milestone::due_on>(
        {.name = "due_on",
         .label = {"Date", "Date"},
         .kind = FieldKind::date,
         .write = Permission::projects_edit,
         .portal = true}
    ),
    field<&Milestone::is_done>(
        {.name = "is_done",
         .label = {"Atteint", "Reached"},
         .kind = FieldKind::boolean,
         .write = Permission::projects_edit,
         .portal = true}
    ),
    field<&Milestone::done_at>(
        {.name = "done_at",
         .label = {"Atteint le", "Reached on"},
         .kind = FieldKind::instant,
         .origin = FieldOrigin::system,
         .write = Permission::projects_edit}
    ),
});
static_assert(well_formed(milestone_fields));

template <>
struct EntityOf<Milestone> {
    static constexpr EntitySpec spec = make_entity<Milestone>(
        {.name = "milestone",
         .table = "milestone",
         .label = {"Jalon", "Milestone"},
         .fields = milestone_fields,
         .client_field = "client_id"}
    );
};

} // namespace carnet
