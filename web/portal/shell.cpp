// What surrounds every screen: the bar with the places, the company, the person; on a phone the bar
// below. Under it the screen of the route.
#include "shared/texts/app_net.hpp"
#include "shared/texts/portal.hpp"
#include "web/portal/portal.hpp"

namespace carnet::portal {

namespace tx = texts::portal;

namespace {

constexpr float bar_height = 56, page_width = 1120;

struct Entry {
    Screen screen;
    const char* icon;
    Text label;
};

std::vector<Entry> entries_of(const Rights& rights) {
    std::vector<Entry> entries{{Screen::home, icon::home, tx::home}};
    if (rights.projects)
        entries.push_back({Screen::projects, icon::briefcase, tx::projects});
    if (rights.documents)
        entries.push_back({Screen::documents, icon::folder, tx::documents});
    if (rights.projects)
        entries.push_back({Screen::messages, icon::messages, tx::messages});
    return entries;
}

bool is_current(const Route& route, Screen screen) {
    return route.screen == screen ||
           (screen == Screen::projects && route.screen == Screen::project);
}

void place_menu_ui(Portal& portal) {
    const Place* open = portal.place();
    if (!open || portal.me().places.size() < 2)
        return;
    if (ui::button(
            open->name,
            {.size = ui::Size::md,
             .icon = icon::building,
             .icon_after = icon::selector,
             .tooltip = tx::choose_client,
             .id = "place",
             .has_popup = true}
        ))
        ui::open_menu("places");
    if (ui::Menu menu{"places", {.width = 240, .align_right = true, .name = tx::choose_client}}) {
        for (const Place& place : portal.me().places)
            if (menu.item(place.name, {.checked = place.id == open->id, .checkable = true}))
                portal.go({Screen::home, 0, place.id});
    }
}

void person_ui(Portal& portal) {
    const Me& me = portal.me();
    const std::string name = fill(portal.tr(tx::account_of), {{"name", me.name}});
    const ui::Rect box = ui::place(36, 36);
    const auto press = ui::pressable("me", name, box, {.radius = 18, .hover_fill = false});
    ui::draw::avatar(
        box.centered(32, 32),
        me.name,
        static_cast<std::uint64_t>(std::hash<std::string>{}(me.name) | 1u), // As beside messages.
        false
    );
    if (press.clicked)
        ui::open_menu("me-menu");
    if (ui::Menu menu{
            "me-menu", {.width = 232, .align_right = true, .name = name, .anchor = box}}) {
        if (menu.item(tx::account, {.icon = icon::user}))
            portal.go(Screen::account);
        if (menu.item(tx::sign_out, {.icon = icon::lock}))
            portal.sign_out();
    }
}

int unread_here(const Portal& portal) {
    const Place* place = portal.place();
    return place ? place->unread : 0;
}

void unread_ui(const Portal& portal, ui::Rect box, int count, bool urgent) {
    count_badge_ui(box, count, urgent);
    ui::a11y::text(plural(tx::unread_messages, count, portal.language()), box);
}

void tab_ui(Portal& portal, const Entry& entry) {
    const std::string label = portal.tr(entry.label);
    const bool current = is_current(portal.route(), entry.screen);
    const float width =
        ui::text_width(label, {.type = ui::Type::body, .weight = ui::Weight::medium});
    const int count = entry.screen == Screen::messages ? unread_here(portal) : 0;
    const float pill = count > 99 ? 30 : count > 9 ? 24 : 18;
    ui::Rect box = ui::place(width + 18 + 8 + 24 + (count ? pill + 8 : 0), 36);
    if (current)
        ui::draw::fill(box, ui::Color::hover, ui::metric::radius_control);
    const auto press = ui::pressable(
        entry.label.fr,
        label,
        box,
        {.role = "link",
         .mirror_flags = current ? std::uint32_t{platform::mirror_current} : 0u,
         .href = portal.href(entry.screen)}
    );
    const ui::Color ink = current ? ui::Color::text : ui::Color::text_2;
    ui::draw::icon({box.x + 21, box.center().y}, entry.icon, 18, ink);
    ui::draw::text(
        {box.x + 38, box.y, width + 1, box.h}, label, ink, {.weight = ui::Weight::medium}
    );
    if (count)
        unread_ui(portal, {box.x + 38 + width + 8, box.center().y - 9, pill, 18}, count, false);
    if (press.clicked)
        portal.go(entry.screen);
}

void top_bar_ui(Portal& portal, ui::Rect bar, const std::vector<Entry>& entries) {
    const bool phone = ui::is_phone();
    const ui::Region region(
        "bar",
        bar,
        {.fill = ui::Color::surface, .scroll = false, .role = "navigation", .name = tx::navigation}
    );
    ui::draw::line_on(bar, ui::side_bottom, ui::Color::line_2);
    const ui::Row row({.height = bar.h, .gap = 4, .padding = phone ? 16.0f : 24.0f});
    const ui::Rect mark = ui::place(28, 28);
    ui::draw::avatar(mark, portal.me().workspace, 1, true);
    ui::space(4);
    ui::text(
        portal.me().workspace,
        {.type = ui::Type::subhead,
         .weight = ui::Weight::semibold,
         .width = phone ? bar.w - 248 : 0.0f}
    );
    if (!phone) {
        ui::space(20);
        for (const Entry& entry : entries)
            tab_ui(portal, entry);
    }
    ui::spring();
    place_menu_ui(portal);
    bell_ui(portal);
    person_ui(portal);
}

void phone_bar_ui(Portal& portal, ui::Rect bar, std::vector<Entry> entries) {
    const ui::Region region(
        "tabs",
        bar,
        {.fill = ui::Color::surface, .scroll = false, .role = "navigation", .name = tx::navigation}
    );
    ui::draw::line_on(bar, ui::side_top, ui::Color::line_2);
    entries.push_back({Screen::account, icon::dots, tx::more});
    const float width = bar.w / static_cast<float>(entries.size());
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const Entry& entry = entries[i];
        const ui::Rect box{bar.x + width * static_cast<float>(i), bar.y, width, 56};
        const bool current = is_current(portal.route(), entry.screen);
        const auto press = ui::pressable(
            entry.label.fr,
            entry.label,
            box,
            {.role = "link",
             .mirror_flags = current ? std::uint32_t{platform::mirror_current} : 0u,
             .href = portal.href(entry.screen),
             .hover_fill = false}
        );
        const ui::Color ink = current ? ui::Color::accent_text : ui::Color::text_2;
        ui::draw::icon({box.center().x, box.y + 20}, entry.icon, 24, ink);
        ui::draw::text(
            {box.x, box.y + 34, box.w, 16},
            portal.tr(entry.label),
            ink,
            {.type = ui::Type::micro, .align = ui::Align::center}
        );
        if (const int count = entry.screen == Screen::messages ? unread_here(portal) : 0)
            unread_ui(
                portal, {box.center().x + 4, box.y + 4, count > 9 ? 22.0f : 16.0f, 16}, count, true
            );
        if (press.clicked)
            portal.go(entry.screen);
    }
}

void preview_banner_ui(Portal& portal, ui::Rect& area) {
    if (!portal.me().preview)
        return;
    const std::string words = fill(portal.tr(tx::preview_banner), {{"name", portal.me().name}});
    // On a phone the sentence takes the lines it needs.
    const bool phone = ui::is_phone();
    const float padding = phone ? 16 : 24, width = 84, height = ui::coarse() ? 36 : 28;
    const ui::TextStyle style{phone ? ui::Type::small : ui::Type::body, ui::Weight::medium};
    const float tall = ui::wrapped_height(words, area.w - 2 * padding - width - 36, style);
    const ui::Rect bar = area.cut_top(std::max(40.0f, tall + 12));
    ui::draw::fill(bar, ui::Color::share_soft);
    ui::draw::line_on(bar, ui::side_bottom, ui::Color::share_line);
    ui::Rect inside = bar.inset(padding, 0);
    const ui::Rect leave = inside.cut_right(width).centered(width, height);
    inside.cut_right(8);
    ui::at(leave.x, leave.y);
    if (ui::button(tx::preview_leave, {.kind = ui::ButtonKind::portal, .width = width}) ||
        (!ui::any_layer_open() && ui::escape_pressed()))
        portal.leave_preview();
    ui::draw::icon(inside.cut_left(20).center(), icon::eye, 16, ui::Color::share_text);
    inside.cut_left(8);
    inside.y += (bar.h - tall) / 2;
    ui::draw::text_wrapped(inside, words, ui::Color::share_text, style);
    ui::a11y::text(words, bar);
}

void nothing_here_ui(Portal& portal) {
    const auto event =
        ui::empty_state({.title = tx::not_here, .text = tx::not_here_text, .action = tx::back_home}
        );
    if (event == ui::EmptyEvent::action)
        portal.go(Screen::home);
}

// A place whose right the contact has not is no place.
bool is_open(Screen screen, const Rights& rights) {
    switch (screen) {
    case Screen::projects:
    case Screen::project:
    case Screen::messages:
        return rights.projects;
    case Screen::documents:
        return rights.documents;
    case Screen::unknown:
        return false;
    default:
        return true;
    }
}

void screen_ui(Portal& portal, bool wide) {
    const Place* place = portal.place();
    if (!is_open(portal.route().screen, place ? place->rights : Rights{}))
        return nothing_here_ui(portal);
    switch (portal.route().screen) {
    case Screen::projects:
        return projects_ui(portal);
    case Screen::project:
        return project_ui(portal);
    case Screen::documents:
        return documents_ui(portal);
    case Screen::messages:
        return messages_ui(portal);
    case Screen::account:
        return account_ui(portal);
    default:
        return home_ui(portal, wide);
    }
}

} // namespace

void shell_ui(Portal& portal) {
    ui::Rect screen = ui::viewport();
    ui::draw::fill(screen, ui::Color::app);
    const Place* place = portal.place();
    const auto entries = entries_of(place ? place->rights : Rights{});
    top_bar_ui(portal, screen.cut_top(bar_height), entries);
    if (ui::is_phone())
        phone_bar_ui(portal, screen.cut_bottom(ui::metric::phone_tab_bar), entries);
    ui::set_toast_bottom(ui::is_phone() ? ui::metric::phone_tab_bar : 0);
    preview_banner_ui(portal, screen);
    const bool wide = screen.w >= 960;
    // The scrollbar takes its room from the margin: the page stands where it stands without one.
    constexpr float scrollbar = 12;
    float margin = ui::is_phone() ? 16 : std::max(24.0f, (screen.w - page_width) / 2);
    if (portal.scrolls) {
        screen.cut_left(scrollbar);
        margin -= scrollbar;
    }
    const std::string id = "page:" + to_path(portal.route());
    const ui::Region region(
        id.c_str(),
        screen,
        {.padding_x = margin,
         .padding_y = ui::is_phone() ? 16.0f : 24.0f,
         .role = "main",
         .name = portal.me().workspace}
    );
    portal.scrolls = ui::avail_width() < screen.w - 2 * margin - 1;
    const ui::Column column(ui::is_phone() ? 16 : 20);
    screen_ui(portal, wide);
    ui::space(ui::is_phone() ? 24 : 40);
    answer_dialog_ui(portal);
}

void no_content_ui(Portal& portal, const Error& error) {
    const bool absent = error.code == ErrorCode::not_found;
    const auto event = ui::empty_state(
        {.title = absent ? ui::Label(tx::not_here) : ui::Label(error.message),
         .text = absent ? ui::Label(tx::not_here_text) : ui::Label(),
         .action = absent ? ui::Label(tx::back_home) : ui::Label(texts::retry)}
    );
    if (event != ui::EmptyEvent::action)
        return;
    if (absent)
        portal.go(Screen::home);
    else
        portal.refresh();
}

} // namespace carnet::portal
