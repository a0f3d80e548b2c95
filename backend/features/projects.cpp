// See projects.hpp.
#include "backend/features/projects.hpp"

#include "backend/db/records.hpp"
#include "backend/features/access.hpp"
#include "backend/features/client_records.hpp"
#include "backend/features/client_sheet.hpp"
#include "backend/features/clients.hpp"
#include "shared/core/json.hpp"
#include "shared/texts/server_clients.hpp"
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

Result<Response> patch(Context& c) {
    const auto before = find<Project>(c.tx, c.request.id());
    if (!before || !sees_client(c.tx, c.actor, before->client_id))
        return not_found(c.language());
    if (auto may = require(c, before->client_id, Permission::projects_edit); !may)
        return may.error();
    const auto changes = parse_changes(spec, json_at(c.request.json, "fields"), c.language());
    if (!changes)
        return changes.error();
    c.tx.set_action("project_update", {{"name", before->name}});
    const auto rules = [&](const void* row) {
        return check(*static_cast<const Project*>(row), c.language());
    };
    const auto changed = update(c.tx, spec, before->id, *changes, c.language(), rules);
    if (!changed)
        return changed.error();
    const auto after = find<Project>(c.tx, before->id);
    if (after->state != before->state)
        if (auto told = record_project_event(c.tx, *after, c.language()); !told)
            return told.error();
    return json_response(answer_with(c, before->id));
}

bool has_activities(Transaction& tx, std::int64_t project_id) {
    auto statement = tx.prepare("SELECT 1 FROM activity WHERE project_id = :project");
    statement.bind("project", project_id);
    return statement.step();
}

Result<Response> remove_project(Context& c) {
    const auto before = find<Project>(c.tx, c.request.id());
    if (!before || !sees_client(c.tx, c.actor, before->client_id))
        return not_found(c.language());
    if (auto may = require(c, before->client_id, Permission::projects_edit); !may)
        return may.error();
    if (has_activities(c.tx, before->id))
        return make_error(ErrorCode::conflict, tr(texts::project_has_activities, c.language()));
    c.tx.set_action("project_delete", {{"name", before->name}});
    remove(c.tx, spec, before->id);
    return json_response(write_answer(c));
}

constexpr Route routes[] = {
    write(
        Method::post,
        "/api/clients/:id/projects",
        Permission::projects_edit,
        &post,
        "Creates a project of a client",
        &EntityOf<Project>::spec
    ),
    write(
        Method::patch,
        "/api/projects/:id",
        Permission::projects_edit,
        &patch,
        "Changes fields of a project",
        &EntityOf<Project>::spec
    ),
    {.method = Method::del,
     .pattern = "/api/projects/:id",
     .permission = Permission::projects_edit,
     .handler = &remove_project,
     .access = Access::write,
     .summary = "Deletes a project nothing refers to",
     .entity = &EntityOf<Project>::spec},
};

} // namespace

std::span<const Route> project_routes() {
    return routes;
}

} // namespace carnet
