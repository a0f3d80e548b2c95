// GET /healthz: is the server there.
#pragma once

#include "backend/http/route_table.hpp"

namespace carnet {

std::span<const Route> health_routes();

} // namespace carnet
