// Reading single cells. Dates and INSEE's size bands are in cell_words.cpp.
#include "shared/import/cell.hpp"

#include "shared/core/money.hpp"
#include "shared/core/text.hpp"
#include "shared/import/csv_guard.hpp"
#include "shared/schema/countries.hpp"
#include "shared/schema/validators.hpp"
#include "shared/texts/import.hpp"
#include "shared/texts/validation.hpp"

#include <algorithm>

namespace carnet {
namespace {

bool is_one_of(std::string_view word, std::string_view list) {
    for (const auto item : text::split(list, '|'))
        if (item == word)
            return true;
    return false;
}

// What programs write where they have nothing.
bool is_nothing(std::string_view cell, bool is_text) {
    if (cell.empty() || is_csv_nothing(cell))
        return true;
    return !is_text && is_one_of(
                           text::to_lower(cell),
                           "-|--|n/a|na|nc|n.c.|none|néant|neant|sans|aucun|aucune|inconnu|nd"
                       );
}

// A spreadsheet took the digits for a number: "84200.0", "732829320,00".
std::string without_decimals(std::string_view cell) {
    const std::size_t mark = cell.find_first_of(".,");
    const bool zeros = mark != cell.npos && mark + 1 < cell.size() &&
                       cell.substr(mark + 1).find_first_not_of('0') == cell.npos;
    return std::string(
        zeros && text::all_digits(cell.substr(0, mark)) ? cell.substr(0, mark) : cell
    );
}

// … and its leading zeros away: put back only when the key then holds.
std::string
with_lost_zeros(std::string digits, std::size_t length, Problem (*normalize)(std::string&)) {
    if (digits.size() >= length || digits.size() + 4 < length || !text::all_digits(digits))
        return digits;
    std::string padded = std::string(length - digits.size(), '0') + digits;
    return normalize(padded) ? digits : padded;
}

// "Jean Dupont <jean@exemple.fr>", "mailto:…", several addresses: the first one.
std::string first_email(std::string_view cell) {
    const std::size_t open = cell.find('<'), close = cell.find('>');
    if (open != cell.npos && close != cell.npos && close > open)
        cell = cell.substr(open + 1, close - open - 1);
    if (text::to_lower(cell.substr(0, 7)) == "mailto:")
        cell.remove_prefix(7);
    return std::string(text::trim(cell.substr(0, cell.find_first_of(",;|"))));
}

// Several numbers in one cell: the first one that can be read.
std::string first_phone(std::string_view cell) {
    std::string whole = without_decimals(cell);
    std::string checked = whole;
    if (!normalize_phone(checked))
        return whole;
    const std::string split_here = text::replace_all(
        text::replace_all(text::replace_all(whole, " ou ", ";"), "|", ";"), "\n", ";"
    );
    for (const char separator : {';', ',', '/'}) {
        for (const auto piece : text::split(split_here, separator)) {
            std::string number(text::trim(piece));
            checked = number;
            if (!number.empty() && !normalize_phone(checked))
                return number;
        }
    }
    return whole;
}

std::string country_code_of(std::string_view cell) {
    struct Row {
        std::string_view word, code;
    };
    constexpr Row rows[] = {
        {"fra", "FR"},
        {"france metropolitaine", "FR"},
        {"f", "FR"},
        {"bel", "BE"},
        {"b", "BE"},
        {"che", "CH"},
        {"deu", "DE"},
        {"d", "DE"},
        {"lux", "LU"},
        {"esp", "ES"},
        {"ita", "IT"},
        {"gbr", "GB"},
        {"uk", "GB"},
        {"angleterre", "GB"},
        {"royaume uni", "GB"},
        {"united kingdom", "GB"},
        {"usa", "US"},
        {"etats unis", "US"},
        {"united states", "US"},
        {"united states of america", "US"},
        {"nld", "NL"},
        {"hollande", "NL"},
        {"prt", "PT"},
        {"mco", "MC"},
        {"reunion", "RE"},
    };
    const std::string key = text::fold(cell);
    for (const Row& row : rows)
        if (row.word == key)
            return std::string(row.code);
    const Country* country = find_country_by_name(cell);
    return country ? std::string(country->code) : std::string(cell);
}

struct WordChoice {
    std::string_view value;
    std::string_view words; // Folded.
};
constexpr WordChoice state_words[] = {
    {"active",
     "actif|active|client|customer|oui|yes|true|vrai|1|ouvert|open|en cours|client "
     "actif|a|gagne|won|active customer|clients"},
    {"prospect",
     "prospect|prospects|lead|piste|suspect|opportunite|opportunity|en "
     "negociation|prospection|marketingqualifiedlead|salesqualifiedlead|subscriber|abonne|contact"},
    {"inactive",
     "inactif|inactive|non|no|false|faux|0|ferme|closed|ancien "
     "client|ancien|archive|perdu|lost|cesse|c|former customer|radie"},
    {"suspended", "suspendu|suspended|en pause|on hold|bloque|blocked|en attente|paused"},
};
constexpr WordChoice kind_words[] = {
    {"company",
     "professionnel|professionnels|pro|societe|entreprise|company|business|b2b|personne "
     "morale|association|collectivite|organisation|organization|morale|pm"},
    {"person",
     "particulier|particuliers|personne|person|individual|private person|private|b2c|personne "
     "physique|individu|physique|pp|part"},
};

Value word_choice(std::span<const WordChoice> choices, std::string_view cell) {
    const std::string key = text::fold(cell);
    for (const WordChoice& choice : choices)
        if (choice.value == key || is_one_of(key, choice.words))
            return std::string(choice.value);
    return {};
}

std::optional<bool> parse_boolean(std::string_view cell) {
    const std::string key = text::fold(cell);
    if (is_one_of(key, "oui|o|true|vrai|1|yes|y|x|actif|active|a|ok|v"))
        return true;
    if (is_one_of(key, "non|n|false|faux|0|no|inactif|inactive|c|f|cesse|ferme"))
        return false;
    return std::nullopt;
}

ReadCell refused(const Text& message, std::string_view cell, Language language) {
    const std::string shown(text::prefix(cell, 60));
    return {{}, fill(tr(message, language), {{"value", shown}})};
}

ReadCell read_choice(const Field& field, std::string_view cell, Language language) {
    if (field.name == "state" || field.name == "kind") {
        const bool state = field.name == "state";
        Value value =
            word_choice(state ? std::span<const WordChoice>(state_words) : kind_words, cell);
        if (std::holds_alternative<std::monostate>(value))
            return refused(
                state ? texts::import_unknown_state : texts::import_unknown_kind, cell, language
            );
        return {value, ""};
    }
    const std::string key = text::fold(cell);
    for (const Choice& choice : field.choices)
        if (text::fold(choice.value) == key || text::fold(choice.label.fr) == key ||
            text::fold(choice.label.en) == key)
            return {std::string(choice.value), ""};
    return refused(texts::unknown_choice, cell, language);
}

// The cell as the field's own text, before its check.
std::string repaired(const Field& field, const std::string& cell) {
    switch (field.kind) {
    case FieldKind::siren:
        return with_lost_zeros(compact(without_decimals(cell)), 9, normalize_siren);
    case FieldKind::siret:
        return with_lost_zeros(compact(without_decimals(cell)), 14, normalize_siret);
    case FieldKind::postal_code:
        return without_decimals(cell);
    case FieldKind::email:
        return first_email(cell);
    case FieldKind::phone:
        return first_phone(cell);
    case FieldKind::country:
        return country_code_of(cell);
    default:
        return field.name == "reference" ? without_decimals(cell) : cell;
    }
}

ReadCell read_field(const Field& field, const std::string& cell, Language language) {
    Value value;
    if (field.kind == FieldKind::choice) {
        ReadCell choice = read_choice(field, cell, language);
        if (!choice.error.empty())
            return choice;
        value = choice.value;
    } else if (field.kind == FieldKind::date) {
        const auto date = parse_file_date(cell);
        if (!date)
            return refused(texts::import_not_a_date, cell, language);
        value = to_iso(*date);
    } else if (field.kind == FieldKind::boolean) {
        const auto flag = parse_boolean(cell);
        if (!flag)
            return refused(texts::import_unknown_boolean, cell, language);
        value = *flag;
    } else {
        value = repaired(field, cell);
    }
    const Status status = check_value(field, value, language);
    if (!status)
        return {{}, status.error().fields[0].message};
    return {value, ""};
}

Value read_tags(std::string_view cell) {
    const std::string even = text::replace_all(text::replace_all(cell, ";", ","), "|", ",");
    Words words;
    for (const auto piece : text::split(even, ',')) {
        std::string word(text::prefix(text::collapse_spaces(piece), 40));
        const auto same = [&](const std::string& other) {
            return text::fold(other) == text::fold(word);
        };
        if (!word.empty() && std::none_of(words.begin(), words.end(), same) && words.size() < 20)
            words.push_back(std::move(word));
    }
    return words.empty() ? Value{} : Value{std::move(words)};
}

ReadCell read_size(std::string_view cell, bool is_code, Language language) {
    const std::string word = without_decimals(cell);
    if (is_code) {
        const std::string code = word.size() == 1 && text::all_digits(word) ? "0" + word : word;
        const std::string_view label = size_band_label(code);
        if (label.empty())
            return refused(texts::import_unknown_size, cell, language);
        return {std::string(label), ""};
    }
    if (text::all_digits(word) && word.size() < 8)
        return {std::string(size_band_of(*parse_integer(word))), ""};
    return {std::string(text::prefix(text::collapse_spaces(word), 60)), ""};
}

} // namespace

ReadCell read_cell(const ImportTarget& target, std::string_view raw, Language language) {
    // Nobody typed it: the file is damaged here, and what is left of the cell may be half a name.
    if (raw.find('\0') != raw.npos)
        return {{}, tr(texts::import_nul, language)};
    const Field* field = field_of(target);
    const bool lines = field && field->kind == FieldKind::multiline;
    std::string cell = lines ? text::clean_lines(raw) : text::clean_line(raw);
    const bool is_text =
        !field ? target.kind == TargetKind::name : field->kind == FieldKind::text || lines;
    if (is_nothing(cell, is_text))
        return {};
    if (cell[0] == '\'' && needs_nothing_guard(cell))
        cell.erase(0, 1);
    switch (target.kind) {
    case TargetKind::client:
    case TargetKind::contact:
    case TargetKind::link:
    case TargetKind::address:
        return read_field(*field, cell, language);
    case TargetKind::name:
        if (text::length(cell) > 160)
            return {{}, fill(tr(texts::too_long, language), {{"max", "160"}})};
        return {cell, ""};
    case TargetKind::contact_name:
        return {std::string(text::prefix(cell, 160)), ""};
    case TargetKind::owner:
        return {text::collapse_spaces(cell), ""};
    case TargetKind::tags:
        return {read_tags(cell), ""};
    case TargetKind::sector:
        return {std::string(text::prefix(text::collapse_spaces(cell), 60)), ""};
    case TargetKind::size:
        return read_size(cell, false, language);
    case TargetKind::size_code:
        return read_size(cell, true, language);
    case TargetKind::is_open: {
        const auto open = parse_boolean(cell);
        if (!open)
            return refused(texts::import_unknown_boolean, cell, language);
        return {*open ? Value{} : Value{std::string("inactive")}, ""};
    }
    }
    return {};
}

} // namespace carnet
