// The columns of the grid: which are shown and how wide, and the header line that sorts and ticks.
#include "shared/texts/widgets.hpp"
#include "web/ui/icons.hpp"
#include "web/ui/table_internal.hpp"

#include <algorithm>
#include <cmath>

namespace carnet::ui {

using detail::TableState;

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

namespace {

void check_heading(TableState& s, Rect box, ImGuiID id) {
    const TableOptions& o = s.o;
    const bool partial = o.some_selected && !o.all_selected;
    const Rect tick = box.centered(16, 16);
    const a11y::Scope head("columnheader", Label());
    const detail::Touch touch = detail::interact(
        id,
        tick,
        {.role = "checkbox",
         .name = t(texts::widget::select_all),
         .flags = detail::table_check_flags(o.all_selected, partial)}
    );
    detail::draw_table_check(tick, o.all_selected, partial, touch.hovered);
    detail::finish(touch, tick, metric::radius_tag);
    if (touch.pressed)
        s.all = !o.all_selected;
}

// The title in its inner box and the arrow of the sort. True when the title is cut.
bool heading_words(Rect inner, const TableColumn& c, Sort sort, Color ink) {
    const TextStyle style{Type::small, Weight::medium};
    const float words = std::ceil(text_width(c.title.view(), style));
    const float arrow = sort != Sort::none ? 18 : 0;
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
    if (sort != Sort::none)
        draw::icon(
            {std::min(x + words + 4 + 7, inner.right() - 7), inner.center().y},
            sort == Sort::ascending ? icon::arrow_up : icon::arrow_down,
            14,
            Color::text
        );
    return cut;
}

// One heading: a button when the column sorts; `stop`: the one Tab stop of the line.
void heading(TableState& s, std::size_t i, ImGuiID id, float left, bool stop) {
    const TableColumn& c = s.o.columns[i];
    const Rect box = s.header_boxes[i];
    const Sort sort = s.o.sorted_by == c.id ? s.o.sort : Sort::none;
    const int column = static_cast<int>(i) + 1;
    detail::Touch touch;
    if (c.sortable) {
        touch = detail::interact(
            id,
            box,
            {.role = "columnheader",
             .name = c.title.view(),
             .flags = sort == Sort::none        ? 0u
                      : sort == Sort::ascending ? platform::mirror_sort_ascending
                                                : platform::mirror_sort_descending,
             .tab_stop = stop,
             .col_index = column,
             .enlarge = false}
        );
        if (touch.pressed)
            s.sorted = c.id;
    } else if (!c.title.empty()) {
        a11y::Node node;
        node.role = "columnheader";
        node.name = c.title.view();
        node.id = id;
        node.col_index = column;
        a11y::add(std::move(node), box);
    }
    const bool cut = heading_words(
        {box.x + left, box.y, box.w - left - metric::cell_padding, box.h},
        c,
        sort,
        sort != Sort::none || touch.hovered ? Color::text : Color::text_3
    );
    if (touch.ring)
        draw::border(box.inset(2, 2), Color::focus, metric::radius_tag, 2);
    if (!c.header_tooltip.empty())
        tooltip_over(box, c.header_tooltip);
    else if (cut)
        tooltip_over(box, c.title);
}

// Left and right move among the headings.
void heading_keys(std::span<const ImGuiID> sortable) {
    for (std::size_t i = 0; i < sortable.size(); ++i) {
        if (!detail::is_focused(sortable[i]))
            continue;
        if (detail::key(ImGuiKey_RightArrow))
            detail::move_focus(sortable[(i + 1) % sortable.size()]);
        else if (detail::key(ImGuiKey_LeftArrow))
            detail::move_focus(sortable[(i + sortable.size() - 1) % sortable.size()]);
    }
}

} // namespace

void detail::table_head(TableState& s) {
    draw::fill(s.header, Color::subtle);
    draw::line_on(s.header, side_bottom, Color::line_2);
    a11y::Node row;
    row.role = "row";
    row.row_index = 1;
    row.id = ImHashStr("header", 0, s.id);
    a11y::Scope scope(std::move(row));
    scope.set_rect(s.header);
    std::size_t before = 0;
    std::vector<ImGuiID> sortable;
    for (std::size_t i = 0; i < s.o.columns.size(); ++i) {
        s.header_boxes[i] = {};
        if (s.widths[i] <= 0)
            continue;
        const TableColumn& c = s.o.columns[i];
        const Rect box{s.header.x + s.lefts[i], s.header.y, s.widths[i], s.header.h};
        s.header_boxes[i] = box;
        Id key(c.id);
        const ImGuiID id = id_of("head");
        const float left = table_padding(before++, c);
        if (c.check) {
            check_heading(s, box, id);
            continue;
        }
        heading(s, i, id, left, sortable.empty());
        if (c.sortable)
            sortable.push_back(id);
    }
    heading_keys(sortable);
}

} // namespace carnet::ui
