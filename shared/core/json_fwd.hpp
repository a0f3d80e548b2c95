// The name Json alone, for headers that only mention it: reading nlohmann_json takes longer than
// compiling most of our files.
#pragma once

#ifndef JSON_NOEXCEPTION
#define JSON_NOEXCEPTION 1
#endif
#ifndef JSON_DIAGNOSTICS
#define JSON_DIAGNOSTICS 0
#endif
#include <nlohmann/json_fwd.hpp>

namespace carnet {

using Json = nlohmann::json; // Object keys are sorted: outputs are stable.

} // namespace carnet
