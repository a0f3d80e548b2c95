// Addresses of a client: one main one, any number of others (FS-18, FS-19).
#pragma once

#include "backend/http/route_table.hpp"

#include <span>
#include <string_view>

namespace carnet {

std::span<const Route> address_routes();

// Adds an address; the client's first is its main one. Messages name fields below `prefix`.
Result<std::int64_t>
add_address(Context& c, std::int64_t client_id, const Json& body, std::string_view prefix = "");

} // namespace carnet
