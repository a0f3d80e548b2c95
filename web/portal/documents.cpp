// The client's shared folders and files.
#include "shared/core/money.hpp"
#include "shared/texts/portal.hpp"
#include "web/portal/portal.hpp"

namespace carnet::portal {

namespace tx = texts::portal;

namespace {

void path_ui(Portal& portal, const FolderPage& page) {
    if (portal.route().id == 0)
        return;
    const ui::a11y::Scope scope("navigation", tx::documents);
    const ui::Row row({.height = 28, .gap = 6, .wrap = true});
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

void sending_ui(Portal& portal, const Sending& file) {
    const ui::Id id(static_cast<std::int64_t>(file.handle));
    const ui::a11y::Scope item("listitem", file.name);
    const ui::Row row({.height = ui::coarse() ? 52.0f : 40.0f, .gap = 10});
    const bool failed = file.state == Sending::State::failed;
    ui::icon(
        failed ? icon::alert_triangle : icon::upload,
        {.size = 18, .color = failed ? ui::Color::bad_text : ui::Color::text_2}
    );
    const float room = ui::avail_width();
    ui::text(file.name, {.width = std::max(60.0f, room * .4f)});
    if (failed) {
        ui::text(
            file.error.empty() ? portal.tr(tx::sending_failed) : file.error,
            {.color = ui::Color::bad_text,
             .type = ui::Type::small,
             .width = std::max(60.0f, ui::avail_width() - 88)}
        );
    } else if (file.state == Sending::State::waiting) {
        ui::text(tx::sending_waits, {.color = ui::Color::text_3, .type = ui::Type::small});
    } else {
        const auto size = static_cast<float>(std::max<std::int64_t>(1, file.size));
        const float part = static_cast<float>(file.sent) / size;
        ui::progress(part, {.width = std::min(160.0f, room * .3f), .name = file.name});
        ui::caption(format_percent(static_cast<int>(part * 100), portal.language()));
    }
    ui::spring();
    const auto named = [&](const Text& text) {
        return fill(portal.tr(text), {{"name", file.name}});
    };
    if (failed && ui::icon_button(icon::refresh_alert, named(tx::sending_retry)))
        portal.uploads.retry(file.handle);
    if (file.state != Sending::State::adding && ui::icon_button(icon::x, named(tx::sending_cancel)))
        portal.uploads.cancel(file.handle);
}

void sendings_ui(Portal& portal) {
    const Place* place = portal.place();
    std::vector<Sending> mine; // A copy: a click may take one away.
    for (const Sending& file : portal.uploads.all())
        if (place && file.client == place->id)
            mine.push_back(file);
    if (mine.empty())
        return;
    const ui::Card card({.padding_x = ui::is_phone() ? 16.0f : 20.0f, .padding_y = 4});
    const ui::a11y::Scope list("list", tx::sending_files);
    const ui::Column column(0);
    for (const Sending& file : mine)
        sending_ui(portal, file);
}

// Files are taken by the button and wherever they are dropped.
void head_ui(Portal& portal, bool may_add) {
    const ui::Row row({.height = ui::coarse() ? 44.0f : 36.0f});
    ui::heading(tx::documents, {.level = 1, .type = ui::Type::title});
    if (!may_add)
        return;
    const auto take = [&portal, client = portal.place()->id, folder = portal.route().id](
                          const platform::PickedFile& file
                      ) { portal.uploads.add(file, client, folder); };
    platform::on_drop([take](const platform::PickedFile& file, float, float) { take(file); });
    ui::spring();
    if (ui::button(
            tx::add_files,
            {.kind = ui::ButtonKind::primary,
             .size = ui::coarse() ? ui::Size::lg : ui::Size::md,
             .icon = icon::upload,
             .tooltip = tx::add_files_hint}
        ))
        platform::pick_file("", take, true);
}

} // namespace

void documents_ui(Portal& portal) {
    const std::int64_t folder = portal.route().id;
    std::string path = portal.client_path("documents");
    if (folder)
        path += "?folder=" + std::to_string(folder);
    const auto& page = portal.get<FolderPage>(path);
    head_ui(portal, page.value && page.value->may_add && portal.place());
    if (page.error && !page.value)
        return no_content_ui(portal, *page.error);
    if (!page.value) {
        if (ui::waited_long(page.asked_at_ms))
            ui::loading();
        return;
    }
    path_ui(portal, *page.value);
    sendings_ui(portal);
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
