// The sheet as a whole: regions, keys, tabs, what to show while it loads or when it can't be shown.
#include "web/views/client_view.hpp"

#include "shared/texts/app_client.hpp"
#include "shared/texts/app_common.hpp"
#include "shared/texts/app_documents.hpp"
#include "shared/texts/app_net.hpp"
#include "shared/texts/app_portal.hpp"
#include "web/app/book_store.hpp"
#include "web/app/neighbours.hpp"

namespace carnet::views {

namespace {

using namespace app;

constexpr float identity_width = 288;

struct TabRow {
    SheetTab tab;
    Text label;
};
constexpr TabRow tab_rows[] = {
    {SheetTab::sheet, texts::tab_sheet},
    {SheetTab::activity, texts::tab_activity},
    {SheetTab::contacts, texts::tab_contacts},
    {SheetTab::projects, texts::tab_projects},
    {SheetTab::documents, texts::tab_documents},
    {SheetTab::messages, texts::tab_messages},
    {SheetTab::history, texts::tab_history},
};

std::string count_of(SheetTab tab, const net::ClientSheet& sheet) {
    if (tab == SheetTab::contacts)
        return std::to_string(sheet.contacts.size());
    if (tab == SheetTab::projects)
        return std::to_string(sheet.projects.size());
    if (tab == SheetTab::documents)
        return std::to_string(sheet.document_count);
    return {};
}

// The tab "Fiche" exists where the identity column has no room of its own.
std::vector<TabRow> shown_tabs(const Context& context, const net::ClientSheet& sheet) {
    std::vector<TabRow> rows;
    for (const auto& row : tab_rows) {
        if (row.tab == SheetTab::sheet && ui::breakpoint() == ui::Breakpoint::desktop)
            continue;
        const bool history = row.tab == SheetTab::history;
        if (history && !may_on(context, Permission::history_read, sheet))
            continue;
        if (row.tab == SheetTab::documents && !may_on(context, Permission::documents_read, sheet))
            continue;
        rows.push_back(row);
    }
    return rows;
}

void go_tab(const ClientRoute& route, SheetTab tab, Context& context) {
    context.go(ClientRoute{.id = route.id, .tab = tab_written(tab)});
}

void tabs_ui(
    const ClientRoute& route, const net::ClientSheet& sheet, Context& context, ui::Rect bar
) {
    const auto rows = shown_tabs(context, sheet);
    std::vector<ui::TabItem> items;
    int index = 0;
    for (const auto& row : rows) {
        if (row.tab == tab_shown(route.tab))
            index = static_cast<int>(items.size());
        items.push_back({.label = context.tr(row.label), .count = count_of(row.tab, sheet)});
    }
    ui::draw::line_on(bar, ui::side_bottom, ui::Color::line_1);
    ui::at(bar.x, bar.y);
    const float padding = ui::is_phone() ? 8 : 12;
    if (ui::tabs(
            texts::tabs_name, index, items, {.padding = padding, .width = bar.w, .line = false}
        ))
        go_tab(route, rows[static_cast<std::size_t>(index)].tab, context);
    for (int n = 0; n < 6 && n < static_cast<int>(rows.size()); ++n)
        if (context.pressed(static_cast<Shortcut>(static_cast<int>(Shortcut::tab_1) + n)))
            go_tab(route, rows[static_cast<std::size_t>(n)].tab, context);
}

void sheet_tab_ui(ClientView& view, const net::ClientSheet& sheet, Context& context, ui::Rect box) {
    const ui::Region region(
        "sheet", box, {.padding_x = 16, .padding_y = 16, .role = "region", .name = texts::tab_sheet}
    );
    client_memo_ui(view, sheet, context);
    client_figures_ui(sheet, context);
    client_information_ui(view, sheet, context);
    client_addresses_ui(view, sheet, context);
    client_tasks_ui(view, sheet, context);
}

void tab_ui(
    ClientView& view,
    const ClientRoute& route,
    const net::ClientSheet& sheet,
    Context& context,
    ui::Rect box
) {
    switch (tab_shown(route.tab)) {
    case SheetTab::start:
    case SheetTab::sheet:
        if (ui::breakpoint() != ui::Breakpoint::desktop)
            return sheet_tab_ui(view, sheet, context, box);
        return client_activity_ui(view, sheet, context, box);
    case SheetTab::activity:
        return client_activity_ui(view, sheet, context, box);
    case SheetTab::contacts:
        return client_contacts_ui(view, sheet, context, box);
    case SheetTab::projects:
        return client_projects_ui(view, sheet, context, box);
    case SheetTab::documents:
        return client_documents_ui(view.documents, sheet, route, context, box);
    case SheetTab::messages:
        return client_messages_ui(view, sheet, context, box);
    case SheetTab::history:
        return client_history_ui(view, sheet, context, box);
    }
}

void move_to(std::int64_t id, const ClientRoute& route, Context& context) {
    // The same history entry: "back" leads to the list, not through every client passed on the way.
    if (id)
        context.send(Navigate{.route = ClientRoute{.id = id, .tab = route.tab}, .replace = true});
}

void keys(
    ClientView& view, const ClientRoute& route, const net::ClientSheet& sheet, Context& context
) {
    if (context.pressed(Shortcut::next_client))
        move_to(context.neighbours.next(route.id), route, context);
    if (context.pressed(Shortcut::previous_client))
        move_to(context.neighbours.previous(route.id), route, context);
    if (context.pressed(Shortcut::log) && may_on(context, Permission::activities_log, sheet)) {
        view.composer.focus = true;
        if (tab_shown(route.tab) != SheetTab::activity)
            go_tab(route, SheetTab::activity, context);
    }
    if (!may_on(context, Permission::clients_edit, sheet))
        return;
    if (context.pressed(Shortcut::edit) || route.edit) {
        if (route.edit) {
            ClientRoute begun = route;
            begun.edit = false;
            context.send(Navigate{.route = begun, .replace = true});
        }
        const bool person = sheet.client.kind == ClientKind::person;
        begin_field_edit(view, sheet, person ? "last_name" : "legal_name");
    }
    if (context.pressed(Shortcut::memo)) {
        view.memo_focus = true;
        // The card stands on the first tab.
        if (const SheetTab tab = tab_shown(route.tab);
            tab != SheetTab::activity && tab != SheetTab::sheet)
            go_tab(route, SheetTab::start, context);
    }
}

void banners_ui(const net::ClientSheet& sheet, Context& context, ui::Rect& panel) {
    const bool binned = sheet.client.deleted_at.is_set();
    if (!binned && !sheet.client.archived_at.is_set())
        return;
    ui::at(panel.x + 8, panel.y + 8);
    const auto may = binned ? Permission::clients_delete : Permission::clients_edit;
    const bool allowed = may_on(context, may, sheet);
    const Text& verb = binned ? texts::action_restore : texts::action_unarchive;
    const auto event = ui::note(
        binned ? texts::sheet_binned : texts::sheet_archived,
        {.tone = binned ? ui::Tone::warn : ui::Tone::mute,
         .icon = binned ? icon::trash : icon::archive,
         .action = allowed ? ui::Label(verb) : ui::Label(),
         .width = panel.w - 16,
         .id = "state-note"}
    );
    if (event == ui::NoteEvent::action) {
        const char* action = binned ? "/restore" : "/unarchive";
        Write write{
            .request = {.path = "/api/clients/" + std::to_string(sheet.client.id) + action}};
        const Text& done = binned ? texts::done_restore : texts::done_unarchive;
        write.toast = fill(context.tr(done), {{"name", display_name(sheet.client)}});
        write.client_id = sheet.client.id;
        context.send(std::move(write));
    }
    panel.cut_top(ui::cursor().y - panel.y + 4);
}

void skeleton_ui(const net::Loadable<net::ClientSheet>& sheet, ui::Rect panel) {
    if (!ui::waited_long(sheet.asked_at_ms))
        return;
    const ui::Region region("skeleton", panel.inset(16), {.scroll = false});
    for (const float width : {220.0f, 140.0f, 420.0f, 380.0f, 400.0f, 260.0f}) {
        ui::skeleton({.width = width});
        ui::space(14);
    }
}

void failed_ui(const Error& error, Context& context, std::int64_t id, ui::Rect panel) {
    const bool gone = error.code == ErrorCode::not_found;
    const auto event = ui::empty_state(
        panel,
        {.title = gone ? texts::sheet_gone_title : texts::sheet_failed,
         .text = gone ? ui::Label(texts::sheet_gone) : ui::Label(error.message),
         .action = gone ? texts::clients : texts::retry}
    );
    if (event != ui::EmptyEvent::action)
        return;
    if (gone)
        context.send(GoBack{});
    else
        context.api.cache().invalidate("/api/clients/" + std::to_string(id));
}

void full_ui(
    ClientView& view,
    const ClientRoute& route,
    const net::ClientSheet& sheet,
    Context& context,
    ui::Rect panel
) {
    const bool desktop = ui::breakpoint() == ui::Breakpoint::desktop;
    client_bar_ui(
        view,
        sheet,
        context,
        panel.cut_top(ui::is_phone() ? ui::metric::top_bar_phone : ui::metric::top_bar)
    );
    banners_ui(sheet, context, panel);
    // Documents take the whole width (design 04).
    if (desktop && route.tab == SheetTab::documents) {
    } else if (desktop) {
        client_identity_ui(view, sheet, context, panel.cut_left(identity_width));
    } else {
        const float height = ui::is_phone() ? 148.0f : 108.0f;
        const ui::Region head(
            "head", panel.cut_top(height), {.padding_x = 16, .padding_y = 12, .scroll = false}
        );
        client_identity_head_ui(view, sheet, context);
    }
    tabs_ui(route, sheet, context, panel.cut_top(ui::metric::tabs));
    tab_ui(view, route, sheet, context, panel);
    client_contact_form_ui(view, sheet, context);
    client_invitation_ui(view, sheet, context);
    client_questions_ui(view, sheet, context);
    follow_conflict_answer(view, sheet, conflict_ui(view.conflict, context), context);
}

} // namespace

SheetTab tab_shown(SheetTab tab) {
    if (tab != SheetTab::start)
        return tab;
    return ui::is_phone() ? SheetTab::sheet : SheetTab::activity;
}

SheetTab tab_written(SheetTab tab) {
    return tab == tab_shown(SheetTab::start) ? SheetTab::start : tab;
}

void client_ui(ClientView& view, const ClientRoute& route, Context& context, ui::Rect panel) {
    context.neighbours.update(context.book.book(), context.list.query, context.now_ms);
    const auto& loaded = context.api.client(route.id);
    // What is gone, or hidden from us by now, does not stay on the screen.
    const bool gone = loaded.error && loaded.error->code == ErrorCode::not_found;
    if (!loaded.value || gone) {
        if (loaded.error)
            failed_ui(*loaded.error, context, route.id, panel);
        else
            skeleton_ui(loaded, panel);
        return;
    }
    const net::ClientSheet& sheet = *loaded.value;
    context.title = display_name(sheet.client);
    follow_saves(view, sheet, !loaded.loading, context);
    keys(view, route, sheet, context);
    full_ui(view, route, sheet, context, panel);
    view.seen.filled = true;
}

} // namespace carnet::views
