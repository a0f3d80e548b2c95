// Ticked rows of a table, and the dark bar that says what can be done with them: the same in every
// list.
#pragma once

#include "web/app/context.hpp"
#include "web/ui/ui.hpp"

#include <functional>
#include <span>

namespace carnet::views {

// Rows that are ticked, by identifier, in ascending order: they stay ticked when the list is sorted
// or filtered.
struct ListSelection {
    Ids ids;
    std::int64_t anchor = -1; // Row where the last tick was set.

    bool contains(std::int64_t id) const;
    void set(std::int64_t id, bool on);
    void clear() { ids.clear(), anchor = -1; }
};

// The rows of a list: how many are here, and which record each is.
struct SelectableRows {
    std::int64_t count = 0;
    std::function<std::int64_t(std::int64_t row)> id;
};
void select_all_rows(ListSelection& selection, const SelectableRows& rows);
// The tick box in the column "check".
void tick_ui(ListSelection& selection, ui::Table& table, const SelectableRows& rows);
// Ctrl or Maj with a click tick. True for a plain click: the row is meant.
bool row_click_ui(
    ListSelection& selection,
    ui::Table& table,
    const SelectableRows& rows,
    const ui::RowClick& click
);
// After the rows: x, Maj with the arrows, Ctrl A, the box of the header.
void selection_keys_ui(
    ListSelection& selection,
    const ui::Table& table,
    const SelectableRows& rows,
    std::int64_t cursor
);

inline constexpr float selection_bar_space = 76; // Under the last row, so that the bar hides none.

struct SelectionAction {
    const char* icon = nullptr;
    Text label;
    bool offered = true;
};
enum SelectionAnswer { selection_none = -1, selection_all = -2 };
// The bar over `content`, `all` being the number of rows when more can be ticked. Answers with the
// index of the action that was clicked.
int selection_bar_ui(
    ListSelection& selection,
    app::Context& context,
    ui::Rect content,
    std::int64_t all,
    std::span<const SelectionAction> actions
);

} // namespace carnet::views
