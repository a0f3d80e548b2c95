// The actions of a client's menu, for one client and for many: convert, archive, bin, and back. One
// row per action; the routes of single clients and the bulk route read the same table.
#pragma once

#include "backend/db/records.hpp"
#include "backend/http/route_table.hpp"
#include "shared/domain/client.hpp"

#include <span>
#include <string_view>

namespace carnet {

struct ClientAction {
    std::string_view name; // Last segment of the route: "archive".
    Permission permission;
    std::string_view kind;      // Of the journal's action, one client.
    std::string_view bulk_kind; // Several clients.
};
std::span<const ClientAction> client_actions();
const ClientAction* find_client_action(std::string_view name); // Null when there is none.

// What the action changes on this client; nothing when it is already so. `invalid` when it does not
// apply.
Result<std::vector<FieldChange>>
changes_of(Transaction& tx, const ClientAction& action, const Client& client, Language language);

} // namespace carnet
