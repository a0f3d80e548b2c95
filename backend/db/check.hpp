// Does the journal tell the truth: replayed row by row it must give exactly what the tables hold.
#pragma once

#include "backend/db/transaction.hpp"

#include <string>
#include <vector>

namespace carnet {

struct CheckReport {
    std::int64_t rows = 0;             // Rows of all entities looked at.
    std::int64_t changes = 0;          // Rows of the journal.
    std::vector<std::string> problems; // Sentences, at most some dozens.
};

CheckReport check_journal(Transaction& tx, Language language);

} // namespace carnet
