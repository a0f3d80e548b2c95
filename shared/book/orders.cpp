// See orders.hpp.
#include "shared/book/orders.hpp"

#include <algorithm>
#include <cstring>

namespace carnet::book {
namespace {

// Costs in µs as measured in the browser, rounded up.
constexpr double key_cost = 0.7;
constexpr double number_cost = 0.03;
constexpr double sort_cost = 0.15;
constexpr double merge_cost = 0.02;

// A row to be put in its place: its keys are made once, those of the rows it is compared with on
// the way.
struct Placed {
    Slot slot;
    SortKey key;
    SortKey name;
    std::int64_t id;
};

Placed placed(const SortSource& source, BookColumn column, Slot slot) {
    Placed p{slot, source.key(column, slot), {}, source.id(slot)};
    if (column != BookColumn::name)
        p.name = source.key(BookColumn::name, slot);
    return p;
}

int compare(const SortKey& a, const SortKey& b) {
    if (a.number != b.number)
        return a.number < b.number ? -1 : 1;
    return a.text.compare(b.text);
}

bool before(const Placed& a, const Placed& b) {
    if (const int c = compare(a.key, b.key))
        return c < 0;
    if (const int c = compare(a.name, b.name))
        return c < 0;
    return a.id < b.id;
}

// True when the row in `slot` stands before `p`.
bool row_before(const SortSource& source, BookColumn column, Slot slot, const Placed& p) {
    if (const int c = compare(source.key(column, slot), p.key))
        return c < 0;
    if (column != BookColumn::name)
        if (const int c = compare(source.key(BookColumn::name, slot), p.name))
            return c < 0;
    return source.id(slot) < p.id;
}

void take_out(std::vector<Slot>& slots, const std::vector<Slot>& gone, std::size_t capacity) {
    if (gone.size() <= 8) {
        for (const Slot slot : gone)
            if (const auto at = std::find(slots.begin(), slots.end(), slot); at != slots.end())
                slots.erase(at);
        return;
    }
    Bits bits(words_for(capacity));
    for (const Slot slot : gone)
        assign(bits, slot, true);
    slots.erase(
        std::remove_if(slots.begin(), slots.end(), [&](Slot slot) { return test(bits, slot); }),
        slots.end()
    );
}

void merge_in(
    std::vector<Slot>& slots,
    const std::vector<Placed>& sorted,
    const SortSource& source,
    BookColumn column
) {
    if (sorted.empty())
        return;
    if (slots.empty() || row_before(source, column, slots.back(), sorted[0])) {
        for (const Placed& p : sorted)
            slots.push_back(p.slot);
        return;
    }
    // From the back: every row moves at most once.
    std::size_t from = slots.size();
    slots.resize(slots.size() + sorted.size());
    for (std::size_t i = sorted.size(); i-- > 0;) {
        const auto begin = slots.begin();
        const bool at_end = from == 0 || row_before(source, column, slots[from - 1], sorted[i]);
        const auto at = at_end
                            ? begin + static_cast<std::ptrdiff_t>(from)
                            : std::partition_point(
                                  begin,
                                  begin + static_cast<std::ptrdiff_t>(from),
                                  [&](Slot s) { return row_before(source, column, s, sorted[i]); }
                              );
        const auto place = static_cast<std::size_t>(at - begin);
        std::move_backward(
            at,
            begin + static_cast<std::ptrdiff_t>(from),
            begin + static_cast<std::ptrdiff_t>(from + i + 1)
        );
        slots[place + i] = sorted[i].slot;
        from = place;
    }
}

} // namespace

void Order::apply(const SortSource& source, BookColumn column) {
    if (changed.empty())
        return;
    std::sort(changed.begin(), changed.end());
    changed.erase(std::unique(changed.begin(), changed.end()), changed.end());
    if (!slots.empty())
        take_out(slots, changed, source.live().size() * 64);
    std::vector<Placed> back;
    for (const Slot slot : changed)
        if (test(source.live(), slot))
            back.push_back(placed(source, column, slot));
    changed.clear();
    std::sort(back.begin(), back.end(), before);
    merge_in(slots, back, source, column);
    filled = slots.size();
    if (is_text(column))
        filled = static_cast<std::size_t>(
            std::partition_point(
                slots.begin(),
                slots.end(),
                [&](Slot slot) { return source.key(column, slot).number == 0; }
            ) -
            slots.begin()
        );
}

bool Order::is_worn(const SortSource& source, BookColumn column) const {
    if (changed.size() * 20 < slots.size() || changed.size() < 64)
        return false;
    if (changed.size() > slots.size())
        return true;
    // Rows that arrive in order are only appended.
    if (slots.empty() || !test(source.live(), slots.back()) ||
        !test(source.live(), changed.front()))
        return true;
    return !row_before(source, column, slots.back(), placed(source, column, changed.front()));
}

std::string_view OrderBuilder::rest_of(const Item& item) const {
    std::uint32_t size = 0;
    std::memcpy(&size, _keys.data() + item.rest, sizeof size);
    return {_keys.data() + item.rest + sizeof size, size};
}

bool OrderBuilder::less(const Item& a, const Item& b) const {
    if (a.prefix != b.prefix)
        return a.prefix < b.prefix;
    if (!is_text(_column))
        return false;
    if (const int c = rest_of(a).compare(rest_of(b)))
        return c < 0;
    return _column == BookColumn::name && _ids[a.slot] < _ids[b.slot];
}

void OrderBuilder::add_item(const SortSource& source, Slot slot) {
    const SortKey key = source.key(_column, slot);
    if (!is_text(_column)) {
        // Moves the sign so that the bits compare as the numbers do.
        _items.push_back(
            {static_cast<std::uint64_t>(key.number) ^ (std::uint64_t{1} << 63), 0, slot}
        );
        return;
    }
    if (_column == BookColumn::name) {
        if (_ids.size() <= slot)
            _ids.resize(std::max<std::size_t>(slot + 1, _base.size()));
        _ids[slot] = source.id(slot);
    }
    if (key.number != 0) {
        _empty.push_back(slot);
        return;
    }
    std::uint64_t prefix = 0;
    for (std::size_t i = 0; i < 8; ++i)
        prefix = prefix << 8 | (i < key.text.size() ? static_cast<unsigned char>(key.text[i]) : 0u);
    const std::string_view rest =
        key.text.size() > 8 ? std::string_view(key.text).substr(8) : std::string_view{};
    const auto size = static_cast<std::uint32_t>(rest.size());
    _items.push_back({prefix, static_cast<std::uint32_t>(_keys.size()), slot});
    _keys.append(reinterpret_cast<const char*>(&size), sizeof size);
    _keys += rest;
}

// The first keys tell how much all of them will need, roughly: growing by doubling would take three
// times as much for a moment, and a browser never gives memory back.
void OrderBuilder::reserve_keys() {
    if (_next < reserve_after || _keys.capacity() > _keys.size() + _keys.size() / 8)
        return;
    const double whole = static_cast<double>(_keys.size()) * static_cast<double>(_base.size()) /
                         static_cast<double>(_next);
    _keys.reserve(static_cast<std::size_t>(whole * 1.05) + 4096);
}

void OrderBuilder::sort_run() {
    const auto begin = _items.begin() + static_cast<std::ptrdiff_t>(_sorted_run);
    const std::size_t size = std::min(run_rows, _items.size() - _sorted_run);
    const auto end = begin + static_cast<std::ptrdiff_t>(size);
    const auto by_key = [this](const Item& a, const Item& b) { return less(a, b); };
    if (!std::is_sorted(begin, end, by_key))
        std::stable_sort(begin, end, by_key);
    _sorted_run += size;
}

void OrderBuilder::merge_step(double& budget_us) {
    if (_merged.size() != _items.size())
        _merged.resize(_items.size());
    const auto at = [this](std::size_t i) {
        return _items.begin() + static_cast<std::ptrdiff_t>(std::min(i, _items.size()));
    };
    const auto a = at(_merge_at), b = at(_merge_at + _width), end = at(_merge_at + 2 * _width);
    const auto out = _merged.begin() + static_cast<std::ptrdiff_t>(_merge_at);
    if (b == end || !less(*b, *(b - 1)))
        std::copy(a, end, out);
    else
        std::merge(a, b, b, end, out, [this](const Item& x, const Item& y) { return less(x, y); });
    budget_us -= static_cast<double>(end - a) * merge_cost;
    _merge_at += 2 * _width;
    if (_merge_at >= _items.size()) {
        _items.swap(_merged);
        _merge_at = 0;
        _width *= 2;
    }
}

bool OrderBuilder::step(const SortSource& source, double& budget_us) {
    const double row_cost = is_text(_column) ? key_cost : number_cost;
    if (_next == 0)
        _items.reserve(_base.size());
    while (budget_us > 0) {
        if (_next < _base.size()) {
            const std::size_t until = std::min(_base.size(), _next + 256);
            budget_us -= static_cast<double>(until - _next) * row_cost;
            for (; _next < until; ++_next)
                if (test(source.live(), _base[_next]))
                    add_item(source, _base[_next]);
            reserve_keys();
        } else if (_sorted_run < _items.size()) {
            sort_run();
            budget_us -= static_cast<double>(run_rows) * sort_cost;
        } else if (_width < _items.size()) {
            merge_step(budget_us);
        } else
            return true;
    }
    return false;
}

void OrderBuilder::take(Order& order) {
    order.slots.clear();
    order.slots.reserve(_items.size() + _empty.size());
    for (const Item& item : _items)
        order.slots.push_back(item.slot);
    order.filled = order.slots.size();
    if (_column == BookColumn::name)
        std::sort(_empty.begin(), _empty.end(), [this](Slot a, Slot b) {
            return _ids[a] < _ids[b];
        });
    order.slots.insert(order.slots.end(), _empty.begin(), _empty.end());
    order.built = true;
}

} // namespace carnet::book
