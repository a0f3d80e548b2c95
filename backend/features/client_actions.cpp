// See client_actions.hpp.
#include "backend/features/client_actions.hpp"

#include "backend/features/access.hpp"
#include "backend/features/client_records.hpp"
#include "backend/features/client_sheet.hpp"
#include "backend/features/clients.hpp"
#include "backend/local_time.hpp"
#include "shared/core/json.hpp"
#include "shared/texts/server_clients.hpp"

#include <array>

namespace carnet {

namespace {

const EntitySpec& spec = EntityOf<Client>::spec;

constexpr auto actions = std::to_array<ClientAction>({
    {"convert", Permission::clients_edit, "client_convert", "clients_update"},
    {"archive", Permission::clients_edit, "client_archive", "clients_archive"},
    {"unarchive", Permission::clients_edit, "client_unarchive", "clients_unarchive"},
    {"bin", Permission::clients_delete, "client_bin", "clients_bin"},
    {"restore", Permission::clients_delete, "client_restore", "clients_restore"},
});

// A prospect becomes an active client from today on; the reference follows in change_client (BR-03,
// BR-21).
std::vector<FieldChange> conversion(Transaction& tx, const Client& client) {
    std::vector<FieldChange> changes{change(spec, "state", std::string("active"))};
    if (!client.client_since.is_set())
        changes.push_back(change(spec, "client_since", to_iso(today(local_clock(tx.now())))));
    return changes;
}

std::vector<FieldChange> stamp(Transaction& tx, std::string_view field, bool is_set, bool wanted) {
    if (is_set == wanted)
        return {};
    return {change(spec, field, wanted ? Value{to_iso(tx.now())} : Value{})};
}

Result<Response> act(Context& c, std::string_view name) {
    const ClientAction& action = *find_client_action(name);
    const auto id = c.request.id();
    if (auto may = require(c, id, action.permission); !may)
        return may.error();
    const auto before = find<Client>(c.tx, id);
    auto changes = changes_of(c.tx, action, *before, c.language());
    if (!changes)
        return changes.error();
    c.tx.set_action(action.kind, {{"name", display_name(*before)}});
    const auto changed = change_client(c.tx, *before, std::move(*changes), c.language());
    if (!changed)
        return changed.error();
    const auto after = find<Client>(c.tx, id);
    Json answer = write_answer(c);
    answer["client"] = client_json(c.tx, c.actor, *after);
    return json_response(answer);
}

Result<Response> convert(Context& c) {
    return act(c, "convert");
}
Result<Response> archive(Context& c) {
    return act(c, "archive");
}
Result<Response> unarchive(Context& c) {
    return act(c, "unarchive");
}
Result<Response> bin(Context& c) {
    return act(c, "bin");
}
Result<Response> restore_client(Context& c) {
    return act(c, "restore");
}

// The body of these is empty; one is read and ignored.
constexpr Route action_route(
    std::string_view pattern, Permission permission, Handler handler, std::string_view summary
) {
    return {
        .method = Method::post,
        .pattern = pattern,
        .permission = permission,
        .handler = handler,
        .access = Access::write,
        .summary = summary,
        .entity = &EntityOf<Client>::spec};
}

constexpr Route routes[] = {
    action_route(
        "/api/clients/:id/convert", Permission::clients_edit, &convert, "Makes a prospect a client"
    )
        .takes("{}")
        .gives("written & {client}"),
    action_route(
        "/api/clients/:id/archive",
        Permission::clients_edit,
        &archive,
        "Hides a client without loss"
    )
        .takes("{}")
        .gives("written & {client}"),
    action_route(
        "/api/clients/:id/unarchive",
        Permission::clients_edit,
        &unarchive,
        "Shows an archived client again"
    )
        .takes("{}")
        .gives("written & {client}"),
    action_route(
        "/api/clients/:id/bin", Permission::clients_delete, &bin, "Moves a client to the bin"
    )
        .takes("{}")
        .gives("written & {client}"),
    action_route(
        "/api/clients/:id/restore",
        Permission::clients_delete,
        &restore_client,
        "Takes a client out of the bin"
    )
        .takes("{}")
        .gives("written & {client}"),
};

} // namespace

std::span<const ClientAction> client_actions() {
    return actions;
}

const ClientAction* find_client_action(std::string_view name) {
    for (const auto& action : actions)
        if (action.name == name)
            return &action;
    return nullptr;
}

Result<std::vector<FieldChange>>
changes_of(Transaction& tx, const ClientAction& action, const Client& client, Language language) {
    if (action.name == "convert") {
        if (client.state != ClientState::prospect)
            return invalid("state", tr(texts::not_a_prospect, language));
        return conversion(tx, client);
    }
    if (action.name == "archive")
        return stamp(tx, "archived_at", client.archived_at.is_set(), true);
    if (action.name == "unarchive")
        return stamp(tx, "archived_at", client.archived_at.is_set(), false);
    if (action.name == "bin")
        return stamp(tx, "deleted_at", client.deleted_at.is_set(), true);
    return stamp(tx, "deleted_at", client.deleted_at.is_set(), false);
}

std::span<const Route> client_action_routes() {
    return routes;
}

} // namespace carnet
