// GET, POST and PATCH of clients.
#include "backend/features/clients.hpp"

#include "backend/db/records.hpp"
#include "backend/features/access.hpp"
#include "backend/features/addresses.hpp"
#include "backend/features/client_records.hpp"
#include "backend/features/client_sheet.hpp"
#include "backend/features/contacts.hpp"
#include "shared/core/json.hpp"
#include "shared/texts/validation.hpp"

#include <algorithm>

namespace carnet {

namespace {

constexpr std::size_t most_children = 50;

Result<Response> read_client(Context& c) {
    const auto id = c.request.id();
    if (!sees_client(c.tx, c.actor, id))
        return not_found(c.language());
    return json_response(client_sheet(c.tx, c.actor, id));
}

// A list of objects in the body; absent is empty.
Result<Json> object_list(const Json& body, const char* key, Language language) {
    const Json& list = json_at(body, key);
    if (list.is_null())
        return Json::array();
    if (!list.is_array() || list.size() > most_children)
        return invalid(key, tr(texts::wrong_type, language));
    for (const auto& item : list)
        if (!item.is_object())
            return invalid(key, tr(texts::not_an_object, language));
    return list;
}

// A person who may create but sees only their own clients is in charge of what they create.
void give_owner(Context& c, Client& client) {
    const Audience audience{client.owner_id, {}};
    if (client.owner_id.id == 0 && !can_see(c.actor, audience))
        client.owner_id = {c.actor.user_id};
}

Status
add_children(Context& c, std::int64_t client_id, const Json& contacts, const Json& addresses) {
    for (std::size_t i = 0; i < contacts.size(); ++i) {
        const auto added = add_contact(c, client_id, contacts[i], "contacts." + std::to_string(i));
        if (!added)
            return added.error();
    }
    for (std::size_t i = 0; i < addresses.size(); ++i) {
        const auto added =
            add_address(c, client_id, addresses[i], "addresses." + std::to_string(i));
        if (!added)
            return added.error();
    }
    return Ok{};
}

Result<Response> create(Context& c) {
    const Json& body = c.request.json;
    if (auto known = refuse_unknown(body, {"client", "contacts", "addresses"}, c.language());
        !known)
        return known.error();
    Client client;
    const auto parsed =
        parse_new(EntityOf<Client>::spec, json_at(body, "client"), &client, "client", c.language());
    if (!parsed)
        return parsed.error();
    const auto contacts = object_list(body, "contacts", c.language());
    if (!contacts)
        return contacts.error();
    const auto addresses = object_list(body, "addresses", c.language());
    if (!addresses)
        return addresses.error();
    give_owner(c, client);
    c.tx.set_action("client_create", {{"name", display_name(client)}});
    const auto id = create_client(c.tx, client, c.language(), "client.");
    if (!id)
        return id.error();
    if (auto may = require(c, *id, Permission::clients_create); !may)
        return may.error();
    if (auto added = add_children(c, *id, *contacts, *addresses); !added)
        return added.error();
    Json sheet = client_sheet(c.tx, c.actor, *id);
    sheet["action"] = c.tx.action_id();
    Response response = json_response(sheet, 201);
    response.header("Location", "/api/clients/" + std::to_string(*id));
    return response;
}

Result<Response> patch(Context& c) {
    const auto id = c.request.id();
    const EntitySpec& spec = EntityOf<Client>::spec;
    if (!sees_client(c.tx, c.actor, id))
        return not_found(c.language());
    if (auto known = refuse_unknown(c.request.json, {"fields", "contacts"}, c.language()); !known)
        return known.error();
    const auto contacts = object_list(c.request.json, "contacts", c.language());
    if (!contacts)
        return contacts.error();
    auto changes =
        parse_changes(spec, json_at(c.request.json, "fields"), c.tx.position(), c.language());
    if (!changes)
        return changes.error();
    if (auto may = may_change(c, id, *changes); !may)
        return may.error();
    if (!contacts->empty())
        if (auto may = require(c, id, Permission::contacts_edit); !may)
            return may.error();
    const auto before = find<Client>(c.tx, id);
    if (!before)
        return not_found(c.language());
    c.tx.set_action("client_update", {{"name", display_name(*before)}});
    const auto changed = change_client(c.tx, *before, std::move(*changes), c.language());
    if (!changed)
        return changed.error();
    // A private person who becomes a company is its first contact, in the same action.
    if (auto added = add_children(c, id, *contacts, Json::array()); !added)
        return added.error();
    const auto after = find<Client>(c.tx, id);
    Json answer = write_answer(c);
    answer["client"] = client_json(c.tx, c.actor, *after);
    return json_response(answer);
}

constexpr Route routes[] = {
    get("/api/clients/:id",
        Permission::clients_read,
        &read_client,
        "A client with all its sheet shows",
        &EntityOf<Client>::spec)
        .gives("client_sheet"),
    write(
        Method::post,
        "/api/clients",
        Permission::clients_create,
        &create,
        "Creates a client, its contacts and addresses",
        &EntityOf<Client>::spec
    )
        .takes("{client: new_client, contacts?: [new_link], addresses?: [new_address]}")
        .gives("client_sheet & {action}"),
    write(
        Method::patch,
        "/api/clients/:id",
        Permission::clients_read,
        &patch,
        "Changes fields of a client, each with the version it was read at; may add contacts",
        &EntityOf<Client>::spec
    )
        .takes("{fields: field_changes, contacts?: [new_link]}")
        .gives("written & {client}"),
};

} // namespace

std::span<const Route> client_routes() {
    return routes;
}

Status
refuse_unknown(const Json& body, std::initializer_list<std::string_view> known, Language language) {
    for (const auto& [key, value] : body.items())
        if (std::find(known.begin(), known.end(), key) == known.end())
            return invalid(key, tr(texts::unknown_field, language));
    return Ok{};
}

Status may_change(Context& c, std::int64_t client_id, std::span<const FieldChange> changes) {
    for (const auto& change : changes)
        if (auto may = require(c, client_id, change.field->write); !may)
            return may;
    return Ok{};
}

Json write_answer(Context& c) {
    Json answer{{"position", c.tx.position()}, {"action", nullptr}};
    if (c.tx.action_id() != 0)
        answer["action"] = c.tx.action_id();
    return answer;
}

} // namespace carnet
