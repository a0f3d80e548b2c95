// Who may undo what: one's own actions as far as one still may do them by hand; imports and other
// people's actions with the right `bulk_undo` on top.
#pragma once

#include "backend/db/journal.hpp"
#include "backend/http/route_table.hpp"

#include <span>
#include <string_view>

namespace carnet {

// Actions that left the house, or only looked: an invitation, a preview, the mail server's
// settings.
bool never_undone(std::string_view kind);

// `not_found` when a row concerns something the actor may not see, `forbidden` when they may not
// write it.
Status may_undo(Context& c, const Action& action, std::span<const JournalRow> rows);

} // namespace carnet
