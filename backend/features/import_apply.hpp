// Applies a planned import in the current action: creates and updates clients, one main contact and
// the main address of each, and the words that did not exist.
#pragma once

#include "backend/features/import_existing.hpp"
#include "shared/import/plan.hpp"

#include <functional>

namespace carnet {

struct ImportDone {
    std::int64_t created = 0, updated = 0;
};

// Stops at the first row that cannot be stored, with its line in the message: nothing is kept then.
// `progress` is told the number of rows done.
Result<ImportDone> apply_import(
    Transaction& tx,
    const ImportPlanner& planner,
    ImportExisting& existing,
    std::string_view file_name,
    Language language,
    const std::function<void(std::size_t)>& progress = {}
);

} // namespace carnet
