// Names of months and days, and how far away a moment is.
#pragma once

#include "shared/core/i18n.hpp"

#include <array>

namespace carnet::texts {

inline constexpr std::array<Text, 12> months{{
    {"janvier", "January"}, {"février", "February"}, {"mars", "March"}, {"avril", "April"}, {"mai", "May"},
    {"juin", "June"}, {"juillet", "July"}, {"août", "August"}, {"septembre", "September"}, {"octobre", "October"},
    {"novembre", "November"}, {"décembre", "December"},
}};
inline constexpr std::array<Text, 12> months_short{{
    {"janv.", "Jan"}, {"févr.", "Feb"}, {"mars", "Mar"}, {"avr.", "Apr"}, {"mai", "May"}, {"juin", "Jun"},
    {"juil.", "Jul"}, {"août", "Aug"}, {"sept.", "Sep"}, {"oct.", "Oct"}, {"nov.", "Nov"}, {"déc.", "Dec"},
}};
inline constexpr std::array<Text, 7> weekdays{{   // From Monday.
    {"lundi", "Monday"}, {"mardi", "Tuesday"}, {"mercredi", "Wednesday"}, {"jeudi", "Thursday"},
    {"vendredi", "Friday"}, {"samedi", "Saturday"}, {"dimanche", "Sunday"},
}};
inline constexpr Text today{"Aujourd’hui", "Today"};
inline constexpr Text yesterday{"Hier", "Yesterday"};
inline constexpr Text yesterday_inline{"hier", "yesterday"};
inline constexpr Text just_now{"à l’instant", "just now"};
inline constexpr Text minutes_ago{"il y a {n} min", "{n} min ago"};
inline constexpr Text hours_ago{"il y a {n} h", "{n} h ago"};

}  // namespace carnet::texts
