// See history.hpp. One entry per action with its changes; identifiers come with the names they had
// best be read as.
#include "backend/features/history.hpp"

#include "backend/app.hpp"
#include "backend/db/records.hpp"
#include "backend/features/access.hpp"
#include "backend/features/client_records.hpp"
#include "backend/features/document_journal.hpp"
#include "backend/features/paging.hpp"
#include "backend/features/undo_rights.hpp"
#include "backend/features/value_text.hpp"
#include "shared/core/json.hpp"
#include "shared/core/text.hpp"
#include "shared/domain/deliverable.hpp"
#include "shared/schema/display.hpp"
#include "shared/texts/server_clients.hpp"
#include "shared/texts/validation.hpp"

#include <algorithm>

namespace carnet {

namespace {

// Who acted: somebody of the team, or a contact in the portal.
std::string actor_name(Context& c, const Action& action) {
    if (const auto contact = find<Contact>(c.tx, action.contact_id))
        return display_name(*contact);
    return std::string(c.app.directory().state()->user_name(action.user_id));
}

Json action_json(Context& c, const Action& action) {
    Json json{
        {"id", action.id},
        {"at", to_iso(action.at)},
        {"user_id", nullptr},
        {"user_name", actor_name(c, action)},
        {"kind", action.kind},
        {"label", action_text(action, c.language())},
        {"client_count", action.client_count},
        {"can_undo", !action.undone_by && !never_undone(action.kind)},
        {"undoes", nullptr},
        {"undone_by", nullptr},
        {"contact_id", nullptr}};
    if (action.contact_id)
        json["contact_id"] = action.contact_id;
    if (action.user_id)
        json["user_id"] = action.user_id;
    if (action.undoes)
        json["undoes"] = action.undoes;
    if (action.undone_by)
        json["undone_by"] = action.undone_by;
    return json;
}

Json parsed(const std::string& text) {
    if (text.empty())
        return nullptr;
    auto json = parse_json(text, Language::fr);
    return json ? std::move(*json) : Json();
}

// As a person reads it: names for references, numbers and dates as they are written.
std::string readable(ValueTexts& names, const Field& field, const Json& json, Language language) {
    const auto value = from_json(field, json, Language::fr);
    if (!value)
        return {};
    const bool named =
        field.kind == FieldKind::reference || field.kind == FieldKind::reference_list;
    return named ? names.text_of(field, *value) : display_value(field, *value, language);
}

// The answer to a deliverable in the words of the timeline; its comment stands there.
std::string answer_text(Context& c, ValueTexts& names, const Json& whole) {
    const auto version = find<DeliverableVersion>(c.tx, json_int(whole, "version_id"));
    std::string name = json_string(whole, "deliverable_name");
    if (name.empty()) // Answered before answers kept the names.
        name = names.name_of("deliverable", json_int(whole, "deliverable_id"));
    Activity told{.kind = ActivityKind::delivery};
    told.body = dump(Json{
        {"state", json_string(whole, "decision")},
        {"name", name},
        {"version", version ? version->number : 0},
        {"project", json_string(whole, "project_name")}});
    return activity_text(told, c.language());
}

// "Claire Fontaine, Livrables, Lecture"
std::string right_text(ValueTexts& names, const Json& whole, Language language) {
    const Field* access = find_field(EntityOf<FolderRight>::spec, "access");
    const auto value = from_json(*access, json_at(whole, "access"), language);
    const std::int64_t contact = json_int(whole, "contact_id");
    const std::string who = contact ? names.name_of("contact", contact)
                                    : names.name_of("user", json_int(whole, "user_id"));
    const std::vector<std::string> words{
        who,
        names.name_of("folder", json_int(whole, "folder_id")),
        value ? display_value(*access, *value, language) : std::string()};
    return text::join(words, ", ");
}

// What a created or removed row is called: its name, its title, what it says.
std::string row_name(Context& c, ValueTexts& names, const JournalRow& row, const Json& whole) {
    const Language language = c.language();
    if (row.entity == "client_contact")
        return names.name_of("contact", json_int(whole, "contact_id"));
    if (row.entity == "activity") {
        Activity activity;
        for (const auto& field : EntityOf<Activity>::spec.fields)
            if (const auto value = from_json(field, json_at(whole, field.name), language))
                field.set(&activity, *value);
        return activity_text(activity, language);
    }
    if (row.entity == "approval")
        return answer_text(c, names, whole);
    if (row.entity == "folder_right")
        return right_text(names, whole, language);
    for (const char* key :
         {"name", "label", "body", "trade_name", "legal_name", "last_name", "line1", "file_name"})
        if (auto text = json_string(whole, key); !text.empty())
            return text;
    return {};
}

// A document that moved tells of another folder, which the reader may not know.
bool may_name(DocumentReader& reader, const JournalRow& row, const Field& field, const Json& id) {
    return field.references != "folder" || !id.is_number_integer() ||
           reader.sees_folder(row.client_id, id.get<std::int64_t>());
}

Json change_json(Context& c, ValueTexts& names, DocumentReader& reader, const JournalRow& row) {
    Json json{
        {"seq", row.seq},
        {"entity", row.entity},
        {"entity_id", row.entity_id},
        {"op", op_name(row.op)},
        {"field", nullptr},
        {"old", parsed(row.old_value)},
        {"new", parsed(row.new_value)}};
    const EntitySpec* spec = find_entity(row.entity);
    if (spec)
        json["entity_label"] = tr(spec->label, c.language());
    const Field* field = spec && !row.field.empty() ? find_field(*spec, row.field) : nullptr;
    if (field) {
        for (const char* side : {"old", "new"})
            if (!may_name(reader, row, *field, json[side]))
                json[side] = nullptr;
        json["field"] = row.field;
        json["label"] = tr(field->label, c.language());
        // Moments are for the reader to write: only they know their time zone.
        if (field->kind != FieldKind::instant) {
            json["old_text"] = readable(names, *field, json["old"], c.language());
            json["new_text"] = readable(names, *field, json["new"], c.language());
        }
    } else {
        const Json& whole = row.op == JournalOp::create ? json["new"] : json["old"];
        json["name"] = row_name(c, names, row, whole);
    }
    return json;
}

// Rows latest first, grouped by action.
Json grouped(Context& c, DocumentReader& reader, const std::vector<JournalRow>& rows) {
    ValueTexts names(c.tx, c.app.directory().state(), c.language());
    Json entries = Json::array();
    std::int64_t last_action = 0;
    for (const auto& row : rows) {
        if (row.action_id != last_action) {
            const auto action = find_action(c.tx, row.action_id);
            if (action.empty())
                continue;
            entries.push_back(action_json(c, action.front()));
            entries.back()["changes"] = Json::array();
            last_action = row.action_id;
        }
        entries.back()["changes"].push_back(change_json(c, names, reader, row));
    }
    Json answer{{"position", c.tx.position()}};
    answer["actions"] = std::move(entries);
    return answer;
}

// The client's own rows and those of its contacts, who belong to no single client.
Result<Response> client_history(Context& c) {
    const auto id = c.request.id();
    if (auto may = require(c, id, Permission::history_read); !may)
        return may.error();
    const auto page = page_query(c);
    if (!page)
        return page.error();
    const std::string field(c.request.query_param("field"));
    if (!field.empty() && !find_field(EntityOf<Client>::spec, field))
        return invalid("field", tr(texts::unknown_field, c.language()));
    std::string sql =
        "SELECT " + std::string(journal_columns) + " FROM journal WHERE seq < :before AND ";
    if (field.empty())
        sql += "(client_id = :client OR (entity = 'contact' AND entity_id IN "
               "(SELECT contact_id FROM client_contact WHERE client_id = :client)))";
    else
        sql += "entity = 'client' AND entity_id = :client AND (field = :field OR op <> 'update')";
    auto statement = c.tx.prepare(sql + " ORDER BY seq DESC LIMIT :limit");
    statement.bind("before", page->before).bind("client", id).bind("limit", page->limit);
    if (!field.empty())
        statement.bind("field", field);
    std::vector<JournalRow> rows;
    while (statement.step())
        rows.push_back(read_journal_row(statement));
    Json next;
    if (static_cast<std::int64_t>(rows.size()) == page->limit)
        next = rows.back().seq;
    // What happened in folders the reader does not see is passed over.
    DocumentReader reader(c.tx, c.actor);
    std::erase_if(rows, [&](const JournalRow& row) { return !reader.sees(row); });
    Json answer = grouped(c, reader, rows);
    answer["next"] = std::move(next);
    return json_response(answer);
}

// The names in an action about documents are for those who see all of them.
bool sees_documents_of(Context& c, DocumentReader& reader, const Action& action) {
    if (action.kind.find("document") == std::string::npos &&
        action.kind.find("folder") == std::string::npos && action.undoes == 0)
        return true;
    const auto rows = rows_of_action(c.tx, action.id);
    return std::all_of(rows.begin(), rows.end(), [&](const JournalRow& row) {
        return reader.sees(row);
    });
}

// The audit journal: actions, latest first. Its reader's right covers the whole workspace, but
// clients they may not see stay unseen: such a reader gets the actions without the names in them.
Result<Response> journal(Context& c) {
    const auto page = page_query(c);
    if (!page)
        return page.error();
    const bool sees_all = c.actor.grant(Permission::clients_read) == Grant::all;
    auto statement =
        c.tx.prepare("SELECT id FROM action WHERE id < :before ORDER BY id DESC LIMIT :limit");
    statement.bind("before", page->before).bind("limit", page->limit);
    Json entries = Json::array();
    Json next;
    DocumentReader reader(c.tx, c.actor);
    while (statement.step()) {
        auto action = find_action(c.tx, statement.integer(0)).front();
        const bool named = sees_all || action.user_id == c.actor.user_id;
        if (!named || !sees_documents_of(c, reader, action)) {
            action.kind = "change";
            action.params = "{}";
            action.contact_id = 0;
        }
        entries.push_back(action_json(c, action));
        if (static_cast<std::int64_t>(entries.size()) == page->limit)
            next = action.id;
    }
    Json answer{{"next", next}, {"position", c.tx.position()}};
    answer["actions"] = std::move(entries);
    return json_response(answer);
}

constexpr Route routes[] = {
    get("/api/clients/:id/history",
        Permission::history_read,
        &client_history,
        "Every change of a client, latest first, grouped by action; field, before, limit")
        .asks("field before:integer limit:integer")
        .gives("{actions: [action_row & {changes: [change_row]}], next, position}"),
    get("/api/journal",
        Permission::journal_read,
        &journal,
        "What everybody did, latest first; before, limit")
        .asks("before:integer limit:integer")
        .gives("{actions: [action_row], next, position}"),
};

} // namespace

std::span<const Route> history_routes() {
    return routes;
}

} // namespace carnet
