// GET /api/changes: the live stream of one browser. First what happened since its position,
// then everything as it happens; each reader gets only what they may see.
#pragma once

#include "backend/http/route_table.hpp"

#include <span>

namespace carnet {

std::span<const Route> change_routes();

} // namespace carnet
