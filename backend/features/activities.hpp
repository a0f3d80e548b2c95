// The timeline of a client: reading it, and logging by hand (CF-31, FS-15, FS-16).
#pragma once

#include "backend/http/route_table.hpp"

#include <span>

namespace carnet {

std::span<const Route> activity_routes();

} // namespace carnet
