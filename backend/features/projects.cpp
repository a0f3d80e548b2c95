// See projects.hpp.
#include "backend/features/projects.hpp"

#include "backend/db/records.hpp"
#include "backend/features/access.hpp"
#include "backend/features/client_records.hpp"
#include "backend/features/client_sheet.hpp"
#include "backend/features/clients.hpp"
#include "backend/features/project_records.hpp"
#include "shared/core/json.hpp"
#include "shared/domain/activity.hpp"
#include "shared/texts/server.hpp"
#include "shared/texts/server_clients.hpp"
#include "shared/texts/server_projects.hpp"
#include "shared/texts/validation.hpp"

namespace carnet {

namespace {

const EntitySpec& spec = EntityOf<Project>::spec;

Json answer_with(Context& c, std::int64_t id) {
    Json answer = write_answer(c);
    if (const auto project = find<Project>(c.tx, id))
        answer["project"] = entity_json(c.tx, c.actor, spec, &*project, id);
    return answer;
}

Result<Response> post(Context& c) {
    const auto client_id = c.request.id();
    if (auto may = require(c, client_id, Permission::projects_edit); !may)
        return may.error();
    Project project;
    if (auto parsed = parse_new(spec, c.request.json, &project, "", c.language()); !parsed)
        return parsed.error();
    project.client_id = {client_id};
    if (project.progress_mode == ProgressMode::tasks)
        project.progress = 0; // No task yet.
    if (auto errors = check(project, c.language()); !errors.empty())
        return Error{ErrorCode::invalid, tr(texts::check_fields, c.language()), std::move(errors)};
    c.tx.set_action("project_create", {{"name", project.name}});
    const auto id = insert(c.tx, project, c.language());
    if (!id)
        return id.error();
    if (auto told = record_project_event(c.tx, project, c.language()); !told)
        return told.error();
    return json_response(answer_with(c, *id), 201);
}

// Nobody enters what the tasks give.
bool enters_derived_progress(const Project& before, const Project& after) {
    return after.progress_mode == ProgressMode::tasks && after.progress != before.progress;
}

Result<Response> patch(Context& c) {
    const auto before = open_project(c, c.request.id(), Permission::projects_edit);
    if (!before)
        return before.error();
    const auto changes =
        parse_changes(spec, json_at(c.request.json, "fields"), c.tx.position(), c.language());
    if (!changes)
        return changes.error();
    c.tx.set_action("project_update", {{"name", before->name}});
    const auto rules = [&](const void* row) {
        const Project& project = *static_cast<const Project*>(row);
        auto errors = check(project, c.language());
        if (enters_derived_progress(*before, project))
            errors.push_back({"progress", tr(texts::progress_from_tasks, c.language())});
        return errors;
    };
    const auto changed = update(c.tx, spec, before->id, *changes, c.language(), rules);
    if (!changed)
        return changed.error();
    const auto after = find<Project>(c.tx, before->id);
    if (after->state != before->state)
        if (auto told = record_project_event(c.tx, *after, c.language()); !told)
            return told.error();
    if (auto settled = settle_project(c.tx, before->id, c.language()); !settled)
        return settled.error();
    return json_response(answer_with(c, before->id));
}

// True when a row of the table names the project.
bool any_row(Transaction& tx, std::string_view from_where, std::int64_t project_id) {
    auto statement = tx.prepare("SELECT 1 FROM " + std::string(from_where) + " LIMIT 1");
    statement.bind("project", project_id);
    return statement.step();
}

bool has_answers(Transaction& tx, std::int64_t project_id) {
    return any_row(
        tx,
        "approval a JOIN deliverable d ON d.id = a.deliverable_id WHERE d.project_id = :project",
        project_id
    );
}

template <class T>
Ids ids_of(Transaction& tx, std::int64_t project_id) {
    auto statement = tx.prepare(
        "SELECT id FROM " + std::string(EntityOf<T>::spec.table) +
        " WHERE project_id = :project ORDER BY id"
    );
    statement.bind("project", project_id);
    Ids ids;
    while (statement.step())
        ids.push_back(statement.integer(0));
    return ids;
}

template <class T>
void remove_all(Transaction& tx, std::int64_t project_id) {
    for (const auto id : ids_of<T>(tx, project_id))
        remove(tx, EntityOf<T>::spec, id);
}

// With everything that hangs on it: the journal puts it all back.
Result<Response> remove_project(Context& c) {
    const auto before = open_project(c, c.request.id(), Permission::projects_edit);
    if (!before)
        return before.error();
    if (any_row(c.tx, "activity WHERE project_id = :project", before->id))
        return make_error(ErrorCode::conflict, tr(texts::project_has_activities, c.language()));
    if (has_answers(c.tx, before->id))
        return make_error(ErrorCode::conflict, tr(texts::project_has_approvals, c.language()));
    c.tx.set_action("project_delete", {{"name", before->name}});
    for (const auto id : ids_of<Deliverable>(c.tx, before->id))
        if (auto removed = remove_versions(c.tx, id, c.language()); !removed)
            return removed.error();
    remove_all<Deliverable>(c.tx, before->id);
    remove_all<ProjectTask>(c.tx, before->id);
    remove_all<Milestone>(c.tx, before->id);
    remove(c.tx, spec, before->id);
    return json_response(write_answer(c));
}

// Calls and notes stay with the people they were exchanged with; they only stop naming the project.
Status leave_activities(Context& c, std::int64_t project_id) {
    const FieldChange none = change(EntityOf<Activity>::spec, "project_id", Value{});
    for (const auto id : ids_of<Activity>(c.tx, project_id)) {
        auto left = update(c.tx, EntityOf<Activity>::spec, id, {&none, 1}, c.language());
        if (!left)
            return left.error();
    }
    return Ok{};
}

Status tell_move(Context& c, const Project& project, std::int64_t client_id, const char* state) {
    const Json what{{"state", state}, {"name", project.name}, {"project", project.id}};
    return record_event(c.tx, client_id, ActivityKind::project, what, c.language());
}

// The client to move to: one the actor sees and whose projects they may edit.
Result<std::int64_t> target_client(Context& c) {
    if (auto known = refuse_unknown(c.request.json, {"client_id", "version"}, c.language()); !known)
        return known.error();
    const auto id = json_int(c.request.json, "client_id");
    const auto may = require(c, id, Permission::projects_edit);
    if (!may && may.error().code == ErrorCode::not_found)
        return invalid("client_id", tr(texts::not_a_reference, c.language()));
    if (!may)
        return may.error();
    return id;
}

// Links the project to another client (CF-29): one client per project, everything below it follows.
Result<Response> move_project(Context& c) {
    const auto before = open_project(c, c.request.id(), Permission::projects_edit);
    if (!before)
        return before.error();
    const auto target = target_client(c);
    if (!target)
        return target.error();
    const auto version = read_version(c.request.json, c.tx.position(), "version", c.language());
    if (!version)
        return version.error();
    if (*target == before->client_id.id)
        return json_response(answer_with(c, before->id));
    if (has_answers(c.tx, before->id))
        return make_error(ErrorCode::conflict, tr(texts::project_stays, c.language()));
    c.tx.set_action("project_move", {{"name", before->name}});
    FieldChange client = change(spec, "client_id", *target);
    client.version = *version;
    if (auto moved = update(c.tx, spec, before->id, {&client, 1}, c.language()); !moved)
        return moved.error();
    if (auto left = leave_activities(c, before->id); !left)
        return left.error();
    if (auto settled = settle_project(c.tx, before->id, c.language()); !settled)
        return settled.error();
    if (auto told = tell_move(c, *before, before->client_id, "left"); !told)
        return told.error();
    if (auto told = tell_move(c, *before, *target, "came"); !told)
        return told.error();
    return json_response(answer_with(c, before->id));
}

constexpr Route routes[] = {
    write(
        Method::post,
        "/api/clients/:id/projects",
        Permission::projects_edit,
        &post,
        "Creates a project of a client",
        &EntityOf<Project>::spec
    )
        .takes("new_project")
        .gives("written & {project}"),
    write(
        Method::patch,
        "/api/projects/:id",
        Permission::projects_edit,
        &patch,
        "Changes fields of a project",
        &EntityOf<Project>::spec
    )
        .takes("{fields: field_changes}")
        .gives("written & {project}"),
    {.method = Method::del,
     .pattern = "/api/projects/:id",
     .permission = Permission::projects_edit,
     .handler = &remove_project,
     .access = Access::write,
     .summary = "Deletes a project nobody answered on, with its tasks, milestones and deliverables",
     .entity = &EntityOf<Project>::spec,
     .answer = "written"},
    write(
        Method::post,
        "/api/projects/:id/move",
        Permission::projects_edit,
        &move_project,
        "Links a project to another client",
        &EntityOf<Project>::spec
    )
        .takes("{client_id: integer, version: integer}")
        .gives("written & {project}"),
};

} // namespace

std::span<const Route> project_routes() {
    return routes;
}

} // namespace carnet
