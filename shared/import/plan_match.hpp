// The values of a row that say which client it is.
#pragma once

#include "shared/import/targets.hpp"

#include <span>
#include <string_view>

namespace carnet {

std::span<const std::string_view> match_words(); // In order of trust.
bool is_match_word(std::string_view word);
// Targets whose value may serve as this key.
bool gives_key(const ImportTarget& target, std::string_view word);
std::string_view label_of_key(std::string_view word, Language language);

} // namespace carnet
