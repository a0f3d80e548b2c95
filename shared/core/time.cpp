// Calendar arithmetic and ISO 8601, without the C library's time zone.
#include "shared/core/time.hpp"

#include <charconv>
#include <vector>

namespace carnet {
namespace {

constexpr std::int64_t ms_per_day = 86'400'000;

bool is_leap(int year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int days_in_month(int year, int month) {
    constexpr int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap(year) ? 29 : lengths[month - 1];
}

// Exactly `count` digits at `at`; -1 when they are not.
int digits_at(std::string_view text, std::size_t at, std::size_t count) {
    if (at + count > text.size())
        return -1;
    int value = 0;
    for (std::size_t i = at; i < at + count; ++i) {
        if (text[i] < '0' || text[i] > '9')
            return -1;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

std::string padded(int number, std::size_t width) {
    std::string digits = std::to_string(number);
    return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

// Milliseconds of ".123456"; moves `at` behind the fraction. False when a digit is missing.
bool read_fraction(std::string_view text, std::size_t& at, int& ms) {
    if (at >= text.size() || text[at] != '.')
        return true;
    const std::size_t start = ++at;
    int scale = 100;
    for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at, scale /= 10)
        ms += scale * (text[at] - '0');
    return at > start && at - start <= 9;
}

// "Z" or "+02:00" to the end of the text.
std::optional<int> read_offset_minutes(std::string_view rest) {
    if (rest == "Z" || rest == "z")
        return 0;
    if (rest.size() != 6 || (rest[0] != '+' && rest[0] != '-') || rest[3] != ':')
        return std::nullopt;
    const int hours = digits_at(rest, 1, 2), minutes = digits_at(rest, 4, 2);
    if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59)
        return std::nullopt;
    return (hours * 60 + minutes) * (rest[0] == '-' ? -1 : 1);
}

std::optional<Date> checked(int year, int month, int day) {
    const Date date = make_date(year, month, day);
    return date.is_set() ? std::optional(date) : std::nullopt;
}

int full_year(int two_digits) {
    return two_digits < 70 ? 2000 + two_digits : 1900 + two_digits;
}

} // namespace

// Days from civil: the era is 400 years, the year starts in March.
// Source: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil, as read on
// 2026-11-21.
Date make_date(int year, int month, int day) {
    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 ||
        day > days_in_month(year, month))
        return {};
    const int y = month <= 2 ? year - 1 : year;
    const int era = y / 400, year_of_era = y - era * 400;
    const int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return {era * 146097 + day_of_era - 719468};
}

YearMonthDay split(Date date) {
    const std::int64_t z = static_cast<std::int64_t>(date.days) + 719468;
    const std::int64_t era = (z >= 0 ? z : z - 146096) / 146097;
    const int day_of_era = static_cast<int>(z - era * 146097);
    const int year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const int shifted = (5 * day_of_year + 2) / 153;
    const int month = shifted < 10 ? shifted + 3 : shifted - 9;
    const int year = year_of_era + static_cast<int>(era) * 400 + (month <= 2 ? 1 : 0);
    return {year, month, day_of_year - (153 * shifted + 2) / 5 + 1};
}

std::string to_iso(Date date) {
    if (!date.is_set())
        return "";
    const auto [year, month, day] = split(date);
    return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2);
}

std::string to_iso(Instant instant) {
    if (!instant.is_set())
        return "";
    std::int64_t days = instant.ms / ms_per_day, rest = instant.ms % ms_per_day;
    if (rest < 0)
        rest += ms_per_day, --days;
    const int ms = static_cast<int>(rest);
    return to_iso(Date{static_cast<std::int32_t>(days)}) + "T" + padded(ms / 3'600'000, 2) + ":" +
           padded(ms / 60'000 % 60, 2) + ":" + padded(ms / 1000 % 60, 2) + "." +
           padded(ms % 1000, 3) + "Z";
}

std::optional<Date> parse_iso_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return std::nullopt;
    return checked(digits_at(text, 0, 4), digits_at(text, 5, 2), digits_at(text, 8, 2));
}

std::optional<Instant> parse_iso_instant(std::string_view text) {
    if (text.size() < 20 || text.size() > 40 || (text[10] != 'T' && text[10] != 't'))
        return std::nullopt;
    const auto date = parse_iso_date(text.substr(0, 10));
    const int hour = digits_at(text, 11, 2), minute = digits_at(text, 14, 2),
              second = digits_at(text, 17, 2);
    if (!date || text[13] != ':' || text[16] != ':' || hour < 0 || hour > 23 || minute < 0 ||
        minute > 59 || second < 0 || second > 59)
        return std::nullopt;
    std::size_t at = 19;
    int ms = 0;
    if (!read_fraction(text, at, ms))
        return std::nullopt;
    const auto offset = read_offset_minutes(text.substr(at));
    if (!offset)
        return std::nullopt;
    const std::int64_t of_day = ((hour * 60 + minute - *offset) * 60 + second) * 1000LL + ms;
    return Instant{date->days * ms_per_day + of_day};
}

std::optional<Date> parse_typed_date(std::string_view text) {
    while (!text.empty() && text.front() == ' ')
        text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ')
        text.remove_suffix(1);
    std::vector<std::string_view> pieces;
    std::size_t start = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        const bool separator = i == text.size() || text[i] == '/' || text[i] == '-' ||
                               text[i] == '.' || text[i] == ' ';
        if (!separator)
            continue;
        if (i > start)
            pieces.push_back(text.substr(start, i - start));
        start = i + 1;
    }
    const auto number = [](std::string_view piece) { return digits_at(piece, 0, piece.size()); };
    if (pieces.size() == 1 && (text.size() == 6 || text.size() == 8)) {
        const int year = digits_at(text, 4, text.size() - 4);
        return checked(
            text.size() == 6 && year >= 0 ? full_year(year) : year,
            digits_at(text, 2, 2),
            digits_at(text, 0, 2)
        );
    }
    if (pieces.size() != 3)
        return std::nullopt;
    for (const auto piece : pieces)
        if (piece.size() > 4)
            return std::nullopt;
    const int a = number(pieces[0]), b = number(pieces[1]), c = number(pieces[2]);
    if (pieces[0].size() == 4)
        return checked(a, b, c);
    if (pieces[2].size() == 3 || c < 0)
        return std::nullopt;
    return checked(pieces[2].size() == 4 ? c : full_year(c), b, a);
}

} // namespace carnet
