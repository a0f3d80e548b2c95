// Routes of the portal: the API of its program, and its plain pages. Each
// file answers from the projections of portal_read.hpp.
#pragma once

#include "backend/http/route_table.hpp"

#include <span>
#include <string>
#include <string_view>

namespace carnet {

std::span<const Route> portal_session_routes();
std::span<const Route> portal_project_routes();
std::span<const Route> portal_document_routes();
std::span<const Route> portal_message_routes();
std::span<const Route> portal_change_routes();
std::span<const Route> portal_news_routes();
std::span<const Route> portal_page_routes(); // Plain HTML.

// --- Shared by the API and the plain pages ---

// The contact's answer to a deliverable; `conflict` says who answered first or which version is
// newer. Within a write.
struct PortalAnswer {
    std::int64_t deliverable_id = 0;
    std::int64_t version_id = 0;
    std::string decision; // "approved", "changes_requested".
    std::string comment;
};
Result<std::int64_t> portal_answer(Context& c, const PortalAnswer& answer);

// A message of the contact to the team. Within a write.
Status portal_write_message(
    Context& c, std::int64_t client_id, std::int64_t project_id, std::string_view body
);

// Notes in the client's timeline that the contact was here, once a day. Not for previews.
void portal_note_visit(Context& c, std::int64_t client_id);

} // namespace carnet
