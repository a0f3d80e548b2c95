// The eye beside every item the portal can show: which contacts of its client see it, and the one
// reason for each. The answer is the portal's own: its projections and this route ask the
// same rules.
#pragma once

#include "backend/http/route_table.hpp"

#include <span>

namespace carnet {

std::span<const Route> who_sees_routes();

} // namespace carnet
