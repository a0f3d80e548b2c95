// The only door to nlohmann_json: exceptions off, depth and duplicate keys checked, typed reading
// with defaults.
#pragma once

#include "shared/core/json_fwd.hpp"
#include "shared/core/result.hpp"

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>

namespace carnet {

struct JsonLimits {
    std::size_t bytes = 1 << 20;
    int depth = 16;
};
// `malformed` (not JSON, invalid UTF-8, NUL, too deep, a key twice) or `too_large`. Never throws,
// never recurses deeper than the limit.
Result<Json> parse_json(std::string_view text, Language language, JsonLimits limits = {});

// Compact text; invalid UTF-8 (which should not be there) is replaced, never fatal.
std::string dump(const Json& json);

// Typed reading; the default when absent, null or of another type.
std::string json_string(const Json& object, std::string_view key, std::string_view fallback = "");
std::int64_t json_int(const Json& object, std::string_view key, std::int64_t fallback = 0);
bool json_bool(const Json& object, std::string_view key, bool fallback = false);
const Json& json_at(const Json& object, std::string_view key); // A null when absent.

} // namespace carnet
