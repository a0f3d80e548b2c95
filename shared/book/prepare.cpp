// Keeping the orders: made in slices when asked for, put right after changes.
#include "shared/book/book_data.hpp"
#include "shared/core/text.hpp"

#include <limits>

namespace carnet {
namespace {

std::vector<Slot> living_slots(const book::Bits& living) {
    std::vector<Slot> slots;
    slots.reserve(book::count(living));
    book::for_each(living, [&](Slot slot) { slots.push_back(slot); });
    return slots;
}

} // namespace

bool Book::Data::prepare_column(BookColumn column, double& budget_us) {
    book::Order& order = orders[static_cast<std::size_t>(column)];
    if (order.ready())
        return true;
    if (order.built && order.is_worn(*this, column))
        order.built = false;
    if (!order.built) {
        // Equal rows keep the order of names, so that one comes first.
        if (column != BookColumn::name && !prepare_column(BookColumn::name, budget_us))
            return false;
        if (!builder || builder->column() != column) {
            const auto& names = orders[static_cast<std::size_t>(BookColumn::name)].slots;
            builder = std::make_unique<book::OrderBuilder>(
                column, column == BookColumn::name ? living_slots(living) : names
            );
            order.changed.clear();
        }
        if (!builder->step(*this, budget_us))
            return false;
        builder->take(order);
        builder.reset();
    }
    order.apply(*this, column);
    return true;
}

bool Book::prepare(int budget_us) {
    double budget = budget_us < 0 ? std::numeric_limits<double>::max() : budget_us;
    for (std::size_t c = 0; c < book::column_count; ++c)
        if (!_data->prepare_column(static_cast<BookColumn>(c), budget))
            return false;
    return true;
}

bool Book::prepare(BookColumn column, int budget_us) {
    double budget = budget_us < 0 ? std::numeric_limits<double>::max() : budget_us;
    return _data->prepare_column(column, budget);
}

book::Order Book::Data::current_order(BookColumn column) const {
    book::Order order = orders[static_cast<std::size_t>(column)];
    if (!order.built) {
        const auto base = column == BookColumn::name ? living_slots(living)
                                                     : current_order(BookColumn::name).slots;
        book::OrderBuilder own(column, base);
        double budget = std::numeric_limits<double>::max();
        own.step(*this, budget);
        own.take(order);
        order.changed.clear();
    }
    order.apply(*this, column);
    return order;
}

void Book::set_owner_names(const std::vector<std::pair<std::int64_t, std::string>>& names) {
    std::unordered_map<std::int64_t, std::string> keys;
    for (const auto& [id, name] : names)
        if (!name.empty())
            keys[id] = text::french_sort_key(name);
    if (keys == _data->owner_keys)
        return;
    _data->owner_keys = std::move(keys);
    ++_data->revision;
    book::Order& order = _data->orders[static_cast<std::size_t>(BookColumn::owner)];
    order.built = false;
    order.changed.clear();
    if (_data->builder && _data->builder->column() == BookColumn::owner)
        _data->builder.reset();
}

} // namespace carnet
