// The team: list, invite, change, deactivate; one's own profile and password.
#pragma once

#include "backend/http/route_table.hpp"

namespace carnet {

std::span<const Route> user_routes();

} // namespace carnet
