// The clients before and after the open one, in the list as it was last looked at ("1 sur 262", Alt
// ↑/↓).
#pragma once

#include "shared/book/book.hpp"

#include <cstdint>
#include <vector>

namespace carnet::app {

class Neighbours {
  public:
    // Cheap when neither the book nor the query changed since the last call.
    void update(const Book& book, const BookQuery& query, std::int64_t now_ms);
    std::int64_t count() const { return static_cast<std::int64_t>(_ids.size()); }
    std::int64_t place_of(std::int64_t id) const; // From 1; 0 when the list does not hold it.
    std::int64_t next(std::int64_t id) const;     // 0 at the end.
    std::int64_t previous(std::int64_t id) const;

  private:
    std::vector<std::int64_t> _ids;
    Book::Result _result;
    BookQuery _query;
    std::uint64_t _revision = UINT64_MAX;
};

} // namespace carnet::app
