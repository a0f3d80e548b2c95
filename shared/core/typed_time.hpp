// Days and times as people type them in a field: without the year, by the name of the weekday, in
// hours and minutes.
#pragma once

#include "shared/core/time.hpp"

namespace carnet {

// As parse_typed_date, and 3/11, of this year, and lundi, the next one; where days lie in the
// `past`, never later than today.
std::optional<Date> parse_typed_day(std::string_view text, Date today, bool past);
// In minutes; -1 when it is none. A duration: 90, 90 min, 1h30, 1 h 30, 1:30, 2 h.
int parse_typed_duration(std::string_view text);
// A time of day: 14:30, 14h30, 14h, 1430, 9.
int parse_typed_time(std::string_view text);

} // namespace carnet
