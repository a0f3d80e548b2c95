// GET /api/openapi.json, made from the route table and the field tables.
#pragma once

#include "backend/http/route_table.hpp"

namespace carnet {

std::span<const Route> openapi_routes();

} // namespace carnet
