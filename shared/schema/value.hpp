// What one field holds when it crosses a boundary: JSON, SQL, CSV, the journal or a form widget.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace carnet {

using Ids = std::vector<std::int64_t>;
using Words = std::vector<std::string>;

// monostate = empty. Dates and instants travel as ISO text, choices as their `value` word, money as
// integer cents.
using Value = std::variant<std::monostate, bool, std::int64_t, std::string, Ids, Words>;

} // namespace carnet
