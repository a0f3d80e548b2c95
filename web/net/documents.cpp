// See documents.hpp.
#include "web/net/documents.hpp"

#include "shared/core/json.hpp"

namespace carnet::net {

namespace {

FileRow decode_file(const Json& json) {
    FileRow file;
    file.id = json_int(json, "id");
    file.folder_id = json_int(json, "folder_id");
    file.version_id = json_int(json, "version_id");
    file.number = json_int(json, "number");
    file.size = json_int(json, "size_bytes");
    file.name = json_string(json, "name");
    file.media_type = json_string(json, "media_type");
    file.by = json_string(json, "by");
    file.created_at = parse_iso_instant(json_string(json, "created_at")).value_or(Instant());
    file.shown_inline = json_bool(json, "inline");
    return file;
}

FolderRow decode_folder(const Json& json) {
    FolderRow folder;
    folder.id = json_int(json, "id");
    folder.parent_id = json_int(json, "parent_id");
    folder.name = json_string(json, "name");
    folder.files = json_int(json, "files");
    folder.outside_cascade = json_bool(json, "outside_cascade");
    folder.access = folder_access_of(json_string(json, "access"));
    return folder;
}

// The server sends them by name; here each stands behind its parent.
void add_below(
    std::vector<FolderRow>& sorted,
    const std::vector<FolderRow>& all,
    std::int64_t parent_id,
    int depth
) {
    constexpr int deepest = 40;
    if (depth > deepest)
        return;
    for (const FolderRow& folder : all) {
        if (folder.parent_id != parent_id)
            continue;
        const std::size_t at = sorted.size();
        sorted.push_back(folder);
        sorted[at].depth = depth;
        add_below(sorted, all, folder.id, depth + 1);
        sorted[at].has_children = sorted.size() > at + 1;
    }
}

} // namespace

FolderAccess folder_access_of(std::string_view word) {
    return word == "full"   ? FolderAccess::full
           : word == "read" ? FolderAccess::read
                            : FolderAccess::none;
}

const FolderRow* DocumentsPage::folder(std::int64_t id) const {
    for (const FolderRow& row : folders)
        if (row.id == id)
            return &row;
    return nullptr;
}

DocumentsPage decode_documents(const Json& json, Language) {
    DocumentsPage page;
    page.top = folder_access_of(json_string(json, "top"));
    page.count = json_int(json, "count");
    page.version = json_int(json, "position");
    std::vector<FolderRow> folders;
    for (const Json& folder : json_at(json, "folders"))
        folders.push_back(decode_folder(folder));
    add_below(page.folders, folders, 0, 0);
    // In the bin a folder's parent is elsewhere.
    if (page.folders.size() < folders.size())
        page.folders = std::move(folders);
    for (const Json& file : json_at(json, "files"))
        page.files.push_back(decode_file(file));
    return page;
}

FolderRightsPage decode_folder_rights(const Json& json, Language) {
    FolderRightsPage page;
    page.may_set_contacts = json_bool(json, "may_set_contacts");
    page.may_set_users = json_bool(json, "may_set_users");
    for (const Json& row : json_at(json, "people")) {
        FolderPersonRow person;
        person.is_contact = row.contains("contact_id");
        person.id = json_int(row, person.is_contact ? "contact_id" : "user_id");
        person.name = json_string(row, "name");
        person.portal = json_bool(row, "portal");
        person.fixed = json_bool(row, "fixed");
        page.people.push_back(std::move(person));
    }
    for (const Json& row : json_at(json, "folders")) {
        auto& cells = page.folders[json_int(row, "id")];
        for (const Json& word : json_at(row, "access"))
            cells.access.push_back(folder_access_of(word.get<std::string>()));
        for (const Json& word : json_at(row, "own"))
            cells.own.push_back(!word.is_null());
    }
    return page;
}

SeenBy decode_seen_by(const Json& json, Language) {
    SeenBy seen;
    seen.name = json_string(json, "name");
    seen.visible = json_int(json, "visible");
    seen.hidden = json_int(json, "hidden");
    for (const Json& row : json_at(json, "folders")) {
        seen.folders[json_int(row, "id")] = folder_access_of(json_string(row, "access"));
        seen.why[json_int(row, "id")] = json_string(row, "why");
    }
    return seen;
}

} // namespace carnet::net
