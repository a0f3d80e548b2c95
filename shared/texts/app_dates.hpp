// Names of months and days, and how far away a moment is.
#pragma once

#include "shared/core/i18n.hpp"

#include <array>

namespace carnet::texts {

inline constexpr std::array<Text, 12> months{{
    {"janvier", "January"},
    {"février", "February"},
    {"mars", "March"},
    {"avril", "April"},
    {"mai", "May"},
    {"juin", "June"},
    {"juillet", "July"},
    {"août", "August"},
    {"septembre", "September"},
    {"octobre", "October"},
    {"novembre", "November"},
    {"décembre", "December"},
}};
inline constexpr std::array<Text, 7> weekdays{{
    // From Monday.
    {"lundi", "Monday"},
    {"mardi", "Tuesday"},
    {"mercredi", "Wednesday"},
    {"jeudi", "Thursday"},
    {"vendredi", "Friday"},
    {"samedi", "Saturday"},
    {"dimanche", "Sunday"},
}};
inline constexpr Text today{"Aujourd’hui", "Today"};
inline constexpr Text yesterday{"Hier", "Yesterday"};

} // namespace carnet::texts
