// See scan.hpp.
#include "shared/book/scan.hpp"

#include <algorithm>

namespace carnet::book {
namespace {

// How often a byte occurs in folded names, addresses and numbers of a French client file; only the
// order matters.
int frequency(char c) {
    constexpr std::string_view common_first = " eairnostlcmudp03f21g465h7b98vyqkjxzw";
    const auto at = common_first.find(c);
    return at == std::string_view::npos ? 0 : static_cast<int>(common_first.size() - at);
}

} // namespace

Needle make_needle(std::string_view text) {
    Needle needle{text, 0, 0};
    const std::size_t looked_at = std::min<std::size_t>(text.size(), 60);
    for (std::size_t i = 1; i < looked_at; ++i)
        if (frequency(text[i]) < frequency(text[needle.first]))
            needle.first = static_cast<std::uint8_t>(i);
    if (text.size() == 1)
        return needle;
    needle.second = needle.first == 0 ? 1 : 0;
    for (std::size_t i = 0; i < looked_at; ++i)
        if (i != needle.first && frequency(text[i]) < frequency(text[needle.second]))
            needle.second = static_cast<std::uint8_t>(i);
    return needle;
}

} // namespace carnet::book
