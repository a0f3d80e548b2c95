// Tags, editable lists of words and saved views: what pickers and filters offer.
#pragma once

#include "backend/http/route_table.hpp"

#include <span>

namespace carnet {

std::span<const Route> word_routes();
std::span<const Route> saved_view_routes(); // saved_views.cpp

Json saved_views_json(Context& c); // The actor's own, in order.

} // namespace carnet
