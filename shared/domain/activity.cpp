// Rules of an activity that span several fields.
#include "shared/domain/activity.hpp"

#include "shared/texts/validation.hpp"

namespace carnet {

std::vector<FieldError> check(const Activity& activity, Language language) {
    std::vector<FieldError> errors;
    if (activity.kind > ActivityKind::note)
        errors.push_back({.field = "kind", .message = tr(texts::activity_kind, language)});
    if (activity.kind == ActivityKind::note && activity.body.empty())
        errors.push_back({.field = "body", .message = tr(texts::note_empty, language)});
    if (activity.happened_at.ms < 0) // Before 1970-01-01.
        errors.push_back({.field = "happened_at", .message = tr(texts::too_long_ago, language)});
    return errors;
}

} // namespace carnet
