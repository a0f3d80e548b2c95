// A contact's way into the portal (CF-18…CF-20): invitation with its mail previewed first,
// end of access, what a change would give or take, and the team's read-only look through its
// eyes.
#pragma once

#include "backend/http/route_table.hpp"
#include "shared/domain/contact.hpp"

namespace carnet {

std::span<const Route> invitation_routes();

// Portal status of a contact at a client, for the sheet: {"status", "invitation_ends_at",
// "seen_at", "mail": {"state", "error"} or null}.
Json portal_json(Transaction& tx, const Contact& contact, const ClientContact& link);

} // namespace carnet
