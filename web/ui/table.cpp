// The grid as a whole: it opens, steps through the rows that are in sight, closes, and tells what
// happened in this frame. Columns and header: table_header.cpp; rows: table_rows.cpp; keys:
// table_keys.cpp.
#include "web/ui/table_internal.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace carnet::ui {

using detail::state;
using detail::TableState;

namespace {

// Where each grid was scrolled to in the last frame.
float& remembered_scroll(ImGuiID table) {
    static std::map<ImGuiID, float> all;
    return all[table];
}

// Returns how many columns are shown.
int lay_out(TableState& s) {
    const TableOptions& o = s.o;
    Rect rest = o.box;
    if (o.header)
        s.header = rest.cut_top(o.header_height);
    s.body = rest;
    s.widths.resize(o.columns.size());
    s.lefts.resize(o.columns.size());
    s.header_boxes.resize(o.columns.size());
    fit_columns(
        o.columns, s.body.w - (s.content_height() > s.body.h ? detail::scrollbar_size : 0), s.widths
    );
    float x = 0;
    int shown = 0;
    for (std::size_t i = 0; i < s.widths.size(); ++i)
        s.lefts[i] = x, x += s.widths[i], shown += s.widths[i] > 0;
    return shown;
}

void open_node(TableState& s, int shown) {
    a11y::Node node;
    node.id = s.id;
    node.role = "grid";
    node.name = s.name;
    node.row_count = static_cast<int>(s.o.rows) + (s.o.header ? 1 : 0);
    node.col_count = shown;
    s.grid.emplace(std::move(node));
    s.grid->set_rect(s.o.box);
}

void take_asked_focus(TableState& s) {
    detail::focus_entry(s.id, true);
    if (state().pending_focus != s.id && !state().focus_next && !s.o.focus &&
        state().activation != s.id)
        return;
    GImGui->LastItemData.Rect = detail::to_rect(s.body);
    if (state().activation == s.id)
        state().activation = 0;
    detail::take_focus(s.id);
}

// The scroll position that is wanted now; < 0: the one there is.
float wanted_scroll(const TableState& s, float scroll, std::int64_t cursor_before) {
    const TableOptions& o = s.o;
    float wanted = o.scroll_to_top ? 0.0f : -1.0f;
    if (o.cursor && *o.cursor >= 0 && (*o.cursor != cursor_before || o.scroll_to_cursor)) {
        const float to = detail::table_scroll_showing(s, o.scroll_to_top ? 0 : scroll, *o.cursor);
        if (to != scroll)
            wanted = to;
    }
    return wanted;
}

// The window of the rows. Returns where it is scrolled to.
float open_body(TableState& s, float wanted) {
    if (wanted >= 0)
        ImGui::SetNextWindowScroll({-1, wanted});
    at(s.body);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
    ImGui::BeginChild(
        "##body",
        {std::max(1.0f, s.body.w), std::max(1.0f, s.body.h)},
        ImGuiChildFlags_None,
        ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav
    );
    ImGui::PopStyleVar();
    ImGui::PushOverrideID(s.id);
    s.child_open = true;
    // The size of the content is told before the rows: a new scroll position is exact in this
    // frame.
    const float most = std::max(0.0f, s.content_height() - s.body.h);
    return std::clamp(wanted >= 0 ? wanted : GImGui->CurrentWindow->Scroll.y, 0.0f, most);
}

} // namespace

Table::Table(const TableOptions& options) : _state(new TableState) {
    TableState& s = *_state;
    s.o = options;
    s.name = options.name.str();
    s.id = detail::id_of(std::string_view(options.id));
    ImGui::PushOverrideID(s.id);
    s.id_pushed = true;
    const TableOptions& o = s.o;
    open_node(s, lay_out(s));
    if (o.header)
        detail::table_head(s);

    take_asked_focus(s);
    const std::int64_t before = o.cursor ? *o.cursor : -1;
    detail::table_keys(s, detail::top_trap() != detail::current_trap());
    // Focus that came by Tab shows on a row.
    if (s.focused && o.cursor && *o.cursor < 0 && o.rows > 0 && keyboard_mode())
        *o.cursor = 0, s.moved = true;
    float& scroll = remembered_scroll(s.id);
    s.scroll = scroll = open_body(s, wanted_scroll(s, scroll, before));
    s.last = std::min(
        o.rows, static_cast<std::int64_t>(std::ceil((s.scroll + s.body.h) / o.row_height))
    );
    s.index = static_cast<std::int64_t>(s.scroll / o.row_height) - 1;
}

Table::~Table() {
    end();
    delete _state;
}

bool Table::next() {
    TableState& s = *_state;
    end_row();
    if (s.ended)
        return false;
    if (++s.index < s.last)
        return true;
    end();
    return false;
}

std::int64_t Table::row() const {
    return _state->index;
}

void Table::end() {
    TableState& s = *_state;
    if (s.ended)
        return;
    end_row();
    s.ended = true;
    if (s.child_open) {
        ImGuiWindow* window = GImGui->CurrentWindow;
        window->DC.CursorMaxPos.y =
            std::max(window->DC.CursorMaxPos.y, window->DC.CursorStartPos.y + s.content_height());
        ImGui::PopID();
        ImGui::EndChild();
    }
    s.grid.reset();
    if (s.id_pushed)
        ImGui::PopID();
}

std::string_view Table::sort_clicked() const {
    return _state->sorted;
}
std::optional<bool> Table::all_clicked() const {
    return _state->all;
}
bool Table::cursor_moved() const {
    return _state->moved;
}
bool Table::opened() const {
    return _state->opened;
}
bool Table::peeked() const {
    return _state->peeked;
}
bool Table::toggled() const {
    return _state->toggled;
}
int Table::extended() const {
    return _state->extended;
}
bool Table::select_all() const {
    return _state->select_all;
}
bool Table::focused() const {
    return _state->focused;
}
bool Table::shows(std::string_view column) const {
    const std::size_t i = _state->column(column);
    return i < _state->widths.size() && _state->widths[i] > 0;
}
std::int64_t Table::first_visible() const {
    return static_cast<std::int64_t>(
        (_state->scroll + _state->o.row_height / 2) / _state->o.row_height
    );
}
int Table::visible_rows() const {
    return static_cast<int>(_state->body.h / _state->o.row_height);
}
Rect Table::body_box() const {
    return _state->body;
}
Rect Table::header_box(std::string_view column) const {
    const std::size_t i = _state->column(column);
    return i < _state->header_boxes.size() ? _state->header_boxes[i] : Rect{};
}

} // namespace carnet::ui
