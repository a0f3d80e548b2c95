// Addresses and places: each place has one address, and the address leads back to it.
#include "web/app/route.hpp"

#include <doctest/doctest.h>

using namespace carnet;
using namespace carnet::app;

namespace {

void check_round_trip(const Route& route, std::string_view path) {
    CAPTURE(path);
    CHECK(to_path(route) == path);
    const auto parsed = parse_route(path);
    REQUIRE(parsed);
    CHECK(*parsed == route);
}

} // namespace

TEST_CASE("every place has an address that leads back to it") {
    check_round_trip(ClientListRoute{}, "/clients");
    check_round_trip(ClientListRoute{.view = 3}, "/clients?view=3");
    check_round_trip(ClientRoute{.id = 42}, "/clients/42");
    check_round_trip(ClientRoute{.id = 42, .tab = SheetTab::contacts}, "/clients/42?tab=contacts");
    check_round_trip(
        ClientRoute{.id = 42, .tab = SheetTab::contacts, .contact = 7},
        "/clients/42?tab=contacts&contact=7"
    );
    check_round_trip(ClientRoute{.id = 42, .tab = SheetTab::projects}, "/clients/42?tab=projects");
    check_round_trip(ClientRoute{.id = 42, .tab = SheetTab::messages}, "/clients/42?tab=messages");
    check_round_trip(
        ClientRoute{.id = 42, .tab = SheetTab::history, .field = "phone"},
        "/clients/42?tab=history&field=phone"
    );
    check_round_trip(ClientRoute{.id = 42, .tab = SheetTab::sheet}, "/clients/42?tab=sheet");
    check_round_trip(
        ClientRoute{.id = 42, .tab = SheetTab::documents, .folder = 7},
        "/clients/42?tab=documents&folder=7"
    );
    check_round_trip(
        ClientRoute{.id = 42, .tab = SheetTab::documents, .documents = DocumentsPage::rights},
        "/clients/42?tab=documents&show=rights"
    );
    check_round_trip(NewClientRoute{}, "/clients/new");
    check_round_trip(ImportRoute{}, "/clients/import");
    check_round_trip(ProjectListRoute{}, "/projects");
    check_round_trip(
        ProjectListRoute{.text = "wi-fi & câbles", .state = "running", .sort = "-budget_cents"},
        "/projects?q=wi-fi%20%26%20c%C3%A2bles&state=running&sort=-budget_cents"
    );
    check_round_trip(ProjectRoute{.id = 12}, "/projects/12");
    for (const auto page :
         {SettingsPage::organisation,
          SettingsPage::team,
          SettingsPage::roles,
          SettingsPage::words,
          SettingsPage::mails,
          SettingsPage::journal,
          SettingsPage::profile})
        CHECK(parse_route(to_path(SettingsRoute{page})) == Route{SettingsRoute{page}});
}

TEST_CASE("the list's address carries search, filters and order") {
    ClientListRoute route;
    route.query.text = "été & fils";
    route.query.states = {ClientState::active, ClientState::prospect};
    route.query.sort = BookColumn::value;
    route.query.descending = true;
    route.view = 5;
    const auto parsed = parse_route(to_path(route));
    REQUIRE(parsed);
    CHECK(*parsed == Route{route});
}

TEST_CASE("the root is the list") {
    CHECK(parse_route("/") == Route{ClientListRoute{}});
}

TEST_CASE("an address of no place, or with unknown parts, is not understood") {
    for (const char* path :
         {"/nowhere",
          "/clients/0",
          "/clients/-1",
          "/clients/abc",
          "/clients/42?tab=nothing",
          "/clients/42?what=1",
          "/clients/42x",
          "/clients/99999999999999999999",
          "/clients?what=1",
          "/clients?view=x",
          "/settings/nothing",
          "/clients/42?field=A%20B"}) {
        CAPTURE(path);
        CHECK_FALSE(parse_route(path));
    }
}

TEST_CASE("a tab is the same place, another client is not") {
    CHECK(same_place(ClientRoute{.id = 1}, ClientRoute{.id = 1, .tab = SheetTab::contacts}));
    CHECK_FALSE(same_place(ClientRoute{.id = 1}, ClientRoute{.id = 2}));
    CHECK(same_place(ClientListRoute{}, ClientListRoute{.view = 2}));
    CHECK_FALSE(same_place(SettingsRoute{SettingsPage::team}, SettingsRoute{SettingsPage::roles}));
    CHECK_FALSE(same_place(ClientListRoute{}, NewClientRoute{}));
}
