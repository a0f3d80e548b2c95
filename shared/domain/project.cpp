// Rules of a project that span several fields.
#include "shared/domain/project.hpp"

#include "shared/texts/validation.hpp"

namespace carnet {

std::vector<FieldError> check(const Project& project, Language language) {
    std::vector<FieldError> errors;
    if (project.started_on.is_set() && project.due_on.is_set() &&
        project.due_on < project.started_on)
        errors.push_back({.field = "due_on", .message = tr(texts::due_before_start, language)});
    return errors;
}

} // namespace carnet
