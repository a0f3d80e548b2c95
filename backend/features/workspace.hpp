// Settings of the workspace and the matrix of roles.
#pragma once

#include "backend/http/route_table.hpp"

namespace carnet {

std::span<const Route> workspace_routes();

} // namespace carnet
