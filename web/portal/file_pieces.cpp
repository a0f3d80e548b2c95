// Files as several screens of the portal show them: rows, and what a picture looks like.
#include "shared/core/format.hpp"
#include "shared/texts/portal.hpp"
#include "web/platform/platform.hpp"
#include "web/portal/portal.hpp"

#include <algorithm>

namespace carnet::portal {

namespace tx = texts::portal;

const char* file_icon(std::string_view media_type) {
    return media_type == "application/pdf"    ? icon::file_type_pdf
           : media_type.starts_with("image/") ? icon::photo
                                              : icon::file_text;
}

namespace {

std::string file_path(const File& file) {
    return "/api/portal/document-versions/" + std::to_string(file.version_id) + "/file";
}

void note_opened(Portal& portal, const File& file) {
    if (!portal.me().preview)
        portal.opened.insert(file.version_id);
}

// A link for what browsers show.
void file_name_ui(Portal& portal, const File& file, float room) {
    const float width =
        std::min(room, ui::text_width(file.name, {.weight = ui::Weight::medium}) + 2);
    if (file.media_type != "application/pdf" && !file.media_type.starts_with("image/"))
        return ui::text(file.name, {.weight = ui::Weight::medium, .width = width});
    if (ui::link(file.name, {.color = ui::Color::text, .width = width})) {
        note_opened(portal, file);
        platform::open_url(file_path(file) + "?inline=1");
    }
}

} // namespace

void file_row_ui(Portal& portal, const File& file) {
    const ui::Id id(file.id);
    const ui::a11y::Scope item("group", file.name);
    const bool phone = ui::is_phone();
    const ui::Row row({.height = phone ? 60.0f : ui::coarse() ? 52.0f : 44.0f, .gap = 12});
    const ui::Rect mark = ui::place(28, 28);
    ui::draw::fill(mark, ui::Color::inset, 6);
    ui::draw::icon(mark.center(), file_icon(file.media_type), 18, ui::Color::text_2);
    const bool is_new = file.is_new && !portal.opened.contains(file.version_id);
    if (phone) {
        // The name has the width to itself.
        const ui::Width limit(ui::avail_width() - 56);
        const ui::Column lines(2);
        file_name_ui(portal, file, ui::avail_width());
        if (is_new)
            ui::badge(tx::new_file, {.tone = ui::Tone::info});
        else
            ui::caption(portal.when(file.created_at));
    } else {
        const float badge = is_new ? ui::badge_width(tx::new_file) + 12 : 0;
        const float right = (file.folder.empty() ? 200.0f : 310.0f) + badge;
        file_name_ui(portal, file, std::max(60.0f, ui::avail_width() - right));
        if (is_new)
            ui::badge(tx::new_file, {.tone = ui::Tone::info});
    }
    ui::spring();
    if (!phone) {
        if (!file.folder.empty())
            ui::text(
                file.folder, {.color = ui::Color::text_3, .type = ui::Type::small, .width = 100}
            );
        ui::caption(format_size(static_cast<std::uint64_t>(file.size_bytes), portal.language()));
        ui::caption(portal.when(file.created_at));
    }
    if (ui::icon_button(
            icon::download,
            fill(portal.tr(tx::download_name), {{"name", file.name}}),
            {.size = ui::Size::md}
        )) {
        note_opened(portal, file);
        platform::download(file_path(file));
    }
}

std::string version_path(const Version& version) {
    return "/api/portal/deliverable-versions/" + std::to_string(version.id) + "/file";
}

bool has_preview(const Version& version) {
    // What every browser decodes; a larger file is not fetched for a thumbnail.
    constexpr std::int64_t most_bytes = 8 << 20;
    return version.size_bytes <= most_bytes &&
           (version.media_type == "image/png" || version.media_type == "image/jpeg" ||
            version.media_type == "image/webp" || version.media_type == "image/gif");
}

namespace {

void draw_picture(ui::Rect box, unsigned texture) {
    const ImTextureID id = texture;
    ImGui::GetWindowDrawList()->AddImage(ImTextureRef(id), box.min(), box.max());
}

} // namespace

void preview_ui(const Portal& portal, const Version& version, float width, float height) {
    const ui::Rect box = ui::place(width, height);
    ui::draw::fill(box, ui::Color::inset, 6);
    const auto& picture = platform::picture(version_path(version) + "?inline=1", 512);
    if (picture.texture) {
        const ui::Rect room = box.inset(8);
        const float scale = std::min({room.w / picture.width, room.h / picture.height, 1.0f});
        draw_picture(room.centered(picture.width * scale, picture.height * scale), picture.texture);
    }
    ui::a11y::add(
        {.role = "img", .name = fill(portal.tr(tx::preview_of), {{"name", version.file_name}})}, box
    );
}

} // namespace carnet::portal
