// Company numbers, postal codes and countries. E-mail, phone and web addresses are in
// validators_reach.cpp.
#include "shared/schema/validators.hpp"

#include "shared/core/text.hpp"
#include "shared/schema/countries.hpp"
#include "shared/texts/validation.hpp"

#include <cstdint>

namespace carnet {
namespace {

constexpr std::string_view la_poste = "356000000";

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_letter(char c) {
    return c >= 'A' && c <= 'Z';
}

std::int64_t to_number(std::string_view digits) {
    std::int64_t value = 0;
    for (const char c : digits)
        value = value * 10 + (c - '0');
    return value;
}

bool is_siren(std::string_view digits) {
    return digits.size() == 9 && text::all_digits(digits) && digits != "000000000" &&
           luhn_holds(digits);
}

// Source: INSEE, identifiants Sirene; La Poste's offices: the sum of the digits is a multiple of 5,
// its head office follows Luhn. As read on 2026-11-21.
bool siret_key_holds(std::string_view digits) {
    if (luhn_holds(digits))
        return true;
    if (digits.substr(0, 9) != la_poste)
        return false;
    int sum = 0;
    for (const char c : digits)
        sum += c - '0';
    return sum % 5 == 0;
}

// Place of a character in the alphabet of new-style keys: digits, then letters without I and O. -1
// when it has none.
int key_index(char c) {
    constexpr std::string_view alphabet = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    const std::size_t at = alphabet.find(c);
    return at == alphabet.npos ? -1 : static_cast<int>(at);
}

// Source: DGFiP, structure du numéro de TVA intracommunautaire (BOI-TVA-DECLA-20-10), formulas as
// read on 2026-11-21.
bool french_vat_key_holds(std::string_view key, std::string_view siren) {
    const std::int64_t number = to_number(siren);
    if (is_digit(key[0]) && is_digit(key[1]))
        return to_number(key) == (12 + 3 * (number % 97)) % 97;
    const int first = key_index(key[0]), second = key_index(key[1]);
    if (first < 0 || second < 0)
        return false;
    const int s = is_digit(key[0]) ? first * 24 + second - 10 : first * 34 + second - 100;
    return s >= 0 && (number + 1 + s / 11) % 11 == s % 11;
}

// Shape of the part behind the country's letters: '9' a digit, 'A' a letter, '*' either; lengths in
// between are written as several shapes, separated by '|'.
struct VatShape {
    std::string_view country;
    std::string_view shapes;
};
// Source: European Commission, VIES, "VAT number format", as read on 2026-11-21; CH and GB from
// their administrations.
constexpr VatShape vat_shapes[] = {
    {"AT", "A99999999"},
    {"BE", "9999999999"},
    {"BG", "999999999|9999999999"},
    {"CY", "99999999A"},
    {"CZ", "99999999|999999999|9999999999"},
    {"DE", "999999999"},
    {"DK", "99999999"},
    {"EE", "999999999"},
    {"EL", "999999999"},
    {"ES", "*9999999*"},
    {"FI", "99999999"},
    {"HR", "99999999999"},
    {"HU", "99999999"},
    {"IE", "9*99999A|9*99999AA"},
    {"IT", "99999999999"},
    {"LT", "999999999|999999999999"},
    {"LU", "99999999"},
    {"LV", "99999999999"},
    {"MT", "99999999"},
    {"NL", "999999999A99|************"},
    {"PL", "9999999999"},
    {"PT", "999999999"},
    {"RO", "99|999|9999|99999|999999|9999999|99999999|999999999|9999999999"},
    {"SE", "999999999999"},
    {"SI", "99999999"},
    {"SK", "9999999999"},
    {"XI", "999999999|999999999999|AA999"},
    {"GB", "999999999|999999999999|AA999"},
    {"CH", "A999999999|A999999999AAA|A999999999AA"},
};

bool has_shape(std::string_view text, std::string_view shape) {
    if (text.size() != shape.size())
        return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool digit = is_digit(text[i]), letter = is_letter(text[i]);
        if (shape[i] == '9' ? !digit : shape[i] == 'A' ? !letter : !digit && !letter)
            return false;
    }
    return true;
}

Problem check_foreign_vat(std::string_view number) {
    const std::string_view country = number.substr(0, 2), rest = number.substr(2);
    for (const VatShape& row : vat_shapes) {
        if (row.country != country)
            continue;
        for (const auto shape : text::split(row.shapes, '|'))
            if (has_shape(rest, shape))
                return nullptr;
        return &texts::vat_foreign;
    }
    bool plain = rest.size() >= 2 && rest.size() <= 15;
    for (const char c : rest)
        plain = plain && (is_digit(c) || is_letter(c));
    return plain && find_country(country) ? nullptr : &texts::vat_foreign;
}

Problem check_french_vat(std::string_view number) {
    if (number.size() != 13 || !text::all_digits(number.substr(4)))
        return &texts::vat_shape;
    const std::string_view key = number.substr(2, 2), siren = number.substr(4);
    // Monaco's companies have numbers of their own, with zeros in front, that are no SIREN.
    if (siren.substr(0, 3) != "000" && !is_siren(siren))
        return &texts::vat_siren;
    return french_vat_key_holds(key, siren) ? nullptr : &texts::vat_key;
}

} // namespace

bool luhn_holds(std::string_view digits) {
    int sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        int digit = digits[digits.size() - 1 - i] - '0';
        if (i % 2 == 1)
            digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
        sum += digit;
    }
    return sum % 10 == 0;
}

std::string compact(std::string_view typed) {
    std::string out;
    for (std::size_t i = 0; i < typed.size();) {
        const char32_t c = text::next(typed, i);
        const bool dash = c == U'-' || (c >= 0x2010 && c <= 0x2015);
        if (!text::is_space(c) && !dash && c != U'.' && c != U'/')
            text::append(out, c);
    }
    return text::to_upper(out);
}

Problem normalize_siren(std::string& text) {
    text = compact(text);
    if (text.size() != 9 || !text::all_digits(text))
        return &texts::siren_digits;
    return is_siren(text) ? nullptr : &texts::wrong_key;
}

Problem normalize_siret(std::string& text) {
    text = compact(text);
    if (text.size() != 14 || !text::all_digits(text))
        return &texts::siret_digits;
    if (!is_siren(std::string_view(text).substr(0, 9)))
        return &texts::siret_siren;
    return siret_key_holds(text) ? nullptr : &texts::wrong_key;
}

Problem normalize_french_vat_number(std::string& text) {
    text = compact(text);
    return text.substr(0, 2) == "FR" ? check_french_vat(text) : &texts::vat_shape;
}

Problem normalize_vat_number(std::string& text) {
    text = compact(text);
    if (text.substr(0, 2) == "GR")
        text.replace(0, 2, "EL");
    if (text.size() < 4 || !is_letter(text[0]) || !is_letter(text[1]))
        return &texts::vat_prefix;
    return text.substr(0, 2) == "FR" ? check_french_vat(text) : check_foreign_vat(text);
}

std::string french_vat_number_of(std::string_view siren) {
    if (!is_siren(siren))
        return "";
    const auto key = (12 + 3 * (to_number(siren) % 97)) % 97;
    return std::string("FR") + (key < 10 ? "0" : "") + std::to_string(key) + std::string(siren);
}

// Source: La Poste, structure of French codes: departments 01–95, 97 overseas, 98 territories and
// Monaco.
Problem normalize_postal_code(std::string& text, std::string_view country) {
    text = text::to_upper(text::collapse_spaces(text));
    if (country == "FR" || country == "MC") {
        text = compact(text);
        if (text.size() != 5 || !text::all_digits(text))
            return &texts::postal_digits;
        const auto department = to_number(std::string_view(text).substr(0, 2));
        const bool exists = department >= 1 && department != 96 && department != 99;
        return exists ? nullptr : &texts::postal_unknown;
    }
    bool plain = text.size() >= 2 && text.size() <= 12;
    for (const char c : text)
        plain = plain && (is_digit(c) || is_letter(c) || c == ' ' || c == '-');
    return plain ? nullptr : &texts::postal_shape;
}

Problem normalize_country(std::string& text) {
    text = text::to_upper(text::trim(text));
    return find_country(text) ? nullptr : &texts::country_code;
}

} // namespace carnet
