// How well a name answers what somebody typed.
#pragma once

#include <cstdint>
#include <string_view>

namespace carnet::text {

// Where a folded text (text::fold) holds a folded key, best first: what people look for stands
// before what only holds its letters.
enum class Match : std::uint8_t { start, word, inside, none };
Match match(std::string_view folded, std::string_view key);

} // namespace carnet::text
