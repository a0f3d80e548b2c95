// The rights of the workspace: permissions, roles, grants and the default matrix (features.md 1.6).
// One table feeds the server's checks, the settings screen and the OpenAPI document.
#pragma once

#include "shared/core/i18n.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace carnet {

enum class Role : std::uint8_t { owner, admin, manager, member };
inline constexpr std::size_t role_count = 4;

enum class Permission : std::uint8_t {
    none,         // Nobody needs a right: sign-in, health, static files. Never for data.
    signed_in,    // Any signed-in person: own profile, lists of words, team names.
    clients_read, // Grant::own limits it to the clients one is assigned to.
    clients_create,
    clients_edit,
    clients_delete,
    clients_reassign, // Change of the person in charge, one or many.
    contacts_edit,
    portal_configure,
    portal_view_as,
    history_read,
    activities_log,
    bulk_undo, // Undo of an import, a merge or a bulk action.
    data_import,
    data_export,
    projects_edit,
    documents_read, // Folders without a right of their own for this person (MD-12).
    documents_edit,
    messages_write, // Answer a client's contacts (CF-25).
    settings_edit,  // Lists of words, tags, organisation.
    users_edit,     // Invite, change role, deactivate.
    roles_edit,     // The matrix itself.
    journal_read,   // The audit journal of the whole workspace.
};
inline constexpr std::size_t permission_count =
    static_cast<std::size_t>(Permission::journal_read) + 1;

// How far a permission reaches. `own`: only clients the person is assigned to.
enum class Grant : std::uint8_t { none, own, all };
std::string_view grant_name(Grant grant); // "none", "own", "all".
bool parse_grant(std::string_view name, Grant& grant);

struct PermissionSpec {
    Permission permission;
    std::string_view name; // "clients_read": in JSON and in the table `role_grant`.
    Text label;            // Row of the settings matrix.
    Text group;            // Heading of the settings matrix; empty: not shown there.
    std::array<Grant, role_count> defaults; // Indexed by Role; the owner's column is always `all`.
    bool can_be_own;                        // `own` is a possible value.
};
std::span<const PermissionSpec> permission_specs();
const PermissionSpec& spec_of(Permission permission);
const PermissionSpec* find_permission(std::string_view name); // Null when there is none.

std::string_view role_name(Role role); // "owner" …
Text role_label(Role role);
bool parse_role(std::string_view name, Role& role);

// Effective grants of one role: the defaults with the workspace's changes over them.
using Grants = std::array<Grant, permission_count>;
Grants default_grants(Role role);

// One cell of the matrix that differs from the default.
struct GrantChange {
    Role role = Role::member;
    Permission permission = Permission::none;
    Grant grant = Grant::none;
};
// What a role may do in this workspace. The owner keeps everything; `own` falls to `none` where it
// has no meaning; `portal_admins_only` takes the portal's settings from managers and members,
// whatever the matrix says.
Grants effective_grants(Role role, std::span<const GrantChange> changes, bool portal_admins_only);

// Whoever acts: a member of the team. Built by the session, never by a request's content.
struct Actor {
    std::int64_t user_id = 0; // 0: nobody is signed in.
    Role role = Role::member;
    Grants grants = {};
    bool shared_clients =
        false; // Workspace switch "clients partagés": `own` reads as `all` for reading.
    Language language = Language::fr;

    bool signed_in() const { return user_id != 0; }
    Grant grant(Permission permission
    ) const; // `none` for the anonymous, except Permission::none; all for the owner.
    bool may(Permission permission) const { return grant(permission) != Grant::none; }
};

} // namespace carnet
