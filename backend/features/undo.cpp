// See undo.hpp.
#include "backend/features/undo.hpp"

#include "backend/db/records.hpp"
#include "backend/features/access.hpp"
#include "backend/features/client_records.hpp"
#include "backend/features/clients.hpp"
#include "backend/features/inverse.hpp"
#include "backend/features/project_records.hpp"
#include "backend/features/undo_rights.hpp"
#include "shared/core/json.hpp"
#include "shared/texts/server_clients.hpp"
#include "shared/texts/validation.hpp"

#include <algorithm>
#include <optional>

namespace carnet {

namespace {

constexpr std::size_t most_conflicts = 100;

// An undo takes back something somebody did; the undo of an undo does it again. Counted along the
// chain.
bool takes_back(Transaction& tx, Action action) {
    bool back = false;
    while (action.undoes != 0) {
        back = !back;
        const auto next = find_action(tx, action.undoes);
        if (next.empty())
            break;
        action = next.front();
    }
    return back;
}

// One's latest action that still holds, can be taken back at all and is of another kind than that:
// "undo" is what takes back, "redo" what does again.
std::optional<Action> last_action(Context& c, std::string_view other_than) {
    auto statement =
        c.tx.prepare("SELECT id, kind FROM action WHERE user_id = :user AND undone_by IS NULL AND "
                     "kind <> :other ORDER BY id DESC");
    statement.bind("user", c.actor.user_id).bind("other", other_than);
    while (statement.step()) {
        if (never_undone(statement.view(1)))
            continue;
        const auto found = find_action(c.tx, statement.integer(0));
        if (!found.empty())
            return found.front();
    }
    return std::nullopt;
}

// Ctrl+Z, as far back as there is anything.
Result<Action> last_to_undo(Context& c) {
    if (auto action = last_action(c, "undo"))
        return *std::move(action);
    return make_error(ErrorCode::not_found, tr(texts::nothing_to_undo, c.language()));
}

// One's latest undo, unless something new was done since.
Result<Action> last_to_redo(Context& c) {
    if (auto action = last_action(c, "redo"); action && action->kind == "undo")
        return *std::move(action);
    return make_error(ErrorCode::not_found, tr(texts::nothing_to_redo, c.language()));
}

Result<Action> named_action(Context& c) {
    const Json& id = json_at(c.request.json, "action");
    if (!id.is_number_integer())
        return invalid("action", tr(texts::wrong_type, c.language()));
    const auto found = find_action(c.tx, id.get<std::int64_t>());
    if (found.empty())
        return not_found(c.language());
    return found.front();
}

void mark_undone(Transaction& tx, std::int64_t action_id) {
    auto statement = tx.prepare("UPDATE action SET undone_by = :by WHERE id = :id");
    statement.bind("by", tx.action_id()).bind("id", action_id).run();
}

Result<Response> take_back(Context& c, const Action& action) {
    const auto rows = rows_of_action(c.tx, action.id);
    if (auto may = may_undo(c, action, rows); !may)
        return may.error();
    if (action.undone_by != 0)
        return make_error(ErrorCode::conflict, tr(texts::already_undone, c.language()));
    const std::string label = action_text(action, c.language());
    // What was undone is kept as it was recorded, so that each reader gets it in his language.
    const auto params = parse_json(action.params, c.language());
    const Json of{{"kind", action.kind}, {"params", params ? *params : Json::object()}};
    c.tx.set_action(takes_back(c.tx, action) ? "redo" : "undo", {{"label", label}, {"of", of}});
    c.tx.set_undoes(action.id);
    std::vector<FieldError> conflicts;
    for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
        if (is_settled(c.tx, *row, rows))
            continue;
        for (auto& conflict : apply_inverse(c.tx, *row, c.language()))
            if (conflicts.size() < most_conflicts)
                conflicts.push_back(std::move(conflict));
    }
    const bool skip = json_bool(c.request.json, "skip_conflicts");
    if (c.tx.action_id() == 0 || (!conflicts.empty() && !skip))
        return Error{
            ErrorCode::conflict, tr(texts::undo_conflict, c.language()), std::move(conflicts)};
    if (auto settled = settle_projects(c.tx, rows, c.language()); !settled)
        return settled.error();
    mark_undone(c.tx, action.id);
    Json answer = write_answer(c);
    answer["undone"] = action.id;
    answer["label"] = label;
    answer["skipped"] = conflicts.size();
    return json_response(answer);
}

Result<Response> undo(Context& c) {
    if (auto known = refuse_unknown(c.request.json, {"action", "skip_conflicts"}, c.language());
        !known)
        return known.error();
    const auto action = c.request.json.contains("action") ? named_action(c) : last_to_undo(c);
    if (!action)
        return action.error();
    return take_back(c, *action);
}

Result<Response> redo(Context& c) {
    if (auto known = refuse_unknown(c.request.json, {"skip_conflicts"}, c.language()); !known)
        return known.error();
    const auto action = last_to_redo(c);
    if (!action)
        return action.error();
    return take_back(c, *action);
}

// A value of the past: the one before or after the row `seq` of the field, whichever differs from
// today's.
Result<Json> past_value(Context& c, const EntitySpec& spec, std::int64_t id, const Field& field) {
    const std::int64_t seq = json_int(c.request.json, "seq");
    auto statement = c.tx.prepare(
        "SELECT " + std::string(journal_columns) +
        " FROM journal WHERE seq = :seq AND entity = :entity AND entity_id = :id"
    );
    statement.bind("seq", seq).bind("entity", spec.name).bind("id", id);
    if (!statement.step())
        return invalid("seq", tr(texts::no_such_value, c.language()));
    const auto row = read_journal_row(statement);
    if (row.op == JournalOp::update && row.field != field.name)
        return invalid("seq", tr(texts::no_such_value, c.language()));
    auto json =
        parse_json(row.op == JournalOp::update ? row.old_value : row.new_value, c.language());
    if (!json)
        return invalid("seq", tr(texts::no_such_value, c.language()));
    if (row.op != JournalOp::update)
        return json_at(*json, field.name);
    return json;
}

// "Revenir à cette valeur": the value the field had before the change `seq`.
Result<Response> revert(Context& c) {
    const auto id = c.request.id();
    const EntitySpec& spec = EntityOf<Client>::spec;
    if (!sees_client(c.tx, c.actor, id))
        return not_found(c.language());
    if (auto known = refuse_unknown(c.request.json, {"field", "seq"}, c.language()); !known)
        return known.error();
    const Field* field = find_field(spec, json_string(c.request.json, "field"));
    if (!field || field->origin == FieldOrigin::system)
        return invalid("field", tr(texts::unknown_field, c.language()));
    if (auto may = require(c, id, field->write); !may)
        return may.error();
    const auto json = past_value(c, spec, id, *field);
    if (!json)
        return json.error();
    auto value = from_json(*field, *json, c.language());
    if (!value)
        return value.error();
    const auto client = find<Client>(c.tx, id);
    c.tx.set_action("client_revert", {{"name", display_name(*client)}});
    const FieldChange back{field, std::move(*value), any_version};
    const auto changed = change_client(c.tx, *client, {back}, c.language());
    if (!changed)
        return changed.error();
    return json_response(write_answer(c));
}

constexpr Route routes[] = {
    write(
        Method::post,
        "/api/undo",
        Permission::signed_in,
        &undo,
        "Undoes an action, or one's last one; skip_conflicts leaves what was changed since"
    )
        .takes("{action?: integer, skip_conflicts?: boolean}")
        .gives("undone"),
    write(Method::post, "/api/redo", Permission::signed_in, &redo, "Does again what one undid last")
        .takes("{}")
        .gives("undone"),
    write(
        Method::post,
        "/api/clients/:id/revert",
        Permission::clients_read,
        &revert,
        "Puts back the value a field had before a change",
        &EntityOf<Client>::spec
    )
        .takes("{field: string, seq: integer}")
        .gives("written"),
};

} // namespace

std::span<const Route> undo_routes() {
    return routes;
}

} // namespace carnet
