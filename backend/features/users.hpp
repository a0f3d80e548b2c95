// The team: list, invite, change, deactivate; one's own profile and password.
#pragma once

#include "backend/db/records.hpp"
#include "backend/http/route_table.hpp"

namespace carnet {

std::span<const Route> user_routes();

// Whether the actor may take back this change of an account: by the rules of a change itself.
Status may_undo_user(Context& c, const JournalRow& row);

} // namespace carnet
