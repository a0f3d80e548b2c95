// A client as its sheet shows it: fields, contacts, addresses, projects and figures in one JSON.
#pragma once

#include "backend/db/transaction.hpp"
#include "shared/domain/address.hpp"
#include "shared/domain/client.hpp"
#include "shared/domain/contact.hpp"
#include "shared/domain/project.hpp"

#include <cstdint>

namespace carnet {

// {"client", "contacts", "addresses", "projects", "counts", "completeness", "advice", "position"}.
// The caller has asked whether the actor may see the client.
Json client_sheet(Transaction& tx, const Actor& actor, std::int64_t client_id);

// The pieces, each with the "version" its fields stand at: the position of the workspace.
Json client_json(Transaction& tx, const Actor& actor, const Client& client);
Json contact_link_json(Transaction& tx, const Actor& actor, const ClientContact& link);
Json entity_json(
    Transaction& tx, const Actor& actor, const EntitySpec& spec, const void* entity, std::int64_t id
);

// Those the actor may know of.
std::int64_t count_activities(Transaction& tx, const Actor& actor, std::int64_t client_id);
std::int64_t count_of(Transaction& tx, std::string_view table, std::int64_t client_id);

} // namespace carnet
