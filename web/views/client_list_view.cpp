// The list as a whole: its rows, the place of the cursor, and where each region stands.
#include "web/views/client_list_view.hpp"

#include "shared/texts/app_common.hpp"
#include "shared/texts/app_list.hpp"
#include "shared/texts/app_net.hpp"
#include "web/app/list_memory.hpp"

#include <algorithm>
#include <utility>

namespace carnet::views {

namespace {

using namespace app;
namespace tx = texts::list;

constexpr int prepare_budget_us = 5000; // Of a frame, while orders are being made.
constexpr float peek_width = 360;

void take_route(ClientListView& view, const Context& context) {
    const auto* route = std::get_if<ClientListRoute>(&context.route);
    if (!route)
        return;
    if (view.entered && *route == view.seen)
        return;
    view.entered = true;
    view.seen = *route;
    if (*route == view.route)
        return;
    view.route = *route;
    view.to_top = true;
}

// The first page stands for the book until it is here.
void take_first_page(ClientListView& view, Context& context) {
    ListRows& rows = view.rows;
    const auto* page = context.book.first_page(view.route.query);
    rows.partial = true;
    rows.waiting = !page;
    rows.revision = 0;
    if (!page) {
        rows.found = {};
        return;
    }
    rows.book = &page->rows;
    rows.found.slots = page->order;
    rows.found.totals = page->totals;
    if (!is_filtered(page->query))
        rows.everybody = page->totals.count;
}

void take_rows(ClientListView& view, Context& context) {
    ListRows& rows = view.rows;
    if (!context.book.complete())
        return take_first_page(view, context);
    const Book& book = context.book.book();
    const std::int64_t minute = context.now_ms / 60'000;
    const bool ready = context.book.prepare(view.route.query.sort, prepare_budget_us);
    if (!ready)
        draw_again();
    const bool same = !rows.partial && rows.revision == book.revision() &&
                      rows.query == view.route.query &&
                      (rows.minute == minute || !view.route.query.moves_with_time());
    if (same)
        return;
    book.find(view.route.query, nullptr, context.now_ms, rows.found);
    Book::Result all;
    book.find(without_filters({}), nullptr, context.now_ms, all, {0, 0});
    rows.everybody = all.totals.count;
    rows.book = &book;
    rows.query = view.route.query;
    rows.revision = book.revision();
    rows.minute = minute;
    rows.partial = rows.waiting = false;
}

// After a change of rows the cursor stays on its client.
void follow_cursor(ClientListView& view) {
    const auto& slots = view.rows.found.slots;
    if (view.cursor < 0)
        return;
    const Slot now = cursor_slot(view);
    if (now != no_slot && view.rows.book->id(now) == view.cursor_id)
        return;
    const Slot wanted =
        view.rows.book && view.cursor_id ? view.rows.book->slot_of(view.cursor_id) : no_slot;
    const auto at = wanted == no_slot ? slots.end() : std::find(slots.begin(), slots.end(), wanted);
    if (at != slots.end())
        view.cursor = at - slots.begin();
    else
        view.cursor = std::min<std::int64_t>(view.cursor, view.rows.count() - 1);
}

void remember_cursor(ClientListView& view) {
    const Slot slot = cursor_slot(view);
    view.cursor_id = slot == no_slot ? 0 : view.rows.book->id(slot);
}

// Enter in the search opens the only client it finds; among several, and with Down, the keyboard
// goes on in the rows. Asked once the rows are those of the text.
void leave_search(ClientListView& view, Context& context) {
    const bool entered = std::exchange(view.search_entered, false),
               down = std::exchange(view.search_down, false);
    if ((!entered && !down) || view.rows.count() == 0)
        return;
    if (entered && view.rows.count() == 1)
        return open_client(context, view.rows.book->id(view.rows.found.slots[0]));
    view.cursor = 0;
    view.rows_next = true;
    draw_again();
}

void empty_ui(ClientListView& view, Context& context, ui::Rect box) {
    if (is_filtered(view.route.query)) {
        const auto event = ui::empty_state(
            box,
            {.title = tx::empty_filtered_title,
             .text = tx::empty_filtered_text,
             .action = tx::reset_filters,
             .primary = false}
        );
        if (event == ui::EmptyEvent::action)
            list_show(view, context, without_filters(view.route.query));
        return;
    }
    const bool may_create = context.may(Permission::clients_create),
               may_import = context.may(Permission::data_import);
    const auto event = ui::empty_state(
        box,
        {.title = tx::empty_title,
         .text = may_create ? tx::empty_text : tx::empty_no_right,
         .action = may_create ? ui::Label(texts::new_client) : ui::Label(),
         .action_icon = icon::plus,
         .second_action = may_import ? ui::Label(texts::import_title) : ui::Label(),
         .primary = false}
    );
    if (event == ui::EmptyEvent::action)
        context.go(NewClientRoute{});
    if (event == ui::EmptyEvent::second_action)
        context.go(ImportRoute{});
}

void failed_ui(Context& context, ui::Rect& content) {
    if (!context.book.failed())
        return;
    const ui::Rect box = content.cut_top(52).inset(16, 6);
    ui::at(box);
    const ui::Width width(box.w);
    const auto event =
        ui::note(tx::list_failed, {.tone = ui::Tone::warn, .action = texts::retry, .id = "failed"});
    if (event == ui::NoteEvent::action)
        context.book.load();
}

void rows_ui(ClientListView& view, Context& context, ui::Rect content) {
    if (view.rows.waiting && view.waiting_since_ms == 0)
        view.waiting_since_ms = ui::now_ms();
    if (!view.rows.waiting)
        view.waiting_since_ms = 0;
    if (!view.rows.waiting && view.rows.count() == 0) {
        tell_rect("body", content);
        tell_rows(view, 0);
        return empty_ui(view, context, content);
    }
    if (ui::is_phone())
        list_phone_ui(view, context, content);
    else
        list_table_ui(view, context, content);
}

void keys_ui(ClientListView& view, Context& context) {
    if (context.pressed(Shortcut::find))
        view.focus_search = true;
    if (view.peek || !view.selection.ids.empty())
        if (ui::escape_pressed()) {
            if (view.peek)
                view.peek = false;
            else
                view.selection.clear();
        }
}

// The preview stands beside the rows when there is room, over them when not.
void content_ui(ClientListView& view, Context& context, ui::Rect content) {
    failed_ui(context, content);
    const bool room = ui::breakpoint() == ui::Breakpoint::desktop;
    // As it was before the rows: Espace on one of them shows in the next frame.
    const bool beside = view.peek && room;
    const ui::Rect aside = beside ? content.cut_right(peek_width) : ui::Rect{};
    rows_ui(view, context, content);
    if (beside)
        list_peek_ui(view, context, aside);
    else if (view.peek && !room) {
        if (ui::Dialog dialog{
                "peek",
                view.peek,
                {.title = tx::row_peek, .width = peek_width, .side = ui::DialogSide::right}})
            list_peek_ui(view, context, {});
    }
    list_selection_ui(view, context, content);
}

} // namespace

void client_list_ui(ClientListView& view, Context& context, ui::Rect panel) {
    read_list_settings(view);
    take_route(view, context);
    take_rows(view, context);
    follow_cursor(view);
    context.title = context.tr(texts::clients);
    const bool phone = ui::is_phone();
    {
        const ui::FocusRegion region("list-bar");
        list_top_bar_ui(
            view, context, panel.cut_top(phone ? ui::metric::top_bar_phone : ui::metric::top_bar)
        );
        list_tabs_ui(view, context, panel.cut_top(ui::metric::tabs));
        list_filters_ui(view, context, panel.cut_top(phone ? 56 : ui::metric::filter_bar));
    }
    // What was typed or chosen above shows below in the same frame.
    take_rows(view, context);
    follow_cursor(view);
    leave_search(view, context);
    const ui::Rect footer = panel.cut_bottom(ui::metric::footer);
    {
        const ui::a11y::Scope main("main", tx::list_name);
        const ui::FocusRegion region("list");
        content_ui(view, context, panel);
    }
    list_footer_ui(view, context, footer);
    remember_cursor(view);
    keys_ui(view, context);
    // Not in the frame of the key itself, which would open the row at once.
    view.focus_rows = std::exchange(view.rows_next, false);
    list_bulk_ui(view, context);
    list_naming_ui(view, context);
}

void list_show(ClientListView& view, Context& context, BookQuery query) {
    if (query == view.route.query)
        return;
    const bool other_rows = without_filters(query) == without_filters(view.route.query);
    view.route.query = std::move(query);
    view.to_top = true;
    view.cursor = -1;
    view.selection.anchor = -1;
    // What is ticked stays ticked only while the same filters hold.
    if (other_rows)
        view.selection.clear();
    context.send(Navigate{.route = view.route, .replace = true});
}

BookQuery without_filters(const BookQuery& query) {
    BookQuery plain;
    plain.sort = query.sort;
    plain.descending = query.descending;
    return plain;
}

bool is_filtered(const BookQuery& query) {
    return !(without_filters(query) == query);
}

Slot cursor_slot(const ClientListView& view) {
    const auto& slots = view.rows.found.slots;
    if (view.cursor < 0 || view.cursor >= static_cast<std::int64_t>(slots.size()))
        return no_slot;
    return slots[static_cast<std::size_t>(view.cursor)];
}

void tell_rows(const ClientListView& view, std::int64_t top) {
    const ListRows& rows = view.rows;
    std::string first;
    const auto begin = static_cast<std::size_t>(std::max<std::int64_t>(top, 0));
    for (std::size_t i = begin; i < std::min(rows.found.slots.size(), begin + 10); ++i) {
        if (i > begin)
            first += '|';
        first += rows.book->name(rows.found.slots[i]);
    }
    tell_list_state(to_path(Route(view.route)), rows.count(), first, top);
}

void open_client(Context& context, std::int64_t id) {
    context.go(ClientRoute{.id = id});
}

SelectableRows selectable(const ClientListView& view) {
    const ListRows& rows = view.rows;
    return {std::ssize(rows.found.slots), [&rows](std::int64_t row) {
                return rows.book->id(rows.found.slots[static_cast<std::size_t>(row)]);
            }};
}

} // namespace carnet::views
