// Versions of deliverables and what the team does with their state (CF-26). Contacts answer in the
// portal: answer_deliverable().
#include "backend/app.hpp"
#include "backend/features/access.hpp"
#include "backend/features/client_sheet.hpp"
#include "backend/features/clients.hpp"
#include "backend/features/portal_certificate.hpp"
#include "backend/features/project_records.hpp"
#include "backend/features/projects.hpp"
#include "backend/features/uploads.hpp"
#include "backend/mail/outbox.hpp"
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

// The contacts hear of it only where they can see it.
void tell_contacts(Context& c, const Deliverable& deliverable) {
    const auto project = find<Project>(c.tx, deliverable.project_id);
    if (!project || !project->is_portal_visible)
        return;
    queue_event(
        c.tx,
        {.kind = "to_approve",
         .client_id = deliverable.client_id,
         .subject = deliverable.name,
         .path = "/portal/projects/" + std::to_string(project->id),
         .entity = "deliverable",
         .entity_id = deliverable.id}
    );
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
    if (auto set =
            set_deliverable_state(c.tx, *deliverable, DeliverableState::to_approve, c.language());
        !set)
        return set.error();
    tell_contacts(c, *deliverable);
    if (auto told = record_delivery_event(c.tx, *deliverable, version->number, c.language()); !told)
        return told.error();
    return json_response(answer_with(c, deliverable->id));
}

// A new version is what the contacts are asked about from now on; answers to earlier ones stay with
// theirs (CF-26).
Status ask_about(Context& c, Deliverable& deliverable, std::int64_t number) {
    if (deliverable.state != DeliverableState::to_approve)
        if (auto set = set_deliverable_state(
                c.tx, deliverable, DeliverableState::to_approve, c.language()
            );
            !set)
            return set;
    tell_contacts(c, deliverable);
    return record_delivery_event(c.tx, deliverable, number, c.language());
}

Result<Response> post_version(Context& c) {
    auto deliverable = open_deliverable(c);
    if (!deliverable)
        return deliverable.error();
    if (auto known = refuse_unknown(c.request.json, {"upload", "note"}, c.language()); !known)
        return known.error();
    const auto file = take_upload(c, json_string(c.request.json, "upload"));
    if (!file)
        return file.error();
    const auto latest = latest_version(c.tx, deliverable->id);
    DeliverableVersion version;
    version.client_id = deliverable->client_id;
    version.deliverable_id = {deliverable->id};
    version.number = latest ? latest->number + 1 : 1;
    version.file_name = file->name;
    version.sha256 = file->sha256;
    version.size_bytes = file->size;
    version.media_type = file->media_type;
    version.note = json_string(c.request.json, "note");
    c.tx.set_action("deliverable_version", {{"name", deliverable->name}});
    if (const auto id = insert(c.tx, version, c.language()); !id)
        return id.error();
    if (auto asked = ask_about(c, *deliverable, version.number); !asked)
        return asked.error();
    Json answer = answer_with(c, deliverable->id);
    answer["deliverable_version"] =
        entity_json(c.tx, c.actor, EntityOf<DeliverableVersion>::spec, &version, version.id);
    return json_response(answer, 201);
}

Result<Response> get_file(Context& c) {
    const auto version = find<DeliverableVersion>(c.tx, c.request.id());
    if (!version || !sees_client(c.tx, c.actor, version->client_id))
        return not_found(c.language());
    const bool inline_ok = c.request.query_param("inline") == "1";
    return file_response(
        c.request, c.app, version->sha256, version->file_name, version->media_type, inline_ok
    );
}

// The same page the contact gets.
Result<Response> get_certificate(Context& c) {
    const auto approval = find<Approval>(c.tx, c.request.id());
    if (!approval || !sees_client(c.tx, c.actor, approval->client_id))
        return not_found(c.language());
    return certificate_response(c, *approval);
}

// Takes it back before anybody answered.
Result<Response> withdraw(Context& c) {
    auto deliverable = open_deliverable(c);
    if (!deliverable)
        return deliverable.error();
    if (deliverable->state != DeliverableState::to_approve)
        return make_error(ErrorCode::conflict, tr(texts::not_awaiting_approval, c.language()));
    c.tx.set_action("deliverable_withdraw", {{"name", deliverable->name}});
    if (auto set =
            set_deliverable_state(c.tx, *deliverable, DeliverableState::preparing, c.language());
        !set)
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
    write(
        Method::post,
        "/api/deliverables/:id/versions",
        Permission::projects_edit,
        &post_version,
        "Adds a finished upload as the next version and asks for its approval",
        &EntityOf<DeliverableVersion>::spec
    )
        .takes("{upload: string, note?: string}")
        .gives("written & {deliverable, deliverable_version}"),
    get("/api/deliverable-versions/:id/file",
        Permission::clients_read,
        &get_file,
        "The file of a version; inline=1 to look at it")
        .asks("inline"),
    get("/api/approvals/:id/certificate",
        Permission::clients_read,
        &get_certificate,
        "The certificate of a contact's answer, a PDF of one page"),
    state_route(
        "/api/deliverables/:id/submit", &submit, "Asks the contacts to approve the latest version"
    )
        .takes("{}")
        .gives("written & {deliverable}"),
    state_route(
        "/api/deliverables/:id/withdraw", &withdraw, "Takes a deliverable back from approval"
    )
        .takes("{}")
        .gives("written & {deliverable}"),
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
