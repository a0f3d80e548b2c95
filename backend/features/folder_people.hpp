// The people rights of folders are about: the client's contacts, and the team who see the client.
#pragma once

#include "backend/http/route_table.hpp"
#include "shared/domain/folder_access.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace carnet {

struct FolderTable;

struct FolderPersonRow {
    bool is_contact = false;
    std::int64_t id = 0; // Of the contact or the user.
    std::string name;
    bool portal = true;  // Contacts: they reach the documents today.
    FolderPerson person; // As rights are set.
    FolderPerson now;    // As they count at this moment.
    std::vector<FolderRule> rules;
};

// Contacts first, the main one at their head; then the team, those the client concerns first.
std::vector<FolderPersonRow>
folder_people(Context& c, std::int64_t client_id, const FolderTable& table);

} // namespace carnet
