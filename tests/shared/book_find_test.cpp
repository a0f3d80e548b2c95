// The book's answers against a plain loop over plain rows, after random changes.
#include "shared/book/book.hpp"
#include "shared/core/text.hpp"
#include "tests/support/book_rows.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>

using namespace carnet;

namespace {

using Rows = std::map<std::int64_t, BookRow>;

std::string owner_name(std::int64_t id) {
    return id == 0 || id > 20 ? ""
                              : std::string(RowMaker::first_names[static_cast<std::size_t>(id)]);
}
std::vector<std::pair<std::int64_t, std::string>> owner_names() {
    std::vector<std::pair<std::int64_t, std::string>> names;
    for (std::int64_t id = 1; id <= 20; ++id)
        names.emplace_back(id, owner_name(id));
    return names;
}

// Everything that is searched, folded, one line each.
std::vector<std::string> searched_lines(const BookRow& row) {
    std::vector<std::string> lines;
    for (const std::string* text :
         {&row.name,
          &row.legal_name,
          &row.reference,
          &row.previous_reference,
          &row.email,
          &row.phone,
          &row.siren,
          &row.siret,
          &row.city,
          &row.contact_name})
        lines.push_back(text::fold(*text));
    for (const auto line : text::split(row.contacts_text, '\n'))
        lines.push_back(text::fold(line));
    return lines;
}
std::vector<std::string> numbers(const BookRow& row) {
    std::vector<std::string> out = {row.siren, row.siret};
    const auto add_phone = [&](std::string_view phone) {
        const std::string digits = text::digits_only(phone);
        out.push_back(digits);
        if (phone.starts_with("+33"))
            out.push_back("0" + digits.substr(2));
    };
    add_phone(row.phone);
    for (const auto line : text::split(row.contacts_text, '\n'))
        if (line.starts_with("+"))
            add_phone(line);
    return out;
}

bool occurs(const std::vector<std::string>& lines, const std::string& word) {
    return std::any_of(lines.begin(), lines.end(), [&](const auto& line) {
        return line.find(word) != line.npos;
    });
}

bool text_fits(const BookRow& row, const std::string& typed) {
    const auto lines = searched_lines(row);
    bool all = true;
    bool only_digits = true;
    for (const auto token : text::split(typed, ' ')) {
        const std::string word = text::fold(token);
        if (!word.empty() && !occurs(lines, word))
            all = false;
    }
    for (const char c : typed)
        only_digits =
            only_digits && std::string_view("0123456789 .-+()").find(c) != std::string_view::npos;
    const std::string digits = text::digits_only(typed);
    return all || (only_digits && digits.size() >= 3 &&
                   (occurs(numbers(row), digits) || occurs(lines, digits)));
}

bool contains(const Ids& ids, std::int64_t id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

bool fits(const BookRow& row, const BookQuery& q, std::int64_t now_ms) {
    if (row.archived != q.archived)
        return false;
    if (!q.states.empty() &&
        std::find(q.states.begin(), q.states.end(), row.state) == q.states.end())
        return false;
    if (!q.kinds.empty() && std::find(q.kinds.begin(), q.kinds.end(), row.kind) == q.kinds.end())
        return false;
    if (!q.owners.empty() && !contains(q.owners, row.owner_id))
        return false;
    const auto has_tag = [&](std::int64_t tag) { return contains(row.tag_ids, tag); };
    if (!q.tags_with.empty() && std::none_of(q.tags_with.begin(), q.tags_with.end(), has_tag))
        return false;
    if (std::any_of(q.tags_without.begin(), q.tags_without.end(), has_tag))
        return false;
    if (q.projects == 1 && row.active_projects == 0)
        return false;
    if (q.projects == 2 && row.active_projects != 0)
        return false;
    const std::int64_t at = row.last_activity_ms;
    if (q.activity_days == -1 && at != 0)
        return false;
    if (q.activity_days > 0 &&
        (at == 0 || at < now_ms - q.activity_days * std::int64_t{86'400'000}))
        return false;
    if (q.activity_from_ms != 0 && (at == 0 || at < q.activity_from_ms))
        return false;
    if (q.activity_to_ms != 0 && (at == 0 || at > q.activity_to_ms))
        return false;
    if (row.value_cents < q.value_min_cents || row.value_cents > q.value_max_cents)
        return false;
    const ClientFigures figures{
        .active_projects = row.active_projects,
        .ended_projects = row.active_projects == 0 && row.progress == 100 ? 1 : 0,
        .last_activity_ms = row.last_activity_ms,
        .has_contact = !row.contact_name.empty()};
    if (q.review && !to_review(row.kind, row.state, figures, now_ms))
        return false;
    return text_fits(row, q.text);
}

std::string sort_text(const BookRow& row, BookColumn column) {
    switch (column) {
    case BookColumn::name:
        return row.name;
    case BookColumn::reference:
        return row.reference;
    case BookColumn::contact:
        return row.contact_name;
    case BookColumn::city:
        return row.city;
    default:
        return owner_name(row.owner_id);
    }
}
std::int64_t sort_number(const BookRow& row, BookColumn column) {
    switch (column) {
    case BookColumn::state:
        return static_cast<std::int64_t>(row.state);
    case BookColumn::projects:
        return row.active_projects == 0 ? 0 : row.active_projects * 1000 + row.progress;
    case BookColumn::last_activity:
        return row.last_activity_ms;
    case BookColumn::value:
        return row.value_cents;
    default:
        return row.created_ms;
    }
}
bool is_text_column(BookColumn c) {
    return c == BookColumn::name || c == BookColumn::reference || c == BookColumn::contact ||
           c == BookColumn::city || c == BookColumn::owner;
}

std::vector<std::int64_t>
plain_find(const Rows& rows, const BookQuery& query, std::int64_t now_ms) {
    struct Item {
        bool empty;
        std::string text;
        std::int64_t number;
        std::string name;
        std::int64_t id;
        auto key() const { return std::tie(text, number, name, id); }
    };
    std::vector<Item> items;
    for (const auto& [id, row] : rows) {
        if (!fits(row, query, now_ms))
            continue;
        const std::string text = is_text_column(query.sort) ? sort_text(row, query.sort) : "";
        items.push_back(
            {is_text_column(query.sort) && text.empty(),
             text::french_sort_key(text),
             is_text_column(query.sort) ? 0 : sort_number(row, query.sort),
             text::french_sort_key(row.name),
             id}
        );
    }
    std::sort(items.begin(), items.end(), [&](const Item& a, const Item& b) {
        if (a.empty != b.empty)
            return b.empty;
        return query.descending && !a.empty ? b.key() < a.key() : a.key() < b.key();
    });
    std::vector<std::int64_t> ids;
    for (const auto& item : items)
        ids.push_back(item.id);
    return ids;
}

BookQuery random_query(RowMaker& random) {
    BookQuery query;
    static const std::vector<std::string> texts = {
        "",
        "",
        "a",
        "é",
        "k",
        "w m",
        "5",
        "qu",
        "fontaine",
        "FONT",
        "œuvre",
        "saint-d",
        "lefevre lyon",
        "l'ete",
        "06",
        "061",
        "06 12",
        "+33 1",
        "336",
        "cl-00",
        "12",
        "contact@du",
        "zz",
        "ne rien trouver",
        "1 2 3",
        "3d",
        "ç",
        "martin",
        "gar",
        "7 8",
        "n°",
    };
    query.text = texts[random.number(static_cast<std::uint32_t>(texts.size()))];
    if (random.number(4) == 0)
        query.states = {static_cast<ClientState>(random.number(4)), ClientState::active};
    if (random.number(6) == 0)
        query.kinds = {static_cast<ClientKind>(random.number(2))};
    if (random.number(5) == 0)
        query.owners = {random.number(20), 0};
    if (random.number(5) == 0)
        query.tags_with = {1 + random.number(12), 3};
    if (random.number(6) == 0)
        query.tags_without = {1 + random.number(12)};
    query.projects = random.number(6) == 0 ? 1 + static_cast<int>(random.number(2)) : 0;
    if (random.number(6) == 0)
        query.activity_days =
            random.number(3) == 0 ? -1 : 30 + static_cast<int>(random.number(300));
    if (random.number(9) == 0)
        query.activity_from_ms = RowMaker::now_ms - std::int64_t{300} * 86'400'000;
    if (random.number(9) == 0)
        query.activity_to_ms = RowMaker::now_ms - std::int64_t{100} * 86'400'000;
    if (random.number(6) == 0)
        query.value_min_cents = random.number(20'000'000);
    if (random.number(6) == 0)
        query.value_max_cents = random.number(40'000'000);
    query.archived = random.number(8) == 0;
    query.review = random.number(8) == 0;
    query.sort =
        static_cast<BookColumn>(random.number(static_cast<std::uint32_t>(BookColumn::column_count))
        );
    query.descending = random.number(2) == 0;
    return query;
}

std::vector<std::int64_t> ids_of(const Book& book, const std::vector<Slot>& slots) {
    std::vector<std::int64_t> ids;
    for (const Slot slot : slots)
        ids.push_back(book.id(slot));
    return ids;
}

void check_same(const Book& book, const Rows& rows, const BookQuery& query) {
    Book::Result result;
    book.find(query, nullptr, RowMaker::now_ms, result);
    const auto expected = plain_find(rows, query, RowMaker::now_ms);
    CAPTURE(to_query_string(query));
    REQUIRE(ids_of(book, result.slots) == expected);
    BookTotals totals;
    for (const std::int64_t id : expected) {
        const BookRow& row = rows.at(id);
        ++totals.count;
        ++totals.by_state[static_cast<std::size_t>(row.state)];
        totals.value_cents += row.value_cents;
        totals.running_value_cents += row.running_value_cents;
    }
    CHECK(result.totals.count == totals.count);
    CHECK(result.totals.by_state == totals.by_state);
    CHECK(result.totals.value_cents == totals.value_cents);
    CHECK(result.totals.running_value_cents == totals.running_value_cents);
    Book::Result page;
    book.find(query, nullptr, RowMaker::now_ms, page, {3, 5});
    const auto begin = result.slots.begin() + std::min<std::ptrdiff_t>(3, std::ssize(result.slots));
    const auto end = result.slots.begin() + std::min<std::ptrdiff_t>(8, std::ssize(result.slots));
    CHECK(page.slots == std::vector<Slot>(begin, end));
    CHECK(page.totals.count == totals.count);
}

void change(Book& book, Rows& rows, RowMaker& random, std::uint32_t ids) {
    const std::int64_t id = 1 + random.number(ids);
    if (random.number(3) == 0) {
        book.remove(id);
        rows.erase(id);
        return;
    }
    BookRow row = random.row(id);
    if (const auto old = rows.find(id); old != rows.end() && random.number(2) == 0) {
        const BookRow made = row;
        row = old->second;
        row.state = made.state;
        if (random.number(2) == 0)
            row.city = made.city;
        if (random.number(3) == 0)
            row.contact_name = made.contact_name;
    }
    book.put(row);
    rows[id] = row;
}

} // namespace

TEST_CASE("the book finds what a plain loop finds, after any changes and whether prepared or not") {
    RowMaker random(42);
    Book book;
    Rows rows;
    book.set_owner_names(owner_names());
    for (int round = 0; round < 60; ++round) {
        const std::uint32_t changes = round % 7 == 0 ? 300 : random.number(12);
        for (std::uint32_t i = 0; i < changes; ++i)
            change(book, rows, random, 700);
        const std::uint32_t how = random.number(4);
        if (how == 0)
            book.prepare();
        else if (how == 1)
            book.prepare(200);
        else if (how == 2)
            book.prepare(static_cast<BookColumn>(random.number(10)), -1);
        CHECK(book.size() == rows.size());
        for (int i = 0; i < 6; ++i)
            check_same(book, rows, random_query(random));
    }
}

TEST_CASE("slices of preparation end, and leave the same orders as preparing at once") {
    RowMaker random(7);
    Book book;
    Rows rows;
    book.set_owner_names(owner_names());
    for (int i = 1; i <= 3000; ++i)
        book.put(rows[i] = random.row(i));
    int slices = 0;
    while (!book.prepare(300)) {
        // Changes in between are not lost.
        if (++slices % 5 == 0)
            change(book, rows, random, 3000);
        REQUIRE(slices < 10'000);
    }
    CHECK(slices > 3);
    for (std::size_t c = 0; c < static_cast<std::size_t>(BookColumn::column_count); ++c) {
        BookQuery query;
        query.sort = static_cast<BookColumn>(c);
        check_same(book, rows, query);
    }
}

TEST_CASE("a phone number is found however it is written") {
    Book book;
    book.put({.id = 1, .name = "Un", .phone = "+33612345678"});
    book.put({.id = 2, .name = "Deux", .phone = "06 99 99 99 99"});
    book.put({.id = 3, .name = "Trois", .contacts_text = "Léa\n+3225551212"});
    const auto found = [&](const char* typed) {
        BookQuery query;
        query.text = typed;
        Book::Result result;
        book.find(query, nullptr, 0, result);
        std::string ids;
        for (const Slot slot : result.slots)
            ids += std::to_string(book.id(slot));
        return ids;
    };
    for (const char* typed :
         {"0612345678",
          "06 12 34 56 78",
          "06.12.34",
          "+33612",
          "+33 6 12 34",
          "0033612345678",
          "+33 (0)6 12 34",
          "345678",
          "un 06 12 34"})
        CHECK_MESSAGE(found(typed) == "1", typed);
    for (const char* typed : {"0699999999", "06 99 99", "+33699", "99 99 99"})
        CHECK_MESSAGE(found(typed) == "2", typed);
    for (const char* typed : {"+32 2 555", "5551212"})
        CHECK_MESSAGE(found(typed) == "3", typed);
    CHECK(found("06 13") == "");
    CHECK(found("06") == "2"); // Two digits are a word as any other.
}

TEST_CASE("a row comes back as it was put in") {
    RowMaker random(3);
    Book book;
    for (int i = 1; i <= 200; ++i) {
        BookRow row = random.row(i);
        if (i % 10 == 0)
            row = BookRow{.id = i, .name = "Seul"};
        if (i % 11 == 0)
            row.contacts_text = std::string(300'000, 'x');
        book.put(row);
        const BookRow back = book.row(book.slot_of(i));
        CHECK(back.name == row.name);
        CHECK(back.legal_name == row.legal_name);
        CHECK(back.reference == row.reference);
        CHECK(back.previous_reference == row.previous_reference);
        CHECK(back.siren == row.siren);
        CHECK(back.siret == row.siret);
        CHECK(back.email == row.email);
        CHECK(back.phone == row.phone);
        CHECK(back.postal_code == row.postal_code);
        CHECK(back.city == row.city);
        CHECK(back.contact_name == row.contact_name);
        CHECK(back.contact_role == row.contact_role);
        CHECK(back.contacts_text == row.contacts_text);
        CHECK(back.tag_ids == row.tag_ids);
        CHECK(back.assigned_ids == row.assigned_ids);
        CHECK(back.kind == row.kind);
        CHECK(back.state == row.state);
        CHECK(back.archived == row.archived);
        CHECK(back.last_activity_kind == row.last_activity_kind);
        CHECK(back.created_ms == row.created_ms);
    }
    CHECK(book.slot_of(201) == no_slot);
    CHECK(book.slot_of(-1) == no_slot);
}

TEST_CASE("names stand in French order") {
    Book book;
    const std::vector<std::string> wanted = {
        "3D Studio", "12 Lilas", "cote", "Cote", "coté", "côte", "côté", "Éclair", "Œuvre", "Zoé"};
    for (std::size_t i = 0; i < wanted.size(); ++i)
        book.put({.id = static_cast<std::int64_t>(100 - i), .name = wanted[i]});
    book.prepare();
    Book::Result result;
    book.find({}, nullptr, 0, result);
    std::vector<std::string> names;
    for (const Slot slot : result.slots)
        names.emplace_back(book.name(slot));
    CHECK(text::join(names, "|") == text::join(wanted, "|"));
}

TEST_CASE("a book that keeps only what lists show still finds everything") {
    Book book(BookTexts::shown);
    const auto fill = [&] {
        book.put(
            {.id = 1,
             .name = "Fonderie",
             .legal_name = "Métaux du Nord SAS",
             .reference = "CL-1",
             .previous_reference = "ANCIEN-7",
             .email = "contact@fonderie.example",
             .phone = "+33261910001",
             .siren = "552081317",
             .siret = "55208131766522",
             .postal_code = "59000",
             .city = "Lille",
             .contact_name = "Anne Petit",
             .contacts_text = "Anne Petit\nanne@fonderie.example\nZoé Grand"}
        );
    };
    fill();
    book.clear(); // What is kept stays the same.
    fill();
    for (const char* typed :
         {"fonderie",
          "metaux",
          "ancien 7",
          "552081317",
          "55208131766522",
          "zoe",
          "anne@",
          "02 61"}) {
        Book::Result result;
        book.find({.text = typed}, nullptr, 0, result);
        CHECK_MESSAGE(result.totals.count == 1, typed);
    }
    const BookRow row = book.row(0);
    CHECK(row.name == "Fonderie");
    CHECK(row.reference == "CL-1");
    CHECK(row.email == "contact@fonderie.example");
    CHECK(row.phone == "+33261910001");
    CHECK(row.city == "Lille");
    CHECK(row.contact_name == "Anne Petit");
    CHECK(row.contacts_text.empty());
    CHECK(row.siret.empty());
}

TEST_CASE("an answer is never older than the book") {
    Book book;
    book.put({.id = 1, .name = "Fontaine"});
    BookQuery query;
    query.text = "font";
    Book::Result result;
    book.find(query, nullptr, 0, result);
    CHECK(result.totals.count == 1);
    book.put({.id = 2, .name = "La Fontaine"});
    book.find(query, nullptr, 0, result);
    CHECK(result.totals.count == 2);
    book.remove(1);
    book.find(query, nullptr, 0, result);
    CHECK(result.totals.count == 1);
    book.clear();
    book.find(query, nullptr, 0, result);
    CHECK(result.totals.count == 0);
    CHECK(result.slots.empty());
}

TEST_CASE("much rewriting does not make the book grow") {
    RowMaker random(5);
    Book book;
    for (int i = 1; i <= 2000; ++i)
        book.put(random.row(i));
    for (int i = 0; i < 4000; ++i)
        book.put(random.row(1 + random.number(2000)));
    const std::size_t before = book.memory_bytes();
    for (int i = 0; i < 20'000; ++i) {
        const std::int64_t id = 1 + random.number(2000);
        if (random.number(3) == 0)
            book.remove(id);
        book.put(random.row(id));
    }
    CHECK(book.memory_bytes() < before * 3 / 2);
}
