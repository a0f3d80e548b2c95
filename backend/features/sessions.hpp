// Signing in and out, by JSON and by plain HTML forms; first start; invitations and resets.
#pragma once

#include "backend/http/route_table.hpp"
#include "backend/sessions.hpp"

namespace carnet {

std::span<const Route> session_routes();

// What the signed-in person needs to begin: user, workspace, effective rights, position of the
// journal.
Json me_json(App& app, const Actor& actor);

// The address of a one-time link: "/start/…", "/invite/…" or "/reset/…".
std::string link_path(LinkPurpose purpose, std::string_view token);

} // namespace carnet
