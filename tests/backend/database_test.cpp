// The database itself: migrations against the field tables, shared commits, what is taken back,
// errors of the disk.
#include "backend/db/connection.hpp"
#include "backend/db/dialect.hpp"
#include "backend/db/migration_files.hpp"
#include "server.hpp"

#include <doctest/doctest.h>

#include <barrier>
#include <fstream>
#include <thread>

using namespace carnet;
using carnet::test::TempFolder;

namespace {

Tag make_tag(const std::string& name) {
    return {.name = name};
}

// True when it was kept.
bool add_tag(Database& database, const std::string& name) {
    bool kept = false;
    database.write(0, [&](Transaction& tx) {
        Tag tag = make_tag(name);
        return kept = static_cast<bool>(insert(tx, tag, Language::fr));
    });
    return kept;
}

std::vector<Tag> tags_of(Database& database) {
    std::vector<Tag> tags;
    database.read([&](Transaction& tx) { tags = find_all<Tag>(tx, "ORDER BY id"); });
    return tags;
}

DatabaseError::Kind kind_of_opening(const std::string& path) {
    try {
        Database database({.path = path});
    } catch (const DatabaseError& error) {
        return error.kind();
    }
    return DatabaseError::Kind::other;
}

} // namespace

TEST_CASE("the migrated tables have exactly the columns of the field tables") {
    const TempFolder folder;
    { Database database({.path = folder.path() + "/carnet.db"}); }
    Connection connection(folder.path() + "/carnet.db", Connection::Mode::read);
    for (const EntitySpec* spec : all_entities()) {
        CAPTURE(spec->name);
        const auto columns = columns_of(connection, spec->table);
        REQUIRE(columns.size() == spec->fields.size() + 1);
        CHECK(columns[0].name == "id");
        for (const Field& field : spec->fields) {
            CAPTURE(field.name);
            const auto found =
                std::find_if(columns.begin(), columns.end(), [&](const ColumnInfo& column) {
                    return column.name == field.name;
                });
            REQUIRE(found != columns.end());
            const bool number =
                field.kind == FieldKind::integer || field.kind == FieldKind::percent ||
                field.kind == FieldKind::money || field.kind == FieldKind::boolean ||
                field.kind == FieldKind::reference;
            CHECK(found->type == (number ? "INTEGER" : "TEXT"));
        }
    }
}

TEST_CASE("migrations run once, and a database of a later version is left alone") {
    const TempFolder folder;
    const std::string path = folder.path() + "/carnet.db";
    { Database database({.path = path}); }
    { Database database({.path = path}); }
    {
        Connection connection(path, Connection::Mode::write);
        CHECK(
            connection.integer("SELECT count(*) FROM migration") ==
            static_cast<std::int64_t>(migration_files().size())
        );
        connection.run("INSERT INTO migration (number, name, applied_at) VALUES (9999, 'later', '')"
        );
    }
    CHECK(kind_of_opening(path) == DatabaseError::Kind::too_new);
}

TEST_CASE("a file that is no database, or another program's, is refused and left as it is") {
    const TempFolder folder;
    const std::string path = folder.path() + "/carnet.db";
    std::ofstream(path) << std::string(5000, 'x');
    CHECK(kind_of_opening(path) == DatabaseError::Kind::corrupt);
    CHECK(std::filesystem::file_size(path) == 5000);
    std::filesystem::remove(path);
    { Connection(path, Connection::Mode::create).run("CREATE TABLE theirs (a INTEGER)"); }
    CHECK(kind_of_opening(path) == DatabaseError::Kind::corrupt);
}

TEST_CASE("writes that wait together share a commit") {
    const TempFolder folder;
    Database database({.path = folder.path() + "/carnet.db"});
    constexpr int threads = 8;
    constexpr int each = 25;
    const std::uint64_t before = database.group_count();
    std::barrier start(threads);
    std::vector<std::thread> writers;
    for (int t = 0; t < threads; ++t)
        writers.emplace_back([&, t] {
            start.arrive_and_wait();
            for (int i = 0; i < each; ++i)
                add_tag(database, "tag " + std::to_string(t) + " " + std::to_string(i));
        });
    for (std::thread& writer : writers)
        writer.join();
    CHECK(tags_of(database).size() == threads * each);
    CHECK(database.position() == threads * each);
    // Alone each would have needed its own; how many are saved depends on the disk.
    CHECK(database.group_count() - before < threads * each);
}

TEST_CASE("a refused write and a thrown one take back only their own changes") {
    const TempFolder folder;
    Database database({.path = folder.path() + "/carnet.db"});
    std::vector<Commit> told;
    database.set_commit_listener([&](Transaction&, const std::vector<Commit>& commits) {
        told.insert(told.end(), commits.begin(), commits.end());
    });
    add_tag(database, "one");
    database.write(0, [](Transaction& tx) {
        Tag tag = make_tag("refused");
        (void)insert(tx, tag, Language::fr);
        return false;
    });
    CHECK_THROWS_AS(
        database.write(
            0,
            [](Transaction& tx) -> bool {
                Tag tag = make_tag("thrown");
                (void)insert(tx, tag, Language::fr);
                throw std::runtime_error("no");
            }
        ),
        std::runtime_error
    );
    add_tag(database, "two");
    const auto tags = tags_of(database);
    REQUIRE(tags.size() == 2);
    CHECK(tags[0].name == "one");
    CHECK(tags[1].name == "two");
    REQUIRE(told.size() == 2);
    CHECK(told[0].rows.size() == 1);
    CHECK(told[1].position == told[0].position + 1);
    CHECK(database.position() == told[1].position);
}

TEST_CASE("a reader sees a consistent state and does not wait for the writer") {
    const TempFolder folder;
    Database database({.path = folder.path() + "/carnet.db"});
    add_tag(database, "one");
    database.write(0, [&](Transaction& tx) {
        Tag tag = make_tag("two");
        (void)insert(tx, tag, Language::fr);
        // The writer is in the middle of its work here.
        CHECK(tags_of(database).size() == 1);
        return true;
    });
    CHECK(tags_of(database).size() == 2);
}

TEST_CASE("a copy made while others write is whole") {
    const TempFolder folder;
    const std::string path = folder.path() + "/carnet.db";
    Database database({.path = path});
    for (int i = 0; i < 20; ++i)
        add_tag(database, "tag " + std::to_string(i));
    copy_database(path, folder.path() + "/copy.db");
    add_tag(database, "later");
    CHECK(sound_database(folder.path() + "/copy.db"));
    Database copy({.path = folder.path() + "/copy.db"});
    CHECK(tags_of(copy).size() == 20);
    CHECK(copy.position() == 20);
}

TEST_CASE("a full disk is said as such, and what was there stays") {
    const TempFolder folder;
    const std::string path = folder.path() + "/carnet.db";
    Database database({.path = path});
    add_tag(database, "one");
    auto kind = DatabaseError::Kind::other;
    try {
        database.write(0, [](Transaction& tx) {
            // The engine's own limit stands for a full disk.
            Statement pages = tx.prepare("PRAGMA page_count");
            pages.step();
            tx.prepare("PRAGMA max_page_count = " + std::to_string(pages.integer(0) + 2)).step();
            for (int i = 0; i < 2000; ++i) {
                Tag tag = make_tag("a rather long name of a tag " + std::to_string(i));
                (void)insert(tx, tag, Language::fr);
            }
            return true;
        });
    } catch (const DatabaseError& error) {
        kind = error.kind();
    }
    CHECK(kind == DatabaseError::Kind::full);
    CHECK(tags_of(database).size() == 1);
    database.write(0, [](Transaction& tx) {
        tx.prepare("PRAGMA max_page_count = 1000000").step();
        return true;
    });
    CHECK(add_tag(database, "two"));
    CHECK(database.integrity_errors().empty());
}
