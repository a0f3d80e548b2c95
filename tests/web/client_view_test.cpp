// The client sheet: loading, full, absent; editing in place, refusals and conflicts, logging an
// activity, undo.
#include "tests/web/app_harness.hpp"

#include "shared/core/format.hpp"

#include <doctest/doctest.h>

using namespace carnet;
using test::AppHarness;

namespace {

Json problem(std::string detail, Json fields = Json::array()) {
    return {
        {"type", "about:blank"},
        {"title", "x"},
        {"status", 422},
        {"detail", std::move(detail)},
        {"fields", std::move(fields)}};
}

Json empty_timeline() {
    return {{"activities", Json::array()}, {"next", nullptr}, {"position", 100}};
}

// The sheet of client 42, loaded.
std::unique_ptr<AppHarness> open_sheet(test::HarnessOptions options = {}) {
    options.path = "/clients/42";
    auto app = std::make_unique<AppHarness>(options);
    REQUIRE(app->answer("GET", "/api/clients/42", test::sheet_json()));
    app->answer("GET", "/api/clients/42/timeline", empty_timeline());
    return app;
}

} // namespace

TEST_CASE("the sheet shows identity, contacts, memo, addresses and figures") {
    const auto app = open_sheet();
    CHECK(app->find("heading", "Ateliers Fontaine"));
    for (const char* words :
         {"Fontaine Ébénisterie SAS",
          "PR-00412",
          "Claire Fontaine",
          "Sonner à l’entrée livraison",
          "18 rue des Charpentiers",
          "Prospect"}) {
        CAPTURE(words);
        CHECK(app->shows(words));
    }
    CHECK(app->world().title.starts_with("Ateliers Fontaine"));
}

TEST_CASE("a client that is not there or not visible says so and leads back to the list") {
    AppHarness app({.path = "/clients/42"});
    REQUIRE(app.answer("GET", "/api/clients/42", problem("absent"), 404));
    CHECK(app.shows("Fiche introuvable"));
    REQUIRE(app.press("button", "Clients"));
    CHECK(std::holds_alternative<app::ClientListRoute>(app.app().route()));
}

TEST_CASE("a sheet that could not be loaded offers another try") {
    AppHarness app({.path = "/clients/42"});
    REQUIRE(app.answer("GET", "/api/clients/42", problem("Le serveur est occupé."), 500));
    CHECK(app.shows("Le serveur est occupé."));
    REQUIRE(app.press("button", "Réessayer"));
    CHECK(app.asked("GET", "/api/clients/42"));
}

TEST_CASE("a field is edited in place and sent alone, with the version it was read at") {
    const auto app = open_sheet();
    // How the number is grouped is the formatting's business.
    const auto number = format_phone("+33261914012", Language::fr);
    REQUIRE(app->press("button", "Modifier Téléphone\u00a0: " + number));
    REQUIRE(app->type("Téléphone", "01 44 55 66 77"));
    // Going into another field leaves this one: that is when it is checked and saved.
    REQUIRE(app->type("Consigner une activité", "Numéro corrigé"));
    const Json body = app->sent("PATCH", "/api/clients/42");
    CHECK(body == Json{{"fields", {{"phone", {{"value", "+33144556677"}, {"version", 100}}}}}});
}

TEST_CASE("a prospect is turned into a client with one button") {
    const auto app = open_sheet();
    REQUIRE(app->press("button", "Transformer en client"));
    CHECK(app->asked("POST", "/api/clients/42/convert"));
    REQUIRE(app->answer("POST", "/api/clients/42/convert", {{"action", 12}, {"position", 101}}));
    CHECK(app->shows("Ateliers Fontaine est maintenant client"));
    REQUIRE(app->press("button", "Annuler"));
    CHECK(app->sent("POST", "/api/undo") == Json{{"action", 12}});
}

TEST_CASE("who may not edit sees the sheet without the means to") {
    const auto app = open_sheet({.role = Role::member});
    CHECK(app->find("heading", "Ateliers Fontaine"));
    CHECK_FALSE(app->find("button", "Transformer en client"));
    CHECK_FALSE(app->find("button", "Ajouter une adresse"));
}

TEST_CASE("an activity is logged with the composer") {
    const auto app = open_sheet();
    REQUIRE(app->type("Consigner une activité", "Confirme jeudi 14 h"));
    REQUIRE(app->find("form", "Consigner une activité"));
    app->frames();
    CHECK_FALSE(app->world().storage["draft:1:activity:42"].empty());
}
