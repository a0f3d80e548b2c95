// UTF-8, search keys, French order and the cleaning of typed text.
#include "shared/core/text.hpp"
#include "shared/core/text_match.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace carnet;

namespace {

// Sorted as the list shows it.
std::vector<std::string> in_french_order(std::vector<std::string> names) {
    std::sort(names.begin(), names.end(), [](const std::string& a, const std::string& b) {
        return text::french_sort_key(a) < text::french_sort_key(b);
    });
    return names;
}

bool before(std::string_view a, std::string_view b) {
    return text::french_sort_key(a) < text::french_sort_key(b);
}

} // namespace

TEST_CASE("valid UTF-8 is told from broken, overlong and surrogate bytes") {
    CHECK(text::valid_utf8("Été 😀"));
    for (const std::string bad :
         {"\xff", "\xc3", "\xc0\xaf", "\xe0\x80\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80", "a\x80z"})
        CHECK_FALSE(text::valid_utf8(bad));
}

TEST_CASE("reading code points goes through any bytes, one at a time where they are broken") {
    const std::string bytes = "é\xff€😀";
    std::size_t at = 0;
    CHECK(text::next(bytes, at) == U'é');
    CHECK(text::next(bytes, at) == 0xFFFD);
    CHECK(text::next(bytes, at) == U'€');
    CHECK(text::next(bytes, at) == U'😀');
    CHECK(at == bytes.size());
    CHECK(text::length("été 😀") == 5);
    CHECK(text::prefix("été", 2) == "ét");
}

TEST_CASE("a search key has neither accents nor case nor punctuation") {
    struct Row {
        std::string typed;
        std::string key;
    };
    for (const Row& row : {
             Row{"Œuvre d’Été", "oeuvre d ete"},
             Row{"Œuvre d'Ete", "oeuvre d ete"},
             Row{"  SAINT-ÉTIENNE\u00A0(42) ", "saint etienne 42"},
             Row{"Straße", "strasse"},
             Row{"Łódź", "lodz"},
             Row{"Ærø", "aero"},
             Row{"Nguyễn Ðặng", "nguyen dang"},
             Row{"Île-de-France", "ile de france"},
             Row{"É", "e"},
             Row{"e\u0301", "e"},
             Row{"ﬀ", "ﬀ"},
             Row{"R&D", "r d"},
             Row{"Ελλάδα", "ελλαδα"},
             Row{"МОСКВА", "москва"},
             Row{"soft\u00ADhyphen", "softhyphen"},
             Row{"zero\u200Bwidth", "zerowidth"},
             Row{"m²", "m2"},
             Row{"ＡＢＣ", "abc"},
             Row{"...", ""},
             Row{"", ""},
             Row{"東京", "東京"},
         }) {
        CAPTURE(row.typed);
        CHECK(text::fold(row.typed) == row.key);
    }
}

TEST_CASE("a word that begins with what was typed is better than letters inside one") {
    using text::Match;
    const auto match = [](std::string_view name, std::string_view typed) {
        return text::match(text::fold(name), text::fold(typed));
    };
    CHECK(match("Fontaine Ébénisterie", "font") == Match::start);
    CHECK(match("Ateliers Fontaine", "FONT") == Match::word);
    CHECK(match("Belfontaine et Fontaine", "font") == Match::word);
    CHECK(match("Belfontaine", "font") == Match::inside);
    CHECK(match("Comptoir de l’Été", "ete") == Match::word);
    CHECK(match("Saint-Étienne", "étienne") == Match::word);
    CHECK(match("Ateliers Fontaine", "aine fon") == Match::none);
    CHECK(match("Ateliers Fontaine", "") == Match::start);
    CHECK(match("", "font") == Match::none);
}

TEST_CASE("the French order puts letters first, then accents, then case") {
    // As new Intl.Collator("fr", {numeric: true}) sorts them (ICU 78).
    const std::vector<std::string> expected = {
        "« Au coin »",
        "(Chez) Paul",
        "@home",
        "#1",
        "3M",
        "12 bis",
        "20 Minutes",
        "100 % Bio",
        "A & B",
        "A-B",
        "A. B.",
        "A…B",
        "A.B",
        "A/B",
        "A+ Énergie",
        "AB",
        "Ärzte",
        "cote",
        "Cote",
        "coté",
        "côte",
        "côté",
        "D Été",
        "d’Été",
        "Dété",
        "Eclair",
        "Éclair",
        "École",
        "ecran",
        "Jean Marie Petit",
        "Jean Petit",
        "Jean-Marie Petit",
        "Jeanne Petit",
        "L'Atelier",
        "L’Atelier",
        "La Table",
        "Latelier B",
        "Le Bon",
        "Le Zèbre",
        "Lebeau",
        "Lebon",
        "Lot 2",
        "Lot 007",
        "Lot 8",
        "Lot 10",
        "n° 3",
        "N°3",
        "Oeuf",
        "Œuf",
        "R D",
        "R&D",
        "Saint Aubin",
        "Saint\u00A0Aubin",
        "Saint Zénon",
        "Saint-Aubin",
        "Saintaubinois",
        "Zèbre",
        "zone",
        "Ωmega",
        "Москва",
    };
    // "coté" before "côte": accents count from left to right, as in France (the other way round is
    // Canadian).
    std::vector<std::string> shuffled = expected;
    std::reverse(shuffled.begin(), shuffled.end());
    CHECK(in_french_order(shuffled) == expected);
}

TEST_CASE("French order goes word by word, whatever the space or the apostrophe looks like") {
    CHECK(before("Le Bon", "Lebeau"));
    CHECK(before("L’Atelier", "L'Atelier B"));
    CHECK(before("L'Atelier", "L’Atelier B"));
    CHECK(before("Saint\u00A0Aubin", "Saint Zénon"));
    CHECK(before("Saint Aubin", "Saint\u00A0Zénon"));
    CHECK(text::french_sort_key("L'Atelier") != text::french_sort_key("L’Atelier"));
    CHECK(before("A ♥ B", "A 1")); // A sign without a place of its own stands before figures, too.
    CHECK(before("", "a"));
    CHECK(before("", "-"));
    CHECK(before("Lot 007", "Lot 8"));
    CHECK(before(
        "99999999999999999999999999999999999999999999",
        "100000000000000000000000000000000000000000000"
    ));
}

TEST_CASE("sort keys of plain names are no longer than the names and two marks") {
    CHECK(text::french_sort_key("dupont").size() == 6);
    CHECK(text::french_sort_key("TEAM MOVE").size() <= 16);
}

TEST_CASE("letter case changes in Latin, Greek and Cyrillic") {
    CHECK(text::to_lower("ÉCOLE ŒUVRE ŸŠ ΆΩ ЁЖ") == "école œuvre ÿš άω ёж");
    CHECK(text::to_upper("école œuvre ÿš ёж ứ") == "ÉCOLE ŒUVRE ŸŠ ЁЖ Ứ");
    CHECK(text::equal_ignoring_case("Éric", "ÉRIC"));
    CHECK_FALSE(text::equal_ignoring_case("Eric", "ÉRIC"));
    CHECK_FALSE(text::equal_ignoring_case("Eri", "Eric"));
}

TEST_CASE("typed lines lose controls, line breaks and direction marks, and keep no-break spaces") {
    CHECK(text::clean_line("  a\t b\r\nc\u0007 ") == "a b c");
    CHECK(text::clean_line("abc\u202Efdp.exe") == "abcfdp.exe");
    CHECK(text::clean_line("12\u00A0€\u00A0") == "12\u00A0€");
    CHECK(text::clean_line("\u00A0\u202F") == "");
    CHECK(text::clean_lines(" a\r\nb\rc\n ") == "a\nb\nc");
}

TEST_CASE("a text has something to read when somebody who looks at it sees something") {
    struct Row {
        std::string typed;
        bool readable;
    };
    for (const Row& row : {
             Row{"a", true},
             Row{".", true},
             Row{"\u200Ba\u200B", true},
             Row{"👍", true},
             Row{"👨\u200D👩\u200D👧", true},
             Row{"❤\uFE0F", true},
             Row{"", false},
             Row{" \t\r\n\u00A0\u202F\u3000", false},
             Row{"\u0007", false},
             Row{"\u200B", false}, // Zero-width space.
             Row{"\uFEFF", false}, // Zero-width no-break space, byte order mark.
             Row{"\u2060", false}, // Word joiner.
             Row{"\u00AD", false}, // Soft hyphen.
             Row{"\u3164", false}, // Hangul filler.
             Row{"\uFFA0\u115F\u1160", false},
             Row{"\u200C\u200D\u200E\u200F", false},
             Row{"\u034F\u061C\u180E", false},
             Row{"\uFE0F", false},     // A variation selector of nothing.
             Row{"\u2800", false},     // Braille without dots.
             Row{"\U000E0041", false}, // A tag character.
             Row{" \u200B\n\u2060 ", false},
         }) {
        CAPTURE(row.typed);
        CHECK(text::readable(row.typed) == row.readable);
        CHECK(text::clean_line(row.typed).empty() == !row.readable);
        CHECK(text::clean_lines(row.typed).empty() == !row.readable);
    }
    CHECK(text::clean_lines("\u200Ba") == "\u200Ba");
}

TEST_CASE("pieces, digits, initials") {
    CHECK(text::split("a,,b", ',') == std::vector<std::string_view>{"a", "", "b"});
    CHECK(text::split("", ',').size() == 1);
    CHECK(text::join({"a", "b"}, ", ") == "a, b");
    CHECK(text::digits_only("+33 (0)6") == "3306");
    CHECK(text::replace_all("aXbX", "X", "--") == "a--b--");
    CHECK(text::trim("\u202F a \u3000") == "a");
    CHECK(text::collapse_spaces(" a \u00A0 b ") == "a b");
    CHECK(text::initials("Sophie Lefèvre") == "SL");
    CHECK(text::initials("élise") == "É");
    CHECK(text::initials("Jean-Pierre Petit") == "JP");
    CHECK(text::initials("") == "");
}
