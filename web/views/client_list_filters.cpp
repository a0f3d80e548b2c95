// The filter bar (design.md §4.3): a search field, one chip per filter in use, ghost chips for the
// others. What a filter is called and says is in client_list_filter_words.cpp, the popover in which
// its values are chosen in client_list_filter_values.cpp.
#include "web/views/client_list_filters.hpp"

#include "shared/texts/app_common.hpp"
#include "shared/texts/app_list.hpp"
#include "web/app/list_memory.hpp"

#include <cmath>

namespace carnet::views {

namespace {

using namespace app;
namespace tx = texts::list;

constexpr float search_width = 220;

void search_ui(ClientListView& view, Context& context, float width) {
    BookQuery query = view.route.query;
    const auto event = ui::search_field(
        tx::list_search,
        query.text,
        {.field = {.width = width, .id = "search", .focus = view.focus_search},
         .max_length = 120,
         .shortcut = "/",
         .down_key = true}
    );
    view.focus_search = false;
    tell_rect("filter", event.box);
    if (event.changed || event.cleared)
        list_show(view, context, std::move(query));
    if (event.escaped && !view.route.query.text.empty()) {
        query = view.route.query;
        query.text.clear();
        list_show(view, context, std::move(query));
    }
    view.search_entered = event.entered;
    view.search_down = event.down;
}

void used_chips_ui(ClientListView& view, Context& context) {
    for (int i = 0; i < list_filter_count; ++i) {
        const auto filter = static_cast<ListFilter>(i);
        const BookQuery& q = view.route.query;
        if (!filter_in_use(q, filter))
            continue;
        const std::string value = filter_value(q, filter, context);
        const bool without = filter == ListFilter::tags && q.tags_with.empty();
        const std::string label = context.tr(filter_label(filter));
        const auto event = ui::chip(
            label,
            {.value = value,
             .word = without ? ui::Label(tx::filter_without_word) : ui::Label(),
             .active = true,
             .removable = true,
             .open = ui::popover_is_open(filter_popover_id(filter)),
             .id = filter_popover_id(filter),
             .remove_name = fill(context.tr(tx::filter_remove), {{"name", label}})}
        );
        if (event == ui::ChipEvent::removed) {
            BookQuery query = q;
            remove_filter(query, filter);
            list_show(view, context, std::move(query));
        } else if (event == ui::ChipEvent::clicked && filter < ListFilter::review)
            open_filter(view, context, filter);
    }
}

void more_filters_ui(ClientListView& view, Context& context, std::span<const ListFilter> rest) {
    if (rest.empty())
        return;
    if (ui::chip_add(tx::filter_add, "more-filters"))
        ui::open_menu("more-filters-menu");
    int wanted = -1;
    if (ui::Menu menu{"more-filters-menu", {.name = tx::filter_add}})
        for (const ListFilter filter : rest)
            if (menu.item(filter_label(filter)))
                wanted = static_cast<int>(filter);
    if (wanted >= 0)
        open_filter(view, context, static_cast<ListFilter>(wanted));
}

// As many ghost chips as there is room for; the others in a menu.
void ghost_chips_ui(ClientListView& view, Context& context, float right) {
    const auto width_of = [&](const Text& label) {
        return 40 + std::ceil(ui::text_width(context.tr(label)));
    };
    std::vector<ListFilter> rest;
    for (const auto filter :
         {ListFilter::state,
          ListFilter::owner,
          ListFilter::tags,
          ListFilter::projects,
          ListFilter::activity,
          ListFilter::value,
          ListFilter::kind,
          ListFilter::review,
          ListFilter::archived}) {
        if (filter_in_use(view.route.query, filter))
            continue;
        const float needed = width_of(filter_label(filter)) + width_of(tx::filter_add);
        if (!rest.empty() || ui::cursor().x + needed > right)
            rest.push_back(filter);
        else if (ui::chip_add(filter_label(filter), filter_popover_id(filter)))
            open_filter(view, context, filter);
    }
    more_filters_ui(view, context, rest);
}

} // namespace

void list_filters_ui(ClientListView& view, Context& context, ui::Rect box) {
    const ui::a11y::Scope scope("search", tx::list_filters);
    {
        const ui::Bar bar(
            box, {.gap = 6, .line = ui::is_phone() ? ui::Color::line_1 : ui::Color::clear}
        );
        const float reset = is_filtered(view.route.query) ? 110.0f : 0.0f;
        if (ui::is_phone()) {
            search_ui(view, context, box.w - 32 - 100);
            std::vector<ListFilter> all;
            all.reserve(list_filter_count);
            for (int i = 0; i < list_filter_count; ++i)
                all.push_back(static_cast<ListFilter>(i));
            more_filters_ui(view, context, all);
        } else {
            search_ui(view, context, search_width);
            ui::separator();
            used_chips_ui(view, context);
            ghost_chips_ui(view, context, box.right() - 16 - reset);
            ui::spring();
            if (reset > 0 &&
                ui::button(tx::filter_reset, {.kind = ui::ButtonKind::ghost, .size = ui::Size::xs}))
                list_show(view, context, without_filters(view.route.query));
        }
    }
    filter_popovers_ui(view, context);
}

} // namespace carnet::views
