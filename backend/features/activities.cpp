// See activities.hpp. An activity is changed by whoever logged it, others' by those who may edit
// the client.
#include "backend/features/activities.hpp"

#include "backend/app.hpp"
#include "backend/db/records.hpp"
#include "backend/features/access.hpp"
#include "backend/features/client_records.hpp"
#include "backend/features/client_sheet.hpp"
#include "backend/features/clients.hpp"
#include "backend/features/document_access.hpp"
#include "shared/core/json.hpp"
#include "shared/core/text.hpp"
#include "shared/texts/server_clients.hpp"
#include "shared/texts/validation.hpp"

#include <algorithm>

namespace carnet {

namespace {

const EntitySpec& spec = EntityOf<Activity>::spec;
constexpr std::int64_t day_ms = 86'400'000;

Json activity_json(Context& c, const Activity& activity) {
    Json json = entity_json(c.tx, c.actor, spec, &activity, activity.id);
    json["body"] = activity_text(activity, c.language());
    json["automatic"] = activity.kind >= ActivityKind::state_change;
    json["by"] = c.app.directory().state()->user_name(activity.created_by);
    return json;
}

// "call,note": several kinds with OR; empty is all.
Result<std::string> kinds_clause(Context& c) {
    const auto kinds = c.request.query_param("kinds");
    if (kinds.empty())
        return std::string();
    std::string list;
    for (const auto word : text::split(kinds, ',')) {
        const auto known = std::any_of(
            activity_kind_choices.begin(),
            activity_kind_choices.end(),
            [&](auto& choice) { return choice.value == word; }
        );
        if (!known)
            return invalid("kinds", tr(texts::bad_parameter, c.language()));
        list += (list.empty() ? "'" : ",'") + std::string(word) + "'";
    }
    return " AND kind IN (" + list + ")";
}

// `before` is the "next" of the page before: "2026-11-19T10:42:00.000Z,812".
struct Before {
    std::string at = "9";
    std::int64_t id = INT64_MAX;
};
Result<Before> parse_before(Context& c) {
    Before before;
    const std::string given(c.request.query_param("before"));
    if (given.empty())
        return before;
    const auto comma = given.find(',');
    const auto at = parse_iso_instant(given.substr(0, comma));
    if (!at)
        return invalid("before", tr(texts::bad_parameter, c.language()));
    before.at = to_iso(*at);
    before.id = 0;
    if (comma == std::string::npos)
        return before;
    const auto digits = given.substr(comma + 1);
    if (!text::all_digits(digits) || digits.size() > 18)
        return invalid("before", tr(texts::bad_parameter, c.language()));
    before.id = std::stoll(digits);
    return before;
}

Result<Response> timeline(Context& c) {
    const auto client_id = c.request.id();
    if (auto may = require(c, client_id, Permission::history_read); !may)
        return may.error();
    const auto limit = c.request.query_int("limit", 50, 1, 200);
    if (!limit)
        return invalid("limit", tr(texts::bad_parameter, c.language()));
    const auto kinds = kinds_clause(c);
    if (!kinds)
        return kinds.error();
    const auto before = parse_before(c);
    if (!before)
        return before.error();
    const auto found = find_all<Activity>(
        c.tx,
        "WHERE client_id = :client AND (happened_at < :at OR (happened_at = :at AND id < :id))" +
            *kinds + visible_activities(c.tx, c.actor, client_id) +
            " ORDER BY happened_at DESC, id DESC LIMIT :limit",
        [&](Statement& s) {
            s.bind("client", client_id)
                .bind("at", before->at)
                .bind("id", before->id)
                .bind("limit", *limit + 1);
        }
    );
    Json items = Json::array();
    const auto count = std::min<std::size_t>(found.size(), static_cast<std::size_t>(*limit));
    for (std::size_t i = 0; i < count; ++i)
        items.push_back(activity_json(c, found[i]));
    Json answer{{"next", nullptr}, {"position", c.tx.position()}};
    if (found.size() > count)
        answer["next"] =
            to_iso(found[count - 1].happened_at) + "," + std::to_string(found[count - 1].id);
    answer["activities"] = std::move(items);
    return json_response(answer);
}

bool is_contact_of(Transaction& tx, std::int64_t client_id, std::int64_t contact_id) {
    auto statement = tx.prepare(
        "SELECT 1 FROM client_contact WHERE client_id = :client AND contact_id = :contact"
    );
    statement.bind("client", client_id).bind("contact", contact_id);
    return statement.step();
}

// Kind and text, and that participants and project belong to the client: another client's would
// leak here.
std::vector<FieldError> check_activity(Context& c, const Activity& activity) {
    auto errors = check(activity, c.language());
    for (const auto contact : activity.contact_ids) {
        if (is_contact_of(c.tx, activity.client_id, contact))
            continue;
        errors.push_back({"contact_ids", tr(texts::contact_elsewhere, c.language())});
        break;
    }
    if (activity.project_id.id != 0) {
        const auto project = find<Project>(c.tx, activity.project_id);
        if (!project || project->client_id.id != activity.client_id.id)
            errors.push_back({"project_id", tr(texts::project_elsewhere, c.language())});
    }
    // A day ahead is allowed for wrong clocks and time zones.
    if (activity.happened_at.ms > c.tx.now().ms + day_ms)
        errors.push_back({"happened_at", tr(texts::in_the_future, c.language())});
    return errors;
}

Json client_param(Transaction& tx, std::int64_t client_id) {
    const auto client = find<Client>(tx, client_id);
    return {{"client", client ? display_name(*client) : std::string()}};
}

Json answer_with(Context& c, std::int64_t id) {
    Json answer = write_answer(c);
    if (const auto activity = find<Activity>(c.tx, id))
        answer["activity"] = activity_json(c, *activity);
    return answer;
}

Result<Response> post(Context& c) {
    const auto client_id = c.request.id();
    if (auto may = require(c, client_id, Permission::activities_log); !may)
        return may.error();
    Activity activity;
    if (auto parsed = parse_new(spec, c.request.json, &activity, "", c.language()); !parsed)
        return parsed.error();
    activity.client_id = {client_id};
    if (!activity.happened_at.is_set())
        activity.happened_at = c.tx.now();
    if (auto errors = check_activity(c, activity); !errors.empty())
        return Error{ErrorCode::invalid, tr(texts::check_fields, c.language()), std::move(errors)};
    c.tx.set_action("activity_create", client_param(c.tx, client_id));
    const auto id = insert(c.tx, activity, c.language());
    if (!id)
        return id.error();
    return json_response(answer_with(c, *id), 201);
}

// The activity of the path when the actor may change it.
Result<Activity> own_activity(Context& c) {
    const auto activity = find<Activity>(c.tx, c.request.id());
    if (!activity || !sees_client(c.tx, c.actor, activity->client_id))
        return not_found(c.language());
    const bool own = activity->created_by.id == c.actor.user_id;
    const auto needed = own ? Permission::activities_log : Permission::clients_edit;
    if (auto may = require(c, activity->client_id, needed); !may)
        return may.error();
    if (activity->kind >= ActivityKind::state_change)
        return make_error(ErrorCode::forbidden, tr(texts::automatic_activity, c.language()));
    return *activity;
}

Result<Response> patch(Context& c) {
    const auto before = own_activity(c);
    if (!before)
        return before.error();
    const auto changes =
        parse_changes(spec, json_at(c.request.json, "fields"), c.tx.position(), c.language());
    if (!changes)
        return changes.error();
    c.tx.set_action("activity_update", client_param(c.tx, before->client_id));
    const auto rules = [&](const void* row) {
        return check_activity(c, *static_cast<const Activity*>(row));
    };
    const auto changed = update(c.tx, spec, before->id, *changes, c.language(), rules);
    if (!changed)
        return changed.error();
    return json_response(answer_with(c, before->id));
}

Result<Response> remove_activity(Context& c) {
    const auto before = own_activity(c);
    if (!before)
        return before.error();
    c.tx.set_action("activity_delete", client_param(c.tx, before->client_id));
    remove(c.tx, spec, before->id);
    return json_response(write_answer(c));
}

constexpr Route routes[] = {
    get("/api/clients/:id/timeline",
        Permission::history_read,
        &timeline,
        "The client's timeline, latest first; before, kinds, limit",
        &EntityOf<Activity>::spec)
        .asks("before kinds limit:integer")
        .gives("{activities: [logged], next: string|null, position}"),
    write(
        Method::post,
        "/api/clients/:id/activities",
        Permission::activities_log,
        &post,
        "Logs a call, e-mail, text message, meeting or note",
        &EntityOf<Activity>::spec
    )
        .takes("new_activity")
        .gives("written & {activity: logged}"),
    write(
        Method::patch,
        "/api/activities/:id",
        Permission::activities_log,
        &patch,
        "Changes an activity",
        &EntityOf<Activity>::spec
    )
        .takes("{fields: field_changes}")
        .gives("written & {activity: logged}"),
    {.method = Method::del,
     .pattern = "/api/activities/:id",
     .permission = Permission::activities_log,
     .handler = &remove_activity,
     .access = Access::write,
     .summary = "Deletes an activity",
     .entity = &EntityOf<Activity>::spec,
     .answer = "written"},
};

} // namespace

std::span<const Route> activity_routes() {
    return routes;
}

} // namespace carnet
