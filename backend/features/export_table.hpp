// What an export holds: the columns of the list and every field of the client one may read, row by
// row. Writers (export_csv.cpp, export_xlsx.cpp) get typed cells and know nothing of clients.
#pragma once

#include "backend/http/route_table.hpp"
#include "shared/book/book.hpp"

#include <functional>
#include <string>
#include <variant>
#include <vector>

namespace carnet {

struct Cents {
    std::int64_t cents = 0;
};
// Instants are moved to local time: a writer writes them as if they were UTC.
using ExportCell = std::variant<std::monostate, std::string, std::int64_t, Cents, Date, Instant>;

enum class ExportKind : std::uint8_t { text, number, money, date, instant };
struct ExportColumn {
    std::string heading;
    ExportKind kind = ExportKind::text;
    int width = 16; // Characters.
};

// Where rows go. `row` has as many cells as there are columns.
class ExportWriter {
  public:
    virtual ~ExportWriter() = default;
    virtual void begin(const std::vector<ExportColumn>& columns) = 0;
    virtual void row(const std::vector<ExportCell>& cells) = 0;
    virtual std::string finish() = 0; // The file's bytes.
};
std::unique_ptr<ExportWriter> make_csv_writer(Language language);
std::unique_ptr<ExportWriter> make_xlsx_writer(Language language);

// Writes the clients of a query that the actor may see and export, in the list's order.
void export_clients(
    App& app, Transaction& tx, const Actor& actor, const BookQuery& query, ExportWriter& writer
);

} // namespace carnet
