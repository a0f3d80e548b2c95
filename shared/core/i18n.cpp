// Placeholders, plurals and language tags.
#include "shared/core/i18n.hpp"

#include "shared/core/money.hpp"
#include "shared/core/text.hpp"

namespace carnet {
namespace {

// French elides "de" before a vowel: Rôle d’Inès. Names come at run time, so it is done here.
// Before an h only a dictionary knows (d’Hélène, de Hanovre); "de" is never wrong enough there.
void elide(std::string& before, std::string_view value) {
    if (!before.ends_with("de ") && !before.ends_with("De "))
        return;
    if (before.size() > 3 && before[before.size() - 4] != ' ')
        return;
    const std::string folded = text::fold(value);
    if (folded.empty() || std::string_view("aeiou").find(folded[0]) == std::string_view::npos)
        return;
    before.resize(before.size() - 2);
    before += "’";
}

} // namespace

std::string fill(std::string_view pattern, std::initializer_list<Placeholder> values) {
    std::string out;
    out.reserve(pattern.size() + 32);
    std::size_t at = 0;
    while (at < pattern.size()) {
        const std::size_t open = pattern.find('{', at);
        const std::size_t close = open == pattern.npos ? open : pattern.find('}', open);
        if (close == pattern.npos)
            break;
        out += pattern.substr(at, open - at);
        const std::string_view name = pattern.substr(open + 1, close - open - 1);
        const Placeholder* found = nullptr;
        for (const Placeholder& value : values)
            if (value.name == name)
                found = &value;
        if (found)
            elide(out, found->value);
        out += found ? found->value : pattern.substr(open, close - open + 1);
        at = close + 1;
    }
    return out += pattern.substr(at);
}

std::string plural(const PluralText& text, long long count, Language language) {
    const bool one = language == Language::fr ? count > -2 && count < 2 : count == 1 || count == -1;
    return fill(tr(one ? text.one : text.other, language), {{"n", format_number(count, language)}});
}

Language parse_language(std::string_view tag) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    const bool english = tag.size() >= 2 && lower(tag[0]) == 'e' && lower(tag[1]) == 'n' &&
                         (tag.size() == 2 || tag[2] == '-' || tag[2] == '_');
    return english ? Language::en : Language::fr;
}

} // namespace carnet
