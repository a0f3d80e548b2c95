// Routes of what hangs on a project: milestones, tasks and deliverables. One set of handlers for
// the three; what they differ in is overloaded below. Versions of deliverables: deliverables.cpp.
#include "backend/app.hpp"
#include "backend/features/access.hpp"
#include "backend/features/client_records.hpp"
#include "backend/features/client_sheet.hpp"
#include "backend/features/clients.hpp"
#include "backend/features/project_records.hpp"
#include "backend/features/projects.hpp"
#include "shared/core/json.hpp"
#include "shared/texts/server_projects.hpp"
#include "shared/texts/validation.hpp"

namespace carnet {

namespace {

// Positions leave room, so that moving a task rarely writes another.
constexpr std::int64_t position_step = 1024;

template <class T>
const EntitySpec& spec_for = EntityOf<T>::spec;

template <class T>
void name_action(Context& c, std::string_view verb, const T& child) {
    c.tx.set_action(
        std::string(spec_for<T>.name) + "_" + std::string(verb), {{"name", child.name}}
    );
}

template <class T>
Json answer_with(Context& c, std::int64_t id, std::int64_t project_id) {
    Json answer = write_answer(c);
    if (const auto child = find<T>(c.tx, id))
        answer[std::string(spec_for<T>.name)] =
            entity_json(c.tx, c.actor, spec_for<T>, &*child, id);
    if (const auto project = find<Project>(c.tx, project_id))
        answer["project"] =
            entity_json(c.tx, c.actor, EntityOf<Project>::spec, &*project, project_id);
    return answer;
}

// Whoever a task is given to must see the client.
std::vector<FieldError> check_child(Context& c, const ProjectTask& task) {
    if (task.assignee_id.id == 0)
        return {};
    const Actor person = c.app.directory().state()->actor_of(task.assignee_id);
    if (can_see(person, client_access(c.tx, task.client_id).audience()))
        return {};
    return {{"assignee_id", tr(texts::assignee_sees_nothing, c.language())}};
}
std::vector<FieldError> check_child(Context&, const Milestone&) {
    return {};
}
std::vector<FieldError> check_child(Context&, const Deliverable&) {
    return {};
}

std::int64_t last_position(Transaction& tx, std::int64_t project_id) {
    auto statement =
        tx.prepare("SELECT max(position) FROM project_task WHERE project_id = :project");
    statement.bind("project", project_id);
    return statement.step() ? statement.integer(0) : 0;
}

void prepare_new(Context& c, ProjectTask& task) {
    task.position = last_position(c.tx, task.project_id) + position_step;
    if (task.is_done)
        task.done_at = c.tx.now();
}
void prepare_new(Context& c, Milestone& milestone) {
    if (milestone.is_done)
        milestone.done_at = c.tx.now();
}
void prepare_new(Context&, Deliverable&) {}

// What follows a change beside the project's own figures: a milestone that is reached is told.
Status after_change(Context& c, const Milestone* before, const Milestone& after) {
    if (!after.is_done || (before && before->is_done))
        return Ok{};
    const auto project = find<Project>(c.tx, after.project_id);
    const Json what{
        {"state", "milestone"},
        {"milestone", after.name},
        {"name", project->name},
        {"project", project->id}};
    return record_event(c.tx, after.client_id, ActivityKind::project, what, c.language());
}
Status after_change(Context& c, const ProjectTask*, const ProjectTask& after) {
    return settle_project(c.tx, after.project_id, c.language());
}
Status after_change(Context&, const Deliverable*, const Deliverable&) {
    return Ok{};
}

template <class T>
Result<Response> post_child(Context& c) {
    const auto project = open_project(c, c.request.id(), Permission::projects_edit);
    if (!project)
        return project.error();
    T child;
    if (auto parsed = parse_new(spec_for<T>, c.request.json, &child, "", c.language()); !parsed)
        return parsed.error();
    child.client_id = project->client_id;
    child.project_id = {project->id};
    if (auto errors = check_child(c, child); !errors.empty())
        return Error{ErrorCode::invalid, tr(texts::check_fields, c.language()), std::move(errors)};
    prepare_new(c, child);
    name_action(c, "create", child);
    const auto id = insert(c.tx, child, c.language());
    if (!id)
        return id.error();
    if (auto done = after_change(c, nullptr, child); !done)
        return done.error();
    return json_response(answer_with<T>(c, *id, project->id), 201);
}

// A tick of a task has a rule of its own.
template <class T>
Permission permission_for(Context&, const T&, std::span<const FieldChange>) {
    return Permission::projects_edit;
}
template <>
Permission
permission_for(Context& c, const ProjectTask& task, std::span<const FieldChange> changes) {
    const bool ticks = changes.size() == 1 && changes[0].field->name == "is_done";
    return ticks ? permission_to_tick(task, c.actor.user_id) : Permission::projects_edit;
}

// A tick says when.
void add_done_at(Context& c, const EntitySpec& spec, std::vector<FieldChange>& changes) {
    for (const auto& given : changes) {
        if (given.field->name != "is_done")
            continue;
        const auto* done = std::get_if<bool>(&given.value);
        const bool is_done = done && *done;
        changes.push_back(change(spec, "done_at", is_done ? Value{to_iso(c.tx.now())} : Value{}));
        return;
    }
}

template <class T>
bool is_done_of(const T& child) {
    if constexpr (requires { child.is_done; })
        return child.is_done;
    return false;
}

// Two people ticking the same thing are of one mind: the first time stays.
template <class T>
std::vector<FieldChange> without_repeated_tick(const T& before, std::vector<FieldChange> changes) {
    std::erase_if(changes, [&](const FieldChange& change) {
        const auto* done = std::get_if<bool>(&change.value);
        return change.field->name == "is_done" && done && *done == is_done_of(before);
    });
    return changes;
}

template <class T>
Result<Response> patch_child(Context& c) {
    const auto before = find<T>(c.tx, c.request.id());
    if (!before || !sees_client(c.tx, c.actor, before->client_id))
        return not_found(c.language());
    auto parsed = parse_changes(
        spec_for<T>, json_at(c.request.json, "fields"), c.tx.position(), c.language()
    );
    const auto permission =
        parsed ? permission_for(c, *before, *parsed) : Permission::projects_edit;
    if (auto may = require(c, before->client_id, permission); !may)
        return may.error();
    if (!parsed)
        return parsed.error();
    auto changes = without_repeated_tick(*before, std::move(*parsed));
    add_done_at(c, spec_for<T>, changes);
    name_action(c, "update", *before);
    const auto rules = [&](const void* row) { return check_child(c, *static_cast<const T*>(row)); };
    const auto changed = update(c.tx, spec_for<T>, before->id, changes, c.language(), rules);
    if (!changed)
        return changed.error();
    if (auto done = after_change(c, &*before, *find<T>(c.tx, before->id)); !done)
        return done.error();
    return json_response(answer_with<T>(c, before->id, before->project_id));
}

template <class T>
Status remove_rows_below(Context&, const T&) {
    return Ok{};
}
template <>
Status remove_rows_below(Context& c, const Deliverable& deliverable) {
    return remove_versions(c.tx, deliverable.id, c.language());
}

template <class T>
Result<Response> delete_child(Context& c) {
    const auto before = find<T>(c.tx, c.request.id());
    if (!before || !sees_client(c.tx, c.actor, before->client_id))
        return not_found(c.language());
    if (auto may = require(c, before->client_id, Permission::projects_edit); !may)
        return may.error();
    name_action(c, "delete", *before);
    if (auto removed = remove_rows_below(c, *before); !removed)
        return removed.error();
    remove(c.tx, spec_for<T>, before->id);
    if (auto settled = settle_project(c.tx, before->project_id, c.language()); !settled)
        return settled.error();
    return json_response(answer_with<T>(c, before->id, before->project_id));
}

std::vector<ProjectTask> tasks_of(Transaction& tx, std::int64_t project_id) {
    return find_all<ProjectTask>(
        tx,
        "WHERE project_id = :project ORDER BY position, id",
        [&](Statement& s) { s.bind("project", project_id); }
    );
}

Status set_position(Context& c, const ProjectTask& task, std::int64_t position) {
    if (task.position == position)
        return Ok{};
    const FieldChange moved = change(spec_for<ProjectTask>, "position", position);
    auto changed = update(c.tx, spec_for<ProjectTask>, task.id, {&moved, 1}, c.language());
    return changed ? Status(Ok{}) : Status(changed.error());
}

// Puts a task behind another, or first. Only this task is written as long as there is room.
Status put_after(Context& c, const ProjectTask& task, std::int64_t after) {
    auto tasks = tasks_of(c.tx, task.project_id);
    std::erase_if(tasks, [&](const ProjectTask& other) { return other.id == task.id; });
    auto place = tasks.begin();
    if (after != 0) {
        place = std::find_if(tasks.begin(), tasks.end(), [&](const ProjectTask& other) {
            return other.id == after;
        });
        if (place == tasks.end())
            return invalid("after", tr(texts::task_elsewhere, c.language()));
        ++place;
    }
    const std::int64_t low = place == tasks.begin() ? 0 : (place - 1)->position;
    const std::int64_t high = place == tasks.end() ? low + 2 * position_step : place->position;
    if (high - low >= 2)
        return set_position(c, task, low + (high - low) / 2);
    tasks.insert(place, task);
    for (std::size_t i = 0; i < tasks.size(); ++i)
        if (auto set = set_position(c, tasks[i], static_cast<std::int64_t>(i + 1) * position_step);
            !set)
            return set;
    return Ok{};
}

Result<Response> order_task(Context& c) {
    const auto task = find<ProjectTask>(c.tx, c.request.id());
    if (!task || !sees_client(c.tx, c.actor, task->client_id))
        return not_found(c.language());
    if (auto may = require(c, task->client_id, Permission::projects_edit); !may)
        return may.error();
    if (auto known = refuse_unknown(c.request.json, {"after"}, c.language()); !known)
        return known.error();
    const Json& after = json_at(c.request.json, "after");
    if (!after.is_null() && !after.is_number_integer())
        return invalid("after", tr(texts::wrong_type, c.language()));
    name_action(c, "order", *task);
    if (auto put = put_after(c, *task, json_int(c.request.json, "after")); !put)
        return put.error();
    return json_response(answer_with<ProjectTask>(c, task->id, task->project_id));
}

template <class T>
constexpr Route del_route(std::string_view pattern, std::string_view summary) {
    return {
        .method = Method::del,
        .pattern = pattern,
        .permission = Permission::projects_edit,
        .handler = &delete_child<T>,
        .access = Access::write,
        .summary = summary,
        .entity = &EntityOf<T>::spec};
}

template <class T>
constexpr Route post_route(std::string_view pattern, std::string_view summary) {
    return write(
        Method::post,
        pattern,
        Permission::projects_edit,
        &post_child<T>,
        summary,
        &EntityOf<T>::spec
    );
}

template <class T>
constexpr Route
patch_route(std::string_view pattern, Permission permission, std::string_view summary) {
    return write(Method::patch, pattern, permission, &patch_child<T>, summary, &EntityOf<T>::spec);
}

constexpr Route routes[] = {
    post_route<Milestone>("/api/projects/:id/milestones", "Adds a milestone to a project")
        .takes("new_milestone")
        .gives("written & {milestone, project}"),
    patch_route<Milestone>(
        "/api/milestones/:id", Permission::projects_edit, "Changes or ticks a milestone"
    )
        .takes("{fields: field_changes}")
        .gives("written & {milestone, project}"),
    del_route<Milestone>("/api/milestones/:id", "Deletes a milestone").gives("written & {project}"),
    post_route<ProjectTask>("/api/projects/:id/tasks", "Adds a task to a project, last")
        .takes("new_task")
        .gives("written & {task, project}"),
    patch_route<ProjectTask>(
        "/api/tasks/:id",
        Permission::clients_read,
        "Changes a task; whoever it was given to may tick it"
    )
        .takes("{fields: field_changes}")
        .gives("written & {task, project}"),
    write(
        Method::post,
        "/api/tasks/:id/order",
        Permission::projects_edit,
        &order_task,
        "Puts a task behind another one of its project, first without \"after\"",
        &EntityOf<ProjectTask>::spec
    )
        .takes("{after?: integer|null}")
        .gives("written & {task, project}"),
    del_route<ProjectTask>("/api/tasks/:id", "Deletes a task").gives("written & {project}"),
    post_route<Deliverable>("/api/projects/:id/deliverables", "Adds a deliverable to a project")
        .takes("new_deliverable")
        .gives("written & {deliverable, project}"),
    patch_route<Deliverable>(
        "/api/deliverables/:id", Permission::projects_edit, "Changes a deliverable"
    )
        .takes("{fields: field_changes}")
        .gives("written & {deliverable, project}"),
    del_route<Deliverable>(
        "/api/deliverables/:id", "Deletes a deliverable nobody has answered, with its versions"
    )
        .gives("written & {project}"),
};

} // namespace

std::span<const Route> project_child_routes() {
    return routes;
}

} // namespace carnet
