// The catalogue's word: a visible text in both languages. Texts live in shared/texts/, one file per
// subject, as `inline constexpr Text save{"Enregistrer", "Save"};`. Nothing visible is written
// anywhere else.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace carnet {

enum class Language { fr, en };

struct Text {
    const char* fr = "";
    const char* en = "";
    constexpr bool empty() const { return fr[0] == '\0'; }
};

// A text that depends on a number: `one` is used for 0 and 1 in French, for 1 in English.
struct PluralText {
    Text one;
    Text other;
};

constexpr const char* tr(const Text& text, Language language) {
    return language == Language::fr ? text.fr : text.en;
}

// Replaces `{name}` placeholders. Unknown placeholders stay as they are.
struct Placeholder {
    std::string_view name;
    std::string_view value;
};
std::string fill(std::string_view pattern, std::initializer_list<Placeholder> values);

// Picks the form for `count` and replaces `{n}` by the number, grouped in thousands as the language
// does.
std::string plural(const PluralText& text, long long count, Language language);

// "fr" and "en" in any case and with any region; French for everything else.
Language parse_language(std::string_view tag);
constexpr const char* language_tag(Language language) {
    return language == Language::fr ? "fr" : "en";
}

} // namespace carnet
