// Rows of the client book out of the database: one client with its main contact, main address,
// project figures and latest event. Used at start for everybody and after each commit for the
// clients it touched.
#pragma once

#include "backend/db/transaction.hpp"
#include "shared/book/book.hpp"

#include <functional>
#include <span>
#include <string_view>
#include <vector>

namespace carnet {

// Every client that is not in the bin, by ascending id. Each row is given away.
void load_book_rows(Transaction& tx, const std::function<void(BookRow&&)>& take);

// The same for some clients; those that do not exist or are in the bin are left out. `ids` sorted,
// each once.
std::vector<BookRow> book_rows(Transaction& tx, std::span<const std::int64_t> ids);

// The JSON array of identifiers as lists are stored: "[3,17]". Anything else in it ends the list.
Ids parse_ids(std::string_view json);

} // namespace carnet
