// See access.hpp.
#include "backend/features/access.hpp"

#include "backend/db/transaction.hpp"
#include "backend/features/book_rows.hpp"

namespace carnet {

namespace {

bool may_see(const Actor& actor, const ClientAccess& access) {
    if (!access.exists || !can_see(actor, access.audience()))
        return false;
    return !access.binned || can(actor, Permission::clients_delete, access.audience());
}

} // namespace

ClientAccess client_access(Transaction& tx, std::int64_t client_id) {
    ClientAccess access;
    auto client = tx.prepare("SELECT owner_id, deleted_at FROM client WHERE id = :client");
    client.bind("client", client_id);
    if (!client.step())
        return access;
    access.exists = true;
    access.owner_id = client.integer(0);
    access.binned = !client.is_null(1);
    auto teams = tx.prepare("SELECT team_ids FROM project WHERE client_id = :client");
    teams.bind("client", client_id);
    while (teams.step())
        for (const auto user : parse_ids(teams.view(0)))
            access.assigned_ids.push_back(user);
    return access;
}

bool sees_client(Transaction& tx, const Actor& actor, std::int64_t client_id) {
    return may_see(actor, client_access(tx, client_id));
}

Status require(Context& c, std::int64_t client_id, Permission permission) {
    const auto access = client_access(c.tx, client_id);
    if (!may_see(c.actor, access))
        return not_found(c.language());
    if (access.binned && permission != Permission::clients_delete)
        return not_found(c.language());
    if (!can(c.actor, permission, access.audience()))
        return forbidden(c.language());
    return Ok{};
}

Ids clients_of_contact(Transaction& tx, std::int64_t contact_id) {
    auto statement = tx.prepare("SELECT client_id FROM client_contact WHERE contact_id = :contact");
    statement.bind("contact", contact_id);
    Ids ids;
    while (statement.step())
        ids.push_back(statement.integer(0));
    return ids;
}

Status require_contact(Context& c, std::int64_t contact_id, Permission permission) {
    auto statement = c.tx.prepare("SELECT 1 FROM contact WHERE id = :contact");
    statement.bind("contact", contact_id);
    if (!statement.step())
        return not_found(c.language());
    const Ids clients = clients_of_contact(c.tx, contact_id);
    // Nobody's contact concerns nobody: only grants for all clients reach it.
    if (clients.empty())
        return can(c.actor, permission, Audience{}) ? Status(Ok{}) : not_found(c.language());
    bool seen = false;
    for (const auto client : clients) {
        const auto access = client_access(c.tx, client);
        if (!may_see(c.actor, access))
            continue;
        seen = true;
        if (!access.binned && can(c.actor, permission, access.audience()))
            return Ok{};
    }
    return seen ? forbidden(c.language()) : not_found(c.language());
}

Actor terminal_actor(Language language) {
    Actor actor;
    actor.user_id = INT64_MAX;
    actor.role = Role::owner;
    actor.grants = default_grants(Role::owner);
    actor.language = language;
    return actor;
}

} // namespace carnet
