// Documents and folders as JSON: what lists and answers say of them.
#pragma once

#include "backend/http/route_table.hpp"
#include "shared/core/json_fwd.hpp"
#include "shared/domain/document.hpp"

namespace carnet {

struct ClientFolders;
struct Folder;

Result<Response> list_documents(Context& c); // GET /api/clients/:id/documents

Json document_json(Context& c, std::int64_t document_id);   // As in lists.
Json document_detail(Context& c, const Document& document); // With versions and readings.
Json folder_json(Context& c, const ClientFolders& folders, const Folder& folder);

} // namespace carnet
