// One contact of a client, beside the list (design 02b): how to reach it, what it is at this
// client, its portal, and the question before it is taken off.
#include "shared/core/text.hpp"
#include "shared/texts/app_common.hpp"
#include "shared/texts/app_contacts.hpp"
#include "web/views/client_view.hpp"

namespace carnet::views {

namespace {

using namespace app;

void reach_ui(
    const char* mark, const std::string& shown, const std::string& href, Context& context
) {
    if (shown.empty())
        return;
    const ui::Id id(href);
    const ui::Row row({.height = 24});
    ui::icon(mark);
    if (ui::link(shown, {.href = href, .color = ui::Color::text, .weight = ui::Weight::regular}))
        context.send(OpenUrl{href});
}

void set_flag(
    const ClientView& view,
    const net::SheetContact& contact,
    const char* field,
    bool on,
    std::string toast,
    Context& context
) {
    const std::string path = contact_link_path(contact.link.id);
    change_field(view.id, contact.version, path, field, on, std::move(toast), context);
}

void aside_head_ui(ClientView& view, const net::SheetContact& contact, bool may, Context& context) {
    const std::string name = display_name(contact.contact);
    const ui::Row row({.height = 40, .gap = 12});
    ui::avatar(
        name,
        static_cast<std::uint64_t>(contact.contact.id),
        {.size = 40, .hidden_from_mirror = true}
    );
    ui::Rect lines = ui::place(ui::fill, 40);
    std::string second = contact.link.job_title;
    if (contact.link.is_main)
        second += (second.empty() ? "" : ", ") + text::to_lower(context.tr(texts::contact_main));
    const ui::Rect title = lines.cut_top(20);
    ui::draw::text(title, name, ui::Color::text, {.type = ui::Type::subhead});
    ui::a11y::add({.role = "heading", .name = name, .level = 2}, title);
    ui::draw::text(lines, second, ui::Color::text_3, {.type = ui::Type::small});
    ui::a11y::text(second, lines);
    if (may && ui::icon_button(icon::pencil, texts::contact_edit)) {
        view.contact = {};
        view.contact.open = true;
        view.contact.link_id = contact.link.id;
        view.contact.contact = view.contact.contact_original = contact.contact;
        view.contact.link = view.contact.link_original = contact.link;
        view.contact.version = contact.version;
    }
    if (ui::icon_button(icon::x, texts::contact_close))
        select_contact(view, 0, context);
}

void ways_ui(const Contact& contact, Context& context) {
    reach_ui(icon::mail, contact.email, "mailto:" + contact.email, context);
    reach_ui(icon::phone, phone_text(contact.phone), "tel:" + contact.phone, context);
    reach_ui(icon::device_mobile, phone_text(contact.mobile), "tel:" + contact.mobile, context);
}

} // namespace

void client_contact_aside_ui(
    ClientView& view,
    const net::ClientSheet& sheet,
    const net::SheetContact& contact,
    Context& context,
    ui::Rect box
) {
    ui::draw::line_on(box, ui::side_left, ui::Color::line_1);
    const ui::Region region(
        "contact",
        box,
        {.padding_x = 16,
         .padding_y = 16,
         .role = "complementary",
         .name = display_name(contact.contact)}
    );
    const bool may = may_on(context, Permission::contacts_edit, sheet);
    aside_head_ui(view, contact, may, context);
    ui::space(4);
    ways_ui(contact.contact, context);
    if (!contact.contact.notes.empty())
        ui::paragraph(contact.contact.notes, {.color = ui::Color::text_2});
    ui::separator(8);
    ui::heading(texts::contact_at_client, {.level = 3});
    bool invoices = contact.link.receives_invoices;
    const auto& spec = EntityOf<ClientContact>::spec;
    if (ui::toggle(
            find_field(spec, "receives_invoices")->label,
            invoices,
            {.disabled = !may, .label_left = true, .width = ui::fill}
        ))
        set_flag(
            view, contact, "receives_invoices", invoices, context.tr(texts::contact_saved), context
        );
    client_portal_ui(view, sheet, contact, context);
    if (!may)
        return;
    ui::space(8);
    if (!contact.link.is_main &&
        ui::button(texts::contact_make_main, {.icon = icon::star, .width = ui::fill}))
        set_flag(
            view,
            contact,
            "is_main",
            true,
            fill(context.tr(texts::contact_main_done), {{"name", display_name(contact.contact)}}),
            context
        );
    if (ui::button(
            texts::contact_remove,
            {.kind = ui::ButtonKind::danger_outline, .icon = icon::user_off, .width = ui::fill}
        )) {
        view.asking_remove_contact = contact.link.id;
        view.asking = true;
    }
}

void client_contact_removal_ui(ClientView& view, const net::ClientSheet& sheet, Context& context) {
    const auto* contact =
        view.asking_remove_contact ? sheet.link(view.asking_remove_contact) : nullptr;
    if (!contact)
        return;
    const std::string name = display_name(contact->contact);
    const auto answer = ui::confirm(
        "remove-contact",
        view.asking,
        {.title = fill(context.tr(texts::contact_remove_title), {{"name", name}}),
         .text = texts::contact_remove_text,
         .verb = texts::contact_remove_verb,
         .icon = icon::user_off,
         .danger = true}
    );
    if (answer == ui::Answer::yes) {
        Write write{.request = {.method = "DELETE", .path = contact_link_path(contact->link.id)}};
        write.toast = fill(context.tr(texts::contact_removed), {{"name", name}});
        write.client_id = view.id;
        context.send(std::move(write));
        select_contact(view, 0, context);
    }
    if (answer != ui::Answer::none || !view.asking)
        view.asking_remove_contact = 0;
}

} // namespace carnet::views
