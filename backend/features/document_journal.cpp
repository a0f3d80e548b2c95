// See document_journal.hpp.
#include "backend/features/document_journal.hpp"

#include "backend/db/records.hpp"
#include "shared/core/json.hpp"

namespace carnet {

namespace {

constexpr std::int64_t no_folder = -1;
// Of a row whose document nobody can find any more: seen by those who see everything.
constexpr std::int64_t unknown_folder = INT64_MAX;

Json whole_of(const JournalRow& row) {
    if (row.op == JournalOp::update)
        return {};
    const auto json =
        parse_json(row.op == JournalOp::create ? row.new_value : row.old_value, Language::fr);
    return json ? *json : Json();
}

std::int64_t folder_of_document(Transaction& tx, std::int64_t document_id) {
    if (const auto document = find<Document>(tx, document_id))
        return document->folder_id;
    auto row = tx.prepare(
        "SELECT " + std::string(journal_columns) +
        " FROM journal WHERE entity = 'document' AND entity_id = :id AND op <> 'update' ORDER BY "
        "seq DESC LIMIT 1"
    );
    row.bind("id", document_id);
    if (!row.step())
        return unknown_folder;
    return json_int(whole_of(read_journal_row(row)), "folder_id");
}

// A value of a row that is there, or was.
template <class T>
std::int64_t
reference_of(Transaction& tx, const JournalRow& row, Reference T::*member, std::string_view name) {
    const Json whole = whole_of(row);
    if (whole.is_object())
        return json_int(whole, name);
    const auto entity = find<T>(tx, row.entity_id);
    return entity ? (*entity).*member : unknown_folder;
}

} // namespace

bool is_document_entity(std::string_view entity) {
    return entity == "folder" || entity == "folder_right" || entity == "document" ||
           entity == "document_version";
}

std::int64_t folder_of_row(Transaction& tx, const JournalRow& row) {
    if (row.entity == "folder")
        return row.entity_id;
    if (row.entity == "folder_right")
        return reference_of(tx, row, &FolderRight::folder_id, "folder_id");
    if (row.entity == "document")
        return folder_of_document(tx, row.entity_id);
    if (row.entity == "document_version") {
        const auto document = reference_of(tx, row, &DocumentVersion::document_id, "document_id");
        return document == unknown_folder ? document : folder_of_document(tx, document);
    }
    if (row.entity == "activity") {
        const auto document = reference_of(tx, row, &Activity::document_id, "document_id");
        if (document != 0 && document != unknown_folder)
            return folder_of_document(tx, document);
    }
    return no_folder;
}

const ClientFolders& DocumentReader::folders(std::int64_t client_id) {
    const auto known = _folders.find(client_id);
    if (known != _folders.end())
        return known->second;
    return _folders.emplace(client_id, folders_of_user(_tx, _actor, client_id)).first->second;
}

bool DocumentReader::sees_folder(std::int64_t client_id, std::int64_t folder_id) {
    const ClientFolders& known = folders(client_id);
    // A folder that no longer exists had rights nobody can look up.
    if (folder_id != 0 && !known.find(folder_id))
        return known.sees_all();
    return known.sees(folder_id);
}

bool DocumentReader::sees(const JournalRow& row) {
    if (row.client_id == 0)
        return true;
    const std::int64_t folder = folder_of_row(_tx, row);
    return folder == no_folder || sees_folder(row.client_id, folder);
}

bool DocumentReader::writes(const JournalRow& row) {
    const std::int64_t folder = folder_of_row(_tx, row);
    if (folder == no_folder)
        return true;
    const ClientFolders& known = folders(row.client_id);
    if (folder != 0 && !known.find(folder))
        return known.sees_all() && known.writes(0);
    return known.writes(folder);
}

} // namespace carnet
