// The identity column: avatar and name, state and actions, completeness, information, contacts,
// billing, stamps.
#include "shared/core/money.hpp"
#include "shared/texts/app_client.hpp"
#include "shared/texts/app_contacts.hpp"
#include "web/views/client_view.hpp"

namespace carnet::views {

namespace {

using namespace app;

std::string second_line(const Client& client) {
    std::string line = client.trade_name.empty() ? std::string() : client.legal_name;
    if (ui::breakpoint() != ui::Breakpoint::desktop && !client.reference.empty())
        line += (line.empty() ? "" : ", ") + client.reference;
    return line;
}

void phone_tiles_ui(ClientView& view, const net::ClientSheet& sheet, Context& context);

// The phone's head (design 02c): the name stands in the bar above, here what it is and its state.
void phone_name_ui(ClientView& view, const net::ClientSheet& sheet, Context& context) {
    const std::string second = second_line(sheet.client);
    ui::Rect lines;
    {
        const ui::Row row({.height = 48, .gap = 12});
        ui::avatar(
            display_name(sheet.client),
            static_cast<std::uint64_t>(view.id),
            {.size = 48,
             .square = sheet.client.kind == ClientKind::company,
             .hidden_from_mirror = true}
        );
        lines = ui::place(ui::fill, 48);
    }
    const ImVec2 below = ui::cursor();
    ui::draw::text({lines.x, lines.y, lines.w, 20}, second, ui::Color::text_2);
    ui::a11y::text(second, {lines.x, lines.y, lines.w, 20});
    ui::at(lines.x, lines.y + 22);
    {
        const ui::Row under({.height = 26, .width = lines.w, .id = "state-line"});
        client_state_menu_ui(view, sheet, context);
        ui::text(context.words().user_name(sheet.client.owner_id), {.color = ui::Color::text_2});
    }
    ui::at(below.x, below.y);
}

void name_ui(const ClientView& view, const net::ClientSheet& sheet, float avatar) {
    const std::string name = display_name(sheet.client);
    const std::string second = second_line(sheet.client);
    const ui::Row row({.height = avatar, .gap = 12});
    ui::avatar(
        name,
        static_cast<std::uint64_t>(view.id),
        {.size = avatar,
         .square = sheet.client.kind == ClientKind::company,
         .hidden_from_mirror = true}
    );
    ui::Rect lines = ui::place(ui::fill, 40);
    if (second.empty())
        lines.cut_top(9);
    const ui::Rect title = lines.cut_top(22);
    ui::draw::text(title, name, ui::Color::text, {.type = ui::Type::heading});
    ui::a11y::add({.role = "heading", .name = name, .level = 1}, title);
    if (second.empty())
        return;
    const ui::Rect under = lines.cut_top(16);
    ui::draw::text(under, second, ui::Color::text_3, {.type = ui::Type::small});
    ui::a11y::text(second, under);
}

void contact_line_ui(const net::SheetContact& contact, Context& context, std::int64_t client_id) {
    const std::string name = display_name(contact.contact);
    const ui::Id id(contact.link.id);
    ui::Rect box = ui::place(ui::fill, 36);
    const auto press = ui::pressable("contact", name, {box.x - 4, box.y, box.w + 8, box.h}, {});
    ui::draw::avatar(
        box.cut_left(24).centered(24, 24),
        name,
        static_cast<std::uint64_t>(contact.contact.id),
        false
    );
    box.cut_left(8);
    if (contact.link.has_portal) {
        const PortalMark mark = portal_mark(contact, context);
        const ui::Rect spot = box.cut_right(18);
        ui::draw::icon(spot.center(), mark.look.icon, 16, ui::colors_of(mark.look.tone).text);
        ui::a11y::text(mark.label, spot);
        ui::tooltip_over(spot, mark.label);
    }
    if (contact.link.is_main)
        ui::draw::icon(box.cut_right(20).center(), icon::star_filled, 14, ui::Color::warn);
    std::string detail = contact.link.job_title;
    for (const auto& word : contact.link.roles)
        for (const auto& choice : contact_role_choices)
            if (choice.value == word)
                detail += (detail.empty() ? "" : " · ") + std::string(context.tr(choice.label));
    ui::Rect top = box.cut_top(detail.empty() ? 36 : 18);
    ui::draw::text(top, name, contact.link.is_active ? ui::Color::text : ui::Color::text_3);
    ui::draw::text(box.cut_top(14), detail, ui::Color::text_3, {.type = ui::Type::micro});
    if (press.clicked)
        context.go(ClientRoute{
            .id = client_id, .tab = SheetTab::contacts, .contact = contact.contact.id});
}

void contacts_ui(ClientView& view, const net::ClientSheet& sheet, Context& context) {
    bool add = false;
    const bool may = may_on(context, Permission::contacts_edit, sheet);
    const std::string count = std::to_string(sheet.contacts.size());
    const bool open = ui::section(
        texts::section_contacts,
        view.sections[1],
        {.count = count,
         .action_icon = may ? icon::plus : nullptr,
         .action_name = texts::contact_add,
         .action = may ? &add : nullptr}
    );
    if (add) {
        view.contact = {};
        view.contact.open = true;
    }
    if (!open)
        return;
    for (const auto& contact : sheet.contacts)
        contact_line_ui(contact, context, view.id);
}

void information_ui(ClientView& view, const net::ClientSheet& sheet, Context& context) {
    bool edit = false;
    const bool may = may_on(context, Permission::clients_edit, sheet);
    const bool person = sheet.client.kind == ClientKind::person;
    const bool open = ui::section(
        texts::section_information,
        view.sections[0],
        {.action_icon = may ? icon::pencil : nullptr,
         .action_name = texts::action_edit,
         .action = may ? &edit : nullptr}
    );
    if (edit)
        begin_field_edit(view, sheet, person ? "last_name" : "legal_name");
    if (!open)
        return;
    client_field_ui(view, sheet, context, person ? "first_name" : "legal_name");
    client_field_ui(view, sheet, context, person ? "last_name" : "trade_name");
    for (const std::string_view name : {"reference", "number", "owner_id", "email", "phone"})
        client_field_ui(view, sheet, context, name);
    if (!person)
        for (const std::string_view name : {"sector_id", "size_id"})
            client_field_ui(view, sheet, context, name);
    for (const std::string_view name : {"website", "client_since", "tag_ids", "notes"})
        client_field_ui(view, sheet, context, name);
}

void billing_ui(ClientView& view, const net::ClientSheet& sheet, Context& context) {
    if (sheet.client.kind == ClientKind::person)
        return;
    if (!ui::section(texts::section_billing, view.sections[2]))
        return;
    for (const std::string_view name : {"siren", "siret", "vat_number", "naf_code"})
        client_field_ui(view, sheet, context, name);
}

void stamps_ui(const Client& client, Context& context, ui::Rect box) {
    ui::draw::line_on(box, ui::side_top, ui::Color::line_1);
    ui::Rect lines = box.inset(16, 8);
    const auto& words = context.words();
    const std::string date = long_date(local_date(client.created_at), context.language);
    const std::string creator = words.user_name(client.created_by);
    const std::string created = fill(
        context.tr(creator.empty() ? texts::created_stamp_alone : texts::created_stamp),
        {{"date", date}, {"name", creator}}
    );
    const ui::Rect first = lines.cut_top(16);
    ui::draw::text(first, created, ui::Color::text_3, {.type = ui::Type::micro});
    ui::a11y::text(created, first);
    const std::string editor = words.user_name(client.updated_by);
    if (!client.updated_at.is_set() || editor.empty())
        return;
    const std::string updated = fill(
        context.tr(texts::updated_stamp),
        {{"when", on_when(client.updated_at, context)}, {"name", editor}}
    );
    ui::draw::text(lines, updated, ui::Color::text_3, {.type = ui::Type::micro});
    ui::a11y::text(updated, lines);
}

// One of the four big buttons of the phone (design 02c).
bool tile_ui(ui::Rect box, const char* mark, const Text& label, bool primary, bool enabled) {
    const ui::Id id(label.fr);
    if (!primary)
        ui::draw::surface(
            box, ui::Elevation::flat, ui::metric::radius_card, ui::Color::surface, ui::Color::line_3
        );
    else
        ui::draw::fill(box, ui::Color::accent, ui::metric::radius_card);
    const auto press = ui::pressable(
        "tile",
        label,
        box,
        {.disabled = !enabled, .radius = ui::metric::radius_card, .hover_fill = !primary}
    );
    const ui::Color color = primary   ? ui::Color::on_accent
                            : enabled ? ui::Color::text
                                      : ui::Color::text_off;
    ui::draw::icon({box.center().x, box.y + 22}, mark, 20, color);
    ui::draw::text(
        {box.x, box.y + 36, box.w, 16},
        ui::t(label),
        color,
        {.type = ui::Type::small, .weight = ui::Weight::medium, .align = ui::Align::center}
    );
    return press.clicked;
}

void phone_tiles_ui(ClientView& view, const net::ClientSheet& sheet, Context& context) {
    const std::string phone = !sheet.client.phone.empty() || !sheet.main_contact()
                                  ? sheet.client.phone
                                  : sheet.main_contact()->contact.phone;
    const Address* address = sheet.addresses.empty() ? nullptr : &sheet.addresses[0];
    ui::Rect line = ui::place(ui::avail_width(), 60);
    const float width = (line.w - 24) / 4;
    const auto next = [&] {
        const ui::Rect box = line.cut_left(width);
        line.cut_left(8);
        return box;
    };
    if (tile_ui(next(), icon::phone, texts::tile_call, false, !phone.empty()))
        context.send(OpenUrl{"tel:" + phone});
    if (tile_ui(next(), icon::message, texts::tile_text, false, !phone.empty()))
        context.send(OpenUrl{"sms:" + phone});
    if (tile_ui(next(), icon::map_pin, texts::tile_route, false, address != nullptr))
        context.send(OpenUrl{
            "https://www.openstreetmap.org/search?query=" +
            net::url_encode(address->line1 + " " + address->postal_code + " " + address->city)});
    if (!tile_ui(
            next(),
            icon::clipboard_text,
            texts::log_activity,
            true,
            may_on(context, Permission::activities_log, sheet)
        ))
        return;
    view.composer.focus = true;
    context.go(ClientRoute{.id = view.id, .tab = tab_written(SheetTab::activity)});
}

} // namespace

void client_identity_head_ui(ClientView& view, const net::ClientSheet& sheet, Context& context) {
    const bool desktop = ui::breakpoint() == ui::Breakpoint::desktop;
    if (ui::is_phone()) {
        phone_name_ui(view, sheet, context);
        phone_tiles_ui(view, sheet, context);
        return;
    }
    name_ui(view, sheet, 48);
    {
        const ui::Row row({.height = 24});
        client_state_menu_ui(view, sheet, context);
        if (!desktop) {
            const std::string owner = context.words().user_name(sheet.client.owner_id);
            ui::text(owner, {.color = ui::Color::text_2});
        }
        ui::spring();
        if (ui::button(
                texts::actions,
                {.size = ui::Size::xs, .icon_after = icon::chevron_down, .has_popup = true}
            ))
            ui::open_menu("actions");
        client_actions_menu_ui(view, sheet, context, "actions");
    }
    if (!desktop)
        return;
    const std::string figure = format_percent(sheet.completeness, context.language);
    const float width =
        ui::avail_width() -
        ui::text_width(figure, {.type = ui::Type::small, .weight = ui::Weight::medium}) -
        ui::text_width(context.tr(texts::completeness), {.type = ui::Type::small}) - 18;
    const ui::Row row({.height = 16});
    ui::text(texts::completeness, {.color = ui::Color::text_3, .type = ui::Type::small});
    ui::progress(
        static_cast<float>(sheet.completeness) / 100,
        {.width = width, .color = ui::Color::ok, .name = texts::completeness}
    );
    ui::text(figure, {.type = ui::Type::small, .weight = ui::Weight::medium});
}

void client_information_ui(ClientView& view, const net::ClientSheet& sheet, Context& context) {
    const ui::Column column(0);
    information_ui(view, sheet, context);
    contacts_ui(view, sheet, context);
    billing_ui(view, sheet, context);
}

void client_identity_ui(
    ClientView& view, const net::ClientSheet& sheet, Context& context, ui::Rect box
) {
    ui::draw::line_on(box, ui::side_right, ui::Color::line_1);
    stamps_ui(sheet.client, context, box.cut_bottom(48));
    {
        const ui::Region head(
            "identity-head", box.cut_top(134), {.padding_x = 16, .padding_y = 16, .scroll = false}
        );
        client_identity_head_ui(view, sheet, context);
    }
    ui::draw::line_on({box.x, box.y - 1, box.w, 1}, ui::side_bottom, ui::Color::line_1);
    const ui::Region region(
        "identity",
        box,
        {.padding_x = 16, .padding_y = 4, .role = "complementary", .name = texts::identity_name}
    );
    client_information_ui(view, sheet, context);
    ui::space(8);
}

} // namespace carnet::views
