// The page of a list that is asked for: "before" (newest first) and "limit".
#pragma once

#include "backend/http/route_table.hpp"

#include <cstdint>

namespace carnet {

struct PageQuery {
    std::int64_t before = INT64_MAX;
    std::int64_t limit = 100;
};
// `invalid` with the name of the parameter that is no number, or out of bounds.
Result<PageQuery> page_query(const Context& c);

} // namespace carnet
