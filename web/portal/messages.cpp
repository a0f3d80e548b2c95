// Messages between the contact and the team: everything, or what is said about one project. What is
// on screen is read.
#include "shared/core/json.hpp"
#include "shared/texts/portal.hpp"
#include "web/portal/portal.hpp"

#include <algorithm>

namespace carnet::portal {

namespace tx = texts::portal;

namespace {

// Tells the server up to where the contact has read, once for each new message.
void report_read(Portal& portal, const std::string& list, const MessagePage& page) {
    std::int64_t latest = 0;
    for (const Message& message : page.items)
        if (message.unread)
            latest = std::max(latest, message.id);
    std::int64_t& reported = portal.read_up_to[list];
    if (latest <= reported || portal.me().preview)
        return;
    reported = latest;
    Json body{{"up_to", latest}};
    if (portal.route().id)
        body["project_id"] = portal.route().id;
    portal.send("POST", portal.client_path("messages/read"), std::move(body), nullptr);
}

void conversation_ui(Portal& portal, std::int64_t project, const std::string& name, int unread) {
    const ui::Id id(project + 1);
    const bool current = portal.route().id == project;
    const ui::Rect box = ui::place(ui::avail_width(), ui::coarse() ? 48.0f : 40.0f);
    if (current)
        ui::draw::fill(box, ui::Color::hover, ui::metric::radius_control);
    const Route to{Screen::messages, project, portal.route().client};
    const auto press = ui::pressable(
        "conversation",
        name,
        box,
        {.role = "link",
         .mirror_flags = current ? std::uint32_t{platform::mirror_current} : 0u,
         .href = portal.href(Screen::messages, project)}
    );
    ui::Rect inside = box.inset(12, 0);
    if (unread) {
        const float width = unread > 9 ? 24 : 18;
        ui::Rect pill = inside.cut_right(width).centered(width, 18);
        count_badge_ui(pill, unread, false);
        ui::a11y::text(plural(tx::unread_messages, unread, portal.language()), pill);
        inside.cut_right(8);
    }
    ui::draw::text(
        inside,
        name,
        current ? ui::Color::text : ui::Color::text_2,
        {.weight = current ? ui::Weight::semibold : ui::Weight::medium}
    );
    if (press.clicked)
        portal.go(to);
}

void conversations_ui(Portal& portal, const MessagePage& page) {
    const ui::a11y::Scope scope("navigation", tx::conversations);
    const ui::Card card({.padding_x = 8, .padding_y = 8});
    const ui::Column column(2);
    const Place* place = portal.place();
    conversation_ui(portal, 0, portal.tr(tx::all_messages), place ? place->unread : 0);
    for (const Conversation& one : page.conversations)
        conversation_ui(portal, one.project_id, one.name, one.unread);
}

void messages_column_ui(Portal& portal, const MessagePage& page) {
    std::string topic;
    for (const Conversation& one : page.conversations)
        if (one.project_id == portal.route().id)
            topic = one.name;
    if (const Place* place = portal.place(); place && place->rights.comment) {
        const ui::Card card({.padding_x = ui::is_phone() ? 16.0f : 20.0f});
        const ui::Column rows(4);
        composer_ui(portal, topic);
    }
    const ui::Card card({.padding_x = ui::is_phone() ? 16.0f : 20.0f});
    const ui::Column rows(4);
    // Under one project's heading every message is about it.
    messages_list_ui(
        portal,
        page.items,
        false,
        portal.route().id ? std::vector<Conversation>() : page.conversations
    );
}

} // namespace

void messages_ui(Portal& portal) {
    std::string path = portal.client_path("messages");
    if (portal.route().id)
        path += "?project=" + std::to_string(portal.route().id);
    const auto& page = portal.get<MessagePage>(path);
    ui::heading(tx::messages, {.level = 1, .type = ui::Type::title});
    if (page.error && !page.value)
        return no_content_ui(portal, *page.error);
    if (!page.value) {
        if (ui::waited_long(page.asked_at_ms))
            ui::loading();
        return;
    }
    if (!page.loading)
        report_read(portal, path, *page.value);
    if (page.value->conversations.empty())
        return messages_column_ui(portal, *page.value);
    if (ui::avail_width() < 800) {
        conversations_ui(portal, *page.value);
        return messages_column_ui(portal, *page.value);
    }
    ui::Columns columns({264, 832}, {.gap = 24});
    conversations_ui(portal, *page.value);
    columns.next();
    const ui::Column column(20);
    messages_column_ui(portal, *page.value);
}

} // namespace carnet::portal
