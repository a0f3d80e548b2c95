// Checks of single values that follow rules from outside: company numbers, ways to reach somebody,
// postal codes. Each normalises its text in place and returns what is wrong with it, null when it
// is fine. Empty texts are not theirs.
#pragma once

#include "shared/core/i18n.hpp"

#include <string>
#include <string_view>

namespace carnet {

using Problem = const Text*; // Null: nothing is wrong.

Problem normalize_siren(std::string& text); // 9 digits.
Problem normalize_siret(std::string& text); // 14 digits.
// French numbers fully, those of other countries by their shape; upper case, no spaces.
Problem normalize_vat_number(std::string& text);
Problem normalize_french_vat_number(std::string& text); // The same, but France (and Monaco) only.
Problem normalize_email(std::string& text);             // Domain in lower case.
// E.164, French when no country is said, with ";ext=12" for an extension. Short numbers (3631) stay
// as typed.
Problem normalize_phone(std::string& text);
Problem normalize_url(std::string& text); // With https:// in front when there is no scheme.
// French codes fully when the country is France or Monaco, others by their shape; "" is an unknown
// country.
Problem normalize_postal_code(std::string& text, std::string_view country);
Problem normalize_country(std::string& text); // ISO 3166-1 alpha-2, upper case.

// Luhn's sum, modulo 10, over a text of digits.
bool luhn_holds(std::string_view digits);
// Without spaces, dots, dashes and slashes; upper case.
std::string compact(std::string_view text);
// The French number of a company, computed from its SIREN: "FR44732829320". "" when it is no SIREN.
std::string french_vat_number_of(std::string_view siren);

} // namespace carnet
