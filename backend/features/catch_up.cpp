// See catch_up.hpp.
#include "backend/features/catch_up.hpp"

#include "backend/features/access.hpp"
#include "backend/features/book_rows.hpp"
#include "backend/features/book_sync.hpp"
#include "backend/features/client_list.hpp"
#include "backend/features/document_journal.hpp"
#include "backend/features/past_audience.hpp"

#include <algorithm>
#include <set>

namespace carnet {

namespace {

// More rows than this: a fresh book is the shorter answer.
constexpr int most_rows = 5000;

bool concerns_rights(const JournalRow& row, const Actor& actor) {
    return row.entity == "role_grant" || row.entity == "workspace" ||
           (row.entity == "user" && row.entity_id == actor.user_id);
}

bool concerns_words(const JournalRow& row) {
    return row.entity == "tag" || row.entity == "option" || row.entity == "user" ||
           row.entity == "saved_view";
}

std::set<std::int64_t> touched_clients(Transaction& tx, const std::vector<JournalRow>& rows) {
    std::set<std::int64_t> ids, contacts;
    for (const auto& row : rows) {
        if (row.client_id != 0)
            ids.insert(row.client_id);
        if (row.entity == "contact")
            contacts.insert(row.entity_id);
    }
    for (const auto contact : contacts)
        for (const auto client : clients_of_contact(tx, contact))
            ids.insert(client);
    return ids;
}

void append_ids(std::string& out, const Ids& ids) {
    for (std::size_t i = 0; i < ids.size(); ++i)
        out += (i ? "," : "") + std::to_string(ids[i]);
}

} // namespace

CatchUp catch_up(Context& c, std::int64_t since) {
    CatchUp result;
    result.position = c.tx.position();
    result.reload = since > result.position || since < 0; // Another database than the reader knew.
    if (result.reload || since == result.position)
        return result;
    auto rows = rows_since(c.tx, since, most_rows + 1);
    result.reload =
        rows.size() > most_rows || std::any_of(rows.begin(), rows.end(), [&](auto& row) {
            return concerns_rights(row, c.actor);
        });
    if (result.reload)
        return result;
    result.words = std::any_of(rows.begin(), rows.end(), &concerns_words);

    // What happened in folders the reader does not see did not happen for them.
    DocumentReader reader(c.tx, c.actor);
    std::erase_if(rows, [&](const JournalRow& row) { return !reader.sees(row); });
    const auto touched = touched_clients(c.tx, rows);
    const Ids ids(touched.begin(), touched.end());
    std::string list, touches;
    Ids gone;
    std::set<std::int64_t> visible;
    for (const auto& row : book_rows(c.tx, ids)) {
        if (!can_see(c.actor, {row.owner_id, row.assigned_ids}))
            continue;
        visible.insert(row.id);
        if (!list.empty())
            list += ',';
        append_json(list, row);
        touches += (touches.empty() ? "" : ",") + ("{\"client\":" + std::to_string(row.id)) +
                   ",\"entity\":\"client\"}";
    }
    for (const auto id : ids)
        if (!visible.contains(id) && client_before(c.tx, id, rows).seen_by(c.actor))
            gone.push_back(id);
    if (visible.empty() && gone.empty())
        return result;
    result.rows = "{\"action\":null,\"by\":null,\"gone\":[";
    append_ids(result.rows, gone);
    result.rows += "],\"position\":" + std::to_string(result.position) + ",\"rows\":[" + list +
                   "],\"touched\":[" + touches + "]}";
    return result;
}

std::vector<LiveTouch> missed_readings(Context& c, std::int64_t since) {
    auto rows = c.tx.prepare(
        "SELECT DISTINCT d.client_id, COALESCE(d.folder_id, 0) FROM document_reading r "
        "JOIN document_version v ON v.id = r.version_id JOIN document d ON d.id = v.document_id "
        "WHERE r.last_at >= (SELECT a.at FROM journal j JOIN action a ON a.id = j.action_id "
        "WHERE j.seq = :since)"
    );
    rows.bind("since", since);
    std::vector<LiveTouch> read;
    while (rows.step())
        read.push_back({"document", rows.integer(0), rows.integer(1)});
    DocumentReader reader(c.tx, c.actor);
    const BookReader book(c.app);
    std::erase_if(read, [&](const LiveTouch& touch) {
        return !book.sees(c.actor, touch.client_id) ||
               !reader.sees_folder(touch.client_id, touch.folder_id);
    });
    return read;
}

} // namespace carnet
