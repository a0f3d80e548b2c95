// Values as people read and type them.
#include "shared/schema/display.hpp"

#include "shared/core/text.hpp"
#include "shared/schema/countries.hpp"
#include "shared/schema/entity.hpp"
#include "shared/texts/format.hpp"
#include "shared/texts/validation.hpp"

namespace carnet {
namespace {

std::string display_text(
    const Field& field, const std::string& text, Language language, const LocalClock& clock
) {
    switch (field.kind) {
    case FieldKind::choice:
        return std::string(choice_label(field.choices, text, language));
    case FieldKind::phone:
        return format_phone(text, language);
    case FieldKind::siren:
        return format_siren(text);
    case FieldKind::siret:
        return format_siret(text);
    case FieldKind::vat_number:
        return format_vat_number(text);
    case FieldKind::country:
        return country_name(text, language);
    case FieldKind::date: {
        const auto date = parse_iso_date(text);
        return date ? format_date(*date, DateStyle::field, language) : text;
    }
    case FieldKind::instant: {
        const auto instant = parse_iso_instant(text);
        return instant ? format_date_time(*instant, DateStyle::field, language, clock) : text;
    }
    default:
        return text;
    }
}

std::string display_number(const Field& field, std::int64_t number, Language language) {
    switch (field.kind) {
    case FieldKind::money:
        return format_money(number, language, MoneyStyle::exact);
    case FieldKind::percent:
        return format_percent(number, language);
    case FieldKind::reference:
        return number ? std::to_string(number) : "";
    default:
        return format_number(number, language);
    }
}

Error unreadable(const Field& field, const Text& message, Language language) {
    return {
        ErrorCode::invalid,
        tr(texts::check_fields, language),
        {{.field = std::string(field.name), .message = tr(message, language)}}};
}

} // namespace

std::string_view
choice_label(std::span<const Choice> choices, std::string_view word, Language language) {
    for (const Choice& choice : choices)
        if (choice.value == word)
            return tr(choice.label, language);
    return word;
}

std::string
display_value(const Field& field, const Value& value, Language language, const LocalClock& clock) {
    if (const auto* flag = std::get_if<bool>(&value))
        return tr(*flag ? texts::yes : texts::no, language);
    if (const auto* number = std::get_if<std::int64_t>(&value))
        return display_number(field, *number, language);
    if (const auto* text = std::get_if<std::string>(&value))
        return display_text(field, *text, language, clock);
    std::vector<std::string> items;
    if (const auto* ids = std::get_if<Ids>(&value))
        for (const auto id : *ids)
            items.push_back(std::to_string(id));
    if (const auto* words = std::get_if<Words>(&value))
        for (const auto& word : *words)
            items.emplace_back(choice_label(field.choices, word, language));
    return text::join(items, ", ");
}

Result<Value> parse_typed_value(const Field& field, std::string_view typed, Language language) {
    Value value;
    const std::string_view text = text::trim(typed);
    if (!text.empty()) {
        switch (field.kind) {
        case FieldKind::money: {
            const auto cents = parse_money(text);
            if (!cents)
                return unreadable(field, texts::not_an_amount, language);
            value = *cents;
            break;
        }
        case FieldKind::integer:
        case FieldKind::percent: {
            const auto number =
                parse_integer(text.back() == '%' ? text.substr(0, text.size() - 1) : text);
            if (!number)
                return unreadable(field, texts::not_a_number, language);
            value = *number;
            break;
        }
        case FieldKind::date: {
            const auto date = parse_typed_date(text);
            if (!date)
                return unreadable(field, texts::not_a_date, language);
            value = to_iso(*date);
            break;
        }
        default:
            value = std::string(typed);
        }
    }
    const Status status = check_value(field, value, language);
    if (!status)
        return status.error();
    return value;
}

} // namespace carnet
