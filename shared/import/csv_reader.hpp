// Tables out of CSV text: RFC 4180 plus what spreadsheets and other products really write (';',
// tabs, "sep=", titles above the headings, ragged rows, stray quotation marks). Pure; memory is
// bounded by the limits, any text is safe.
#pragma once

#include "shared/core/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace carnet {

struct CsvLimits {
    std::size_t rows = 200'000;
    std::size_t columns = 256;
    std::size_t cells = 6'000'000;
    std::size_t cell_bytes = 65'536; // A longer quoted cell counts as one that is never closed.
};

// The text is kept once; cells point into it.
class CsvTable {
  public:
    char separator() const { return _separator; } // ',', ';', '\t' or '|'.
    std::size_t columns() const { return _headings.size(); }
    const std::string& heading(std::size_t column) const { return _headings[column]; }
    std::size_t rows() const { return _lines.size(); } // Without headings and empty rows.
    // "" when the row is shorter; without the guard against formulas.
    std::string_view cell(std::size_t row, std::size_t column) const;
    std::size_t line(std::size_t row) const { return _lines[row]; } // In the file, from 1.
    bool has_extra_cells(std::size_t row) const; // Filled cells beyond the last heading.

  private:
    friend class CsvReader;
    struct Cell {
        std::uint32_t start, length;
    };
    std::string_view view(const Cell& cell) const {
        return std::string_view(_text).substr(cell.start, cell.length);
    }

    std::string _text;
    char _separator = ',';
    std::vector<std::string> _headings;
    std::vector<Cell> _cells;
    std::vector<std::uint32_t> _first_cells; // Of each row, and one more at the end.
    std::vector<std::uint32_t> _lines;
};

// `malformed` when there is nothing to read or a quotation mark is never closed, `too_large` beyond
// the limits. A first row that holds data instead of headings gets headings "Colonne 1", "Colonne
// 2" …
Result<CsvTable> read_csv(std::string text, Language language, CsvLimits limits = {});

} // namespace carnet
