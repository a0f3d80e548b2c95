// A workbook with real numbers and dates, its headings frozen. Rows go to a temporary file as they
// come, so that a large export takes little memory.
#include "backend/features/export_table.hpp"
#include "shared/texts/server_clients.hpp"

#include <xlsxwriter.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <unistd.h>

namespace carnet {

namespace {

// Days since the workbook's epoch, 1899-12-30, with the time as a fraction.
constexpr std::int64_t epoch_days = 25'569;
constexpr double day_ms = 86'400'000.0;
constexpr std::size_t cell_limit =
    32'767; // Bytes we give a cell; the format allows as many characters.

// A file of our own, gone when this is.
class TemporaryFile {
  public:
    TemporaryFile() {
        std::string name = (std::filesystem::temp_directory_path() / "carnet-XXXXXX").string();
        const int file = mkstemp(name.data());
        if (file < 0)
            throw std::runtime_error("no temporary file for the workbook");
        close(file);
        _path = name;
    }
    ~TemporaryFile() {
        std::error_code ignored;
        std::filesystem::remove(_path, ignored);
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    const char* path() const { return _path.c_str(); }

  private:
    std::string _path;
};

class XlsxWriter : public ExportWriter {
  public:
    explicit XlsxWriter(Language language) : _language(language) {}

    void begin(const std::vector<ExportColumn>& columns) override {
        lxw_workbook_options options{};
        options.constant_memory = LXW_TRUE;
        _book = workbook_new_opt(_file.path(), &options);
        if (!_book)
            throw std::runtime_error("the workbook cannot be made");
        _sheet = workbook_add_worksheet(_book, tr(texts::export_clients, _language));
        lxw_format* heading = workbook_add_format(_book);
        format_set_bold(heading);
        _money = number_format("#,##0.00\\ \"€\"");
        _date = number_format(_language == Language::fr ? "dd/mm/yyyy" : "yyyy-mm-dd");
        _instant =
            number_format(_language == Language::fr ? "dd/mm/yyyy hh:mm" : "yyyy-mm-dd hh:mm");
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const auto column = static_cast<lxw_col_t>(i);
            worksheet_set_column(_sheet, column, column, columns[i].width, nullptr);
            worksheet_write_string(_sheet, 0, column, columns[i].heading.c_str(), heading);
        }
        worksheet_freeze_panes(_sheet, 1, 1);
        _columns = columns.size();
    }

    void row(const std::vector<ExportCell>& cells) override {
        ++_row;
        for (std::size_t i = 0; i < cells.size(); ++i)
            write(static_cast<lxw_col_t>(i), cells[i]);
    }

    std::string finish() override {
        if (_columns > 0)
            worksheet_autofilter(_sheet, 0, 0, _row, static_cast<lxw_col_t>(_columns - 1));
        if (workbook_close(_book) != LXW_NO_ERROR)
            throw std::runtime_error("the workbook cannot be written");
        std::ifstream file(_file.path(), std::ios::binary);
        return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    }

  private:
    lxw_format* number_format(const char* pattern) {
        lxw_format* format = workbook_add_format(_book);
        format_set_num_format(format, pattern);
        return format;
    }

    void write(lxw_col_t column, const ExportCell& cell) {
        if (const auto* text = std::get_if<std::string>(&cell); text && !text->empty())
            worksheet_write_string(_sheet, _row, column, shortened(*text).c_str(), nullptr);
        if (const auto* number = std::get_if<std::int64_t>(&cell))
            worksheet_write_number(_sheet, _row, column, static_cast<double>(*number), nullptr);
        if (const auto* amount = std::get_if<Cents>(&cell))
            worksheet_write_number(
                _sheet, _row, column, static_cast<double>(amount->cents) / 100.0, _money
            );
        if (const auto* date = std::get_if<Date>(&cell); date && date->is_set())
            worksheet_write_number(
                _sheet, _row, column, static_cast<double>(date->days + epoch_days), _date
            );
        if (const auto* at = std::get_if<Instant>(&cell); at && at->is_set())
            worksheet_write_number(
                _sheet, _row, column, static_cast<double>(at->ms) / day_ms + epoch_days, _instant
            );
    }

    static std::string shortened(const std::string& text) {
        if (text.size() <= cell_limit)
            return text;
        std::size_t end = cell_limit;
        while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
            --end; // Between characters.
        return text.substr(0, end);
    }

    TemporaryFile _file;
    Language _language;
    lxw_workbook* _book = nullptr;
    lxw_worksheet* _sheet = nullptr;
    lxw_format* _money = nullptr;
    lxw_format* _date = nullptr;
    lxw_format* _instant = nullptr;
    std::size_t _columns = 0;
    lxw_row_t _row = 0;
};

} // namespace

std::unique_ptr<ExportWriter> make_xlsx_writer(Language language) {
    return std::make_unique<XlsxWriter>(language);
}

} // namespace carnet
