// Documents of the demonstration.
#pragma once

#include "backend/features/demo/store.hpp"

#include <string>
#include <string_view>

namespace carnet::demo {

// What a file of that name holds: a PDF of one page, or a line of text.
std::string sample_file(std::string_view name);

// Folders, files and rights of the pictured client; nothing for the others.
Status store_documents(
    Transaction& tx, const Ground& ground, const std::string& data_folder, const DemoClient& made
);

} // namespace carnet::demo
