// The cards beside the timeline: figures, memo (FS-17), addresses (FS-18, FS-19).
#include "shared/core/json.hpp"
#include "shared/core/money.hpp"
#include "shared/core/text.hpp"
#include "shared/texts/app_client.hpp"
#include "shared/texts/app_common.hpp"
#include "web/app/presence.hpp"
#include "web/views/client_view.hpp"

namespace carnet::views {

namespace {

using namespace app;

void figure_ui(
    const Text& caption, std::int64_t cents, const std::string& detail, const Context& context
) {
    const ui::Column column(2);
    ui::caption(caption);
    ui::text(format_money(cents, context.language, MoneyStyle::exact), {.type = ui::Type::subhead});
    if (!detail.empty())
        ui::text(detail, {.color = ui::Color::text_2, .type = ui::Type::small});
}

void save_memo(ClientView& view, Context& context) {
    view.memo_ticket = new_ticket();
    Write write{
        .request = {.method = "PATCH", .path = "/api/clients/" + std::to_string(view.id)},
        .ticket = view.memo_ticket};
    write.request.body = {
        {"fields",
         {{"memo",
           {{"value", text::clean_lines(view.memo_draft)}, {"version", view.memo_version}}}}}};
    write.toast = context.tr(texts::memo_saved);
    write.client_id = view.id;
    write.quiet_errors = true;
    context.send(std::move(write));
}

void follow_memo(ClientView& view, Context& context) {
    if (!view.memo_ticket || !view.memo_ticket->done)
        return;
    if (view.memo_ticket->ok()) {
        view.memo_editing = false;
        context.drafts.keep(memo_draft_key(view), {});
    } else {
        const Json fields{{"memo", {{"value", view.memo_draft}, {"version", view.memo_version}}}};
        const std::string path = "/api/clients/" + std::to_string(view.id);
        if (take_conflict(
                view, *view.memo_ticket->error, EntityOf<Client>::spec, path, fields, context
            ))
            view.memo_editing = false;
        else
            context.send(ShowToast{
                .kind = ToastKind::error,
                .title = context.tr(texts::memo),
                .detail = view.memo_ticket->error->message});
    }
    view.memo_ticket.reset();
}

void memo_editor_ui(ClientView& view, Context& context) {
    context.presence.say_editing("memo");
    const auto event = ui::text_field(
        texts::memo,
        view.memo_draft,
        {.field = {.hide_label = true, .id = "memo", .focus = view.memo_focus},
         .max_length = 2000,
         .lines = 4}
    );
    view.memo_focus = false;
    context.drafts.keep(memo_draft_key(view), view.memo_draft);
    const ui::Row row;
    ui::spring();
    if (ui::button(texts::cancel, {.kind = ui::ButtonKind::ghost}) || event.escaped) {
        view.memo_editing = false;
        context.drafts.keep(memo_draft_key(view), {});
    }
    const bool busy = view.memo_ticket && !view.memo_ticket->done;
    if (ui::button(texts::save, {.busy = busy}) || event.entered || context.pressed(Shortcut::save))
        save_memo(view, context);
}

void begin_memo(ClientView& view, const net::ClientSheet& sheet, Context& context) {
    const std::string kept = context.drafts.load(memo_draft_key(view));
    view.memo_editing = true;
    view.memo_focus = true;
    view.memo_draft = kept.empty() ? sheet.client.memo : kept;
    view.memo_version = sheet.version;
}

std::string one_line(const Address& address) {
    std::string line = address.line1;
    if (!address.line2.empty())
        line += (line.empty() ? "" : ", ") + address.line2;
    std::string city = address.postal_code;
    if (!address.city.empty())
        city += (city.empty() ? "" : " ") + address.city;
    if (!city.empty())
        line += (line.empty() ? "" : ", ") + city;
    return line;
}

std::string access_line(const Address& address, const Context& context) {
    std::vector<std::string> parts;
    if (!address.access_notes.empty())
        parts.push_back(address.access_notes);
    if (!address.access_code.empty())
        parts.push_back(fill(context.tr(texts::address_code), {{"code", address.access_code}}));
    if (!address.floor.empty())
        parts.push_back(fill(context.tr(texts::address_floor), {{"floor", address.floor}}));
    if (!address.site_contact.empty())
        parts.push_back(address.site_contact);
    return text::join(parts, ", ");
}

void set_main(
    const ClientView& view, const Address& address, std::int64_t version, Context& context
) {
    change_field(
        view.id,
        version,
        "/api/addresses/" + std::to_string(address.id),
        "is_main",
        true,
        context.tr(texts::address_saved),
        context
    );
}

void address_ui(
    ClientView& view,
    const net::ClientSheet& sheet,
    const Address& address,
    bool may,
    Context& context
) {
    const ui::Id id(address.id);
    const std::string name =
        address.label.empty() ? context.tr(texts::address_unnamed) : address.label;
    const ui::a11y::Scope item("listitem", name);
    const ui::Column column(4);
    {
        const ui::Row row({.height = 24});
        ui::icon(icon::map_pin);
        ui::text(name, {.weight = ui::Weight::medium});
        if (address.is_main)
            ui::badge(texts::address_main);
        ui::spring();
        if (may && !address.is_main && ui::link(texts::address_set_main, {.type = ui::Type::small}))
            set_main(view, address, sheet.version, context);
        if (may && ui::icon_button(icon::pencil, texts::address_edit, {.size = ui::Size::xs}))
            begin_address(view, sheet, address);
    }
    const std::string line = one_line(address);
    const std::string access = access_line(address, context);
    fade_ui(
        view,
        "address:" + std::to_string(address.id),
        line + access,
        {ui::cursor().x + 20, ui::cursor().y, ui::avail_width() - 20, 20},
        context
    );
    // Under the name, not under its pin.
    const auto under = [](const std::string& words, ui::Type type) {
        if (words.empty())
            return;
        ui::at(ui::cursor().x + 24, ui::cursor().y);
        ui::paragraph(words, {.color = ui::Color::text_2, .type = type});
    };
    under(line, ui::Type::body);
    under(access, ui::Type::small);
}

} // namespace

void client_figures_ui(const net::ClientSheet& sheet, Context& context) {
    ClientFigures figures;
    for (const auto& project : sheet.projects)
        add_project(figures, project.state, project.budget_cents);
    const ui::Card card({.padding_x = 12, .padding_y = 12});
    ui::Columns columns({1, 1}, {.stack_on_phone = false});
    figure_ui(texts::figure_value, figures.value_cents, {}, context);
    columns.next();
    figure_ui(
        texts::figure_running,
        figures.running_value_cents,
        context.plural(texts::figure_projects, figures.active_projects),
        context
    );
}

std::string memo_draft_key(const ClientView& view) {
    return "memo:" + std::to_string(view.id);
}

void client_memo_ui(ClientView& view, const net::ClientSheet& sheet, Context& context) {
    const bool may = may_on(context, Permission::clients_edit, sheet);
    follow_memo(view, context);
    if (view.memo_focus && !view.memo_editing && may)
        begin_memo(view, sheet, context);
    const ui::Id id("memo-card");
    const ui::a11y::Scope region("region", texts::memo);
    const ui::Card card(
        {.padding_x = 12,
         .padding_y = 12,
         .fill = ui::Color::warn_soft,
         .line = ui::Color::warn_line}
    );
    {
        const ui::Row row({.height = 24});
        ui::icon(icon::pin, {.color = ui::Color::warn_text});
        ui::heading(
            texts::memo, {.level = 2, .type = ui::Type::body, .color = ui::Color::warn_text}
        );
        ui::spring();
        if (may && !view.memo_editing &&
            ui::icon_button(
                icon::pencil, texts::memo_edit, {.size = ui::Size::xs, .shortcut = "m"}
            ))
            begin_memo(view, sheet, context);
    }
    if (view.memo_editing)
        return memo_editor_ui(view, context);
    if (sheet.client.memo.empty())
        ui::paragraph(texts::memo_empty, {.color = ui::Color::warn_text, .type = ui::Type::small});
    else
        ui::paragraph(sheet.client.memo);
}

void client_addresses_ui(ClientView& view, const net::ClientSheet& sheet, Context& context) {
    const bool may = may_on(context, Permission::clients_edit, sheet);
    const ui::Id id("addresses");
    const ui::a11y::Scope region("region", texts::addresses);
    const ui::Card card({.padding_x = 12, .padding_y = 8});
    const std::string count = std::to_string(sheet.addresses.size());
    ui::begin_card_header(texts::addresses, count);
    if (may && ui::icon_button(icon::plus, texts::address_add, {.size = ui::Size::xs})) {
        Address address;
        address.is_main = sheet.addresses.empty();
        begin_address(view, sheet, address);
    }
    ui::end_card_header();
    if (sheet.addresses.empty())
        ui::text(texts::address_none, {.color = ui::Color::text_3});
    {
        const ui::a11y::Scope list("list", texts::addresses);
        bool first = true;
        for (const auto& address : sheet.addresses) {
            if (!first)
                ui::separator(4);
            first = false;
            address_ui(view, sheet, address, may, context);
        }
    }
    client_address_form_ui(view, may, context);
}

} // namespace carnet::views
