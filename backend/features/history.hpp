// Reading the journal: the history of one client, and the audit journal of the workspace.
#pragma once

#include "backend/http/route_table.hpp"

#include <span>

namespace carnet {

std::span<const Route> history_routes();

} // namespace carnet
