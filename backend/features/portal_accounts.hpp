// The way into the portal without JavaScript: sign-in, sign-out, and choosing a password by the
// link of an invitation or of a forgotten password.
#pragma once

#include "backend/http/route_table.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace carnet {

std::span<const Route> portal_account_routes();

std::string portal_workspace_name(Context& c);
// A field of a form; "" when absent or not text.
std::string portal_form_value(const std::vector<NameValue>& form, std::string_view name);

} // namespace carnet
