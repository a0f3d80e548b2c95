// See past_audience.hpp. Starts from today's rows and walks the journal backwards.
#include "backend/features/past_audience.hpp"

#include "backend/db/transaction.hpp"
#include "backend/features/book_rows.hpp"
#include "shared/core/json.hpp"

namespace carnet {

namespace {

PastClient client_now(Transaction& tx, std::int64_t client_id) {
    PastClient client;
    auto row = tx.prepare("SELECT owner_id FROM client WHERE id = :id AND deleted_at IS NULL");
    row.bind("id", client_id);
    client.was_there = row.step();
    if (client.was_there)
        client.owner_id = row.integer(0);
    // In the bin: the owner still says who could see it before.
    auto owner = tx.prepare("SELECT owner_id FROM client WHERE id = :id");
    owner.bind("id", client_id);
    if (owner.step())
        client.owner_id = owner.integer(0);
    auto teams = tx.prepare("SELECT id, team_ids FROM project WHERE client_id = :id");
    teams.bind("id", client_id);
    while (teams.step())
        client.teams[teams.integer(0)] = parse_ids(teams.view(1));
    return client;
}

std::int64_t id_of(const std::string& json) {
    const Ids ids = parse_ids(json);
    return ids.empty() ? 0 : ids.front();
}

Json whole(const std::string& text) {
    auto json = parse_json(text, Language::fr);
    return json ? std::move(*json) : Json();
}

void step_back_client(PastClient& client, const JournalRow& row) {
    if (row.op == JournalOp::create) {
        client.was_there = false;
    } else if (row.op == JournalOp::remove) {
        const Json json = whole(row.old_value);
        client.was_there = json_at(json, "deleted_at").is_null();
        client.owner_id = json_int(json, "owner_id");
    } else if (row.field == "owner_id") {
        client.owner_id = id_of(row.old_value);
    } else if (row.field == "deleted_at") {
        client.was_there = row.old_value == "null";
    }
}

void step_back_project(PastClient& client, const JournalRow& row) {
    if (row.op == JournalOp::create)
        client.teams.erase(row.entity_id);
    else if (row.op == JournalOp::remove)
        client.teams[row.entity_id] = parse_ids(dump(json_at(whole(row.old_value), "team_ids")));
    else if (row.field == "team_ids")
        client.teams[row.entity_id] = parse_ids(row.old_value);
}

// A project that came from another client or went to one takes its team along. `later` are the rows
// after the move: they say what the team was at that time.
void step_back_move(
    Transaction& tx,
    PastClient& client,
    std::int64_t client_id,
    const JournalRow& row,
    std::span<const JournalRow> later
) {
    if (row.client_id == client_id)
        client.teams.erase(row.entity_id);
    if (id_of(row.old_value) != client_id)
        return;
    Ids team;
    auto now = tx.prepare("SELECT team_ids FROM project WHERE id = :id");
    now.bind("id", row.entity_id);
    if (now.step())
        team = parse_ids(now.view(0));
    for (auto change = later.rbegin(); change != later.rend(); ++change) {
        if (change->entity != "project" || change->entity_id != row.entity_id)
            continue;
        if (change->op == JournalOp::remove)
            team = parse_ids(dump(json_at(whole(change->old_value), "team_ids")));
        else if (change->field == "team_ids")
            team = parse_ids(change->old_value);
    }
    client.teams[row.entity_id] = std::move(team);
}

} // namespace

bool PastClient::seen_by(const Actor& actor) const {
    if (!was_there)
        return false;
    Ids assigned;
    for (const auto& [project, team] : teams)
        assigned.insert(assigned.end(), team.begin(), team.end());
    return can_see(actor, Audience{owner_id, assigned});
}

PastClient
client_before(Transaction& tx, std::int64_t client_id, std::span<const JournalRow> rows) {
    PastClient client = client_now(tx, client_id);
    for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
        if (row->entity == "project" && row->field == "client_id") {
            const auto after = static_cast<std::size_t>(rows.rend() - row);
            step_back_move(tx, client, client_id, *row, rows.subspan(after));
            continue;
        }
        if (row->client_id != client_id)
            continue;
        if (row->entity == "client")
            step_back_client(client, *row);
        if (row->entity == "project")
            step_back_project(client, *row);
    }
    return client;
}

} // namespace carnet
