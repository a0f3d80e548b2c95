// THE rule of folders: who sees a folder, who may write in it. Lists, trees, counts, searches,
// timeline, history, undo, live changes, the matrix of rights, the eye and the portal all ask
// folder_accesses() and nothing else.
#pragma once

#include "shared/domain/contact.hpp"
#include "shared/domain/folder.hpp"
#include "shared/domain/visibility.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace carnet {

// A folder as the rule sees it. Those in the bin are folders like others here.
struct FolderPlace {
    std::int64_t id = 0;
    std::int64_t parent_id = 0; // 0: at the top.
};

// What was set for one person on one folder.
struct FolderRule {
    std::int64_t folder_id = 0;
    FolderAccess access = FolderAccess::none;
};

// One person before any folder: what they may do at the top, and whether folders may say otherwise.
struct FolderPerson {
    FolderAccess top = FolderAccess::none;
    bool rules_count = true;
};

// A person of the team: as the permissions on documents say. Rights of folders may give more or
// less, but nothing to who may not see documents at all, and take nothing from an owner.
FolderPerson folder_person(const Actor& actor, const Audience& audience);
// A contact of the client: reads where the switch for documents is on; nothing, whatever folders
// say, while it is off or the contact is not active.
FolderPerson folder_person(const ClientContact& contact);
// The same contact as if the portal were open already: what the rights say for later.
FolderPerson intended_folder_person(const ClientContact& contact);

// Access of one person to each of `folders`, in the same order: the folder's own rule, else that of
// the nearest folder above with one, else the top's. `rules`: those of this person, any order.
// Folders whose parent is missing or that go round in circles count as at the top.
std::vector<FolderAccess> folder_accesses(
    std::span<const FolderPlace> folders,
    std::span<const FolderRule> rules,
    const FolderPerson& person
);
// The same with what decided.
struct FolderVerdict {
    FolderAccess access = FolderAccess::none;
    std::int64_t by = 0; // The folder whose rule it was; 0: none, the top's counts.
};
std::vector<FolderVerdict> folder_verdicts(
    std::span<const FolderPlace> folders,
    std::span<const FolderRule> rules,
    const FolderPerson& person
);

// A change a cascade makes for one person.
struct CascadeChange {
    std::int64_t folder_id = 0;
    FolderAccess before = FolderAccess::none;
    FolderAccess after = FolderAccess::none;
};
struct Cascade {
    std::vector<CascadeChange> changes; // Folders whose access changes, in the order of `folders`.
    std::vector<FolderRule> rules; // What the rules of this person are afterwards, all folders.
};
// Passes the access to `source` on to all folders below it; a folder in `untouched`, and all below
// it, keeps the access it has.
Cascade cascade(
    std::span<const FolderPlace> folders,
    std::span<const FolderRule> rules,
    const FolderPerson& person,
    std::int64_t source,
    std::span<const std::int64_t> untouched
);

} // namespace carnet
