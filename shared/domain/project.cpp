// Rules of a project that span several fields, and what it adds to its client's figures.
#include "shared/domain/project.hpp"

#include "shared/domain/client.hpp"
#include "shared/texts/validation.hpp"

namespace carnet {

std::vector<FieldError> check(const Project& project, Language language) {
    std::vector<FieldError> errors;
    if (project.started_on.is_set() && project.due_on.is_set() &&
        project.due_on < project.started_on)
        errors.push_back({.field = "due_on", .message = tr(texts::due_before_start, language)});
    return errors;
}

void add_project(ClientFigures& figures, ProjectState state, std::int64_t budget_cents) {
    const bool runs = state == ProjectState::running, waits = state == ProjectState::waiting;
    figures.active_projects += runs ? 1 : 0;
    figures.waiting_projects += waits ? 1 : 0;
    figures.ended_projects += runs || waits ? 0 : 1;
    figures.value_cents += state == ProjectState::cancelled ? 0 : budget_cents;
    figures.running_value_cents += runs ? budget_cents : 0;
}

} // namespace carnet
