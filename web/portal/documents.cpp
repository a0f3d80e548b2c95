// The client's shared folders and files.
#include "shared/texts/portal.hpp"
#include "web/portal/portal.hpp"

namespace carnet::portal {

namespace tx = texts::portal;

namespace {

void path_ui(Portal& portal, const FolderPage& page) {
    const ui::a11y::Scope scope("navigation", tx::documents);
    const ui::Row row({.height = 28, .gap = 6, .wrap = true});
    if (portal.route().id == 0)
        return;
    if (ui::link(tx::documents, {.href = portal.href(Screen::documents)}))
        portal.go(Screen::documents);
    for (const Folder& folder : page.path) {
        const ui::Id id(folder.id);
        ui::icon(icon::chevron_right);
        if (folder.id == portal.route().id)
            ui::text(folder.name, {.weight = ui::Weight::medium});
        else if (ui::link(folder.name, {.href = portal.href(Screen::documents, folder.id)}))
            portal.go(Screen::documents, folder.id);
    }
}

void folder_row_ui(Portal& portal, const Folder& folder) {
    const ui::Id id(folder.id);
    const ui::a11y::Scope item("group", folder.name);
    const ui::Row row({.height = ui::coarse() ? 52.0f : 44.0f, .gap = 12});
    const ui::Rect mark = ui::place(28, 28);
    ui::draw::fill(mark, ui::Color::accent_soft, 6);
    ui::draw::icon(mark.center(), icon::folder, 18, ui::Color::accent_text);
    const float width = std::min(
        std::max(60.0f, ui::avail_width() - 100),
        ui::text_width(folder.name, {.weight = ui::Weight::medium}) + 2
    );
    if (ui::link(
            folder.name,
            {.href = portal.href(Screen::documents, folder.id),
             .color = ui::Color::text,
             .width = width}
        ))
        portal.go(Screen::documents, folder.id);
    ui::spring();
    ui::caption(plural(tx::files, folder.files, portal.language()));
}

} // namespace

void documents_ui(Portal& portal) {
    const std::int64_t folder = portal.route().id;
    std::string path = portal.client_path("documents");
    if (folder)
        path += "?folder=" + std::to_string(folder);
    const auto& page = portal.get<FolderPage>(path);
    ui::heading(tx::documents, {.level = 1, .type = ui::Type::title});
    if (page.error && !page.value)
        return no_content_ui(portal, *page.error);
    if (!page.value) {
        if (ui::waited_long(page.asked_at_ms))
            ui::loading();
        return;
    }
    path_ui(portal, *page.value);
    const ui::Card card({.padding_x = ui::is_phone() ? 16.0f : 20.0f, .padding_y = 8});
    const ui::Column column(0);
    if (page.value->folders.empty() && page.value->files.empty())
        ui::paragraph(folder ? tx::empty_folder : tx::no_documents, {.color = ui::Color::text_3});
    for (const Folder& one : page.value->folders)
        folder_row_ui(portal, one);
    for (const File& file : page.value->files)
        file_row_ui(portal, file);
}

} // namespace carnet::portal
