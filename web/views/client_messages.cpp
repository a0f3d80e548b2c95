// The tab Messages (CF-25): the team among itself, and with the client's contacts. What the client
// reads is violet, with a globe and in words; everything starts internal.
#include "shared/core/text.hpp"
#include "shared/domain/portal_rights.hpp"
#include "shared/texts/app_common.hpp"
#include "shared/texts/app_portal.hpp"
#include "web/views/client_view.hpp"
#include "web/views/paged_list.hpp"
#include "web/views/readers_view.hpp"

#include <optional>

namespace carnet::views {

namespace {

using namespace app;

void who_reads_ui(std::int64_t client_id, const net::MessageItem& item, Context& context) {
    if (item.shared)
        ui::badge(texts::message_shared, {.tone = ui::Tone::share, .icon = icon::world});
    else
        ui::badge(texts::message_internal, {.icon = icon::lock, .outlined = true});
    readers_button({client_id, "message", item.id}, item.by, context);
}

void item_ui(std::int64_t client_id, const net::MessageItem& item, Context& context) {
    const ui::Id id(item.id);
    const ui::a11y::Scope entry("listitem", item.by);
    const ui::Card card(
        {.padding_x = 14,
         .padding_y = 10,
         .fill = item.shared ? ui::Color::share_soft : ui::Color::surface,
         .line = item.shared ? ui::Color::share_line : ui::Color::line_2}
    );
    {
        const ui::Row row({.height = 24});
        ui::avatar(
            item.by,
            static_cast<std::uint64_t>(item.author),
            {.size = 24, .hidden_from_mirror = true}
        );
        ui::text(item.by, {.weight = ui::Weight::medium});
        ui::text(when(item.at, context), {.color = ui::Color::text_3, .type = ui::Type::small});
        ui::spring();
        if (!ui::is_phone())
            who_reads_ui(client_id, item, context);
    }
    ui::paragraph(item.body);
    if (ui::is_phone()) {
        const ui::Row row({.height = 28});
        who_reads_ui(client_id, item, context);
    }
}

// Who will read a shared message: the contacts who see projects.
std::string readers(const net::ClientSheet& sheet) {
    std::string names;
    for (const auto& contact : sheet.contacts)
        if (portal_rights(contact.link).projects)
            names += (names.empty() ? "" : ", ") + display_name(contact.contact);
    return names;
}

void submit(ClientView& view, Context& context) {
    MessageDraft& draft = view.message;
    if (!text::readable(draft.body))
        return;
    draft.ticket = new_ticket();
    Write write{
        .request =
            {.path = "/api/clients/" + std::to_string(view.id) + "/messages",
             .body = {{"body", draft.body}, {"visibility", draft.shared ? "shared" : "internal"}}},
        .ticket = draft.ticket};
    write.toast = context.tr(draft.shared ? texts::message_done_shared : texts::message_done);
    write.client_id = view.id;
    write.quiet_errors = true;
    context.send(std::move(write));
}

void follow(MessageDraft& draft) {
    if (!draft.ticket || (!draft.ticket->done && !draft.ticket->waiting))
        return;
    if (draft.ticket->done && !draft.ticket->ok()) {
        const Error& error = *draft.ticket->error;
        draft.error = error.first_message();
        draft.ticket.reset();
        return;
    }
    // The next one starts internal again.
    draft = {};
}

void composer_ui(ClientView& view, const net::ClientSheet& sheet, Context& context) {
    MessageDraft& draft = view.message;
    follow(draft);
    const ui::Id id("message");
    const ui::Card card(
        {.padding_x = 8,
         .padding_y = 8,
         .fill = draft.shared ? ui::Color::share_soft : ui::Color::surface,
         .line = draft.shared ? ui::Color::share_line : ui::Color::line_2,
         .elevation = ui::Elevation::button}
    );
    const auto event = ui::text_field(
        texts::message_write,
        draft.body,
        {.field = {.error = draft.error, .hide_label = true, .id = "body"},
         .placeholder = texts::message_write,
         .max_length = 10000,
         .lines = 2,
         .plain = true}
    );
    if (event.changed)
        draft.error.clear();
    context.unsaved = context.unsaved || !draft.body.empty();
    const std::string names = readers(sheet);
    const bool narrow = draft.shared && ui::avail_width() < 560;
    const ui::Row row({.gap = 8, .wrap = narrow});
    ui::toggle(
        texts::message_share,
        draft.shared,
        {.portal = true,
         .disabled = names.empty() && !draft.shared,
         .disabled_reason = texts::message_no_readers}
    );
    if (draft.shared)
        ui::text(
            fill(context.tr(texts::message_readers), {{"list", names}}),
            {.color = ui::Color::text_2, .type = ui::Type::small}
        );
    if (!narrow)
        ui::spring();
    const bool busy = draft.ticket && !draft.ticket->done;
    const bool clicked = ui::button(
        draft.shared ? texts::message_send_shared : texts::message_send,
        {.kind = draft.shared ? ui::ButtonKind::portal : ui::ButtonKind::primary,
         .icon = draft.shared ? icon::world : icon::lock,
         .busy = busy,
         .disabled = draft.body.empty(),
         .id = "send"}
    );
    const bool entered = event.entered || (event.focused && context.pressed(Shortcut::submit));
    if ((clicked || entered) && !busy)
        submit(view, context);
}

} // namespace

void client_messages_ui(
    ClientView& view, const net::ClientSheet& sheet, Context& context, ui::Rect box
) {
    const ui::Region region(
        "messages",
        box,
        {.padding_x = ui::is_phone() ? 16.0f : 20.0f,
         .padding_y = 16,
         .role = "main",
         .name = texts::messages_name}
    );
    const ui::Width width(std::min(ui::avail_width(), 760.0f));
    if (may_on(context, Permission::messages_write, sheet))
        composer_ui(view, sheet, context);
    std::optional<ui::a11y::Scope> list(std::in_place, "list", texts::messages_name);
    std::string next;
    bool any = false;
    for (const auto& cursor : all_pages(view.message.cursors)) {
        const auto& page = context.api.messages(view.id, cursor);
        if (!page.value) {
            list.reset();
            if (missing_ui(page, texts::messages_name))
                context.api.touched(view.id);
            return;
        }
        // Latest first, under the field it was written in.
        for (auto item = page.value->items.rbegin(); item != page.value->items.rend(); ++item)
            item_ui(view.id, *item, context);
        any = any || !page.value->items.empty();
        next = page.value->next;
    }
    list.reset();
    if (!any) {
        ui::space(32);
        ui::empty_state(
            {.title = texts::messages_empty_title, .text = texts::messages_empty, .primary = false}
        );
    }
    if (!next.empty() && ui::button(texts::message_older, {.kind = ui::ButtonKind::ghost}))
        view.message.cursors.push_back(next);
}

} // namespace carnet::views
