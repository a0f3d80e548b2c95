// Nobody is told anything about clients he may not see: neither rows nor totals.
#include "shared/book/book.hpp"
#include "tests/support/book_rows.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace carnet;

namespace {

Actor actor(Role role, std::int64_t user_id) {
    Actor a;
    a.user_id = user_id;
    a.role = role;
    a.grants = default_grants(role);
    return a;
}

} // namespace

TEST_CASE("rows and totals are exactly those that can_see allows, row by row") {
    RowMaker random(11);
    Book book;
    for (int i = 1; i <= 800; ++i)
        book.put(random.row(i));
    book.prepare();
    std::vector<Actor> actors = {
        actor(Role::owner, 1),
        actor(Role::manager, 2),
        actor(Role::member, 3),
        actor(Role::member, 99),
        actor(Role::member, 4),
        Actor{}};
    actors[4].shared_clients = true;
    for (const Actor& who : actors) {
        for (const char* text : {"", "fon", "a", "06"}) {
            BookQuery query;
            query.text = text;
            Book::Result mine, all;
            book.find(query, nullptr, RowMaker::now_ms, all);
            book.find(query, &who, RowMaker::now_ms, mine);
            std::vector<Slot> expected;
            std::int64_t value = 0;
            for (const Slot slot : all.slots) {
                if (!can_see(who, book.audience(slot)))
                    continue;
                expected.push_back(slot);
                value += book.value_cents(slot);
            }
            CAPTURE(who.user_id);
            CHECK(mine.slots == expected);
            CHECK(mine.totals.count == static_cast<std::int64_t>(expected.size()));
            CHECK(mine.totals.value_cents == value);
        }
    }
}

TEST_CASE("the same question by two people has two answers") {
    Book book;
    book.put({.id = 1, .name = "Un", .owner_id = 3, .value_cents = 100});
    book.put({.id = 2, .name = "Deux", .owner_id = 4, .value_cents = 200});
    const Actor three = actor(Role::member, 3), four = actor(Role::member, 4),
                boss = actor(Role::owner, 1);
    Book::Result result;
    book.find({}, &boss, 0, result);
    CHECK(result.totals.value_cents == 300);
    book.find({}, &three, 0, result);
    CHECK(result.totals.value_cents == 100);
    book.find({}, &four, 0, result);
    CHECK(result.totals.value_cents == 200);
}

TEST_CASE("an answer that is remembered is not given to somebody who lost his rights") {
    Book book;
    book.put({.id = 1, .name = "Un", .owner_id = 3});
    Actor three = actor(Role::member, 3);
    Book::Result result;
    book.find({}, &three, 0, result);
    CHECK(result.totals.count == 1);
    three.grants.fill(Grant::none);
    book.find({}, &three, 0, result);
    CHECK(result.totals.count == 0);
}
