// The list's own writing of JSON against the common one, rows out of the database, and numbers of
// the demonstration.
#include "backend/features/book_rows.hpp"
#include "backend/features/client_list.hpp"
#include "backend/features/client_records.hpp"
#include "backend/features/demo/client.hpp"
#include "backend/features/row_pipe.hpp"
#include "shared/book/codec.hpp"
#include "tests/backend/server.hpp"

#include <doctest/doctest.h>

using namespace carnet;

TEST_CASE("a row written by hand is byte for byte the common JSON") {
    BookRow row;
    std::string out;
    append_json(out, row);
    CHECK(out == dump(to_json(row)));
    row = {
        .id = 42,
        .name = "L’Étang \"du\" \\ Moulin\n\t\x01",
        .legal_name = "Étang SARL",
        .reference = "CL-00042",
        .kind = ClientKind::person,
        .state = ClientState::suspended,
        .archived = true,
        .owner_id = 7,
        .tag_ids = {3, 1},
        .contacts_text = "Anne\nanne@x.example",
        .active_projects = 2,
        .progress = 55,
        .value_cents = 8'420'000,
        .last_activity_ms = 1'763'760'000'123,
        .last_activity_kind = ActivityKind::sms,
        .created_ms = 1'600'000'000'000,
        .assigned_ids = {9}};
    out.clear();
    append_json(out, row);
    CHECK(out == dump(to_json(row)));
    CHECK(out.find("assigned") == std::string::npos);
}

TEST_CASE("lists of identifiers are read as they are stored") {
    CHECK(parse_ids("").empty());
    CHECK(parse_ids("[]").empty());
    CHECK(parse_ids("[17]") == Ids{17});
    CHECK(parse_ids("[3,17,200]") == Ids{3, 17, 200});
}

TEST_CASE("a client's row follows its contacts, address, projects and activities") {
    test::Server server;
    const auto user = server.add_user("a@b.example", Role::owner);
    std::int64_t id = 0;
    server.app().database().write(user, [&](Transaction& tx) {
        Client client{.legal_name = "Fonderie SAS"};
        client.trade_name = "Fonderie";
        id = *create_client(tx, client, Language::fr);
        Contact contact{.last_name = "Durand", .phone = "+33261910001"};
        const auto person = insert(tx, contact, Language::fr);
        ClientContact link{
            .client_id = {id}, .contact_id = {*person}, .roles = {"technical"}, .is_main = true};
        CHECK(insert(tx, link, Language::fr));
        Project project{
            .client_id = {id},
            .name = "P",
            .progress = 40,
            .budget_cents = 1000,
            .team_ids = {user}};
        CHECK(insert(tx, project, Language::fr));
        return true;
    });
    server.app().database().read([&](Transaction& tx) {
        const std::int64_t ids[] = {id};
        const auto rows = book_rows(tx, ids);
        REQUIRE(rows.size() == 1);
        CHECK(rows[0].name == "Fonderie");
        CHECK(rows[0].legal_name == "Fonderie SAS");
        CHECK(rows[0].contact_name == "Durand");
        CHECK(rows[0].contact_role == "technical");
        CHECK(rows[0].active_projects == 1);
        CHECK(rows[0].progress == 40);
        CHECK(rows[0].value_cents == 1000);
        CHECK(rows[0].assigned_ids == Ids{user});
        int count = 0;
        load_book_rows(tx, [&](const BookRow&) { ++count; });
        CHECK(count == 1);
    });
    // When none runs, the row says whether all have ended.
    const auto progress_after = [&](std::string_view state) {
        std::int64_t progress = -1;
        server.app().database().write(user, [&](Transaction& tx) {
            const auto projects = find_all<Project>(tx, "LIMIT 1");
            const FieldChange one = change(EntityOf<Project>::spec, "state", std::string(state));
            CHECK(update(tx, EntityOf<Project>::spec, projects[0].id, {&one, 1}, Language::fr));
            const std::int64_t ids[] = {id};
            progress = book_rows(tx, ids)[0].progress;
            return true;
        });
        return progress;
    };
    CHECK(progress_after("waiting") == 0);
    CHECK(progress_after("done") == 100);
    CHECK(progress_after("cancelled") == 100);
    CHECK(progress_after("running") == 40);
}

TEST_CASE("a server that is stopped at once waits for what it makes in the background") {
    test::Server server;
    for (int i = 0; i < 50; ++i)
        server.restart();
    // The sanitizer sees what a thread still made or used; this sees that it came back whole.
    server.app().database().read([&](Transaction& tx) { CHECK(tx.position() == 0); });
}

TEST_CASE("rows that go through the pipe are all in the book, in their order") {
    for (const std::int64_t rows : {0, 1, 512, 20'000}) {
        Book book;
        {
            RowPipe pipe(book);
            for (std::int64_t id = 1; id <= rows; ++id)
                pipe.give({.id = id, .name = "Client " + std::to_string(id)});
        }
        REQUIRE(book.size() == static_cast<std::size_t>(rows));
        for (std::int64_t id = 1; id <= rows; ++id)
            CHECK(book.slot_of(id) == static_cast<Slot>(id - 1));
    }
}

TEST_CASE("invented companies have numbers that pass the checks") {
    for (std::int64_t number : {1, 412, 1284, 99'999}) {
        Client client{.legal_name = "X"};
        client.siren = demo::make_siren(number);
        client.siret = demo::make_siret(client.siren);
        client.vat_number = demo::make_vat_number(client.siren);
        client.phone = demo::make_phone(number);
        CHECK(check_fields(EntityOf<Client>::spec, &client, Language::fr).empty());
        CHECK(check(client, Language::fr).empty());
    }
}
