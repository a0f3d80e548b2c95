// Stores the people, words and clients of the demonstration, all of it through the journal.
#pragma once

#include "backend/db/transaction.hpp"
#include "backend/features/demo/client.hpp"

#include <array>

namespace carnet::demo {

// Identifiers of what every client refers to.
struct Ground {
    std::array<std::int64_t, person_count> people = {};
    Ids sectors, sizes, functions, tags;
    std::string password_hash; // Of everybody, contacts in the portal included.
};
Result<Ground> store_ground(Transaction& tx, const std::string& password_hash);
Status store_views(Transaction& tx, const Ground& ground);
Status store_client(Transaction& tx, const Ground& ground, DemoClient& client);

} // namespace carnet::demo
