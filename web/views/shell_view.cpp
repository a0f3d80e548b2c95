// The shell (design.md §4.1): only entries that exist.
#include "web/views/shell_view.hpp"

#include "shared/texts/app_common.hpp"
#include "shared/texts/app_net.hpp"
#include "shared/texts/app_projects.hpp"
#include "shared/texts/app_shell.hpp"
#include "web/ui/ui.hpp"

namespace carnet::views {

namespace {

using namespace app;

bool in_projects(const Route& route) {
    return std::holds_alternative<ProjectListRoute>(route) ||
           std::holds_alternative<ProjectRoute>(route);
}

bool in_clients(const Route& route) {
    return !std::holds_alternative<SettingsRoute>(route) && !in_projects(route) &&
           !std::holds_alternative<UnknownRoute>(route);
}

std::string sync_text(const Context& context) {
    const int pending = context.api.writes().pending();
    if (pending > 0)
        return context.plural(texts::sync_pending, pending);
    if (context.api.writes().offline())
        return context.tr(texts::sync_offline);
    return context.tr(context.live ? texts::synchronised : texts::reconnecting);
}

void theme_items(ui::Menu& menu, Context& context) {
    const struct {
        Theme theme;
        Text label;
    } rows[] = {
        {Theme::system, texts::theme_system},
        {Theme::light, texts::theme_light},
        {Theme::dark, texts::theme_dark}};
    menu.heading(texts::theme);
    for (const auto& row : rows)
        if (menu.item(row.label, {.checked = context.theme == row.theme, .checkable = true}))
            context.send(SetTheme{row.theme});
}

void user_menu_ui(Context& context, const char* id, const ui::PopoverOptions& options) {
    if (ui::Menu menu{id, options}) {
        if (menu.item(texts::my_profile, {.icon = icon::user}))
            context.go(SettingsRoute{SettingsPage::profile});
        menu.separator();
        theme_items(menu, context);
        menu.separator();
        menu.heading(texts::language);
        for (const auto language : {Language::fr, Language::en}) {
            const char* name = language == Language::fr ? "Français" : "English";
            if (menu.item(name, {.checked = context.language == language, .checkable = true}))
                context.send(SetLanguage{language});
        }
        menu.separator();
        if (menu.item(texts::sign_out, {.icon = icon::lock}))
            context.send(SignOut{});
    }
}

void workspace_ui(Context& context, bool open) {
    const ui::Row row({.height = 40, .padding = 8});
    ui::draw::logo(ui::place(24, 24));
    if (!open)
        return;
    ui::text(
        context.session.me.workspace.name, {.weight = ui::Weight::semibold, .width = ui::fill}
    );
    if (ui::icon_button(icon::layout_sidebar_right, texts::rail_close, {.size = ui::Size::xs}))
        context.send(SetRailOpen{false});
}

void search_ui(Context& context, bool open) {
    if (!open) {
        if (ui::nav_item(
                texts::search, {.icon = icon::search, .closed = true, .shortcut = "Ctrl+K"}
            ))
            context.send(OpenPalette{});
        return;
    }
    ui::Rect box = ui::place(ui::avail_width(), 32);
    ui::draw::shadow(box, ui::Elevation::button, ui::metric::radius_control);
    ui::draw::fill(box, ui::Color::surface, ui::metric::radius_control);
    const auto press = ui::pressable("search", texts::search, box, {});
    ui::draw::border(box, ui::Color::line_3, ui::metric::radius_control);
    constexpr std::string_view keys = "Ctrl+K";
    const float width = ui::draw::key_caps_width(keys);
    ui::draw::key_caps({box.right() - 8 - width, box.center().y}, keys);
    box.cut_left(10);
    ui::draw::icon(box.cut_left(16).center(), icon::search, 16, ui::Color::text_3);
    box.cut_left(8);
    ui::draw::text(box, context.tr(texts::search), ui::Color::text_3);
    if (press.clicked)
        context.send(OpenPalette{});
    ui::space(8);
}

void person_ui(Context& context, bool open) {
    const auto& me = context.session.me;
    const std::string sync = sync_text(context);
    const bool synchronised = context.live && context.api.writes().pending() == 0;
    const ui::Rect box = ui::place(ui::avail_width(), 44);
    const auto press = ui::pressable("me", texts::user_menu, box, {});
    ui::a11y::describe_last(sync);
    ui::Rect inside = box.inset(open ? 8 : 0, 0);
    {
        ui::Rect spot = open ? inside.cut_left(28) : inside;
        spot = spot.centered(28, 28);
        ui::draw::avatar(spot, me.name, static_cast<std::uint64_t>(me.actor.user_id), false);
        ui::draw::circle({spot.right() - 3, spot.bottom() - 3}, 5, ui::color(ui::Color::app));
        ui::draw::circle(
            {spot.right() - 3, spot.bottom() - 3},
            4,
            ui::color(synchronised ? ui::Color::ok : ui::Color::mute)
        );
    }
    if (open) {
        inside.cut_left(8);
        ui::Rect dots = inside.cut_right(20);
        ui::draw::icon(dots.center(), icon::dots, 16, ui::Color::text_3);
        ui::Rect top = inside.cut_top(23);
        top.cut_top(5);
        ui::draw::text(top, me.name, ui::Color::text, {.weight = ui::Weight::medium});
        ui::draw::text(inside.cut_top(16), sync, ui::Color::text_3, {.type = ui::Type::micro});
    }
    ui::tooltip_over(box, me.name + "\u00a0: " + sync);
    if (press.clicked)
        ui::open_menu("user");
    user_menu_ui(context, "user", {.width = 232, .anchor = box});
}

void rail_ui(ShellView& view, Context& context, ui::Rect rail, bool open) {
    const ui::Region region(
        "rail",
        rail,
        {.padding_x = 8,
         .padding_y = 8,
         .fill = ui::Color::app,
         .scroll = false,
         .role = "navigation",
         .name = texts::navigation}
    );
    const ui::Rect inside = region.content();
    const ui::Column column(2);
    workspace_ui(context, open);
    ui::space(4);
    search_ui(context, open);
    if (open) {
        const ui::Row row({.height = 24, .padding = 8});
        ui::caption(texts::nav_relation);
    } else {
        ui::separator(6);
    }
    const bool clients = in_clients(context.route);
    if (ui::nav_item(
            texts::clients,
            {.icon = icon::users,
             .current = clients,
             .closed = !open,
             .shortcut = "g c",
             .href = "/clients"}
        ))
        context.send(GoBack{});
    if (ui::nav_item(
            texts::projects::title,
            {.icon = icon::briefcase,
             .current = in_projects(context.route),
             .closed = !open,
             .shortcut = "g j",
             .href = "/projects"}
        ))
        context.go(ProjectListRoute{});
    ui::at(inside.x, inside.bottom() - (open ? 44 + 2 * 34 : 44 + (view.rail_open ? 2 : 3) * 42));
    if (!open && !view.rail_open && std::holds_alternative<ClientListRoute>(context.route) &&
        ui::nav_item(texts::rail_open, {.icon = icon::layout_sidebar_right, .closed = true}))
        context.send(SetRailOpen{true});
    if (ui::nav_item(
            texts::settings,
            {.icon = icon::settings,
             .current = std::holds_alternative<SettingsRoute>(context.route),
             .closed = !open,
             .shortcut = "g s",
             .href = "/settings"}
        ))
        context.go(SettingsRoute{});
    if (ui::nav_item(
            texts::help_and_shortcuts, {.icon = icon::help_circle, .closed = !open, .shortcut = "?"}
        ))
        context.send(OpenShortcuts{});
    person_ui(context, open);
}

struct PhoneTab {
    const char* icon;
    Text label;
    bool current;
};

void phone_tabs_ui(Context& context, ui::Rect bar) {
    const ui::Region region(
        "tabs",
        bar,
        {.fill = ui::Color::surface,
         .scroll = false,
         .role = "navigation",
         .name = texts::navigation}
    );
    ui::draw::line_on(bar, ui::side_top, ui::Color::line_2);
    const bool settings = std::holds_alternative<SettingsRoute>(context.route);
    const PhoneTab tabs[] = {
        {icon::users, texts::clients, in_clients(context.route)},
        {icon::briefcase, texts::projects::title, in_projects(context.route)},
        {icon::search, texts::search, false},
        {icon::settings, texts::settings, settings},
        {icon::dots, texts::more_menu, false},
    };
    constexpr int tab_count = 5;
    const float width = bar.w / tab_count;
    for (int i = 0; i < tab_count; ++i) {
        const auto& tab = tabs[i];
        const ui::Rect box{bar.x + width * static_cast<float>(i), bar.y, width, 52};
        const ui::Id id(i + 1);
        const auto press = ui::pressable("tab", tab.label, box, {.hover_fill = false});
        const ui::Color color = tab.current ? ui::Color::accent_text : ui::Color::text_2;
        ui::draw::icon({box.center().x, box.y + 20}, tab.icon, 24, color);
        ui::draw::text(
            {box.x, box.y + 34, box.w, 16},
            context.tr(tab.label),
            color,
            {.type = ui::Type::micro, .align = ui::Align::center}
        );
        if (!press.clicked)
            continue;
        if (i == 0)
            context.send(GoBack{});
        if (i == 1)
            context.go(ProjectListRoute{});
        if (i == 2)
            context.send(OpenPalette{});
        if (i == 3)
            context.go(SettingsRoute{});
        if (i == 4)
            ui::open_menu("phone-user");
    }
    user_menu_ui(
        context,
        "phone-user",
        {.width = 232, .align_right = true, .anchor = {bar.right() - width, bar.y, width, 1}}
    );
}

// One line at the top of the panel: no network, or a newer version.
void banner_ui(ShellView& view, Context& context, ui::Rect& panel) {
    const auto& writes = context.api.writes();
    const bool offline = writes.offline();
    const bool newer = context.session.newer_build && !view.newer_dismissed;
    if (!offline && !newer)
        return;
    ui::at(panel.x + 8, panel.y + 8);
    const ui::Width width(panel.w - 16);
    if (offline) {
        const std::string words = writes.pending()
                                      ? context.plural(texts::offline_pending, writes.pending())
                                      : std::string(context.tr(texts::offline_plain));
        const auto event = ui::note(
            words,
            {.tone = ui::Tone::mute,
             .icon = icon::cloud_off,
             .action = texts::retry,
             .width = panel.w - 16,
             .alert = true,
             .id = "offline"}
        );
        if (event == ui::NoteEvent::action)
            context.api.writes().resume();
    } else {
        const auto event = ui::note(
            texts::new_version,
            {.tone = ui::Tone::info,
             .action = texts::reload,
             .closable = true,
             .width = panel.w - 16,
             .id = "version"}
        );
        if (event == ui::NoteEvent::action)
            context.send(ReloadPage{});
        if (event == ui::NoteEvent::closed)
            view.newer_dismissed = true;
    }
    panel.cut_top(ui::cursor().y - panel.y + 4);
}

} // namespace

bool rail_is_open(const ShellView& view, const Context& context) {
    return view.rail_open && ui::breakpoint() == ui::Breakpoint::desktop &&
           std::holds_alternative<ClientListRoute>(context.route);
}

ui::Rect shell_ui(ShellView& view, Context& context) {
    ui::Rect screen = ui::viewport();
    if (ui::is_phone()) {
        phone_tabs_ui(context, screen.cut_bottom(ui::metric::phone_tab_bar));
        ui::set_toast_bottom(ui::metric::phone_tab_bar);
        ui::draw::fill(screen, ui::Color::surface);
        banner_ui(view, context, screen);
        return screen;
    }
    const bool open = rail_is_open(view, context);
    rail_ui(
        view, context, screen.cut_left(open ? ui::metric::rail_open : ui::metric::rail_closed), open
    );
    ui::Rect panel = screen;
    panel.cut_top(ui::metric::panel_margin);
    panel.cut_bottom(ui::metric::panel_margin);
    panel.cut_right(ui::metric::panel_margin);
    ui::draw::fill(panel, ui::Color::surface, ui::metric::radius_panel);
    ui::draw::border(panel, ui::Color::line_2, ui::metric::radius_panel);
    ui::set_toast_bottom(ui::metric::footer);
    ui::Rect content = panel.inset(1);
    banner_ui(view, context, content);
    return content;
}

} // namespace carnet::views
