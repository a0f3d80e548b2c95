// Countries as addresses and VAT numbers name them: ISO 3166-1 alpha-2 with French and English
// names.
#pragma once

#include "shared/core/i18n.hpp"

#include <span>
#include <string>
#include <string_view>

namespace carnet {

struct Country {
    std::string_view code;
    Text name;
};
std::span<const Country> countries();
const Country* find_country(std::string_view code); // Null when there is none; upper case.
const Country* find_country_by_name(std::string_view name
); // French or English, without accents or case.
std::string country_name(std::string_view code, Language language); // The code itself when unknown.

} // namespace carnet
