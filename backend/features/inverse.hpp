// The inverse of journal rows: what undo and "put this value back" have in common. Rights are the
// caller's affair, undo_rights.hpp has them.
#pragma once

#include "backend/db/records.hpp"

#include <vector>

namespace carnet {

// Applies the inverse of one row. Empty when it was done; otherwise what stands in the way: the
// value is no longer the one the row wrote, the record is gone, or something else refers to it.
std::vector<FieldError> apply_inverse(Transaction& tx, const JournalRow& row, Language language);

// "client.12.phone": how conflicts of undo name a field.
std::string path_of(const JournalRow& row);

} // namespace carnet
