// Are the documents' bytes there and whole: for `carnet check`.
#pragma once

#include "shared/core/i18n.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace carnet {

class FileStore;
class Transaction;

struct FilesReport {
    std::vector<std::string> problems; // Sentences.
    std::int64_t files = 0;
    std::int64_t bytes = 0;
    std::int64_t left_over = 0; // Files nothing names: of interrupted uploads, no problem.
};
// Reads every byte of the store and looks up every row that names a file.
FilesReport check_files(Transaction& tx, const FileStore& store, Language language);

} // namespace carnet
