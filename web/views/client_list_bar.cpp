// Top bar and tabs of the list: who is here, import and export, saved views and what can be done
// with them.
#include "shared/core/json.hpp"
#include "shared/core/money.hpp"
#include "shared/core/text.hpp"
#include "shared/texts/app_common.hpp"
#include "shared/texts/app_list.hpp"
#include "web/app/list_memory.hpp"
#include "web/app/presence.hpp"
#include "web/views/client_list_view.hpp"

namespace carnet::views {

namespace {

using namespace app;
namespace tx = texts::list;

void presence_ui(Context& context) {
    const auto& viewers = context.presence.on_list();
    if (viewers.empty())
        return;
    std::vector<ui::Person> people;
    people.reserve(viewers.size());
    for (const auto& viewer : viewers)
        people.push_back(
            {.id = static_cast<std::uint64_t>(viewer.user_id),
             .name = context.words().user_name(viewer.user_id)}
        );
    const std::string words =
        context.plural(tx::people_here, static_cast<long long>(viewers.size()));
    ui::avatar_group(words, people, 3, 20);
    ui::text(words, {.color = ui::Color::text_3, .type = ui::Type::small});
    ui::separator();
}

void export_ui(ClientListView& view, Context& context, const char* id) {
    ui::Menu menu{id, {.align_right = true, .name = tx::list_export}};
    if (!menu)
        return;
    const std::string query = to_query_string(view.route.query);
    const std::string rest = query.empty() ? "" : "&" + query;
    if (menu.item(tx::export_xlsx, {.icon = icon::download}))
        context.send(Download{"/api/export?format=xlsx" + rest});
    if (menu.item(tx::export_csv, {.icon = icon::file_text}))
        context.send(Download{"/api/export?format=csv" + rest});
}

void phone_actions_ui(ClientListView& view, Context& context) {
    if (context.may(Permission::data_export)) {
        if (ui::icon_button(
                icon::download, tx::list_export, {.size = ui::Size::lg, .has_popup = true}
            ))
            ui::open_menu("export");
        export_ui(view, context, "export");
    }
    if (context.may(Permission::clients_create) &&
        ui::icon_button(
            icon::plus, texts::new_client, {.kind = ui::ButtonKind::primary, .size = ui::Size::lg}
        ))
        context.go(NewClientRoute{});
}

const SavedView* saved_view(const Context& context, std::int64_t id) {
    for (const auto& saved : context.words().views)
        if (saved.id == id)
            return &saved;
    return nullptr;
}

BookQuery query_of(const SavedView& saved) {
    const auto query = parse_book_query(saved.query, Language::fr);
    return query ? *query : BookQuery{};
}

std::string count_text(const Context& context, const BookQuery& query) {
    if (!context.book.complete())
        return {};
    Book::Result result;
    context.book.book().find(query, nullptr, context.now_ms, result, {0, 0});
    return format_number(result.totals.count, context.language);
}

void show_view(ClientListView& view, Context& context, const SavedView* saved) {
    const BookQuery query = saved ? query_of(*saved) : BookQuery{};
    view.route.view = saved ? saved->id : 0;
    view.route.query = query;
    view.to_top = true;
    view.cursor = -1;
    view.selection.clear();
    context.send(Navigate{.route = view.route, .replace = true});
}

bool is_changed(const ClientListView& view, const Context& context) {
    const SavedView* saved = saved_view(context, view.route.view);
    return !(view.route.query == (saved ? query_of(*saved) : BookQuery{}));
}

void begin_naming(ClientListView& view, std::int64_t id, std::string name) {
    view.naming = {.open = true, .id = id, .name = std::move(name), .error = {}, .ticket = {}};
}

void update_view(ClientListView& view, Context& context, const SavedView& saved) {
    Write write{.request = {.method = "PATCH", .path = "/api/views/" + std::to_string(saved.id)}};
    write.request.body = {{"fields", {{"query", {{"value", to_query_string(view.route.query)}}}}}};
    write.toast = fill(context.tr(tx::view_saved), {{"name", saved.name}});
    write.words = true;
    context.send(std::move(write));
}

void delete_view(ClientListView& view, Context& context, const SavedView& saved) {
    Write write{.request = {.method = "DELETE", .path = "/api/views/" + std::to_string(saved.id)}};
    write.toast = fill(context.tr(tx::view_deleted), {{"name", saved.name}});
    write.words = true;
    context.send(std::move(write));
    view.route.view = 0;
    context.send(Navigate{.route = view.route, .replace = true});
}

void view_menu_ui(ClientListView& view, Context& context) {
    ui::Menu menu{"view-menu", {.align_right = true, .name = tx::view_options}};
    if (!menu)
        return;
    const SavedView* saved = saved_view(context, view.route.view);
    if (saved && is_changed(view, context)) {
        if (menu.item(
                fill(context.tr(tx::view_update), {{"name", saved->name}}),
                {.icon = icon::device_floppy}
            ))
            update_view(view, context, *saved);
    }
    if (menu.item(tx::view_save_as, {.icon = icon::plus}))
        begin_naming(view, 0, {});
    if (!saved)
        return;
    if (menu.item(tx::view_rename, {.icon = icon::pencil}))
        begin_naming(view, saved->id, saved->name);
    menu.separator();
    if (menu.item(tx::view_delete, {.icon = icon::trash, .destructive = true}))
        delete_view(view, context, *saved);
}

void look_ui(ClientListView& view) {
    const ui::SegmentItem items[] = {
        {ui::t(tx::density_comfortable), icon::list, true},
        {ui::t(tx::density_compact), icon::baseline_density_small, true}};
    int index = view.compact ? 1 : 0;
    if (ui::segmented(tx::density, index, items)) {
        view.compact = index == 1;
        keep_list_settings(view);
    }
    if (ui::button(
            tx::list_columns,
            {.kind = ui::ButtonKind::ghost,
             .size = ui::Size::xs,
             .icon = icon::columns_3,
             .has_popup = true}
        ))
        ui::open_menu("columns");
    list_columns_menu_ui(view);
}

} // namespace

void list_top_bar_ui(ClientListView& view, Context& context, ui::Rect box) {
    const ui::Bar bar(box, {.gap = 8});
    if (!ui::is_phone())
        ui::icon(icon::users, {.size = ui::metric::icon_nav, .color = ui::Color::text_2});
    ui::heading(texts::clients, {.level = 1});
    ui::spring();
    if (ui::is_phone())
        return phone_actions_ui(view, context);
    presence_ui(context);
    if (context.may(Permission::data_import) &&
        ui::button(tx::list_import, {.kind = ui::ButtonKind::ghost, .icon = icon::upload}))
        context.go(ImportRoute{});
    if (context.may(Permission::data_export)) {
        if (ui::button(
                tx::list_export,
                {.kind = ui::ButtonKind::ghost, .icon = icon::download, .has_popup = true}
            ))
            ui::open_menu("export");
        export_ui(view, context, "export");
    }
    if (context.may(Permission::clients_create) &&
        ui::button(
            texts::new_client,
            {.kind = ui::ButtonKind::primary, .icon = icon::plus, .shortcut = "N"}
        ))
        context.go(NewClientRoute{});
}

void list_tabs_ui(ClientListView& view, Context& context, ui::Rect box) {
    ui::draw::line_on(box, ui::side_bottom, ui::Color::line_1);
    const auto& views = context.words().views;
    std::vector<ui::TabItem> items;
    items.push_back({.label = context.tr(tx::view_all), .count = count_text(context, {})});
    int index = 0;
    const bool changed = is_changed(view, context);
    for (const auto& saved : views) {
        if (saved.id == view.route.view)
            index = static_cast<int>(items.size());
        items.push_back(
            {.label = saved.name,
             .count = count_text(context, query_of(saved)),
             .changed = saved.id == view.route.view && changed}
        );
    }
    const bool phone = ui::is_phone();
    float right = phone ? 0.0f : 190.0f;
    if (!phone && (changed || view.route.view))
        right += 150;
    ui::Rect tools = box.cut_right(right);
    ui::at(box);
    if (ui::tabs(tx::list_views, index, items, {.padding = 8, .width = box.w, .line = false}))
        show_view(
            view, context, index == 0 ? nullptr : &views[static_cast<std::size_t>(index - 1)]
        );
    if (phone)
        return;
    ui::at(tools);
    const ui::Row row({.height = tools.h, .gap = 8, .width = tools.w - 16, .id = "list-tools"});
    ui::spring();
    if (changed && !view.route.view) {
        if (ui::button(
                tx::view_save,
                {.kind = ui::ButtonKind::ghost, .size = ui::Size::xs, .icon = icon::device_floppy}
            ))
            begin_naming(view, 0, {});
    } else if (view.route.view) {
        const ui::Label label = changed ? ui::Label(tx::view_save) : ui::Label(tx::view_options);
        if (ui::button(
                label,
                {.kind = ui::ButtonKind::ghost,
                 .size = ui::Size::xs,
                 .icon = changed ? icon::device_floppy : icon::dots,
                 .id = "view-options",
                 .has_popup = true}
            ))
            ui::open_menu("view-menu");
        view_menu_ui(view, context);
    }
    look_ui(view);
}

void list_naming_ui(ClientListView& view, Context& context) {
    ViewNaming& naming = view.naming;
    if (naming.ticket && naming.ticket->done) {
        if (naming.ticket->error)
            naming.error = naming.ticket->error->message;
        else {
            naming.open = false;
            const std::int64_t id =
                naming.ticket->answer ? json_int(json_at(*naming.ticket->answer, "view"), "id") : 0;
            if (id && !naming.id) {
                view.route.view = id;
                context.send(Navigate{.route = view.route, .replace = true});
            }
        }
        naming.ticket.reset();
    }
    ui::Dialog dialog{
        "naming", naming.open, {.title = naming.id ? tx::view_rename : tx::view_save}};
    if (!dialog)
        return;
    const auto event = ui::text_field(
        tx::view_name,
        naming.name,
        {.field = {.error = naming.error, .required = true}, .max_length = 60}
    );
    if (event.changed)
        naming.error.clear();
    dialog.footer();
    ui::spring();
    if (ui::button(texts::cancel, {.size = ui::Size::md}))
        dialog.close();
    const bool wanted = ui::button(
        texts::save,
        {.kind = ui::ButtonKind::primary, .size = ui::Size::md, .busy = naming.ticket != nullptr}
    );
    if (!(wanted || event.entered) || naming.ticket)
        return;
    const std::string name = text::clean_line(naming.name);
    if (name.empty())
        return void(naming.error = context.tr(tx::view_name_missing));
    Write write;
    if (naming.id) {
        write.request = {.method = "PATCH", .path = "/api/views/" + std::to_string(naming.id)};
        write.request.body = {{"fields", {{"name", {{"value", name}}}}}};
    } else {
        write.request = {.path = "/api/views"};
        write.request.body = {{"name", name}, {"query", to_query_string(view.route.query)}};
    }
    write.ticket = naming.ticket = new_ticket();
    write.toast = fill(context.tr(tx::view_saved), {{"name", name}});
    write.words = true;
    write.quiet_errors = true;
    context.send(std::move(write));
}

} // namespace carnet::views
