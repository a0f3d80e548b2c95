// Headings of the days in lists that are grouped by day. Names of months and days are format.hpp's.
#pragma once

#include "shared/core/i18n.hpp"

namespace carnet::texts {

inline constexpr Text heading_today{"Aujourd’hui", "Today"};
inline constexpr Text heading_yesterday{"Hier", "Yesterday"};

} // namespace carnet::texts
