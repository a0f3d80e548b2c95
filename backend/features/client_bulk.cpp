// POST /api/clients/bulk: the same change on many clients, chosen one by one or by the list's
// query, as one action that is undone as one. Nothing happens when one of them is not allowed.
#include "backend/db/records.hpp"
#include "backend/features/access.hpp"
#include "backend/features/book_sync.hpp"
#include "backend/features/client_actions.hpp"
#include "backend/features/client_records.hpp"
#include "backend/features/clients.hpp"
#include "shared/core/json.hpp"
#include "shared/texts/server_clients.hpp"
#include "shared/texts/validation.hpp"

#include <algorithm>

namespace carnet {

namespace {

const EntitySpec& spec = EntityOf<Client>::spec;
constexpr std::size_t most_ids = 200'000;

struct BulkChange {
    std::vector<FieldChange> fields;
    Ids tags_add;
    Ids tags_remove;
    const ClientAction* action = nullptr;
    bool empty() const {
        return fields.empty() && tags_add.empty() && tags_remove.empty() && !action;
    }
};

Result<Ids> read_ids(const Json& body, const char* key, Language language) {
    const Json& list = json_at(body, key);
    if (list.is_null())
        return Ids{};
    if (!list.is_array() || list.size() > most_ids)
        return invalid(key, tr(texts::wrong_type, language));
    Ids ids;
    for (const auto& item : list) {
        if (!item.is_number_integer())
            return invalid(key, tr(texts::wrong_type, language));
        ids.push_back(item.get<std::int64_t>());
    }
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
}

Result<Ids> ids_of_query(Context& c, const Json& text) {
    if (!text.is_string())
        return invalid("query", tr(texts::wrong_type, c.language()));
    const auto query = parse_book_query(text.get_ref<const std::string&>(), c.language());
    if (!query)
        return query.error();
    const BookReader reader(c.app, query->sort);
    Book::Result found;
    reader->find(*query, &c.actor, c.app.now().ms, found);
    Ids ids;
    for (const auto slot : found.slots)
        ids.push_back(reader->id(slot));
    std::sort(ids.begin(), ids.end());
    return ids;
}

Result<Ids> chosen(Context& c) {
    const Json& body = c.request.json;
    if (body.contains("ids") == body.contains("query"))
        return invalid("ids", tr(texts::ids_or_query, c.language()));
    return body.contains("query") ? ids_of_query(c, body["query"])
                                  : read_ids(body, "ids", c.language());
}

// {"state": "inactive"} or, as in PATCH, {"state": {"value": "inactive"}}; bulk goes by no version,
// so it takes none.
Result<std::vector<FieldChange>> read_fields(const Json& fields, Language language) {
    std::vector<FieldChange> changes;
    if (fields.is_null())
        return changes;
    if (!fields.is_object())
        return invalid("fields", tr(texts::not_an_object, language));
    for (const auto& [name, given] : fields.items()) {
        const std::string path = "fields." + name;
        const Field* field = find_field(spec, name);
        if (!field)
            return invalid(path, tr(texts::unknown_field, language));
        if (field->origin == FieldOrigin::system)
            return invalid(path, tr(texts::system_field, language));
        if (given.is_object())
            if (auto known = refuse_unknown(given, {"value"}, language); !known)
                return invalid(path, known.error().first_message());
        const Json& json = given.is_object() ? json_at(given, "value") : given;
        auto value = from_json(*field, json, language);
        if (!value)
            return invalid(path, value.error().message);
        changes.push_back({field, std::move(*value), any_version});
    }
    return changes;
}

Result<BulkChange> read_change(const Json& body, Language language) {
    BulkChange change;
    auto fields = read_fields(json_at(body, "fields"), language);
    if (!fields)
        return fields.error();
    change.fields = std::move(*fields);
    auto add = read_ids(body, "tags_add", language);
    if (!add)
        return add.error();
    change.tags_add = std::move(*add);
    auto remove = read_ids(body, "tags_remove", language);
    if (!remove)
        return remove.error();
    change.tags_remove = std::move(*remove);
    if (const Json& name = json_at(body, "action"); !name.is_null()) {
        change.action = find_client_action(json_string(body, "action"));
        if (!change.action)
            return invalid("action", tr(texts::bad_parameter, language));
    }
    if (change.empty())
        return invalid("fields", tr(texts::nothing_to_do, language));
    return change;
}

Status may_all(Context& c, std::int64_t id, const BulkChange& change) {
    if (auto may = may_change(c, id, change.fields); !may)
        return may;
    if (!change.tags_add.empty() || !change.tags_remove.empty())
        if (auto may = require(c, id, Permission::clients_edit); !may)
            return may;
    if (change.action)
        return require(c, id, change.action->permission);
    return Ok{};
}

Ids tags_after(const Client& client, const BulkChange& change) {
    Ids tags = client.tag_ids;
    std::erase_if(tags, [&](auto id) {
        return std::find(change.tags_remove.begin(), change.tags_remove.end(), id) !=
               change.tags_remove.end();
    });
    for (const auto id : change.tags_add)
        if (std::find(tags.begin(), tags.end(), id) == tags.end())
            tags.push_back(id);
    return tags;
}

Result<int> change_one(Context& c, std::int64_t id, const BulkChange& bulk) {
    if (auto may = may_all(c, id, bulk); !may)
        return may.error();
    const auto client = find<Client>(c.tx, id);
    if (!client)
        return not_found(c.language());
    std::vector<FieldChange> changes = bulk.fields;
    if (const Ids tags = tags_after(*client, bulk); tags != client->tag_ids)
        changes.push_back(change(spec, "tag_ids", tags));
    // Converting skips those that are clients already: they were chosen with the others.
    const bool skip =
        bulk.action && bulk.action->name == "convert" && client->state != ClientState::prospect;
    if (bulk.action && !skip) {
        auto more = changes_of(c.tx, *bulk.action, *client, c.language());
        if (!more)
            return more.error();
        changes.insert(changes.end(), more->begin(), more->end());
    }
    if (changes.empty())
        return 0;
    return change_client(c.tx, *client, std::move(changes), c.language());
}

std::string_view kind_of(const BulkChange& change) {
    if (change.action)
        return change.action->bulk_kind;
    if (change.fields.empty())
        return "clients_tag";
    if (change.fields.size() == 1 && change.fields[0].field->name == "owner_id")
        return "clients_assign";
    return "clients_update";
}

Json params_of(Context& c, const BulkChange& change, int count) {
    Json params{{"count", count}};
    if (kind_of(change) != "clients_assign")
        return params;
    const auto* user = std::get_if<std::int64_t>(&change.fields[0].value);
    params["user"] =
        user ? std::string(c.app.directory().state()->user_name(*user)) : std::string("—");
    return params;
}

Result<Response> bulk(Context& c) {
    const Json& body = c.request.json;
    const auto known = refuse_unknown(
        body, {"ids", "query", "fields", "tags_add", "tags_remove", "action"}, c.language()
    );
    if (!known)
        return known.error();
    const auto change = read_change(body, c.language());
    if (!change)
        return change.error();
    const auto ids = chosen(c);
    if (!ids)
        return ids.error();
    int count = 0;
    c.tx.set_action(kind_of(*change), params_of(c, *change, static_cast<int>(ids->size())));
    for (const auto id : *ids) {
        const auto changed = change_one(c, id, *change);
        if (!changed)
            return changed.error();
        count += *changed > 0 ? 1 : 0;
    }
    if (count > 0)
        c.tx.set_action(kind_of(*change), params_of(c, *change, count));
    Json answer = write_answer(c);
    answer["count"] = count;
    return json_response(answer);
}

constexpr Route routes[] = {
    {.method = Method::post,
     .pattern = "/api/clients/bulk",
     .permission = Permission::clients_read,
     .handler = &bulk,
     .access = Access::write,
     .body = BodyKind::json,
     .body_limit = 2 << 20,
     .summary = "Changes many clients in one action that is undone as one",
     .entity = &EntityOf<Client>::spec,
     .body_shape = "{ids?: [integer], query?: string, fields?: {*: any}, tags_add?: [integer], "
                   "tags_remove?: [integer], action?: string}",
     .answer = "written & {count: integer}"},
};

} // namespace

std::span<const Route> client_bulk_routes() {
    return routes;
}

} // namespace carnet
