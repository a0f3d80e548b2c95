// Signing in and out, its limits, the first start and one-time links.
#include "server.hpp"
#include "shared/core/json.hpp"

#include <doctest/doctest.h>

using namespace carnet;
using carnet::test::body_of;
using carnet::test::cookie_of;
using carnet::test::good_password;
using carnet::test::Server;

namespace {

Response sign_in(
    Server& server, const std::string& email, const std::string& password, bool remember = false
) {
    return server.send(
        Method::post,
        "/api/session",
        dump({{"email", email}, {"password", password}, {"remember", remember}})
    );
}

std::string start_token(Server& server) {
    std::string token;
    server.app().database().write(0, [&](Transaction& tx) {
        token = Sessions::create_link(tx, LinkPurpose::start, 0);
        return true;
    });
    return token;
}

std::string start_form(const std::string& token, const std::string& password) {
    return "token=" + token +
           "&workspace=Atelier&name=L%C3%A9a+Martin&email=Lea%40Example.fr&password=" + password;
}

} // namespace

TEST_CASE("the right password opens a session that closes again") {
    Server server;
    server.add_user("lea@example.fr", Role::manager, "Léa Martin");
    const Response response = sign_in(server, "Lea@Example.fr ", good_password);
    REQUIRE(response.status == 200);
    const std::string header(response.find_header("Set-Cookie"));
    CHECK(header.find("HttpOnly") != std::string::npos);
    CHECK(header.find("SameSite=Lax") != std::string::npos);
    CHECK(header.find("Max-Age") == std::string::npos);
    const Json me = body_of(response);
    CHECK(json_string(me["user"], "name") == "Léa Martin");
    CHECK(json_string(me["user"], "role") == "manager");
    CHECK(json_string(me["grants"], "clients_read") != "");
    CHECK(json_string(me["workspace"], "name") == "Atelier");

    const std::string cookie = cookie_of(response);
    CHECK(server.get("/api/session", cookie).status == 200);
    CHECK(server.get("/api/session").status == 401);
    const Response out = server.send(Method::del, "/api/session", "", cookie);
    CHECK(out.status == 204);
    CHECK(std::string(out.find_header("Set-Cookie")).find("Max-Age=0") != std::string::npos);
    CHECK(server.get("/api/session", cookie).status == 401);
}

TEST_CASE("sessions survive a restart, slide, and end") {
    Server server;
    const std::int64_t user = server.add_user("lea@example.fr", Role::owner);
    const std::string cookie = server.sign_in(user);
    server.restart();
    CHECK(server.get("/api/session", cookie).status == 200);
    for (int i = 0; i < 4; ++i) {
        server.pass_seconds(10 * 3600);
        CHECK(server.get("/api/session", cookie).status == 200);
    }
    server.restart();
    CHECK(server.get("/api/session", cookie).status == 200);
    server.pass_seconds(12 * 3600 + 1);
    CHECK(server.get("/api/session", cookie).status == 401);

    const std::string remembered =
        cookie_of(sign_in(server, "lea@example.fr", good_password, true));
    server.pass_seconds(29 * 24 * 3600);
    CHECK(cookie_of(server.get("/api/session", remembered)) == remembered);
    CHECK(cookie_of(server.get("/api/session", remembered)).empty());
    server.pass_seconds(31 * 24 * 3600);
    CHECK(server.get("/api/session", remembered).status == 401);
}

TEST_CASE("a wrong password, an unknown account and an inactive one cannot be told apart") {
    Server server;
    server.add_user("owner@example.fr", Role::owner);
    const std::int64_t gone = server.add_user("gone@example.fr", Role::member);
    server.app().database().write(0, [&](Transaction& tx) {
        const FieldChange one[] = {change(EntityOf<User>::spec, "is_active", false)};
        return static_cast<bool>(update(tx, EntityOf<User>::spec, gone, one, Language::fr));
    });
    const Response wrong = sign_in(server, "owner@example.fr", "not this one here");
    const Response unknown = sign_in(server, "nobody@example.fr", "not this one here");
    const Response inactive = sign_in(server, "gone@example.fr", good_password);
    CHECK(wrong.status == 401);
    CHECK(wrong.body == unknown.body);
    CHECK(wrong.body == inactive.body);
    CHECK(wrong.find_header("Set-Cookie").empty());
}

TEST_CASE("attempts on one account are limited, longer each time, also after a restart") {
    Server server;
    server.add_user("lea@example.fr", Role::owner);
    for (int i = 0; i < 5; ++i)
        CHECK(sign_in(server, "lea@example.fr", "wrong wrong wrong").status == 401);
    CHECK(sign_in(server, "lea@example.fr", good_password).status == 429);
    server.restart();
    CHECK(sign_in(server, "lea@example.fr", good_password).status == 429);
    server.pass_seconds(3);
    CHECK(sign_in(server, "lea@example.fr", "wrong wrong wrong").status == 401);
    server.pass_seconds(3);
    CHECK(sign_in(server, "lea@example.fr", good_password).status == 429);
    server.pass_seconds(2);
    CHECK(sign_in(server, "lea@example.fr", good_password).status == 200);
    // Success forgets the failures.
    CHECK(sign_in(server, "lea@example.fr", "wrong wrong wrong").status == 401);
    CHECK(sign_in(server, "lea@example.fr", good_password).status == 200);
}

TEST_CASE("unknown accounts are limited like known ones, and so is an address that tries many") {
    Server server;
    server.add_user("lea@example.fr", Role::owner);
    for (int i = 0; i < 5; ++i)
        CHECK(sign_in(server, "nobody@example.fr", "wrong wrong wrong").status == 401);
    CHECK(sign_in(server, "nobody@example.fr", "wrong wrong wrong").status == 429);
    int limited = 0;
    for (int i = 0; i < 40; ++i) {
        server.pass_seconds(1);
        limited += sign_in(server, "user" + std::to_string(i) + "@example.fr", "wrong wrong wrong")
                               .status == 429
                       ? 1
                       : 0;
    }
    CHECK(limited > 0);
}

TEST_CASE("a change of role or of activity holds from the next request on") {
    Server server;
    server.add_user("owner@example.fr", Role::owner);
    const std::int64_t lea = server.add_user("lea@example.fr", Role::admin);
    const std::string cookie = server.sign_in(lea);
    CHECK(
        server.send(Method::post, "/api/users", R"({"name":"A","email":"a@example.fr"})", cookie)
            .status == 201
    );
    const auto set = [&](std::string_view field, Value value) {
        server.app().database().write(0, [&](Transaction& tx) {
            const FieldChange one[] = {change(EntityOf<User>::spec, field, value)};
            return static_cast<bool>(update(tx, EntityOf<User>::spec, lea, one, Language::fr));
        });
    };
    set("role", std::string("member"));
    CHECK(
        server.send(Method::post, "/api/users", R"({"name":"B","email":"b@example.fr"})", cookie)
            .status == 403
    );
    set("is_active", false);
    CHECK(server.get("/api/session", cookie).status == 401);
}

TEST_CASE("the form signs in without JavaScript and says what is wrong in the reader's language") {
    Server server;
    server.add_user("lea@example.fr", Role::owner);
    const Response wrong =
        server.post_form("/login", "email=lea%40example.fr%22%3E%3Cscript%3E&password=nope");
    CHECK(wrong.status == 401);
    CHECK(wrong.content_type == "text/html; charset=utf-8");
    CHECK(wrong.body.find("mot de passe incorrect") != std::string::npos);
    CHECK(wrong.body.find("<script>") == std::string::npos);
    CHECK(wrong.body.find("style=") == std::string::npos);
    const Response english = server.send(
        Method::post,
        "/login",
        "email=x&password=y",
        "",
        {{"Content-Type", "application/x-www-form-urlencoded"},
         {"Accept-Language", "en-GB,en;q=0.9"}}
    );
    CHECK(english.body.find("lang=\"en\"") != std::string::npos);
    CHECK(english.body.find("Wrong e-mail") != std::string::npos);

    const Response right = server.post_form(
        "/login", "email=lea%40example.fr&password=une+phrase+assez+longue&remember=1"
    );
    CHECK(right.status == 303);
    CHECK(right.find_header("Location") == "/");
    CHECK(
        std::string(right.find_header("Set-Cookie")).find("Max-Age=2592000") != std::string::npos
    );
    const std::string cookie = cookie_of(right);
    CHECK(server.get("/api/session", cookie).status == 200);
    CHECK(server.post_form("/logout", "", cookie).status == 303);
    CHECK(server.get("/api/session", cookie).status == 401);
}

TEST_CASE("the first start makes workspace and owner, once") {
    Server server;
    const std::string token = start_token(server);
    CHECK(server.get("/start/wrong").status == 404);
    CHECK(server.get("/start/" + token).status == 200);
    CHECK(server.get("/invite/" + token).status == 404);
    // Each refusal says why and keeps what was typed.
    for (const char* password :
         {"short", "azertyuiop1234", "111111111111", "lea martin 12", "motdepasse2024"}) {
        CAPTURE(password);
        const Response refused = server.post_form("/start", start_form(token, password));
        CHECK(refused.status == 422);
        CHECK(refused.body.find("aria-invalid") != std::string::npos);
        CHECK(refused.body.find("Léa Martin") != std::string::npos);
        CHECK(refused.body.find(password) == std::string::npos);
    }
    CHECK(
        server
            .post_form(
                "/start",
                "token=" + token + "&workspace=&name=&email=nope&password=une+phrase+assez+longue"
            )
            .status == 422
    );
    const Response made = server.post_form("/start", start_form(token, "une+phrase+assez+longue"));
    CHECK(made.status == 303);
    const Json me = body_of(server.get("/api/session", cookie_of(made)));
    CHECK(json_string(me["user"], "role") == "owner");
    CHECK(json_string(me["user"], "email") == "lea@example.fr");
    CHECK(json_string(me["workspace"], "name") == "Atelier");
    CHECK(server.get("/start/" + token).status == 404);
    CHECK(server.post_form("/start", start_form(token, "une+phrase+assez+longue")).status == 404);
    CHECK(
        server.post_form("/start", start_form(start_token(server), "une+phrase+assez+longue"))
            .status == 404
    );
    CHECK(sign_in(server, "lea@example.fr", good_password).status == 200);
}

TEST_CASE("links end: the first start's after a day") {
    Server server;
    const std::string token = start_token(server);
    server.pass_seconds(24 * 3600 + 1);
    CHECK(server.get("/start/" + token).status == 404);
}

TEST_CASE("passwords that will do and passwords that are guessed first") {
    const std::string_view names[] = {"Léa Martin", "lea.martin", "Atelier"};
    CHECK(check_password("une phrase assez longue", names) == nullptr);
    CHECK(check_password("x7#kQ9!mZ2&p", names) == nullptr);
    CHECK(check_password("пароль из слов", names) == nullptr);
    CHECK(check_password("court", names) != nullptr);
    CHECK(check_password("password1234", names) != nullptr);
    CHECK(check_password("aaaaaaaaaaaaaa", names) != nullptr);
    CHECK(check_password("123456789012", names) != nullptr);
    CHECK(check_password("Léa Martin 1", names) != nullptr);
    CHECK(check_password(std::string(201, 'x') + "abcdefg", names) != nullptr);
}
