// See selection.hpp.
#include "web/views/selection.hpp"

#include "shared/core/money.hpp"
#include "shared/texts/app_list.hpp"
#include "web/app/format.hpp"

#include <algorithm>
#include <cmath>

namespace carnet::views {

namespace {

using namespace app;
namespace tx = texts::list;

constexpr float bar_height = 44;

void select_range(
    ListSelection& selection,
    const SelectableRows& rows,
    std::int64_t from,
    std::int64_t to,
    bool on
) {
    if (from > to)
        std::swap(from, to);
    to = std::min(to, rows.count - 1);
    for (std::int64_t i = std::max<std::int64_t>(from, 0); i <= to; ++i)
        selection.set(rows.id(i), on);
}

float width_of(const std::string& label, bool icon) {
    return std::ceil(ui::text_width(label, {.weight = ui::Weight::medium})) +
           (icon ? 42.0f : 20.0f);
}

// A word on the dark bar; true when clicked.
bool bar_action(ui::Rect& rest, int id, const char* icon_name, const std::string& label) {
    const ui::Id scope(id);
    const ui::Rect box = rest.cut_left(width_of(label, icon_name)).inset(0, 6);
    const auto press = ui::pressable("action", label, box, {.hover_fill = false});
    if (press.hovered)
        ui::draw::fill(box, ui::Color::tip_line, ui::metric::radius_control);
    ui::Rect words = box.inset(10, 0);
    if (icon_name) {
        ui::draw::icon(words.cut_left(16).center(), icon_name, 16, ui::Color::tip_text);
        words.cut_left(6);
    }
    ui::draw::text(words, label, ui::Color::tip_text, {.weight = ui::Weight::medium});
    return press.clicked;
}

} // namespace

bool ListSelection::contains(std::int64_t id) const {
    return std::binary_search(ids.begin(), ids.end(), id);
}

void ListSelection::set(std::int64_t id, bool on) {
    const auto at = std::lower_bound(ids.begin(), ids.end(), id);
    const bool is_in = at != ids.end() && *at == id;
    if (on && !is_in)
        ids.insert(at, id);
    if (!on && is_in)
        ids.erase(at);
}

void select_all_rows(ListSelection& selection, const SelectableRows& rows) {
    selection.ids.clear();
    for (std::int64_t i = 0; i < rows.count; ++i)
        selection.ids.push_back(rows.id(i));
    std::sort(selection.ids.begin(), selection.ids.end());
}

void tick_ui(ListSelection& selection, ui::Table& table, const SelectableRows& rows) {
    bool shift = false;
    const std::int64_t id = rows.id(table.row());
    const bool on = selection.contains(id);
    if (!table.check_cell("check", on, &shift))
        return;
    if (shift && selection.anchor >= 0)
        select_range(selection, rows, selection.anchor, table.row(), !on);
    else
        selection.set(id, !on);
    selection.anchor = table.row();
}

bool row_click_ui(
    ListSelection& selection,
    ui::Table& table,
    const SelectableRows& rows,
    const ui::RowClick& click
) {
    if (!click)
        return false;
    if (click.shift && selection.anchor >= 0) {
        select_range(selection, rows, selection.anchor, table.row(), true);
    } else if (click.ctrl) {
        const std::int64_t id = rows.id(table.row());
        selection.set(id, !selection.contains(id));
        selection.anchor = table.row();
    } else {
        return true;
    }
    return false;
}

void selection_keys_ui(
    ListSelection& selection,
    const ui::Table& table,
    const SelectableRows& rows,
    std::int64_t cursor
) {
    const auto all = table.all_clicked();
    if (table.select_all() || (all && *all))
        select_all_rows(selection, rows);
    else if (all)
        selection.clear();
    if (cursor < 0 || cursor >= rows.count)
        return;
    if (const int step = table.extended(); step != 0) {
        select_range(selection, rows, cursor - step, cursor, true);
        selection.anchor = cursor;
    }
    if (table.toggled()) {
        const std::int64_t id = rows.id(cursor);
        selection.set(id, !selection.contains(id));
        selection.anchor = cursor;
    }
}

int selection_bar_ui(
    ListSelection& selection,
    Context& context,
    ui::Rect content,
    std::int64_t all,
    std::span<const SelectionAction> actions
) {
    const auto ticked = static_cast<long long>(selection.ids.size());
    const std::string chosen = context.plural(tx::selected_count, ticked);
    const std::string everything =
        fill(context.tr(tx::select_all_count), {{"n", format_number(all, context.language)}});
    float width = 12 + width_of(chosen, false) + 17 + 36;
    for (const auto& action : actions)
        if (action.offered)
            width += width_of(context.tr(action.label), true);
    const float room = content.w - 32, more = width_of(everything, false);
    const bool offers_all = ticked < all && width + more <= room;
    width = std::min(width + (offers_all ? more : 0), room);
    const ui::Rect bar{
        std::floor(content.x + (content.w - width) / 2),
        content.bottom() - 16 - bar_height,
        width,
        bar_height};
    const ui::Region region(
        "selection", bar, {.scroll = false, .role = "region", .name = tx::selection}
    );
    ui::draw::shadow(bar, ui::Elevation::modal, ui::metric::radius_panel);
    ui::draw::fill(bar, ui::Color::tip, ui::metric::radius_panel);
    ui::Rect rest = bar;
    rest.cut_left(12);
    const ui::Rect count = rest.cut_left(width_of(chosen, false) - 8);
    ui::draw::text(count, chosen, ui::Color::tip_text, {.weight = ui::Weight::semibold});
    ui::a11y::text(chosen, count);
    int answer = selection_none;
    if (offers_all && bar_action(rest, 0, nullptr, everything))
        answer = selection_all;
    ui::draw::fill({rest.x + 8, rest.y + 12, 1, rest.h - 24}, ui::Color::tip_line);
    rest.cut_left(17);
    const ui::Rect cross = rest.cut_right(36).centered(28, 28);
    for (std::size_t i = 0; i < actions.size(); ++i) {
        const auto& action = actions[i];
        const int index = static_cast<int>(i);
        if (action.offered && bar_action(rest, index + 1, action.icon, context.tr(action.label)))
            answer = index;
    }
    const auto press = ui::pressable("close", tx::selection_clear, cross, {.hover_fill = false});
    if (press.hovered)
        ui::draw::fill(cross, ui::Color::tip_line, ui::metric::radius_control);
    ui::draw::icon(cross.center(), icon::x, 16, ui::Color::tip_text_2);
    if (press.clicked)
        selection.clear();
    return answer;
}

} // namespace carnet::views
