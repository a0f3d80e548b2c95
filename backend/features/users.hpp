// The team: list, invite, change, deactivate; one's own profile and password.
#pragma once

#include "backend/db/records.hpp"
#include "backend/http/route_table.hpp"

namespace carnet {

std::span<const Route> user_routes();

// Whether the actor may take back this change of an account: by the rules of a change itself.
Status may_undo_user(Context& c, const JournalRow& row);

// Refuses changes after which nobody who signs in owns the workspace.
Status keeps_an_owner(
    Transaction& tx, const User& user, std::span<const FieldChange> changes, Language language
);

// Whether somebody other than `except` (0: anybody) signs in with this address, in small letters.
bool email_taken(Transaction& tx, std::string_view email, std::int64_t except);

} // namespace carnet
