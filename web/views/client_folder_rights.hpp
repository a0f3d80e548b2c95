// What the page of rights and its rows share: who is shown, in which columns.
#pragma once

#include "web/views/client_documents.hpp"

#include <vector>

namespace carnet::views {

struct RightsMatrix {
    static constexpr float bar_width = 14; // Kept free, so that names stand over their columns.

    const net::FolderRightsPage& rights;
    std::vector<std::size_t> people; // Shown ones, indices into rights.people.
    const net::SeenBy* eye = nullptr;
    static constexpr int frames_to_move = 3; // Within which a cell takes the focus, if it can.
    float cell = 84, width = 0;
    std::vector<const net::FolderRow*> folders; // Shown ones.
};

// One folder: its name, and a cell for each person shown.
void folder_rights_row_ui(
    const DocumentsContext& d,
    const RightsMatrix& matrix,
    const net::FolderRow& folder,
    ui::Rect row
);
// Arrows lead to the next cell that can be changed.
void roam_rights(const DocumentsContext& d, const RightsMatrix& matrix);
// What a change would do is asked and shown before it is made: rights of some people on the folder,
// or null for its cascade.
void ask_rights(const DocumentsContext& d, const net::FolderRow& folder, Json rights);

} // namespace carnet::views
