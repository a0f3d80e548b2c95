// The version of this program, as `carnet --version`, /healthz and the OpenAPI document say it.
#pragma once

#include <string_view>

namespace carnet {

inline constexpr std::string_view version = "0.1.0";

} // namespace carnet
