// The team, one's profile, the settings and the matrix of roles.
#include "server.hpp"
#include "shared/core/json.hpp"

#include <doctest/doctest.h>

using namespace carnet;
using carnet::test::body_of;
using carnet::test::cookie_of;
using carnet::test::good_password;
using carnet::test::Server;

namespace {

struct Team {
    Server server;
    std::int64_t owner = server.add_user("owner@example.fr", Role::owner, "Olga");
    std::int64_t admin = server.add_user("admin@example.fr", Role::admin, "Anne");
    std::int64_t member = server.add_user("member@example.fr", Role::member, "Marc");
    std::string as_owner = server.sign_in(owner);
    std::string as_admin = server.sign_in(admin);
    std::string as_member = server.sign_in(member);

    Response
    patch_user(std::int64_t id, const char* field, const Json& value, const std::string& cookie) {
        const Json body{
            {"fields",
             {{field, {{"value", value}, {"version", server.app().database().position()}}}}}};
        return server.send(Method::patch, "/api/users/" + std::to_string(id), dump(body), cookie);
    }
};

} // namespace

TEST_CASE("everybody signed in sees the team; only users_edit changes it") {
    Team team;
    const Json users = body_of(team.server.get("/api/users", team.as_member));
    CHECK(users["users"].size() == 3);
    CHECK(users["users"][0].contains("email"));
    CHECK(team.patch_user(team.member, "name", "X", team.as_member).status == 403);
    CHECK(team.patch_user(team.member, "name", "Marco", team.as_admin).status == 200);
    CHECK(team.patch_user(999, "name", "X", team.as_admin).status == 404);
}

TEST_CASE("an admin cannot touch an owner nor make one, and the last active owner stays") {
    Team team;
    CHECK(team.patch_user(team.owner, "name", "X", team.as_admin).status == 403);
    CHECK(team.server.send(Method::post, "/api/users/1/link", "", team.as_admin).status == 403);
    CHECK(team.patch_user(team.member, "role", "owner", team.as_admin).status == 422);
    CHECK(
        team.server
            .send(
                Method::post,
                "/api/users",
                R"({"name":"N","email":"n@example.fr","role":"owner"})",
                team.as_admin
            )
            .status == 422
    );
    CHECK(team.patch_user(team.owner, "role", "member", team.as_owner).status == 422);
    CHECK(team.patch_user(team.owner, "is_active", false, team.as_owner).status == 422);
    CHECK(team.patch_user(team.admin, "is_active", false, team.as_admin).status == 422);
    CHECK(team.patch_user(team.admin, "role", "owner", team.as_owner).status == 200);
    CHECK(team.patch_user(team.owner, "role", "member", team.as_owner).status == 200);
}

TEST_CASE("an address belongs to one person, in any case") {
    Team team;
    CHECK(
        team.server
            .send(
                Method::post,
                "/api/users",
                R"({"name":"N","email":"Marc@Example.FR"})",
                team.as_admin
            )
            .status == 201
    );
    CHECK(
        team.server
            .send(
                Method::post,
                "/api/users",
                R"({"name":"N","email":"MARC@example.fr"})",
                team.as_admin
            )
            .status == 422
    );
    CHECK(team.patch_user(team.member, "email", "ADMIN@example.fr", team.as_admin).status == 422);
}

TEST_CASE("an invitation chooses a password, once, within seven days") {
    Team team;
    const Response made = team.server.send(
        Method::post,
        "/api/users",
        R"({"name":"Nina","email":"nina@example.fr","role":"manager"})",
        team.as_admin
    );
    REQUIRE(made.status == 201);
    const std::string link = json_string(body_of(made), "link");
    REQUIRE(link.substr(0, 8) == "/invite/");
    const std::string token = link.substr(8);
    const Json users = body_of(team.server.get("/api/users", team.as_admin));
    CHECK(json_bool(users["users"].back(), "invited"));
    CHECK_FALSE(json_bool(users["users"][0], "invited"));

    CHECK(team.server.get(link).body.find("nina@example.fr") != std::string::npos);
    CHECK(team.server.post_form("/invite", "token=" + token + "&password=court").status == 422);
    const Response chosen =
        team.server.post_form("/invite", "token=" + token + "&password=une+phrase+assez+longue");
    CHECK(chosen.status == 303);
    CHECK(team.server.get("/api/session", cookie_of(chosen)).status == 200);
    CHECK(team.server.get(link).status == 404);
    CHECK(
        team.server.post_form("/invite", "token=" + token + "&password=une+phrase+assez+longue")
            .status == 404
    );

    // A reset replaces older links and signs everybody out who knew the old password.
    const std::string first = json_string(
        body_of(team.server.send(Method::post, "/api/users/4/link", "", team.as_admin)), "link"
    );
    const std::string second = json_string(
        body_of(team.server.send(Method::post, "/api/users/4/link", "", team.as_admin)), "link"
    );
    REQUIRE(second.substr(0, 7) == "/reset/");
    CHECK(team.server.get(first).status == 404);
    CHECK(team.server.get(second).status == 200);
    CHECK(
        team.server
            .post_form("/invite", "token=" + second.substr(7) + "&password=une+autre+phrase+longue")
            .status == 303
    );
    CHECK(team.server.get("/api/session", cookie_of(chosen)).status == 401);
    const std::string late = json_string(
        body_of(team.server.send(Method::post, "/api/users/4/link", "", team.as_admin)), "link"
    );
    team.server.pass_seconds(24 * 3600 + 1);
    CHECK(team.server.get(late).status == 404);
}

TEST_CASE("one's own profile and password") {
    Team team;
    const auto patch = [&](const char* field, const Json& value) {
        const Json body{
            {"fields",
             {{field, {{"value", value}, {"version", team.server.app().database().position()}}}}}};
        return team.server.send(Method::patch, "/api/profile", dump(body), team.as_member).status;
    };
    CHECK(patch("name", "Marc B.") == 200);
    CHECK(patch("language", "en") == 200);
    CHECK(patch("language", "de") == 422);
    CHECK(patch("role", "owner") == 403);
    CHECK(patch("is_active", false) == 403);

    const std::string other = team.server.sign_in(team.member);
    const auto change_password = [&](const char* current, const char* wanted) {
        return team.server
            .send(
                Method::post,
                "/api/profile/password",
                dump({{"current", current}, {"new", wanted}}),
                team.as_member
            )
            .status;
    };
    CHECK(change_password("wrong", "une autre phrase longue") == 422);
    CHECK(change_password(good_password, "court") == 422);
    CHECK(change_password(good_password, "une autre phrase longue") == 204);
    CHECK(team.server.get("/api/session", team.as_member).status == 200);
    CHECK(team.server.get("/api/session", other).status == 401);
}

TEST_CASE("settings of the workspace: who may change what") {
    Team team;
    const auto patch = [&](const char* field, const Json& value, const std::string& cookie) {
        const Json body{
            {"fields",
             {{field, {{"value", value}, {"version", team.server.app().database().position()}}}}}};
        return team.server.send(Method::patch, "/api/workspace", dump(body), cookie).status;
    };
    CHECK(team.server.get("/api/workspace", team.as_member).status == 200);
    CHECK(patch("name", "X", team.as_member) == 403);
    CHECK(patch("name", "Atelier du Nord", team.as_owner) == 200);
    CHECK(patch("name", "", team.as_owner) == 422);
    CHECK(patch("shared_clients", true, team.as_owner) == 200);
    CHECK(team.server.app().directory().state()->actor_of(team.member).shared_clients);
}

TEST_CASE("the matrix: changes hold at the next request, the owner's column does not change") {
    Team team;
    const auto put =
        [&](const char* role, const char* permission, const char* grant, std::int64_t version) {
            const Json body{
                {"grants",
                 Json::array({{{"role", role}, {"permission", permission}, {"grant", grant}}})},
                {"version", version}};
            return team.server.send(Method::put, "/api/roles", dump(body), team.as_owner).status;
        };
    const std::int64_t version =
        json_int(body_of(team.server.get("/api/roles", team.as_owner)), "version");
    CHECK(put("member", "users_edit", "all", version) == 200);
    CHECK(team.patch_user(team.member, "name", "Marco", team.as_member).status == 200);
    const Json matrix = body_of(team.server.get("/api/roles", team.as_owner));
    CHECK(json_string(matrix["grants"]["member"], "users_edit") == "all");
    // Somebody who still looks at the old matrix does not undo it unknowingly.
    CHECK(put("member", "users_edit", "none", version) == 409);
    const std::int64_t now = json_int(matrix, "version");
    CHECK(put("member", "users_edit", "none", now) == 200);
    CHECK(team.patch_user(team.member, "name", "Marc", team.as_member).status == 403);
    CHECK(put("owner", "users_edit", "none", now + 10) == 422);
    CHECK(put("member", "users_edit", "sometimes", now + 10) == 422);
    CHECK(put("member", "users_edit", "own", now + 10) == 422);
    CHECK(put("member", "nothing", "all", now + 10) == 422);
    CHECK(put("member", "signed_in", "none", now + 10) == 422);
    CHECK(
        team.server.send(Method::put, "/api/roles", R"({"grants":[],"version":1})", team.as_member)
            .status == 403
    );
}
