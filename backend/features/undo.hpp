// Undo of any action through the journal: every row's inverse in reverse order, itself a
// journalled action. Redo is the undo of an undo.
#pragma once

#include "backend/http/route_table.hpp"

#include <span>

namespace carnet {

std::span<const Route> undo_routes();

} // namespace carnet
