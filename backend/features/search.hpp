// Look-ups beside the list: contacts for the command palette, and the duplicate radar.
#pragma once

#include "backend/http/route_table.hpp"

#include <span>

namespace carnet {

std::span<const Route> search_routes();
std::span<const Route> duplicate_routes(); // duplicates.cpp

} // namespace carnet
