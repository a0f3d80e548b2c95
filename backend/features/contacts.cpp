// See contacts.hpp.
#include "backend/features/contacts.hpp"

#include "backend/db/records.hpp"
#include "backend/features/access.hpp"
#include "backend/features/client_sheet.hpp"
#include "backend/features/clients.hpp"
#include "shared/core/json.hpp"
#include "shared/domain/portal_rights.hpp"
#include "shared/texts/mail.hpp"
#include "shared/texts/server_clients.hpp"
#include "shared/texts/validation.hpp"

namespace carnet {

namespace {

const EntitySpec& contact_spec = EntityOf<Contact>::spec;
const EntitySpec& link_spec = EntityOf<ClientContact>::spec;

std::string join(std::string_view prefix, std::string_view name) {
    return prefix.empty() ? std::string(name) : std::string(prefix) + "." + std::string(name);
}

Error below(Error error, std::string_view prefix) {
    for (auto& field : error.fields)
        field.field = join(prefix, field.field);
    return error;
}

// "fields.email" and "email" of the person both become "contact.email".
Error as_contact(Error error) {
    constexpr std::string_view fields = "fields.";
    for (auto& field : error.fields) {
        if (field.field.rfind(fields, 0) == 0)
            field.field.erase(0, fields.size());
        field.field = join("contact", field.field);
    }
    return error;
}

// The contact of the body: a new one, or one the actor may see.
Result<std::int64_t> contact_of(Context& c, const Json& body, std::string_view prefix) {
    const bool is_new = body.contains("contact"), is_known = body.contains("contact_id");
    if (is_new == is_known)
        return invalid(join(prefix, "contact"), tr(texts::contact_or_id, c.language()));
    if (is_known) {
        const auto id = json_int(body, "contact_id");
        if (!require_contact(c, id, Permission::clients_read))
            return invalid(join(prefix, "contact_id"), tr(texts::not_a_reference, c.language()));
        return id;
    }
    Contact contact;
    const auto path = join(prefix, "contact");
    const auto parsed =
        parse_new(contact_spec, json_at(body, "contact"), &contact, path, c.language());
    if (!parsed)
        return parsed.error();
    auto id = insert(c.tx, contact, c.language());
    if (!id)
        return below(id.error(), path);
    return id;
}

bool has_link(Transaction& tx, std::int64_t client_id, std::int64_t contact_id) {
    auto statement = tx.prepare(
        "SELECT 1 FROM client_contact WHERE client_id = :client AND contact_id = :contact"
    );
    statement.bind("client", client_id).bind("contact", contact_id);
    return statement.step();
}

Ids main_links(Transaction& tx, std::int64_t client_id) {
    auto statement =
        tx.prepare("SELECT id FROM client_contact WHERE client_id = :client AND is_main = 1");
    statement.bind("client", client_id);
    Ids ids;
    while (statement.step())
        ids.push_back(statement.integer(0));
    return ids;
}

// At most one main contact per client (CF-16).
Status only_main(Context& c, std::int64_t client_id, std::int64_t link_id) {
    for (const auto other : main_links(c.tx, client_id)) {
        if (other == link_id)
            continue;
        const FieldChange no = change(link_spec, "is_main", false);
        const auto changed = update(c.tx, link_spec, other, {&no, 1}, c.language());
        if (!changed)
            return changed.error();
    }
    return Ok{};
}

std::string contact_name(Transaction& tx, std::int64_t contact_id) {
    const auto contact = find<Contact>(tx, contact_id);
    return contact ? display_name(*contact) : std::string();
}

std::string client_name(Transaction& tx, std::int64_t client_id) {
    const auto client = find<Client>(tx, client_id);
    return client ? display_name(*client) : std::string();
}

Status check_function(Context& c, const ClientContact& link, std::string_view prefix) {
    if (link.function_id.id == 0)
        return Ok{};
    const auto option = find<Option>(c.tx, link.function_id);
    if (option && option->list == "function")
        return Ok{};
    return invalid(join(prefix, "function_id"), tr(texts::list_elsewhere, c.language()));
}

// Rights of the fields that are present: contacts in general, the portal's flag apart.
Status may_write(Context& c, std::int64_t client_id, const Json& body) {
    for (const auto& field : link_spec.fields)
        if (body.contains(field.name))
            if (auto may = require(c, client_id, field.write); !may)
                return may;
    return Ok{};
}

bool names_switch(const Json& fields) {
    for (const auto& one : portal_switches())
        if (fields.contains(one.field))
            return true;
    return false;
}

std::vector<FieldChange> with_presets(
    Context& c, const ClientContact& before, const Json& fields, std::vector<FieldChange> changes
) {
    ClientContact after = before;
    for (const auto& one : changes)
        one.field->set(&after, one.value);
    settle_switches(c, before, fields, after);
    for (const auto& one : portal_switches())
        if (!fields.contains(one.field) && after.*one.stored != before.*one.stored)
            changes.push_back(change(link_spec, one.field, after.*one.stored));
    return changes;
}

// The address is the name of the account: whoever may change it decides who signs in, so it takes
// the right on the portal of every client the contact sees there.
Status may_change_address(Context& c, std::int64_t contact_id, const Json& fields) {
    if (!fields.contains("email"))
        return Ok{};
    const auto links = find_all<ClientContact>(
        c.tx,
        "WHERE contact_id = :contact AND has_portal = 1",
        [&](Statement& s) { s.bind("contact", contact_id); }
    );
    for (const auto& link : links)
        if (!require(c, link.client_id, Permission::portal_configure))
            return make_error(
                ErrorCode::forbidden, tr(texts::mail::email_needs_portal_right, c.language())
            );
    return Ok{};
}

// Access that is given back needs no new invitation.
Status unset_revocation(Context& c, const ClientContact& before, const ClientContact& after) {
    if (!after.has_portal || before.has_portal)
        return Ok{};
    const FieldChange none = change(contact_spec, "portal_revoked_at", Value{});
    const auto changed = update(c.tx, contact_spec, after.contact_id, {&none, 1}, c.language());
    return changed ? Status(Ok{}) : Status(changed.error());
}

Result<Response> post(Context& c) {
    const auto client_id = c.request.id();
    if (auto may = require(c, client_id, Permission::contacts_edit); !may)
        return may.error();
    const auto id = add_contact(c, client_id, c.request.json);
    if (!id)
        return id.error();
    const auto link = find<ClientContact>(c.tx, *id);
    c.tx.set_action("contact_create", {{"name", contact_name(c.tx, link->contact_id)}});
    Json answer = write_answer(c);
    answer["link"] = contact_link_json(c.tx, c.actor, *link);
    return json_response(answer, 201);
}

Result<Response> read_contact(Context& c) {
    const auto id = c.request.id();
    if (auto may = require_contact(c, id, Permission::clients_read); !may)
        return may.error();
    const auto contact = find<Contact>(c.tx, id);
    Json clients = Json::array();
    for (const auto client : clients_of_contact(c.tx, id))
        if (sees_client(c.tx, c.actor, client))
            clients.push_back({{"id", client}, {"name", client_name(c.tx, client)}});
    Json answer{{"contact", entity_json(c.tx, c.actor, contact_spec, &*contact, id)}};
    answer["contact"]["name"] = display_name(*contact);
    answer["clients"] = std::move(clients);
    return json_response(answer);
}

Result<Response> patch_contact(Context& c) {
    const auto id = c.request.id();
    if (auto may = require_contact(c, id, Permission::contacts_edit); !may)
        return may.error();
    const auto changes = parse_changes(
        contact_spec, json_at(c.request.json, "fields"), c.tx.position(), c.language()
    );
    if (!changes)
        return changes.error();
    if (auto may = may_change_address(c, id, c.request.json["fields"]); !may)
        return may.error();
    c.tx.set_action("contact_update", {{"name", contact_name(c.tx, id)}});
    const auto changed = update(c.tx, contact_spec, id, *changes, c.language());
    if (!changed)
        return changed.error();
    const auto contact = find<Contact>(c.tx, id);
    Json answer = write_answer(c);
    answer["contact"] = entity_json(c.tx, c.actor, contact_spec, &*contact, id);
    answer["contact"]["name"] = display_name(*contact);
    return json_response(answer);
}

// Fields of the person behind a link, given as "contact" in the same body: one action for what is
// one form to the user. Messages name them "contact.last_name".
Status change_person(Context& c, const ClientContact& link) {
    if (!c.request.json.contains("contact"))
        return Ok{};
    const std::int64_t id = link.contact_id;
    if (auto may = require_contact(c, id, Permission::contacts_edit); !may)
        return may;
    const auto changes = parse_changes(
        contact_spec, json_at(c.request.json, "contact"), c.tx.position(), c.language()
    );
    if (!changes)
        return as_contact(changes.error());
    if (auto may = may_change_address(c, id, c.request.json["contact"]); !may)
        return may;
    const auto changed = update(c.tx, contact_spec, id, *changes, c.language());
    if (!changed)
        return as_contact(changed.error());
    return Ok{};
}

Status change_link(Context& c, const ClientContact& link) {
    // Without "fields" only the person changes; without both the body is wrong.
    if (!c.request.json.contains("fields") && c.request.json.contains("contact"))
        return Ok{};
    const auto changes =
        parse_changes(link_spec, json_at(c.request.json, "fields"), c.tx.position(), c.language());
    if (!changes)
        return changes.error();
    if (auto may = may_change(c, link.client_id, *changes); !may)
        return may;
    const auto all = with_presets(c, link, c.request.json["fields"], *changes);
    const auto changed = update(c.tx, link_spec, link.id, all, c.language());
    if (!changed)
        return changed.error();
    const auto after = find<ClientContact>(c.tx, link.id);
    if (auto valid = check_function(c, *after, "fields"); !valid)
        return valid;
    if (after->is_main)
        if (auto alone = only_main(c, link.client_id, link.id); !alone)
            return alone;
    return unset_revocation(c, link, *after);
}

Result<Response> patch_link(Context& c) {
    const auto link = find<ClientContact>(c.tx, c.request.id());
    if (!link || !sees_client(c.tx, c.actor, link->client_id))
        return not_found(c.language());
    if (auto may = require(c, link->client_id, Permission::contacts_edit); !may)
        return may.error();
    c.tx.set_action("contact_update", {{"name", contact_name(c.tx, link->contact_id)}});
    if (auto changed = change_person(c, *link); !changed)
        return changed.error();
    if (auto changed = change_link(c, *link); !changed)
        return changed.error();
    Json answer = write_answer(c);
    answer["link"] = contact_link_json(c.tx, c.actor, *find<ClientContact>(c.tx, link->id));
    return json_response(answer);
}

// Takes the contact from the client; the person stays (MD-04).
Result<Response> remove_link(Context& c) {
    const auto link = find<ClientContact>(c.tx, c.request.id());
    if (!link || !sees_client(c.tx, c.actor, link->client_id))
        return not_found(c.language());
    if (auto may = require(c, link->client_id, Permission::contacts_edit); !may)
        return may.error();
    c.tx.set_action(
        "contact_remove",
        {{"name", contact_name(c.tx, link->contact_id)},
         {"client", client_name(c.tx, link->client_id)}}
    );
    remove(c.tx, link_spec, link->id);
    return json_response(write_answer(c));
}

constexpr Route routes[] = {
    write(
        Method::post,
        "/api/clients/:id/contacts",
        Permission::contacts_edit,
        &post,
        "Adds a new or known contact to a client",
        &EntityOf<ClientContact>::spec
    )
        .takes("new_link")
        .gives("written & {link}"),
    get("/api/contacts/:id",
        Permission::clients_read,
        &read_contact,
        "A contact and the clients it belongs to",
        &EntityOf<Contact>::spec)
        .gives("{contact: contact, clients: [{id: integer, name: string}]}"),
    write(
        Method::patch,
        "/api/contacts/:id",
        Permission::contacts_edit,
        &patch_contact,
        "Changes fields of a contact",
        &EntityOf<Contact>::spec
    )
        .takes("{fields: field_changes}")
        .gives("written & {contact}"),
    write(
        Method::patch,
        "/api/client-contacts/:id",
        Permission::contacts_edit,
        &patch_link,
        "Changes a contact's place at a client; with \"contact\", the person too",
        &EntityOf<ClientContact>::spec
    )
        .takes("{fields: field_changes, contact?: field_changes}")
        .gives("written & {link}"),
    {.method = Method::del,
     .pattern = "/api/client-contacts/:id",
     .permission = Permission::contacts_edit,
     .handler = &remove_link,
     .access = Access::write,
     .summary = "Takes a contact from a client",
     .entity = &EntityOf<ClientContact>::spec,
     .answer = "written"},
};

} // namespace

std::span<const Route> contact_routes() {
    return routes;
}

void settle_switches(
    Context& c, const ClientContact& before, const Json& fields, ClientContact& after
) {
    // Roles are changed under contacts_edit; switches move with them only for those who may
    // configure the portal.
    if (!require(c, before.client_id, Permission::portal_configure))
        return;
    ClientContact settled = after;
    settle_switches(settled, before);
    for (const auto& one : portal_switches())
        if (!fields.contains(one.field))
            after.*one.stored = settled.*one.stored;
}

Result<std::int64_t>
add_contact(Context& c, std::int64_t client_id, const Json& body, std::string_view prefix) {
    if (auto may = may_write(c, client_id, body); !may)
        return may.error();
    ClientContact link;
    Json fields = body;
    fields.erase("contact");
    fields.erase("contact_id");
    const auto parsed = parse_new(link_spec, fields, &link, prefix, c.language());
    if (!parsed)
        return parsed.error();
    const auto contact_id = contact_of(c, body, prefix);
    if (!contact_id)
        return contact_id.error();
    if (has_link(c.tx, client_id, *contact_id))
        return invalid(join(prefix, "contact_id"), tr(texts::contact_linked, c.language()));
    if (auto valid = check_function(c, link, prefix); !valid)
        return valid.error();
    link.client_id = {client_id};
    link.contact_id = {*contact_id};
    if (!names_switch(fields))
        fill_switches(link);
    if (count_of(c.tx, "client_contact", client_id) == 0)
        link.is_main = true;
    auto id = insert(c.tx, link, c.language());
    if (!id)
        return below(id.error(), prefix);
    if (link.is_main)
        if (auto alone = only_main(c, client_id, *id); !alone)
            return alone.error();
    return id;
}

} // namespace carnet
