// The way into the portal without JavaScript: sign-in, sign-out, and choosing a password by the
// link of an invitation or of a forgotten password.
#pragma once

#include "backend/http/route_table.hpp"

#include <span>
#include <string>

namespace carnet {

std::span<const Route> portal_account_routes();

std::string portal_workspace_name(Context& c);
// A page without navigation, under the workspace's name, for whoever reads it.
Response portal_narrow_page(
    Context& c, const Text& title, std::string content, Language l, int status = 200
);
// Nothing at this address, for people who have no session or whose world is not known.
Response portal_nothing_here(Context& c);

} // namespace carnet
