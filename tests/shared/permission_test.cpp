// The rights matrix against the table in permission_matrix.txt, and how a workspace's changes apply
// to it.
#include "shared/schema/permission.hpp"
#include "tests/shared/table_file.hpp"

#include <doctest/doctest.h>

using namespace carnet;

namespace {

Actor actor_with(Role role, bool shared_clients = false) {
    return {
        .user_id = 7,
        .role = role,
        .grants = default_grants(role),
        .shared_clients = shared_clients};
}

Grant of(const Grants& grants, Permission permission) {
    return grants[static_cast<std::size_t>(permission)];
}

} // namespace

TEST_CASE("the default rights are those of the checked-in table") {
    const auto rows = read_table("permission_matrix.txt");
    REQUIRE(rows.size() == permission_count);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto& row = rows[i];
        const PermissionSpec& spec = permission_specs()[i];
        CAPTURE(row[0]);
        REQUIRE(row.size() >= 6);
        CHECK(spec.name == row[0]);
        for (std::size_t role = 0; role < role_count; ++role) {
            CHECK(grant_name(spec.defaults[role]) == row[1 + role]);
            CHECK(
                grant_name(actor_with(static_cast<Role>(role)).grant(spec.permission)) ==
                row[1 + role]
            );
        }
        CHECK(spec.can_be_own == (row[5] == "yes"));
        // Shared clients widen "own" exactly in the marked rows.
        Actor member = actor_with(Role::member, true);
        member.grants[i] = Grant::own;
        const bool widened = row.size() > 6 || i <= 1;
        CHECK((member.grant(spec.permission) == Grant::all) == widened);
    }
}

TEST_CASE("every permission but the two technical ones has labels and a place in the settings") {
    for (const PermissionSpec& spec : permission_specs()) {
        CAPTURE(spec.name);
        CHECK_FALSE(spec.label.empty());
        CHECK(spec.group.empty() == (spec.permission <= Permission::signed_in));
        CHECK(find_permission(spec.name) == &spec_of(spec.permission));
    }
    CHECK(find_permission("everything") == nullptr);
}

TEST_CASE("nobody may do anything without signing in") {
    Actor nobody;
    nobody.grants.fill(Grant::all);
    for (const PermissionSpec& spec : permission_specs())
        CHECK(nobody.may(spec.permission) == (spec.permission == Permission::none));
}

TEST_CASE("changes of the matrix apply to their role alone") {
    const GrantChange changes[] = {
        {Role::member, Permission::clients_edit, Grant::own},
        {Role::manager, Permission::data_import, Grant::all}};
    CHECK(
        of(effective_grants(Role::member, changes, false), Permission::clients_edit) == Grant::own
    );
    CHECK(
        of(effective_grants(Role::member, changes, false), Permission::data_import) == Grant::none
    );
    CHECK(
        of(effective_grants(Role::manager, changes, false), Permission::data_import) == Grant::all
    );
}

TEST_CASE("the owner keeps every right, and sign-in cannot be taken from anybody") {
    const GrantChange changes[] = {
        {Role::owner, Permission::roles_edit, Grant::none},
        {Role::member, Permission::signed_in, Grant::none}};
    CHECK(of(effective_grants(Role::owner, changes, true), Permission::roles_edit) == Grant::all);
    CHECK(
        of(effective_grants(Role::owner, changes, true), Permission::portal_configure) == Grant::all
    );
    CHECK(of(effective_grants(Role::member, changes, false), Permission::signed_in) == Grant::all);
    Actor owner{.user_id = 1, .role = Role::owner};
    CHECK(owner.may(Permission::users_edit));
}

TEST_CASE("“own” where it has no meaning counts as nothing") {
    const GrantChange changes[] = {{Role::member, Permission::users_edit, Grant::own}};
    CHECK(
        of(effective_grants(Role::member, changes, false), Permission::users_edit) == Grant::none
    );
}

TEST_CASE("a portal for admins only locks its settings for managers") {
    CHECK(
        of(effective_grants(Role::manager, {}, true), Permission::portal_configure) == Grant::none
    );
    CHECK(of(effective_grants(Role::admin, {}, true), Permission::portal_configure) == Grant::all);
}

TEST_CASE("names of roles and grants go both ways") {
    for (const std::string name : {"owner", "admin", "manager", "member"}) {
        Role role{};
        REQUIRE(parse_role(name, role));
        CHECK(role_name(role) == name);
        CHECK_FALSE(role_label(role).empty());
    }
    Role role = Role::admin;
    CHECK_FALSE(parse_role("root", role));
    CHECK(role == Role::admin);
    Grant grant{};
    CHECK(parse_grant("own", grant));
    CHECK_FALSE(parse_grant("some", grant));
}
