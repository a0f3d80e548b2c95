// See paging.hpp.
#include "backend/features/paging.hpp"

#include "shared/texts/server_clients.hpp"

namespace carnet {

Result<PageQuery> page_query(const Context& c) {
    const PageQuery all;
    const auto before = c.request.query_int("before", all.before, 1, INT64_MAX);
    if (!before)
        return invalid("before", tr(texts::bad_parameter, c.language()));
    const auto limit = c.request.query_int("limit", all.limit, 1, 500);
    if (!limit)
        return invalid("limit", tr(texts::bad_parameter, c.language()));
    return PageQuery{*before, *limit};
}

} // namespace carnet
