// Settings of the workspace and the matrix of roles.
#include "backend/features/workspace.hpp"

#include "backend/app.hpp"
#include "backend/db/records.hpp"
#include "shared/core/json.hpp"
#include "shared/texts/server.hpp"
#include "shared/texts/validation.hpp"

namespace carnet {
namespace {

const EntitySpec& spec = EntityOf<Workspace>::spec;
constexpr const char* grant_words[] = {"none", "own", "all"};

Result<Response> get_workspace(Context& c) {
    const auto workspace = find<Workspace>(c.tx, 1);
    if (!workspace)
        return not_found(c.language());
    Json json = to_json(spec, &*workspace, 1, c.actor);
    json["version"] = c.tx.position();
    return json_response({{"workspace", std::move(json)}, {"position", c.tx.position()}});
}

// The fields of the request, each with its own right.
Status change_settings(Context& c) {
    const auto changes =
        parse_changes(spec, json_at(c.request.json, "fields"), c.tx.position(), c.language());
    if (!changes)
        return changes.error();
    for (const FieldChange& change : *changes)
        if (!c.actor.may(change.field->write))
            return forbidden(c.language());
    const auto changed = update(c.tx, spec, 1, *changes, c.language());
    return changed ? Status(Ok{}) : Status(changed.error());
}

Result<Response> patch_workspace(Context& c) {
    c.tx.set_action("workspace_update");
    if (const Status changed = change_settings(c); !changed)
        return changed.error();
    const auto workspace = find<Workspace>(c.tx, 1);
    Json json = to_json(spec, &*workspace, 1, c.actor);
    json["version"] = c.tx.position();
    return json_response(
        {{"workspace", std::move(json)},
         {"action", c.tx.action_id()},
         {"position", c.tx.position()}}
    );
}

// Effective grants as stored: the defaults with the changes over them.
Json grants_json(Transaction& tx) {
    Json roles = Json::object();
    for (std::size_t role = 0; role < role_count; ++role) {
        Json& grants = roles[std::string(role_name(static_cast<Role>(role)))] = Json::object();
        for (const PermissionSpec& row : permission_specs())
            if (row.permission > Permission::signed_in)
                grants[std::string(row.name)] =
                    grant_words[static_cast<std::size_t>(row.defaults[role])];
    }
    for (const RoleGrant& change : find_all<RoleGrant>(tx, "ORDER BY id"))
        if (roles.contains(change.role) && roles[change.role].contains(change.permission))
            roles[change.role][change.permission] = change.grant_word;
    return roles;
}

Json matrix_json(Context& c) {
    Json permissions = Json::array();
    for (const PermissionSpec& row : permission_specs()) {
        if (row.permission <= Permission::signed_in)
            continue;
        permissions.push_back(
            {{"name", row.name},
             {"label", tr(row.label, c.language())},
             {"group", tr(row.group, c.language())},
             {"can_be_own", row.can_be_own}}
        );
    }
    Json roles = Json::array();
    for (std::size_t role = 0; role < role_count; ++role)
        roles.push_back(
            {{"name", role_name(static_cast<Role>(role))},
             {"label", tr(role_label(static_cast<Role>(role)), c.language())}}
        );
    return {
        {"permissions", std::move(permissions)},
        {"roles", std::move(roles)},
        {"grants", grants_json(c.tx)},
        {"version", c.tx.position()},
        {"position", c.tx.position()}};
}

Result<Response> get_roles(Context& c) {
    return json_response(matrix_json(c));
}

const PermissionSpec* find_permission(std::string_view name) {
    for (const PermissionSpec& row : permission_specs())
        if (row.name == name && row.permission > Permission::signed_in)
            return &row;
    return nullptr;
}

bool changed_since(Transaction& tx, const RoleGrant& wanted, std::int64_t version) {
    // The create row carries the whole row: a grant that came in the meantime has no update row
    // yet.
    Statement row = tx.prepare("SELECT 1 FROM journal j JOIN role_grant g ON g.id = j.entity_id "
                               "WHERE j.entity = 'role_grant'"
                               " AND j.seq > :version AND g.role = :role AND g.permission = "
                               ":permission AND g.grant_word <> :word");
    row.bind("version", version).bind("role", wanted.role).bind("permission", wanted.permission);
    return row.bind("word", wanted.grant_word).step();
}

// One cell of the matrix. An empty status when it was fine.
Status
set_grant(Context& c, const RoleGrant& wanted, std::int64_t version, const std::string& field) {
    const Language language = c.language();
    const PermissionSpec* permission = find_permission(wanted.permission);
    Role role{};
    const bool known_word =
        wanted.grant_word == "none" || wanted.grant_word == "own" || wanted.grant_word == "all";
    if (!permission || !parse_role(wanted.role, role) || !known_word)
        return invalid(field, tr(texts::unknown_permission, language));
    if (role == Role::owner)
        return invalid(field, tr(texts::owner_grants_fixed, language));
    if (wanted.grant_word == "own" && !permission->can_be_own)
        return invalid(field, tr(texts::unknown_permission, language));
    if (changed_since(c.tx, wanted, version))
        return make_error(ErrorCode::conflict, tr(texts::rights_changed, language));
    const auto found = find_all<RoleGrant>(
        c.tx,
        "WHERE role = :role AND permission = :permission",
        [&](Statement& s) { s.bind("role", wanted.role).bind("permission", wanted.permission); }
    );
    if (!found.empty()) {
        const EntitySpec& grants = EntityOf<RoleGrant>::spec;
        const FieldChange one[] = {change(grants, "grant_word", wanted.grant_word)};
        const auto done = update(c.tx, grants, found[0].id, one, language);
        return done ? Status(Ok{}) : Status(done.error());
    }
    if (wanted.grant_word ==
        grant_words[static_cast<std::size_t>(permission->defaults[static_cast<std::size_t>(role)])])
        return Ok{};
    RoleGrant row = wanted;
    const auto done = insert(c.tx, row, language);
    return done ? Status(Ok{}) : Status(done.error());
}

Result<Response> put_roles(Context& c) {
    const Json& grants = json_at(c.request.json, "grants");
    if (!grants.is_array() || grants.size() > 200)
        return invalid("grants", tr(texts::wrong_type, c.language()));
    const auto version = read_version(c.request.json, c.tx.position(), "version", c.language());
    if (!version)
        return version.error();
    c.tx.set_action("roles_update");
    for (std::size_t i = 0; i < grants.size(); ++i) {
        const RoleGrant wanted{
            .role = json_string(grants[i], "role"),
            .permission = json_string(grants[i], "permission"),
            .grant_word = json_string(grants[i], "grant")};
        const Status done = set_grant(c, wanted, *version, "grants." + std::to_string(i));
        if (!done)
            return done.error();
    }
    // The switches that stand beside the matrix are saved with it: one action, one undo.
    if (const Json& fields = json_at(c.request.json, "fields");
        !fields.is_null() && fields != Json::object())
        if (const Status changed = change_settings(c); !changed)
            return changed.error();
    Json json = matrix_json(c);
    json["action"] = c.tx.action_id();
    return json_response(json);
}

constexpr Route routes[] = {
    get("/api/workspace",
        Permission::signed_in,
        &get_workspace,
        "Settings of the workspace",
        &EntityOf<Workspace>::spec)
        .gives("{workspace, position}"),
    write(
        Method::patch,
        "/api/workspace",
        Permission::settings_edit,
        &patch_workspace,
        "Changes settings",
        &EntityOf<Workspace>::spec
    )
        .takes("{fields: field_changes}")
        .gives("written & {workspace}"),
    get("/api/roles", Permission::signed_in, &get_roles, "The matrix of roles and rights")
        .gives("role_matrix"),
    write(
        Method::put,
        "/api/roles",
        Permission::roles_edit,
        &put_roles,
        "Changes rights: {grants: [{role, permission, grant}], version, fields of the workspace}"
    )
        .takes("{grants: [{role: string, permission: string, grant: string}], version: integer, "
               "fields?: field_changes}")
        .gives("role_matrix & {action}"),
};

} // namespace

std::span<const Route> workspace_routes() {
    return routes;
}

} // namespace carnet
