// Projects of a client (CF-28…30); their starts and ends are told by the timeline (CF-31).
#pragma once

#include "backend/http/route_table.hpp"

#include <span>

namespace carnet {

std::span<const Route> project_routes();

} // namespace carnet
