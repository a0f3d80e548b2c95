// Messages between the team and a client's contacts (CF-25), the team's side. Internal by default.
#pragma once

#include "backend/http/route_table.hpp"
#include "shared/domain/message.hpp"

#include <string_view>

namespace carnet {

std::span<const Route> message_routes();

// Stores a message and, when it is shared, tells the other contacts who may see it. `author` is the
// name they read. For the portal, too: a contact's message is always shared.
Result<std::int64_t>
add_message(Transaction& tx, Message& message, std::string_view author, Language language);

} // namespace carnet
