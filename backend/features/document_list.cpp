// See document_list.hpp.
#include "backend/features/document_list.hpp"

#include "backend/app.hpp"
#include "backend/db/records.hpp"
#include "backend/features/access.hpp"
#include "backend/features/document_access.hpp"
#include "backend/files/media_type.hpp"
#include "shared/core/json.hpp"
#include "shared/core/text.hpp"
#include "shared/domain/contact.hpp"
#include "shared/texts/server_clients.hpp"

#include <algorithm>
#include <map>

namespace carnet {

namespace {

// One request shows at most so many files; searching finds the rest.
constexpr std::size_t most_files = 2000;

constexpr std::string_view file_columns =
    "SELECT d.id, d.folder_id, d.name, d.deleted_at, v.id, v.number, v.size_bytes, v.media_type, "
    "v.created_at, v.created_by, v.created_by_contact_id FROM document d JOIN document_version v "
    "ON v.document_id = d.id "
    "AND "
    "v.number = (SELECT max(number) FROM document_version WHERE document_id = d.id) WHERE ";

Json id_or_null(std::int64_t id) {
    return id ? Json(id) : Json();
}

// Of the team, or the contact who added it in the portal.
std::string author_name(Context& c, std::int64_t user_id, std::int64_t contact_id) {
    if (const auto contact = contact_id ? find<Contact>(c.tx, contact_id) : std::nullopt)
        return display_name(*contact);
    return std::string(c.app.directory().state()->user_name(user_id));
}

Json file_json(Context& c, const Statement& row) {
    Json json{
        {"id", row.integer(0)},
        {"folder_id", id_or_null(row.integer(1))},
        {"name", row.text(2)},
        {"version_id", row.integer(4)},
        {"number", row.integer(5)},
        {"size_bytes", row.integer(6)},
        {"media_type", row.text(7)},
        {"inline", shown_inline(row.view(7))},
        {"created_at", row.text(8)},
        {"by", author_name(c, row.integer(9), row.integer(10))}};
    if (!row.is_null(3))
        json["deleted_at"] = row.text(3);
    return json;
}

// Which files are asked for.
struct Question {
    std::int64_t folder_id = 0;
    std::string words; // Folded; empty: no search.
    bool bin = false;
};

bool wanted(const Question& question, const ClientFolders& folders, const Statement& row) {
    const std::int64_t folder_id = row.integer(1);
    if (!folders.sees(folder_id) || folders.in_bin(folder_id) || row.is_null(3) == question.bin)
        return false;
    if (question.words.empty())
        return true;
    return text::fold(row.view(2)).find(question.words) != std::string::npos;
}

Json files_json(
    Context& c, const ClientFolders& folders, std::int64_t client_id, const Question& question
) {
    const bool one_folder = question.words.empty() && !question.bin;
    std::string sql = std::string(file_columns) + "d.client_id = :client";
    if (one_folder)
        sql += " AND COALESCE(d.folder_id, 0) = :folder";
    auto rows = c.tx.prepare(sql);
    rows.bind("client", client_id);
    if (one_folder)
        rows.bind("folder", question.folder_id);
    std::vector<std::pair<std::string, Json>> found;
    while (found.size() < most_files && rows.step())
        if (wanted(question, folders, rows))
            found.emplace_back(text::french_sort_key(rows.view(2)), file_json(c, rows));
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
        return a.first < b.first;
    });
    Json files = Json::array();
    for (auto& [key, file] : found)
        files.push_back(std::move(file));
    return files;
}

std::map<std::int64_t, std::int64_t> file_counts(Transaction& tx, std::int64_t client_id) {
    auto rows = tx.prepare("SELECT folder_id, count(*) FROM document WHERE client_id = :client AND "
                           "deleted_at IS NULL GROUP BY folder_id");
    rows.bind("client", client_id);
    std::map<std::int64_t, std::int64_t> counts;
    while (rows.step())
        counts[rows.integer(0)] = rows.integer(1);
    return counts;
}

Json folders_json(Context& c, const ClientFolders& folders, std::int64_t client_id, bool bin) {
    const auto counts = file_counts(c.tx, client_id);
    Json list = Json::array();
    for (const Folder& folder : folders.folders) {
        const bool shown = bin ? folder.deleted_at.is_set() : !folders.in_bin(folder.id);
        if (!shown || !folders.sees(folder.id))
            continue;
        list.push_back(folder_json(c, folders, folder));
        const auto count = counts.find(folder.id);
        list.back()["files"] = count == counts.end() ? 0 : count->second;
    }
    return list;
}

Json versions_json(Context& c, std::int64_t document_id) {
    const auto versions = find_all<DocumentVersion>(
        c.tx,
        "WHERE document_id = :document ORDER BY number DESC",
        [&](Statement& s) { s.bind("document", document_id); }
    );
    Json list = Json::array();
    for (const DocumentVersion& version : versions) {
        list.push_back(to_json(EntityOf<DocumentVersion>::spec, &version, version.id, c.actor));
        list.back()["by"] = author_name(c, version.created_by, version.created_by_contact_id);
        list.back()["inline"] = shown_inline(version.media_type);
    }
    return list;
}

Json readings_json(Context& c, std::int64_t document_id) {
    auto rows = c.tx.prepare(
        "SELECT v.number, r.contact_id, r.first_at, r.last_at, r.times, t.first_name, t.last_name "
        "FROM document_reading r JOIN document_version v ON v.id = r.version_id JOIN contact t ON "
        "t.id = r.contact_id WHERE v.document_id = :document ORDER BY r.last_at DESC"
    );
    rows.bind("document", document_id);
    Json list = Json::array();
    while (rows.step())
        list.push_back(
            {{"number", rows.integer(0)},
             {"contact_id", rows.integer(1)},
             {"first_at", rows.text(2)},
             {"last_at", rows.text(3)},
             {"times", rows.integer(4)},
             {"name", std::string(text::trim(rows.text(5) + " " + rows.text(6)))}}
        );
    return list;
}

} // namespace

Json folder_json(Context&, const ClientFolders& folders, const Folder& folder) {
    Json json{
        {"id", folder.id},
        {"parent_id", id_or_null(folders.visible_parent(folder))},
        {"name", folder.name},
        {"outside_cascade", folder.outside_cascade},
        {"access", access_word(folders.access(folder.id))}};
    if (folder.deleted_at.is_set())
        json["deleted_at"] = to_iso(folder.deleted_at);
    return json;
}

Json document_json(Context& c, std::int64_t document_id) {
    auto row = c.tx.prepare(std::string(file_columns) + "d.id = :id");
    row.bind("id", document_id);
    return row.step() ? file_json(c, row) : Json();
}

Json document_detail(Context& c, const Document& document) {
    Json answer{{"document", document_json(c, document.id)}, {"position", c.tx.position()}};
    answer["versions"] = versions_json(c, document.id);
    answer["readings"] = readings_json(c, document.id);
    return answer;
}

Result<Response> list_documents(Context& c) {
    const auto client_id = c.request.id();
    if (auto may = require(c, client_id, Permission::documents_read); !may)
        return may.error();
    const auto folder = c.request.query_int("folder", 0, 0, INT64_MAX);
    if (!folder)
        return invalid("folder", tr(texts::bad_parameter, c.language()));
    const ClientFolders folders = folders_of_user(c.tx, c.actor, client_id);
    const Question question{
        *folder, text::fold(c.request.query_param("q")), c.request.has_query_param("bin")};
    if (*folder != 0 && (!folders.sees(*folder) || folders.in_bin(*folder)))
        return not_found(c.language());
    Json answer{
        {"position", c.tx.position()},
        {"top", access_word(folders.top)},
        {"count", count_documents(c.tx, folders, client_id)}};
    answer["folders"] = folders_json(c, folders, client_id, question.bin);
    answer["files"] = files_json(c, folders, client_id, question);
    answer["more"] = answer["files"].size() == most_files;
    return json_response(answer);
}

} // namespace carnet
