// NFC with utf8proc.
#include "backend/text_nfc.hpp"

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <utf8proc.h>

namespace carnet {

std::string nfc(std::string_view text) {
    // Plain ASCII is its own composition: most texts.
    if (std::all_of(text.begin(), text.end(), [](char c) {
            return static_cast<unsigned char>(c) < 128;
        }))
        return std::string(text);
    utf8proc_uint8_t* out = nullptr;
    const utf8proc_ssize_t size = utf8proc_map(
        reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
        static_cast<utf8proc_ssize_t>(text.size()),
        &out,
        static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE)
    );
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(out, &std::free);
    if (size < 0)
        return std::string(text);
    return {reinterpret_cast<const char*>(out), static_cast<std::size_t>(size)};
}

} // namespace carnet
