// The client list (designs 01, 12): saved views, search, filters, rows, selection with bulk
// actions, preview and figures. Everything it shows comes from the book in memory; before the book
// is here, from the server's first page.
#pragma once

#include "web/app/book_store.hpp"
#include "web/app/context.hpp"
#include "web/app/format.hpp"
#include "web/ui/ui.hpp"
#include "web/views/selection.hpp"

#include <map>
#include <optional>

namespace carnet::views {

// The rows and figures of the list's query, made again when the book or the query changes.
struct ListRows {
    Book::Result found;
    BookQuery query;
    std::uint64_t revision = 0;
    std::int64_t minute = -1;
    bool sorted = true; // Was the order ready when they were found?
    // What is drawn from: the book, or the first page while the book is on its way.
    const Book* book = nullptr;
    bool partial = false;       // Only the first rows are here; the totals are exact all the same.
    bool waiting = false;       // Nothing is here yet.
    std::int64_t everybody = 0; // Clients without any filter: "262 clients sur 1 284".

    std::int64_t count() const { return found.totals.count; }
};

enum class ListFilter { activity, owner, value, tags, state, projects, kind, review, archived };
inline constexpr int list_filter_count = 9;

// What a filter's popover holds until it is applied.
struct FilterDraft {
    std::optional<std::int64_t> min, max;
    Date from, to;
    int tags_side = 0; // 0: with, 1: without.
};

enum class BulkAction { none, owner, state, tags, archive, unarchive, bin };

// A bulk action with its preview.
struct BulkDialog {
    BulkAction action = BulkAction::none;
    bool open = false;
    Ids ids; // Of the selection, those this person may change.
    std::int64_t owner = 0;
    int state = 0;
    int tags_side = 0; // 0: add, 1: remove.
    Ids tags;
};

// A view being named.
struct ViewNaming {
    bool open = false;
    std::int64_t id = 0; // 0: a new one.
    std::string name;
    std::string error;
    net::Ticket ticket;
};

struct ClientListView {
    app::ClientListRoute
        route; // As the list shows it now; the address follows at the end of the frame.
    app::ClientListRoute seen; // As it was told by the last frame.
    bool entered = false;
    ListRows rows;
    std::int64_t cursor = -1;
    std::int64_t cursor_id = 0; // The row under the cursor, found again after changes.
    ListSelection selection;
    FilterDraft draft;
    BulkDialog bulk;
    ViewNaming naming;
    bool peek = false;
    bool focus_search = false;
    bool search_entered = false, search_down = false; // Keys of the search in this frame.
    bool rows_next = false, focus_rows = false;       // The keyboard goes to the rows.
    bool to_top = false;                              // After a sort or a filter.
    bool sort_chosen = false; // The order by name is the first one, or was asked for by a click.
    double waiting_since_ms = 0;
    bool settings_read = false;
    bool compact = false;
    std::uint32_t hidden_columns = 0; // Bits of list_columns().
};

void client_list_ui(ClientListView& view, app::Context& context, ui::Rect panel);

// --- Regions, one file each; called by client_list_ui. ---
void list_top_bar_ui(ClientListView& view, app::Context& context, ui::Rect box);
void list_tabs_ui(ClientListView& view, app::Context& context, ui::Rect box);
void list_naming_ui(ClientListView& view, app::Context& context);
void list_filters_ui(ClientListView& view, app::Context& context, ui::Rect box);
void list_table_ui(ClientListView& view, app::Context& context, ui::Rect box);
void list_phone_ui(ClientListView& view, app::Context& context, ui::Rect box);
void list_footer_ui(ClientListView& view, app::Context& context, ui::Rect box);
// What of a value runs and what is finished, as the tooltip of the figure drawn last (CF-30).
void value_split_ui(std::int64_t value, std::int64_t running, const app::Context& context);
void list_selection_ui(ClientListView& view, app::Context& context, ui::Rect content);
void list_bulk_ui(ClientListView& view, app::Context& context);
void list_peek_ui(ClientListView& view, app::Context& context, ui::Rect box);

// --- Shared by the regions
// ------------------------------------------------------------------------------------------- Shows
// another query from this frame on; `replaced` by the address at its end.
void list_show(ClientListView& view, app::Context& context, BookQuery query);
bool is_filtered(const BookQuery& query);          // Anything but the order.
BookQuery without_filters(const BookQuery& query); // Keeps the order.
// Page hooks: what the list shows, `top` being its topmost row.
void tell_rows(const ClientListView& view, std::int64_t top);
// The row under the cursor; no_slot when there is none or it is not here yet.
Slot cursor_slot(const ClientListView& view);
void open_client(app::Context& context, std::int64_t id);
const char* activity_icon(ActivityKind kind);
// The rows that are here, as the ticks see them; valid in this frame.
SelectableRows selectable(const ClientListView& view);

// The columns a person may hide, in their order; bit i of hidden_columns.
struct ListColumn {
    std::string_view id;
    Text title;
    bool shown_at_first = true;
};
std::span<const ListColumn> list_columns();
void list_columns_menu_ui(ClientListView& view);
void keep_list_settings(const ClientListView& view);
void read_list_settings(ClientListView& view);

} // namespace carnet::views
