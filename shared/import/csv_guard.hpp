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

// What programs write where they have nothing: an import takes such a cell for empty.
constexpr bool is_csv_nothing(std::string_view cell) {
    constexpr std::string_view words[] = {
        "NULL",
        "null",
        "NaN",
        "nan",
        "#N/A",
        "#REF!",
        "#VALUE!",
        "#VALEUR!",
        "[ND]",
        "(null)",
        "(vide)",
        "(blank)"};
    for (const std::string_view word : words)
        if (cell == word)
            return true;
    return false;
}

// People are called NULL: the same apostrophe, in front of a text that would count as nothing. It
// comes off where the cell is read (cell.cpp), since nothing else tells the name from the nothing.
constexpr bool needs_nothing_guard(std::string_view cell) {
    const std::size_t word = cell.find_first_not_of('\'');
    return word != cell.npos && is_csv_nothing(cell.substr(word));
}

} // namespace carnet
