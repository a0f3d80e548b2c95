// The folders of one client as one person may use them: folder_accesses() of shared/ over the rows
// of the database. Whoever touches a folder or a document asks here.
#pragma once

#include "backend/http/route_table.hpp"
#include "shared/domain/document.hpp"
#include "shared/domain/folder_access.hpp"

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace carnet {

struct ClientFolders {
    std::vector<Folder> folders; // All of the client, those in the bin too; by name.
    std::vector<FolderPlace> places;
    std::vector<FolderAccess> accesses; // Of the person, by folder.
    FolderAccess top = FolderAccess::none;

    const Folder* find(std::int64_t folder_id) const; // Null when there is none.
    // 0 is the top; an unknown folder is none.
    FolderAccess access(std::int64_t folder_id) const;
    bool sees(std::int64_t folder_id) const { return access(folder_id) != FolderAccess::none; }
    bool writes(std::int64_t folder_id) const { return access(folder_id) == FolderAccess::full; }
    bool in_bin(std::int64_t folder_id) const; // Itself or one above.
    // The nearest folder above that the person sees, 0 at the top: hidden ones are not even a place
    // to hang on.
    std::int64_t visible_parent(const Folder& folder) const;
    bool is_below(std::int64_t folder_id, std::int64_t other_id) const; // Or the same.
    // "folder_id IN (3,5) OR folder_id IS NULL": the condition on rows of document this person may
    // see. "1 = 1" and "1 = 0" when it is all or nothing.
    std::string visible_condition() const;
    bool sees_all() const;

    std::unordered_map<std::int64_t, std::size_t> positions;
};

std::string_view access_word(FolderAccess access); // "none", "read", "full".

// The folders and everybody's rules; for several people of one client.
struct FolderTable {
    std::vector<Folder> folders;
    std::vector<FolderPlace> places;
    std::vector<FolderRight> rights;

    std::vector<FolderRule> rules_of_user(std::int64_t user_id) const;
    std::vector<FolderRule> rules_of_contact(std::int64_t contact_id) const;
};
FolderTable folder_table(Transaction& tx, std::int64_t client_id);

ClientFolders folders_of_user(Transaction& tx, const Actor& actor, std::int64_t client_id);
// For the portal: what a contact really may see now.
ClientFolders folders_of_contact(Transaction& tx, const ClientContact& contact);

// `not_found` when the client or the folder is not there for the actor or in the bin, `forbidden`
// when the actor sees it and may not do that.
Status require_folder(
    Context& c,
    const ClientFolders& folders,
    std::int64_t client_id,
    std::int64_t folder_id,
    FolderAccess wanted
);

// Condition on rows of activity: those about documents only where the actor sees these. "" when
// nothing is hidden; begins with " AND ".
std::string visible_activities(Transaction& tx, const Actor& actor, std::int64_t client_id);

// How many documents of a client the actor sees.
std::int64_t count_documents(Transaction& tx, const ClientFolders& folders, std::int64_t client_id);

} // namespace carnet
