// Canonical composition (NFC) for shared/core/text.hpp, with utf8proc.
#pragma once

#include <string>
#include <string_view>

namespace carnet {

// Invalid UTF-8 comes back unchanged: the checks refuse it.
std::string nfc(std::string_view text);

} // namespace carnet
