// Words about rights of folders: why somebody sees one, and the timeline's line that one has
// opened to contacts.
#pragma once

#include "backend/http/route_table.hpp"

#include <string>
#include <vector>

namespace carnet {

struct ClientFolders;
struct Folder;
struct FolderPersonRow;
struct FolderTable;
struct FolderVerdict;

// What decided whether a person sees the folder at a place of the table; folders that `mine` does
// not see are not named.
std::string why_folder(
    const FolderTable& table,
    const ClientFolders& mine,
    const FolderPersonRow& person,
    std::size_t at,
    const FolderVerdict& verdict,
    Language language
);

// Contacts who see a folder now and did not before, by their rights then.
std::vector<std::string> opened_to(
    Context& c,
    const FolderTable& before,
    const std::vector<FolderPersonRow>& people,
    std::size_t at
);
// Tells it in the timeline; nothing for an empty folder.
Status tell_opened(
    Context& c, std::int64_t client_id, const Folder& folder, const std::vector<std::string>& names
);

} // namespace carnet
