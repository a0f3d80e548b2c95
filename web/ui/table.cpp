// The grid: columns, header, virtual rows, cursor and keys.
#include "web/ui/table.hpp"

#include "shared/texts/widgets.hpp"
#include "web/ui/icons.hpp"
#include "web/ui/internal.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace carnet::ui {

using detail::state;

namespace {

struct Memory {
    float scroll = 0;
    ImGuiID header_focus = 0;
};
std::map<ImGuiID, Memory>& memories() {
    static std::map<ImGuiID, Memory> all;
    return all;
}

constexpr double fade_ms = 1200, static_ms = 3000;

float padding_left(std::size_t shown_before, const TableColumn& c) {
    return shown_before == 0 && !c.check ? metric::first_cell_padding : metric::cell_padding;
}

void draw_check(Rect box, bool on, bool partial, bool hovered) {
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

std::uint32_t check_flags(bool on, bool partial) {
    return partial ? platform::mirror_mixed
           : on    ? platform::mirror_checked
                   : platform::mirror_unchecked;
}

} // namespace

void fit_columns(std::span<const TableColumn> columns, float width, std::span<float> widths) {
    std::vector<bool> dropped(columns.size());
    for (std::size_t i = 0; i < columns.size(); ++i)
        dropped[i] = columns[i].hidden;
    const auto least = [&] {
        float sum = 0;
        for (std::size_t i = 0; i < columns.size(); ++i)
            sum += dropped[i] ? 0 : columns[i].width;
        return sum;
    };
    while (least() > width) {
        std::size_t worst = columns.size();
        for (std::size_t i = 0; i < columns.size(); ++i)
            if (!dropped[i] && columns[i].priority > 0 &&
                (worst == columns.size() || columns[i].priority >= columns[worst].priority))
                worst = i;
        if (worst == columns.size())
            break;
        dropped[worst] = true;
    }
    float room = std::max(0.0f, width - least()), shares = 0;
    for (std::size_t i = 0; i < columns.size(); ++i)
        shares += dropped[i] ? 0 : columns[i].grow;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        float w = columns[i].width + (shares > 0 ? room * columns[i].grow / shares : 0);
        if (columns[i].max_width > 0)
            w = std::min(w, columns[i].max_width);
        widths[i] = dropped[i] ? 0 : std::floor(w);
    }
}

struct Table::State {
    TableOptions o;
    std::string name;
    ImGuiID id = 0;
    std::vector<float> widths, lefts;
    Rect header, body;
    std::vector<Rect> header_boxes;
    // Iteration
    std::int64_t index = -1, last = 0, first = 0;
    float scroll = 0;
    Rect row_box;
    TableRow row;
    std::string row_name;
    ImGuiID row_id = 0;
    bool row_open = false, cell_open = false, child_open = false, ended = false, row_hover = false,
         own_click = false;
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
};

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
    if (detail::key(ImGuiKey_DownArrow) || (o.letters && ImGui::IsKeyPressed(ImGuiKey_J)))
        to = at + 1;
    else if (detail::key(ImGuiKey_UpArrow) || (o.letters && ImGui::IsKeyPressed(ImGuiKey_K)))
        to = at < 0 ? 0 : at - 1;
    else if (detail::key(ImGuiKey_PageDown))
        to = at + page(o, body);
    else if (detail::key(ImGuiKey_PageUp))
        to = at - page(o, body);
    else if (detail::key(ImGuiKey_Home))
        to = 0;
    else if (detail::key(ImGuiKey_End))
        to = o.rows - 1;
    return to == at ? at : std::clamp<std::int64_t>(to, 0, std::max<std::int64_t>(0, o.rows - 1));
}

float scroll_showing(const TableOptions& o, Rect body, float scroll, std::int64_t row) {
    const float top = static_cast<float>(row) * o.row_height;
    const float visible = body.h - o.bottom_space;
    if (top < scroll)
        return top;
    if (top + o.row_height > scroll + visible)
        return top + o.row_height - visible;
    return scroll;
}

} // namespace

static void header_ui(auto& s, std::int64_t rows) {
    const TableOptions& o = s.o;
    draw::fill(s.header, Color::subtle);
    draw::line_on(s.header, side_bottom, Color::line_2);
    a11y::Node row;
    row.role = "row";
    row.row_index = 1;
    row.id = ImHashStr("header", 0, s.id);
    a11y::Scope scope(std::move(row));
    scope.set_rect(s.header);
    (void)rows;
    std::size_t before = 0;
    std::vector<ImGuiID> sortable;
    bool stop = true;
    for (std::size_t i = 0; i < o.columns.size(); ++i) {
        s.header_boxes[i] = {};
        if (s.widths[i] <= 0)
            continue;
        const TableColumn& c = o.columns[i];
        const Rect box{s.header.x + s.lefts[i], s.header.y, s.widths[i], s.header.h};
        s.header_boxes[i] = box;
        Id key(c.id);
        const ImGuiID id = detail::id_of("head");
        if (c.check) {
            const Rect tick = box.centered(16, 16);
            const detail::Touch touch = detail::interact(
                id,
                tick,
                {.role = "checkbox",
                 .name = t(texts::widget::select_all),
                 .flags = check_flags(o.all_selected, o.some_selected && !o.all_selected)}
            );
            draw_check(tick, o.all_selected, o.some_selected && !o.all_selected, touch.hovered);
            detail::finish(touch, tick, metric::radius_tag);
            if (touch.pressed)
                s.all = !o.all_selected;
            ++before;
            continue;
        }
        const bool sorted = o.sort != Sort::none && o.sorted_by == c.id;
        Rect inner{
            box.x + padding_left(before, c),
            box.y,
            box.w - padding_left(before, c) - metric::cell_padding,
            box.h};
        ++before;
        std::uint32_t flags = 0;
        if (sorted)
            flags = o.sort == Sort::ascending ? platform::mirror_sort_ascending
                                              : platform::mirror_sort_descending;
        detail::Touch touch;
        if (c.sortable) {
            touch = detail::interact(
                id,
                box,
                {.role = "columnheader",
                 .name = c.title.view(),
                 .flags = flags,
                 .tab_stop = stop,
                 .col_index = static_cast<int>(i) + 1,
                 .enlarge = false}
            );
            stop = false;
            sortable.push_back(id);
            if (touch.pressed)
                s.sorted = c.id;
        } else if (!c.title.empty()) {
            a11y::Node node;
            node.role = "columnheader";
            node.name = c.title.view();
            node.id = id;
            node.col_index = static_cast<int>(i) + 1;
            a11y::add(std::move(node), box);
        }
        const TextStyle style{Type::small, Weight::medium};
        const float words = std::ceil(text_width(c.title.view(), style));
        const Color ink = sorted || touch.hovered ? Color::text : Color::text_3;
        const float arrow = sorted ? 18 : 0;
        float x = inner.x;
        if (c.align == Align::right)
            x = std::max(inner.x, inner.right() - words - arrow);
        if (c.align == Align::center)
            x = std::max(inner.x, std::floor(inner.x + (inner.w - words - arrow) / 2));
        const bool cut = draw::text(
            {x, inner.y, std::min(words, inner.right() - x - arrow), inner.h},
            c.title.view(),
            ink,
            {.type = Type::small, .weight = Weight::medium}
        );
        if (sorted)
            draw::icon(
                {std::min(x + words + 4 + 7, inner.right() - 7), inner.center().y},
                o.sort == Sort::ascending ? icon::arrow_up : icon::arrow_down,
                14,
                Color::text
            );
        if (touch.ring)
            draw::border(box.inset(2, 2), Color::focus, metric::radius_tag, 2);
        if (!c.header_tooltip.empty())
            tooltip_over(box, c.header_tooltip);
        else if (cut)
            tooltip_over(box, c.title);
    }
    // Left and right move among the headings.
    for (std::size_t i = 0; i < sortable.size(); ++i) {
        if (!detail::is_focused(sortable[i]))
            continue;
        if (detail::key(ImGuiKey_RightArrow))
            detail::move_focus(sortable[(i + 1) % sortable.size()]);
        else if (detail::key(ImGuiKey_LeftArrow))
            detail::move_focus(sortable[(i + sortable.size() - 1) % sortable.size()]);
    }
}

static void keys_ui(auto& s, bool other_layer) {
    const TableOptions& o = s.o;
    // j and k work from anywhere outside text: they bring the keyboard to the rows.
    const bool letter = !ImGui::GetIO().KeyCtrl && !ImGui::GetIO().KeyAlt &&
                        (ImGui::IsKeyPressed(ImGuiKey_J) || ImGui::IsKeyPressed(ImGuiKey_K));
    const bool to_rows = letter && o.cursor && o.letters && !other_layer && !state().typing &&
                         o.rows > 0 && !detail::is_focused(s.id);
    if (to_rows)
        detail::move_focus(s.id);
    const bool mine = to_rows || detail::is_focused(s.id) || (GImGui->NavId == 0 && o.cursor);
    s.focused = detail::is_focused(s.id);
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
    if (o.letters && ImGui::IsKeyPressed(ImGuiKey_X, false))
        s.toggled = true;
}

Table::Table(const TableOptions& options) : _state(new State) {
    State& s = *_state;
    s.o = options;
    s.name = options.name.str();
    s.id = detail::id_of(std::string_view(options.id));
    ImGui::PushOverrideID(s.id);
    s.id_pushed = true;
    const TableOptions& o = s.o;
    Rect rest = o.box;
    if (o.header)
        s.header = rest.cut_top(o.header_height);
    s.body = rest;
    const float content = static_cast<float>(o.rows) * o.row_height + o.bottom_space;
    const float width = s.body.w - (content > s.body.h ? detail::scrollbar_size : 0);
    s.widths.resize(o.columns.size());
    s.lefts.resize(o.columns.size());
    s.header_boxes.resize(o.columns.size());
    fit_columns(o.columns, width, s.widths);
    float x = 0;
    int shown = 0;
    for (std::size_t i = 0; i < s.widths.size(); ++i)
        s.lefts[i] = x, x += s.widths[i], shown += s.widths[i] > 0;

    a11y::Node node;
    node.id = s.id;
    node.role = "grid";
    node.name = s.name;
    node.row_count = static_cast<int>(o.rows) + (o.header ? 1 : 0);
    node.col_count = shown;
    s.grid.emplace(std::move(node));
    s.grid->set_rect(o.box);
    if (o.header)
        header_ui(s, o.rows);

    detail::focus_entry(s.id, true);
    if (state().pending_focus == s.id || state().focus_next || o.focus ||
        state().activation == s.id) {
        GImGui->LastItemData.Rect = detail::to_rect(s.body);
        if (state().activation == s.id)
            state().activation = 0;
        detail::take_focus(s.id);
    }
    const std::int64_t before = o.cursor ? *o.cursor : -1;
    keys_ui(s, detail::top_trap() != detail::current_trap());
    // Focus that came by Tab shows on a row.
    if (s.focused && o.cursor && *o.cursor < 0 && o.rows > 0 && keyboard_mode())
        *o.cursor = 0, s.moved = true;
    Memory& memory = memories()[s.id];
    float wanted = -1;
    if (o.scroll_to_top)
        wanted = 0;
    if (o.cursor && *o.cursor >= 0 && (*o.cursor != before || o.scroll_to_cursor)) {
        const float to = scroll_showing(o, s.body, o.scroll_to_top ? 0 : memory.scroll, *o.cursor);
        if (to != memory.scroll)
            wanted = to;
    }
    if (wanted >= 0)
        ImGui::SetNextWindowScroll({-1, wanted});
    const float most = std::max(0.0f, content - s.body.h);
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
    ImGuiWindow* window = GImGui->CurrentWindow;
    // The size of the content is told before the rows: a new scroll position is exact in this
    // frame.
    s.scroll = memory.scroll = std::clamp(wanted >= 0 ? wanted : window->Scroll.y, 0.0f, most);
    s.first = static_cast<std::int64_t>(s.scroll / o.row_height);
    s.last = std::min(
        o.rows, static_cast<std::int64_t>(std::ceil((s.scroll + s.body.h) / o.row_height))
    );
    s.index = s.first - 1;
}

Table::~Table() {
    end();
    delete _state;
}

bool Table::next() {
    State& s = *_state;
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

void Table::begin_row(const TableRow& row) {
    State& s = *_state;
    const TableOptions& o = s.o;
    end_row();
    s.row = row;
    s.row_name = row.name.str();
    s.row_open = true;
    s.click = {};
    const float y =
        s.body.y + static_cast<float>(
                       static_cast<double>(s.index) * static_cast<double>(o.row_height) -
                       static_cast<double>(s.scroll)
                   );
    s.row_box = {s.body.x, std::floor(y), s.body.w, o.row_height};
    ImGui::PushID(
        reinterpret_cast<const char*>(&row.key),
        reinterpret_cast<const char*>(&row.key) + sizeof row.key
    );
    s.row_id = detail::id_of("row");
    a11y::Node node;
    node.id = s.row_id;
    node.role = "row";
    node.name = s.row_name;
    node.href = row.href;
    node.row_index = static_cast<int>(s.index) + (o.header ? 2 : 1);
    const bool cursor = row_is_cursor();
    node.flags = (row.selected ? platform::mirror_selected : 0u) |
                 (cursor && s.focused ? platform::mirror_focused : 0u);
    s.row_scope.emplace(std::move(node));
    s.row_scope->set_rect(s.row_box);
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
    if (touch.pressed) {
        s.click = {
            .clicked = true,
            .double_clicked = io.MouseClickedCount[0] == 2 || io.MouseClickedLastCount[0] == 2,
            .ctrl = io.KeyCtrl || io.KeySuper,
            .shift = io.KeyShift,
            .middle = io.MouseReleased[2]};
        if (o.cursor)
            *o.cursor = s.index;
        GImGui->NavId = s.id;
    }
    s.click.context = touch.hovered && ImGui::IsMouseClicked(1);
    // On the name's link, too. Not for fingers: they scroll more often than they tap.
    s.click.pressing =
        s.row_hover && ImGui::IsMouseClicked(0) && io.MouseSource == ImGuiMouseSource_Mouse;
    if (row.loading) {
        s.row_hover = false;
    }
    Color back = row.selected ? Color::accent_soft : s.row_hover ? Color::subtle : Color::clear;
    if (back != Color::clear)
        draw::fill(s.row_box, back);
    if (row.changed_at_ms > 0) {
        const double age = now_ms() - row.changed_at_ms;
        if (detail::reduced_motion()) {
            if (age < static_ms)
                draw::fill({s.row_box.x, s.row_box.y, 3, s.row_box.h}, Color::warn),
                    platform::wake_after(static_cast<int>(static_ms - age) + 20);
        } else if (age < fade_ms) {
            draw::fill(s.row_box, color(Color::warn_soft, static_cast<float>(1 - age / fade_ms)));
            platform::wake_after(40);
        }
    }
    draw::line_on(s.row_box, side_bottom, Color::line_1);
    if (cursor && (s.focused || GImGui->NavId == 0))
        draw::fill({s.row_box.x, s.row_box.y, 2, s.row_box.h}, Color::accent);
    if (!row.loading)
        return;
    std::size_t before = 0;
    for (std::size_t i = 0; i < s.widths.size(); ++i) {
        if (s.widths[i] <= 0)
            continue;
        const Rect cell = s.cell_box(i);
        const float left = padding_left(before++, o.columns[i]);
        if (o.columns[i].check)
            draw::fill(cell.centered(16, 16), Color::skeleton, metric::radius_tag);
        else {
            const float w = std::min(
                cell.w - left - 8,
                40 + static_cast<float>((static_cast<std::size_t>(s.index) * 37 + i * 53) % 60)
            );
            const float x =
                o.columns[i].align == Align::right ? cell.right() - 8 - w : cell.x + left;
            draw::fill({x, cell.center().y - 5, w, 10}, Color::skeleton, 5);
        }
    }
}

void Table::end_row() {
    State& s = *_state;
    if (s.cell_open) {
        detail::close_cell();
        s.cell_scope.reset();
        s.cell_open = false;
    }
    if (!s.row_open)
        return;
    s.row_open = false;
    s.row_scope.reset();
    ImGui::PopID();
}

bool Table::cell(std::string_view column) {
    State& s = *_state;
    if (!s.row_open || s.row.loading)
        return false;
    if (s.cell_open) {
        detail::close_cell();
        s.cell_scope.reset();
        s.cell_open = false;
    }
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
    const float left = padding_left(before, c);
    box.x += left;
    box.w = std::max(0.0f, box.w - left - metric::cell_padding);
    box.h -= 1;
    detail::open_cell(box, c.align);
    s.cell_open = true;
    return true;
}

bool Table::check_cell(std::string_view column, bool on, bool* shift) {
    State& s = *_state;
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
         .flags = check_flags(on, false),
         .tab_stop = false,
         .focusable = false,
         .allow_overlap = true,
         .enlarge = false}
    );
    draw_check(tick, on, false, touch.hovered);
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

void Table::end() {
    State& s = *_state;
    if (s.ended)
        return;
    end_row();
    s.ended = true;
    if (s.child_open) {
        ImGuiWindow* window = GImGui->CurrentWindow;
        const float content = static_cast<float>(s.o.rows) * s.o.row_height + s.o.bottom_space;
        window->DC.CursorMaxPos.y =
            std::max(window->DC.CursorMaxPos.y, window->DC.CursorStartPos.y + content);
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

void table_header(std::span<const TableColumn> columns, float height) {
    const Rect box = place(fill, height);
    draw::fill(box, Color::subtle);
    draw::line_on(box, side_bottom, Color::line_2);
    std::vector<float> widths(columns.size());
    fit_columns(columns, box.w, widths);
    float x = box.x;
    std::size_t before = 0;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (widths[i] <= 0)
            continue;
        const float left = padding_left(before++, columns[i]);
        const Rect cell{x + left, box.y, widths[i] - left - metric::cell_padding, box.h};
        draw::text(
            cell,
            columns[i].title.view(),
            Color::text_3,
            {.type = Type::small, .weight = Weight::medium, .align = columns[i].align}
        );
        a11y::Node node;
        node.role = "columnheader";
        node.name = columns[i].title.view();
        if (!node.name.empty())
            a11y::add(std::move(node), cell);
        x += widths[i];
    }
}

} // namespace carnet::ui
