// Routes of single clients: the sheet, creation, editing, and the actions of the sheet's menu.
#pragma once

#include "backend/http/route_table.hpp"

#include <initializer_list>
#include <span>
#include <string_view>

namespace carnet {

std::span<const Route> client_routes();
std::span<const Route> client_action_routes(); // client_actions.cpp
std::span<const Route> client_bulk_routes();   // client_bulk.cpp

// The actor needs the `write` permission of every changed field for this client; one that lacks is
// named.
Status may_change(Context& c, std::int64_t client_id, std::span<const struct FieldChange> changes);

// `invalid` with the name of the first key of the body that is not among those known.
Status
refuse_unknown(const Json& body, std::initializer_list<std::string_view> known, Language language);

// {"action": id or null, "position": n}: the end of every write's answer.
Json write_answer(Context& c);

} // namespace carnet
