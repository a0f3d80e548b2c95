// What the filter bar, its words and its popovers share. Several filters combine with AND, several
// values of one with OR.
#pragma once

#include "web/views/client_list_view.hpp"

#include <string>

namespace carnet::views {

inline constexpr std::int64_t day_ms = 86'400'000;

// --- client_list_filter_words.cpp ---
const Text& filter_label(ListFilter filter);
const char* filter_popover_id(ListFilter filter);
bool filter_in_use(const BookQuery& query, ListFilter filter);
void remove_filter(BookQuery& query, ListFilter filter);
// "Actif, Prospect": what stands on its chip.
std::string filter_value(const BookQuery& query, ListFilter filter, const app::Context& context);

// --- client_list_filter_values.cpp ---
// Those without values are applied at once.
void open_filter(ClientListView& view, app::Context& context, ListFilter filter);
void filter_popovers_ui(ClientListView& view, app::Context& context);

} // namespace carnet::views
