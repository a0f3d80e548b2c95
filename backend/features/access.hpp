// Who may do what to a client, asked inside a transaction: SQL gives the audience,
// shared/domain/visibility the rule. Writers ask here; readers of lists ask the book.
#pragma once

#include "backend/http/route_table.hpp"
#include "shared/domain/visibility.hpp"
#include "shared/schema/value.hpp"

#include <cstdint>

namespace carnet {

// The people a client concerns, as stored.
struct ClientAccess {
    bool exists = false;
    bool binned = false;
    std::int64_t owner_id = 0;
    Ids assigned_ids;
    Audience audience() const { return {owner_id, assigned_ids}; }
};
ClientAccess client_access(Transaction& tx, std::int64_t client_id);

// True when the actor may receive any byte about this client. A client in the bin is visible to
// those who may put clients there.
bool sees_client(Transaction& tx, const Actor& actor, std::int64_t client_id);

// `not_found` when the client is absent or not visible, `forbidden` when it is visible and the
// permission lacks. A client in the bin is absent, except for Permission::clients_delete.
Status require(Context& c, std::int64_t client_id, Permission permission);

// Contacts stand alone: visible with any of their clients; one without clients to those who see
// every client.
Ids clients_of_contact(Transaction& tx, std::int64_t contact_id);
Status require_contact(Context& c, std::int64_t contact_id, Permission permission);

// Who works with `carnet` in a terminal: that person owns the machine and its folder.
Actor terminal_actor(Language language);

} // namespace carnet
