// The list's query in addresses.
#include "shared/book/book.hpp"

#include <doctest/doctest.h>

using namespace carnet;

TEST_CASE("a query goes into an address and comes back the same") {
    BookQuery query;
    CHECK(to_query_string(query).empty());
    query.text = "l’été & 50 % d'eau+";
    query.states = {ClientState::active, ClientState::prospect};
    query.kinds = {ClientKind::person};
    query.owners = {0, 12};
    query.tags_with = {3};
    query.tags_without = {4, 5};
    query.projects = 2;
    query.activity_days = -1;
    query.activity_from_ms = std::int64_t{20'000} * 86'400'000;
    query.activity_to_ms = std::int64_t{20'030} * 86'400'000 + 86'399'999;
    query.value_min_cents = -5;
    query.value_max_cents = 100'000;
    query.archived = true;
    query.review = true;
    query.sort = BookColumn::last_activity;
    query.descending = true;
    const auto back = parse_book_query(to_query_string(query), Language::fr);
    REQUIRE(back);
    CHECK(*back == query);
}

TEST_CASE("every column has a name") {
    for (int i = 0; i < static_cast<int>(BookColumn::column_count); ++i) {
        BookColumn column{};
        CHECK(parse_column(column_name(static_cast<BookColumn>(i)), column));
        CHECK(column == static_cast<BookColumn>(i));
    }
    BookColumn column{};
    CHECK_FALSE(parse_column("", column));
    CHECK_FALSE(parse_column("id", column));
}

TEST_CASE("what is not understood is refused by name") {
    for (const char* bad :
         {"state=dead",
          "sort=-",
          "sort=name,value",
          "owner=x",
          "owner=-1",
          "tag=",
          "projects=maybe",
          "activity=0",
          "activity=99999999999999",
          "from=2026-13-01",
          "to=x",
          "min=1.5",
          "max=1e9",
          "archived=yes",
          "review=",
          "q=%",
          "q=%zz",
          "q=%00",
          "color=red",
          "=",
          "owner=99999999999999999999"}) {
        const auto query = parse_book_query(bad, Language::en);
        CAPTURE(bad);
        CHECK_FALSE(query);
        if (!query)
            CHECK(query.error().fields.size() == 1);
    }
    const std::string_view others[] = {"limit", "offset"};
    CHECK(parse_book_query("limit=50&offset=x&q=a&&", Language::fr, others));
    CHECK(parse_book_query("?q=&sort=", Language::fr));
}
