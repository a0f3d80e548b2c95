// Words on UTF-8 text that every layer uses: checking, searching without accents, French order,
// trimming. Tables cover the Latin letters of European and Vietnamese names, Greek and Cyrillic;
// everything else passes unchanged.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace carnet::text {

bool valid_utf8(std::string_view text);
std::size_t length(std::string_view text); // Code points.
// The code point at `position`, which moves behind it. Invalid bytes read as U+FFFD, one at a time.
char32_t next(std::string_view text, std::size_t& position);
void append(std::string& out, char32_t code_point);
std::string_view prefix(std::string_view text, std::size_t code_points); // Never cuts a character.

// Search key: lower case, without accents or ligatures ("Œuvre d’Été" → "oeuvre d ete");
// punctuation and spaces of any sort become one ' '; none at the ends. Two texts that people would
// call the same have the same key.
std::string fold(std::string_view text);

// A key whose byte order (memcmp) is the French order of the texts, that of
// Intl.Collator("fr", {numeric: true}): word by word (spaces, then signs, come before figures and
// letters), numbers by value, base letters; then accents from left to right, then lower case before
// upper case.
std::string french_sort_key(std::string_view text);

std::string to_lower(std::string_view text);
std::string to_upper(std::string_view text);
bool equal_ignoring_case(std::string_view a, std::string_view b);

std::string digits_only(std::string_view text); // ASCII digits.
bool all_digits(std::string_view text);         // At least one, and nothing else.
bool is_space(char32_t code_point);             // Of any width, the no-break ones included.
std::string_view trim(std::string_view text);   // Spaces of any sort at both ends.
std::string collapse_spaces(std::string_view text
); // Trimmed; runs of spaces of any sort become one ' '.
std::string replace_all(std::string_view text, std::string_view from, std::string_view to);
std::vector<std::string_view> split(std::string_view text, char separator); // At least one piece.
std::string join(const std::vector<std::string>& pieces, std::string_view separator);

// Nothing is drawn for it: soft hyphens, zero-width spaces and joiners, fillers, variation
// selectors.
bool is_invisible(char32_t code_point);
// Whether somebody who looks at the text sees anything: what a required text must have.
bool readable(std::string_view text);

// What one may store of a typed text: NFC, no control characters, trimmed, empty when there is
// nothing to read. A line has no line breaks and single spaces; several lines end with '\n' alone.
std::string clean_line(std::string_view text);
std::string clean_lines(std::string_view text);

// "SL" for "Sophie Lefèvre", at most two letters, upper case.
std::string initials(std::string_view name);

// Canonical composition. The program gives the function at its start (the server has a library for
// it; the browser normalises what is typed before it arrives here); without one the text stays as
// it is.
using NfcNormalizer = std::string (*)(std::string_view);
void set_nfc_normalizer(NfcNormalizer normalizer);
std::string to_nfc(std::string_view text);

} // namespace carnet::text
