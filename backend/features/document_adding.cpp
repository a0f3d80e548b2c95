// Uploads become documents of a folder or versions of one: names that are free, the timeline's
// event, the news to contacts.
#include "backend/db/records.hpp"
#include "backend/features/client_records.hpp"
#include "backend/features/documents.hpp"
#include "backend/features/uploads.hpp"
#include "backend/mail/outbox.hpp"
#include "backend/portal_actor.hpp"
#include "shared/core/json.hpp"
#include "shared/core/text.hpp"
#include "shared/domain/file_name.hpp"
#include "shared/texts/server_documents.hpp"
#include "shared/texts/validation.hpp"

#include <algorithm>
#include <set>

namespace carnet {

namespace {

Status
add_version(Context& c, const Document& document, std::int64_t number, const StoredFile& file) {
    DocumentVersion version{
        .client_id = document.client_id,
        .document_id = {document.id},
        .number = number,
        .file_name = file.name,
        .sha256 = file.sha256,
        .size_bytes = file.size,
        .media_type = file.media_type,
        .created_by_contact_id = {c.contact ? c.contact->contact_id : 0}};
    const auto id = insert(c.tx, version, c.language());
    return id ? Status(Ok{}) : id.error();
}

// The contacts to whom the folder is open hear of a file, except who brought it.
void tell_contacts(Context& c, const Document& document) {
    std::string path = "/portal/documents";
    if (document.folder_id.id)
        path += "?folder=" + std::to_string(document.folder_id.id);
    queue_event(
        c.tx,
        {.kind = "document",
         .client_id = document.client_id,
         .subject = document.name,
         .path = std::move(path),
         .entity = "document",
         .entity_id = document.id,
         .except_contact_id = c.contact ? c.contact->contact_id : 0}
    );
}

// One file of a request: {"upload", "name"?}.
struct Wanted {
    std::string upload;
    std::string name; // Empty: as the file was called.
};

Result<std::vector<Wanted>> read_files(Context& c) {
    constexpr std::size_t most = 500;
    const Json& body = c.request.json;
    std::vector<Wanted> files;
    const Json& list = json_at(body, "files");
    if (!list.is_null() && !list.is_array())
        return invalid("files", tr(texts::wrong_type, c.language()));
    for (const Json& file : list)
        files.push_back({json_string(file, "upload"), json_string(file, "name")});
    if (body.contains("upload"))
        files.push_back({json_string(body, "upload"), json_string(body, "name")});
    if (files.empty() || files.size() > most)
        return invalid("files", tr(texts::files_wanted, c.language()));
    return files;
}

Result<Document>
add_document(Context& c, std::int64_t client_id, std::int64_t folder_id, const Wanted& wanted) {
    auto file = take_upload(c, wanted.upload);
    if (!file)
        return file.error();
    std::string name = wanted.name.empty() ? file->name : wanted.name;
    if (auto named = check_file_name(name, c.language()); !named)
        return named.error();
    Document document{
        .client_id = {client_id},
        .folder_id = {folder_id},
        .name = free_document_name(c.tx, client_id, folder_id, name)};
    const auto id = insert(c.tx, document, c.language());
    if (!id)
        return id.error();
    if (auto added = add_version(c, document, 1, *file); !added)
        return added.error();
    return document;
}

} // namespace

std::string free_document_name(
    Transaction& tx,
    std::int64_t client_id,
    std::int64_t folder_id,
    const std::string& name,
    std::int64_t except
) {
    auto rows = tx.prepare("SELECT name FROM document WHERE client_id = :client AND "
                           "COALESCE(folder_id, 0) = :folder AND deleted_at IS NULL AND id <> :id");
    rows.bind("client", client_id).bind("folder", folder_id).bind("id", except);
    std::set<std::string> taken;
    while (rows.step())
        taken.insert(text::to_lower(rows.view(0)));
    std::string free = name;
    for (int number = 2; taken.contains(text::to_lower(free)); ++number)
        free = numbered_name(name, number);
    return free;
}

Result<std::vector<Document>>
add_documents(Context& c, std::int64_t client_id, std::int64_t folder_id) {
    const auto files = read_files(c);
    if (!files)
        return files.error();
    c.tx.set_action("document_add");
    std::vector<Document> added;
    for (const Wanted& wanted : *files) {
        auto document = add_document(c, client_id, folder_id, wanted);
        if (!document)
            return document.error();
        added.push_back(std::move(*document));
    }
    // A whole folder of photographs is no reason for a mail of hundreds of lines.
    constexpr std::size_t most_told = 5;
    for (std::size_t i = 0; i < std::min(added.size(), most_told); ++i)
        tell_contacts(c, added[i]);
    const std::string& name = added.front().name;
    const auto more = added.size() - 1;
    c.tx.set_action(
        more ? "documents_add" : "document_add", {{"name", name}, {"count", added.size()}}
    );
    const auto told = record_file_event(
        c.tx,
        client_id,
        added.front().id,
        {{"event", "added"}, {"name", name}, {"more", more}},
        c.language()
    );
    if (!told)
        return told.error();
    return added;
}

Status add_document_version(Context& c, const Document& document, const std::string& upload) {
    auto file = take_upload(c, upload);
    if (!file)
        return file.error();
    auto last = c.tx.prepare("SELECT max(number) FROM document_version WHERE document_id = :id");
    last.bind("id", document.id).step();
    c.tx.set_action("document_version", {{"name", document.name}});
    if (auto added = add_version(c, document, last.integer(0) + 1, *file); !added)
        return added.error();
    tell_contacts(c, document);
    const auto told = record_file_event(
        c.tx,
        document.client_id,
        document.id,
        {{"event", "version"}, {"name", document.name}},
        c.language()
    );
    return told ? Status(Ok{}) : told.error();
}

} // namespace carnet
