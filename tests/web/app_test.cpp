// The application as a whole: signing in, the session that ends, keys, leaving, the network that
// goes away.
#include "tests/web/app_harness.hpp"

#include <doctest/doctest.h>

using namespace carnet;
using test::AppHarness;

TEST_CASE("without a session the sign-in form is shown") {
    AppHarness app({.signed_in = false});
    REQUIRE(app.answer("GET", "/api/session", {{"detail", "x"}}, 401));
    CHECK(app.world().sign_in_shown);
}

TEST_CASE("after signing in the application starts") {
    AppHarness app({.signed_in = false});
    REQUIRE(app.answer("GET", "/api/session", {{"detail", "x"}}, 401));
    app.world().signed_in = true;
    app.frames();
    REQUIRE(app.answer("GET", "/api/session", test::me_json(Role::owner)));
    CHECK(app.app().session().known);
    CHECK(app.find("navigation", "Navigation"));
}

TEST_CASE("a session that ends shows the form over the page, and work goes on where it was") {
    AppHarness app({.path = "/clients/42"});
    REQUIRE(app.answer("GET", "/api/clients/42", {{"detail", "x"}}, 401));
    CHECK(app.world().sign_in_shown);
    CHECK(std::holds_alternative<app::ClientRoute>(app.app().route()));
    app.world().signed_in = true;
    app.frames();
    REQUIRE(app.answer("GET", "/api/session", test::me_json(Role::owner)));
    CHECK(app.asked("GET", "/api/clients/42"));
}

TEST_CASE("an unknown address says which and leads to the clients") {
    AppHarness app({.path = "/nowhere"});
    CHECK(app.shows("Cette adresse ne mène nulle part"));
    REQUIRE(app.press("button", "Aller aux clients"));
    CHECK(app.world().path == "/clients");
}

TEST_CASE("going to settings makes a history entry; another page of them another one") {
    AppHarness app;
    const auto before = app.world().history.size();
    REQUIRE(app.press("link", "Paramètres"));
    CHECK(app.world().path == "/settings/profile");
    CHECK(app.world().history.size() == before + 1);
}

TEST_CASE("a change without network waits, is said to wait, and goes through once with the same key"
) {
    AppHarness app({.path = "/clients/42"});
    REQUIRE(app.answer("GET", "/api/clients/42", test::sheet_json()));
    REQUIRE(app.press("button", "Transformer en client"));
    const auto key_of = [&] {
        std::string key;
        for (const auto& sent : app.world().requests)
            if (sent.request.path == "/api/clients/42/convert")
                key = sent.request.idempotency_key;
        return key;
    };
    const std::string key = key_of();
    CHECK(key.size() >= 8);
    REQUIRE(app.answer("POST", "/api/clients/42/convert", nullptr, 0));
    CHECK(app.shows("Hors ligne"));
    app.world().now_ms += 5000;
    app.frames();
    REQUIRE(app.asked("POST", "/api/clients/42/convert"));
    CHECK(key_of() == key);
    REQUIRE(app.answer("POST", "/api/clients/42/convert", {{"action", 5}, {"position", 101}}));
    CHECK_FALSE(app.asked("POST", "/api/clients/42/convert"));
    CHECK(app.app().api().writes().pending() == 0);
}

TEST_CASE("the interface speaks English on request") {
    AppHarness app({.language = Language::en});
    CHECK(app.find("link", "Settings"));
}
