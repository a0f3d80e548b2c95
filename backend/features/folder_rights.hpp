// What the files about rights of folders share: a folder with everybody's rights, and setting one.
#pragma once

#include "backend/features/document_access.hpp"
#include "backend/features/folder_people.hpp"

#include <optional>
#include <vector>

namespace carnet {

// Who may set whose rights: those of contacts are part of the portal's settings.
Status may_set_folder_rights(Context& c, std::int64_t client_id, bool of_contact);

Json folder_person_json(const FolderPersonRow& person);

struct FolderRights {
    Folder folder;
    ClientFolders mine; // As the asker may use them.
    FolderTable table;
    std::vector<FolderPersonRow> people;
};
// The folder of ":id" in the path, when the asker may do that with it.
Result<FolderRights> find_folder_rights(Context& c, FolderAccess wanted);

// The right set on the folder itself; null: none.
const FolderRight*
own_folder_right(const FolderTable& table, std::int64_t folder, const FolderPersonRow& person);

// Sets one right, or takes it away (`access` empty).
Status set_folder_right(
    Context& c,
    const FolderTable& table,
    std::int64_t client_id,
    std::int64_t folder_id,
    const FolderPersonRow& person,
    std::optional<FolderAccess> access
);

// What a change of rights does to one person.
struct PersonCascade {
    const FolderPersonRow* person;
    Cascade cascade;
};
// {"gains", "losses", "changes": [{person, "folder_id", "folder", "before", "after"}], "closed":
// contacts whose portal is not open yet, "position"}: shown before anything is saved.
Json rights_changes_json(
    Context& c, const FolderRights& found, const std::vector<PersonCascade>& changes
);
// Whether the list that was shown is still true; "version" of the body is its position.
Status rights_as_shown(Context& c, std::int64_t client_id);

// {"dry_run": true} answers the list of changes; {"version": its position} applies that list.
Result<Response> post_folder_cascade(Context& c); // folder_cascade.cpp

} // namespace carnet
