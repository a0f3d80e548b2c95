// Dates and moments as people read them. Phones and numbers are in format_numbers.cpp.
#include "shared/core/format.hpp"

#include "shared/texts/format.hpp"

namespace carnet {
namespace {

constexpr std::int64_t ms_per_minute = 60'000;
constexpr std::int64_t ms_per_hour = 3'600'000;
constexpr std::int64_t ms_per_day = 86'400'000;

std::int64_t local_ms(Instant instant, int offset_minutes) {
    return instant.ms + offset_minutes * ms_per_minute;
}

std::string two_digits(std::int64_t number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

const char* month_name(int month, bool is_short, Language language) {
    const auto index = static_cast<std::size_t>(month - 1);
    return tr(is_short ? texts::short_months[index] : texts::months[index], language);
}

// The first of a month is "1er" in French.
std::string day_name(int day, Language language) {
    return day == 1 && language == Language::fr ? "1er" : std::to_string(day);
}

std::string counted(const Text& pattern, std::int64_t n, Language language) {
    return fill(tr(pattern, language), {{"n", std::to_string(n)}});
}

} // namespace

Date local_date(Instant instant, int offset_minutes) {
    const std::int64_t ms = local_ms(instant, offset_minutes);
    return {static_cast<std::int32_t>((ms >= 0 ? ms : ms - ms_per_day + 1) / ms_per_day)};
}

Date today(const LocalClock& clock) {
    return local_date(clock.now, clock.offset_minutes);
}

// 1970-01-01 was a Thursday.
int weekday(Date date) {
    return static_cast<int>(((date.days + 3LL) % 7 + 7) % 7);
}

std::string format_date(Date date, DateStyle style, Language language, Date today) {
    if (!date.is_set())
        return "";
    const auto [year, month, day] = split(date);
    const std::string y = std::to_string(year);
    if (style == DateStyle::field)
        return two_digits(day) + "/" + two_digits(month) + "/" + y;
    const bool with_year = style != DateStyle::list || !today.is_set() || split(today).year != year;
    std::string out =
        day_name(day, language) + " " + month_name(month, style == DateStyle::list, language);
    if (with_year)
        out += " " + y;
    if (style != DateStyle::title)
        return out;
    return std::string(tr(texts::weekdays[static_cast<std::size_t>(weekday(date))], language)) +
           " " + out;
}

std::string format_time(Instant instant, int offset_minutes) {
    if (!instant.is_set())
        return "";
    const std::int64_t ms = local_ms(instant, offset_minutes);
    const std::int64_t of_day = ((ms % ms_per_day) + ms_per_day) % ms_per_day;
    return two_digits(of_day / ms_per_hour) + ":" + two_digits(of_day / ms_per_minute % 60);
}

std::string
format_date_time(Instant instant, DateStyle style, Language language, const LocalClock& clock) {
    if (!instant.is_set())
        return "";
    const std::string date =
        format_date(local_date(instant, clock.offset_minutes), style, language, today(clock));
    const std::string time = format_time(instant, clock.offset_minutes);
    return fill(tr(texts::date_and_time, language), {{"date", date}, {"time", time}});
}

std::string format_relative(Instant instant, Language language, const LocalClock& clock) {
    if (!instant.is_set())
        return "";
    const std::int64_t past = clock.now.ms - instant.ms;
    const std::int64_t distance = past < 0 ? -past : past;
    if (distance < ms_per_minute)
        return tr(texts::just_now, language);
    if (distance < ms_per_hour)
        return counted(
            past > 0 ? texts::minutes_ago : texts::in_minutes, distance / ms_per_minute, language
        );
    if (distance < ms_per_day)
        return counted(
            past > 0 ? texts::hours_ago : texts::in_hours, distance / ms_per_hour, language
        );
    const Date date = local_date(instant, clock.offset_minutes), now = today(clock);
    if (date.days == now.days - 1)
        return tr(texts::yesterday, language);
    if (date.days == now.days + 1)
        return tr(texts::tomorrow, language);
    return format_date(date, DateStyle::list, language, now);
}

std::string format_duration(std::int64_t minutes, Language language) {
    if (minutes < 60)
        return counted(texts::minutes_long, minutes, language);
    if (minutes % 60 == 0)
        return counted(texts::hours_long, minutes / 60, language);
    const std::string h = std::to_string(minutes / 60), m = two_digits(minutes % 60);
    return fill(tr(texts::hours_minutes, language), {{"h", h}, {"m", m}});
}

} // namespace carnet
