// Folders and files as one contact may see them: folder_access decides, nothing else.
#include "backend/app.hpp"
#include "backend/db/records.hpp"
#include "backend/features/clients.hpp"
#include "backend/features/document_access.hpp"
#include "backend/features/documents.hpp"
#include "backend/features/portal.hpp"
#include "backend/features/portal_read.hpp"
#include "backend/features/portal_readings.hpp"
#include "backend/files/file_response.hpp"
#include "backend/http/log.hpp"
#include "shared/core/json.hpp"
#include "shared/core/text.hpp"
#include "shared/domain/document.hpp"
#include "shared/domain/folder_access.hpp"
#include "shared/texts/server_portal.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace carnet {

namespace {

// The client's folders that are not in the bin, with the contact's access to each.
struct Tree {
    std::vector<Folder> folders;
    std::vector<FolderVerdict> verdicts; // Of the folder at the same place.
    FolderAccess top = FolderAccess::none;

    // 0 is the top; nothing for what is not there.
    FolderVerdict verdict(std::int64_t id) const {
        for (std::size_t i = 0; i < folders.size(); ++i)
            if (folders[i].id == id)
                return verdicts[i];
        return {id == 0 ? top : FolderAccess::none};
    }
    const Folder* open(std::int64_t id) const {
        for (std::size_t i = 0; i < folders.size(); ++i)
            if (folders[i].id == id)
                return verdicts[i].access == FolderAccess::none ? nullptr : &folders[i];
        return nullptr;
    }
    bool holds_open(std::int64_t folder_id) const {
        return verdict(folder_id).access != FolderAccess::none;
    }
    bool may_add(std::int64_t folder_id) const {
        return verdict(folder_id).access == FolderAccess::full;
    }
    // Nearest open folder above, 0 for the top: what lies in a closed one is shown there.
    std::int64_t shown_parent(const Folder& folder) const {
        std::int64_t parent = folder.parent_id.id;
        for (std::size_t steps = 0; parent != 0 && steps <= folders.size(); ++steps) {
            if (open(parent))
                return parent;
            const auto above = std::find_if(folders.begin(), folders.end(), [&](const Folder& f) {
                return f.id == parent;
            });
            parent = above == folders.end() ? 0 : above->parent_id.id;
        }
        return 0;
    }
    // One more in this folder and in those above it.
    void count_up(std::int64_t folder_id, std::map<std::int64_t, std::int64_t>& counts) const {
        for (const Folder* at = open(folder_id); at; at = open(shown_parent(*at)))
            ++counts[at->id];
    }
};

// Takes out what lies in the bin, by itself or with a folder above.
void leave_out_binned(std::vector<Folder>& folders) {
    std::map<std::int64_t, std::int64_t> parent;
    std::map<std::int64_t, bool> binned;
    for (const Folder& folder : folders) {
        parent[folder.id] = folder.parent_id.id;
        binned[folder.id] = folder.deleted_at.is_set();
    }
    std::erase_if(folders, [&](const Folder& folder) {
        std::int64_t at = folder.id;
        for (std::size_t steps = 0; at != 0 && steps <= parent.size(); ++steps) {
            if (binned[at])
                return true;
            at = parent[at];
        }
        return false;
    });
}

Tree tree_of(Transaction& tx, const PortalPlace& place) {
    Tree tree;
    // The switch of portal_rights is the door; a preview asks by the same function.
    if (!place.rights.documents)
        return tree;
    const auto of_client = [&](Statement& s) { s.bind("client", place.client_id); };
    tree.folders = find_all<Folder>(tx, "WHERE client_id = :client", of_client);
    leave_out_binned(tree.folders);
    std::vector<FolderRule> rules;
    const auto rights = find_all<FolderRight>(
        tx,
        "WHERE client_id = :client AND contact_id = :contact",
        [&](Statement& s) {
            s.bind("client", place.client_id).bind("contact", place.link.contact_id.id);
        }
    );
    rules.reserve(rights.size());
    for (const FolderRight& right : rights)
        rules.push_back({right.folder_id.id, right.access});
    std::vector<FolderPlace> places;
    places.reserve(tree.folders.size());
    for (const Folder& folder : tree.folders)
        places.push_back({folder.id, folder.parent_id.id});
    const FolderPerson person = folder_person(place.link);
    tree.verdicts = folder_verdicts(places, rules, person);
    tree.top = person.top;
    if (place.looker) {
        if (!place.looker_folders)
            place.looker_folders = std::make_shared<const ClientFolders>(
                folders_of_user(tx, *place.looker, place.client_id)
            );
        for (std::size_t i = 0; i < tree.folders.size(); ++i)
            if (!place.looker_folders->sees(tree.folders[i].id))
                tree.verdicts[i].access = FolderAccess::none;
        if (!place.looker_folders->sees(0))
            tree.top = FolderAccess::none;
    }
    return tree;
}

// A document with its current version.
struct Shown {
    Document document;
    DocumentVersion version;
    bool is_new = false; // The contact has not opened it, and it is not theirs.
};

std::set<std::int64_t> versions_read(Transaction& tx, std::int64_t contact_id) {
    auto rows = tx.prepare("SELECT version_id FROM document_reading WHERE contact_id = :contact");
    rows.bind("contact", contact_id);
    std::set<std::int64_t> read;
    while (rows.step())
        read.insert(rows.integer(0));
    return read;
}

std::vector<Shown> documents_of(Transaction& tx, const PortalPlace& place, const Tree& tree) {
    const std::int64_t reader = place.link.contact_id.id;
    const auto read = versions_read(tx, reader);
    const auto of_client = [&](Statement& s) { s.bind("client", place.client_id); };
    const auto documents =
        find_all<Document>(tx, "WHERE client_id = :client AND deleted_at IS NULL", of_client);
    const auto versions = find_all<DocumentVersion>(
        tx,
        "WHERE client_id = :client AND number = (SELECT MAX(v.number) FROM document_version v "
        "WHERE "
        "v.document_id = document_version.document_id)",
        of_client
    );
    std::map<std::int64_t, const DocumentVersion*> current;
    for (const DocumentVersion& version : versions)
        current[version.document_id.id] = &version;
    std::vector<Shown> shown;
    for (const Document& document : documents) {
        const auto version = current.find(document.id);
        if (version == current.end() || !tree.holds_open(document.folder_id.id))
            continue;
        const bool own = version->second->created_by_contact_id.id == reader;
        shown.push_back({document, *version->second, !own && !read.count(version->second->id)});
    }
    return shown;
}

Json file_json(const Shown& file, std::string_view folder) {
    return {
        {"id", file.document.id},
        {"name", file.document.name},
        {"folder", folder},
        {"parent", file.document.folder_id.id},
        {"version_id", file.version.id},
        {"size_bytes", file.version.size_bytes},
        {"media_type", file.version.media_type},
        {"is_new", file.is_new},
        {"created_at", to_iso(file.version.created_at)}};
}

Json path_json(const Tree& tree, std::int64_t folder_id) {
    std::vector<Json> path;
    for (const Folder* at = tree.open(folder_id); at && path.size() <= tree.folders.size();
         at = tree.open(tree.shown_parent(*at)))
        path.push_back({{"id", at->id}, {"name", at->name}});
    std::reverse(path.begin(), path.end());
    return path;
}

// GET /api/portal/clients/:id/documents
Result<Response> get_documents(Context& c) {
    const auto place = portal_place(c);
    if (!place)
        return place.error();
    const auto folder = c.request.query_int("folder", 0, 0, INT64_MAX);
    auto json = folder ? portal_folder_json(c, **place, *folder) : std::nullopt;
    if (!json)
        return not_found(c.language());
    return json_response(*json);
}

// POST /api/portal/clients/:id/documents {folder, files}
Result<Response> post_documents(Context& c) {
    const auto place = portal_place(c);
    if (!place)
        return place.error();
    const Json& body = c.request.json;
    if (auto known = refuse_unknown(body, {"folder", "files"}, c.language()); !known)
        return known.error();
    const std::int64_t folder_id = json_int(body, "folder");
    const Tree tree = tree_of(c.tx, **place);
    if (!tree.holds_open(folder_id))
        return not_found(c.language());
    if (!tree.may_add(folder_id))
        return make_error(ErrorCode::forbidden, tr(texts::portal_no_files, c.language()));
    const auto added = add_documents(c, (*place)->client_id, folder_id);
    if (!added)
        return added.error();
    Json files = Json::array();
    for (const Document& document : *added)
        files.push_back({{"id", document.id}, {"name", document.name}});
    return json_response({{"files", std::move(files)}}, 201);
}

// A person opened the file; a disk that is full keeps nobody from reading.
void note_reading(
    Context& c, const Document& document, const DocumentVersion& version, const Response& response
) {
    const FileReading reading = file_reading(c, response);
    if (reading == FileReading::none)
        return;
    try {
        record_reading(c.app, document, version, c.contact->contact_id, reading);
    } catch (const DatabaseError& error) {
        log_error("document_reading", error.what());
    }
}

// GET /api/portal/document-versions/:id/file
Result<Response> get_file(Context& c) {
    const auto version = find<DocumentVersion>(c.tx, c.request.id());
    const PortalPlace* place = version ? c.contact->place(version->client_id.id) : nullptr;
    const auto document =
        place ? find<Document>(c.tx, version->document_id.id) : std::optional<Document>();
    // Older versions are the team's own history.
    if (!document || document->deleted_at.is_set())
        return not_found(c.language());
    const auto shown = documents_of(c.tx, *place, tree_of(c.tx, *place));
    const bool current = std::any_of(shown.begin(), shown.end(), [&](const Shown& one) {
        return one.version.id == version->id;
    });
    if (!current)
        return not_found(c.language());
    Response response = file_response(
        c.request,
        c.app,
        version->sha256,
        document->name,
        version->media_type,
        c.request.has_query_param("inline")
    );
    note_reading(c, *document, *version, response);
    return response;
}

constexpr Route routes[] = {
    get("/api/portal/clients/:id/documents",
        Portal::contact,
        &get_documents,
        "Portal: folders and files that are open to the contact; folder")
        .asks("folder:integer")
        .gives("{path: [{id: integer, name: string}], may_add: boolean, folders: [{id: integer, "
               "name: string, files: integer}], files: [portal_file]}"),
    write(
        Method::post,
        "/api/portal/clients/:id/documents",
        Portal::contact,
        &post_documents,
        "Portal: adds files to a folder: folder, files is a list of {upload, name}"
    )
        .takes("{folder?: integer|null, files: [{upload: string, name?: string}]}")
        .gives("{files: [{id: integer, name: string}]}"),
    get("/api/portal/document-versions/:id/file",
        Portal::contact,
        &get_file,
        "Portal: the current file of a document; inline=1 to look at it")
        .asks("inline"),
};

} // namespace

PortalFolderSight
portal_folder_sight(Transaction& tx, const PortalPlace& place, std::int64_t folder_id) {
    if (!place.rights.documents)
        return {Sight::no_documents, {}};
    const FolderVerdict verdict = tree_of(tx, place).verdict(folder_id);
    return {verdict.access == FolderAccess::none ? Sight::folder_closed : Sight::seen, verdict};
}

std::optional<Json>
portal_folder_json(Context& c, const PortalPlace& place, std::int64_t folder_id) {
    const Tree tree = tree_of(c.tx, place);
    if (!place.rights.documents || (folder_id != 0 && !tree.open(folder_id)))
        return std::nullopt;
    std::map<std::int64_t, std::int64_t> counts;
    Json files = Json::array(), folders = Json::array();
    auto shown = documents_of(c.tx, place, tree);
    std::sort(shown.begin(), shown.end(), [](const Shown& a, const Shown& b) {
        return text::french_sort_key(a.document.name) < text::french_sort_key(b.document.name);
    });
    for (const Shown& file : shown) {
        tree.count_up(file.document.folder_id.id, counts);
        if (file.document.folder_id.id == folder_id)
            files.push_back(file_json(file, ""));
    }
    std::vector<const Folder*> below;
    for (const Folder& folder : tree.folders)
        if (tree.open(folder.id) && tree.shown_parent(folder) == folder_id)
            below.push_back(&folder);
    std::sort(below.begin(), below.end(), [](const Folder* a, const Folder* b) {
        return text::french_sort_key(a->name) < text::french_sort_key(b->name);
    });
    for (const Folder* folder : below)
        folders.push_back(
            {{"id", folder->id}, {"name", folder->name}, {"files", counts[folder->id]}}
        );
    return Json{
        {"path", path_json(tree, folder_id)},
        {"may_add", tree.may_add(folder_id) && !c.contact->preview()},
        {"folders", std::move(folders)},
        {"files", std::move(files)}};
}

bool portal_may_add_files(Context& c) {
    return std::any_of(
        c.contact->places.begin(),
        c.contact->places.end(),
        [&](const PortalPlace& place) {
            const Tree tree = tree_of(c.tx, place);
            return tree.top == FolderAccess::full ||
                   std::any_of(tree.verdicts.begin(), tree.verdicts.end(), [](const auto& one) {
                       return one.access == FolderAccess::full;
                   });
        }
    );
}

Json portal_latest_files(Context& c, const PortalPlace& place, std::size_t limit) {
    const Tree tree = tree_of(c.tx, place);
    auto shown = documents_of(c.tx, place, tree);
    std::sort(shown.begin(), shown.end(), [](const Shown& a, const Shown& b) {
        return b.version.created_at < a.version.created_at;
    });
    Json files = Json::array();
    for (std::size_t i = 0; i < std::min(shown.size(), limit); ++i) {
        const Folder* folder = tree.open(shown[i].document.folder_id.id);
        files.push_back(file_json(shown[i], folder ? folder->name : ""));
    }
    return files;
}

std::int64_t portal_new_files(Context& c, const PortalPlace& place) {
    const auto shown = documents_of(c.tx, place, tree_of(c.tx, place));
    return std::count_if(shown.begin(), shown.end(), [](const Shown& one) { return one.is_new; });
}

std::span<const Route> portal_document_routes() {
    return routes;
}

} // namespace carnet
