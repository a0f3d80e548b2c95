// Search keys and French order, both from one view of a text: letters without their accents.
#include "shared/core/text.hpp"

#include "shared/core/text_tables.hpp"

#include <algorithm>
#include <cstdint>

namespace carnet::text {
namespace {

enum class Kind { dropped, separator, digit, letters, other };

// One character as folding sees it.
struct Unit {
    Kind kind = Kind::other;
    char first = 0;  // Lower case letter, or digit.
    char second = 0; // Of a pair such as "oe", else 0.
    bool upper = false;
    char accent = ' '; // As in text_tables.hpp, where the first one is '!'; ' ' is none.
    char32_t code = 0; // Kind::other: the character in lower case.
};

bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}
char to_lower_ascii(char c) {
    return is_upper(c) ? static_cast<char>(c + 32) : c;
}

Unit ascii_unit(char32_t code) {
    const char c = static_cast<char>(code);
    if (c >= '0' && c <= '9')
        return {.kind = Kind::digit, .first = c};
    if (is_upper(c) || (c >= 'a' && c <= 'z'))
        return {.kind = Kind::letters, .first = to_lower_ascii(c), .upper = is_upper(c)};
    return {.kind = Kind::separator};
}

Unit latin_unit(char letter, char accent) {
    Unit unit{.kind = Kind::letters, .accent = accent};
    const std::size_t pair = latin_pair_codes.find(letter);
    const char first = pair == latin_pair_codes.npos ? letter : latin_pairs[2 * pair];
    if (pair != latin_pair_codes.npos)
        unit.second = to_lower_ascii(latin_pairs[2 * pair + 1]);
    unit.first = to_lower_ascii(first);
    unit.upper = is_upper(first);
    return unit;
}

// Latin-1 signs below U+00C0, of which some are letters or figures.
Unit latin1_sign_unit(char32_t c) {
    switch (c) {
    case 0xAD:
        return {.kind = Kind::dropped}; // Soft hyphen.
    case 0xAA:
        return {.kind = Kind::letters, .first = 'a'}; // ª
    case 0xBA:
        return {.kind = Kind::letters, .first = 'o'}; // º
    case 0xB2:
        return {.kind = Kind::digit, .first = '2'};
    case 0xB3:
        return {.kind = Kind::digit, .first = '3'};
    case 0xB9:
        return {.kind = Kind::digit, .first = '1'};
    case 0xB5:
        return {.kind = Kind::other, .code = 0x3BC}; // µ as Greek μ.
    default:
        return {.kind = Kind::separator};
    }
}

// Greek vowels with tonos or dialytika, and final sigma, as their plain letter.
char32_t plain_greek(char32_t c) {
    constexpr char32_t accented[] = U"άέήίόύώϊϋΐΰς";
    constexpr char32_t plain[] = U"αεηιουωιυιυσ";
    for (std::size_t i = 0; accented[i]; ++i)
        if (accented[i] == c)
            return plain[i];
    return c;
}

bool is_separator(char32_t c) {
    return is_space(c) || (c >= 0x2000 && c <= 0x206F) || (c >= 0x20A0 && c <= 0x2BFF) ||
           (c >= 0x2E00 && c <= 0x2E7F) || (c >= 0x3000 && c <= 0x303F) || c == 0xD7 || c == 0xF7 ||
           c == 0xFFFD;
}

Unit unit_of(char32_t c) {
    if (c < 0x80)
        return ascii_unit(c);
    if (c < 0xC0)
        return latin1_sign_unit(c);
    if (c < 0x250) {
        const char letter = latin_letters_00c0[c - 0xC0];
        if (letter != '-')
            return latin_unit(letter, latin_accents_00c0[c - 0xC0]);
    } else if (c >= 0x1E00 && c <= 0x1EFF) {
        const char letter = latin_letters_1e00[c - 0x1E00];
        if (letter != '-')
            return latin_unit(letter, latin_accents_1e00[c - 0x1E00]);
    }
    if (c == 0x259)
        return latin_unit('e', '_'); // ə, Azerbaijani names.
    if (c == 0x2019 || c == 0x2018)
        return {.kind = Kind::separator};
    const bool combining = (c >= 0x300 && c <= 0x36F) || (c >= 0x1AB0 && c <= 0x1AFF);
    const bool invisible = (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
                           c == 0x2060 || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF ||
                           (c >= 0xFE00 && c <= 0xFE0F);
    if (combining || invisible)
        return {.kind = Kind::dropped};
    if (c >= 0xFF01 && c <= 0xFF5E)
        return ascii_unit(c - 0xFEE0); // Full-width ASCII.
    if (is_separator(c))
        return {.kind = Kind::separator};
    if (c >= 0x386 && c < 0x530) {
        std::string one;
        append(one, c);
        std::size_t start = 0;
        const std::string low = to_lower(one);
        const char32_t code = plain_greek(next(low, start));
        return {
            .kind = Kind::other,
            .upper = low != one,
            .code = code == 0x451 ? 0x435 : code}; // ё as е.
    }
    return {.kind = Kind::other, .code = c};
}

// Signs in the order of the Unicode collation for French (CLDR root, which Intl.Collator follows):
// all of them before figures and letters.
constexpr std::u32string_view sign_order = U"_-\u2010\u2012\u2013\u2014\u2015,;:!¡?¿.·'‹›\"«»()[]{}"
                                           U"§¶@*/\\&#%‰†‡•′″`´^¯¨¸°©®+±÷×<=>¬|¦~¤¢$£¥€";

constexpr char32_t ellipsis = 0x2026; // Three full stops.

// The sign in whose place this one stands: some only differ in their looks.
char32_t plain_sign(char32_t c) {
    switch (c) {
    case 0x2011:
        return 0x2010; // No-break hyphen.
    case 0x2018:
    case 0x2019:
    case 0x201A:
        return U'\'';
    case 0x201C:
    case 0x201D:
    case 0x201E:
        return U'"';
    case ellipsis:
        return U'.';
    default:
        return is_space(c) ? U' ' : c;
    }
}

// The three levels of a sort key while it grows.
struct SortKey {
    std::string letters, accents, cases;
    std::string digits; // Of the number being read.

    // A number sorts by value: how many figures it has, then the figures; before all letters.
    void end_number() {
        if (digits.empty())
            return;
        const std::size_t zeros = std::min(digits.find_first_not_of('0'), digits.size() - 1);
        const std::string_view figures = std::string_view(digits).substr(zeros);
        constexpr std::size_t most = 40;
        letters += static_cast<char>(0x04 + std::min(figures.size(), most));
        // Nobody counts that far, but the order of two such rows must still be one.
        if (figures.size() >= most) {
            const std::string length = std::to_string(figures.size());
            letters += static_cast<char>('0' + length.size());
            letters += length;
        }
        letters += figures;
        mark(' ', false);
        digits.clear();
    }
    // Below everything else, so that words stand together: "Le Bon" before "Lebeau".
    void add_separator(char32_t plain) {
        end_number();
        if (plain == U' ') {
            letters += '\x02';
            return;
        }
        letters += '\x03';
        const std::size_t place = sign_order.find(plain);
        if (place != sign_order.npos)
            letters += static_cast<char>(0x02 + place);
        else
            append(letters += '\x7F', plain);
    }
    void mark(char accent, bool upper) {
        accents += accent;
        cases += upper ? '\x03' : '\x02';
    }
    void add(const Unit& unit) {
        if (unit.kind == Kind::digit) {
            digits += unit.first;
            return;
        }
        end_number();
        if (unit.kind == Kind::letters) {
            letters += unit.first;
            mark(unit.accent, unit.upper);
            if (unit.second)
                letters += unit.second, mark(unit.accent, unit.upper);
        } else if (unit.kind == Kind::other) {
            append(letters, unit.code);
            mark(' ', unit.upper);
        }
    }
};

// Six letters in one byte, first letter in the highest bit, so that bytes compare as the letters
// did.
std::string packed_cases(const std::string& cases) {
    std::string out;
    for (std::size_t i = 0; i < cases.size(); i += 6) {
        unsigned bits = 0;
        for (std::size_t j = 0; j < 6; ++j)
            bits = bits << 1 | (i + j < cases.size() && cases[i + j] == '\x03' ? 1u : 0u);
        out += static_cast<char>(0x02 + bits);
    }
    while (!out.empty() && out.back() == '\x02')
        out.pop_back();
    return out;
}

} // namespace

std::string fold(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    bool pending = false;
    const auto letter = [&](char c) {
        if (pending)
            out += ' ';
        pending = false;
        out += c;
    };
    for (std::size_t i = 0; i < text.size();) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const Unit unit = byte < 0x80 ? (++i, ascii_unit(byte)) : unit_of(next(text, i));
        switch (unit.kind) {
        case Kind::dropped:
            break;
        case Kind::separator:
            pending = !out.empty();
            break;
        case Kind::digit:
            letter(unit.first);
            break;
        case Kind::letters:
            letter(unit.first);
            if (unit.second)
                out += unit.second;
            break;
        case Kind::other:
            if (pending)
                out += ' ';
            pending = false;
            append(out, unit.code);
            break;
        }
    }
    return out;
}

std::string french_sort_key(std::string_view text) {
    SortKey key;
    std::string looks; // Breaks the last ties: "L'Atelier", "L’Atelier".
    for (std::size_t i = 0; i < text.size();) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const char32_t code = byte < 0x80 ? (++i, byte) : next(text, i);
        const Unit unit = unit_of(code);
        if (unit.kind == Kind::dropped)
            continue;
        if (unit.kind != Kind::separator) {
            key.add(unit);
            continue;
        }
        const char32_t plain = plain_sign(code);
        key.add_separator(plain);
        if (code == ellipsis)
            key.add_separator(plain), key.add_separator(plain);
        if (plain != code) {
            looks += static_cast<char>(0x02 + std::min<std::size_t>(key.accents.size(), 0x7D));
            append(looks, code);
        }
    }
    key.end_number();
    while (!key.accents.empty() && key.accents.back() == ' ')
        key.accents.pop_back();
    const std::string levels[] = {key.accents, packed_cases(key.cases), looks};
    std::size_t used = 3;
    while (used > 0 && levels[used - 1].empty())
        --used;
    std::string out = std::move(key.letters);
    for (std::size_t i = 0; i < used; ++i)
        out += '\x01' + levels[i];
    return out;
}

} // namespace carnet::text
