// The web application's files, the places of the application, and the style sheet of the plain
// pages.
#pragma once

#include "backend/http/route_table.hpp"

namespace carnet {

std::span<const Route> page_routes();

} // namespace carnet
