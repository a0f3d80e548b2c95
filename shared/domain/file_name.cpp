// See file_name.hpp.
#include "shared/domain/file_name.hpp"

#include "shared/core/text.hpp"
#include "shared/texts/file_names.hpp"

namespace carnet {

namespace {

// Changes the direction of writing or shows nothing: "exe.tnemucod" would read as something else,
// and two names that differ by nothing one sees are two files (Unicode Technical Report 36, 2.5 and
// 3.1). Joiners (U+200C, U+200D) stay: Persian and emoji are written with them.
bool misleads(char32_t letter) {
    struct Range {
        char32_t first, last;
    };
    constexpr Range ranges[] = {
        {0x00, 0x1F},     // Controls.
        {0x7F, 0x9F},     // Controls.
        {0xAD, 0xAD},     // Soft hyphen.
        {0x61C, 0x61C},   // Arabic letter mark.
        {0x180E, 0x180E}, // Mongolian vowel separator.
        {0x200B, 0x200B}, // Zero width space.
        {0x200E, 0x200F}, // Left-to-right and right-to-left mark.
        {0x2028, 0x202E}, // Separators of lines; embeddings and overrides of direction.
        {0x2060, 0x206F}, // Word joiner, invisible operators, isolates of direction.
        {0xFEFF, 0xFEFF}, // Zero width no-break space.
        {0xFFF9, 0xFFFD}, // Annotations, replacement character.
    };
    for (const Range& range : ranges)
        if (letter >= range.first && letter <= range.last)
            return true;
    return false;
}

Error refuse(const Text& text, Language language) {
    return {
        ErrorCode::invalid, tr(text, language), {{.field = "name", .message = tr(text, language)}}};
}

} // namespace

Status check_file_name(std::string& name, Language language) {
    if (!text::valid_utf8(name))
        return refuse(texts::name_bad_character, language);
    name = text::to_nfc(text::trim(name));
    if (!text::readable(name))
        return refuse(texts::name_empty, language);
    if (text::length(name) > longest_file_name)
        return refuse(texts::name_too_long, language);
    if (name.find_first_of("/\\") != std::string::npos)
        return refuse(texts::name_has_slash, language);
    if (name.find_first_not_of('.') == std::string::npos)
        return refuse(texts::name_only_dots, language);
    for (std::size_t at = 0; at < name.size();)
        if (misleads(text::next(name, at)))
            return refuse(texts::name_bad_character, language);
    return Ok{};
}

NameParts split_file_name(std::string_view name) {
    const std::size_t dot = name.rfind('.');
    constexpr std::size_t longest_ending = 12;
    if (dot == std::string_view::npos || dot == 0 || name.size() - dot > longest_ending)
        return {name, {}};
    return {name.substr(0, dot), name.substr(dot)};
}

std::string numbered_name(std::string_view name, int number) {
    const NameParts parts = split_file_name(name);
    const std::string tail = " (" + std::to_string(number) + ")" + std::string(parts.ending);
    const std::size_t room = longest_file_name - text::length(tail);
    return std::string(text::prefix(parts.stem, room)) + tail;
}

} // namespace carnet
