// The tab Contacts (design 02b): who is who at this client. One contact beside the list is in
// client_contact_aside.cpp.
#include "shared/core/text.hpp"
#include "shared/texts/app_client.hpp"
#include "shared/texts/app_common.hpp"
#include "shared/texts/app_contacts.hpp"
#include "shared/texts/app_palette.hpp"
#include "web/views/client_view.hpp"

namespace carnet::views {

namespace {

using namespace app;

constexpr float aside_width = 376;

const char* role_icon(std::string_view role) {
    if (role == "decision_maker")
        return icon::rosette_discount_check;
    if (role == "technical")
        return icon::tool;
    if (role == "billing")
        return icon::receipt_euro;
    return icon::eye;
}

const Text& role_text(std::string_view role) {
    for (const auto& choice : contact_role_choices)
        if (choice.value == role)
            return choice.label;
    return texts::none;
}

bool matches(const net::SheetContact& contact, std::string_view typed) {
    const std::string key = text::fold(typed);
    const std::string all = text::fold(
        display_name(contact.contact) + " " + contact.contact.email + " " + contact.link.job_title
    );
    if (all.find(key) != std::string::npos)
        return true;
    const std::string digits = text::digits_only(typed);
    return digits.size() >= 3 &&
           (text::digits_only(phone_text(contact.contact.phone)).find(digits) !=
                std::string::npos ||
            text::digits_only(phone_text(contact.contact.mobile)).find(digits) != std::string::npos
           );
}

// CF-33: at least two contacts, and somebody who decides.
void advice_ui(const net::ClientSheet& sheet) {
    bool decider = false;
    for (const auto& contact : sheet.contacts)
        for (const auto& role : contact.link.roles)
            decider = decider || role == "decision_maker";
    const bool enough = sheet.contacts.size() >= 2;
    const bool good = enough && decider;
    ui::icon(
        good ? icon::circle_check : icon::info_circle,
        {.color = good ? ui::Color::ok : ui::Color::text_3}
    );
    ui::text(
        good     ? texts::contacts_enough
        : enough ? texts::contacts_no_decider
                 : texts::contacts_too_few,
        {.color = ui::Color::text_2, .type = ui::Type::small}
    );
}

void add_contact(ClientView& view) {
    view.contact = {};
    view.contact.open = true;
}

void name_cell_ui(const net::SheetContact& contact) {
    const std::string name = display_name(contact.contact);
    ui::avatar(
        name,
        static_cast<std::uint64_t>(contact.contact.id),
        {.size = 32, .hidden_from_mirror = true}
    );
    ui::Rect box = ui::place(ui::fill, 40);
    if (contact.link.job_title.empty())
        box = box.centered(box.w, 20);
    ui::Rect top = box.cut_top(20);
    const float width =
        std::min(top.w - 20, ui::text_width(name, {.weight = ui::Weight::medium}) + 1);
    ui::draw::text(
        top.cut_left(width),
        name,
        contact.link.is_active ? ui::Color::text : ui::Color::text_3,
        {.weight = ui::Weight::medium}
    );
    if (contact.link.is_main) {
        const ui::Rect star = top.cut_left(20);
        ui::draw::icon(star.center(), icon::star_filled, 14, ui::Color::warn);
        ui::a11y::text(texts::contact_main, star);
        ui::tooltip_over(star, texts::contact_main);
    }
    ui::draw::text(box, contact.link.job_title, ui::Color::text_3, {.type = ui::Type::small});
    ui::a11y::text(contact.link.job_title, box);
}

void row_cells_ui(ui::Table& table, const net::SheetContact& contact, Context& context) {
    if (table.cell("contact"))
        name_cell_ui(contact);
    if (table.cell("role")) {
        for (const auto& role : contact.link.roles)
            ui::badge(role_text(role), {.icon = role_icon(role), .outlined = true});
        if (contact.link.roles.empty())
            ui::text("–", {.color = ui::Color::text_off});
    }
    if (table.cell("function")) {
        const Option* option = context.words().option(contact.link.function_id);
        ui::text(
            option ? option->name : std::string("–"),
            {.color = option ? ui::Color::text_2 : ui::Color::text_off, .width = ui::fill}
        );
    }
    if (table.cell("invoices")) {
        if (contact.link.receives_invoices)
            ui::icon(icon::check, {.color = ui::Color::ok, .name = texts::receives_invoices});
        else
            ui::text("–", {.color = ui::Color::text_off});
    }
    if (table.cell("portal")) {
        portal_badge_ui(contact, context);
    }
}

void table_ui(
    ClientView& view,
    const net::ClientSheet& sheet,
    std::int64_t chosen,
    Context& context,
    ui::Rect box
) {
    std::vector<const net::SheetContact*> rows;
    for (const auto& contact : sheet.contacts)
        if (matches(contact, view.contact_search))
            rows.push_back(&contact);
    const ui::TableColumn columns[] = {
        {.id = "contact", .title = texts::column_contact, .width = 190, .grow = 2},
        {.id = "role", .title = texts::column_role, .width = 124, .grow = 1},
        {.id = "function", .title = texts::column_function, .width = 104, .priority = 2},
        {.id = "invoices",
         .title = texts::column_invoices,
         .width = 72,
         .priority = 3,
         .align = ui::Align::center},
        {.id = "portal", .title = texts::column_portal, .width = 188, .priority = 1},
    };
    ui::Table table(
        {.id = "contacts",
         .name = texts::contacts_name,
         .box = box,
         .columns = columns,
         .rows = static_cast<std::int64_t>(rows.size()),
         .row_height = ui::metric::row_two_lines,
         .cursor = &view.contact_cursor}
    );
    std::int64_t open = 0;
    while (table.next()) {
        const auto& contact = *rows[static_cast<std::size_t>(table.row())];
        table.begin_row(
            {.key = contact.link.id,
             .name = display_name(contact.contact),
             .selected = contact.contact.id == chosen}
        );
        row_cells_ui(table, contact, context);
        if (table.row_clicked())
            open = contact.contact.id;
    }
    const bool entered = table.opened() && view.contact_cursor >= 0 &&
                         view.contact_cursor < static_cast<std::int64_t>(rows.size());
    if (entered)
        open = rows[static_cast<std::size_t>(view.contact_cursor)]->contact.id;
    if (open)
        select_contact(view, open == chosen ? 0 : open, context);
}

void toolbar_ui(ClientView& view, const net::ClientSheet& sheet, bool may, ui::Rect bar) {
    const ui::Bar frame(bar, {.padding = 16});
    ui::search_field(
        texts::contacts_search,
        view.contact_search,
        {.field = {.width = bar.w < 480 ? ui::fill : 220, .size = ui::Size::sm},
         .clear_button = true}
    );
    if (bar.w < 480) {
        const ui::IconButtonOptions look{.kind = ui::ButtonKind::secondary, .size = ui::Size::lg};
        if (may && ui::icon_button(icon::plus, texts::contact_add, look))
            add_contact(view);
        return;
    }
    advice_ui(sheet);
    ui::spring();
    if (may && ui::button(texts::contact_add, {.icon = icon::plus}))
        add_contact(view);
}

void list_ui(
    ClientView& view,
    const net::ClientSheet& sheet,
    std::int64_t chosen,
    bool may,
    Context& context,
    ui::Rect box
) {
    const ui::Region region(
        "contacts", box, {.scroll = false, .role = "main", .name = texts::tab_contacts}
    );
    if (sheet.contacts.empty()) {
        const auto event = ui::empty_state(
            box,
            {.title = texts::contacts_none_title,
             .text = texts::contacts_none,
             .action = may ? ui::Label(texts::contact_add) : ui::Label(),
             .action_icon = icon::plus,
             .primary = false}
        );
        if (event == ui::EmptyEvent::action)
            add_contact(view);
        return;
    }
    toolbar_ui(view, sheet, may, box.cut_top(52));
    const float rows = ui::metric::table_header +
                       ui::metric::row_two_lines * static_cast<float>(sheet.contacts.size());
    table_ui(view, sheet, chosen, context, box.cut_top(std::min(rows + 2, box.h)));
    if (box.h > 300 && box.w > 560)
        client_presets_ui(sheet, chosen, context, box);
}

} // namespace

void select_contact(const ClientView& view, std::int64_t contact, Context& context) {
    context.go(ClientRoute{.id = view.id, .tab = SheetTab::contacts, .contact = contact});
}

void client_contacts_ui(
    ClientView& view, const net::ClientSheet& sheet, Context& context, ui::Rect box
) {
    const auto* route = std::get_if<ClientRoute>(&context.route);
    const auto* chosen = route && route->contact ? sheet.contact(route->contact) : nullptr;
    const bool may = may_on(context, Permission::contacts_edit, sheet);
    if (context.pressed(Shortcut::create) && may)
        add_contact(view);
    // On a phone the aside is the screen; its cross leads back to the list.
    const bool alone = chosen && ui::is_phone();
    const ui::Rect aside = alone ? box : chosen ? box.cut_right(aside_width) : ui::Rect{};
    if (!alone)
        list_ui(view, sheet, chosen ? chosen->contact.id : 0, may, context, box);
    if (chosen)
        client_contact_aside_ui(view, sheet, *chosen, context, aside);
    client_contact_removal_ui(view, sheet, context);
}

} // namespace carnet::views
