// Guesses where each column of a file should go: by its heading, by its neighbours' headings, then
// by what it holds.
#pragma once

#include "shared/import/csv_reader.hpp"
#include "shared/import/targets.hpp"

#include <string>
#include <vector>

namespace carnet {

struct ColumnGuess {
    std::string heading;
    std::vector<std::string> samples; // Up to five different filled cells, shortened.
    std::string target;               // Name of an ImportTarget; "" when nothing is recognised.
};
// One per column; a target is suggested at most once.
std::vector<ColumnGuess> guess_columns(const CsvTable& table);

} // namespace carnet
