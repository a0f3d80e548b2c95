// Import of a file in the browser and by `carnet import`: send, dry run, apply as one action that
// is undone whole.
#pragma once

#include "backend/cli/command.hpp"
#include "backend/http/route_table.hpp"

#include <span>

namespace carnet {

std::span<const Route> import_routes();
std::span<const Command> import_commands(); // import_command.cpp

} // namespace carnet
