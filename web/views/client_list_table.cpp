// The rows: a grid of nine columns on a desk, two lines per client on a phone.
#include "shared/core/money.hpp"
#include "shared/texts/app_client.hpp"
#include "shared/texts/app_list.hpp"
#include "web/app/list_memory.hpp"
#include "web/views/client_list_view.hpp"

#include <algorithm>

namespace carnet::views {

namespace {

using namespace app;
namespace tx = texts::list;

std::vector<ui::TableColumn> table_columns(const ClientListView& view) {
    std::vector<ui::TableColumn> columns = {
        {.id = "check", .width = 48, .check = true},
        {.id = "name", .title = tx::column_client, .width = 250, .grow = 3, .sortable = true},
        {.id = "state", .title = tx::column_state, .width = 104, .sortable = true},
        {.id = "contact",
         .title = tx::column_contact,
         .width = 190,
         .grow = 1,
         .priority = 4,
         .sortable = true},
        {.id = "projects",
         .title = tx::column_projects,
         .width = 108,
         .priority = 3,
         .sortable = true},
        {.id = "last_activity",
         .title = tx::column_activity,
         .width = 164,
         .priority = 2,
         .sortable = true},
        {.id = "value",
         .title = tx::column_value,
         .width = 120,
         .priority = 1,
         .align = ui::Align::right,
         .sortable = true},
        {.id = "owner",
         .title = tx::column_owner,
         .width = 52,
         .priority = 6,
         .align = ui::Align::center,
         .sortable = true},
        {.id = "tags", .title = tx::column_tags, .width = 150, .grow = 0.5f, .priority = 5},
        {.id = "city",
         .title = tx::column_city,
         .width = 128,
         .grow = 1,
         .priority = 7,
         .sortable = true},
        {.id = "created",
         .title = tx::column_created,
         .width = 104,
         .priority = 8,
         .sortable = true},
    };
    const auto choices = list_columns();
    for (std::size_t i = 0; i < choices.size(); ++i)
        for (auto& column : columns)
            if (column.id == choices[i].id)
                column.hidden = (view.hidden_columns >> i & 1) != 0;
    return columns;
}

bool shows_arrow(const ClientListView& view) {
    const BookQuery& query = view.route.query;
    return view.sort_chosen || query.sort != BookColumn::name || query.descending;
}

void sort_by(ClientListView& view, Context& context, std::string_view column) {
    BookColumn sort{};
    if (!parse_column(column, sort))
        return;
    BookQuery query = view.route.query;
    // The first click sorts ascending also where the list begins: by name, without an arrow.
    query.descending = query.sort == sort && !query.descending && shows_arrow(view);
    query.sort = sort;
    view.sort_chosen = true;
    view.to_top = true;
    list_show(view, context, std::move(query));
}

// Whole or not at all: the name is the only text that may be cut.
void whole_text(std::string_view words) {
    if (!words.empty() && ui::avail_width() >= ui::text_width(words, {.type = ui::Type::small}) + 1)
        ui::text(words, {.color = ui::Color::text_3, .type = ui::Type::small});
}

void name_cell_ui(
    ClientListView& view,
    Context& context,
    ui::Table& table,
    const Book& book,
    Slot slot,
    bool may_log
) {
    const std::int64_t id = book.id(slot);
    const std::string_view name = book.name(slot);
    const ui::Rect avatar = ui::place(24, 24);
    ui::draw::avatar(
        avatar, name, static_cast<std::uint64_t>(id), book.kind(slot) == ClientKind::company
    );
    const bool quick = table.row_hovered() && !ui::coarse();
    const float room = ui::avail_width() - (quick ? (may_log ? 62.0f : 34.0f) : 0.0f);
    const float width = std::min(room, ui::text_width(name, {.weight = ui::Weight::medium}) + 1);
    const ui::Color ink = book.archived(slot) ? ui::Color::text_3 : ui::Color::text;
    ui::text(
        name,
        {.color = ink,
         .weight = ui::Weight::medium,
         .width = width,
         .highlight = view.route.query.text,
         .hidden_from_mirror = true}
    );
    if (!quick) {
        whole_text(book.reference(slot));
        return;
    }
    ui::space(std::max(0.0f, ui::avail_width() - (may_log ? 56.0f : 24.0f)));
    if (ui::icon_button(
            icon::layout_sidebar_right,
            tx::row_peek,
            {.kind = ui::ButtonKind::secondary, .size = ui::Size::xs, .id = "peek"}
        )) {
        view.peek = true;
        view.cursor = table.row();
    }
    if (may_log && ui::icon_button(
                       icon::phone_plus,
                       tx::row_log,
                       {.kind = ui::ButtonKind::secondary, .size = ui::Size::xs, .id = "log"}
                   ))
        open_client(context, id);
}

std::string role_text(const Book& book, Slot slot, const Context& context) {
    const std::string_view role = book.contact_role(slot);
    for (const auto& choice : contact_role_choices)
        if (choice.value == role)
            return context.tr(choice.label);
    return {};
}

void contact_cell_ui(const Book& book, Slot slot, const Context& context) {
    const std::string_view name = book.contact_name(slot);
    if (name.empty())
        return ui::text("—", {.color = ui::Color::text_off, .hidden_from_mirror = true});
    ui::text(name, {.width = std::min(ui::avail_width(), ui::text_width(name) + 1)});
    whole_text(role_text(book, slot, context));
}

void projects_cell_ui(const Book& book, Slot slot, const Context& context) {
    const std::int64_t count = book.active_projects(slot);
    ui::text(
        std::to_string(count), {.color = count ? ui::Color::text : ui::Color::text_3, .width = 20}
    );
    if (count == 0)
        return;
    const std::int64_t percent = book.progress(slot);
    ui::progress(
        static_cast<float>(percent) / 100,
        {.width = 56,
         .color = percent >= 100 ? ui::Color::ok : ui::Color::accent,
         .name = fill(context.tr(texts::project_progress), {{"name", book.name(slot)}})}
    );
}

void activity_cell_ui(const Book& book, Slot slot, const Context& context) {
    const std::int64_t at = book.last_activity_ms(slot);
    if (at == 0)
        return ui::text("—", {.color = ui::Color::text_off, .hidden_from_mirror = true});
    const ActivityKind kind = book.last_activity_kind(slot);
    ui::icon(activity_icon(kind));
    ui::text(when(Instant{at}, context));
    whole_text(context.tr(activity_kind_choices[static_cast<std::size_t>(kind)].label));
}

void owner_cell_ui(const Book& book, Slot slot, const Context& context) {
    const std::int64_t owner = book.owner_id(slot);
    if (owner == 0)
        return ui::text("—", {.color = ui::Color::text_off, .hidden_from_mirror = true});
    ui::avatar(context.words().user_name(owner), static_cast<std::uint64_t>(owner), {.size = 24});
}

void tags_cell_ui(const Book& book, Slot slot, const Context& context) {
    std::vector<ui::TagItem> items;
    for (const std::int64_t id : book.tag_ids(slot))
        if (const Tag* tag = context.words().tag(id))
            items.push_back({tag->name, ui::tag_color(tag->color)});
    if (!items.empty())
        ui::tag_line(items, ui::avail_width());
}

void cells_ui(
    ClientListView& view,
    Context& context,
    ui::Table& table,
    const Book& book,
    Slot slot,
    bool may_log
) {
    if (table.cell("name"))
        name_cell_ui(view, context, table, book, slot, may_log);
    if (table.cell("state"))
        ui::client_state(book.state(slot));
    if (table.cell("contact"))
        contact_cell_ui(book, slot, context);
    if (table.cell("projects"))
        projects_cell_ui(book, slot, context);
    if (table.cell("last_activity"))
        activity_cell_ui(book, slot, context);
    if (table.cell("value")) {
        ui::text(format_money(book.value_cents(slot), context.language));
        value_split_ui(book.value_cents(slot), book.running_value_cents(slot), context);
    }
    if (table.cell("owner"))
        owner_cell_ui(book, slot, context);
    if (table.cell("tags"))
        tags_cell_ui(book, slot, context);
    if (table.cell("city"))
        ui::text(book.city(slot), {.width = ui::fill});
    if (table.cell("created"))
        ui::text(
            short_date(local_date(Instant{book.created_ms(slot)}), context),
            {.color = ui::Color::text_2}
        );
}

ui::TableRow row_of(
    const ClientListView& view,
    const Context& context,
    const Book& book,
    Slot slot,
    std::string& href
) {
    const std::int64_t id = book.id(slot);
    href = "/clients/" + std::to_string(id);
    const auto* change = context.book.change_of(id);
    return {
        .key = id,
        .name = book.name(slot),
        .selected = view.selection.contains(id),
        .archived = book.archived(slot),
        .changed_at_ms = change ? change->at_ms : 0,
        .href = href};
}

void table_keys_ui(
    ClientListView& view, Context& context, const ui::Table& table, const SelectableRows& rows
) {
    selection_keys_ui(view.selection, table, rows, view.cursor);
    const Slot slot = cursor_slot(view);
    if (slot == no_slot)
        return;
    const std::int64_t id = view.rows.book->id(slot);
    if (table.peeked()) {
        view.peek = !view.peek;
        platform::wake();
    }
    if (table.opened())
        open_client(context, id);
    if (context.pressed(Shortcut::edit))
        context.go(ClientRoute{.id = id, .edit = true});
}

void tell_table(const ClientListView& view, const ui::Table& table) {
    tell_rect("body", table.body_box());
    for (const char* column :
         {"name",
          "state",
          "contact",
          "projects",
          "last_activity",
          "value",
          "owner",
          "city",
          "created"})
        if (table.shows(column))
            tell_rect(std::string("sort:") + column, table.header_box(column));
    tell_rows(view, table.first_visible());
}

} // namespace

void list_table_ui(ClientListView& view, Context& context, ui::Rect box) {
    const ListRows& rows = view.rows;
    const auto columns = table_columns(view);
    const bool waiting = rows.waiting && !ui::waited_long(view.waiting_since_ms);
    const auto known = static_cast<std::int64_t>(rows.found.slots.size());
    const std::int64_t count = rows.waiting ? (waiting ? 0 : 12) : rows.count();
    const auto ticked = static_cast<std::int64_t>(view.selection.ids.size());
    ui::Table table({
        .id = "clients",
        .name = tx::list_name,
        .box = box,
        .columns = columns,
        .rows = count,
        .row_height = view.compact ? ui::metric::row_compact : ui::metric::row,
        .sorted_by = column_name(view.route.query.sort),
        .sort = !shows_arrow(view)            ? ui::Sort::none
                : view.route.query.descending ? ui::Sort::descending
                                              : ui::Sort::ascending,
        .cursor = &view.cursor,
        .all_selected = ticked > 0 && ticked >= rows.count(),
        .some_selected = ticked > 0,
        .focus = view.focus_rows,
        .scroll_to_cursor = view.focus_rows,
        .scroll_to_top = view.to_top,
        .bottom_space = ticked > 0 ? selection_bar_space : 0,
    });
    view.to_top = false;
    const bool may_log = context.may(Permission::activities_log);
    const SelectableRows selected = selectable(view);
    std::string href;
    while (table.next()) {
        if (table.row() >= known) {
            table.begin_row({.key = -1 - table.row(), .name = tx::list_loading, .loading = true});
            continue;
        }
        const Slot slot = rows.found.slots[static_cast<std::size_t>(table.row())];
        const std::int64_t id = rows.book->id(slot);
        table.begin_row(row_of(view, context, *rows.book, slot, href));
        tell_rect("row:" + std::to_string(id), table.row_box());
        tick_ui(view.selection, table, selected);
        cells_ui(view, context, table, *rows.book, slot, may_log);
        if (table.row_clicked().pressing)
            ask_ahead(context.api, context.actor(), ClientRoute{.id = id});
        if (row_click_ui(view.selection, table, selected, table.row_clicked()))
            open_client(context, id);
    }
    table.end();
    if (!table.sort_clicked().empty())
        sort_by(view, context, table.sort_clicked());
    table_keys_ui(view, context, table, selected);
    tell_table(view, table);
}

const char* activity_icon(ActivityKind kind) {
    switch (kind) {
    case ActivityKind::call:
        return icon::phone;
    case ActivityKind::email:
        return icon::mail;
    case ActivityKind::sms:
        return icon::message_2;
    case ActivityKind::meeting:
        return icon::users;
    case ActivityKind::note:
        return icon::note;
    case ActivityKind::state_change:
        return icon::circle_half_2;
    case ActivityKind::project:
        return icon::briefcase;
    case ActivityKind::import:
        return icon::file_import;
    case ActivityKind::delivery:
        return icon::rosette_discount_check;
    case ActivityKind::file:
        return icon::file_text;
    case ActivityKind::message:
        return icon::messages;
    case ActivityKind::portal_visit:
        return icon::eye;
    }
    return icon::note;
}

} // namespace carnet::views
