// Shared by the files of the grid only (table*.cpp): what one Table knows while it is drawn.
#pragma once

#include "web/ui/internal.hpp"
#include "web/ui/table.hpp"

#include <string>
#include <vector>

namespace carnet::ui::detail {

struct TableState {
    TableOptions o;
    std::string name;
    ImGuiID id = 0;
    std::vector<float> widths, lefts;
    Rect header, body;
    std::vector<Rect> header_boxes;
    // Iteration
    std::int64_t index = -1, last = 0;
    float scroll = 0;
    Rect row_box;
    TableRow row;
    std::string row_name;
    ImGuiID row_id = 0;
    bool row_open = false, cell_open = false, child_open = false, ended = false, row_hover = false;
    RowClick click;
    std::optional<a11y::Scope> grid, row_scope, cell_scope;
    bool id_pushed = false;
    // Events
    std::string_view sorted;
    std::optional<bool> all;
    bool moved = false, opened = false, peeked = false, toggled = false, select_all = false,
         focused = false;
    int extended = 0;

    std::size_t column(std::string_view name_of) const {
        for (std::size_t i = 0; i < o.columns.size(); ++i)
            if (o.columns[i].id == name_of)
                return i;
        return o.columns.size();
    }
    Rect cell_box(std::size_t i) const {
        return {row_box.x + lefts[i], row_box.y, widths[i], row_box.h};
    }
    float content_height() const {
        return static_cast<float>(o.rows) * o.row_height + o.bottom_space;
    }
};

inline float table_padding(std::size_t shown_before, const TableColumn& c) {
    return shown_before == 0 && !c.check ? metric::first_cell_padding : metric::cell_padding;
}

// table_header.cpp
void table_head(TableState& s);

// table_keys.cpp
void table_keys(TableState& s, bool other_layer);
// The scroll position in which the row is seen whole; the same one when it is.
float table_scroll_showing(const TableState& s, float scroll, std::int64_t row);

// table_rows.cpp
void draw_table_check(Rect box, bool on, bool partial, bool hovered);
std::uint32_t table_check_flags(bool on, bool partial);

} // namespace carnet::ui::detail
