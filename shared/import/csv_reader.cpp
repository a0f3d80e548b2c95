// The CSV state machine. Quoted cells are unescaped in place: the result is never longer than the
// source.
#include "shared/import/csv_reader.hpp"

#include "shared/core/money.hpp"
#include "shared/core/text.hpp"
#include "shared/import/csv_guard.hpp"
#include "shared/schema/validators.hpp"
#include "shared/texts/import.hpp"

#include <algorithm>
#include <array>

namespace carnet {
namespace {

constexpr std::array<char, 4> separators = {',', ';', '\t', '|'};
constexpr int most_open_quotes =
    100; // Bounds the time spent on looking for quotation marks that never come.
constexpr std::size_t most_title_rows = 10;

bool ends_cell(std::string_view text, std::size_t at, char separator) {
    return at >= text.size() || text[at] == separator || text[at] == '\n' || text[at] == '\r';
}

// End of the quoted cell that opens at `at` (behind its closing mark), npos when it is not closed
// within the limit. A mark inside that is followed by neither a mark nor the cell's end is part of
// the text, as careless writers do.
std::size_t quoted_end(std::string_view text, std::size_t at, char separator, std::size_t limit) {
    const std::size_t last = std::min(text.size(), at + limit);
    for (std::size_t i = at + 1; i < last; ++i) {
        if (text[i] != '"')
            continue;
        if (i + 1 < text.size() && text[i + 1] == '"')
            ++i;
        else if (ends_cell(text, i + 1, separator))
            return i + 1;
    }
    return text.npos;
}

// How often `separator` occurs in each of the first records, outside quotation marks.
std::vector<std::size_t> separator_counts(std::string_view text, char separator) {
    std::vector<std::size_t> counts;
    std::size_t count = 0;
    bool quoted = false, filled = false;
    const std::string_view head = text.substr(0, 65'536);
    for (std::size_t i = 0; i < head.size() && counts.size() < 30; ++i) {
        if (head[i] == '"')
            quoted = !quoted;
        if (!quoted && head[i] == separator)
            ++count;
        if (!quoted && (head[i] == '\n' || head[i] == '\r')) {
            if (filled)
                counts.push_back(count);
            count = 0, filled = false;
        } else {
            filled = true;
        }
    }
    if (filled && counts.size() < 30)
        counts.push_back(count);
    return counts;
}

// The separator that most records have equally often; many columns weigh more than few.
char guess_separator(std::string_view text) {
    char best = ',';
    std::size_t best_score = 0;
    for (const char candidate : separators) {
        auto counts = separator_counts(text, candidate);
        if (counts.empty())
            continue;
        std::vector<std::size_t> sorted = counts;
        std::sort(sorted.begin(), sorted.end());
        const std::size_t usual = sorted[sorted.size() / 2];
        const auto equal =
            static_cast<std::size_t>(std::count(counts.begin(), counts.end(), usual));
        const std::size_t score =
            usual == 0 ? 0 : equal * 1000 / counts.size() * 100 + std::min<std::size_t>(usual, 99);
        if (score > best_score)
            best = candidate, best_score = score;
    }
    return best;
}

} // namespace

class CsvReader {
  public:
    CsvReader(std::string text, Language language, const CsvLimits& limits)
        : _language(language), _limits(limits) {
        _table._text = std::move(text);
    }
    Result<CsvTable> read();

  private:
    Error refuse(
        ErrorCode code, const Text& message, std::string_view name = "", std::size_t number = 0
    ) const {
        const std::string written = format_number(static_cast<long long>(number), _language);
        return {code, fill(tr(message, _language), {{name, written}}), {}};
    }
    std::string& text() { return _table._text; }
    void read_directive();
    Status read_records();
    CsvTable::Cell read_cell();
    CsvTable::Cell unescape(std::size_t start, std::size_t end);
    void end_line();
    Status end_record(std::size_t first_cell, std::size_t line);
    Status take_headings();
    bool is_data_row(std::size_t row) const;
    std::size_t filled_cells(std::size_t row) const;

    CsvTable _table;
    Language _language;
    CsvLimits _limits;
    std::size_t _at = 0;
    std::size_t _line = 1;
    int _open_quotes = 0;
    std::size_t _first_open_line = 0;
    bool _row_is_filled = false;
};

// Excel's first line "sep=;".
void CsvReader::read_directive() {
    const std::string_view start = std::string_view(text()).substr(0, 6);
    if (start.size() >= 5 && text::to_lower(start.substr(0, 4)) == "sep=" &&
        ends_cell(text(), 5, '\n')) {
        _table._separator = start[4];
        _at = 5;
        end_line();
        return;
    }
    _table._separator = guess_separator(text());
}

void CsvReader::end_line() {
    if (_at < text().size() && text()[_at] == '\r')
        ++_at;
    if (_at < text().size() && text()[_at] == '\n')
        ++_at;
    ++_line;
}

// Takes "" for " between `start` and `end`, moving the text down inside its own cell.
CsvTable::Cell CsvReader::unescape(std::size_t start, std::size_t end) {
    std::size_t to = start;
    for (std::size_t from = start; from < end; ++from) {
        const char c = text()[from];
        // Any line end counts once.
        if (c == '\n' || (c == '\r' && !(from + 1 < end && text()[from + 1] == '\n')))
            ++_line;
        text()[to++] = c;
        if (c == '"' && from + 1 < end && text()[from + 1] == '"')
            ++from;
    }
    return {static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(to - start)};
}

CsvTable::Cell CsvReader::read_cell() {
    std::size_t start = _at;
    while (start < text().size() && text()[start] == ' ')
        ++start;
    if (start < text().size() && text()[start] == '"' && _open_quotes < most_open_quotes) {
        const std::size_t end = quoted_end(text(), start, _table._separator, _limits.cell_bytes);
        if (end != std::string::npos) {
            _at = end;
            _row_is_filled = _row_is_filled || end - start > 2;
            return unescape(start + 1, end - 1);
        }
        if (_open_quotes++ == 0)
            _first_open_line = _line;
    }
    start = _at;
    while (!ends_cell(text(), _at, _table._separator)) {
        _row_is_filled = _row_is_filled || text()[_at] != ' ';
        ++_at;
    }
    return {static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(_at - start)};
}

// Keeps the cells read since `first_cell` as a row, unless they are all empty.
Status CsvReader::end_record(std::size_t first_cell, std::size_t line) {
    if (!_row_is_filled) {
        _table._cells.resize(first_cell);
        return Ok{};
    }
    // Nobody fills the far right of a sheet: a row of separators only.
    while (_table._cells.size() > first_cell + 1 && _table._cells.back().length == 0)
        _table._cells.pop_back();
    if (_table._cells.size() - first_cell > _limits.columns)
        return refuse(ErrorCode::too_large, texts::import_too_many_columns, "max", _limits.columns);
    if (_table._lines.size() > _limits.rows || _table._cells.size() > _limits.cells)
        return refuse(
            ErrorCode::too_large,
            texts::import_too_many_rows,
            "max",
            std::min(_limits.rows, _table._lines.size())
        );
    _table._first_cells.push_back(static_cast<std::uint32_t>(first_cell));
    _table._lines.push_back(static_cast<std::uint32_t>(line));
    return Ok{};
}

Status CsvReader::read_records() {
    while (_at < text().size()) {
        const std::size_t first_cell = _table._cells.size(), line = _line;
        _row_is_filled = false;
        for (;;) {
            const CsvTable::Cell cell = read_cell();
            // A line of a million separators must not take the memory of a million cells.
            if (cell.length > 0 || _table._cells.size() - first_cell <= _limits.columns)
                _table._cells.push_back(cell);
            if (_table._cells.size() > _limits.cells + _limits.columns * 2)
                return refuse(
                    ErrorCode::too_large, texts::import_too_many_rows, "max", _table._lines.size()
                );
            if (_at >= text().size() || text()[_at] != _table._separator)
                break;
            ++_at;
        }
        end_line();
        Status status = end_record(first_cell, line);
        if (!status)
            return status;
        if (_open_quotes >= most_open_quotes)
            return refuse(ErrorCode::malformed, texts::import_open_quote, "line", _first_open_line);
    }
    _table._first_cells.push_back(static_cast<std::uint32_t>(_table._cells.size()));
    return Ok{};
}

std::size_t CsvReader::filled_cells(std::size_t row) const {
    std::size_t count = 0;
    for (std::size_t i = _table._first_cells[row]; i < _table._first_cells[row + 1]; ++i)
        count += _table._cells[i].length > 0 ? 1 : 0;
    return count;
}

// Headings hold no addresses, company numbers or figures.
bool CsvReader::is_data_row(std::size_t row) const {
    for (std::size_t i = _table._first_cells[row]; i < _table._first_cells[row + 1]; ++i) {
        std::string cell(text::trim(_table.view(_table._cells[i])));
        if (text::all_digits(compact(cell)) && cell.size() > 4)
            return true;
        if (cell.find('@') != cell.npos && !normalize_email(cell))
            return true;
        if (cell.substr(0, 4) == "http" && !normalize_url(cell))
            return true;
    }
    return false;
}

Status CsvReader::take_headings() {
    if (_table._lines.empty())
        return refuse(ErrorCode::malformed, texts::import_empty);
    // Titles above the table have one cell; the table has more.
    std::size_t row = 0;
    while (row < std::min(most_title_rows, _table._lines.size() - 1) && filled_cells(row) < 2)
        ++row;
    if (filled_cells(row) < 2)
        row = 0;
    const bool data = is_data_row(row);
    std::size_t width = 0;
    if (data)
        for (std::size_t r = row; r < _table._lines.size(); ++r)
            width =
                std::max<std::size_t>(width, _table._first_cells[r + 1] - _table._first_cells[r]);
    else
        width = _table._first_cells[row + 1] - _table._first_cells[row];
    for (std::size_t column = 0; column < width; ++column) {
        std::string heading;
        if (!data)
            heading =
                text::clean_line(_table.view(_table._cells[_table._first_cells[row] + column]));
        if (heading.empty())
            heading =
                fill(tr(texts::unnamed_column, _language), {{"n", std::to_string(column + 1)}});
        _table._headings.push_back(std::string(text::prefix(heading, 120)));
    }
    const auto skip = static_cast<std::ptrdiff_t>(data ? row : row + 1);
    _table._lines.erase(_table._lines.begin(), _table._lines.begin() + skip);
    _table._first_cells.erase(_table._first_cells.begin(), _table._first_cells.begin() + skip);
    if (_table._lines.empty())
        return refuse(ErrorCode::malformed, texts::only_headings);
    if (_table._lines.size() > _limits.rows)
        return refuse(ErrorCode::too_large, texts::import_too_many_rows, "max", _limits.rows);
    return Ok{};
}

Result<CsvTable> CsvReader::read() {
    read_directive();
    if (const Status status = read_records(); !status)
        return status.error();
    if (const Status status = take_headings(); !status)
        return status.error();
    return std::move(_table);
}

std::string_view CsvTable::cell(std::size_t row, std::size_t column) const {
    const std::size_t index = _first_cells[row] + column;
    return index < _first_cells[row + 1] ? without_csv_guard(view(_cells[index]))
                                         : std::string_view();
}

bool CsvTable::has_extra_cells(std::size_t row) const {
    for (std::size_t i = _first_cells[row] + _headings.size(); i < _first_cells[row + 1]; ++i)
        if (!text::trim(view(_cells[i])).empty())
            return true;
    return false;
}

Result<CsvTable> read_csv(std::string text, Language language, CsvLimits limits) {
    // Positions in the text are 32 bits wide.
    if (text.size() > UINT32_MAX / 2)
        return Error{ErrorCode::too_large, tr(texts::import_empty, language), {}};
    return CsvReader(std::move(text), language, limits).read();
}

} // namespace carnet
