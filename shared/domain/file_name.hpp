// What a file or a folder may be called.
#pragma once

#include "shared/core/result.hpp"

#include <string>
#include <string_view>

namespace carnet {

inline constexpr std::size_t longest_file_name = 255;

// Trims and composes the name, then refuses what no system could save or what would mislead a
// reader: slashes, only dots, control and direction-changing characters. Emoji are fine.
Status check_file_name(std::string& name, Language language);

// "Plan", ".pdf"; the ending with its dot, "" without one.
struct NameParts {
    std::string_view stem;
    std::string_view ending;
};
NameParts split_file_name(std::string_view name);

// "Plan (2).pdf" for 2.
std::string numbered_name(std::string_view name, int number);

} // namespace carnet
