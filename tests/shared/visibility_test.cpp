// THE visibility rule against the table in visibility_table.txt.
#include "shared/domain/visibility.hpp"
#include "tests/shared/table_file.hpp"

#include <doctest/doctest.h>

#include <array>

using namespace carnet;

namespace {

constexpr std::int64_t me = 7, somebody = 8;

Actor make_actor(const std::string& role, bool shared) {
    Actor actor{.user_id = me, .shared_clients = shared};
    if (role == "nobody")
        actor.user_id = 0;
    else
        parse_role(role, actor.role);
    actor.grants = default_grants(actor.role);
    return actor;
}

} // namespace

TEST_CASE("who sees, edits and logs is as in the checked-in table") {
    const auto rows = read_table("visibility_table.txt");
    REQUIRE(rows.size() >= 10);
    const std::array<std::int64_t, 2> with_me = {somebody, me}, without_me = {somebody, 9};
    for (const auto& row : rows) {
        REQUIRE(row.size() == 6);
        CAPTURE(row[0]);
        CAPTURE(row[1]);
        CAPTURE(row[2]);
        const Actor actor = make_actor(row[0], row[1] == "yes");
        const Audience audience{
            row[2] == "charge" ? me : somebody,
            row[2] == "team" ? std::span<const std::int64_t>(with_me) : without_me};
        CHECK(can_see(actor, audience) == (row[3] == "yes"));
        CHECK(can(actor, Permission::clients_edit, audience) == (row[4] == "yes"));
        CHECK(can(actor, Permission::activities_log, audience) == (row[5] == "yes"));
    }
}

TEST_CASE("editing one’s own clients does not reach other people’s shared clients") {
    Actor member = make_actor("member", true);
    member.grants[static_cast<std::size_t>(Permission::clients_edit)] = Grant::own;
    CHECK(can(member, Permission::clients_edit, Audience{me, {}}));
    CHECK_FALSE(can(member, Permission::clients_edit, Audience{somebody, {}}));
}

TEST_CASE("without the right to see clients, no other right on them counts") {
    Actor member = make_actor("member", false);
    member.grants[static_cast<std::size_t>(Permission::clients_read)] = Grant::none;
    member.grants[static_cast<std::size_t>(Permission::clients_edit)] = Grant::all;
    CHECK_FALSE(can_see(member, Audience{me, {}}));
    CHECK_FALSE(can(member, Permission::clients_edit, Audience{me, {}}));
}

TEST_CASE("a client without a person in charge belongs to nobody, not to the anonymous") {
    Actor nobody = make_actor("nobody", false);
    nobody.grants.fill(Grant::own);
    CHECK_FALSE(can_see(nobody, Audience{0, {}}));
}
