// What a Book is made of: columns by slot, bitmaps, texts, orders and the answers it remembers.
// Only shared/book/ sees it.
#pragma once

#include "shared/book/book.hpp"
#include "shared/book/gram_index.hpp"
#include "shared/book/orders.hpp"
#include "shared/book/row_text.hpp"
#include "shared/book/tables.hpp"
#include "shared/book/text_arena.hpp"

#include <mutex>
#include <unordered_map>

namespace carnet::book {

// Whose eyes a question is asked with: nobody's in particular (every row), or those of an actor who
// sees some rows.
using Viewer = std::optional<Actor>;

// The rows of one question without regard to their order, kept until the book changes.
struct Answer {
    BookQuery query; // Its sort is always the default one.
    Viewer viewer;
    std::int64_t minute = 0; // Of "now", when the question depends on it.
    std::uint64_t revision = 0;
    Bits rows;
    BookTotals totals;
};

// The last answers. Guarded by a mutex of its own: readers ask at the same time.
class AnswerCache {
  public:
    std::shared_ptr<const Answer> find(const Answer& like) const;
    // The answer with the fewest rows among which those of `like` must be: the same filters, its
    // text only begun.
    std::shared_ptr<const Answer> find_wider(const Answer& like) const;
    void keep(std::shared_ptr<const Answer> answer) const;
    std::size_t memory_bytes() const;

  private:
    static constexpr std::size_t size = 24;
    mutable std::mutex _mutex;
    mutable std::array<std::shared_ptr<const Answer>, size> _answers;
    mutable std::size_t _next = 0;
};

} // namespace carnet::book

namespace carnet {

struct Book::Data final : book::SortSource {
    BookTexts kept = BookTexts::all;
    // By slot. An id of 0 marks a free slot.
    std::vector<std::int64_t> ids, values, running_values, last_activities, created;
    std::vector<std::uint32_t> owners, tags, assigned, cities,
        roles; // Numbers in the tables below.
    std::vector<std::uint16_t> active_projects;
    std::vector<std::uint8_t> progress, activity_kinds;
    std::vector<Slot> free_slots;

    book::IdTable owner_ids;
    book::ListTable tag_lists, assigned_lists;
    book::WordTable city_words, role_words;
    book::SlotIndex slots;
    book::TextArena texts; // pack_texts()
    book::TextArena keys;  // search_text()
    book::GramIndex grams;

    book::Bits living, archived, persons;
    std::array<book::Bits, 4> states;

    std::unordered_map<std::int64_t, std::string> owner_keys; // French sort keys of users' names.
    std::array<book::Order, book::column_count> orders;
    std::unique_ptr<book::OrderBuilder> builder;
    book::AnswerCache answers;
    std::size_t row_count = 0;
    std::uint64_t revision = 1;
    int (*utc_offset_minutes)(std::int64_t at_ms) = nullptr;

    book::SortKey key(BookColumn column, Slot slot) const override;
    std::int64_t id(Slot slot) const override { return ids[slot]; }
    const book::Bits& live() const override { return living; }

    std::string_view text(Slot slot, book::RowText which) const {
        return book::packed_text(texts.at(slot), which);
    }
    Slot take_slot(std::int64_t id);
    void write(Slot slot, const BookRow& row);
    void note_change(Slot slot, std::uint32_t columns);
    std::uint32_t changed_columns(Slot slot, const BookRow& row) const;
    ClientState state(Slot slot) const;
    // prepare.cpp
    bool prepare_column(BookColumn column, double& budget_us);
    book::Order current_order(BookColumn column) const; // When the kept one is not ready: slow.

    // search.cpp: leaves the rows in `rows` that what somebody typed finds.
    void keep_found(const book::SearchTerm& term, book::Bits& rows) const;
    void keep_word(const std::string& word, book::Bits& rows) const;
    // find.cpp
    std::shared_ptr<const book::Answer>
    answer(const BookQuery& query, const book::Viewer& viewer, std::int64_t now_ms) const;
    void keep_filtered(
        const BookQuery& query, const book::Viewer& viewer, std::int64_t now_ms, book::Bits& rows
    ) const;
    void keep_visible(const Actor& actor, book::Bits& rows) const;
    BookTotals totals(const book::Bits& rows) const;
};

} // namespace carnet
