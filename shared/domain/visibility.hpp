// THE visibility rule: who may see (and act on) a client. Book, lists, counts, search, exports,
// live changes, pickers, history and undo all ask these two functions and nothing else.
#pragma once

#include "shared/schema/permission.hpp"

#include <cstdint>
#include <span>

namespace carnet {

// The people a client concerns: the person in charge and the members of its projects' teams.
struct Audience {
    std::int64_t owner_id = 0;
    std::span<const std::int64_t> assigned; // Users in the teams of its projects, any order.
};

// True when the actor may receive any byte about this client.
bool can_see(const Actor& actor, const Audience& audience);

// True when the actor holds `permission` for this client: the grant is `all`, or `own` and the
// actor is concerned. Always false when can_see is false.
bool can(const Actor& actor, Permission permission, const Audience& audience);

} // namespace carnet
