// Documents: the table of files, who sees the folder, what can be done with a file; the bin.
#include "shared/core/format.hpp"
#include "shared/core/json.hpp"
#include "shared/texts/app_common.hpp"
#include "shared/texts/app_documents.hpp"
#include "web/app/format.hpp"
#include "web/views/client_documents.hpp"
#include "web/views/readers_view.hpp"

#include <algorithm>

namespace carnet::views {

namespace {

using namespace app;
namespace tx = texts::documents;

const char* file_icon(const net::FileRow& file) {
    if (file.media_type == "application/pdf")
        return icon::file_type_pdf;
    return file.media_type.starts_with("image/") ? icon::photo : icon::file_text;
}

// The people who see the open folder, as chips.
void who_sees_ui(const DocumentsContext& d) {
    const auto& rights = d.context.api.folder_rights(d.client_id);
    if (!rights.value || d.route.folder == 0)
        return;
    const auto cells = rights.value->folders.find(d.route.folder);
    if (cells == rights.value->folders.end())
        return;
    const ui::a11y::Scope list("list", tx::who_sees);
    const ui::Row row({.gap = 6, .wrap = true, .id = "who"});
    for (std::size_t i = 0; i < rights.value->people.size(); ++i) {
        const auto& person = rights.value->people[i];
        const FolderAccess access = cells->second.access[i];
        if (!person.is_contact && !cells->second.own[i])
            continue; // The team as usual says nothing.
        const ui::Id id(person.id * 2 + person.is_contact);
        const ui::a11y::Scope item("listitem", ui::Label());
        ui::badge(
            person.name,
            {.tone = access == FolderAccess::none   ? ui::Tone::mute
                     : access == FolderAccess::read ? ui::Tone::info
                                                    : ui::Tone::ok,
             .icon = access_icon(access),
             .outlined = access == FolderAccess::none,
             .tooltip = folder_access_choices[static_cast<std::size_t>(access)].label}
        );
    }
}

void look(const DocumentsContext& d, const net::FileRow& file) {
    const std::string path = "/api/document-versions/" + std::to_string(file.version_id) + "/file";
    if (file.shown_inline)
        d.context.send(OpenUrl{path + "?inline=1"});
    else
        d.context.send(Download{path});
}

void file_menu_ui(const DocumentsContext& d, const net::FileRow& file, bool may) {
    ui::Menu menu{"file", {.width = 248, .align_right = true}};
    if (!menu)
        return;
    if (file.shown_inline && menu.item(tx::look, {.icon = icon::eye}))
        look(d, file);
    if (menu.item(tx::download, {.icon = icon::download}))
        d.context.send(Download{
            "/api/document-versions/" + std::to_string(file.version_id) + "/file"});
    if (menu.item(tx::versions, {.icon = icon::history})) {
        d.view.versions_open = true;
        d.view.versions_of = file.id;
        d.view.versions_name = file.name;
    }
    readers_item(menu, {d.client_id, "document", file.id}, d.context);
    if (!may)
        return;
    menu.separator();
    if (menu.item(tx::new_version, {.icon = icon::upload}))
        pick_documents(d, file.id);
    if (menu.item(tx::rename, {.icon = icon::pencil}))
        d.view.naming = {
            .open = true,
            .is_folder = false,
            .id = file.id,
            .version = d.page.version,
            .name = file.name};
    if (menu.item(tx::move, {.icon = icon::folder_up}))
        d.view.moving = {.open = true, .ids = {file.id}, .name = file.name};
    menu.separator();
    if (menu.item(tx::to_bin, {.icon = icon::trash, .destructive = true}))
        send_write(
            d,
            "DELETE",
            "/api/documents/" + std::to_string(file.id),
            {},
            fill(d.context.tr(tx::binned), {{"name", file.name}})
        );
}

void restore_ui(
    const DocumentsContext& d, const char* entity, std::int64_t id, const std::string& name
) {
    const ui::Id scope(id);
    if (ui::button(tx::restore, {.kind = ui::ButtonKind::ghost}))
        send_write(
            d,
            "POST",
            std::string("/api/") + entity + "/" + std::to_string(id) + "/restore",
            Json::object(),
            fill(d.context.tr(tx::restored), {{"name", name}})
        );
}

bool may_change(const DocumentsContext& d, const net::FileRow& file) {
    const auto* folder = d.page.folder(file.folder_id);
    return (folder ? folder->access : d.page.top) == FolderAccess::full;
}

// What several files go through together: one action, one undo.
void selected_ui(const DocumentsContext& d, ui::Rect box) {
    ListSelection& selection = d.view.selection;
    bool may = true;
    for (const auto& file : d.page.files)
        may = may && (!selection.contains(file.id) || may_change(d, file));
    const SelectionAction actions[] = {
        {icon::folder_up, tx::move, may}, {icon::trash, tx::to_bin, may}};
    const int answer =
        selection_bar_ui(selection, d.context, box, std::ssize(d.page.files), actions);
    const std::string name =
        d.context.plural(tx::files_count, static_cast<long long>(selection.ids.size()));
    if (answer == 0)
        d.view.moving = {.open = true, .ids = selection.ids, .name = name};
    if (answer == 1)
        send_write(
            d,
            "POST",
            "/api/clients/" + std::to_string(d.client_id) + "/documents/bulk",
            {{"documents", selection.ids}, {"bin", true}},
            fill(d.context.tr(tx::binned), {{"name", name}})
        );
    if (ui::escape_pressed())
        selection.clear();
}

void file_cells_ui(ui::Table& table, const DocumentsContext& d, const net::FileRow& file) {
    const bool bin = d.route.documents == DocumentsPage::bin;
    if (table.cell("name")) {
        ui::icon(file_icon(file), {.size = 18});
        ui::text(file.name, {.weight = ui::Weight::medium, .width = ui::fill});
        if (file.number > 1)
            ui::badge("v" + std::to_string(file.number), {.outlined = true});
    }
    if (table.cell("size"))
        ui::text(
            format_size(static_cast<std::uint64_t>(file.size), d.context.language),
            {.color = ui::Color::text_2, .width = ui::fill, .align = ui::Align::right}
        );
    if (table.cell("date"))
        ui::text(when(file.created_at, d.context), {.color = ui::Color::text_2});
    if (table.cell("by"))
        ui::text(file.by, {.color = ui::Color::text_2, .width = ui::fill});
    if (!table.cell("actions"))
        return;
    if (bin)
        return restore_ui(d, "documents", file.id, file.name);
    const std::string actions = fill(d.context.tr(tx::more_actions), {{"name", file.name}});
    if (ui::icon_button(icon::dots, actions, {.has_popup = true}))
        ui::open_menu("file");
    file_menu_ui(d, file, may_change(d, file));
}

void nothing_ui(const DocumentsContext& d, ui::Rect box) {
    if (!d.view.search.empty() || d.route.documents == DocumentsPage::bin) {
        const bool bin = d.route.documents == DocumentsPage::bin;
        ui::empty_state(box, {.title = bin ? tx::bin_empty : tx::none_found});
        return;
    }
    const bool may = document_access_here(d) == FolderAccess::full;
    const auto event = ui::empty_state(
        box,
        // Files lie in folders: nothing beside them is no lack.
        {.title =
             d.route.folder == 0 && !d.page.folders.empty() ? tx::choose_folder : tx::none_title,
         .text = may ? ui::Label(tx::none) : ui::Label(),
         .action = may ? ui::Label(tx::drop) : ui::Label(),
         .action_icon = icon::upload,
         .primary = false}
    );
    if (event == ui::EmptyEvent::action)
        pick_documents(d, 0);
}

void bin_folders_ui(const DocumentsContext& d, ui::Rect& box) {
    if (d.page.folders.empty())
        return;
    const float height = std::min(box.h * .5f, 40 * static_cast<float>(d.page.folders.size()) + 8);
    const ui::Region region("bin-folders", box.cut_top(height), {.padding_x = 16, .padding_y = 4});
    for (const auto& folder : d.page.folders) {
        const ui::Row row({.height = 36});
        ui::icon(icon::folder);
        ui::text(folder.name, {.weight = ui::Weight::medium, .width = 240});
        restore_ui(d, "folders", folder.id, folder.name);
    }
}

} // namespace

void document_files_ui(const DocumentsContext& d, ui::Rect box) {
    const ui::Region region(
        "files", box, {.scroll = false, .role = "main", .name = texts::tab_documents}
    );
    const bool bin = d.route.documents == DocumentsPage::bin;
    if (bin)
        bin_folders_ui(d, box);
    if (!bin && d.route.folder && d.view.search.empty()) {
        ui::at(box.cut_top(36).inset(16, 6));
        who_sees_ui(d);
    }
    if (d.page.files.empty()) {
        if (!bin || d.page.folders.empty())
            nothing_ui(d, box);
        return;
    }
    const SelectableRows rows{std::ssize(d.page.files), [&d](std::int64_t row) {
                                  return d.page.files[static_cast<std::size_t>(row)].id;
                              }};
    // What has left the folder is ticked no longer.
    ListSelection& selection = d.view.selection;
    std::erase_if(selection.ids, [&](std::int64_t id) {
        return bin || std::none_of(d.page.files.begin(), d.page.files.end(), [&](const auto& file) {
                   return file.id == id;
               });
    });
    const auto ticked = std::ssize(selection.ids);
    const ui::TableColumn columns[] = {
        {.id = "check", .width = 40, .hidden = bin, .check = true},
        {.id = "name", .title = tx::column_name, .width = 180, .grow = 1},
        {.id = "size",
         .title = tx::column_size,
         .width = 84,
         .priority = 2,
         .align = ui::Align::right},
        {.id = "date", .title = tx::column_date, .width = 110, .priority = 1},
        {.id = "by", .title = tx::column_by, .width = 130, .priority = 3},
        {.id = "actions", .title = {}, .width = bin ? 100.0f : 44.0f}};
    ui::Table table(
        {.id = "files",
         .name = tx::files_name,
         .box = box,
         .columns = columns,
         .rows = rows.count,
         .cursor = &d.view.cursor,
         .all_selected = ticked > 0 && ticked == rows.count,
         .some_selected = ticked > 0,
         .bottom_space = ticked > 0 ? selection_bar_space : 0}
    );
    const net::FileRow* open = nullptr;
    while (table.next()) {
        const auto& file = d.page.files[static_cast<std::size_t>(table.row())];
        table.begin_row({.key = file.id, .name = file.name, .selected = selection.contains(file.id)}
        );
        tick_ui(selection, table, rows);
        file_cells_ui(table, d, file);
        const ui::RowClick click = table.row_clicked();
        if (row_click_ui(selection, table, rows, click) && click.double_clicked)
            open = &file;
    }
    const auto cursor = static_cast<std::size_t>(d.view.cursor);
    if (table.opened() && cursor < d.page.files.size())
        open = &d.page.files[cursor];
    table.end();
    if (open && !bin)
        look(d, *open);
    if (bin)
        return;
    selection_keys_ui(selection, table, rows, d.view.cursor);
    if (!selection.ids.empty() && !ui::is_phone())
        selected_ui(d, box);
}

} // namespace carnet::views
