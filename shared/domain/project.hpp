// A project of a client: its figures show in the list (CF-28, CF-30). Its milestones, tasks and
// deliverables have headers of their own.
#pragma once

#include "shared/domain/stamps.hpp"
#include "shared/schema/entity.hpp"
#include "shared/schema/traits.hpp"

#include <array>
#include <string>

namespace carnet {

enum class ProjectState : std::uint8_t { running, waiting, done, cancelled };
inline constexpr auto project_state_choices = std::to_array<Choice>({
    {"running", {"En cours", "Running"}},
    {"waiting", {"En attente", "Waiting"}},
    {"done", {"Terminé", "Done"}},
    {"cancelled", {"Annulé", "Cancelled"}},
});
constexpr std::span<const Choice> choices_of(ProjectState) {
    return project_state_choices;
}

// Where the progress comes from: somebody's estimate, or the share of tasks that are done.
enum class ProgressMode : std::uint8_t { manual, tasks };
inline constexpr auto progress_mode_choices = std::to_array<Choice>({
    {"manual", {"Saisie à la main", "Entered by hand"}},
    {"tasks", {"D’après les tâches", "From the tasks"}},
});
constexpr std::span<const Choice> choices_of(ProgressMode) {
    return progress_mode_choices;
}

struct Project {
    std::int64_t id = 0;
    Reference client_id;
    std::string name;
    ProjectState state = ProjectState::running;
    std::int64_t progress = 0;     // Percent; derived by the server when the tasks give it.
    std::int64_t budget_cents = 0; // EUR, excluding VAT.
    Date started_on;
    Date due_on;
    Ids team_ids; // Users; they may see the client.
    ProgressMode progress_mode = ProgressMode::manual;
    bool is_portal_visible = true;
    std::string summary; // For the client, in the portal.
    Instant created_at;
    Reference created_by;
};

inline constexpr auto project_fields = std::to_array<Field>({
    field<&Project::client_id>(
        {.name = "client_id",
         .label = {"Client", "Client"},
         .kind = FieldKind::reference,
         .required = true,
         .references = "client",
         .origin = FieldOrigin::system,
         .write = Permission::projects_edit}
    ),
    field<&Project::name>(
        {.name = "name",
         .label = {"Nom", "Name"},
         .required = true,
         .max_length = 160,
         .write = Permission::projects_edit,
         .portal = true}
    ),
    field<&Project::state>(
        {.name = "state",
         .label = {"État", "State"},
         .kind = FieldKind::choice,
         .choices = project_state_choices,
         .write = Permission::projects_edit,
         .portal = true}
    ),
    field<&Project::progress>(
        {.name = "progress",
         .label = {"Progression", "Progress"},
         .kind = FieldKind::percent,
         .min = 0,
         .max = 100,
         .write = Permission::projects_edit,
         .portal = true}
    ),
    field<&Project::budget_cents>(
        {.name = "budget_cents",
         .label = {"Budget", "Budget"},
         .kind = FieldKind::money,
         .min = 0,
         .max = 100'000'000'000'00,
         .write = Permission::projects_edit}
    ),
    field<&Project::started_on>(
        {.name = "started_on",
         .label = {"Début", "Start"},
         .kind = FieldKind::date,
         .write = Permission::projects_edit,
         .portal = true}
    ),
    field<&Project::due_on>(
        {.name = "due_on",
         .label = {"Date limite", "Deadline"},
         .kind = FieldKind::date,
         .write = Permission::projects_edit,
         .portal = true}
    ),
    field<&Project::team_ids>(
        {.name = "team_ids",
         .label = {"Équipe", "Team"},
         .kind = FieldKind::reference_list,
         .references = "user",
         .write = Permission::projects_edit}
    ),
    field<&Project::progress_mode>(
        {.name = "progress_mode",
         .label = {"Calcul de la progression", "How progress is measured"},
         .kind = FieldKind::choice,
         .choices = progress_mode_choices,
         .write = Permission::projects_edit}
    ),
    field<&Project::is_portal_visible>(
        {.name = "is_portal_visible",
         .label = {"Visible au portail", "Visible in the portal"},
         .kind = FieldKind::boolean,
         .write = Permission::projects_edit}
    ),
    field<&Project::summary>(
        {.name = "summary",
         .label = {"Présentation au client", "Summary for the client"},
         .kind = FieldKind::multiline,
         .max_length = 5000,
         .write = Permission::projects_edit,
         .portal = true}
    ),
    field<&Project::created_at>(stamps::created_at(Permission::projects_edit)),
    field<&Project::created_by>(stamps::created_by(Permission::projects_edit)),
});
static_assert(well_formed(project_fields));

template <>
struct EntityOf<Project> {
    static constexpr EntitySpec spec = make_entity<Project>(
        {.name = "project",
         .table = "project",
         .label = {"Projet", "Project"},
         .fields = project_fields,
         .client_field = "client_id"}
    );
};

// The deadline is not before the start.
std::vector<FieldError> check(const Project& project, Language language);

// What a project adds to its client's figures: nothing when cancelled, its value alone when done.
struct ClientFigures;
void add_project(ClientFigures& figures, ProjectState state, std::int64_t budget_cents);

} // namespace carnet
