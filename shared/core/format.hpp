// How dates, moments, durations, phones and numbers are written for people, in both languages
// (French first).
#pragma once

#include "shared/core/i18n.hpp"
#include "shared/core/money.hpp"
#include "shared/core/time.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace carnet {

// The reader's clock: given by whoever has one.
struct LocalClock {
    Instant now;
    int offset_minutes = 0; // Local time minus UTC.
};
Date local_date(Instant instant, int offset_minutes);
Date today(const LocalClock& clock);
int weekday(Date date); // 0 Monday … 6 Sunday.

enum class DateStyle {
    field, // 19/11/2026
    list,  // 19 nov., with the year when it is not this year: 19 nov. 2025
    day,   // 19 novembre 2026
    title, // jeudi 19 novembre 2026
};
std::string
format_date(Date date, DateStyle style, Language language, Date today = {}); // "" when unset.
std::string format_time(Instant instant, int offset_minutes);                // "14:00"
// "jeudi 19 novembre 2026 à 14:00", with the style of the date given.
std::string
format_date_time(Instant instant, DateStyle style, Language language, const LocalClock& clock);
// "à l’instant", "il y a 5 min", "il y a 2 h" under a day, then "hier", then the date as in lists;
// the same ahead.
std::string format_relative(Instant instant, Language language, const LocalClock& clock);

std::string format_duration(std::int64_t minutes, Language language); // "45 min", "2 h", "1 h 30"
std::string format_size(std::uint64_t bytes, Language language);      // "1,2 Mo"

// A stored phone number: French ones in pairs "02 61 91 40 12", others "+32 470 12 34 56"; what is
// no E.164 number comes back unchanged.
std::string format_phone(std::string_view stored, Language language);
std::string format_siren(std::string_view siren);       // "732 829 320"; no-break spaces.
std::string format_siret(std::string_view siret);       // "732 829 320 00074"
std::string format_vat_number(std::string_view number); // "FR 44 732 829 320"; others unchanged.

} // namespace carnet
