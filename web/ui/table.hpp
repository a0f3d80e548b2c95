// The grid: frozen header with sort arrows, virtual rows, hover, selection, a row cursor moved by
// keys, columns that drop by priority. One Tab stop; the mirror sees role=grid with exact row
// counts.
//
//   ui::Table table({.id = "clients", .name = texts::clients, .box = area, .columns = columns,
//   .rows = n, .cursor = &cursor}); while (table.next()) {
//       const Row& row = rows[table.row()];
//       table.begin_row({.key = row.id, .name = row.name, .selected = …});
//       if (table.cell("name")) { ui::avatar(…); ui::text(row.name, {.weight = Weight::medium,
//       .width = ui::fill}); } … if (table.row_clicked()) …
//   }
//   if (auto column = table.sort_clicked()) …
//   table.end();
#pragma once

#include "web/ui/layout.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace carnet::ui {

enum class Sort : std::uint8_t { none, ascending, descending };

struct TableColumn {
    std::string_view id; // Stays valid as long as the table is drawn: a literal.
    OwnedLabel title = {};
    float width = 100; // Least width.
    float grow = 0;    // Share of the width that is left.
    int priority = 0;  // 0 never drops; otherwise the highest number drops first.
    Align align = Align::left;
    bool sortable = false;
    bool hidden = false; // By the person's choice.
    bool check = false;  // The tick-box column: its header ticks all.
    OwnedLabel header_tooltip = {};
    float max_width = 0;
};

struct TableOptions {
    const char* id = "table";
    Label name = {};
    Rect box = {};
    std::span<const TableColumn> columns = {};
    std::int64_t rows = 0;
    float row_height = metric::row;
    bool header = true;
    float header_height = metric::table_header;
    std::string_view sorted_by = {};
    Sort sort = Sort::none;
    std::int64_t* cursor = nullptr; // Index of the row with the keyboard cursor; -1: none.
    bool all_selected = false, some_selected = false; // Look of the header's tick box.
    bool focus = false;                               // Take the keyboard focus in this frame.
    bool scroll_to_cursor = false;                    // The view moved the cursor itself.
    bool scroll_to_top = false;                       // After a sort or a filter.
    float bottom_space = 0; // Free space under the last row (selection bar).
};

struct TableRow {
    std::int64_t key = 0; // Record identifier.
    Label name = {};      // Accessible name of the row.
    bool selected = false;
    bool archived = false;      // Drawn in text_3 by the view; announced.
    bool loading = false;       // Skeleton bars instead of cells.
    double changed_at_ms = 0;   // ui::now_ms() of a change by somebody else: amber that fades.
    std::string_view href = {}; // The middle button opens it in another tab.
};

struct RowClick {
    bool clicked = false, double_clicked = false, ctrl = false, shift = false, context = false;
    bool pressing = false; // The mouse button has just gone down anywhere in it: a click is likely.
    explicit operator bool() const { return clicked; }
};

namespace detail {
struct TableState;
}

class Table {
  public:
    explicit Table(const TableOptions& options);
    ~Table();
    Table(const Table&) = delete;
    Table& operator=(const Table&) = delete;

    bool next();              // Steps to the next visible row.
    std::int64_t row() const; // Its index.
    void begin_row(const TableRow& row);
    // Opens the cell of a column: a Row layout as wide as the cell. False when the column is not
    // shown.
    bool cell(std::string_view column);
    // The tick box of the row. True when it was clicked; `shift` extends from the last ticked one.
    bool check_cell(std::string_view column, bool on, bool* shift = nullptr);
    bool row_hovered() const; // The pointer is on it: show the quick actions.
    bool row_is_cursor() const;
    RowClick row_clicked(); // Not set when a widget in the row took the click.
    Rect row_box() const;
    void end_row(); // Called by next() and end() too.
    void end();     // Called by the destructor too.

    // After the rows:
    std::string_view sort_clicked() const;   // Column whose heading was clicked, or "".
    std::optional<bool> all_clicked() const; // The header's tick box: the new state.
    bool cursor_moved() const;
    bool opened() const;     // Entrée on the cursor row.
    bool peeked() const;     // Espace on it.
    bool toggled() const;    // x on it.
    int extended() const;    // Maj + up/down (j/k): -1, +1; 0 otherwise.
    bool select_all() const; // Ctrl A.
    bool focused() const;
    bool shows(std::string_view column) const;
    std::int64_t first_visible() const; // Topmost row that is at least half visible.
    int visible_rows() const;
    Rect body_box() const;
    Rect header_box(std::string_view column) const; // Empty when not shown.

  private:
    detail::TableState* _state;
};

// Widths of the shown columns for `width`, in order; dropped ones are 0. `shown` gets their number.
void fit_columns(std::span<const TableColumn> columns, float width, std::span<float> widths);

} // namespace carnet::ui
