// Documents of the demonstration.
#pragma once

#include "backend/features/demo/store.hpp"

#include <string>

namespace carnet::demo {

// Folders, files and rights of the pictured client; nothing for the others.
Status store_documents(
    Transaction& tx, const Ground& ground, const std::string& data_folder, const DemoClient& made
);

} // namespace carnet::demo
