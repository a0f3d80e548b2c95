// GET /api/book: every client one may see, in one compressed answer.
#pragma once

#include "backend/http/route_table.hpp"

#include <span>

namespace carnet {

std::span<const Route> book_routes();

// Makes the snapshot for those who see everything in the background, so that the first sign-in
// after a start does not wait for it.
void warm_book_snapshot(App& app);

} // namespace carnet
