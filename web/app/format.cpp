// French and English forms of what the fields hold.
#include "web/app/format.hpp"

#include "shared/core/money.hpp"
#include "shared/core/text.hpp"
#include "shared/texts/app_common.hpp"
#include "shared/texts/app_dates.hpp"
#include "web/platform/platform.hpp"

#include <cstdio>
#include <cstdlib>

namespace carnet::app {

namespace {

constexpr std::int64_t ms_per_minute = 60'000;
constexpr std::int64_t ms_per_day = 86'400'000;
constexpr const char* no_break_space = "\u00a0";

std::int64_t local_ms(std::int64_t at_ms) {
    return at_ms + platform::utc_offset_minutes(at_ms) * ms_per_minute;
}

std::int64_t floor_div(std::int64_t a, std::int64_t b) { return a / b - (a % b != 0 && a < 0 ? 1 : 0); }

std::string day_number(int day, Language language) {
    return language == Language::fr && day == 1 ? "1er" : std::to_string(day);
}

std::string in_groups(std::string_view digits, std::initializer_list<std::size_t> sizes) {
    std::string out;
    std::size_t at = 0;
    for (const std::size_t size : sizes) {
        if (at >= digits.size()) break;
        if (!out.empty()) out += no_break_space;
        out += digits.substr(at, size);
        at += size;
    }
    if (at < digits.size()) out += digits.substr(at);
    return out;
}

std::string reference_text(const Field& field, std::int64_t id, const Context& context) {
    if (!id) return {};
    const auto& words = context.words();
    if (field.references == "user") return words.user_name(id);
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

std::string choice_text(const Field& field, std::string_view word, Language language) {
    for (const auto& choice : field.choices)
        if (choice.value == word) return tr(choice.label, language);
    return std::string(word);
}

std::string number_text(const Field& field, std::int64_t number, Language language) {
    switch (field.kind) {
        case FieldKind::money: return format_money(number, language, MoneyStyle::exact);
        case FieldKind::percent: return format_percent(number, language);
        default: return format_number(number, language);
    }
}

std::string string_text(const Field& field, const std::string& value, const Context& context) {
    switch (field.kind) {
        case FieldKind::choice: return choice_text(field, value, context.language);
        case FieldKind::date: {
            const auto date = parse_iso_date(value);
            return date ? long_date(*date, context.language) : value;
        }
        case FieldKind::instant: {
            const auto at = parse_iso_instant(value);
            return at ? long_date(local_date(*at), context.language) + " " + time_text(*at) : value;
        }
        case FieldKind::phone: return phone_text(value);
        case FieldKind::siren:
        case FieldKind::siret: return identifier_text(field.kind, value);
        default: return value;
    }
}

}  // namespace

Date local_date(Instant at) { return {static_cast<std::int32_t>(floor_div(local_ms(at.ms), ms_per_day))}; }

Date today(const Context& context) { return local_date({context.now_ms}); }

int local_minutes(Instant at) {
    const std::int64_t ms = local_ms(at.ms);
    return static_cast<int>((ms - floor_div(ms, ms_per_day) * ms_per_day) / ms_per_minute);
}

Instant from_local(Date date, int minutes) {
    const std::int64_t wall = date.days * ms_per_day + minutes * ms_per_minute;
    // The offset of that moment is not known before the moment is: one correction is enough away from the switch.
    const std::int64_t guess = wall - platform::utc_offset_minutes(wall) * ms_per_minute;
    return {wall - platform::utc_offset_minutes(guess) * ms_per_minute};
}

std::string short_date(Date date, const Context& context) {
    if (!date.is_set()) return {};
    const auto day = split(date);
    const char* month = context.tr(texts::months_short[static_cast<std::size_t>(day.month - 1)]);
    std::string out = context.language == Language::fr ? day_number(day.day, context.language) + no_break_space + month
                                                       : std::to_string(day.day) + no_break_space + month;
    if (day.year != split(today(context)).year) out += no_break_space + std::to_string(day.year);
    return out;
}

std::string long_date(Date date, Language language) {
    if (!date.is_set()) return {};
    const auto day = split(date);
    return day_number(day.day, language) + no_break_space +
           tr(texts::months[static_cast<std::size_t>(day.month - 1)], language) + no_break_space +
           std::to_string(day.year);
}

std::string field_date(Date date, Language language) {
    if (!date.is_set()) return {};
    if (language == Language::en) return to_iso(date);
    const auto day = split(date);
    char out[40];
    std::snprintf(out, sizeof out, "%02d/%02d/%04d", day.day, day.month, day.year);
    return out;
}

std::string day_title(Date date, const Context& context) {
    const auto day = split(date);
    const int ago = today(context).days - date.days;
    std::string out = day_number(day.day, context.language) + " " +
                      context.tr(texts::months[static_cast<std::size_t>(day.month - 1)]);
    if (day.year != split(today(context)).year) out += " " + std::to_string(day.year);
    if (ago == 0) return std::string(context.tr(texts::today)) + ", " + out;
    if (ago == 1) return std::string(context.tr(texts::yesterday)) + ", " + out;
    // 1970-01-01 was a Thursday, index 3 from Monday.
    const auto weekday = static_cast<std::size_t>(((date.days + 3) % 7 + 7) % 7);
    std::string name = context.tr(texts::weekdays[weekday]);
    if (context.language == Language::fr) name = text::to_upper(name.substr(0, 1)) + name.substr(1);
    return name + " " + out;
}

std::string time_text(Instant at) {
    const int minutes = local_minutes(at);
    char out[24];
    std::snprintf(out, sizeof out, "%02d:%02d", minutes / 60, minutes % 60);
    return out;
}

std::string when(Instant at, const Context& context) {
    if (!at.is_set()) return {};
    const std::int64_t minutes = (context.now_ms - at.ms) / ms_per_minute;
    const Date day = local_date(at);
    if (minutes >= 0 && minutes < 24 * 60) {
        if (minutes < 1) return context.tr(texts::just_now);
        const bool hours = minutes >= 60;
        const std::string number = std::to_string(hours ? minutes / 60 : minutes);
        return fill(context.tr(hours ? texts::hours_ago : texts::minutes_ago), {{"n", number}});
    }
    if (today(context).days - day.days == 1) return context.tr(texts::yesterday_inline);
    return short_date(day, context);
}

std::string duration_text(std::int64_t minutes) {
    if (minutes < 60) return std::to_string(minutes) + no_break_space + "min";
    std::string out = std::to_string(minutes / 60) + no_break_space + "h";
    if (minutes % 60) out += no_break_space + std::string(minutes % 60 < 10 ? "0" : "") + std::to_string(minutes % 60);
    return out;
}

std::string phone_text(std::string_view phone) {
    if (phone.starts_with("+33") && phone.size() == 12) return in_groups("0" + std::string(phone.substr(3)), {2, 2, 2, 2, 2});
    return std::string(phone);
}

std::string identifier_text(FieldKind kind, std::string_view digits) {
    if (!text::all_digits(digits)) return std::string(digits);
    if (kind == FieldKind::siret) return in_groups(digits, {3, 3, 3, 5});
    return in_groups(digits, {3, 3, 3});
}

std::string value_text(const Field& field, const Value& value, const Context& context) {
    if (const auto* flag = std::get_if<bool>(&value)) return context.tr(*flag ? texts::yes : texts::no);
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
        if (field.kind == FieldKind::reference) return reference_text(field, *number, context);
        return number_text(field, *number, context.language);
    }
    if (const auto* string = std::get_if<std::string>(&value)) return string_text(field, *string, context);
    std::vector<std::string> names;
    if (const auto* ids = std::get_if<Ids>(&value))
        for (const auto id : *ids) names.push_back(reference_text(field, id, context));
    if (const auto* list = std::get_if<Words>(&value))
        for (const auto& word : *list) names.push_back(choice_text(field, word, context.language));
    return text::join(names, ", ");
}

std::string field_text(const EntitySpec& spec, std::string_view name, const void* entity, const Context& context) {
    const Field* field = find_field(spec, name);
    return field ? value_text(*field, field->get(entity), context) : std::string();
}

}  // namespace carnet::app
