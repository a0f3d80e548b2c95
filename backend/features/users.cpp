// The team and one's own profile.
#include "backend/features/users.hpp"

#include "backend/app.hpp"
#include "backend/db/records.hpp"
#include "backend/features/access.hpp"
#include "backend/features/client_records.hpp"
#include "backend/features/clients.hpp"
#include "backend/features/sessions.hpp"
#include "backend/sessions.hpp"
#include "shared/core/json.hpp"
#include "shared/core/text.hpp"
#include "shared/domain/project_task.hpp"
#include "shared/texts/server.hpp"
#include "shared/texts/server_clients.hpp"
#include "shared/texts/validation.hpp"

#include <algorithm>
#include <array>

namespace carnet {
namespace {

const EntitySpec& spec = EntityOf<User>::spec;

Json user_json(Context& c, const User& user) {
    Json json = to_json(spec, &user, user.id, c.actor);
    json["version"] = c.tx.position();
    return json;
}

// The rank of a role: lower is more.
bool outranks(Role a, Role b) {
    return static_cast<int>(a) < static_cast<int>(b);
}

// Owners are changed by owners only; nobody gives a role above his own.
Status may_touch(const Actor& actor, Role target, Language language) {
    if (target == Role::owner && actor.role != Role::owner)
        return make_error(ErrorCode::forbidden, tr(texts::owner_protected, language));
    return Ok{};
}

Status may_give(const Actor& actor, Role role, Language language) {
    if (!outranks(role, actor.role))
        return Ok{};
    return invalid("role", tr(texts::role_too_high, language));
}

bool other_owner_exists(Transaction& tx, std::int64_t user_id) {
    Statement row =
        tx.prepare("SELECT 1 FROM user_account WHERE role = 'owner' AND is_active = 1 AND id <> :id"
        );
    return row.bind("id", user_id).step();
}

Result<Response> get_users(Context& c) {
    Json users = Json::array();
    for (const User& user : find_all<User>(c.tx, "ORDER BY id"))
        users.push_back(user_json(c, user));
    // Who has chosen a password: the others still have an invitation open.
    Statement rows = c.tx.prepare("SELECT user_id FROM user_password");
    Ids with_password;
    while (rows.step())
        with_password.push_back(rows.integer(0));
    for (Json& user : users) {
        const std::int64_t id = json_int(user, "id");
        user["invited"] =
            std::find(with_password.begin(), with_password.end(), id) == with_password.end();
        const Instant seen = c.app.sessions().last_seen(id);
        user["last_seen_at"] = seen.is_set() ? Json(to_iso(seen)) : Json();
    }
    return json_response({{"users", std::move(users)}, {"position", c.tx.position()}});
}

Result<Response> post_user(Context& c) {
    User user;
    user.language = c.app.directory().state()->workspace.language;
    if (const Status parsed = parse_new(spec, c.request.json, &user, "", c.language()); !parsed)
        return parsed.error();
    if (const Status given = may_give(c.actor, user.role, c.language()); !given)
        return given.error();
    user.email = text::to_lower(text::trim(user.email));
    user.is_active = true;
    if (email_taken(c.tx, user.email, 0))
        return invalid("email", tr(texts::email_taken, c.language()));
    c.tx.set_action("user_create", {{"name", user.name}});
    const auto id = insert(c.tx, user, c.language());
    if (!id)
        return id.error();
    const std::string token = Sessions::create_link(c.tx, LinkPurpose::invite, *id);
    Response response = json_response(
        {{"user", user_json(c, user)},
         {"link", link_path(LinkPurpose::invite, token)},
         {"action", c.tx.action_id()},
         {"position", c.tx.position()}},
        201
    );
    response.compressible = false;
    return response;
}

// Lower case before anything compares it.
void normalise_email(std::vector<FieldChange>& changes) {
    for (FieldChange& change : changes)
        if (change.field->name == "email")
            if (auto* email = std::get_if<std::string>(&change.value))
                *email = text::to_lower(text::trim(*email));
}

const Value* changed_value(std::span<const FieldChange> changes, std::string_view field) {
    for (const FieldChange& change : changes)
        if (change.field->name == field)
            return &change.value;
    return nullptr;
}

bool stays_active(const User& user, std::span<const FieldChange> changes) {
    const Value* active = changed_value(changes, "is_active");
    return active ? std::get_if<bool>(active) && std::get<bool>(*active) : user.is_active;
}

// The rules that keep a workspace governable.
Status check_user_rules(Context& c, const User& user, const std::vector<FieldChange>& changes) {
    const Language language = c.language();
    Role role = user.role;
    if (const Value* value = changed_value(changes, "role")) {
        const auto* word = std::get_if<std::string>(value);
        if (!word || !parse_role(*word, role))
            return invalid("role", tr(texts::wrong_type, language));
        if (role != user.role)
            if (Status given = may_give(c.actor, role, language); !given)
                return given;
    }
    if (!stays_active(user, changes) && user.id == c.actor.user_id)
        return invalid("is_active", tr(texts::cannot_deactivate_self, language));
    if (Status governed = keeps_an_owner(c.tx, user, changes, language); !governed)
        return governed;
    if (const Value* email = changed_value(changes, "email"))
        if (const auto* address = std::get_if<std::string>(email);
            address && email_taken(c.tx, *address, user.id))
            return invalid("email", tr(texts::email_taken, language));
    return Ok{};
}

Ids team_after(Ids team, std::int64_t from, std::int64_t to) {
    std::erase(team, to);
    std::replace(team.begin(), team.end(), from, to);
    return team;
}

// Clients, places in the teams of projects and open tasks go from one person to another.
Status hand_over(Context& c, std::int64_t from, std::int64_t to) {
    const auto of_user = [&](Statement& s) { s.bind("user", from); };
    const Language language = c.language();
    const char* owned = "WHERE owner_id = :user AND deleted_at IS NULL";
    for (const Client& client : find_all<Client>(c.tx, owned, of_user)) {
        if (auto may = require(c, client.id, Permission::clients_reassign); !may)
            return may;
        const auto done =
            change_client(c.tx, client, {change(EntityOf<Client>::spec, "owner_id", to)}, language);
        if (!done)
            return done.error();
    }
    const auto change_row = [&](const EntitySpec& of, std::int64_t id, const FieldChange& one) {
        auto done = update(c.tx, of, id, {&one, 1}, language);
        return done ? Status(Ok{}) : Status(done.error());
    };
    // The list of a team is JSON: what the pattern finds too much is sorted out here.
    const auto in_team = [&](Statement& s) { s.bind("user", '%' + std::to_string(from) + '%'); };
    for (const Project& project : find_all<Project>(c.tx, "WHERE team_ids LIKE :user", in_team)) {
        const Ids& team = project.team_ids;
        if (std::find(team.begin(), team.end(), from) == team.end())
            continue;
        const auto one =
            change(EntityOf<Project>::spec, "team_ids", team_after(project.team_ids, from, to));
        if (auto done = change_row(EntityOf<Project>::spec, project.id, one); !done)
            return done;
    }
    const auto task = change(EntityOf<ProjectTask>::spec, "assignee_id", to);
    const char* open_tasks = "WHERE assignee_id = :user AND is_done = 0";
    for (const ProjectTask& row : find_all<ProjectTask>(c.tx, open_tasks, of_user))
        if (auto done = change_row(EntityOf<ProjectTask>::spec, row.id, task); !done)
            return done;
    return Ok{};
}

// Who takes over from somebody that is deactivated; nobody when the request does not say.
Status take_over(Context& c, const User& user) {
    const Json& heir = json_at(c.request.json, "heir");
    if (heir.is_null())
        return Ok{};
    const auto next =
        heir.is_number_integer() ? find<User>(c.tx, heir.get<std::int64_t>()) : std::nullopt;
    const auto now = find<User>(c.tx, user.id);
    if (!next || !next->is_active || now->is_active)
        return invalid("heir", tr(texts::wrong_type, c.language()));
    if (!c.actor.may(Permission::clients_reassign) || !c.actor.may(Permission::projects_edit))
        return forbidden(c.language());
    return hand_over(c, user.id, next->id);
}

Result<Response>
save_user(Context& c, const User& user, std::vector<FieldChange> changes, std::string_view kind) {
    normalise_email(changes);
    if (const Status fine = check_user_rules(c, user, changes); !fine)
        return fine.error();
    c.tx.set_action(kind, {{"name", user.name}});
    const auto changed = update(c.tx, spec, user.id, changes, c.language());
    if (!changed)
        return changed.error();
    if (const Status taken = take_over(c, user); !taken)
        return taken.error();
    const auto now = find<User>(c.tx, user.id);
    if (now->email != user.email)
        Sessions::end_mailed_links(c.tx, user.id);
    return json_response(
        {{"user", user_json(c, *now)}, {"action", c.tx.action_id()}, {"position", c.tx.position()}}
    );
}

Result<Response> patch_user(Context& c) {
    const auto user = find<User>(c.tx, c.request.id());
    if (!user)
        return not_found(c.language());
    if (const Status may = may_touch(c.actor, user->role, c.language()); !may)
        return may.error();
    const auto changes =
        parse_changes(spec, json_at(c.request.json, "fields"), c.tx.position(), c.language());
    if (!changes)
        return changes.error();
    return save_user(c, *user, *changes, "user_update");
}

Result<Response> post_link(Context& c) {
    const auto user = find<User>(c.tx, c.request.id());
    if (!user || !user->is_active)
        return not_found(c.language());
    if (const Status may = may_touch(c.actor, user->role, c.language()); !may)
        return may.error();
    Statement known = c.tx.prepare("SELECT 1 FROM user_password WHERE user_id = :id");
    const bool has_password = known.bind("id", user->id).step();
    const LinkPurpose purpose = has_password ? LinkPurpose::reset : LinkPurpose::invite;
    const std::string token = Sessions::create_link(c.tx, purpose, user->id);
    Response response = json_response({{"link", link_path(purpose, token)}}, 201);
    response.compressible = false;
    return response;
}

// One's own name, e-mail, phone and language.
Result<Response> patch_profile(Context& c) {
    const auto user = find<User>(c.tx, c.actor.user_id);
    if (!user)
        return not_found(c.language());
    auto changes =
        parse_changes(spec, json_at(c.request.json, "fields"), c.tx.position(), c.language());
    if (!changes)
        return changes.error();
    for (const FieldChange& change : *changes) {
        const std::string_view name = change.field->name;
        if (name != "name" && name != "email" && name != "phone" && name != "language")
            return forbidden(c.language());
    }
    return save_user(c, *user, *changes, "profile_update");
}

Result<Response> post_own_password(Context& c) {
    const Json& json = c.request.json;
    for (const char* name : {"current", "new"})
        if (!json_at(json, name).is_string())
            return invalid(name, tr(texts::wrong_type, c.language()));
    const auto state = c.app.directory().state();
    const User* user = state->find_user(c.actor.user_id);
    const std::string_view email(user->email);
    const std::array<std::string_view, 3> names{
        user->name, email.substr(0, email.find('@')), state->workspace.name};
    const std::string wanted = json_string(json, "new");
    if (const Text* wrong = check_password(wanted, names))
        return invalid("new", tr(*wrong, c.language()));
    const auto right = c.app.sessions().check_password_of(
        user->id, json_string(json, "current"), c.request.remote_address, c.app.now(), c.language()
    );
    if (!right) {
        if (right.error().code == ErrorCode::rate_limited)
            return right.error();
        return invalid("current", tr(texts::current_password_wrong, c.language()));
    }
    const auto hash = c.app.sessions().hash_password(wanted, c.language());
    if (!hash)
        return hash.error();
    c.app.database().write(user->id, [&](Transaction& tx) {
        Sessions::store_password(tx, user->id, *hash);
        return true;
    });
    c.app.sessions().close_all(user->id, std::string(c.session));
    return no_content();
}

constexpr Route routes[] = {
    get("/api/users", Permission::signed_in, &get_users, "The team", &EntityOf<User>::spec)
        .gives("{users: [user & {invited: boolean, last_seen_at: string|null}], position}"),
    write(
        Method::post,
        "/api/users",
        Permission::users_edit,
        &post_user,
        "Adds somebody; the answer holds a one-time link",
        &EntityOf<User>::spec
    )
        .takes("new_user")
        .gives("written & {user, link: string}"),
    write(
        Method::patch,
        "/api/users/:id",
        Permission::users_edit,
        &patch_user,
        "Changes somebody; with `heir`, who is deactivated hands over clients, projects and tasks",
        &EntityOf<User>::spec
    )
        .takes("{fields: field_changes, heir?: integer|null}")
        .gives("written & {user}"),
    write(
        Method::post,
        "/api/users/:id/link",
        Permission::users_edit,
        &post_link,
        "A new one-time link to choose a password"
    )
        .takes("{}")
        .gives("{link: string}"),
    write(
        Method::patch,
        "/api/profile",
        Permission::signed_in,
        &patch_profile,
        "Changes one’s own name, e-mail, phone and language",
        &EntityOf<User>::spec
    )
        .takes("{fields: field_changes}")
        .gives("written & {user}"),
    {.method = Method::post,
     .pattern = "/api/profile/password",
     .permission = Permission::signed_in,
     .handler = &post_own_password,
     .access = Access::manual,
     .body = BodyKind::json,
     .body_limit = std::size_t{16} * 1024,
     .summary = "Changes one’s own password: {current, new}",
     .body_shape = "{current: string, new: string}"},
};

} // namespace

Status keeps_an_owner(
    Transaction& tx, const User& user, std::span<const FieldChange> changes, Language language
) {
    const Value* value = changed_value(changes, "role");
    const auto* word = value ? std::get_if<std::string>(value) : nullptr;
    const bool stays_owner = word ? *word == role_name(Role::owner) : user.role == Role::owner;
    const bool was_owner = user.role == Role::owner && user.is_active;
    if (!was_owner || (stays_owner && stays_active(user, changes)) ||
        other_owner_exists(tx, user.id))
        return Ok{};
    return invalid(stays_owner ? "is_active" : "role", tr(texts::last_owner, language));
}

bool email_taken(Transaction& tx, std::string_view email, std::int64_t except) {
    Statement row = tx.prepare("SELECT 1 FROM user_account WHERE email = :email AND id <> :id");
    return row.bind("email", email).bind("id", except).step();
}

Status may_undo_user(Context& c, const JournalRow& row) {
    const auto user = find<User>(c.tx, row.entity_id);
    const Field* field = row.op == JournalOp::update ? find_field(spec, row.field) : nullptr;
    const auto json = parse_json(row.old_value, c.language());
    if (!user || !field || !json)
        return make_error(ErrorCode::conflict, tr(texts::cannot_undo, c.language()));
    const bool own = user->id == c.actor.user_id;
    if (!own && !c.actor.may(Permission::users_edit))
        return forbidden(c.language());
    if (Status may = may_touch(c.actor, user->role, c.language()); !own && !may)
        return may;
    auto value = from_json(*field, *json, c.language());
    if (!value)
        return value.error();
    return check_user_rules(c, *user, {FieldChange{field, std::move(*value), any_version}});
}

std::span<const Route> user_routes() {
    return routes;
}

} // namespace carnet
