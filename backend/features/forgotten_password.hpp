// "Oublié ?" on the team's sign-in: one mail with a link that is good for an hour. The page behind
// that link is the one of every new password (sessions.hpp); contacts have theirs in
// portal_accounts.hpp, with the same limits (Sessions::count_link) and the same letter.
#pragma once

#include "backend/http/route_table.hpp"

namespace carnet {

std::span<const Route> forgotten_routes();

} // namespace carnet
