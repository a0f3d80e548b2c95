// Projects as their pages show them: the list of all one may see, and one project with everything
// that hangs on it.
#include "backend/app.hpp"
#include "backend/features/access.hpp"
#include "backend/features/book_sync.hpp"
#include "backend/features/client_sheet.hpp"
#include "backend/features/portal_read.hpp"
#include "backend/features/project_records.hpp"
#include "backend/features/projects.hpp"
#include "shared/core/json.hpp"
#include "shared/core/text.hpp"
#include "shared/domain/milestone.hpp"
#include "shared/domain/project_task.hpp"
#include "shared/texts/server_clients.hpp"

#include <algorithm>
#include <map>

namespace carnet {

namespace {

constexpr std::size_t state_count = project_state_choices.size();

// What the list's address asks for.
struct Query {
    std::vector<std::string> words; // Folded; each must occur in the project's or client's name.
    std::array<bool, state_count> states{}; // None: all.
    std::int64_t client_id = 0;
    std::string sort; // "": what runs first, each state by deadline.
    bool descending = false;
    std::int64_t limit = 60;
    std::int64_t offset = 0;
};

constexpr std::string_view sort_words[] = {
    "name", "client", "state", "progress", "budget_cents", "due_on"};

Status parse_states(std::string_view list, Query& query, Language language) {
    for (const auto word : text::split(list, ',')) {
        std::size_t state = 0;
        while (state < state_count && project_state_choices[state].value != word)
            ++state;
        if (state == state_count)
            return invalid("state", tr(texts::bad_parameter, language));
        query.states[state] = true;
    }
    return Ok{};
}

Status parse_sort(std::string_view word, Query& query, Language language) {
    query.descending = word.substr(0, 1) == "-";
    query.sort = word.substr(query.descending ? 1 : 0);
    if (std::find(std::begin(sort_words), std::end(sort_words), query.sort) == std::end(sort_words))
        return invalid("sort", tr(texts::bad_parameter, language));
    return Ok{};
}

Result<Query> parse_query(Context& c) {
    Query query;
    const auto number =
        [&](std::string_view name, std::int64_t min, std::int64_t max, std::int64_t& value
        ) -> Status {
        const auto given = c.request.query_int(name, value, min, max);
        if (!given)
            return invalid(name, tr(texts::bad_parameter, c.language()));
        value = *given;
        return Ok{};
    };
    const std::string folded = text::fold(c.request.query_param("q"));
    for (const auto word : text::split(folded, ' '))
        if (!word.empty())
            query.words.emplace_back(word);
    if (const auto states = c.request.query_param("state"); !states.empty())
        if (auto r = parse_states(states, query, c.language()); !r)
            return r.error();
    if (const auto sort = c.request.query_param("sort"); !sort.empty())
        if (auto r = parse_sort(sort, query, c.language()); !r)
            return r.error();
    if (auto r = number("client", 0, INT64_MAX, query.client_id); !r)
        return r.error();
    if (auto r = number("limit", 0, 500, query.limit); !r)
        return r.error();
    if (auto r = number("offset", 0, INT32_MAX, query.offset); !r)
        return r.error();
    return query;
}

struct Found {
    Project project;
    std::string client_name;
    std::string sort_key; // French order, when sorted by a name.
};

// The clients whose projects the list may show, by id. Archived ones are out of lists; asking for
// one client finds it all the same.
std::map<std::int64_t, std::string> visible_clients(Context& c, const Query& query) {
    std::map<std::int64_t, std::string> names;
    auto statement = c.tx.prepare(
        query.client_id ? "SELECT DISTINCT client_id FROM project WHERE client_id = :client"
                        : "SELECT DISTINCT client_id FROM project"
    );
    if (query.client_id)
        statement.bind("client", query.client_id);
    const BookReader book(c.app);
    while (statement.step()) {
        const auto id = statement.integer(0);
        const Slot slot = book->slot_of(id);
        if (slot == no_slot || !can_see(c.actor, book->audience(slot)))
            continue;
        if (!query.client_id && book->archived(slot))
            continue;
        names.emplace(id, book->name(slot));
    }
    return names;
}

bool has_words(const Query& query, const Found& found) {
    if (query.words.empty())
        return true;
    const std::string key = text::fold(found.project.name + " " + found.client_name);
    return std::all_of(query.words.begin(), query.words.end(), [&](const std::string& word) {
        return key.find(word) != std::string::npos;
    });
}

bool has_state(const Query& query, ProjectState state) {
    const bool all =
        std::find(query.states.begin(), query.states.end(), true) == query.states.end();
    return all || query.states[static_cast<std::size_t>(state)];
}

// Less than 0, 0, more than 0.
template <class T>
int compare(const T& a, const T& b) {
    return a < b ? -1 : b < a ? 1 : 0;
}

// Projects without a deadline come after those with one.
std::int32_t due_days(const Project& project) {
    return project.due_on.is_set() ? project.due_on.days : INT32_MAX;
}

int compare_by(const Query& query, const Found& a, const Found& b) {
    if (query.sort == "name" || query.sort == "client")
        return compare(a.sort_key, b.sort_key);
    if (query.sort == "state")
        return compare(a.project.state, b.project.state);
    if (query.sort == "progress")
        return compare(a.project.progress, b.project.progress);
    if (query.sort == "budget_cents")
        return compare(a.project.budget_cents, b.project.budget_cents);
    const int states = query.sort.empty() ? compare(a.project.state, b.project.state) : 0;
    return states != 0 ? states : compare(due_days(a.project), due_days(b.project));
}

void sort_found(const Query& query, std::vector<Found>& rows) {
    for (Found& row : rows)
        if (query.sort == "name" || query.sort == "client")
            row.sort_key =
                text::french_sort_key(query.sort == "name" ? row.project.name : row.client_name);
    std::sort(rows.begin(), rows.end(), [&](const Found& a, const Found& b) {
        const int order = compare_by(query, a, b);
        if (order != 0)
            return query.descending ? order > 0 : order < 0;
        return a.project.id < b.project.id;
    });
}

std::int64_t count(Transaction& tx, const char* sql, std::int64_t project_id) {
    auto statement = tx.prepare(sql);
    statement.bind("project", project_id);
    return statement.step() ? statement.integer(0) : 0;
}

Json row_json(Context& c, const Found& found) {
    const Project& project = found.project;
    Json json = to_json(EntityOf<Project>::spec, &project, project.id, c.actor);
    json["client_name"] = found.client_name;
    json["next_milestone"] = nullptr;
    json["to_approve"] = count(
        c.tx,
        "SELECT count(*) FROM deliverable WHERE project_id = :project AND state = 'to_approve'",
        project.id
    );
    const auto next = find_all<Milestone>(
        c.tx,
        "WHERE project_id = :project AND is_done = 0 ORDER BY due_on IS NULL, due_on, id LIMIT 1",
        [&](Statement& s) { s.bind("project", project.id); }
    );
    if (!next.empty())
        json["next_milestone"] = {
            {"name", next[0].name},
            {"due_on", next[0].due_on.is_set() ? Json(to_iso(next[0].due_on)) : Json()}};
    return json;
}

Result<Response> list(Context& c) {
    const auto query = parse_query(c);
    if (!query)
        return query.error();
    const auto clients = visible_clients(c, *query);
    std::array<std::int64_t, state_count> by_state{};
    std::int64_t budget = 0;
    std::vector<Found> rows;
    const std::string tail = query->client_id ? "WHERE client_id = :client" : "";
    const auto projects = find_all<Project>(c.tx, tail, [&](Statement& s) {
        if (query->client_id)
            s.bind("client", query->client_id);
    });
    for (const Project& project : projects) {
        const auto client = clients.find(project.client_id);
        if (client == clients.end())
            continue;
        Found found{project, client->second, {}};
        if (!has_words(*query, found))
            continue;
        ++by_state[static_cast<std::size_t>(project.state)];
        if (!has_state(*query, project.state))
            continue;
        budget += project.budget_cents;
        rows.push_back(std::move(found));
    }
    sort_found(*query, rows);
    const auto first = std::min(static_cast<std::size_t>(query->offset), rows.size());
    const auto last = std::min(rows.size(), first + static_cast<std::size_t>(query->limit));
    Json states = Json::object();
    for (std::size_t i = 0; i < state_count; ++i)
        states[std::string(project_state_choices[i].value)] = by_state[i];
    Json answer{
        {"totals", {{"count", rows.size()}, {"budget_cents", budget}, {"by_state", states}}},
        {"next", last < rows.size() ? Json(last) : Json()},
        {"position", c.tx.position()}};
    answer["rows"] = Json::array();
    for (auto i = first; i < last; ++i)
        answer["rows"].push_back(row_json(c, rows[i]));
    return json_response(answer);
}

template <class T>
Json rows_json(Context& c, std::int64_t id, std::string_view tail) {
    const auto rows =
        find_all<T>(c.tx, "WHERE " + std::string(tail), [&](Statement& s) { s.bind("id", id); });
    Json list = Json::array();
    for (const T& row : rows)
        list.push_back(entity_json(c.tx, c.actor, EntityOf<T>::spec, &row, row.id));
    return list;
}

Json deliverables_json(Context& c, std::int64_t project_id) {
    Json list = rows_json<Deliverable>(c, project_id, "project_id = :id ORDER BY id");
    for (Json& deliverable : list) {
        const auto id = json_int(deliverable, "id");
        deliverable["versions"] =
            rows_json<DeliverableVersion>(c, id, "deliverable_id = :id ORDER BY number DESC");
        for (Json& version : deliverable["versions"])
            version["by"] = c.app.directory().state()->user_name(json_int(version, "created_by"));
        deliverable["approvals"] =
            rows_json<Approval>(c, id, "deliverable_id = :id ORDER BY decided_at DESC, id DESC");
        for (Json& approval : deliverable["approvals"])
            approval["by"] = approver_name(
                c.tx, json_string(approval, "contact_name"), json_int(approval, "contact_id")
            );
    }
    return list;
}

Result<Response> read_project(Context& c) {
    const auto project = open_project(c, c.request.id(), Permission::clients_read);
    if (!project)
        return project.error();
    const auto client = find<Client>(c.tx, project->client_id);
    Json answer{
        {"project", entity_json(c.tx, c.actor, EntityOf<Project>::spec, &*project, project->id)},
        {"client", {{"id", client->id}, {"name", display_name(*client)}}},
        {"may",
         {{"projects_edit", bool(require(c, client->id, Permission::projects_edit))},
          {"activities_log", bool(require(c, client->id, Permission::activities_log))}}},
        {"position", c.tx.position()}};
    answer["milestones"] = rows_json<Milestone>(
        c, project->id, "project_id = :id ORDER BY due_on IS NULL, due_on, id"
    );
    answer["tasks"] =
        rows_json<ProjectTask>(c, project->id, "project_id = :id ORDER BY position, id");
    answer["deliverables"] = deliverables_json(c, project->id);
    return json_response(answer);
}

constexpr Route routes[] = {
    get("/api/projects",
        Permission::clients_read,
        &list,
        "Projects one may see: q, state, client, sort, limit, offset",
        &EntityOf<Project>::spec)
        .asks("q state client:integer sort limit:integer offset:integer")
        .gives("{rows: [project & {client_name: string, to_approve: integer, next_milestone: "
               "{name: string, due_on: string|null}|null}], totals: {count: integer, budget_cents: "
               "integer, by_state: {*: integer}}, next, position}"),
    get("/api/projects/:id",
        Permission::clients_read,
        &read_project,
        "A project with its milestones, tasks and deliverables",
        &EntityOf<Project>::spec)
        .gives("{project: project, client: {id: integer, name: string}, milestones: [milestone], "
               "tasks: [task], deliverables: [deliverable & {versions: [deliverable_version & {by: "
               "string}], approvals: [approval & {by: string, version: integer}]}], may: {*: "
               "boolean}, position}"),
};

} // namespace

std::span<const Route> project_page_routes() {
    return routes;
}

} // namespace carnet
