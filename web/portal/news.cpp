// The bell (pictures 10, 10b): how much waits for the contact, and the list that leads to each.
#include "shared/texts/portal.hpp"
#include "web/portal/portal.hpp"

namespace carnet::portal {

namespace tx = texts::portal;

namespace {

struct Look {
    const char* icon;
    Text title;
    Route to;
};

Look look_of(const Portal& portal, const News& news) {
    const std::int64_t client = portal.route().client;
    if (news.kind == "deliverable")
        return {
            ui::deliverable_state_badge("to_approve").icon,
            tx::news_approve,
            {Screen::project, news.project_id, client}};
    if (news.kind == "file")
        return {icon::file_text, tx::news_file, {Screen::documents, news.folder_id, client}};
    return {icon::message_2, tx::news_message, {Screen::messages, news.project_id, client}};
}

// True when it was followed.
bool news_ui(Portal& portal, const News& news) {
    const ui::Id kind(news.kind);
    const ui::Id id(news.id);
    const Look look = look_of(portal, news);
    const std::string title = fill(portal.tr(look.title), {{"name", news.title}});
    const ui::a11y::Scope item("listitem", title);
    const ui::Rect box = ui::place(ui::avail_width(), 52);
    const auto press =
        ui::pressable("news", title, box, {.role = "link", .href = to_path(look.to)});
    ui::Rect line = box.inset(8, 6);
    ui::draw::icon(line.cut_left(24).center(), look.icon, 18, ui::Color::text_2);
    line.cut_left(8);
    ui::draw::text(line.cut_top(20), title, ui::Color::text, {.weight = ui::Weight::medium});
    const std::string when = portal.when(news.at);
    const float width = ui::text_width(when, {.type = ui::Type::small}) + 1;
    ui::draw::text(line.cut_right(width), when, ui::Color::text_3, {.type = ui::Type::small});
    line.cut_right(8);
    ui::draw::text(line, news.detail, ui::Color::text_3, {.type = ui::Type::small});
    if (press.clicked)
        portal.go(look.to);
    return press.clicked;
}

} // namespace

void bell_ui(Portal& portal) {
    const Place* place = portal.place();
    if (!place || !(place->rights.projects || place->rights.documents))
        return;
    const auto& page = portal.get<NewsPage>(portal.client_path("news"));
    std::vector<const News*> shown;
    int count = page.value ? page.value->count : 0;
    if (page.value)
        for (const News& news : page.value->items) {
            // Opened here a moment ago.
            if (news.version_id && portal.opened.contains(news.version_id))
                --count;
            else
                shown.push_back(&news);
        }
    const std::string name =
        count > 0 ? plural(tx::news_count, count, portal.language()) : portal.tr(tx::news);
    const float size = ui::is_phone() ? ui::metric::touch : 36;
    const ui::Rect box = ui::place(size, size);
    const auto press = ui::pressable(
        "bell", name, box, {.mirror_flags = std::uint32_t{platform::mirror_haspopup}}
    );
    ui::draw::icon(box.center(), icon::bell, ui::is_phone() ? 24.0f : 20.0f, ui::Color::text_2);
    if (count > 0)
        count_badge_ui({box.center().x + 2, box.y + 2, count > 9 ? 22.0f : 16.0f, 16}, count, true);
    if (press.clicked)
        ui::open_popover("news");
    const float width = std::min(360.0f, ui::viewport().w - 32);
    ui::Popover list(
        "news", {.width = width, .align_right = true, .name = tx::news, .anchor = box}
    );
    if (!list)
        return;
    if (shown.empty())
        return ui::paragraph(tx::news_none, {.color = ui::Color::text_2});
    const ui::a11y::Scope scope("list", tx::news);
    const ui::Column column(2);
    for (const News* news : shown)
        if (news_ui(portal, *news))
            list.close();
}

} // namespace carnet::portal
