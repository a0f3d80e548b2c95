// From the bytes of a file to UTF-8 text: byte-order marks, UTF-8, UTF-16 and Windows-1252. Pure;
// any bytes are safe.
#pragma once

#include "shared/core/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace carnet {

enum class Encoding : std::uint8_t { utf8, utf8_with_mark, utf16, windows_1252 };
std::string_view encoding_name(Encoding encoding); // "UTF-8", "UTF-16", "Windows-1252".

struct DecodedText {
    std::string text; // UTF-8 without a mark; cells with NUL are refused when they are read.
    Encoding encoding = Encoding::utf8;
};
inline constexpr std::size_t import_max_bytes = 50u << 20;

// `too_large` beyond import_max_bytes; `unsupported_type` for workbooks and other binary files,
// with what to do about it.
Result<DecodedText> decode_text(std::string_view bytes, Language language);

} // namespace carnet
