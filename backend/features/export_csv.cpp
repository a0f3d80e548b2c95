// CSV as spreadsheets open it by a double click: UTF-8 with a mark, semicolons where the comma is
// the decimal sign.
#include "backend/features/export_table.hpp"
#include "shared/import/csv_guard.hpp"

#include <cstdlib>

namespace carnet {

namespace {

class CsvWriter : public ExportWriter {
  public:
    explicit CsvWriter(Language language)
        : _separator(language == Language::fr ? ';' : ','),
          _decimal(language == Language::fr ? ',' : '.') {}

    void begin(const std::vector<ExportColumn>& columns) override {
        _out = "\xEF\xBB\xBF";
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (i > 0)
                _out += _separator;
            text(columns[i].heading);
        }
        _out += "\r\n";
    }

    void row(const std::vector<ExportCell>& cells) override {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (i > 0)
                _out += _separator;
            cell(cells[i]);
        }
        _out += "\r\n";
    }

    std::string finish() override { return std::move(_out); }

  private:
    void cell(const ExportCell& cell) {
        if (const auto* value = std::get_if<std::string>(&cell))
            text(*value);
        if (const auto* number = std::get_if<std::int64_t>(&cell))
            _out += std::to_string(*number);
        if (const auto* amount = std::get_if<Cents>(&cell))
            money(amount->cents);
        if (const auto* date = std::get_if<Date>(&cell))
            _out += to_iso(*date);
        if (const auto* at = std::get_if<Instant>(&cell)) {
            const std::string iso = to_iso(*at);
            if (iso.size() >= 16)
                _out += iso.substr(0, 10) + " " + iso.substr(11, 5);
        }
    }

    void money(std::int64_t cents) {
        if (cents < 0)
            _out += '-';
        const auto amount = std::llabs(cents);
        _out += std::to_string(amount / 100);
        _out += _decimal;
        if (amount % 100 < 10)
            _out += '0';
        _out += std::to_string(amount % 100);
    }

    void text(std::string_view value) {
        const bool guarded = needs_csv_guard(value) || needs_nothing_guard(value);
        const bool quote = guarded || value.find_first_of("\"\r\n") != std::string_view::npos ||
                           value.find(_separator) != std::string_view::npos;
        if (!quote) {
            _out += value;
            return;
        }
        _out += '"';
        if (guarded)
            _out += '\'';
        for (const char c : value) {
            if (c == '"')
                _out += '"';
            _out += c;
        }
        _out += '"';
    }

    char _separator;
    char _decimal;
    std::string _out;
};

} // namespace

std::unique_ptr<ExportWriter> make_csv_writer(Language language) {
    return std::make_unique<CsvWriter>(language);
}

} // namespace carnet
