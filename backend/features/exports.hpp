// Export of the filtered list to XLSX and CSV (MD-05), over HTTP and by `carnet export`.
#pragma once

#include "backend/cli/command.hpp"
#include "backend/http/route_table.hpp"

#include <span>

namespace carnet {

std::span<const Route> export_routes();
std::span<const Command> export_commands();

} // namespace carnet
