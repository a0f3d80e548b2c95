// Rows by their field table: checks, the journal of each change, conflicts, the check of the
// journal.
#include "backend/db/check.hpp"
#include "server.hpp"
#include "shared/core/json.hpp"

#include <doctest/doctest.h>

using namespace carnet;
using carnet::test::TempFolder;

namespace {

constexpr Language fr = Language::fr;

struct Workbench {
    TempFolder folder;
    std::atomic<std::int64_t> now{1'795'000'000'000};
    Database database{
        {.path = folder.path() + "/carnet.db", .clock = [this] { return Instant{now.load()}; }}};

    std::int64_t add_client(Client client = {.legal_name = "Fonderie"}) {
        std::int64_t id = 0;
        database.write(0, [&](Transaction& tx) {
            static std::atomic<std::int64_t> number{0};
            client.number = ++number;
            id = *insert(tx, client, fr);
            return true;
        });
        return id;
    }
    Result<int> change_client(
        std::int64_t id,
        std::string_view field,
        Value value,
        std::int64_t version = any_version,
        std::int64_t user = 0
    ) {
        Result<int> changed = 0;
        FieldChange one = change(EntityOf<Client>::spec, field, std::move(value));
        one.version = version;
        database.write(user, [&](Transaction& tx) {
            changed = update(tx, EntityOf<Client>::spec, id, std::span(&one, 1), fr);
            return static_cast<bool>(changed);
        });
        return changed;
    }
    Client client(std::int64_t id) {
        Client found;
        database.read([&](Transaction& tx) { found = *find<Client>(tx, id); });
        return found;
    }
    std::vector<JournalRow> journal(std::int64_t after = 0) {
        std::vector<JournalRow> rows;
        database.read([&](Transaction& tx) { rows = rows_since(tx, after, 1000); });
        return rows;
    }
    CheckReport check() {
        CheckReport report;
        database.read([&](Transaction& tx) { report = check_journal(tx, fr); });
        return report;
    }
};

} // namespace

TEST_CASE("a new row is checked, stamped and journalled whole") {
    Workbench bench;
    const std::int64_t id =
        bench.add_client({.legal_name = "Fonderie", .siren = "732 829 320", .tag_ids = {}});
    const Client client = bench.client(id);
    CHECK(client.siren == "732829320");
    CHECK(client.created_at.ms == bench.now);
    const auto rows = bench.journal();
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].op == JournalOp::create);
    CHECK(rows[0].client_id == id);
    const auto whole = parse_json(rows[0].new_value, fr);
    REQUIRE(whole);
    CHECK(json_string(*whole, "legal_name") == "Fonderie");
    CHECK(json_int(*whole, "id") == id);
}

TEST_CASE("a new row with a wrong value or a reference to nothing is refused with the field's name"
) {
    Workbench bench;
    bench.database.write(0, [&](Transaction& tx) {
        Client client{.legal_name = "Fonderie", .siren = "123456789", .sector_id = {77}};
        const auto made = insert(tx, client, fr);
        REQUIRE(!made);
        CHECK(made.error().code == ErrorCode::invalid);
        REQUIRE(made.error().fields.size() == 2);
        CHECK(made.error().fields[0].field == "siren");
        CHECK(made.error().fields[1].field == "sector_id");
        return false;
    });
    CHECK(bench.journal().empty());
}

TEST_CASE("an update journals each field with old and new value, and leaves what is equal alone") {
    Workbench bench;
    const std::int64_t id = bench.add_client();
    const std::int64_t before = bench.database.position();
    CHECK(*bench.change_client(id, "phone", std::string("01 23 45 67 89")) == 1);
    const auto rows = bench.journal(before);
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].field == "phone");
    CHECK(rows[0].old_value == "null");
    CHECK(rows[0].new_value == "\"+33123456789\"");
    CHECK(*bench.change_client(id, "phone", std::string("+33 1 23 45 67 89")) == 0);
    CHECK(bench.journal(before).size() == 1);
}

TEST_CASE("different fields never conflict; the same field says theirs, original, by and at") {
    Workbench bench;
    const std::int64_t id = bench.add_client();
    std::int64_t lea = 0;
    bench.database.write(0, [&](Transaction& tx) {
        User user{.name = "Léa Martin", .email = "lea@example.fr"};
        lea = *insert(tx, user, fr);
        return true;
    });
    const std::int64_t seen = bench.database.position();
    CHECK(bench.change_client(id, "memo", std::string("de Léa"), seen, lea));
    CHECK(bench.change_client(id, "notes", std::string("de Paul"), seen));

    const auto refused = bench.change_client(id, "memo", std::string("de Paul"), seen);
    REQUIRE(!refused);
    CHECK(refused.error().code == ErrorCode::conflict);
    REQUIRE(refused.error().fields.size() == 1);
    const FieldError& field = refused.error().fields[0];
    CHECK(field.field == "memo");
    CHECK(field.theirs == "\"de Léa\"");
    CHECK(field.original == "null");
    CHECK(field.by == "Léa Martin");
    CHECK(field.at == to_iso(Instant{bench.now}));
    CHECK(bench.client(id).memo == "de Léa");
    // The same value twice is an agreement.
    CHECK(*bench.change_client(id, "memo", std::string("de Léa"), seen) == 0);
    // Whoever has seen Léa's change may replace it.
    CHECK(*bench.change_client(id, "memo", std::string("de Paul"), bench.database.position()) == 1);
}

TEST_CASE("a removed row comes back under its old number") {
    Workbench bench;
    const std::int64_t client_id = bench.add_client();
    std::int64_t id = 0;
    bench.database.write(0, [&](Transaction& tx) {
        Address address{.client_id = {client_id}, .city = "Lyon"};
        id = *insert(tx, address, fr);
        return true;
    });
    const std::int64_t before = bench.database.position();
    bench.database.write(0, [&](Transaction& tx) {
        return remove(tx, EntityOf<Address>::spec, id);
    });
    const auto rows = bench.journal(before);
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].op == JournalOp::remove);
    CHECK(rows[0].client_id == client_id);
    bench.database.write(0, [&](Transaction& tx) {
        const auto json = parse_json(rows[0].old_value, fr);
        CHECK(restore(tx, EntityOf<Address>::spec, *json, fr));
        const auto back = find<Address>(tx, id);
        REQUIRE(back);
        CHECK(back->city == "Lyon");
        return true;
    });
    CHECK(bench.check().problems.empty());
}

TEST_CASE(
    "changes from a request: unknown, filled by the server, without version, of the wrong type"
) {
    const auto parse = [](const char* text) {
        return parse_changes(EntityOf<Client>::spec, *parse_json(text, fr), 3, fr);
    };
    CHECK(parse(R"({"phone":{"value":"1","version":3}})"));
    for (const char* wrong :
         {R"({})",
          R"([])",
          R"({"telephone":{"value":"1","version":3}})",
          R"({"number":{"value":1,"version":3}})",
          R"({"phone":{"value":"1"}})",
          R"({"phone":"1"})",
          R"({"phone":{"value":"1","version":4}})",
          R"({"phone":{"value":"1","version":-1}})",
          R"({"phone":{"value":"1","version":9223372036854775807}})",
          R"({"phone":{"value":12,"version":3}})",
          R"({"state":{"value":"maybe","version":3}})",
          R"({"phone":{"value":"1","version":3,"force":true}})",
          R"({"tag_ids":{"value":"1","version":3}})"}) {
        CAPTURE(wrong);
        const auto changes = parse(wrong);
        REQUIRE(!changes);
        CHECK(changes.error().code == ErrorCode::invalid);
        CHECK(!changes.error().fields.empty());
    }
}

TEST_CASE("an action carries who, when, what, and how many clients") {
    Workbench bench;
    bench.database.write(0, [&](Transaction& tx) {
        CHECK(tx.action_id() == 0);
        tx.set_action("start", {{"name", "Atelier"}});
        for (int i = 0; i < 3; ++i) {
            Client client{.legal_name = "Client", .number = 1000 + i};
            (void)insert(tx, client, fr);
        }
        const auto action = find_action(tx, tx.action_id());
        REQUIRE(action.size() == 1);
        CHECK(action_text(action[0], fr) == "Création de l’espace Atelier");
        return true;
    });
    bench.database.read([&](Transaction& tx) {
        const auto rows = rows_since(tx, 0, 10);
        REQUIRE(rows.size() == 3);
        const auto action = find_action(tx, rows[0].action_id);
        REQUIRE(action.size() == 1);
        CHECK(action[0].client_count == 3);
        CHECK(action[0].at.ms == bench.now);
        CHECK(rows_of_action(tx, action[0].id).size() == 3);
    });
}

TEST_CASE(
    "the check of the journal finds a row that was changed, added or taken away behind its back"
) {
    Workbench bench;
    const std::int64_t one = bench.add_client();
    const std::int64_t two = bench.add_client();
    CHECK(bench.check().problems.empty());
    CHECK(bench.check().rows == 2);
    bench.database.write(0, [&](Transaction& tx) {
        tx.run("UPDATE client SET memo = 'x' WHERE id = " + std::to_string(one));
        tx.run("DELETE FROM client WHERE id = " + std::to_string(two));
        tx.run("INSERT INTO tag (name) VALUES ('y')");
        return true;
    });
    CHECK(bench.check().problems.size() == 3);
}
