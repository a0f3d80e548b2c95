// Documents: folding of the folders, in the tree of files and in the page of rights alike.
#include "shared/core/text.hpp"
#include "shared/texts/app_documents.hpp"
#include "web/app/input.hpp"
#include "web/views/client_documents.hpp"

#include <algorithm>

namespace carnet::views {

bool is_folded(const DocumentsView& view, std::int64_t folder) {
    return std::find(view.folded.begin(), view.folded.end(), folder) != view.folded.end();
}

namespace {

void fold(DocumentsView& view, std::int64_t folder, bool on) {
    std::erase(view.folded, folder);
    if (on)
        view.folded.push_back(folder);
}

} // namespace

std::vector<const net::FolderRow*>
shown_folders(const DocumentsContext& d, std::string_view words) {
    std::vector<const net::FolderRow*> shown;
    int hidden_below = INT_MAX; // Depth of the folded folder whose descendants come now.
    for (const auto& folder : d.page.folders) {
        if (!words.empty()) {
            if (text::fold(folder.name).find(words) != std::string::npos)
                shown.push_back(&folder);
            continue;
        }
        if (folder.depth > hidden_below)
            continue;
        hidden_below = is_folded(d.view, folder.id) ? folder.depth : INT_MAX;
        shown.push_back(&folder);
    }
    return shown;
}

void fold_ui(const DocumentsContext& d, const net::FolderRow& folder, ui::Rect box, bool focused) {
    if (!folder.has_children)
        return;
    const bool folded = is_folded(d.view, folder.id);
    const std::string name = fill(
        d.context.tr(folded ? texts::documents::unfold : texts::documents::fold),
        {{"name", folder.name}}
    );
    const ui::Press press =
        ui::pressable("fold", name, box.centered(20, 24), {.no_tab_stop = true});
    ui::draw::icon(
        box.center(), folded ? icon::chevron_right : icon::chevron_down, 14, ui::Color::text_3
    );
    const int side = focused && !ui::any_layer_open() ? app::list_side() : 0;
    if (press.clicked || side == (folded ? 1 : -1))
        fold(d.view, folder.id, !folded);
}

} // namespace carnet::views
