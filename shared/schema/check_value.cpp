// What makes one value acceptable for its field, and its canonical form.
#include "shared/schema/entity.hpp"

#include "shared/core/format.hpp"
#include "shared/core/text.hpp"
#include "shared/schema/validators.hpp"
#include "shared/texts/validation.hpp"

#include <algorithm>

namespace carnet {
namespace {

constexpr std::size_t most_list_items = 500;

// A problem as a sentence; `number` fills the sentence's {max} or {min}.
struct Refusal {
    const Text* text = nullptr;
    std::string number;
    std::string word;
};

bool is_empty(const Field& field, const Value& value) {
    if (std::holds_alternative<std::monostate>(value))
        return true;
    if (const auto* text = std::get_if<std::string>(&value))
        return text->empty();
    if (const auto* id = std::get_if<std::int64_t>(&value))
        return field.kind == FieldKind::reference && *id == 0;
    if (const auto* ids = std::get_if<Ids>(&value))
        return ids->empty();
    if (const auto* words = std::get_if<Words>(&value))
        return words->empty();
    return false;
}

Refusal check_length(const Field& field, const std::string& text) {
    if (text::length(text) <= static_cast<std::size_t>(field.max_length))
        return {};
    return {&texts::too_long, std::to_string(field.max_length), ""};
}

Refusal check_date(std::string& text) {
    const auto date = parse_iso_date(text);
    return date ? Refusal{} : Refusal{&texts::not_a_date, "", ""};
}

Refusal check_instant(std::string& text) {
    const auto instant = parse_iso_instant(text);
    if (!instant)
        return {&texts::not_an_instant, "", ""};
    text = to_iso(*instant);
    return {};
}

Refusal check_choice(const Field& field, const std::string& word) {
    for (const Choice& choice : field.choices)
        if (choice.value == word)
            return {};
    return {&texts::unknown_choice, "", word};
}

// Kinds that travel as text.
Refusal check_text(const Field& field, std::string& text) {
    if (!text::valid_utf8(text) || text.find('\0') != text.npos)
        return {&texts::not_text, "", ""};
    text = field.kind == FieldKind::multiline ? text::clean_lines(text) : text::clean_line(text);
    if (text.empty())
        return {};
    switch (field.kind) {
    case FieldKind::email:
        return {normalize_email(text), "", ""};
    case FieldKind::phone:
        return {normalize_phone(text), "", ""};
    case FieldKind::url:
        return {normalize_url(text), "", ""};
    case FieldKind::siren:
        return {normalize_siren(text), "", ""};
    case FieldKind::siret:
        return {normalize_siret(text), "", ""};
    case FieldKind::vat_number:
        return {normalize_vat_number(text), "", ""};
    case FieldKind::postal_code:
        return {normalize_postal_code(text, ""), "", ""};
    case FieldKind::country:
        return {normalize_country(text), "", ""};
    case FieldKind::date:
        return check_date(text);
    case FieldKind::instant:
        return check_instant(text);
    case FieldKind::choice:
        return check_choice(field, text);
    default:
        return check_length(field, text);
    }
}

std::string written(const Field& field, std::int64_t number, Language language) {
    if (field.kind == FieldKind::money)
        return format_money(number, language, MoneyStyle::exact);
    if (field.kind == FieldKind::percent)
        return format_percent(number, language);
    return format_number(number, language);
}

Refusal check_number(const Field& field, std::int64_t number, Language language) {
    if (field.kind == FieldKind::reference)
        return number > 0 ? Refusal{} : Refusal{&texts::not_a_reference, "", ""};
    if (number < field.min)
        return {&texts::too_small, written(field, field.min, language), ""};
    if (number > field.max)
        return {&texts::too_large, written(field, field.max, language), ""};
    return {};
}

// Each once, in a fixed order: the order of a list of references or words says nothing, and must
// not count as a change.
void make_set(Ids& ids) {
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

// In the order of the choices, which is the order people see.
void make_set(const Field& field, Words& words) {
    Words ordered;
    for (const Choice& choice : field.choices)
        if (std::find(words.begin(), words.end(), choice.value) != words.end())
            ordered.emplace_back(choice.value);
    words = std::move(ordered);
}

Refusal check_list(const Field& field, Value& value) {
    if (auto* ids = std::get_if<Ids>(&value)) {
        make_set(*ids);
        if (ids->size() > most_list_items)
            return {&texts::too_many, std::to_string(most_list_items), ""};
        return ids->empty() || ids->front() > 0 ? Refusal{}
                                                : Refusal{&texts::not_a_reference, "", ""};
    }
    auto& words = std::get<Words>(value);
    for (const std::string& word : words)
        if (Refusal refusal = check_choice(field, word); refusal.text)
            return refusal;
    make_set(field, words);
    return {};
}

bool has_type(const Field& field, const Value& value) {
    switch (field.kind) {
    case FieldKind::boolean:
        return std::holds_alternative<bool>(value);
    case FieldKind::integer:
    case FieldKind::percent:
    case FieldKind::money:
    case FieldKind::reference:
        return std::holds_alternative<std::int64_t>(value);
    case FieldKind::choice_list:
        return std::holds_alternative<Words>(value);
    case FieldKind::reference_list:
        return std::holds_alternative<Ids>(value);
    default:
        return std::holds_alternative<std::string>(value);
    }
}

Error invalid(const Field& field, std::string message, Language language) {
    Error error{ErrorCode::invalid, tr(texts::check_fields, language), {}};
    error.fields.push_back({.field = std::string(field.name), .message = std::move(message)});
    return error;
}

Refusal check_filled(const Field& field, Value& value, Language language) {
    if (!has_type(field, value))
        return {&texts::wrong_type, "", ""};
    if (auto* text = std::get_if<std::string>(&value))
        return check_text(field, *text);
    if (const auto* number = std::get_if<std::int64_t>(&value))
        return check_number(field, *number, language);
    if (std::holds_alternative<bool>(value))
        return {};
    return check_list(field, value);
}

} // namespace

Status check_value(const Field& field, Value& value, Language language) {
    if (!is_empty(field, value)) {
        const Refusal refusal = check_filled(field, value, language);
        if (refusal.text) {
            const std::string message = fill(
                tr(*refusal.text, language),
                {{"max", refusal.number}, {"min", refusal.number}, {"value", refusal.word}}
            );
            return invalid(field, message, language);
        }
    }
    if (field.required && is_empty(field, value))
        return invalid(
            field,
            fill(tr(texts::required, language), {{"label", tr(field.label, language)}}),
            language
        );
    return Ok{};
}

std::vector<FieldError> check_fields(const EntitySpec& spec, void* entity, Language language) {
    std::vector<FieldError> errors;
    for (const Field& field : spec.fields) {
        Value value = field.get(entity);
        const Status status = check_value(field, value, language);
        if (status)
            field.set(entity, value);
        else
            errors.insert(errors.end(), status.error().fields.begin(), status.error().fields.end());
    }
    return errors;
}

} // namespace carnet
