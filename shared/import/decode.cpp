// Guessing the encoding of a text file and turning it into UTF-8.
#include "shared/import/decode.hpp"

#include "shared/core/format.hpp"
#include "shared/core/text.hpp"
#include "shared/texts/import.hpp"

#include <algorithm>

namespace carnet {
namespace {

// Bytes 0x80–0x9F; 0 where Windows-1252 has none.
// Source: WHATWG Encoding Standard, index windows-1252, as read on 2026-11-21.
constexpr char16_t windows_1252[32] = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178,
};

char32_t from_windows_1252(unsigned char byte) {
    return byte >= 0x80 && byte < 0xA0 ? windows_1252[byte - 0x80] : byte;
}

bool starts_with(std::string_view text, std::string_view start) {
    return text.substr(0, start.size()) == start;
}

std::string decode_utf16(std::string_view bytes, bool little) {
    std::string out;
    out.reserve(bytes.size());
    char32_t high = 0;
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
        const auto a = static_cast<unsigned char>(bytes[i]),
                   b = static_cast<unsigned char>(bytes[i + 1]);
        const auto unit = static_cast<char32_t>(little ? a | b << 8 : a << 8 | b);
        if (unit >= 0xD800 && unit < 0xDC00) {
            high = unit;
        } else if (unit >= 0xDC00 && unit < 0xE000) {
            text::append(out, high ? 0x10000 + ((high - 0xD800) << 10) + (unit - 0xDC00) : 0xFFFD);
            high = 0;
        } else {
            text::append(out, unit);
            high = 0;
        }
    }
    return out;
}

// How many bytes beyond ASCII form UTF-8 and how many do not.
struct HighBytes {
    std::size_t valid = 0;
    std::size_t invalid = 0;
};

HighBytes count_high_bytes(std::string_view bytes) {
    HighBytes counts;
    for (std::size_t i = 0; i < bytes.size();) {
        if (static_cast<unsigned char>(bytes[i]) < 0x80) {
            ++i;
            continue;
        }
        const std::size_t start = i;
        text::next(bytes, i);
        // One byte alone beyond ASCII is never valid.
        if (i - start > 1)
            ++counts.valid;
        else
            ++counts.invalid;
    }
    return counts;
}

// UTF-8 in which single bytes of Windows-1252 may have strayed, or Windows-1252 throughout.
std::string decode_bytes(std::string_view bytes, bool utf8) {
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 16);
    for (std::size_t i = 0; i < bytes.size();) {
        const auto byte = static_cast<unsigned char>(bytes[i]);
        const std::size_t start = i;
        if (utf8 && byte >= 0x80) {
            const char32_t c = text::next(bytes, i);
            text::append(out, i - start > 1 ? c : from_windows_1252(byte));
            continue;
        }
        ++i;
        if (byte < 0x80)
            out += static_cast<char>(byte);
        else
            text::append(out, from_windows_1252(byte));
    }
    return out;
}

bool is_workbook(std::string_view bytes) {
    // Zip (xlsx, ods) and the compound file of old xls.
    return starts_with(bytes, "PK\x03\x04") || starts_with(bytes, "\xD0\xCF\x11\xE0");
}

bool is_binary(std::string_view bytes) {
    const std::string_view head = bytes.substr(0, 4096);
    const auto controls = std::count_if(head.begin(), head.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 && byte != '\n' && byte != '\r' && byte != '\t' && byte != '\f' &&
               byte != 0x1A;
    });
    return starts_with(bytes, "%PDF") || controls * 20 > static_cast<std::ptrdiff_t>(head.size());
}

} // namespace

std::string_view encoding_name(Encoding encoding) {
    switch (encoding) {
    case Encoding::utf16:
        return "UTF-16";
    case Encoding::windows_1252:
        return "Windows-1252";
    default:
        return "UTF-8";
    }
}

Result<DecodedText> decode_text(std::string_view bytes, Language language) {
    if (bytes.size() > import_max_bytes) {
        const std::string max = format_size(import_max_bytes / 1024 * 1000, language);
        return Error{
            ErrorCode::too_large,
            fill(tr(texts::import_file_too_large, language), {{"max", max}}),
            {}};
    }
    if (is_workbook(bytes))
        return Error{ErrorCode::unsupported_type, tr(texts::import_spreadsheet, language), {}};
    if (starts_with(bytes, "\xFF\xFE"))
        return DecodedText{decode_utf16(bytes.substr(2), true), Encoding::utf16};
    if (starts_with(bytes, "\xFE\xFF"))
        return DecodedText{decode_utf16(bytes.substr(2), false), Encoding::utf16};
    if (is_binary(bytes))
        return Error{ErrorCode::unsupported_type, tr(texts::import_binary, language), {}};
    const bool marked = starts_with(bytes, "\xEF\xBB\xBF");
    if (marked)
        bytes.remove_prefix(3);
    const HighBytes counts = count_high_bytes(bytes);
    // A file put together from several sources has a few foreign bytes; a Windows-1252 file has
    // hardly any valid pair.
    const bool utf8 = marked || counts.invalid == 0 || counts.valid > counts.invalid * 10;
    const Encoding encoding = marked ? Encoding::utf8_with_mark
                              : utf8 ? Encoding::utf8
                                     : Encoding::windows_1252;
    return DecodedText{decode_bytes(bytes, utf8), encoding};
}

} // namespace carnet
