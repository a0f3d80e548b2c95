// Projections of projects, deliverables and messages. See portal_read.hpp; documents are in
// portal_documents.cpp.
#include "backend/features/portal_read.hpp"

#include "backend/app.hpp"
#include "backend/db/records.hpp"
#include "backend/features/portal_conversations.hpp"
#include "backend/features/project_records.hpp"
#include "backend/http/embedded_files.hpp"
#include "backend/secrets.hpp"
#include "shared/core/json.hpp"
#include "shared/domain/client.hpp"
#include "shared/domain/message.hpp"
#include "shared/domain/milestone.hpp"
#include "shared/domain/project_task.hpp"
#include "shared/texts/server_portal.hpp"

#include <algorithm>

namespace carnet {

namespace {

std::string_view word(ProjectState state) {
    return project_state_choices[static_cast<std::size_t>(state)].value;
}
std::string_view word(DeliverableState state) {
    return deliverable_state_choices[static_cast<std::size_t>(state)].value;
}
std::string_view word(ApprovalDecision decision) {
    return approval_decision_choices[static_cast<std::size_t>(decision)].value;
}

Json date_json(Date date) {
    return date.is_set() ? Json(to_iso(date)) : Json(nullptr);
}

Json milestones_json(Transaction& tx, std::int64_t project_id) {
    Json list = Json::array();
    const auto found = find_all<Milestone>(
        tx,
        "WHERE project_id = :project ORDER BY due_on IS NULL, due_on, id",
        [&](Statement& s) { s.bind("project", project_id); }
    );
    for (const Milestone& one : found)
        list.push_back(
            {{"id", one.id},
             {"name", one.name},
             {"due_on", date_json(one.due_on)},
             {"is_done", one.is_done}}
        );
    return list;
}

Json tasks_json(Transaction& tx, const PortalPlace& place, const Project& project) {
    Json list = Json::array();
    if (!place.rights.tasks)
        return list;
    const auto found = find_all<ProjectTask>(
        tx,
        "WHERE project_id = :project ORDER BY is_done, position, id",
        [&](Statement& s) { s.bind("project", project.id); }
    );
    for (const ProjectTask& one : found)
        if (task_sight(place.rights, project, one) == Sight::seen)
            list.push_back(
                {{"id", one.id},
                 {"name", one.name},
                 {"due_on", date_json(one.due_on)},
                 {"is_done", one.is_done}}
            );
    return list;
}

Json project_json(const Project& project) {
    return {
        {"id", project.id},
        {"name", project.name},
        {"summary", project.summary},
        {"state", word(project.state)},
        {"progress", project.progress},
        {"started_on", date_json(project.started_on)},
        {"due_on", date_json(project.due_on)}};
}

std::vector<Deliverable> deliverables_of(Transaction& tx, std::int64_t project_id) {
    return find_all<Deliverable>(tx, "WHERE project_id = :project ORDER BY id", [&](Statement& s) {
        s.bind("project", project_id);
    });
}

Json message_json(Context& c, const Message& message, const ReadMarks& marks) {
    const bool by_contact = message.author_contact_id.id != 0;
    const bool mine = by_contact && message.author_contact_id.id == c.contact->contact_id;
    const auto mark = marks.find(message.project_id.id);
    const bool unread = !mine && (mark == marks.end() || mark->second < message.id);
    return {
        {"id", message.id},
        {"body", message.body},
        {"by",
         by_contact ? portal_contact_name(c.tx, message.author_contact_id.id)
                    : portal_user_name(c.app, message.author_user_id.id, c.language())},
        {"mine", mine},
        {"unread", unread},
        {"at", to_iso(message.created_at)},
        {"project_id", message.project_id.id ? Json(message.project_id.id) : Json(nullptr)}};
}

// Whom to ask: the person in charge of the client.
Json team_json(Context& c, const PortalPlace& place) {
    const auto client = find<Client>(c.tx, place.client_id);
    const auto people = c.app.directory().state();
    for (const User& user : people->users)
        if (client && user.id == client->owner_id.id && user.is_active)
            return {{"name", user.name}, {"email", user.email}, {"phone", user.phone}};
    return nullptr;
}

} // namespace

Result<const PortalPlace*> portal_place(Context& c) {
    const PortalPlace* place = c.contact->place(c.request.id());
    if (!place)
        return not_found(c.language());
    return place;
}

std::string portal_user_name(App& app, std::int64_t user_id, Language language) {
    const std::string name(app.directory().state()->user_name(user_id));
    return name.empty() ? std::string(tr(texts::portal_team, language)) : name;
}

std::string portal_contact_name(Transaction& tx, std::int64_t contact_id) {
    const auto contact = find<Contact>(tx, contact_id);
    return contact ? display_name(*contact) : std::string();
}

std::string approver_name(Transaction& tx, std::string_view then, std::int64_t contact_id) {
    return then.empty() ? portal_contact_name(tx, contact_id) : std::string(then);
}

std::vector<Project> portal_projects(Transaction& tx, const PortalPlace& place) {
    if (!place.rights.projects)
        return {};
    auto projects = find_all<Project>(
        tx,
        "WHERE client_id = :client ORDER BY CASE state WHEN 'running' "
        "THEN 0 WHEN 'waiting' THEN 1 WHEN 'done' THEN 2 ELSE 3 END, due_on IS NULL, due_on, id",
        [&](Statement& s) { s.bind("client", place.client_id); }
    );
    std::erase_if(projects, [&](const Project& project) {
        return project_sight(place.rights, project) != Sight::seen;
    });
    return projects;
}

std::optional<Project> portal_project(Transaction& tx, const PortalActor& actor, std::int64_t id) {
    auto project = find<Project>(tx, id);
    const PortalPlace* place = project ? actor.place(project->client_id.id) : nullptr;
    if (!place || project_sight(place->rights, *project) != Sight::seen)
        return std::nullopt;
    return project;
}

std::vector<DeliverableVersion> portal_versions(Transaction& tx, const Deliverable& deliverable) {
    // What is in preparation again shows only what was answered before.
    const bool preparing = deliverable.state == DeliverableState::preparing;
    return find_all<DeliverableVersion>(
        tx,
        preparing
            ? "WHERE deliverable_id = :deliverable AND EXISTS (SELECT 1 FROM approval a WHERE "
              "a.version_id = deliverable_version.id) ORDER BY number DESC"
            : "WHERE deliverable_id = :deliverable ORDER BY number DESC",
        [&](Statement& s) { s.bind("deliverable", deliverable.id); }
    );
}

std::optional<Deliverable>
portal_deliverable(Transaction& tx, const PortalActor& actor, std::int64_t id) {
    auto deliverable = find<Deliverable>(tx, id);
    const PortalPlace* place = deliverable ? actor.place(deliverable->client_id.id) : nullptr;
    const auto project = place ? find<Project>(tx, deliverable->project_id.id) : std::nullopt;
    if (!project || project->client_id.id != place->client_id ||
        portal_deliverable_sight(tx, *place, *project, *deliverable) != Sight::seen)
        return std::nullopt;
    return deliverable;
}

Sight portal_deliverable_sight(
    Transaction& tx,
    const PortalPlace& place,
    const Project& project,
    const Deliverable& deliverable
) {
    const Sight sight = project_sight(place.rights, project);
    if (sight != Sight::seen)
        return sight;
    return portal_versions(tx, deliverable).empty() ? Sight::in_preparation : Sight::seen;
}

Sight portal_message_sight(Transaction& tx, const PortalPlace& place, const Message& message) {
    if (!place.rights.projects)
        return Sight::no_projects;
    auto row = tx.prepare(
        "SELECT 1 FROM message m WHERE m.id = :id AND " + std::string(portal_message_condition)
    );
    if (row.bind("id", message.id).bind("client", place.client_id).step())
        return Sight::seen;
    return message.visibility == ShareState::shared ? Sight::project_hidden : Sight::internal;
}

Json portal_session_json(App& app, Transaction& tx, const PortalActor& actor) {
    Json clients = Json::array();
    for (const PortalPlace& place : actor.places) {
        const PortalRights& rights = place.rights;
        clients.push_back(
            {{"id", place.client_id},
             {"name", place.name},
             {"unread", portal_unread_count(tx, actor.contact_id, place)},
             {"rights",
              {{"projects", rights.projects},
               {"tasks", rights.tasks},
               {"comment", rights.comment},
               {"approve", rights.approve},
               {"documents", rights.documents},
               {"invoices", rights.invoices}}}}
        );
    }
    return {
        {"contact",
         {{"id", actor.contact_id},
          {"name", actor.name},
          {"first_name", actor.first_name},
          {"email", actor.email},
          {"language", language_tag(actor.language)}}},
        {"workspace", {{"name", app.directory().state()->workspace.name}}},
        {"clients", std::move(clients)},
        {"preview", actor.preview()},
        {"build", embedded_build_id()}};
}

Json portal_deliverable_json(Context& c, const Deliverable& deliverable) {
    const auto project = find<Project>(c.tx, deliverable.project_id.id);
    const PortalPlace* place = c.contact->place(deliverable.client_id.id);
    Json versions = Json::array(), approvals = Json::array();
    const auto shown = portal_versions(c.tx, deliverable);
    for (const DeliverableVersion& one : shown)
        versions.push_back(
            {{"id", one.id},
             {"number", one.number},
             {"file_name", one.file_name},
             {"note", one.note},
             {"media_type", one.media_type},
             {"size_bytes", one.size_bytes},
             {"created_at", to_iso(one.created_at)},
             {"by", portal_user_name(c.app, one.created_by.id, c.language())}}
        );
    const auto answers = find_all<Approval>(
        c.tx,
        "WHERE deliverable_id = :deliverable ORDER BY id DESC",
        [&](Statement& s) { s.bind("deliverable", deliverable.id); }
    );
    for (const Approval& one : answers) {
        const auto version =
            std::find_if(shown.begin(), shown.end(), [&](const DeliverableVersion& v) {
                return v.id == one.version_id.id;
            });
        approvals.push_back(
            {{"id", one.id},
             {"version", version == shown.end() ? 0 : version->number},
             {"version_id", one.version_id.id},
             {"decision", word(one.decision)},
             {"comment", one.comment},
             {"by", approver_name(c.tx, one.contact_name, one.contact_id.id)},
             {"at", to_iso(one.decided_at)},
             {"sha256", one.sha256}}
        );
    }
    const bool waits = deliverable.state == DeliverableState::to_approve;
    return {
        {"id", deliverable.id},
        {"name", deliverable.name},
        {"description", deliverable.description},
        {"state", word(deliverable.state)},
        {"project_id", deliverable.project_id.id},
        {"project", project ? project->name : ""},
        {"may_answer", waits && place && place->rights.approve},
        {"versions", std::move(versions)},
        {"approvals", std::move(approvals)}};
}

Json portal_waiting_json(Context& c, const PortalPlace& place) {
    Json waiting = Json::array();
    for (const Project& project : portal_projects(c.tx, place))
        for (const Deliverable& deliverable : deliverables_of(c.tx, project.id))
            if (deliverable.state == DeliverableState::to_approve &&
                portal_deliverable_sight(c.tx, place, project, deliverable) == Sight::seen)
                waiting.push_back(portal_deliverable_json(c, deliverable));
    return waiting;
}

Json portal_home_json(Context& c, const PortalPlace& place) {
    Json projects = Json::array();
    for (const Project& project : portal_projects(c.tx, place)) {
        Json json = project_json(project);
        Json milestones = milestones_json(c.tx, project.id);
        Json next = nullptr;
        for (const Json& milestone : milestones)
            if (next.is_null() && !json_bool(milestone, "is_done"))
                next = milestone;
        json["next_milestone"] = std::move(next);
        json["milestones"] = std::move(milestones);
        projects.push_back(std::move(json));
    }
    return {
        {"projects", std::move(projects)},
        {"to_approve", portal_waiting_json(c, place)},
        {"documents", portal_latest_files(c, place, 5)},
        {"messages", portal_messages_json(c, place, 0, 5)["items"]},
        {"new_documents", portal_new_files(c, place)},
        {"team", team_json(c, place)}};
}

Json portal_project_json(Context& c, const Project& project) {
    const PortalPlace* place = c.contact->place(project.client_id.id);
    Json deliverables = Json::array();
    for (const Deliverable& deliverable : deliverables_of(c.tx, project.id))
        if (place && portal_deliverable_sight(c.tx, *place, project, deliverable) == Sight::seen)
            deliverables.push_back(portal_deliverable_json(c, deliverable));
    Json json = project_json(project);
    json["client_id"] = project.client_id.id;
    return {
        {"project", std::move(json)},
        {"milestones", milestones_json(c.tx, project.id)},
        {"tasks", place ? tasks_json(c.tx, *place, project) : Json(Json::array())},
        {"deliverables", std::move(deliverables)}};
}

Json portal_messages_json(
    Context& c, const PortalPlace& place, std::int64_t project_id, std::int64_t limit
) {
    Json items = Json::array();
    // Whoever follows the projects reads along; writing takes the right to comment.
    if (!place.rights.projects)
        return {{"items", std::move(items)}, {"conversations", Json::array()}};
    std::string where = "AS m WHERE " + std::string(portal_message_condition);
    if (project_id)
        where += " AND m.project_id = :project";
    const auto found =
        find_all<Message>(c.tx, where + " ORDER BY m.id DESC LIMIT :limit", [&](Statement& s) {
            s.bind("client", place.client_id).bind("limit", limit);
            if (project_id)
                s.bind("project", project_id);
        });
    const ReadMarks marks = portal_read_marks(c.tx, c.contact->contact_id, place.client_id);
    for (const Message& message : found)
        items.push_back(message_json(c, message, marks));
    return {{"items", std::move(items)}, {"conversations", portal_conversations_json(c, place)}};
}

std::string portal_fingerprint(Context& c, const PortalPlace& place) {
    std::string all = dump(portal_session_json(c.app, c.tx, *c.contact)) + place.name;
    for (const Project& project : portal_projects(c.tx, place))
        all += dump(portal_project_json(c, project));
    all += dump(portal_messages_json(c, place, 0, 100));
    all += dump(portal_latest_files(c, place, 5000));
    return hash_of(all);
}

} // namespace carnet
