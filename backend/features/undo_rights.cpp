// See undo_rights.hpp.
#include "backend/features/undo_rights.hpp"

#include "backend/db/records.hpp"
#include "backend/features/access.hpp"
#include "backend/features/book_rows.hpp"
#include "backend/features/document_journal.hpp"
#include "backend/features/project_records.hpp"
#include "backend/features/users.hpp"
#include "shared/core/json.hpp"
#include "shared/texts/server_clients.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace carnet {

namespace {

// Changing a field needs its right; creating or removing a row that of its first field.
Permission permission_of(const EntitySpec& spec, const JournalRow& row) {
    const Field* field = row.field.empty() ? nullptr : find_field(spec, row.field);
    return field ? field->write : spec.fields[0].write;
}

// A client that does not exist at the moment concerns whom it concerned when it was taken away.
Status may_restore_client(Context& c, std::span<const JournalRow> rows, std::int64_t client_id) {
    for (const auto& row : rows) {
        if (row.entity != "client" || row.entity_id != client_id || row.op != JournalOp::remove)
            continue;
        const auto json = parse_json(row.old_value, c.language());
        const Audience audience{json ? json_int(*json, "owner_id") : 0, {}};
        if (!can_see(c.actor, audience))
            return not_found(c.language());
        if (!can(c.actor, Permission::clients_edit, audience))
            return forbidden(c.language());
        return Ok{};
    }
    return not_found(c.language());
}

Status may_write_client(
    Context& c, std::span<const JournalRow> rows, std::int64_t client_id, Permission permission
) {
    const auto access = client_access(c.tx, client_id);
    if (!access.exists)
        return may_restore_client(c, rows, client_id);
    if (!sees_client(c.tx, c.actor, client_id))
        return not_found(c.language());
    if (!can(c.actor, permission, access.audience()))
        return forbidden(c.language());
    return Ok{};
}

// Passwords and sessions hang on an account: it is deactivated, never taken away. What a contact
// approved is evidence.
bool is_never_undone(const JournalRow& row) {
    return (row.entity == "user" && row.op != JournalOp::update) || row.entity == "approval" ||
           (row.entity == "workspace" && row.op != JournalOp::update);
}

Status may_write_view(Context& c, const JournalRow& row) {
    const auto& whole = row.op == JournalOp::remove ? row.old_value : row.new_value;
    const auto view = find<SavedView>(c.tx, row.entity_id);
    const auto json = parse_json(whole, c.language());
    const std::int64_t user = view ? view->user_id.id : json ? json_int(*json, "user_id") : 0;
    return user == c.actor.user_id ? Status(Ok{}) : not_found(c.language());
}

Status
may_write_row(Context& c, const EntitySpec& spec, const JournalRow& row, bool contact_is_new) {
    if (row.entity == "saved_view")
        return may_write_view(c, row);
    if (row.entity == "user")
        return may_undo_user(c, row);
    const Permission permission = permission_of(spec, row);
    // A contact made in this very action hangs on its client's row, which is asked about by itself.
    if (row.entity == "contact")
        return contact_is_new ? Status(Ok{}) : require_contact(c, row.entity_id, permission);
    if (!c.actor.may(permission))
        return forbidden(c.language());
    return Ok{};
}

} // namespace

bool never_undone(std::string_view kind) {
    constexpr std::string_view kinds[] = {
        "portal_invite", "portal_join", "portal_view_as", "mail_settings"};
    return std::find(std::begin(kinds), std::end(kinds), kind) != std::end(kinds);
}

Status may_undo(Context& c, const Action& action, std::span<const JournalRow> rows) {
    // The mail has left: taking the access away is an action of its own.
    if (never_undone(action.kind))
        return make_error(ErrorCode::conflict, tr(texts::cannot_undo, c.language()));
    const bool own = action.user_id == c.actor.user_id && action.user_id != 0;
    const bool needs_right = !own || action.kind == "import";
    if (needs_right && !c.actor.may(Permission::bulk_undo))
        return own ? forbidden(c.language()) : not_found(c.language());
    std::set<std::pair<std::int64_t, Permission>> asked;
    std::set<std::int64_t> new_contacts;
    DocumentReader documents(c.tx, c.actor);
    for (const auto& row : rows)
        if (row.entity == "contact" && row.op != JournalOp::update)
            new_contacts.insert(row.entity_id);
    for (const auto& row : rows) {
        const EntitySpec* spec = find_entity(row.entity);
        if (!spec || is_never_undone(row))
            return make_error(ErrorCode::conflict, tr(texts::cannot_undo, c.language()));
        if (is_settled(c.tx, row, rows))
            continue;
        // What moved from one client to another concerns both.
        if (row.field == "client_id" && row.op == JournalOp::update) {
            const auto old_client = parse_ids(row.old_value);
            for (const auto id : old_client)
                if (auto may = may_write_client(c, rows, id, permission_of(*spec, row)); !may)
                    return may;
        }
        if (row.client_id != 0 && !documents.writes(row))
            return documents.sees(row) ? forbidden(c.language()) : not_found(c.language());
        if (row.client_id == 0) {
            if (auto may = may_write_row(c, *spec, row, new_contacts.contains(row.entity_id)); !may)
                return may;
        } else if (asked.emplace(row.client_id, permission_of(*spec, row)).second) {
            auto may = may_write_client(c, rows, row.client_id, permission_of(*spec, row));
            if (!may)
                return may;
        }
    }
    return Ok{};
}

} // namespace carnet
