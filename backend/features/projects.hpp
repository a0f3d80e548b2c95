// Projects of clients: their figures show in the list, their teams decide who sees the client.
#pragma once

#include "backend/http/route_table.hpp"

#include <span>

namespace carnet {

std::span<const Route> project_routes();       // Creation, fields, deletion, another client.
std::span<const Route> project_page_routes();  // project_pages.cpp: the list and one project whole.
std::span<const Route> project_child_routes(); // project_children.cpp
std::span<const Route> deliverable_routes();   // deliverables.cpp: versions and their state.

// Takes the versions of a deliverable away; `conflict` when a contact has answered one.
Status remove_versions(Transaction& tx, std::int64_t deliverable_id, Language language);

} // namespace carnet
