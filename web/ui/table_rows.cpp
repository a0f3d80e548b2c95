// The rows of the grid and their cells: place, clicks, look, what the mirror is told of them.
#include "shared/texts/widgets.hpp"
#include "web/ui/icons.hpp"
#include "web/ui/table_internal.hpp"

#include <algorithm>
#include <cmath>

namespace carnet::ui {

using detail::TableState;

void detail::draw_table_check(Rect box, bool on, bool partial, bool hovered) {
    if (on || partial) {
        draw::fill(box, Color::accent, metric::radius_tag);
        draw::icon(
            box.center(), partial ? icon::minus_bold : icon::check_bold, 14, Color::on_accent
        );
        return;
    }
    draw::fill(box, Color::surface, metric::radius_tag);
    draw::border(box, hovered ? Color::text_2 : Color::line_ctl, metric::radius_tag);
}

std::uint32_t detail::table_check_flags(bool on, bool partial) {
    return partial ? platform::mirror_mixed
           : on    ? platform::mirror_checked
                   : platform::mirror_unchecked;
}

namespace {

constexpr double fade_ms = 1200, static_ms = 3000;

Rect row_place(const TableState& s) {
    const float y =
        s.body.y + static_cast<float>(
                       static_cast<double>(s.index) * static_cast<double>(s.o.row_height) -
                       static_cast<double>(s.scroll)
                   );
    return {s.body.x, std::floor(y), s.body.w, s.o.row_height};
}

void open_row_node(TableState& s, const TableRow& row, bool cursor) {
    a11y::Node node;
    node.id = s.row_id;
    node.role = "row";
    node.name = s.row_name;
    node.href = row.href;
    node.row_index = static_cast<int>(s.index) + (s.o.header ? 2 : 1);
    node.flags = (row.selected ? platform::mirror_selected : 0u) |
                 (cursor && s.focused ? platform::mirror_focused : 0u);
    s.row_scope.emplace(std::move(node));
    s.row_scope->set_rect(s.row_box);
    if (s.o.header)
        return;
    // A row that is drawn as a whole, as on a phone, is one cell: rows own nothing else.
    s.cell_scope.emplace("gridcell", row.name);
    s.cell_scope->set_rect(s.row_box);
    if (a11y::activated(s.cell_scope->id()))
        detail::state().activation = s.row_id;
}

void row_pointer(TableState& s) {
    const detail::Touch touch = detail::interact(
        s.row_id,
        s.row_box,
        {.role = "row",
         .focusable = false,
         .activate_by_key = false,
         .mirror = false,
         .buttons = ImGuiButtonFlags_MouseButtonLeft | ImGuiButtonFlags_MouseButtonMiddle,
         .allow_overlap = true,
         .enlarge = false}
    );
    const ImGuiIO& io = ImGui::GetIO();
    s.row_hover = s.row_box.contains(io.MousePos) && s.body.contains(io.MousePos) &&
                  GImGui->HoveredWindow == GImGui->CurrentWindow;
    if (touch.pressed && io.MouseReleased[2]) {
        if (!s.row.href.empty())
            platform::open_url(s.row.href); // Another tab, as for any link.
    } else if (touch.pressed) {
        s.click = {
            .clicked = true,
            .double_clicked = io.MouseClickedCount[0] == 2 || io.MouseClickedLastCount[0] == 2,
            .ctrl = io.KeyCtrl || io.KeySuper,
            .shift = io.KeyShift};
        if (s.o.cursor)
            *s.o.cursor = s.index;
        GImGui->NavId = s.id;
    }
    s.click.context = touch.hovered && ImGui::IsMouseClicked(1);
    // On the name's link, too. Not for fingers: they scroll more often than they tap.
    s.click.pressing =
        s.row_hover && ImGui::IsMouseClicked(0) && io.MouseSource == ImGuiMouseSource_Mouse;
}

// Amber where somebody else has just changed something.
void draw_change(Rect box, double changed_at_ms) {
    const double age = now_ms() - changed_at_ms;
    if (detail::reduced_motion()) {
        if (age < static_ms) {
            draw::fill({box.x, box.y, 3, box.h}, Color::warn);
            platform::wake_after(static_cast<int>(static_ms - age) + 20);
        }
    } else if (age < fade_ms) {
        draw::fill(box, color(Color::warn_soft, static_cast<float>(1 - age / fade_ms)));
        platform::wake_after(40);
    }
}

void draw_row(const TableState& s, const TableRow& row, bool cursor) {
    const Color back = row.selected  ? Color::accent_soft
                       : s.row_hover ? Color::subtle
                                     : Color::clear;
    if (back != Color::clear)
        draw::fill(s.row_box, back);
    if (row.changed_at_ms > 0)
        draw_change(s.row_box, row.changed_at_ms);
    draw::line_on(s.row_box, side_bottom, Color::line_1);
    if (cursor && (s.focused || GImGui->NavId == 0))
        draw::fill({s.row_box.x, s.row_box.y, 2, s.row_box.h}, Color::accent);
}

// Bars where the cells will be, of widths that differ from row to row.
void draw_skeleton(const TableState& s) {
    std::size_t before = 0;
    for (std::size_t i = 0; i < s.widths.size(); ++i) {
        if (s.widths[i] <= 0)
            continue;
        const TableColumn& c = s.o.columns[i];
        const Rect cell = s.cell_box(i);
        const float left = detail::table_padding(before++, c);
        if (c.check) {
            draw::fill(cell.centered(16, 16), Color::skeleton, metric::radius_tag);
            continue;
        }
        const float w = std::min(
            cell.w - left - 8,
            40 + static_cast<float>((static_cast<std::size_t>(s.index) * 37 + i * 53) % 60)
        );
        const float x = c.align == Align::right ? cell.right() - 8 - w : cell.x + left;
        draw::fill({x, cell.center().y - 5, w, 10}, Color::skeleton, 5);
    }
}

void close_open_cell(TableState& s) {
    if (!s.cell_open)
        return;
    detail::close_cell();
    s.cell_scope.reset();
    s.cell_open = false;
}

} // namespace

void Table::begin_row(const TableRow& row) {
    TableState& s = *_state;
    end_row();
    s.row = row;
    s.row_name = row.name.str();
    s.row_open = true;
    s.click = {};
    s.row_box = row_place(s);
    ImGui::PushID(
        reinterpret_cast<const char*>(&row.key),
        reinterpret_cast<const char*>(&row.key) + sizeof row.key
    );
    s.row_id = detail::id_of("row");
    const bool cursor = row_is_cursor();
    open_row_node(s, row, cursor);
    row_pointer(s);
    if (row.loading)
        s.row_hover = false;
    draw_row(s, row, cursor);
    if (row.loading)
        draw_skeleton(s);
}

void Table::end_row() {
    TableState& s = *_state;
    close_open_cell(s);
    if (!s.row_open)
        return;
    s.row_open = false;
    s.cell_scope.reset();
    s.row_scope.reset();
    ImGui::PopID();
}

bool Table::cell(std::string_view column) {
    TableState& s = *_state;
    if (!s.row_open || s.row.loading)
        return false;
    close_open_cell(s);
    const std::size_t i = s.column(column);
    if (i >= s.widths.size() || s.widths[i] <= 0)
        return false;
    std::size_t before = 0;
    for (std::size_t k = 0; k < i; ++k)
        before += s.widths[k] > 0;
    const TableColumn& c = s.o.columns[i];
    Rect box = s.cell_box(i);
    a11y::Node node;
    node.role = "gridcell";
    node.id = ImHashStr(c.id.data(), c.id.size(), s.row_id);
    node.col_index = static_cast<int>(i) + 1;
    s.cell_scope.emplace(std::move(node));
    s.cell_scope->set_rect(box);
    const float left = detail::table_padding(before, c);
    box.x += left;
    box.w = std::max(0.0f, box.w - left - metric::cell_padding);
    box.h -= 1;
    detail::open_cell(box, c.align);
    s.cell_open = true;
    return true;
}

bool Table::check_cell(std::string_view column, bool on, bool* shift) {
    TableState& s = *_state;
    const std::size_t i = s.column(column);
    if (!cell(column))
        return false;
    const Rect hit = s.cell_box(i), tick = hit.centered(16, 16);
    const std::string name = detail::named(t(texts::widget::select_row), s.row_name);
    const detail::Touch touch = detail::interact(
        detail::id_of("check"),
        hit,
        {.role = "checkbox",
         .name = name,
         .flags = detail::table_check_flags(on, false),
         .tab_stop = false,
         .focusable = false,
         .allow_overlap = true,
         .enlarge = false}
    );
    detail::draw_table_check(tick, on, false, touch.hovered);
    if (touch.pressed && shift)
        *shift = ImGui::GetIO().KeyShift;
    if (touch.pressed && s.o.cursor)
        *s.o.cursor = s.index;
    return touch.pressed;
}

bool Table::row_hovered() const {
    return _state->row_hover;
}
bool Table::row_is_cursor() const {
    return _state->o.cursor && *_state->o.cursor == _state->index;
}
RowClick Table::row_clicked() {
    return _state->click;
}
Rect Table::row_box() const {
    return _state->row_box;
}

} // namespace carnet::ui
