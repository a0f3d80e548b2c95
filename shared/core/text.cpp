// UTF-8, letter case, spaces and cleaning of typed text. Folding and sorting are in text_fold.cpp.
#include "shared/core/text.hpp"

#include <cstdint>

namespace carnet::text {
namespace {

NfcNormalizer nfc_normalizer = nullptr; // Set once, before any thread starts.

constexpr char32_t replacement = 0xFFFD;

bool is_continuation(unsigned char byte) {
    return (byte & 0xC0) == 0x80;
}

// Number of bytes of the character that starts at `at`, 0 when it is not valid UTF-8.
// Source: RFC 3629 §4 (no overlong forms, no surrogates, nothing above U+10FFFF).
std::size_t sequence_length(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(at);
    if (lead < 0x80)
        return 1;
    const std::size_t count = lead >= 0xC2 && lead <= 0xDF   ? 2
                              : (lead & 0xF0) == 0xE0        ? 3
                              : lead >= 0xF0 && lead <= 0xF4 ? 4
                                                             : 0;
    if (count == 0 || at + count > text.size())
        return 0;
    for (std::size_t i = 1; i < count; ++i)
        if (!is_continuation(byte(at + i)))
            return 0;
    const unsigned char second = byte(at + 1);
    if ((lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F) ||
        (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F))
        return 0;
    return count;
}

// Blocks where upper and lower case letters alternate, the upper one at an even (0) or odd (1) code
// point.
struct AlternatingCase {
    char32_t first, last;
    char32_t upper_parity;
};
constexpr AlternatingCase alternating_case[] = {
    {0x100, 0x12F, 0},
    {0x132, 0x137, 0},
    {0x139, 0x148, 1},
    {0x14A, 0x177, 0},
    {0x179, 0x17E, 1},
    {0x1CD, 0x1DC, 1},
    {0x1DE, 0x1EF, 0},
    {0x1F8, 0x21F, 0},
    {0x222, 0x233, 0},
    {0x246, 0x24F, 0},
    {0x460, 0x481, 0},
    {0x48A, 0x4BF, 0},
    {0x4D0, 0x52F, 0},
    {0x1E00, 0x1E95, 0},
    {0x1EA0, 0x1EFF, 0},
};

// Blocks where the lower case letter is `distance` behind the upper case one.
struct ShiftedCase {
    char32_t first, last;
    char32_t distance;
};
constexpr ShiftedCase shifted_case[] = {
    {U'A', U'Z', 32},
    {0xC0, 0xD6, 32},
    {0xD8, 0xDE, 32},
    {0x388, 0x38A, 37},
    {0x386, 0x386, 38},
    {0x38C, 0x38C, 64},
    {0x38E, 0x38F, 63},
    {0x391, 0x3AB, 32},
    {0x400, 0x40F, 80},
    {0x410, 0x42F, 32},
    {0x1AF, 0x1AF, 1},
    {0x1A0, 0x1A0, 1},
};

char32_t lower(char32_t c) {
    if (c < 0x80)
        return c >= U'A' && c <= U'Z' ? c + 32 : c;
    if (c == 0x130)
        return U'i';
    if (c == 0x178)
        return 0xFF;
    if (c == 0x1E9E)
        return 0xDF;
    for (const auto& block : alternating_case)
        if (c >= block.first && c <= block.last)
            return c % 2 == block.upper_parity ? c + 1 : c;
    for (const auto& block : shifted_case)
        if (c >= block.first && c <= block.last && c != 0x3A2)
            return c + block.distance;
    return c;
}

char32_t upper(char32_t c) {
    if (c < 0x80)
        return c >= U'a' && c <= U'z' ? c - 32 : c;
    if (c == 0x131)
        return U'I';
    if (c == 0xFF)
        return 0x178;
    if (c == 0x3C2)
        return 0x3A3;
    for (const auto& block : alternating_case)
        if (c >= block.first && c <= block.last)
            return c % 2 == block.upper_parity ? c : c - 1;
    for (const auto& block : shifted_case)
        if (c >= block.first + block.distance && c <= block.last + block.distance)
            return c - block.distance;
    return c;
}

std::string mapped(std::string_view text, char32_t (*map)(char32_t)) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size();)
        append(out, map(next(text, i)));
    return out;
}

bool is_control(char32_t c) {
    // C0 and C1 controls, and the marks that turn the direction of the text around.
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

} // namespace

bool valid_utf8(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t count = sequence_length(text, i);
        if (count == 0)
            return false;
        i += count;
    }
    return true;
}

std::size_t length(std::string_view text) {
    std::size_t count = 0;
    for (const char c : text)
        count += !is_continuation(static_cast<unsigned char>(c));
    return count;
}

char32_t next(std::string_view text, std::size_t& position) {
    const auto byte = [&](std::size_t i) {
        return static_cast<char32_t>(static_cast<unsigned char>(text[i]));
    };
    const std::size_t at = position;
    const std::size_t count = sequence_length(text, at);
    position += count == 0 ? 1 : count;
    switch (count) {
    case 1:
        return byte(at);
    case 2:
        return (byte(at) & 0x1F) << 6 | (byte(at + 1) & 0x3F);
    case 3:
        return (byte(at) & 0x0F) << 12 | (byte(at + 1) & 0x3F) << 6 | (byte(at + 2) & 0x3F);
    case 4:
        return (byte(at) & 0x07) << 18 | (byte(at + 1) & 0x3F) << 12 | (byte(at + 2) & 0x3F) << 6 |
               (byte(at + 3) & 0x3F);
    default:
        return replacement;
    }
}

void append(std::string& out, char32_t c) {
    const auto put = [&](char32_t byte) {
        out += static_cast<char>(static_cast<unsigned char>(byte));
    };
    if (c < 0x80)
        return put(c);
    if (c < 0x800)
        return put(0xC0 | c >> 6), put(0x80 | (c & 0x3F));
    if (c < 0x10000)
        return put(0xE0 | c >> 12), put(0x80 | (c >> 6 & 0x3F)), put(0x80 | (c & 0x3F));
    put(0xF0 | c >> 18), put(0x80 | (c >> 12 & 0x3F)), put(0x80 | (c >> 6 & 0x3F)),
        put(0x80 | (c & 0x3F));
}

std::string_view prefix(std::string_view text, std::size_t code_points) {
    std::size_t end = 0;
    for (; end < text.size() && code_points > 0; --code_points)
        next(text, end);
    return text.substr(0, end);
}

std::string to_lower(std::string_view text) {
    return mapped(text, lower);
}
std::string to_upper(std::string_view text) {
    return mapped(text, upper);
}

bool equal_ignoring_case(std::string_view a, std::string_view b) {
    std::size_t i = 0, j = 0;
    while (i < a.size() && j < b.size())
        if (lower(next(a, i)) != lower(next(b, j)))
            return false;
    return i == a.size() && j == b.size();
}

std::string digits_only(std::string_view text) {
    std::string out;
    for (const char c : text)
        if (c >= '0' && c <= '9')
            out += c;
    return out;
}

bool all_digits(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == text.npos;
}

bool is_space(char32_t c) {
    return c == U' ' || (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0xA0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
           c == 0x205F || c == 0x3000;
}

// Source: Unicode 15, DerivedCoreProperties.txt, Default_Ignorable_Code_Point; and the Braille cell
// without dots.
bool is_invisible(char32_t c) {
    constexpr struct {
        char32_t first, last;
    } ranges[] = {
        {0xAD, 0xAD},
        {0x34F, 0x34F},
        {0x61C, 0x61C},
        {0x115F, 0x1160},
        {0x17B4, 0x17B5},
        {0x180B, 0x180F},
        {0x200B, 0x200F},
        {0x202A, 0x202E},
        {0x2060, 0x206F},
        {0x2800, 0x2800},
        {0x3164, 0x3164},
        {0xFE00, 0xFE0F},
        {0xFEFF, 0xFEFF},
        {0xFFA0, 0xFFA0},
        {0xFFF0, 0xFFF8},
        {0x1BCA0, 0x1BCA3},
        {0x1D173, 0x1D17A},
        {0xE0000, 0xE0FFF},
    };
    for (const auto& range : ranges)
        if (c >= range.first && c <= range.last)
            return true;
    return false;
}

bool readable(std::string_view text) {
    for (std::size_t i = 0; i < text.size();)
        if (const char32_t c = next(text, i); !is_space(c) && !is_control(c) && !is_invisible(c))
            return true;
    return false;
}

std::string_view trim(std::string_view text) {
    for (std::size_t i = 0; i < text.size() && is_space(next(text, i));)
        text.remove_prefix(i), i = 0;
    while (!text.empty()) {
        std::size_t start = text.size() - 1;
        while (start > 0 && is_continuation(static_cast<unsigned char>(text[start])))
            --start;
        std::size_t at = start;
        if (!is_space(next(text, at)) || at != text.size())
            break;
        text.remove_suffix(text.size() - start);
    }
    return text;
}

std::string collapse_spaces(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    bool pending = false;
    for (std::size_t i = 0; i < text.size();) {
        const char32_t c = next(text, i);
        if (is_space(c)) {
            pending = !out.empty();
            continue;
        }
        if (pending)
            out += ' ';
        pending = false;
        append(out, c);
    }
    return out;
}

std::string replace_all(std::string_view text, std::string_view from, std::string_view to) {
    std::string out;
    std::size_t at = 0;
    for (std::size_t found; !from.empty() && (found = text.find(from, at)) != text.npos;
         at = found + from.size()) {
        out += text.substr(at, found - at);
        out += to;
    }
    return out += text.substr(at);
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> pieces;
    std::size_t at = 0;
    for (std::size_t found; (found = text.find(separator, at)) != text.npos; at = found + 1)
        pieces.push_back(text.substr(at, found - at));
    pieces.push_back(text.substr(at));
    return pieces;
}

std::string join(const std::vector<std::string>& pieces, std::string_view separator) {
    std::string out;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (i > 0)
            out += separator;
        out += pieces[i];
    }
    return out;
}

std::string clean_line(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        const char32_t c = next(text, i);
        if (c == U'\n' || c == U'\t' || c == U'\r')
            out += ' ';
        else if (!is_control(c))
            append(out, c);
    }
    // No-break spaces inside stay: French names and amounts need them.
    std::string single;
    for (const char c : trim(out))
        if (c != ' ' || single.empty() || single.back() != ' ')
            single += c;
    return readable(single) ? to_nfc(single) : std::string();
}

std::string clean_lines(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        const char32_t c = next(text, i);
        if (c == U'\r') {
            if (i >= text.size() || text[i] != '\n')
                out += '\n';
        } else if (c == U'\n' || c == U'\t' || !is_control(c)) {
            append(out, c);
        }
    }
    return readable(out) ? to_nfc(trim(out)) : std::string();
}

std::string initials(std::string_view name) {
    std::string out;
    int letters = 0;
    bool at_start = true;
    for (std::size_t i = 0; i < name.size() && letters < 2;) {
        const char32_t c = next(name, i);
        const bool letter = c >= 0xC0 || (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') ||
                            (c >= U'0' && c <= U'9');
        if (letter && at_start && c != 0x2019 && !is_space(c))
            append(out, upper(c)), ++letters;
        at_start = !letter || is_space(c) || c == 0x2019;
    }
    return out;
}

void set_nfc_normalizer(NfcNormalizer normalizer) {
    nfc_normalizer = normalizer;
}

std::string to_nfc(std::string_view text) {
    bool ascii = true;
    for (const char c : text)
        ascii = ascii && static_cast<unsigned char>(c) < 0x80;
    return ascii || !nfc_normalizer ? std::string(text) : nfc_normalizer(text);
}

} // namespace carnet::text
