// See addresses.hpp.
#include "backend/features/addresses.hpp"

#include "backend/db/records.hpp"
#include "backend/features/access.hpp"
#include "backend/features/client_sheet.hpp"
#include "backend/features/clients.hpp"
#include "shared/core/json.hpp"
#include "shared/texts/server_clients.hpp"
#include "shared/texts/validation.hpp"

namespace carnet {

namespace {

const EntitySpec& spec = EntityOf<Address>::spec;

std::string below(std::string_view prefix, std::string_view name) {
    return prefix.empty() ? std::string(name) : std::string(prefix) + "." + std::string(name);
}

Error with_prefix(std::vector<FieldError> fields, std::string_view prefix, Language language) {
    for (auto& field : fields)
        field.field = below(prefix, field.field);
    return {ErrorCode::invalid, tr(texts::check_fields, language), std::move(fields)};
}

std::vector<Address> addresses_of(Transaction& tx, std::int64_t client_id) {
    return find_all<Address>(tx, "WHERE client_id = :client ORDER BY id", [&](Statement& s) {
        s.bind("client", client_id);
    });
}

Status set_main(Context& c, const Address& address, bool is_main) {
    if (address.is_main == is_main)
        return Ok{};
    const FieldChange flag = change(spec, "is_main", is_main);
    const auto changed = update(c.tx, spec, address.id, {&flag, 1}, c.language());
    if (!changed)
        return changed.error();
    return Ok{};
}

// Exactly one main address: `chosen`, or the oldest when 0.
Status one_main(Context& c, std::int64_t client_id, std::int64_t chosen) {
    const auto addresses = addresses_of(c.tx, client_id);
    if (addresses.empty())
        return Ok{};
    if (chosen == 0) {
        for (const auto& address : addresses)
            if (address.is_main)
                return Ok{};
        chosen = addresses.front().id;
    }
    for (const auto& address : addresses)
        if (auto set = set_main(c, address, address.id == chosen); !set)
            return set;
    return Ok{};
}

Json client_param(Transaction& tx, std::int64_t client_id) {
    const auto client = find<Client>(tx, client_id);
    return {{"client", client ? display_name(*client) : std::string()}};
}

Json answer_with(Context& c, std::int64_t id) {
    Json answer = write_answer(c);
    if (const auto address = find<Address>(c.tx, id))
        answer["address"] = entity_json(c.tx, c.actor, spec, &*address, id);
    return answer;
}

Result<Response> post(Context& c) {
    const auto client_id = c.request.id();
    if (auto may = require(c, client_id, Permission::clients_edit); !may)
        return may.error();
    c.tx.set_action("address_create", client_param(c.tx, client_id));
    const auto id = add_address(c, client_id, c.request.json);
    if (!id)
        return id.error();
    return json_response(answer_with(c, *id), 201);
}

Result<Response> patch(Context& c) {
    const auto before = find<Address>(c.tx, c.request.id());
    if (!before || !sees_client(c.tx, c.actor, before->client_id))
        return not_found(c.language());
    if (auto may = require(c, before->client_id, Permission::clients_edit); !may)
        return may.error();
    const auto changes =
        parse_changes(spec, json_at(c.request.json, "fields"), c.tx.position(), c.language());
    if (!changes)
        return changes.error();
    c.tx.set_action("address_update", client_param(c.tx, before->client_id));
    const auto rules = [&](const void* row) {
        return check(*static_cast<const Address*>(row), c.language());
    };
    const auto changed = update(c.tx, spec, before->id, *changes, c.language(), rules);
    if (!changed)
        return changed.error();
    const auto after = find<Address>(c.tx, before->id);
    if (before->is_main && !after->is_main)
        return invalid("fields.is_main", tr(texts::main_address_stays, c.language()));
    if (auto main = one_main(c, before->client_id, after->is_main ? after->id : 0); !main)
        return main.error();
    return json_response(answer_with(c, before->id));
}

Result<Response> remove_address(Context& c) {
    const auto before = find<Address>(c.tx, c.request.id());
    if (!before || !sees_client(c.tx, c.actor, before->client_id))
        return not_found(c.language());
    if (auto may = require(c, before->client_id, Permission::clients_edit); !may)
        return may.error();
    c.tx.set_action("address_delete", client_param(c.tx, before->client_id));
    remove(c.tx, spec, before->id);
    if (auto main = one_main(c, before->client_id, 0); !main)
        return main.error();
    return json_response(write_answer(c));
}

constexpr Route routes[] = {
    write(
        Method::post,
        "/api/clients/:id/addresses",
        Permission::clients_edit,
        &post,
        "Adds an address to a client",
        &EntityOf<Address>::spec
    )
        .takes("new_address")
        .gives("written & {address}"),
    write(
        Method::patch,
        "/api/addresses/:id",
        Permission::clients_edit,
        &patch,
        "Changes fields of an address; is_main true makes it the main one",
        &EntityOf<Address>::spec
    )
        .takes("{fields: field_changes}")
        .gives("written & {address}"),
    {.method = Method::del,
     .pattern = "/api/addresses/:id",
     .permission = Permission::clients_edit,
     .handler = &remove_address,
     .access = Access::write,
     .summary = "Deletes an address",
     .entity = &EntityOf<Address>::spec,
     .answer = "written"},
};

} // namespace

std::span<const Route> address_routes() {
    return routes;
}

Result<std::int64_t>
add_address(Context& c, std::int64_t client_id, const Json& body, std::string_view prefix) {
    Address address;
    const auto parsed = parse_new(spec, body, &address, prefix, c.language());
    if (!parsed)
        return parsed.error();
    address.client_id = {client_id};
    auto errors = check(address, c.language());
    if (!errors.empty())
        return with_prefix(std::move(errors), prefix, c.language());
    auto id = insert(c.tx, address, c.language());
    if (!id)
        return with_prefix(id.error().fields, prefix, c.language());
    if (auto main = one_main(c, client_id, address.is_main ? *id : 0); !main)
        return main.error();
    return id;
}

} // namespace carnet
