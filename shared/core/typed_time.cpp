// See typed_time.hpp.
#include "shared/core/typed_time.hpp"

#include "shared/core/format.hpp"
#include "shared/core/text.hpp"
#include "shared/texts/format.hpp"

#include <algorithm>

namespace carnet {
namespace {

std::optional<Date> weekday_near(std::string_view name, Date today, bool past) {
    for (int day = 0; day < 7; ++day) {
        const Text& text = texts::weekdays[static_cast<std::size_t>(day)];
        if (name != text::fold(text.fr) && name != text::fold(text.en))
            continue;
        const int ahead = (day - weekday(today) + 7) % 7;
        return Date{today.days + (past ? -((7 - ahead) % 7) : ahead ? ahead : 7)};
    }
    return std::nullopt;
}

// What stands before and after the sign between hours and minutes; without a sign `minutes` is -1.
struct HoursMinutes {
    int hours = -1, minutes = -1;
};
std::optional<HoursMinutes> read_hours(std::string_view text) {
    int numbers[] = {-1, -1};
    std::size_t at = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const int c = text[i] | 0x20; // Letters small.
        if (c >= '0' && c <= '9') {
            int& number = numbers[at];
            number = std::max(number, 0) * 10 + (c - '0');
            if (number > 99999)
                return std::nullopt;
        } else if (c == 'h' || c == ':' || c == '.') {
            if (at++ > 0)
                return std::nullopt;
            numbers[1] = 0;
        } else if (c == 'm' && (text.substr(i) == "m" || text.substr(i) == "min")) {
            break;
        } else if (c != ' ') {
            return std::nullopt;
        }
    }
    return numbers[0] < 0 || numbers[1] > 59 ? std::nullopt
                                             : std::optional(HoursMinutes{numbers[0], numbers[1]});
}

} // namespace

std::optional<Date> parse_typed_day(std::string_view text, Date today, bool past) {
    if (const auto date = parse_typed_date(text))
        return date;
    if (const auto day = weekday_near(text::fold(text), today, past))
        return day;
    const std::string with_year = std::string(text) + "/" + std::to_string(split(today).year);
    const auto date = parse_typed_date(with_year);
    if (!past || !date || !(today < *date))
        return date;
    return parse_typed_date(std::string(text) + "/" + std::to_string(split(today).year - 1));
}

int parse_typed_duration(std::string_view text) {
    const auto read = read_hours(text);
    return !read ? -1 : read->minutes < 0 ? read->hours : read->hours * 60 + read->minutes;
}

int parse_typed_time(std::string_view text) {
    auto read = read_hours(text);
    if (!read)
        return -1;
    if (read->minutes < 0 && read->hours < 100)
        read->minutes = 0;
    else if (read->minutes < 0)
        read = {read->hours / 100, read->hours % 100};
    return read->hours < 24 && read->minutes < 60 ? read->hours * 60 + read->minutes : -1;
}

} // namespace carnet
