// The rows in the order of each column, as permutations of the slots. They are made once, in
// slices, and then follow the changes: a change only notes the row; apply() puts the noted rows in
// their places.
#pragma once

#include "shared/book/bits.hpp"
#include "shared/book/book.hpp"

#include <memory>
#include <optional>

namespace carnet::book {

inline constexpr std::size_t column_count = static_cast<std::size_t>(BookColumn::column_count);

// Where a row stands by one column. Numbers compare by `number`; texts by `text`, and their
// `number` is 1 when there is none: last.
struct SortKey {
    std::int64_t number = 0;
    std::string text;
};

// How orders see the rows.
class SortSource {
  public:
    virtual SortKey key(BookColumn column, Slot slot) const = 0;
    virtual std::int64_t id(Slot slot) const = 0;
    virtual const Bits& live() const = 0;

  protected:
    ~SortSource() = default;
};

constexpr bool is_text(BookColumn column) {
    return column == BookColumn::name || column == BookColumn::reference ||
           column == BookColumn::contact || column == BookColumn::city ||
           column == BookColumn::owner;
}

struct Order {
    std::vector<Slot> slots; // Ascending; rows without a text last. Equal rows by name, then by id.
    std::size_t filled = 0;  // Rows before those without a text.
    std::vector<Slot> changed; // To be put in their places; may repeat, may be free by now.
    bool built = false;

    bool ready() const { return built && changed.empty(); }
    // Takes the changed rows out and puts the living ones back in. Only for built orders.
    void apply(const SortSource& source, BookColumn column);
    // True when apply() would cost more than making the order anew.
    bool is_worn(const SortSource& source, BookColumn column) const;
};

// Sorts all living rows by one column, a slice at a time.
class OrderBuilder {
  public:
    // `base`: the order whose sequence equal rows keep; the name order starts from any.
    OrderBuilder(BookColumn column, std::vector<Slot> base)
        : _column(column), _base(std::move(base)) {}
    // Works for about `budget_us` (counted, not timed: shared/ has no clock) and takes from it.
    // True when done.
    bool step(const SortSource& source, double& budget_us);
    BookColumn column() const { return _column; }
    void take(Order& order);

  private:
    struct Item {
        std::uint64_t prefix; // First 8 bytes of the key's text, or the number.
        std::uint32_t rest;   // Where the rest is in _keys.
        Slot slot;
    };
    bool less(const Item& a, const Item& b) const;
    void add_item(const SortSource& source, Slot slot);
    void reserve_keys();
    void sort_run();
    void merge_step(double& budget_us);
    std::string_view rest_of(const Item& item) const;

    BookColumn _column;
    std::vector<Slot> _base;
    std::size_t _next = 0;          // In _base.
    std::vector<Slot> _empty;       // Rows without a text, in the base's order.
    std::vector<std::int64_t> _ids; // Of the name order: ties.
    std::string _keys;
    std::vector<Item> _items, _merged;
    std::size_t _sorted_run = 0; // Items before this are in sorted runs.
    std::size_t _width = run_rows;
    std::size_t _merge_at = 0;
    static constexpr std::size_t run_rows = 1024;
    static constexpr std::size_t reserve_after = 4096;
};

} // namespace carnet::book
