// The list on a phone: 60 px rows of two lines, drawn by hand in one column.
#include "shared/core/money.hpp"
#include "shared/texts/app_list.hpp"
#include "web/app/list_memory.hpp"
#include "web/views/client_list_view.hpp"

#include <algorithm>

namespace carnet::views {

namespace {

using namespace app;
namespace tx = texts::list;

void two_lines_ui(const Book& book, Slot slot, const Context& context, ui::Rect row) {
    ui::Rect inside = row.inset(16, 0);
    const ui::Rect avatar = inside.cut_left(40).centered(40, 40);
    ui::draw::avatar(
        avatar,
        book.name(slot),
        static_cast<std::uint64_t>(book.id(slot)),
        book.kind(slot) == ClientKind::company
    );
    inside.cut_left(12);
    ui::Rect right = inside.cut_right(104);
    inside.cut_right(8);
    ui::Rect first = inside, second = inside;
    first.y += 8, first.h = 22;
    second.y += 32, second.h = 18;
    ui::draw::text(
        first,
        book.name(slot),
        book.archived(slot) ? ui::Color::text_3 : ui::Color::text,
        {.weight = ui::Weight::medium}
    );
    std::string detail(
        book.contact_name(slot).empty() ? book.reference(slot) : book.contact_name(slot)
    );
    if (book.last_activity_ms(slot))
        detail +=
            (detail.empty() ? "" : " · ") + when(Instant{book.last_activity_ms(slot)}, context);
    ui::draw::text(second, detail, ui::Color::text_3, {.type = ui::Type::small});
    const ui::BadgeOptions badge = ui::client_state_badge(book.state(slot));
    const std::string state = ui::client_state_label(book.state(slot)).str();
    const ui::TextStyle small{.type = ui::Type::small};
    const float words = ui::text_width(state, small);
    ui::draw::text(
        {right.x, row.y + 8, right.w, 22},
        state,
        ui::colors_of(badge.tone).text,
        {.type = ui::Type::small, .align = ui::Align::right}
    );
    ui::draw::glyph(
        {right.right() - words - 10, row.y + 19},
        badge.glyph,
        ui::color(ui::colors_of(badge.tone).strong)
    );
    if (book.value_cents(slot) != 0)
        ui::draw::text(
            {right.x, row.y + 32, right.w, 18},
            format_money(book.value_cents(slot), context.language),
            ui::Color::text_2,
            {.type = ui::Type::small, .align = ui::Align::right}
        );
}

} // namespace

void list_phone_ui(ClientListView& view, Context& context, ui::Rect box) {
    const ListRows& rows = view.rows;
    const ui::TableColumn columns[] = {
        {.id = "name", .title = tx::column_client, .width = 200, .grow = 1}};
    const auto known = static_cast<std::int64_t>(rows.found.slots.size());
    ui::Table table({
        .id = "clients",
        .name = tx::list_name,
        .box = box,
        .columns = columns,
        .rows = rows.waiting ? 8 : rows.count(),
        .row_height = ui::metric::row_phone,
        .header = false,
        .cursor = &view.cursor,
        .focus = view.focus_rows,
        .scroll_to_top = view.to_top,
    });
    view.to_top = false;
    while (table.next()) {
        if (table.row() >= known) {
            table.begin_row({.key = -1 - table.row(), .name = tx::list_loading, .loading = true});
            continue;
        }
        const Slot slot = rows.found.slots[static_cast<std::size_t>(table.row())];
        const std::int64_t id = rows.book->id(slot);
        const std::string href = "/clients/" + std::to_string(id);
        table.begin_row(
            {.key = id,
             .name = rows.book->name(slot),
             .archived = rows.book->archived(slot),
             .href = href}
        );
        two_lines_ui(*rows.book, slot, context, table.row_box());
        tell_rect("row:" + std::to_string(id), table.row_box());
        if (table.row_clicked())
            open_client(context, id);
    }
    table.end();
    tell_rect("body", table.body_box());
    if (const Slot slot = cursor_slot(view); slot != no_slot && table.opened())
        open_client(context, rows.book->id(slot));
    tell_rows(view, table.first_visible());
}

} // namespace carnet::views
