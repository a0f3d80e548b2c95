// The apostrophe in front of a cell that a spreadsheet would run as a formula: exports put it
// there, imports take it off again. A text that itself begins with apostrophes and such a sign gets
// one more, so that taking one off always gives the text back. Source: OWASP, "CSV Injection", as
// read on 2026-11-21.
#pragma once

#include <string_view>

namespace carnet {

constexpr bool needs_csv_guard(std::string_view cell) {
    const std::size_t sign = cell.find_first_not_of('\'');
    return sign != cell.npos &&
           std::string_view("=+-@\t\r\n").find(cell[sign]) != std::string_view::npos;
}

constexpr std::string_view without_csv_guard(std::string_view cell) {
    const bool guarded = !cell.empty() && cell[0] == '\'' && needs_csv_guard(cell);
    return guarded ? cell.substr(1) : cell;
}

} // namespace carnet
