// Calendar days and instants. `shared/` has no clock: "now" is always given.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace carnet {

// A calendar day without a time zone. Unset is not a day: check before use.
struct Date {
    static constexpr std::int32_t unset = INT32_MIN;
    std::int32_t days = unset; // Days since 1970-01-01.
    constexpr bool is_set() const { return days != unset; }
    friend constexpr bool operator==(Date a, Date b) { return a.days == b.days; }
    friend constexpr bool operator<(Date a, Date b) { return a.days < b.days; }
};

// A moment in UTC. Unset is 0 (1970-01-01), which no record of ours can bear.
struct Instant {
    std::int64_t ms = 0; // Milliseconds since 1970-01-01T00:00:00Z.
    constexpr bool is_set() const { return ms != 0; }
    friend constexpr bool operator==(Instant a, Instant b) { return a.ms == b.ms; }
    friend constexpr bool operator<(Instant a, Instant b) { return a.ms < b.ms; }
};

Date make_date(int year, int month, int day); // Unset when there is no such day.
struct YearMonthDay {
    int year, month, day;
};
YearMonthDay split(Date date);

std::string to_iso(Date date);       // "2026-11-21", "" when unset.
std::string to_iso(Instant instant); // "2026-11-21T20:29:57.123Z", "" when unset.
std::optional<Date> parse_iso_date(std::string_view text);
std::optional<Instant> parse_iso_instant(std::string_view text);

// What people type: 21/11/2026, 21-11-26, 21.11.2026, 2026-11-21, 211126. Two-digit years are
// 1970–2069.
std::optional<Date> parse_typed_date(std::string_view text);

} // namespace carnet
