// Documents: naming, moving, the versions of a file, and the strip of uploads under way.
#include "shared/core/format.hpp"
#include "shared/core/json.hpp"
#include "shared/core/money.hpp"
#include "shared/domain/file_name.hpp"
#include "shared/texts/app_common.hpp"
#include "shared/texts/app_documents.hpp"
#include "web/app/format.hpp"
#include "web/views/client_documents.hpp"

namespace carnet::views {

namespace {

using namespace app;
namespace tx = texts::documents;

void save_name(const DocumentsContext& d) {
    NamingDialog& naming = d.view.naming;
    if (const auto good = check_file_name(naming.name, d.context.language); !good) {
        naming.error = good.error().message;
        return;
    }
    naming.ticket = new_ticket();
    const std::string id = std::to_string(naming.id);
    if (naming.id == 0)
        return send_write(
            d,
            "POST",
            "/api/clients/" + std::to_string(d.client_id) + "/folders",
            {{"name", naming.name}, {"parent_id", naming.parent_id}},
            d.context.tr(tx::created),
            naming.ticket
        );
    send_write(
        d,
        "PATCH",
        (naming.is_folder ? "/api/folders/" : "/api/documents/") + id,
        {{"fields", {{"name", {{"value", naming.name}, {"version", naming.version}}}}}},
        d.context.tr(tx::renamed),
        naming.ticket
    );
}

void naming_ui(const DocumentsContext& d) {
    NamingDialog& naming = d.view.naming;
    if (naming.ticket && (naming.ticket->done || naming.ticket->waiting)) {
        if (naming.ticket->error) {
            const Error& error = *naming.ticket->error;
            naming.error = error.first_message();
            naming.ticket.reset();
        } else {
            naming = {};
        }
    }
    if (!naming.open)
        return;
    ui::Dialog dialog("naming", naming.open, {.title = naming.id ? tx::rename : tx::new_folder});
    if (!dialog)
        return;
    const auto typed = ui::text_field(
        naming.is_folder ? tx::folder_name : tx::file_name,
        naming.name,
        {.field = {.error = naming.error}, .max_length = 255}
    );
    if (typed.changed)
        naming.error.clear();
    dialog.footer();
    ui::spring();
    if (ui::button(texts::cancel, {.kind = ui::ButtonKind::ghost, .size = ui::Size::md}))
        dialog.close();
    const bool busy = naming.ticket != nullptr;
    const ui::ButtonOptions verb{
        .kind = ui::ButtonKind::primary, .size = ui::Size::md, .busy = busy};
    if ((ui::button(naming.id ? tx::rename : tx::create, verb) || typed.entered) && !busy)
        save_name(d);
}

void moving_ui(const DocumentsContext& d) {
    MovingDialog& moving = d.view.moving;
    if (!moving.open)
        return;
    ui::Dialog dialog(
        "moving",
        moving.open,
        {.title = fill(d.context.tr(tx::move_title), {{"name", moving.name}})}
    );
    if (!dialog)
        return;
    std::vector<ui::RadioItem> items{{.label = tx::top}};
    std::vector<std::int64_t> ids{0};
    std::vector<std::string> names; // Labels keep views of them.
    names.reserve(d.page.folders.size());
    for (const auto& folder : d.page.folders) {
        if (folder.access != FolderAccess::full ||
            (moving.is_folder && folder.id == moving.ids.front()))
            continue;
        names.push_back(std::string(static_cast<std::size_t>(folder.depth) * 3, ' ') + folder.name);
        items.push_back({.label = names.back()});
        ids.push_back(folder.id);
    }
    int index = 0;
    for (std::size_t i = 0; i < ids.size(); ++i)
        if (ids[i] == moving.target)
            index = static_cast<int>(i);
    ui::radio_group(tx::tree, index, items);
    moving.target = ids[static_cast<std::size_t>(index)];
    dialog.footer();
    ui::spring();
    if (ui::button(texts::cancel, {.kind = ui::ButtonKind::ghost, .size = ui::Size::md}))
        dialog.close();
    if (!ui::button(tx::move_here, {.kind = ui::ButtonKind::primary, .size = ui::Size::md}))
        return;
    Json body{{"move_to", moving.target}};
    body[moving.is_folder ? "folders" : "documents"] = moving.ids;
    send_write(
        d,
        "POST",
        "/api/clients/" + std::to_string(d.client_id) + "/documents/bulk",
        std::move(body),
        d.context.tr(tx::moved)
    );
    dialog.close();
}

void version_ui(const DocumentsContext& d, const Json& version) {
    const std::int64_t id = json_int(version, "id");
    const ui::Id scope(id);
    const ui::Row row({.height = 40});
    const std::string number = std::to_string(json_int(version, "number"));
    const auto at = parse_iso_instant(json_string(version, "created_at"));
    ui::text(fill(d.context.tr(tx::version), {{"n", number}}), {.weight = ui::Weight::medium});
    ui::text(
        format_size(
            static_cast<std::uint64_t>(json_int(version, "size_bytes")), d.context.language
        ) + " · " +
            (at ? when(*at, d.context) : std::string()) + " · " + json_string(version, "by"),
        {.color = ui::Color::text_3, .type = ui::Type::small, .width = ui::avail_width() - 40}
    );
    ui::spring();
    if (ui::icon_button(icon::download, tx::download))
        d.context.send(Download{"/api/document-versions/" + std::to_string(id) + "/file"});
}

void versions_ui(const DocumentsContext& d) {
    if (!d.view.versions_open)
        return;
    ui::Dialog dialog(
        "versions",
        d.view.versions_open,
        {.title = fill(d.context.tr(tx::versions_title), {{"name", d.view.versions_name}}),
         .width = 560}
    );
    if (!dialog)
        return;
    // Kept up to date while it is open: somebody may be reading now.
    const auto& answer = d.context.api.page("/api/documents/" + std::to_string(d.view.versions_of));
    if (answer.error)
        return ui::paragraph(answer.error->message);
    if (!answer.value)
        return;
    for (const Json& version : json_at(*answer.value, "versions"))
        version_ui(d, version);
    ui::separator(8);
    // Proof of reading.
    const Json& readings = json_at(*answer.value, "readings");
    if (readings.empty())
        ui::paragraph(tx::read_by_nobody, {.color = ui::Color::text_3});
    for (const Json& reading : readings) {
        const auto at = parse_iso_instant(json_string(reading, "last_at"));
        ui::paragraph(fill(
            d.context.tr(tx::read_by),
            {{"name", json_string(reading, "name")},
             {"date", at ? short_date(local_date(*at), d.context) : std::string()},
             {"n", std::to_string(json_int(reading, "number"))}}
        ));
    }
}

void upload_row_ui(const DocumentsContext& d, const FileUpload& upload) {
    const ui::Id scope(static_cast<std::int64_t>(upload.handle));
    const ui::a11y::Scope item("listitem", upload.name);
    const ui::Row row({.height = 28});
    const bool failed = upload.state == FileUpload::State::failed;
    ui::icon(failed ? icon::alert_triangle : icon::upload);
    ui::text(upload.name, {.width = std::min(280.0f, ui::avail_width() * .4f)});
    if (failed) {
        const std::string why =
            upload.error.empty() ? std::string(d.context.tr(tx::upload_failed)) : upload.error;
        ui::text(
            why,
            {.color = ui::Color::bad_text, .type = ui::Type::small, .width = ui::avail_width() - 76}
        );
    } else if (upload.state == FileUpload::State::waiting) {
        ui::text(tx::upload_waits, {.color = ui::Color::text_3, .type = ui::Type::small});
    } else {
        const auto size = static_cast<float>(std::max<std::int64_t>(1, upload.size));
        const float part = static_cast<float>(upload.sent) / size;
        ui::progress(part, {.width = 160, .name = upload.name});
        ui::text(
            format_percent(static_cast<int>(part * 100), d.context.language),
            {.color = ui::Color::text_3, .type = ui::Type::small}
        );
    }
    ui::spring();
    if (failed &&
        ui::icon_button(
            icon::refresh_alert, fill(d.context.tr(tx::upload_retry), {{"name", upload.name}})
        ))
        d.context.uploads.retry(upload.handle);
    if (upload.state != FileUpload::State::adding &&
        ui::icon_button(icon::x, fill(d.context.tr(tx::upload_cancel), {{"name", upload.name}})))
        d.context.uploads.cancel(upload.handle);
}

} // namespace

void name_folder(const DocumentsContext& d, const net::FolderRow* folder) {
    d.view.naming = {
        .open = true,
        .id = folder ? folder->id : 0,
        .parent_id = d.route.folder,
        .version = d.page.version,
        .name = folder ? folder->name : std::string()};
}

void document_dialogs_ui(const DocumentsContext& d) {
    naming_ui(d);
    moving_ui(d);
    versions_ui(d);
}

void document_uploads_ui(const DocumentsContext& d, ui::Rect& box) {
    std::vector<FileUpload> mine; // A copy: a click may take one away.
    for (const FileUpload& upload : d.context.uploads.all())
        if (upload.client_id == d.client_id)
            mine.push_back(upload);
    if (mine.empty())
        return;
    constexpr std::size_t most_shown = 5;
    const auto rows = static_cast<float>(std::min(mine.size(), most_shown));
    const ui::Rect strip = box.cut_top(rows * 32 + 12);
    ui::draw::line_on(strip, ui::side_bottom, ui::Color::line_1);
    const ui::Region region(
        "uploads",
        strip,
        {.padding_x = 16,
         .padding_y = 6,
         .fill = ui::Color::subtle,
         .role = "region",
         .name = tx::uploads}
    );
    const ui::a11y::Scope list("list", tx::uploads);
    const ui::Column column(4);
    for (const FileUpload& upload : mine)
        upload_row_ui(d, upload);
}

} // namespace carnet::views
