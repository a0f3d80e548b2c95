// The settings' menu and frame.
#include "web/views/settings_view.hpp"

#include "shared/core/text.hpp"
#include "shared/texts/app_common.hpp"
#include "shared/texts/app_portal.hpp"
#include "shared/texts/app_settings.hpp"

namespace carnet::views {

namespace {

using namespace app;

struct PageRow {
    SettingsPage page;
    Text label;
    const char* icon;
    Text group;
    Permission permission;
};
constexpr PageRow page_rows[] = {
    {SettingsPage::profile,
     texts::settings_profile,
     icon::user,
     texts::settings_me,
     Permission::signed_in},
    {SettingsPage::organisation,
     texts::settings_organisation,
     icon::building,
     texts::settings_workspace,
     Permission::signed_in},
    {SettingsPage::team,
     texts::settings_team,
     icon::users,
     texts::settings_workspace,
     Permission::signed_in},
    {SettingsPage::roles,
     texts::settings_roles,
     icon::shield_lock,
     texts::settings_workspace,
     Permission::signed_in},
    {SettingsPage::words,
     texts::settings_words,
     icon::tags,
     texts::settings_workspace,
     Permission::signed_in},
    {SettingsPage::mails,
     texts::settings_mails,
     icon::mail,
     texts::settings_workspace,
     Permission::settings_edit},
    {SettingsPage::journal,
     texts::settings_journal,
     icon::history,
     texts::settings_data,
     Permission::journal_read},
};

const PageRow& row_of(SettingsPage page) {
    for (const auto& row : page_rows)
        if (row.page == page)
            return row;
    return page_rows[0];
}

void menu_ui(SettingsView& view, SettingsPage current, Context& context, ui::Rect box) {
    ui::draw::side_panel(box, ui::side_left);
    const ui::Region region(
        "menu",
        box,
        {.padding_x = 8, .padding_y = 12, .role = "navigation", .name = texts::settings_menu}
    );
    const ui::Column column(2);
    const Text* group = nullptr;
    for (const auto& row : page_rows) {
        if (!context.may(row.permission))
            continue;
        if (!group || group->fr != row.group.fr) {
            group = &row.group;
            ui::space(8);
            const ui::Row line({.height = 24, .padding = 8});
            ui::caption(row.group);
        }
        const std::string path = to_path(SettingsRoute{row.page});
        if (ui::nav_item(
                row.label, {.icon = row.icon, .current = row.page == current, .href = path}
            ))
            context.go(SettingsRoute{row.page});
    }
    (void)view;
}

void phone_menu_ui(SettingsPage current, Context& context) {
    std::vector<ui::SelectItem> items;
    std::int64_t key = 0;
    for (const auto& row : page_rows) {
        if (!context.may(row.permission))
            continue;
        items.push_back(
            {.key = static_cast<std::int64_t>(row.page) + 1,
             .label = context.tr(row.label),
             .icon = row.icon}
        );
        if (row.page == current)
            key = static_cast<std::int64_t>(row.page) + 1;
    }
    if (ui::select(texts::settings_menu, key, items, {.field = {.hide_label = true}}))
        context.go(SettingsRoute{static_cast<SettingsPage>(key - 1)});
}

void bar_ui(SettingsView& view, const PageRow& page, Context& context, ui::Rect bar) {
    const ui::Bar frame(bar, {.padding = 16});
    const ui::Crumb crumbs[] = {{texts::settings}, {page.label}};
    ui::breadcrumb(crumbs);
    ui::spring();
    if (page.page == SettingsPage::roles)
        settings_roles_bar_ui(view.roles, context);
}

void page_ui(SettingsView& view, SettingsPage page, Context& context) {
    switch (page) {
    case SettingsPage::organisation:
        return settings_organisation_ui(view.organisation, context);
    case SettingsPage::team:
        return settings_team_ui(view.team, context);
    case SettingsPage::words:
        return settings_words_ui(view.words, context);
    case SettingsPage::profile:
        return settings_profile_ui(view.profile, context);
    case SettingsPage::mails:
        return settings_mails_ui(view.mails, context);
    case SettingsPage::journal:
        return settings_journal_ui(view.journal, context);
    case SettingsPage::roles:
        return;
    }
}

} // namespace

void settings_ui(SettingsView& view, const SettingsRoute& route, Context& context, ui::Rect panel) {
    const PageRow& page = row_of(route.page);
    context.title = context.tr(page.label);
    bar_ui(
        view,
        page,
        context,
        panel.cut_top(ui::is_phone() ? ui::metric::top_bar_phone : ui::metric::top_bar)
    );
    if (ui::is_phone()) {
        const ui::Region region(
            "menu", panel.cut_top(60), {.padding_x = 16, .padding_y = 8, .scroll = false}
        );
        phone_menu_ui(route.page, context);
    } else {
        menu_ui(view, route.page, context, panel.cut_left(232));
    }
    if (route.page == SettingsPage::roles)
        return settings_roles_ui(view.roles, context, panel);
    const ui::Region region(
        "page",
        panel,
        {.padding_x = ui::is_phone() ? 16.0f : 24.0f,
         .padding_y = 20,
         .role = "main",
         .name = page.label}
    );
    const ui::Width width(std::min(ui::avail_width(), 880.0f));
    page_ui(view, route.page, context);
    ui::space(24);
}

} // namespace carnet::views
