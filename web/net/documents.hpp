// What the server says about a client's documents: folders, files, rights.
#pragma once

#include "shared/core/json_fwd.hpp"
#include "shared/core/time.hpp"
#include "shared/domain/folder.hpp"

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace carnet::net {

struct FolderRow {
    std::int64_t id = 0;
    std::int64_t parent_id = 0; // 0: at the top.
    std::string name;
    int depth = 0;
    std::int64_t files = 0;
    bool outside_cascade = false;
    bool has_children = false;
    FolderAccess access = FolderAccess::none;
};

struct FileRow {
    std::int64_t id = 0;
    std::int64_t folder_id = 0;
    std::int64_t version_id = 0;
    std::int64_t number = 1;
    std::int64_t size = 0;
    std::string name;
    std::string media_type;
    std::string by;
    Instant created_at;
    bool shown_inline = false;
};

struct DocumentsPage {
    FolderAccess top = FolderAccess::none;
    std::int64_t count = 0;         // Of all files the reader sees.
    std::int64_t version = 0;       // Position of the workspace.
    std::vector<FolderRow> folders; // A tree, each behind its parent.
    std::vector<FileRow> files;

    const FolderRow* folder(std::int64_t id) const;
};

struct FolderPersonRow {
    bool is_contact = false;
    std::int64_t id = 0;
    std::string name;
    bool portal = true; // Contacts: they reach the documents today.
    bool fixed = false; // Rights of folders do not count for them.
};

struct FolderRightsPage {
    bool may_set_contacts = false, may_set_users = false;
    std::vector<FolderPersonRow> people;
    struct Cells {
        std::vector<FolderAccess> access; // By person.
        std::vector<std::uint8_t> own;    // 1: set on this very folder.
    };
    std::unordered_map<std::int64_t, Cells> folders;
};

struct SeenBy {
    std::string name;
    std::int64_t visible = 0, hidden = 0;
    std::unordered_map<std::int64_t, FolderAccess> folders;
    std::unordered_map<std::int64_t, std::string> why; // What decided, by folder.
};

FolderAccess folder_access_of(std::string_view word);
DocumentsPage decode_documents(const Json& json, Language language);
FolderRightsPage decode_folder_rights(const Json& json, Language language);
SeenBy decode_seen_by(const Json& json, Language language);

} // namespace carnet::net
