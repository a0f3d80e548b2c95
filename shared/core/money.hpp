// Amounts in integer cents of euro, and numbers in groups of thousands, as people write and read
// them.
#pragma once

#include "shared/core/i18n.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace carnet {

// "84 200" (U+202F between groups) or "84,200".
std::string format_number(long long number, Language language);

enum class MoneyStyle {
    whole, // "84 200 €": lists; rounded half away from zero.
    cents, // "4 769,10 €": documents.
    exact, // Cents only when there are any: forms.
};
// French "4 769,10 €" with U+202F and U+00A0, English "€4,769.10". Negative amounts bear U+2212.
std::string
format_money(std::int64_t cents, Language language, MoneyStyle style = MoneyStyle::whole);

// "75 %" with U+00A0, or "75%".
std::string format_percent(std::int64_t percent, Language language);

// Reads "1 234,56", "1234.56", "1.234,56 €", "€1,234.56", "-5", "12 k€" with any kind of space.
// Nothing when it is not an amount, has more than two decimals or exceeds 10^15 cents.
std::optional<std::int64_t> parse_money(std::string_view text);

// A whole number with any grouping: "1 234", "1,234", "12". Nothing for decimals.
std::optional<std::int64_t> parse_integer(std::string_view text);

} // namespace carnet
