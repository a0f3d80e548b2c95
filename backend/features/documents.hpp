// Documents of a client: folders, files with versions, rights per folder (CF-31, FS-20, MD-22…26).
#pragma once

#include "backend/http/route_table.hpp"
#include "shared/core/json_fwd.hpp"
#include "shared/domain/document.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace carnet {

struct ClientFolders;
struct StoredFile;

std::span<const Route> document_routes();
std::span<const Route> folder_routes();       // folders.cpp
std::span<const Route> folder_right_routes(); // folder_rights.cpp, folder_cascade.cpp

// The version with its document; nothing when there is none or it is in the bin.
struct VersionPlace {
    DocumentVersion version;
    Document document;
};
std::optional<VersionPlace> find_version(Transaction& tx, std::int64_t version_id);

// What a document is called beside others of a folder: the name, or a numbered one when it is
// taken. `except`: the document itself.
std::string free_document_name(
    Transaction& tx,
    std::int64_t client_id,
    std::int64_t folder_id,
    const std::string& name,
    std::int64_t except = 0
);

// The uploads of a request ("files": [{"upload", "name"}]) become documents of a folder, in one
// action and one event of the timeline. The right to the folder was asked before.
Result<std::vector<Document>>
add_documents(Context& c, std::int64_t client_id, std::int64_t folder_id);
// The upload of that name becomes the document's next version, in one action and one event.
Status add_document_version(Context& c, const Document& document, const std::string& upload);

enum class FileReading : std::uint8_t; // portal_readings.hpp
// A contact has seen a version; for the portal's routes, after the answer is made.
void record_reading(
    class App& app,
    const Document& document,
    const DocumentVersion& version,
    std::int64_t contact_id,
    FileReading reading
);

} // namespace carnet
