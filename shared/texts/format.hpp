// Words of dates, durations, sizes and numbers. Placeholders: {n} and what each line names.
#pragma once

#include "shared/core/i18n.hpp"

#include <array>

namespace carnet::texts {

inline constexpr std::array<Text, 7> weekdays{{
    {"lundi", "Monday"},
    {"mardi", "Tuesday"},
    {"mercredi", "Wednesday"},
    {"jeudi", "Thursday"},
    {"vendredi", "Friday"},
    {"samedi", "Saturday"},
    {"dimanche", "Sunday"},
}};
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
inline constexpr std::array<Text, 12> short_months{{
    {"janv.", "Jan"},
    {"févr.", "Feb"},
    {"mars", "Mar"},
    {"avr.", "Apr"},
    {"mai", "May"},
    {"juin", "Jun"},
    {"juil.", "Jul"},
    {"août", "Aug"},
    {"sept.", "Sep"},
    {"oct.", "Oct"},
    {"nov.", "Nov"},
    {"déc.", "Dec"},
}};
inline constexpr Text just_now{"à l’instant", "just now"};
inline constexpr Text minutes_ago{"il y a {n}\u00A0min", "{n} min ago"};
inline constexpr Text hours_ago{"il y a {n}\u00A0h", "{n} h ago"};
inline constexpr Text yesterday{"hier", "yesterday"};
inline constexpr Text in_minutes{"dans {n}\u00A0min", "in {n} min"};
inline constexpr Text in_hours{"dans {n}\u00A0h", "in {n} h"};
inline constexpr Text tomorrow{"demain", "tomorrow"};
inline constexpr Text today{"aujourd’hui", "today"};
inline constexpr Text date_and_time{"{date} à {time}", "{date} at {time}"};
inline constexpr Text minutes_long{"{n}\u00A0min", "{n}\u00A0min"};
inline constexpr Text hours_long{"{n}\u00A0h", "{n}\u00A0h"};
inline constexpr Text hours_minutes{"{h}\u00A0h\u00A0{m}", "{h}\u00A0h\u00A0{m}"};
inline constexpr Text phone_extension{"{number} poste {n}", "{number} ext. {n}"};
inline constexpr Text yes{"Oui", "Yes"};
inline constexpr Text no{"Non", "No"};
inline constexpr std::array<Text, 4> byte_units{
    {{"o", "B"}, {"ko", "KB"}, {"Mo", "MB"}, {"Go", "GB"}}};

} // namespace carnet::texts
