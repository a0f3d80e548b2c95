// Versions of deliverables and what the team does with their state (CF-26). Contacts answer in the
// portal: answer_deliverable().
#include "backend/features/access.hpp"
#include "backend/features/client_sheet.hpp"
#include "backend/features/clients.hpp"
#include "backend/features/project_records.hpp"
#include "backend/features/projects.hpp"
#include "shared/core/json.hpp"
#include "shared/texts/server_projects.hpp"

namespace carnet {

namespace {

const EntitySpec& spec = EntityOf<Deliverable>::spec;

bool has_answers(Transaction& tx, std::string_view column, std::int64_t id) {
    auto statement =
        tx.prepare("SELECT 1 FROM approval WHERE " + std::string(column) + " = :id LIMIT 1");
    statement.bind("id", id);
    return statement.step();
}

Result<Deliverable> open_deliverable(Context& c) {
    auto deliverable = find<Deliverable>(c.tx, c.request.id());
    if (!deliverable || !sees_client(c.tx, c.actor, deliverable->client_id))
        return not_found(c.language());
    if (auto may = require(c, deliverable->client_id, Permission::projects_edit); !may)
        return may.error();
    return std::move(*deliverable);
}

Json answer_with(Context& c, std::int64_t id) {
    Json answer = write_answer(c);
    if (const auto deliverable = find<Deliverable>(c.tx, id))
        answer["deliverable"] = entity_json(c.tx, c.actor, spec, &*deliverable, id);
    return answer;
}

Status set_state(Context& c, Deliverable& deliverable, DeliverableState state) {
    deliverable.state = state;
    const auto word = deliverable_state_choices[static_cast<std::size_t>(state)].value;
    const FieldChange changed = change(spec, "state", std::string(word));
    auto done = update(c.tx, spec, deliverable.id, {&changed, 1}, c.language());
    return done ? Status(Ok{}) : Status(done.error());
}

// Asks the client's contacts again about the version there is.
Result<Response> submit(Context& c) {
    auto deliverable = open_deliverable(c);
    if (!deliverable)
        return deliverable.error();
    const auto version = latest_version(c.tx, deliverable->id);
    if (!version)
        return make_error(ErrorCode::conflict, tr(texts::no_version_yet, c.language()));
    if (has_answers(c.tx, "version_id", version->id))
        return make_error(ErrorCode::conflict, tr(texts::already_answered, c.language()));
    if (deliverable->state == DeliverableState::to_approve)
        return json_response(answer_with(c, deliverable->id));
    c.tx.set_action("deliverable_submit", {{"name", deliverable->name}});
    if (auto set = set_state(c, *deliverable, DeliverableState::to_approve); !set)
        return set.error();
    if (auto told = record_delivery_event(c.tx, *deliverable, version->number, c.language()); !told)
        return told.error();
    return json_response(answer_with(c, deliverable->id));
}

// Takes it back before anybody answered.
Result<Response> withdraw(Context& c) {
    auto deliverable = open_deliverable(c);
    if (!deliverable)
        return deliverable.error();
    if (deliverable->state != DeliverableState::to_approve)
        return make_error(ErrorCode::conflict, tr(texts::not_awaiting_approval, c.language()));
    c.tx.set_action("deliverable_withdraw", {{"name", deliverable->name}});
    if (auto set = set_state(c, *deliverable, DeliverableState::preparing); !set)
        return set.error();
    const auto version = latest_version(c.tx, deliverable->id);
    if (auto told =
            record_delivery_event(c.tx, *deliverable, version ? version->number : 0, c.language());
        !told)
        return told.error();
    return json_response(answer_with(c, deliverable->id));
}

// The body of these is empty; one is read and ignored.
constexpr Route state_route(std::string_view pattern, Handler handler, std::string_view summary) {
    return {
        .method = Method::post,
        .pattern = pattern,
        .permission = Permission::projects_edit,
        .handler = handler,
        .access = Access::write,
        .summary = summary,
        .entity = &EntityOf<Deliverable>::spec};
}

constexpr Route routes[] = {
    state_route(
        "/api/deliverables/:id/submit", &submit, "Asks the contacts to approve the latest version"
    ),
    state_route(
        "/api/deliverables/:id/withdraw", &withdraw, "Takes a deliverable back from approval"
    ),
};

} // namespace

Status remove_versions(Transaction& tx, std::int64_t deliverable_id, Language language) {
    if (has_answers(tx, "deliverable_id", deliverable_id))
        return make_error(ErrorCode::conflict, tr(texts::deliverable_has_approvals, language));
    const auto versions = find_all<DeliverableVersion>(
        tx,
        "WHERE deliverable_id = :deliverable ORDER BY number",
        [&](Statement& s) { s.bind("deliverable", deliverable_id); }
    );
    for (const auto& version : versions)
        remove(tx, EntityOf<DeliverableVersion>::spec, version.id);
    return Ok{};
}

std::span<const Route> deliverable_routes() {
    return routes;
}

} // namespace carnet
