// Pieces of the portal's plain pages, and the page of one project.
#pragma once

#include "backend/features/portal_html.hpp"
#include "backend/http/route_table.hpp"

#include <string>
#include <string_view>

namespace carnet {

struct Project;

// "hier": the moment in a field of a projection.
std::string plain_when(Context& c, const Json& json, std::string_view key);
Text portal_state_label(std::string_view deliverable_state);
// The state of a deliverable on its colour.
std::string plain_state(const Json& deliverable, Language language);
// A page of whoever is signed in, with the workspace's name.
Response plain_response(Context& c, PlainPage page, int status = 200);
// Nothing here, or nothing that is yours: the same page.
Response plain_not_here(Context& c);
// The company of "?client=", otherwise the first.
Result<const PortalPlace*> plain_place(Context& c);

// Progress, deliverables, milestones, and tasks where the contact may see them.
Response plain_project_page(Context& c, const Project& project);

// --- Handlers in files of their own; the routes are in portal_pages.cpp ---
Result<Response> plain_deliverable(Context& c); // portal_plain_deliverable.cpp
Result<Response> plain_answer(Context& c);
Result<Response> plain_messages(Context& c); // portal_plain_messages.cpp
Result<Response> plain_message(Context& c);

} // namespace carnet
