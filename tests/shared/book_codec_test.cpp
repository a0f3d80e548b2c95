// The book on the wire: whole, in pieces, cut, damaged; and rows as JSON.
#include "shared/book/codec.hpp"
#include "shared/core/json.hpp"
#include "tests/support/book_rows.hpp"

#include <doctest/doctest.h>

using namespace carnet;

namespace {

std::string encoded(int rows, std::uint64_t seed = 9) {
    RowMaker random(seed);
    Book book;
    for (int i = 1; i <= rows; ++i)
        book.put(random.row(i));
    Book::Result result;
    BookQuery query;
    book.find(query, nullptr, 0, result);
    std::string out;
    encode_book(book, result.slots, 812, out);
    return out;
}

std::string dumped(const Book& book) {
    std::string out;
    for (std::int64_t id = 1; id <= 5000; ++id)
        if (const Slot slot = book.slot_of(id); slot != no_slot)
            out += dump(to_json(book.row(slot))) + "\n";
    return out;
}

} // namespace

TEST_CASE("a book read in pieces of any size is the book that was written, without the teams") {
    RowMaker random(9);
    Book written;
    std::vector<Slot> slots;
    for (int i = 1; i <= 1500; ++i) {
        written.put(random.row(i));
        slots.push_back(static_cast<Slot>(i - 1));
    }
    std::string wire;
    encode_book(written, slots, 812, wire);
    for (const std::size_t piece :
         {std::size_t{1}, std::size_t{7}, std::size_t{1000}, wire.size()}) {
        Book book;
        BookDecoder decoder(book);
        for (std::size_t at = 0; at < wire.size(); at += piece) {
            CHECK_FALSE(decoder.finished());
            REQUIRE(decoder.feed(std::string_view(wire).substr(at, piece)));
        }
        CHECK(decoder.finished());
        CHECK(decoder.position() == 812);
        CHECK(decoder.expected_rows() == 1500);
        CHECK(dumped(book) == dumped(written));
        CHECK(book.row(0).assigned_ids.empty());
    }
}

TEST_CASE("an empty book is finished at once") {
    Book book;
    std::string wire;
    encode_book(book, {}, 5, wire);
    BookDecoder decoder(book);
    CHECK(decoder.feed(wire));
    CHECK(decoder.finished());
    CHECK(decoder.position() == 5);
    CHECK_FALSE(decoder.feed("more"));
}

TEST_CASE("numbers at their limits survive") {
    Book written;
    BookRow row{.id = INT64_MAX, .name = "Grand"};
    row.value_cents = INT64_MAX;
    row.running_value_cents = INT64_MIN;
    row.last_activity_ms = INT64_MIN;
    row.created_ms = -1;
    row.owner_id = INT64_MAX;
    row.tag_ids = {INT64_MAX, 1};
    row.active_projects = 65'535;
    row.progress = 100;
    written.put({.id = 1, .name = "Petit"});
    written.put(row);
    const Slot slots[] = {1, 0};
    std::string wire;
    encode_book(written, slots, INT64_MAX, wire);
    Book book;
    BookDecoder decoder(book);
    REQUIRE(decoder.feed(wire));
    REQUIRE(decoder.finished());
    const BookRow back = book.row(book.slot_of(INT64_MAX));
    CHECK(back.value_cents == INT64_MAX);
    CHECK(back.running_value_cents == INT64_MIN);
    CHECK(back.last_activity_ms == INT64_MIN);
    CHECK(back.created_ms == -1);
    CHECK(back.tag_ids == row.tag_ids);
    CHECK(back.active_projects == 65'535);
}

TEST_CASE("a cut book is never finished") {
    const std::string wire = encoded(50);
    for (std::size_t size = 0; size < wire.size(); ++size) {
        Book book;
        BookDecoder decoder(book);
        decoder.feed(std::string_view(wire).substr(0, size));
        CHECK_FALSE(decoder.finished());
    }
}

TEST_CASE("a damaged book is refused or read, but never overruns") {
    const std::string wire = encoded(40);
    RowMaker random(77);
    for (int i = 0; i < 3000; ++i) {
        std::string bad = wire;
        for (std::uint32_t n = 1 + random.number(4); n > 0; --n)
            bad[random.number(static_cast<std::uint32_t>(bad.size()))] =
                static_cast<char>(random.number(256));
        Book book;
        BookDecoder decoder(book);
        decoder.feed(bad);
        CHECK(book.size() <= 40);
    }
    Book book;
    CHECK_FALSE(BookDecoder(book).feed("<!doctype html>"));
    CHECK_FALSE(BookDecoder(book).feed(std::string("CBOK\x02\x01\x01", 7)));
}

TEST_CASE("a row goes through JSON unchanged") {
    RowMaker random(13);
    for (int i = 1; i <= 100; ++i) {
        BookRow row = random.row(i);
        row.created_ms -= row.created_ms % 1;
        BookRow back;
        const Json json = to_json(row);
        REQUIRE(from_json(json, back));
        CHECK(dump(to_json(back)) == dump(json));
        CHECK(back.tag_ids == row.tag_ids);
        CHECK(back.last_activity_ms == row.last_activity_ms);
        CHECK(back.created_ms == row.created_ms);
        CHECK_FALSE(json.contains("assigned_ids"));
    }
    BookRow row;
    CHECK_FALSE(from_json(Json::array(), row));
    CHECK_FALSE(from_json(Json{{"id", 0}}, row));
    CHECK_FALSE(from_json(Json{{"id", 1}, {"state", "dead"}}, row));
    CHECK(from_json(Json{{"id", 1}, {"name", 5}}, row));
}
