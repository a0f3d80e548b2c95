// See documents.hpp. Each handler: the folder's right, the change, the answer. How uploads become
// documents is in document_adding.cpp.
#include "backend/features/documents.hpp"

#include "backend/app.hpp"
#include "backend/db/records.hpp"
#include "backend/features/access.hpp"
#include "backend/features/clients.hpp"
#include "backend/features/document_access.hpp"
#include "backend/features/document_list.hpp"
#include "backend/features/live.hpp"
#include "backend/features/portal_readings.hpp"
#include "backend/files/file_response.hpp"
#include "shared/core/json.hpp"
#include "shared/domain/file_name.hpp"
#include "shared/texts/server_documents.hpp"
#include "shared/texts/validation.hpp"

namespace carnet {

namespace {

const EntitySpec& spec = EntityOf<Document>::spec;

// A document of the path that the actor sees, with the folders around it.
struct Found {
    Document document;
    ClientFolders folders;
};

Result<Found> find_document(Context& c, std::int64_t id, FolderAccess wanted, bool in_bin = false) {
    const auto document = find<Document>(c.tx, id);
    if (!document || (document->deleted_at.is_set() && !in_bin))
        return not_found(c.language());
    Found found{*document, folders_of_user(c.tx, c.actor, document->client_id)};
    const auto may =
        require_folder(c, found.folders, document->client_id, document->folder_id, wanted);
    if (!may)
        return may.error();
    return found;
}

Json answer_with(Context& c, std::int64_t id) {
    Json answer = write_answer(c);
    answer["document"] = document_json(c, id);
    return answer;
}

Result<Response> post(Context& c) {
    const auto client_id = c.request.id();
    const Json& body = c.request.json;
    if (auto known = refuse_unknown(body, {"folder_id", "files", "upload", "name"}, c.language());
        !known)
        return known.error();
    const std::int64_t folder_id = json_int(body, "folder_id");
    const ClientFolders folders = folders_of_user(c.tx, c.actor, client_id);
    if (auto may = require_folder(c, folders, client_id, folder_id, FolderAccess::full); !may)
        return may.error();
    const auto added = add_documents(c, client_id, folder_id);
    if (!added)
        return added.error();
    Json answer = write_answer(c);
    Json documents = Json::array();
    for (const Document& document : *added)
        documents.push_back(document_json(c, document.id));
    answer["documents"] = std::move(documents);
    return json_response(answer, 201);
}

Result<Response> post_version(Context& c) {
    if (auto known = refuse_unknown(c.request.json, {"upload"}, c.language()); !known)
        return known.error();
    const auto found = find_document(c, c.request.id(), FolderAccess::full);
    if (!found)
        return found.error();
    const std::string upload = json_string(c.request.json, "upload");
    if (auto added = add_document_version(c, found->document, upload); !added)
        return added.error();
    return json_response(answer_with(c, found->document.id), 201);
}

Result<Response> read_document(Context& c) {
    const auto found = find_document(c, c.request.id(), FolderAccess::read, true);
    if (!found)
        return found.error();
    return json_response(document_detail(c, found->document));
}

// New name or place; both by the rules of the place it goes to.
Result<Response> patch(Context& c) {
    const auto found = find_document(c, c.request.id(), FolderAccess::full);
    if (!found)
        return found.error();
    const Document& before = found->document;
    if (auto known = refuse_unknown(c.request.json, {"fields"}, c.language()); !known)
        return known.error();
    auto changes =
        parse_changes(spec, json_at(c.request.json, "fields"), c.tx.position(), c.language());
    if (!changes)
        return changes.error();
    Document after = before;
    for (FieldChange& change : *changes) {
        if (auto* name = std::get_if<std::string>(&change.value);
            name && change.field->name == "name")
            if (auto named = check_file_name(*name, c.language()); !named)
                return named.error();
        change.field->set(&after, change.value);
    }
    const bool moves = after.folder_id != before.folder_id;
    if (moves) {
        const auto may = require_folder(
            c, found->folders, before.client_id, after.folder_id, FolderAccess::full
        );
        if (!may)
            return may.error();
    }
    const std::string free =
        free_document_name(c.tx, before.client_id, after.folder_id, after.name, before.id);
    if (free != after.name)
        return invalid("name", tr(texts::file_name_taken, c.language()));
    c.tx.set_action(moves ? "document_move" : "document_rename", {{"name", before.name}});
    const auto changed = update(c.tx, spec, before.id, *changes, c.language());
    if (!changed)
        return changed.error();
    return json_response(answer_with(c, before.id));
}

Result<Response> bin(Context& c) {
    const auto found = find_document(c, c.request.id(), FolderAccess::full);
    if (!found)
        return found.error();
    c.tx.set_action("document_bin", {{"name", found->document.name}});
    const FieldChange gone = change(spec, "deleted_at", Value{to_iso(c.tx.now())});
    const auto changed = update(c.tx, spec, found->document.id, {&gone, 1}, c.language());
    if (!changed)
        return changed.error();
    return json_response(write_answer(c));
}

Result<Response> restore_document(Context& c) {
    const auto found = find_document(c, c.request.id(), FolderAccess::full, true);
    if (!found)
        return found.error();
    const Document& document = found->document;
    c.tx.set_action("document_restore", {{"name", document.name}});
    const std::string name = free_document_name(
        c.tx, document.client_id, document.folder_id, document.name, document.id
    );
    const std::vector<FieldChange> changes{
        change(spec, "deleted_at", Value{}), change(spec, "name", Value{name})};
    const auto changed = update(c.tx, spec, document.id, changes, c.language());
    if (!changed)
        return changed.error();
    return json_response(answer_with(c, document.id));
}

Result<Response> send_file(Context& c) {
    const auto place = find_version(c.tx, c.request.id());
    if (!place)
        return not_found(c.language());
    if (auto found = find_document(c, place->document.id, FolderAccess::read); !found)
        return found.error();
    const DocumentVersion& version = place->version;
    return file_response(
        c.request,
        c.app,
        version.sha256,
        place->document.name,
        version.media_type,
        c.request.has_query_param("inline")
    );
}

constexpr Route routes[] = {
    get("/api/clients/:id/documents",
        Permission::documents_read,
        &list_documents,
        "Folders of a client and the files of one: folder; or q (search by name), or bin",
        &EntityOf<Document>::spec)
        .asks("folder:integer q bin")
        .gives("{top: string, folders: [folder_row], files: [file_row], count: integer, more: "
               "boolean, position}"),
    write(
        Method::post,
        "/api/clients/:id/documents",
        Permission::documents_read,
        &post,
        "Adds files to a folder: files is a list of {upload, name}",
        &EntityOf<Document>::spec
    )
        .takes("{folder_id?: integer|null, files: [{upload: string, name?: string}]}")
        .gives("written & {documents: [file_row]}"),
    get("/api/documents/:id",
        Permission::documents_read,
        &read_document,
        "A document with its versions and who read them",
        &EntityOf<Document>::spec)
        .gives("{document: file_row, versions: [document_version & {by: string, inline: boolean}], "
               "readings: [{contact_id: integer, name: string, number: integer, times: integer, "
               "first_at: string, last_at: string}], position}"),
    write(
        Method::patch,
        "/api/documents/:id",
        Permission::documents_read,
        &patch,
        "Renames or moves a document",
        &EntityOf<Document>::spec
    )
        .takes("{fields: field_changes}")
        .gives("written & {document: file_row}"),
    write(
        Method::post,
        "/api/documents/:id/versions",
        Permission::documents_read,
        &post_version,
        "Adds a version: upload",
        &EntityOf<Document>::spec
    )
        .takes("{upload: string}")
        .gives("written & {document: file_row}"),
    {.method = Method::del,
     .pattern = "/api/documents/:id",
     .permission = Permission::documents_read,
     .handler = &bin,
     .access = Access::write,
     .summary = "Moves a document to the bin",
     .entity = &EntityOf<Document>::spec,
     .answer = "written"},
    write(
        Method::post,
        "/api/documents/:id/restore",
        Permission::documents_read,
        &restore_document,
        "Takes a document out of the bin",
        &EntityOf<Document>::spec
    )
        .takes("{}")
        .gives("written & {document: file_row}"),
    get("/api/document-versions/:id/file",
        Permission::documents_read,
        &send_file,
        "The bytes of a version; inline shows pictures and PDF in the browser")
        .asks("inline"),
};

} // namespace

std::span<const Route> document_routes() {
    return routes;
}

std::optional<VersionPlace> find_version(Transaction& tx, std::int64_t version_id) {
    const auto version = find<DocumentVersion>(tx, version_id);
    if (!version)
        return std::nullopt;
    const auto document = find<Document>(tx, version->document_id);
    if (!document || document->deleted_at.is_set())
        return std::nullopt;
    return VersionPlace{*version, *document};
}

void record_reading(
    App& app,
    const Document& document,
    const DocumentVersion& version,
    std::int64_t contact_id,
    FileReading reading
) {
    bool kept = false;
    app.database().write(0, [&](Transaction& tx) {
        return kept = keep_file_reading(tx, "document", version.id, contact_id, reading);
    });
    if (!kept)
        return;
    const auto event = std::make_shared<LiveEvent>();
    event->kind = LiveEvent::Kind::reading;
    event->touched = {{"document", document.client_id, document.folder_id}};
    app.live().publish(event);
}

} // namespace carnet
