// Files on their way in. A browser announces a file (name, size), sends it in pieces, each saying
// where it begins, and gives the upload's id to the route that wants the file. What arrived stays
// over a cut connection and a restart of the server; what nobody finishes is forgotten after a day.
#pragma once

#include "backend/files/file_response.hpp"
#include "backend/http/route_table.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace carnet {

std::span<const Route> upload_routes();

// A file that lies in the store.
struct StoredFile {
    std::string sha256;
    std::string name;
    std::string media_type; // By content.
    std::int64_t size = 0;
};

// Takes a finished upload of the actor inside a write: the caller makes the row that names the file
// in the same transaction. When that is taken back, the upload is still there.
Result<StoredFile> take_upload(Context& c, std::string_view upload_id);

// Bytes made by the program itself (demonstration, certificates) into the store, inside a write.
// Throws FileError. `folder`: the data folder.
StoredFile store_bytes(
    Transaction& tx, const std::string& folder, std::string_view name, std::string_view bytes
);

} // namespace carnet
