// GET /api/clients: the list, from the book. The same query words as the list's address; rows
// written by hand because this is the route people wait for.
#pragma once

#include "backend/http/route_table.hpp"
#include "shared/book/book.hpp"

#include <span>
#include <string>

namespace carnet {

std::span<const Route> client_list_routes();

// Appends the JSON of a row: byte for byte what dump(to_json(row)) gives (a test compares them).
void append_json(std::string& out, const BookRow& row);
void append_json(std::string& out, std::string_view text); // With quotes.
void append_json(std::string& out, const BookTotals& totals);

// The query of a request without the words that are about the page: "limit", "offset", "after",
// "format"…
std::string book_query_of(const Request& request);

} // namespace carnet
