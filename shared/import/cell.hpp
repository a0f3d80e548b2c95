// One cell of a file, read for its destination: what spreadsheets and other products did to it is
// repaired here
// ("84200.0", lost zeros, dates of many shapes, INSEE's codes), then the field's own check decides.
#pragma once

#include "shared/import/targets.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace carnet {

struct ReadCell {
    Value value; // Empty: the cell says nothing. A text for owner, sector and size; Words for tags.
    std::string error; // Ready to show; the value is then empty.
};
ReadCell read_cell(const ImportTarget& target, std::string_view cell, Language language);

// "20 à 49 salariés" for INSEE's code "12", "" when there is no such code.
// Source: INSEE, nomenclature des tranches d'effectifs de Sirene, as read on 2026-11-21.
std::string_view size_band_label(std::string_view insee_code);
// The band that a number of employees falls into.
std::string_view size_band_of(std::int64_t employees);

// A day in any of the shapes files have: what people type, ISO with or without a time, month names,
// spreadsheet serial numbers, month first when the day could not be a month, a year alone.
std::optional<Date> parse_file_date(std::string_view text);

} // namespace carnet
