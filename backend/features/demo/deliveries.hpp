// What the demonstration's contacts find in their portal: deliverables with their versions and
// answers, and messages.
#pragma once

#include "backend/features/demo/store.hpp"

#include <string>

namespace carnet::demo {

// Of the pictured client, once it is stored; nothing for the others.
Status store_deliveries(
    Transaction& tx, const Ground& ground, const std::string& data_folder, const DemoClient& made
);
Status store_messages(Transaction& tx, const Ground& ground, const DemoClient& made);

} // namespace carnet::demo
