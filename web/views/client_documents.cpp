// The tab Documents: its bar and the tree of folders.
#include "web/views/client_documents.hpp"

#include "shared/api/paths.hpp"
#include "shared/core/json.hpp"
#include "shared/texts/app_common.hpp"
#include "shared/texts/app_documents.hpp"
#include "web/views/readers_view.hpp"

namespace carnet::views {

namespace {

using namespace app;
namespace tx = texts::documents;

constexpr float tree_width = 248, step_width = 14, count_gap = 12;

std::string query_of(const DocumentsView& view, const ClientRoute& route) {
    if (route.documents == DocumentsPage::bin)
        return "bin";
    if (!view.search.empty() && route.documents == DocumentsPage::files)
        return "q=" + paths::encode(view.search);
    return "folder=" + std::to_string(route.folder);
}

void take_files(const DocumentsContext& d) {
    for (const GivenFile& file : d.context.dropped_files)
        d.context.uploads.add(
            {.handle = file.handle,
             .name = file.name,
             .size = file.size,
             .client_id = d.client_id,
             .folder_id = d.route.folder,
             .document_id = d.view.version_of}
        );
    if (!d.context.dropped_files.empty())
        d.view.version_of = 0;
}

void search_ui(const DocumentsContext& d, float width) {
    ui::search_field(
        d.route.documents == DocumentsPage::files ? tx::search_files : tx::filter_folders,
        d.view.search,
        {.field = {.width = width, .size = ui::Size::sm}, .clear_button = true}
    );
}

void add_ui(const DocumentsContext& d) {
    if (d.route.documents != DocumentsPage::files || document_access_here(d) != FolderAccess::full)
        return;
    const bool phone = ui::is_phone();
    if (phone ? ui::icon_button(icon::plus, tx::new_folder, {.kind = ui::ButtonKind::secondary})
              : ui::button(tx::new_folder, {.icon = icon::plus}))
        name_folder(d, nullptr);
    if (ui::button(tx::drop, {.kind = ui::ButtonKind::primary, .icon = icon::upload}))
        pick_documents(d, 0);
}

void bar_ui(const DocumentsContext& d, ui::Rect& box) {
    // The pages, the search and what adds: on one line where there is room, else on two.
    const bool narrow = box.w < 800;
    const bool bin = d.route.documents == DocumentsPage::bin;
    if (narrow && !bin) {
        ui::Rect below = box;
        below.cut_top(ui::metric::filter_bar);
        const ui::Bar second(below.cut_top(ui::metric::filter_bar + 4), {.padding = 16});
        search_ui(d, ui::fill);
        add_ui(d);
    }
    const ui::Bar bar(
        box.cut_top(ui::metric::filter_bar),
        {.padding = 16, .line = narrow && !bin ? ui::Color::clear : ui::Color::line_1}
    );
    if (narrow && !bin)
        box.cut_top(ui::metric::filter_bar + 4);
    const ui::SegmentItem pages[] = {
        {.label = d.context.tr(tx::page_files), .icon = icon::files},
        {.label = d.context.tr(tx::page_rights), .icon = icon::shield_lock},
        {.label = d.context.tr(tx::page_bin), .icon = icon::trash}};
    int page = static_cast<int>(d.route.documents);
    if (ui::segmented(tx::pages, page, pages)) {
        ClientRoute to = d.route;
        to.documents = static_cast<DocumentsPage>(page);
        d.view.search.clear();
        d.context.go(to);
    }
    if (narrow || bin)
        return;
    search_ui(d, 200);
    ui::spring();
    add_ui(d);
}

void folder_menu_ui(const DocumentsContext& d, const net::FolderRow& folder) {
    ui::Menu menu{"folder", {.width = 220}};
    if (!menu)
        return;
    if (menu.item(tx::rename, {.icon = icon::pencil}))
        name_folder(d, &folder);
    if (menu.item(tx::move, {.icon = icon::folder_up}))
        d.view.moving = {.open = true, .is_folder = true, .ids = {folder.id}, .name = folder.name};
    const Text& outside = tx::set_outside;
    if (menu.item(outside, {.checked = folder.outside_cascade, .checkable = true}))
        send_write(
            d,
            "PATCH",
            "/api/folders/" + std::to_string(folder.id),
            {{"fields",
              {{"outside_cascade",
                {{"value", !folder.outside_cascade}, {"version", d.page.version}}}}}},
            d.context.tr(tx::saved)
        );
    readers_item(menu, {d.client_id, "folder", folder.id}, d.context);
    menu.separator();
    if (menu.item(tx::to_bin, {.icon = icon::trash, .destructive = true})) {
        const std::string toast = fill(d.context.tr(tx::binned), {{"name", folder.name}});
        send_write(d, "DELETE", "/api/folders/" + std::to_string(folder.id), {}, toast);
        if (d.route.folder == folder.id)
            open_folder(d, folder.parent_id);
    }
}

// Of the number of files at the end of a row.
float count_width(const net::FolderRow& folder) {
    const auto style = ui::TextStyle{.type = ui::Type::small};
    return folder.files ? ui::text_width(std::to_string(folder.files), style) + count_gap : 0;
}

// As wide as the longest name asks for, as long as the files keep most of the room.
float width_of_tree(const DocumentsContext& d, float room) {
    constexpr float around = 108; // Padding, arrow, icon and the menu of a row.
    float width = tree_width;
    for (const auto* folder : shown_folders(d))
        width = std::max(
            width,
            around + step_width * static_cast<float>(folder->depth) + count_width(*folder) +
                std::ceil(ui::text_width(folder->name, {.weight = ui::Weight::medium}))
        );
    return std::max(tree_width, std::min(width, room * .36f));
}

void tree_row_ui(const DocumentsContext& d, const net::FolderRow* folder) {
    const std::int64_t id = folder ? folder->id : 0;
    const ui::Id scope(id + 1);
    const std::string name = folder ? folder->name : d.context.tr(tx::top);
    const bool current = d.route.folder == id && d.view.search.empty();
    ui::Rect row = ui::place(ui::fill, ui::coarse() ? 40 : 32);
    const bool may = folder && folder->access == FolderAccess::full;
    ui::Rect line = row.inset(8, 0);
    line.cut_left(folder ? step_width * static_cast<float>(folder->depth) : 0);
    const ui::Rect arrow = line.cut_left(folder ? 20 : 0);
    std::uint32_t flags = current ? platform::mirror_selected : 0u;
    if (folder && folder->has_children)
        flags |= is_folded(d.view, id) ? platform::mirror_collapsed : platform::mirror_expanded;
    const ui::Press press = ui::pressable(
        "folder-row",
        name,
        folder ? ui::Rect{line.x, row.y, row.right() - 30 - line.x, row.h} : row,
        {.role = "treeitem", .mirror_flags = flags}
    );
    const ui::a11y::Scope item(ui::a11y::Scope::Within{"treeitem"});
    if (current)
        ui::draw::fill(row, ui::Color::accent_soft, ui::metric::radius_control);
    if (folder)
        fold_ui(d, *folder, arrow, press.focused);
    ui::draw::icon(
        line.cut_left(20).center(),
        icon::folder,
        16,
        current ? ui::Color::accent_text : ui::Color::text_3
    );
    line.cut_left(4);
    if (folder) {
        const ui::Rect more = line.cut_right(26);
        ui::at(more.x - (ui::coarse() ? 6 : 0), more.center().y - (ui::coarse() ? 16 : 12));
        if (!may)
            readers_button({d.client_id, "folder", id}, name, d.context);
        else if (ui::icon_button(
                     icon::dots,
                     fill(d.context.tr(tx::more_actions), {{"name", name}}),
                     {.size = ui::Size::xs, .has_popup = true}
                 ))
            ui::open_menu("folder");
        folder_menu_ui(d, *folder);
    }
    if (folder && folder->files)
        ui::draw::text(
            line.cut_right(count_width(*folder)),
            std::to_string(folder->files),
            ui::Color::text_3,
            {.type = ui::Type::small, .align = ui::Align::right}
        );
    ui::draw::text(
        line, name, ui::Color::text, {.weight = current ? ui::Weight::medium : ui::Weight::regular}
    );
    ui::at(row.x, row.bottom());
    ui::space(0);
    if (press.clicked)
        open_folder(d, id);
}

} // namespace

FolderAccess document_access_here(const DocumentsContext& d) {
    if (d.route.folder == 0)
        return d.page.top;
    const auto* folder = d.page.folder(d.route.folder);
    return folder ? folder->access : FolderAccess::none;
}

void pick_documents(const DocumentsContext& d, std::int64_t document_id) {
    d.view.version_of = document_id;
    d.context.send(PickFile{.many = document_id == 0});
}

void send_write(
    const DocumentsContext& d,
    const char* method,
    std::string path,
    Json body,
    std::string toast,
    net::Ticket ticket
) {
    Write write{.request = {.method = method, .path = std::move(path), .body = std::move(body)}};
    write.quiet_errors = ticket != nullptr;
    write.ticket = std::move(ticket);
    write.toast = std::move(toast);
    write.client_id = d.client_id;
    d.context.send(std::move(write));
}

void ask_once(const DocumentsContext& d, net::HttpRequest request, Asked& asked) {
    asked = std::make_shared<std::optional<Result<Json>>>();
    d.context.api.ask(std::move(request), [asked](Result<Json> answer) {
        *asked = std::move(answer);
        platform::wake();
    });
}

void open_folder(const DocumentsContext& d, std::int64_t folder_id) {
    d.view.search.clear();
    d.view.cursor = -1;
    d.context.go(ClientRoute{.id = d.client_id, .tab = SheetTab::documents, .folder = folder_id});
}

void document_tree_ui(const DocumentsContext& d, ui::Rect box) {
    ui::draw::line_on(box, ui::side_right, ui::Color::line_1);
    const ui::Region region(
        "tree", box, {.padding_x = 8, .padding_y = 8, .role = "navigation", .name = tx::tree}
    );
    const ui::a11y::Scope tree("tree", tx::tree);
    const ui::Column column(0);
    tree_row_ui(d, nullptr);
    for (const auto* folder : shown_folders(d))
        tree_row_ui(d, folder);
}

void client_documents_ui(
    DocumentsView& view,
    const net::ClientSheet& sheet,
    const ClientRoute& route,
    Context& context,
    ui::Rect box
) {
    const auto& loaded = context.api.documents(sheet.client.id, query_of(view, route));
    if (!loaded.value && loaded.error) {
        // The folder is gone, or never was for this person.
        const auto event =
            ui::empty_state(box, {.title = loaded.error->message, .action = ui::Label(tx::top)});
        if (event == ui::EmptyEvent::action)
            context.go(ClientRoute{.id = sheet.client.id, .tab = SheetTab::documents});
        return;
    }
    static const net::DocumentsPage nothing;
    const DocumentsContext d{
        view, context, route, loaded.value ? *loaded.value : nothing, sheet.client.id};
    take_files(d);
    bar_ui(d, box);
    if (!loaded.value)
        return;
    document_uploads_ui(d, box);
    if (route.documents == DocumentsPage::rights) {
        folder_rights_ui(d, box);
    } else {
        if (route.documents == DocumentsPage::files && !ui::is_phone())
            document_tree_ui(d, box.cut_left(width_of_tree(d, box.w)));
        else if (route.documents == DocumentsPage::files)
            // Until a folder is open the tree is all there is to see.
            document_tree_ui(
                d,
                box.cut_top(
                    route.folder || !d.page.files.empty() ? std::min(box.h * .4f, 180.0f) : box.h
                )
            );
        if (box.h > 0)
            document_files_ui(d, box);
    }
    document_dialogs_ui(d);
}

} // namespace carnet::views
