// Contacts: people who stand alone (MD-04), and their place at each client (CF-14…17, BR-06…09).
#pragma once

#include "backend/http/route_table.hpp"

#include <span>
#include <string_view>

namespace carnet {

std::span<const Route> contact_routes();

// The portal's switches of `after` as they will be saved: what `fields` leaves alone follows the
// roles' preset unless it was set by hand (CF-18, CF-19).
void settle_switches(
    Context& c, const struct ClientContact& before, const Json& fields, struct ClientContact& after
);

// Adds {"contact": {…} | "contact_id": n, fields of the link…} to a client. The client's first
// contact becomes the main one; a new main contact replaces the old one. Messages name fields below
// `prefix`. The caller asked for rights on the client. Returns the link's identifier.
Result<std::int64_t>
add_contact(Context& c, std::int64_t client_id, const Json& body, std::string_view prefix = "");

} // namespace carnet
