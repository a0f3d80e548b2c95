// The person's clock and the workspace's names, over shared/core/format.
#include "web/app/format.hpp"

#include "shared/core/format.hpp"
#include "shared/core/text.hpp"
#include "shared/schema/display.hpp"
#include "shared/texts/app_dates.hpp"
#include "shared/texts/format.hpp"
#include "web/platform/platform.hpp"

namespace carnet::app {

namespace {

constexpr std::int64_t ms_per_minute = 60'000;
constexpr std::int64_t ms_per_day = 86'400'000;

LocalClock clock_of(const Context& context) {
    return {{context.now_ms}, platform::utc_offset_minutes(context.now_ms)};
}

std::string name_of(const Field& field, std::int64_t id, const Context& context) {
    if (!id)
        return {};
    const auto& words = context.words();
    if (field.references == "user")
        return words.user_name(id);
    if (field.references == "option") {
        const Option* option = words.option(id);
        return option ? option->name : std::string();
    }
    if (field.references == "tag") {
        const Tag* tag = words.tag(id);
        return tag ? tag->name : std::string();
    }
    return "#" + std::to_string(id);
}

} // namespace

Date local_date(Instant at) {
    return carnet::local_date(at, platform::utc_offset_minutes(at.ms));
}

Date today(const Context& context) {
    return carnet::today(clock_of(context));
}

int local_minutes(Instant at) {
    const std::int64_t ms = at.ms + platform::utc_offset_minutes(at.ms) * ms_per_minute;
    return static_cast<int>((ms - local_date(at).days * ms_per_day) / ms_per_minute);
}

Instant from_local(Date date, int minutes) {
    const std::int64_t wall = date.days * ms_per_day + minutes * ms_per_minute;
    // The offset of that moment is not known before the moment is: one correction is enough away
    // from the switch.
    const std::int64_t guess = wall - platform::utc_offset_minutes(wall) * ms_per_minute;
    return {wall - platform::utc_offset_minutes(guess) * ms_per_minute};
}

std::string short_date(Date date, const Context& context) {
    return format_date(date, DateStyle::list, context.language, today(context));
}

std::string long_date(Date date, Language language) {
    return format_date(date, DateStyle::day, language);
}

std::string day_title(Date date, const Context& context) {
    const int ago = today(context).days - date.days;
    const auto day = split(date);
    std::string name = context.tr(
        ago == 0   ? texts::heading_today
        : ago == 1 ? texts::heading_yesterday
                   : texts::weekdays[static_cast<std::size_t>(weekday(date))]
    );
    // Day names are lower case inside French sentences; here they open a line.
    if (ago > 1 || ago < 0)
        name = text::to_upper(name.substr(0, 1)) + name.substr(1);
    std::string out = name + (ago == 0 || ago == 1 ? ", " : " ") + std::to_string(day.day);
    if (context.language == Language::fr && day.day == 1)
        out += "er";
    out += std::string(" ") + context.tr(texts::months[static_cast<std::size_t>(day.month - 1)]);
    if (day.year != split(today(context)).year)
        out += " " + std::to_string(day.year);
    return out;
}

std::string time_text(Instant at) {
    return format_time(at, platform::utc_offset_minutes(at.ms));
}

std::string moment_text(Instant at, const Context& context) {
    // The offset of that moment, which is another one in summer.
    const LocalClock clock{{context.now_ms}, platform::utc_offset_minutes(at.ms)};
    return format_date_time(at, DateStyle::field, context.language, clock);
}

std::string when(Instant at, const Context& context) {
    return at.is_set() ? format_relative(at, context.language, clock_of(context)) : std::string();
}

std::string on_when(Instant at, const Context& context) {
    const std::string words = when(at, context);
    const bool date = !words.empty() && words[0] >= '0' && words[0] <= '9' &&
                      words.find("ago") == std::string::npos;
    return date ? (context.language == Language::fr ? "le " : "on ") + words : words;
}

std::string duration_text(std::int64_t minutes) {
    return format_duration(minutes, Language::fr);
}

std::string phone_text(std::string_view phone) {
    return format_phone(phone, Language::fr);
}

std::string identifier_text(FieldKind kind, std::string_view digits) {
    return kind == FieldKind::siret ? format_siret(digits) : format_siren(digits);
}

std::string value_text(const Field& field, const Value& value, const Context& context) {
    if (field.kind == FieldKind::date) {
        const auto* iso = std::get_if<std::string>(&value);
        const auto date = iso ? parse_iso_date(*iso) : std::nullopt;
        if (date)
            return long_date(*date, context.language);
    }
    if (field.kind == FieldKind::instant) {
        const auto* iso = std::get_if<std::string>(&value);
        const auto at = iso ? parse_iso_instant(*iso) : std::nullopt;
        return at ? moment_text(*at, context) : std::string();
    }
    if (field.kind == FieldKind::reference) {
        const auto* id = std::get_if<std::int64_t>(&value);
        return id ? name_of(field, *id, context) : std::string();
    }
    if (field.kind == FieldKind::reference_list) {
        std::vector<std::string> names;
        if (const auto* ids = std::get_if<Ids>(&value))
            for (const auto id : *ids)
                names.push_back(name_of(field, id, context));
        return text::join(names, ", ");
    }
    return display_value(field, value, context.language, clock_of(context));
}

} // namespace carnet::app
