// See file_name.hpp.
#include "shared/domain/file_name.hpp"

#include "shared/core/text.hpp"
#include "shared/texts/file_names.hpp"

namespace carnet {

namespace {

// Changes the direction of writing or shows nothing: "exe.tnemucod" would read as something else
// (Unicode Technical Report 36, 3.1).
bool misleads(char32_t letter) {
    return letter < 32 || letter == 127 || (letter >= 0x80 && letter < 0xA0) || letter == 0x200E ||
           letter == 0x200F || (letter >= 0x202A && letter <= 0x202E) ||
           (letter >= 0x2066 && letter <= 0x2069) || letter == 0xFEFF || letter == 0xFFFD;
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
