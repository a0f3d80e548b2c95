// Folders: made, renamed, moved, thrown away and taken back. Several files and folders go in one
// action.
#include "backend/app.hpp"
#include "backend/db/records.hpp"
#include "backend/features/access.hpp"
#include "backend/features/clients.hpp"
#include "backend/features/document_access.hpp"
#include "backend/features/document_list.hpp"
#include "backend/features/documents.hpp"
#include "shared/core/json.hpp"
#include "shared/core/text.hpp"
#include "shared/domain/file_name.hpp"
#include "shared/texts/server_documents.hpp"
#include "shared/texts/validation.hpp"

#include <algorithm>

namespace carnet {

namespace {

const EntitySpec& spec = EntityOf<Folder>::spec;
constexpr std::size_t most_folders = 5000; // Of one client.

struct Found {
    Folder folder;
    ClientFolders folders;
};

Result<Found> find_folder(Context& c, std::int64_t id, FolderAccess wanted) {
    const auto folder = find<Folder>(c.tx, id);
    if (!folder)
        return not_found(c.language());
    Found found{*folder, folders_of_user(c.tx, c.actor, folder->client_id)};
    if (auto may = require_folder(c, found.folders, folder->client_id, id, wanted); !may)
        return may.error();
    return found;
}

// Taken by another folder there that the actor sees: one they do not see must not show itself here.
bool is_taken(const ClientFolders& folders, std::int64_t parent_id, const Folder& folder) {
    const std::string name = text::to_lower(folder.name);
    return std::any_of(folders.folders.begin(), folders.folders.end(), [&](const Folder& other) {
        return other.id != folder.id && other.parent_id == parent_id &&
               !other.deleted_at.is_set() && folders.sees(other.id) &&
               text::to_lower(other.name) == name;
    });
}

Json answer_with(Context& c, std::int64_t id) {
    Json answer = write_answer(c);
    const auto folder = find<Folder>(c.tx, id);
    const ClientFolders folders = folders_of_user(c.tx, c.actor, folder->client_id);
    answer["folder"] = folder_json(c, folders, *folder);
    return answer;
}

Result<Response> post(Context& c) {
    const auto client_id = c.request.id();
    if (auto known = refuse_unknown(c.request.json, {"name", "parent_id"}, c.language()); !known)
        return known.error();
    const std::int64_t parent_id = json_int(c.request.json, "parent_id");
    const ClientFolders folders = folders_of_user(c.tx, c.actor, client_id);
    if (auto may = require_folder(c, folders, client_id, parent_id, FolderAccess::full); !may)
        return may.error();
    Folder folder{
        .client_id = {client_id},
        .parent_id = {parent_id},
        .name = json_string(c.request.json, "name")};
    if (auto named = check_file_name(folder.name, c.language()); !named)
        return named.error();
    if (is_taken(folders, parent_id, folder))
        return invalid("name", tr(texts::folder_name_taken, c.language()));
    if (folders.folders.size() >= most_folders)
        return invalid("name", tr(texts::too_many_folders, c.language()));
    c.tx.set_action("folder_create", {{"name", folder.name}});
    const auto id = insert(c.tx, folder, c.language());
    if (!id)
        return id.error();
    return json_response(answer_with(c, *id), 201);
}

// The place a folder goes to: one may write there, and it is not inside the folder itself.
Status check_place(Context& c, const Found& found, std::int64_t parent_id) {
    if (auto may =
            require_folder(c, found.folders, found.folder.client_id, parent_id, FolderAccess::full);
        !may)
        return may;
    if (found.folders.is_below(parent_id, found.folder.id))
        return invalid("parent_id", tr(texts::folder_into_itself, c.language()));
    return Ok{};
}

Result<Response> patch(Context& c) {
    const auto found = find_folder(c, c.request.id(), FolderAccess::full);
    if (!found)
        return found.error();
    if (auto known = refuse_unknown(c.request.json, {"fields"}, c.language()); !known)
        return known.error();
    auto changes =
        parse_changes(spec, json_at(c.request.json, "fields"), c.tx.position(), c.language());
    if (!changes)
        return changes.error();
    Folder after = found->folder;
    for (FieldChange& change : *changes) {
        if (auto* name = std::get_if<std::string>(&change.value);
            name && change.field->name == "name")
            if (auto named = check_file_name(*name, c.language()); !named)
                return named.error();
        change.field->set(&after, change.value);
    }
    const bool moves = after.parent_id != found->folder.parent_id;
    if (moves)
        if (auto place = check_place(c, *found, after.parent_id); !place)
            return place.error();
    if (is_taken(found->folders, after.parent_id, after))
        return invalid("name", tr(texts::folder_name_taken, c.language()));
    c.tx.set_action(moves ? "folder_move" : "folder_update", {{"name", found->folder.name}});
    const auto changed = update(c.tx, spec, after.id, *changes, c.language());
    if (!changed)
        return changed.error();
    return json_response(answer_with(c, after.id));
}

// All below must be one's own to throw away: what one does not see would vanish unseen.
bool writes_all_below(const ClientFolders& folders, std::int64_t folder_id) {
    return std::all_of(folders.folders.begin(), folders.folders.end(), [&](const Folder& other) {
        return folders.writes(other.id) || !folders.is_below(other.id, folder_id);
    });
}

Result<Response> bin(Context& c) {
    const auto found = find_folder(c, c.request.id(), FolderAccess::full);
    if (!found)
        return found.error();
    if (!writes_all_below(found->folders, found->folder.id))
        return make_error(ErrorCode::forbidden, tr(texts::folder_not_all_yours, c.language()));
    c.tx.set_action("folder_bin", {{"name", found->folder.name}});
    const FieldChange gone = change(spec, "deleted_at", Value{to_iso(c.tx.now())});
    const auto changed = update(c.tx, spec, found->folder.id, {&gone, 1}, c.language());
    if (!changed)
        return changed.error();
    return json_response(write_answer(c));
}

Result<Response> restore_folder(Context& c) {
    const auto folder = find<Folder>(c.tx, c.request.id());
    if (!folder || !folder->deleted_at.is_set())
        return not_found(c.language());
    const ClientFolders folders = folders_of_user(c.tx, c.actor, folder->client_id);
    if (auto may = require(c, folder->client_id, Permission::documents_read); !may)
        return may.error();
    if (!folders.sees(folder->id))
        return not_found(c.language());
    if (!folders.writes(folder->id))
        return forbidden(c.language());
    if (folders.in_bin(folder->parent_id))
        return make_error(ErrorCode::conflict, tr(texts::parent_in_bin, c.language()));
    c.tx.set_action("folder_restore", {{"name", folder->name}});
    Folder after = *folder;
    for (int number = 2; is_taken(folders, folder->parent_id, after); ++number)
        after.name = numbered_name(folder->name, number);
    const std::vector<FieldChange> changes{
        change(spec, "deleted_at", Value{}), change(spec, "name", Value{after.name})};
    const auto changed = update(c.tx, spec, folder->id, changes, c.language());
    if (!changed)
        return changed.error();
    return json_response(answer_with(c, folder->id));
}

// Moves several, or throws them away: {"documents", "folders", "move_to" | "bin"}.
Status move_document(Context& c, const ClientFolders& folders, std::int64_t id, const Json& body) {
    const EntitySpec& documents = EntityOf<Document>::spec;
    const auto document = find<Document>(c.tx, id);
    if (!document || document->client_id != c.request.id() || document->deleted_at.is_set())
        return not_found(c.language());
    if (auto may = require_folder(
            c, folders, document->client_id, document->folder_id, FolderAccess::full
        );
        !may)
        return may;
    std::vector<FieldChange> changes;
    if (json_bool(body, "bin")) {
        changes.push_back(change(documents, "deleted_at", Value{to_iso(c.tx.now())}));
    } else {
        const std::int64_t to = json_int(body, "move_to");
        const std::string name =
            free_document_name(c.tx, document->client_id, to, document->name, id);
        changes.push_back(change(documents, "folder_id", to ? Value{to} : Value{}));
        changes.push_back(change(documents, "name", Value{name}));
    }
    const auto changed = update(c.tx, documents, id, changes, c.language());
    return changed ? Status(Ok{}) : changed.error();
}

Status move_folder(Context& c, const ClientFolders& folders, std::int64_t id, const Json& body) {
    const Folder* folder = folders.find(id);
    if (!folder)
        return not_found(c.language());
    if (auto may = require_folder(c, folders, folder->client_id, id, FolderAccess::full); !may)
        return may;
    std::vector<FieldChange> changes;
    if (json_bool(body, "bin")) {
        if (!writes_all_below(folders, id))
            return make_error(ErrorCode::forbidden, tr(texts::folder_not_all_yours, c.language()));
        changes.push_back(change(spec, "deleted_at", Value{to_iso(c.tx.now())}));
    } else {
        const std::int64_t to = json_int(body, "move_to");
        if (auto place = check_place(c, {*folder, folders}, to); !place)
            return place;
        if (is_taken(folders, to, *folder))
            return invalid("name", tr(texts::folder_name_taken, c.language()));
        changes.push_back(change(spec, "parent_id", to ? Value{to} : Value{}));
    }
    const auto changed = update(c.tx, spec, id, changes, c.language());
    return changed ? Status(Ok{}) : changed.error();
}

Result<Response> move_many(Context& c) {
    const Json& body = c.request.json;
    if (auto known = refuse_unknown(body, {"documents", "folders", "move_to", "bin"}, c.language());
        !known)
        return known.error();
    const ClientFolders folders = folders_of_user(c.tx, c.actor, c.request.id());
    const bool bins = json_bool(body, "bin");
    const std::int64_t to = bins ? 0 : json_int(body, "move_to");
    const FolderAccess wanted = bins ? FolderAccess::read : FolderAccess::full;
    if (auto may = require_folder(c, folders, c.request.id(), to, wanted); !may)
        return may.error();
    std::size_t count = 0;
    c.tx.set_action(bins ? "documents_bin" : "documents_move");
    for (const char* key : {"documents", "folders"}) {
        for (const Json& id : json_at(body, key)) {
            if (!id.is_number_integer())
                return invalid(key, tr(texts::wrong_type, c.language()));
            const auto number = id.get<std::int64_t>();
            const auto moved = std::string_view(key) == "documents"
                                   ? move_document(c, folders, number, body)
                                   : move_folder(c, folders, number, body);
            if (!moved)
                return moved.error();
            ++count;
        }
    }
    c.tx.set_action(bins ? "documents_bin" : "documents_move", {{"count", count}});
    return json_response(write_answer(c));
}

constexpr Route routes[] = {
    write(
        Method::post,
        "/api/clients/:id/folders",
        Permission::documents_read,
        &post,
        "Makes a folder: name, parent_id",
        &EntityOf<Folder>::spec
    )
        .takes("{name: string, parent_id?: integer|null}")
        .gives("written & {folder: folder_row}"),
    write(
        Method::patch,
        "/api/folders/:id",
        Permission::documents_read,
        &patch,
        "Renames or moves a folder",
        &EntityOf<Folder>::spec
    )
        .takes("{fields: field_changes}")
        .gives("written & {folder: folder_row}"),
    {.method = Method::del,
     .pattern = "/api/folders/:id",
     .permission = Permission::documents_read,
     .handler = &bin,
     .access = Access::write,
     .summary = "Moves a folder and all it holds to the bin",
     .entity = &EntityOf<Folder>::spec,
     .answer = "written"},
    write(
        Method::post,
        "/api/folders/:id/restore",
        Permission::documents_read,
        &restore_folder,
        "Takes a folder out of the bin",
        &EntityOf<Folder>::spec
    )
        .takes("{}")
        .gives("written & {folder: folder_row}"),
    write(
        Method::post,
        "/api/clients/:id/documents/bulk",
        Permission::documents_read,
        &move_many,
        "Moves documents and folders (move_to), or throws them away (bin)"
    )
        .takes("{documents?: [integer], folders?: [integer], move_to?: integer|null, bin?: boolean}"
        )
        .gives("written"),
};

} // namespace

std::span<const Route> folder_routes() {
    return routes;
}

} // namespace carnet
