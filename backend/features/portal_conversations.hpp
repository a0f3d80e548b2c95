// What a contact has read of the messages: a mark per conversation, which is a project's or the
// client's own. Marks are the contact's, kept on the server, so that every device says the same.
#pragma once

#include "backend/http/route_table.hpp"
#include "backend/portal_actor.hpp"
#include "shared/core/json_fwd.hpp"

#include <cstdint>
#include <map>
#include <span>

namespace carnet {

std::span<const Route> portal_conversation_routes();

// Up to which message each conversation is read; by project, 0 for none.
using ReadMarks = std::map<std::int64_t, std::int64_t>;
ReadMarks portal_read_marks(Transaction& tx, std::int64_t contact_id, std::int64_t client_id);

// Messages of others the contact may read and has not; by project, 0 for none.
std::map<std::int64_t, std::int64_t>
portal_unread(Transaction& tx, std::int64_t contact_id, const PortalPlace& place);
std::int64_t
portal_unread_count(Transaction& tx, std::int64_t contact_id, const PortalPlace& place);

// [{"project_id", "name", "unread"}]: the projects one can talk about.
Json portal_conversations_json(Context& c, const PortalPlace& place);

// All up to a message is read, of one project or (0) of everything in view.
void portal_mark_read(
    Transaction& tx,
    std::int64_t contact_id,
    const PortalPlace& place,
    std::int64_t project_id,
    std::int64_t up_to
);

} // namespace carnet
