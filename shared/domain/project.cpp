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
    if (state == ProjectState::cancelled)
        return;
    figures.value_cents += budget_cents;
    if (state == ProjectState::done)
        return;
    figures.open_value_cents += budget_cents;
    figures.active_projects += state == ProjectState::running ? 1 : 0;
}

} // namespace carnet
