// Rows, columns and limits: where the next widget goes.
#include "web/ui/layout.hpp"

#include "web/ui/internal.hpp"

#include <cmath>

namespace carnet::ui {

using detail::state;

namespace {

detail::RowFrame* current_row() {
    auto& rows = state().rows;
    return rows.empty() || rows.back().window != GImGui->CurrentWindow ? nullptr : &rows.back();
}

float flow_right() {
    ImGuiWindow* window = GImGui->CurrentWindow;
    const auto& limits = state().limits;
    if (!limits.empty() && limits.back().window == window)
        return limits.back().right;
    return window->ContentRegionRect.Max.x;
}

Rect place_in_row(detail::RowFrame& row, float width, float height) {
    const float gap = row.first ? 0 : row.gap;
    float w = width;
    if (w < 0 && row.cell) {
        w = std::max(0.0f, row.x0 + row.width - row.x - gap);
    } else if (w < 0) {
        w = row.wrap ? std::max(0.0f, row.x0 + row.width - row.x - gap) : row.flex;
        row.natural += gap;
        ++row.flexible;
    } else {
        row.natural += gap + w;
    }
    if (row.wrap && !row.first && row.x + gap + w > row.x0 + row.width + .5f) {
        row.x = row.x0;
        row.y += row.tallest + row.gap;
        row.tallest = 0;
        row.first = true;
        return place_in_row(row, width, height);
    }
    float x = row.x + (row.first ? 0 : row.gap);
    if (row.first && row.align == Align::right)
        x = std::floor(row.x0 + row.width - w);
    else if (row.first && row.align == Align::center)
        x = std::floor(row.x0 + (row.width - w) / 2);
    const float line = row.wrap ? height : row.height;
    const Rect box{std::floor(x), std::floor(row.y + (line - height) / 2 + .01f), w, height};
    row.x = x + w;
    row.first = false;
    row.tallest = std::max(row.tallest, height);
    row.widest_right = std::max(row.widest_right, row.x);
    return box;
}

} // namespace

Rect viewport() {
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    return {0, 0, size.x, size.y - platform::keyboard_inset()};
}

float avail_width() {
    if (const auto* row = current_row()) {
        if (row->wrap)
            return row->width;
        if (row->cell)
            return std::max(0.0f, row->x0 + row->width - row->x - (row->first ? 0 : row->gap));
        return std::max(
            0.0f,
            row->flex > 0 ? row->flex : row->x0 + row->width - row->x - (row->first ? 0 : row->gap)
        );
    }
    return std::max(0.0f, flow_right() - GImGui->CurrentWindow->DC.CursorPos.x);
}

ImVec2 cursor() {
    if (const auto* row = current_row())
        return {row->x + (row->first ? 0 : row->gap), row->y};
    return GImGui->CurrentWindow->DC.CursorPos;
}

void at(float x, float y) {
    ImGuiWindow* window = GImGui->CurrentWindow;
    window->DC.CursorPos = {x, y};
    window->DC.IsSetPos = false;
}

Rect place(float width, float height) {
    auto& s = state();
    Rect box;
    if (auto* row = current_row()) {
        box = place_in_row(*row, width, height);
    } else {
        ImGuiWindow* window = GImGui->CurrentWindow;
        const float w = width < 0 ? avail_width() : width;
        box = {std::floor(window->DC.CursorPos.x), std::floor(window->DC.CursorPos.y), w, height};
        ImGui::ItemSize(ImVec2(w, height), 0);
    }
    s.last_box = box;
    s.last_id = 0; // Unless it becomes something one can act on.
    return box;
}

void space(float amount) {
    if (auto* row = current_row()) {
        row->x += amount;
        row->natural += amount;
        return;
    }
    // Independent of the gap between items.
    GImGui->CurrentWindow->DC.CursorPos.y += amount;
    GImGui->CurrentWindow->DC.CursorMaxPos.y =
        std::max(GImGui->CurrentWindow->DC.CursorMaxPos.y, GImGui->CurrentWindow->DC.CursorPos.y);
}

void separator(float margin) {
    if (current_row()) {
        space(4);
        draw::fill(place(1, 20), Color::line_2);
        space(4);
        return;
    }
    if (margin > 0)
        space(margin);
    const Rect box = place(fill, 1);
    draw::fill({box.x, box.y, box.w, draw::hairline()}, Color::line_1);
    if (margin > 0)
        space(margin);
}

Width::Width(float width) {
    ImGuiWindow* window = GImGui->CurrentWindow;
    state().limits.push_back({window, std::min(flow_right(), window->DC.CursorPos.x + width)});
}
Width::~Width() {
    state().limits.pop_back();
}

void detail::open_row(const RowOptions& options) {
    auto& s = state();
    ImGuiWindow* window = GImGui->CurrentWindow;
    const ImVec2 from = cursor();
    const ImGuiID base = detail::id_of(options.id ? options.id : "##row");
    const int nth = s.seen_rows[base]++;
    const ImGuiID id = nth ? ImHashData(&nth, sizeof nth, base) : base;
    const auto& memory = s.row_memory[id];
    const float width = options.width > 0 ? options.width : avail_width();
    detail::RowFrame row{};
    row.window = window;
    row.id = id;
    row.cursor_before = window->DC.CursorPos;
    row.max_before = window->DC.CursorMaxPos;
    row.width = std::max(0.0f, width - 2 * options.padding);
    row.height = options.height > 0 ? options.height : std::max(20.0f, memory.height);
    row.gap = options.gap;
    row.x0 = row.x = row.widest_right = from.x + options.padding;
    row.y0 = row.y = from.y;
    const float left = std::max(0.0f, row.width - memory.natural);
    row.flex = memory.flexible > 0 ? left / static_cast<float>(memory.flexible) : 0;
    row.spring =
        memory.flexible == 0 && memory.springs > 0 ? left / static_cast<float>(memory.springs) : 0;
    row.wrap = options.wrap;
    row.own_width = options.width > 0;
    row.first = true;
    // A row inside a row takes its place there when it ends.
    if (auto* outer = current_row())
        row.y0 = row.y = outer->y + std::max(0.0f, (outer->height - row.height) / 2);
    s.rows.push_back(row);
}

void detail::close_row() {
    auto& s = state();
    const detail::RowFrame row = s.rows.back();
    s.rows.pop_back();
    auto& memory = s.row_memory[row.id];
    const float tallest = row.wrap ? row.tallest : std::max(row.tallest, 0.0f);
    if (std::abs(memory.natural - row.natural) > .25f || memory.flexible != row.flexible ||
        memory.springs != row.springs || memory.height != tallest) {
        if (row.flexible > 0 || row.springs > 0 || memory.height != tallest)
            platform::wake(2);
        memory = {row.natural, tallest, row.flexible, row.springs, 1};
    }
    memory.seen = GImGui->FrameCount;
    const float height = row.wrap ? row.y + row.tallest - row.y0 : row.height;
    const bool whole = row.flexible > 0 || row.springs > 0;
    const float width = whole || row.wrap ? row.width : row.widest_right - row.x0;
    if (auto* outer = current_row()) {
        place_in_row(*outer, whole && !row.own_width ? fill : width, height);
        return;
    }
    ImGuiWindow* window = row.window;
    window->DC.CursorPos = row.cursor_before;
    window->DC.CursorPos.y = row.y0;
    ImGui::ItemSize(ImVec2(row.x0 - row.cursor_before.x + width, height), 0);
}

void detail::open_cell(Rect box, Align align, float gap) {
    RowFrame row{};
    row.window = GImGui->CurrentWindow;
    row.width = box.w, row.height = box.h, row.gap = gap;
    row.x0 = row.x = row.widest_right = box.x;
    row.y0 = row.y = box.y;
    row.first = row.cell = true;
    row.align = align;
    state().rows.push_back(row);
}

void detail::close_cell() {
    state().rows.pop_back();
}

Row::Row(const RowOptions& options) {
    detail::open_row(options);
}
Row::~Row() {
    detail::close_row();
}

void spring() {
    if (auto* row = current_row()) {
        ++row->springs;
        row->x += row->spring;
        row->widest_right = std::max(row->widest_right, row->x);
    }
}

Bar::Bar(Rect box, const BarOptions& options) {
    if (options.fill != Color::clear)
        draw::fill(box, options.fill);
    draw::line_on(box, options.line_on_top ? side_top : side_bottom, options.line);
    at(box);
    _row.emplace(RowOptions{
        .height = box.h, .gap = options.gap, .width = box.w, .padding = options.padding});
}
Bar::~Bar() {
    ImGuiWindow* window = GImGui->CurrentWindow;
    const ImVec2 before = state().rows.back().cursor_before, max = state().rows.back().max_before;
    _row.reset();
    window->DC.CursorPos = before;
    window->DC.CursorMaxPos = max;
}

Columns::Columns(std::initializer_list<float> shares, const ColumnsOptions& options)
    : _gap(options.gap) {
    for (const float share : shares)
        if (_count < 8 && share > 0)
            _shares[_count++] = share;
    _stacked = options.stack_on_phone && is_phone();
    const detail::BlockFrame block = detail::open_block(0, false);
    state().columns.push_back(block);
    _x = block.origin.x, _y = _bottom = block.origin.y;
    _width = block.width;
    open(0);
}

void Columns::open(int index) {
    float x = _x, w = _width;
    if (!_stacked) {
        float total = 0, before = 0;
        for (int i = 0; i < _count; ++i)
            total += _shares[i], before += i < index ? _shares[i] : 0;
        const float room = _width - _gap * static_cast<float>(_count - 1);
        x = std::floor(_x + room * before / total + _gap * static_cast<float>(index));
        w = std::floor(
                _x + room * (before + _shares[index]) / total + _gap * static_cast<float>(index)
            ) -
            x;
    }
    at(x, _stacked ? _bottom : _y);
    ImGui::BeginGroup();
    state().limits.push_back({GImGui->CurrentWindow, x + w});
}

void Columns::close() {
    state().limits.pop_back();
    ImGui::EndGroup();
    const float bottom = GImGui->LastItemData.Rect.Max.y;
    _bottom = _stacked ? bottom + _gap : std::max(_bottom, bottom);
}

void Columns::next() {
    close();
    _index = std::min(_index + 1, _count - 1);
    open(_index);
}

Columns::~Columns() {
    close();
    const detail::BlockFrame block = state().columns.back();
    state().columns.pop_back();
    const float height = std::max(0.0f, _bottom - _y - (_stacked ? _gap : 0));
    if (block.in_row) {
        detail::close_block(block, _width, height);
        return;
    }
    ImGuiWindow* window = GImGui->CurrentWindow;
    window->DC.CursorPos = {_x, _y};
    ImGui::ItemSize(ImVec2(_width, height), 0);
}

Column::Column(float gap) : _before(ImGui::GetStyle().ItemSpacing.y) {
    ImGui::GetStyle().ItemSpacing.y = gap;
    state().columns.push_back({});
    if (!current_row())
        return;
    const detail::BlockFrame block = detail::open_block(0, true);
    at(block.origin.x, block.origin.y);
    ImGui::BeginGroup();
    state().limits.push_back({GImGui->CurrentWindow, block.origin.x + block.width});
    state().columns.back() = block;
}
Column::~Column() {
    auto& style = ImGui::GetStyle();
    const detail::BlockFrame block = state().columns.back();
    state().columns.pop_back();
    if (block.in_row) {
        state().limits.pop_back();
        ImGui::EndGroup();
        style.ItemSpacing.y = _before;
        const ImRect& used = GImGui->LastItemData.Rect;
        detail::close_block(block, used.GetWidth(), used.GetHeight());
        return;
    }
    // The gap after the last child is the outer one.
    ImGuiWindow* window = GImGui->CurrentWindow;
    if (!window->DC.IsSameLine)
        window->DC.CursorPos.y += _before - style.ItemSpacing.y;
    style.ItemSpacing.y = _before;
}

bool detail::in_row() {
    const auto* row = current_row();
    return row && !row->cell && !row->wrap;
}

detail::BlockFrame detail::open_block(float width, bool centered) {
    auto& s = state();
    BlockFrame block{cursor(), width > 0 ? width : avail_width(), current_row() != nullptr, 0};
    if (auto* row = current_row()) {
        const int nth = s.seen_rows[row->id ^ 0x51]++;
        block.id = ImHashData(&nth, sizeof nth, row->id ^ 0x51);
        const float height = centered ? s.row_memory[block.id].height : row->height;
        block.origin.y = std::floor(row->y + std::max(0.0f, (row->height - height) / 2));
        RowFrame hidden{};
        s.rows.push_back(hidden);
    }
    return block;
}

void detail::close_block(const BlockFrame& block, float used_width, float used_height) {
    auto& s = state();
    if (!block.in_row)
        return;
    s.rows.pop_back();
    auto& memory = s.row_memory[block.id];
    if (std::abs(memory.height - used_height) > .5f) {
        memory.height = used_height;
        platform::wake(2);
    }
    if (auto* row = current_row())
        place_in_row(*row, used_width >= block.width - 1 ? fill : used_width, used_height);
}

void scroll_to_top() {
    ImGui::SetScrollY(0);
}
bool scrolled_to_bottom(float margin) {
    ImGuiWindow* window = GImGui->CurrentWindow;
    return window->Scroll.y >= window->ScrollMax.y - margin;
}

} // namespace carnet::ui
