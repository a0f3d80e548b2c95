// The preview of the row under the cursor: what the book knows of the client, without leaving the
// list.
#include "shared/core/money.hpp"
#include "shared/texts/app_list.hpp"
#include "web/views/client_list_view.hpp"

namespace carnet::views {

namespace {

using namespace app;
namespace tx = texts::list;

void line_ui(const Text& key, const std::string& value) {
    if (value.empty())
        return;
    const ui::KeyValue line(key, 112);
    ui::text(value, {.width = ui::fill});
}

void link_line_ui(
    Context& context, const Text& key, const std::string& words, const std::string& href
) {
    if (words.empty())
        return;
    const ui::KeyValue line(key, 112);
    if (ui::link(words, {.href = href, .width = ui::fill}))
        context.send(OpenUrl{href});
}

void head_ui(ClientListView& view, Context& context, const Book& book, Slot slot) {
    {
        const ui::Row row({.height = 40, .gap = 12});
        const ui::Rect mark = ui::place(40, 40);
        ui::draw::avatar(
            mark,
            book.name(slot),
            static_cast<std::uint64_t>(book.id(slot)),
            book.kind(slot) == ClientKind::company
        );
        ui::heading(book.name(slot), {.type = ui::Type::heading, .width = ui::avail_width() - 40});
        ui::spring();
        if (ui::breakpoint() == ui::Breakpoint::desktop && ui::icon_button(icon::x, tx::peek_close))
            view.peek = false;
    }
    const ui::Row row({.gap = 8});
    ui::client_state(book.state(slot));
    if (!book.reference(slot).empty())
        ui::text(book.reference(slot), {.color = ui::Color::text_3, .type = ui::Type::small});
    (void)context;
}

void tags_ui(const Book& book, Slot slot, const Context& context) {
    std::vector<ui::TagItem> items;
    for (const std::int64_t id : book.tag_ids(slot))
        if (const Tag* tag = context.words().tag(id))
            items.push_back({tag->name, ui::tag_color(tag->color)});
    if (items.empty())
        return;
    const ui::Row row({.gap = 4});
    ui::tag_line(items, ui::avail_width());
}

void figures_ui(const Book& book, Slot slot, const Context& context) {
    const auto money = [&](std::int64_t cents) {
        return format_money(cents, context.language, MoneyStyle::exact);
    };
    line_ui(tx::peek_value, money(book.value_cents(slot)));
    line_ui(tx::peek_running, money(book.running_value_cents(slot)));
    std::string projects = std::to_string(book.active_projects(slot));
    if (book.active_projects(slot) > 0)
        projects += " · " + format_percent(book.progress(slot), context.language);
    line_ui(tx::peek_projects, projects);
    std::string activity = when(Instant{book.last_activity_ms(slot)}, context);
    if (!activity.empty())
        activity +=
            " · " +
            std::string(context.tr(
                activity_kind_choices[static_cast<std::size_t>(book.last_activity_kind(slot))].label
            ));
    line_ui(tx::peek_activity, activity);
    line_ui(
        tx::peek_created, long_date(local_date(Instant{book.created_ms(slot)}), context.language)
    );
}

void card_ui(ClientListView& view, Context& context, const Book& book, Slot slot) {
    head_ui(view, context, book, slot);
    tags_ui(book, slot, context);
    ui::separator(8);
    line_ui(tx::peek_contact, std::string(book.contact_name(slot)));
    const std::string phone(book.phone(slot)), email(book.email(slot));
    link_line_ui(context, tx::peek_phone, phone_text(phone), "tel:" + phone);
    link_line_ui(context, tx::peek_email, email, "mailto:" + email);
    line_ui(tx::peek_city, std::string(book.city(slot)));
    line_ui(tx::peek_owner, context.words().user_name(book.owner_id(slot)));
    ui::separator(8);
    figures_ui(book, slot, context);
    ui::space(8);
    if (ui::button(
            tx::peek_open,
            {.size = ui::Size::md, .shortcut = context.tr(tx::key_enter), .width = ui::fill}
        ))
        open_client(context, book.id(slot));
}

} // namespace

void list_peek_ui(ClientListView& view, Context& context, ui::Rect box) {
    const Slot slot = cursor_slot(view);
    if (slot == no_slot)
        return void(view.peek = false);
    const Book& book = *view.rows.book;
    if (box.w <= 0)
        return card_ui(view, context, book, slot); // Inside the drawer.
    const ui::Region region(
        "peek",
        box,
        {.padding_x = 16, .padding_y = 16, .role = "complementary", .name = tx::row_peek}
    );
    ui::draw::line_on(box, ui::side_left, ui::Color::line_1);
    card_ui(view, context, book, slot);
}

} // namespace carnet::views
