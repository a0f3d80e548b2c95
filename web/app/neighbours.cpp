// The order of the last list, kept as identifiers.
#include "web/app/neighbours.hpp"

#include <algorithm>

namespace carnet::app {

void Neighbours::update(const Book& book, const BookQuery& query, std::int64_t now_ms) {
    if (_revision == book.revision() && _query == query)
        return;
    _revision = book.revision();
    _query = query;
    book.find(query, nullptr, now_ms, _result);
    _ids.clear();
    _ids.reserve(_result.slots.size());
    for (const Slot slot : _result.slots)
        _ids.push_back(book.id(slot));
}

std::int64_t Neighbours::place_of(std::int64_t id) const {
    const auto found = std::find(_ids.begin(), _ids.end(), id);
    return found == _ids.end() ? 0 : found - _ids.begin() + 1;
}

std::int64_t Neighbours::next(std::int64_t id) const {
    const std::int64_t place = place_of(id);
    return place == 0 || place == count() ? 0 : _ids[static_cast<std::size_t>(place)];
}

std::int64_t Neighbours::previous(std::int64_t id) const {
    const std::int64_t place = place_of(id);
    return place <= 1 ? 0 : _ids[static_cast<std::size_t>(place - 2)];
}

} // namespace carnet::app
