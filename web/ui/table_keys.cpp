// The keyboard in the grid: the row cursor, what opens and selects, where the rows scroll to.
#include "web/ui/table_internal.hpp"

#include <algorithm>

namespace carnet::ui::detail {

namespace {

std::int64_t page(const TableOptions& o, Rect body) {
    return std::max<std::int64_t>(1, static_cast<std::int64_t>(body.h / o.row_height) - 1);
}

// Where the cursor goes with the keys of this frame; the same place when none was pressed.
std::int64_t moved_cursor(const TableOptions& o, Rect body, std::int64_t at) {
    const bool plain = !ImGui::GetIO().KeyCtrl && !ImGui::GetIO().KeyAlt;
    if (!plain)
        return at;
    std::int64_t to = at;
    if (key(ImGuiKey_DownArrow) || (state().letters && ImGui::IsKeyPressed(ImGuiKey_J)))
        to = at + 1;
    else if (key(ImGuiKey_UpArrow) || (state().letters && ImGui::IsKeyPressed(ImGuiKey_K)))
        to = at < 0 ? 0 : at - 1;
    else if (key(ImGuiKey_PageDown))
        to = at + page(o, body);
    else if (key(ImGuiKey_PageUp))
        to = at - page(o, body);
    else if (key(ImGuiKey_Home))
        to = 0;
    else if (key(ImGuiKey_End))
        to = o.rows - 1;
    return to == at ? at : std::clamp<std::int64_t>(to, 0, std::max<std::int64_t>(0, o.rows - 1));
}

} // namespace

float table_scroll_showing(const TableState& s, float scroll, std::int64_t row) {
    const float top = static_cast<float>(row) * s.o.row_height;
    const float visible = s.body.h - s.o.bottom_space;
    if (top < scroll)
        return top;
    if (top + s.o.row_height > scroll + visible)
        return top + s.o.row_height - visible;
    return scroll;
}

void table_keys(TableState& s, bool other_layer) {
    const TableOptions& o = s.o;
    // j and k work from anywhere outside text: they bring the keyboard to the rows.
    const bool letter = !ImGui::GetIO().KeyCtrl && !ImGui::GetIO().KeyAlt &&
                        (ImGui::IsKeyPressed(ImGuiKey_J) || ImGui::IsKeyPressed(ImGuiKey_K));
    const bool to_rows = letter && o.cursor && state().letters && !other_layer && !state().typing &&
                         o.rows > 0 && !is_focused(s.id);
    if (to_rows)
        move_focus(s.id);
    const bool mine = to_rows || is_focused(s.id) || (GImGui->NavId == 0 && o.cursor);
    s.focused = is_focused(s.id);
    if (!mine || other_layer || state().typing || o.rows == 0)
        return;
    const ImGuiIO& io = ImGui::GetIO();
    if (io.KeyCtrl && ImGui::IsKeyPressed(ImGuiKey_A, false))
        s.select_all = true;
    if (!o.cursor)
        return;
    const std::int64_t to = moved_cursor(o, s.body, *o.cursor);
    if (to != *o.cursor) {
        if (io.KeyShift)
            s.extended = to > *o.cursor ? 1 : -1;
        *o.cursor = to;
        s.moved = true;
        state().keyboard = true;
    }
    const bool on_row = *o.cursor >= 0 && *o.cursor < o.rows;
    if (!on_row || io.KeyCtrl || io.KeyAlt)
        return;
    if (ImGui::IsKeyPressed(ImGuiKey_Enter, false) ||
        ImGui::IsKeyPressed(ImGuiKey_KeypadEnter, false))
        s.opened = true;
    if (ImGui::IsKeyPressed(ImGuiKey_Space, false))
        s.peeked = true;
    if (state().letters && ImGui::IsKeyPressed(ImGuiKey_X, false))
        s.toggled = true;
}

} // namespace carnet::ui::detail
