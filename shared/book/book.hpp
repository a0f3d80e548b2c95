// The client book: every client somebody may see, as compact columns with search keys and
// French order, so that lists, filters, counts and sorting answer from memory. The server keeps one
// for everybody; the browser holds the part its user may see. Both use this code; neither asks
// anybody else for a list.
#pragma once

#include "shared/domain/activity.hpp"
#include "shared/domain/client.hpp"
#include "shared/domain/visibility.hpp"

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace carnet {

// One client as the list needs it; the unit of loading and of live changes.
struct BookRow {
    std::int64_t id = 0;
    std::string name;       // display_name(client).
    std::string legal_name; // When it differs from `name`.
    std::string reference;
    std::string previous_reference;
    ClientKind kind = ClientKind::company;
    ClientState state = ClientState::prospect;
    bool archived = false; // Clients in the bin are not in the book.
    std::int64_t owner_id = 0;
    Ids tag_ids;
    std::string email;
    std::string phone; // E.164 or as typed.
    std::string siren;
    std::string siret;
    std::string postal_code; // Of the main address.
    std::string city;
    std::string contact_name;  // Main contact.
    std::string contact_role;  // Its first role: a word of contact_role_choices.
    std::string contacts_text; // Names, e-mails and phones of all contacts, separated by '\n':
                               // searched, not shown.
    std::int64_t active_projects = 0; // Running ones (CF-30); at most 65,535 are kept.
    // Mean progress of the running ones, percent; at most 255 is kept. When none runs: 100 once all
    // have ended, else 0.
    std::int64_t progress = 0;
    std::int64_t value_cents = 0;         // Budgets of all but cancelled projects.
    std::int64_t running_value_cents = 0; // The part of the running ones.
    std::int64_t last_activity_ms = 0;    // Latest event of the timeline, UTC; 0: never.
    ActivityKind last_activity_kind = ActivityKind::note;
    std::int64_t created_ms = 0;
    Ids assigned_ids; // Users in its projects' teams. Server only: never sent.
};

enum class BookColumn : std::uint8_t {
    name,
    reference,
    state,
    contact,
    projects,
    last_activity,
    value,
    owner,
    city,
    created,
    column_count
};
// "name", "reference", "state", "contact", "projects", "last_activity", "value", "owner", "city",
// "created".
std::string_view column_name(BookColumn column);
bool parse_column(std::string_view name, BookColumn& column);

// What the list shows: everything a saved view, the address of the list and GET /api/clients can
// say. Several filters combine with AND, several values in one with OR.
struct BookQuery {
    std::string
        text; // Every word must occur, without accents or case; 3 or more digits also match phones.
    std::vector<ClientState> states; // Empty: all.
    std::vector<ClientKind> kinds;
    Ids owners; // 0 in it: nobody in charge.
    Ids tags_with;
    Ids tags_without;
    int projects = 0;                  // 0: all, 1: with an active project, 2: without (CF-07).
    int activity_days = 0;             // 0: all; n: in the last n days; -1: never (CF-08).
    std::int64_t activity_from_ms = 0; // Own period, days as if in UTC; 0: open.
    std::int64_t activity_to_ms = 0;
    std::int64_t value_min_cents = INT64_MIN; // CF-09.
    std::int64_t value_max_cents = INT64_MAX;
    bool archived = false; // Archived ones instead of the others (FS-08).
    bool review = false;   // Only those worth a look (CF-33): to_review().
    BookColumn sort = BookColumn::name;
    bool descending = false;
    friend bool operator==(const BookQuery&, const BookQuery&) = default;
    // The same question has another answer later, though nothing was changed.
    bool moves_with_time() const { return activity_days > 0 || review; }
};
// The query as the list's address says it ("q=font&state=active,prospect&sort=-value"), both ways;
// default values are left out. Unknown keys and bad values are `invalid`, named in `fields`;
// `other_keys` belong to somebody else ("limit"). Days are those of Book::use_clock(); `to` is the
// last day of the period; min and max are cents. shared/book/query.cpp.
std::string to_query_string(const BookQuery& query);
Result<BookQuery> parse_book_query(
    std::string_view query_string,
    Language language,
    std::span<const std::string_view> other_keys = {}
);

// Figures of the footer; always exact (design.md §4.2).
struct BookTotals {
    std::int64_t count = 0;
    std::array<std::int64_t, 4> by_state = {}; // Indexed by ClientState.
    std::int64_t value_cents = 0;
    std::int64_t running_value_cents = 0;
};

// Positions of rows ("slots") are stable until the row is removed; ids are found through slot_of().
using Slot = std::uint32_t;
inline constexpr Slot no_slot = UINT32_MAX;

// Which of the found rows are wanted.
struct BookPage {
    std::size_t offset = 0;
    std::size_t limit = SIZE_MAX;
};

// Which texts of its rows a book keeps to give them back. All of them are searched in either case.
enum class BookTexts : std::uint8_t {
    all,
    shown, // What lists show: name, reference, e-mail, phone, main contact. Half of the memory.
};

// Not thread-safe: the server guards it with a shared mutex (const calls are safe together except
// those marked).
class Book {
  public:
    explicit Book(BookTexts texts = BookTexts::all);
    ~Book();
    Book(Book&&) noexcept;
    Book& operator=(Book&&) noexcept;

    void reserve(std::size_t rows);
    void put(const BookRow& row
    ); // Adds or replaces by id; keeps search keys and the orders in use up to date.
    void remove(std::int64_t id);
    void clear(); // Takes every row out; the clock and what is kept of rows stay.

    std::size_t size() const;
    Slot slot_of(std::int64_t id) const; // no_slot when absent.
    std::uint64_t revision() const;      // Grows with every change.

    // Cheap column reads. Views stay valid until the next change.
    std::int64_t id(Slot slot) const;
    std::string_view name(Slot slot) const;
    std::string_view reference(Slot slot) const;
    std::string_view contact_name(Slot slot) const;
    std::string_view contact_role(Slot slot) const;
    std::string_view email(Slot slot) const;
    std::string_view phone(Slot slot) const;
    std::string_view city(Slot slot) const;
    ClientKind kind(Slot slot) const;
    ClientState state(Slot slot) const;
    bool archived(Slot slot) const;
    std::int64_t owner_id(Slot slot) const;
    std::span<const std::int64_t> tag_ids(Slot slot) const;
    std::int64_t active_projects(Slot slot) const;
    std::int64_t progress(Slot slot) const;
    std::int64_t value_cents(Slot slot) const;
    std::int64_t running_value_cents(Slot slot) const;
    std::int64_t last_activity_ms(Slot slot) const;
    std::int64_t created_ms(Slot slot) const;
    ActivityKind last_activity_kind(Slot slot) const;
    Audience audience(Slot slot) const;
    BookRow row(Slot slot) const; // A copy of everything that is kept.

    // The rows of a query in order, and the totals. `actor` null: no visibility check (the
    // browser's own book holds only what its user may see); on the server it is never null.
    // `owner_names` gives the French order of people in charge. `now_ms` anchors "last n days".
    // Reuses `result`'s memory. Safe to call from several threads at once once prepare() has been
    // called since the last change; narrowing of the previous result is done by BookSearch below.
    struct Result {
        std::vector<Slot> slots;
        BookTotals totals;
    };
    // `page` limits the slots, never the totals: 50 rows of 100,000 cost microseconds when the
    // totals are known.
    void find(
        const BookQuery& query,
        const Actor* actor,
        std::int64_t now_ms,
        Result& result,
        BookPage page = {}
    ) const;

    // Whose days the period of a query means: local time minus UTC at a moment. Without it, UTC.
    void use_clock(int (*utc_offset_minutes)(std::int64_t at_ms));

    // Builds what is missing of the orders (French ranks, numbers) and returns true when all is
    // ready; works for at most about `budget_us`, so that the browser can spread it over idle
    // moments. -1: no limit. find() is right without it, but slow. The second form cares for one
    // column only: enough while rows are still arriving.
    bool prepare(int budget_us = -1);
    bool prepare(BookColumn column, int budget_us);
    // Names of users, for sorting by person in charge.
    void set_owner_names(const std::vector<std::pair<std::int64_t, std::string>>& names);

    std::size_t memory_bytes() const;

    struct Data; // shared/book/book_data.hpp; nobody else's business.

  private:
    std::unique_ptr<Data> _data;
};

} // namespace carnet
