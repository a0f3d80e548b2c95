// Values as people read them: histories, toasts, exports, lists. The opposite of what a form reads.
#pragma once

#include "shared/core/format.hpp"
#include "shared/core/result.hpp"
#include "shared/schema/field.hpp"

namespace carnet {

// "" for an empty value. References show as numbers: their names are not known here.
std::string display_value(
    const Field& field, const Value& value, Language language, const LocalClock& clock = {}
);
// Label of a choice's word; the word itself when unknown.
std::string_view
choice_label(std::span<const Choice> choices, std::string_view word, Language language);
// What a form's text says, as the value of a field of this kind; `invalid` when it cannot be read.
// The result has passed check_value().
Result<Value> parse_typed_value(const Field& field, std::string_view typed, Language language);

} // namespace carnet
