// Home, projects, deliverables and the answers to them.
#include "backend/app.hpp"
#include "backend/db/records.hpp"
#include "backend/features/portal.hpp"
#include "backend/features/portal_certificate.hpp"
#include "backend/features/portal_read.hpp"
#include "backend/features/portal_readings.hpp"
#include "backend/features/project_records.hpp"
#include "backend/files/file_response.hpp"
#include "backend/local_time.hpp"
#include "shared/core/json.hpp"
#include "shared/core/text.hpp"
#include "shared/domain/activity.hpp"
#include "shared/domain/client.hpp"
#include "shared/texts/server_portal.hpp"
#include "shared/texts/validation.hpp"

namespace carnet {

namespace {

Result<Response> get_home(Context& c) {
    const auto place = portal_place(c);
    if (!place)
        return place.error();
    portal_note_visit(c, (*place)->client_id);
    return json_response(portal_home_json(c, **place));
}

Result<Response> get_project(Context& c) {
    const auto project = portal_project(c.tx, *c.contact, c.request.id());
    if (!project)
        return not_found(c.language());
    return json_response(portal_project_json(c, *project));
}

Result<Response> post_answer(Context& c) {
    for (const auto& [name, value] : c.request.json.items())
        if (name != "version" && name != "decision" && name != "comment")
            return invalid(name, tr(texts::unknown_field, c.language()));
        else if (name != "version" && !value.is_string())
            return invalid(name, tr(texts::wrong_type, c.language()));
    const auto id = portal_answer(
        c,
        {.deliverable_id = c.request.id(),
         .version_id = json_int(c.request.json, "version"),
         .decision = json_string(c.request.json, "decision"),
         .comment = json_string(c.request.json, "comment")}
    );
    if (!id)
        return id.error();
    const auto deliverable = portal_deliverable(c.tx, *c.contact, c.request.id());
    return json_response(
        {{"approval", *id}, {"deliverable", portal_deliverable_json(c, *deliverable)}}, 201
    );
}

// The file of a version that was handed over.
Result<Response> get_file(Context& c) {
    const auto version = find<DeliverableVersion>(c.tx, c.request.id());
    const auto deliverable =
        version ? portal_deliverable(c.tx, *c.contact, version->deliverable_id.id) : std::nullopt;
    if (!deliverable)
        return not_found(c.language());
    for (const DeliverableVersion& open : portal_versions(c.tx, *deliverable))
        if (open.id == version->id) {
            Response response = file_response(
                c.request,
                c.app,
                version->sha256,
                version->file_name,
                version->media_type,
                c.request.has_query_param("inline")
            );
            note_deliverable_reading(c, *version, response);
            return response;
        }
    return not_found(c.language());
}

Result<Response> get_certificate(Context& c) {
    const auto approval = find<Approval>(c.tx, c.request.id());
    if (!approval || !portal_deliverable(c.tx, *c.contact, approval->deliverable_id.id))
        return not_found(c.language());
    return certificate_response(c, *approval);
}

// What happened instead, in one sentence.
Error too_late(Context& c, const Deliverable& deliverable, const PortalAnswer& answer) {
    const auto answers = find_all<Approval>(
        c.tx,
        "WHERE deliverable_id = :deliverable AND version_id = :version",
        [&](Statement& s) {
            s.bind("deliverable", deliverable.id).bind("version", answer.version_id);
        }
    );
    const auto latest = latest_version(c.tx, deliverable.id);
    if (latest && latest->id != answer.version_id)
        return make_error(
            ErrorCode::conflict,
            fill(
                tr(texts::portal_newer_version, c.language()),
                {{"n", std::to_string(latest->number)}}
            )
        );
    if (answers.empty())
        return make_error(ErrorCode::conflict, tr(texts::portal_not_waiting, c.language()));
    const Approval& first = answers.front();
    const auto& choice = approval_decision_choices[static_cast<std::size_t>(first.decision)];
    return make_error(
        ErrorCode::conflict,
        fill(
            tr(texts::portal_answered, c.language()),
            {{"by", approver_name(c.tx, first.contact_name, first.contact_id.id)},
             {"when", format_relative(first.decided_at, c.language(), local_clock(c.tx.now()))},
             {"decision", tr(choice.label, c.language())},
             {"n", std::to_string(latest ? latest->number : 0)}}
        )
    );
}

constexpr Route routes[] = {
    get("/api/portal/clients/:id/home",
        Portal::contact,
        &get_home,
        "Portal: projects, what awaits approval, latest documents and messages")
        .gives("{projects: [portal_project & {next_milestone: portal_step|null, milestones: "
               "[portal_step]}], to_approve: [portal_deliverable], documents: [portal_file], "
               "messages: [portal_message], new_documents: integer, team: {name: string, email: "
               "string, phone: string}|null}"),
    get("/api/portal/projects/:id",
        Portal::contact,
        &get_project,
        "Portal: a project with milestones, shared tasks and deliverables")
        .gives("{project: portal_project & {client_id: integer}, milestones: [portal_step], tasks: "
               "[portal_step], deliverables: [portal_deliverable]}"),
    write(
        Method::post,
        "/api/portal/deliverables/:id/answer",
        Portal::contact,
        &post_answer,
        "Portal: approves a version or requests corrections: {version, decision, comment}"
    )
        .takes("{version: integer, decision: string, comment?: string}")
        .gives("{approval: integer, deliverable: portal_deliverable}"),
    get("/api/portal/deliverable-versions/:id/file",
        Portal::contact,
        &get_file,
        "Portal: the file of a version; inline=1 to look at it")
        .asks("inline"),
    get("/api/portal/approvals/:id/certificate",
        Portal::contact,
        &get_certificate,
        "Portal: certificate of an answer, a one-page PDF"),
};

} // namespace

Result<std::int64_t> portal_answer(Context& c, const PortalAnswer& answer) {
    const auto deliverable = portal_deliverable(c.tx, *c.contact, answer.deliverable_id);
    const PortalPlace* place = deliverable ? c.contact->place(deliverable->client_id.id) : nullptr;
    const auto version = find<DeliverableVersion>(c.tx, answer.version_id);
    if (!place || !version || version->deliverable_id.id != deliverable->id)
        return not_found(c.language());
    if (!place->rights.approve)
        return make_error(ErrorCode::forbidden, tr(texts::portal_no_approve, c.language()));
    const bool approved = answer.decision == "approved";
    if (!approved && answer.decision != "changes_requested")
        return invalid("decision", tr(texts::plain_choose_decision, c.language()));
    const std::string comment = text::clean_lines(answer.comment);
    if (!approved && comment.empty())
        return invalid("comment", tr(texts::portal_comment_required, c.language()));
    c.tx.set_action("deliverable_answer", {{"name", deliverable->name}});
    auto id = answer_deliverable(
        c.tx,
        {.version_id = answer.version_id,
         .contact_id = c.contact->contact_id,
         .decision = approved ? ApprovalDecision::approved : ApprovalDecision::changes_requested,
         .comment = comment},
        c.language()
    );
    if (!id && id.error().code == ErrorCode::conflict)
        return too_late(c, *deliverable, answer);
    return id;
}

void portal_note_visit(Context& c, std::int64_t client_id) {
    if (c.contact->preview())
        return;
    const auto contact = c.contact->contact_id;
    constexpr std::int64_t day = 86'400'000;
    const Instant today{c.app.now().ms / day * day};
    const auto known = [&](Transaction& tx) {
        auto statement = tx.prepare(
            "SELECT 1 FROM activity WHERE client_id = :client AND kind = 'portal_visit' AND "
            "happened_at >= :today AND contact_ids = :contact"
        );
        statement.bind("client", client_id).bind("today", today);
        statement.bind("contact", "[" + std::to_string(contact) + "]");
        return statement.step();
    };
    if (known(c.tx))
        return;
    c.app.database().write(0, [&](Transaction& tx) {
        if (known(tx))
            return false;
        tx.set_contact(contact);
        tx.set_action("portal_visit", {{"name", c.contact->name}});
        Activity visit;
        visit.client_id = {client_id};
        visit.kind = ActivityKind::portal_visit;
        visit.happened_at = tx.now();
        visit.contact_ids = {contact};
        return static_cast<bool>(insert(tx, visit, c.language()));
    });
}

std::span<const Route> portal_project_routes() {
    return routes;
}

} // namespace carnet
