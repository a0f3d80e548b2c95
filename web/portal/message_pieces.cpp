// Messages as several screens show them: the list, the composer, the number of what is unread.
#include "shared/core/format.hpp"
#include "shared/core/json.hpp"
#include "shared/core/text.hpp"
#include "shared/texts/portal.hpp"
#include "web/portal/portal.hpp"

#include <algorithm>

namespace carnet::portal {

namespace tx = texts::portal;

void count_badge_ui(ui::Rect box, int count, bool urgent) {
    const std::string words = count > 99 ? "99+" : std::to_string(count);
    ui::draw::fill(box, urgent ? ui::Color::bad : ui::Color::accent, box.h / 2);
    ui::draw::text(
        box,
        words,
        ui::Color::on_accent,
        {.type = ui::Type::micro, .weight = ui::Weight::semibold, .align = ui::Align::center}
    );
}

namespace {

// "À propos de Refonte réseau": only where several conversations are on one page.
std::string topic_of(
    const Portal& portal, const Message& message, const std::vector<Conversation>& conversations
) {
    for (const Conversation& one : conversations)
        if (message.project_id && one.project_id == message.project_id)
            return fill(portal.tr(tx::about_project), {{"name", one.name}});
    return {};
}

} // namespace

void messages_list_ui(
    Portal& portal,
    const std::vector<Message>& items,
    bool brief,
    const std::vector<Conversation>& conversations
) {
    if (items.empty()) {
        ui::paragraph(tx::no_messages, {.color = ui::Color::text_3});
        ui::space(8);
        return;
    }
    const std::size_t most = brief ? 3 : items.size();
    for (std::size_t i = 0; i < std::min(items.size(), most); ++i) {
        const Message& message = items[i];
        const ui::Id id(message.id);
        const std::string who = message.mine ? portal.tr(tx::you) : message.by;
        const std::string when = portal.when(message.at);
        const ui::a11y::Scope item(
            "article", fill(portal.tr(tx::message_from), {{"name", who}, {"when", when}})
        );
        {
            const ui::Row row({.height = 28, .gap = 10});
            ui::avatar(
                message.by,
                static_cast<std::uint64_t>(std::hash<std::string>{}(message.by) | 1u),
                {.size = 28, .hidden_from_mirror = true}
            );
            ui::text(
                who,
                {.weight = ui::Weight::medium, .width = std::max(40.0f, ui::avail_width() - 124)}
            );
            ui::spring();
            ui::caption(when);
            if (message.unread) {
                const ui::Rect dot = ui::place(8, 8);
                ui::draw::circle(dot.center(), 4, ui::color(ui::Color::accent));
                ui::a11y::text(tx::unread_message, dot);
            }
        }
        // Under the name, right of the picture.
        constexpr float indent = 38;
        const float left = ui::cursor().x;
        const auto under = [&] { ui::at(left + indent, ui::cursor().y); };
        under();
        {
            const ui::Width width(ui::avail_width());
            if (const std::string topic = topic_of(portal, message, conversations); !topic.empty())
                ui::paragraph(topic, {.color = ui::Color::text_3, .type = ui::Type::small});
            under();
            ui::paragraph(message.body, {.color = ui::Color::text_2});
        }
        ui::at(left, ui::cursor().y);
        ui::space(8);
    }
}

void composer_ui(Portal& portal, const std::string& topic) {
    const Place* place = portal.place();
    if (!place || !place->rights.comment)
        return;
    MessageForm& form = portal.drafts[place->id];
    const bool busy = form.ticket && !form.ticket->done;
    const bool large = portal.route().screen == Screen::messages;
    ui::TextFieldOptions options{
        .field =
            {.disabled = portal.me().preview,
             .disabled_reason = tx::preview_refused,
             .hide_label = true,
             .id = "message"},
        .placeholder = tx::write_to_team,
        .enter_key = "send",
        .max_length = 5000,
        .lines = large ? 4 : 1};
    const bool empty = !text::readable(form.body);
    const bool disabled = empty || portal.me().preview;
    const ui::Label reason = portal.me().preview ? ui::Label(tx::preview_refused) : ui::Label();
    ui::FieldEvent event;
    bool clicked = false;
    if (large) {
        event = ui::text_field(tx::write_to_team, form.body, options);
        const ui::Row row;
        if (!topic.empty())
            ui::caption(fill(portal.tr(tx::about_project), {{"name", topic}}));
        ui::spring();
        clicked = ui::button(
            tx::send,
            {.kind = ui::ButtonKind::primary,
             .size = ui::Size::md,
             .icon = icon::send,
             .busy = busy,
             .disabled = disabled,
             .disabled_reason = reason}
        );
    } else {
        const ui::Row row;
        options.field.width = std::max(80.0f, ui::avail_width() - (ui::coarse() ? 52.0f : 44.0f));
        event = ui::text_field(tx::write_to_team, form.body, options);
        clicked = ui::icon_button(
            icon::send,
            tx::send,
            {.kind = ui::ButtonKind::secondary,
             .size = ui::Size::md,
             .busy = busy,
             .disabled = disabled,
             .disabled_reason = reason}
        );
    }
    if (!(clicked || event.entered) || empty || busy || portal.me().preview)
        return;
    Json body{{"body", form.body}};
    if (large && portal.route().id)
        body["project_id"] = portal.route().id;
    form.ticket = portal.send(
        "POST",
        portal.client_path("messages"),
        body,
        [&portal, client = place->id](const net::Outcome& outcome) {
            if (outcome.ok()) {
                portal.drafts[client] = {};
                ui::toast({.title = tx::message_sent});
                return;
            }
            ui::toast(
                {.tone = ui::Tone::bad,
                 .title = tx::message_failed,
                 .text = outcome.error->message,
                 .sticky = true}
            );
        }
    );
}

} // namespace carnet::portal
