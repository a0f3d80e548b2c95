// The tab Documents of a client sheet (design 04): tree and files, rights of folders with cascade
// and eye, the bin. One file per region.
#pragma once

#include "shared/core/json.hpp"
#include "web/app/context.hpp"
#include "web/app/uploads.hpp"
#include "web/ui/ui.hpp"
#include "web/views/selection.hpp"

#include <memory>
#include <optional>
#include <string>

namespace carnet::views {

// A name being typed: of a new folder, or a new one for a folder or a file.
struct NamingDialog {
    bool open = false;
    bool is_folder = true;
    std::int64_t id = 0; // 0: a new folder.
    std::int64_t parent_id = 0;
    std::int64_t version = 0;
    std::string name;
    std::string error;
    net::Ticket ticket;
};

struct MovingDialog {
    bool open = false;
    bool is_folder = false;
    Ids ids; // One folder, or any number of files.
    std::string name;
    std::int64_t target = 0;
};

// An answer that is looked at once and not kept.
using Asked = std::shared_ptr<std::optional<Result<Json>>>;

struct DocumentsView {
    std::string search;
    std::int64_t cursor = -1;
    ListSelection selection; // Of the files.
    NamingDialog naming;
    MovingDialog moving;
    bool versions_open = false;
    std::string versions_name;
    std::int64_t versions_of = 0;
    std::int64_t version_of = 0; // The file that is picked next is a version of this document.
    bool show_team = true;
    Ids folded; // Folders whose sub-folders are not shown.
    // The cell of the rights that the keyboard is on: one Tab stop, arrows inside. Person -1: the
    // folder's name.
    std::int64_t at_folder = 0;
    int at_person = -1;
    bool at_focused = false;
    int at_moving = 0;            // Frames left for the cell to take the focus.
    std::size_t first_person = 0; // Of those there is no room for on one screen.
    std::string eye;              // "contact=5", "user=3"; "": nobody's.
    // The list of changes that is looked at before they are made.
    std::int64_t cascade_folder = 0;
    std::string cascade_name;
    Json rights; // Of some people on that folder; null: its cascade.
    Asked cascade;
    bool cascade_focus = false; // Its button takes the focus.
};

struct DocumentsContext {
    DocumentsView& view;
    app::Context& context;
    const app::ClientRoute& route;
    const net::DocumentsPage& page;
    std::int64_t client_id = 0;
};

void client_documents_ui(
    DocumentsView& view,
    const net::ClientSheet& sheet,
    const app::ClientRoute& route,
    app::Context& context,
    ui::Rect box
);

// --- Regions ---
void document_tree_ui(const DocumentsContext& documents, ui::Rect box);
void document_files_ui(const DocumentsContext& documents, ui::Rect box);
void document_dialogs_ui(const DocumentsContext& documents);
void document_uploads_ui(const DocumentsContext& documents, ui::Rect& box); // Cuts its strip off.
void folder_rights_ui(const DocumentsContext& documents, ui::Rect box);
void folder_cascade_ui(const DocumentsContext& documents, ui::Rect box);

// --- Shared ---
// The folders that are shown, in order: not those below a folded one, but with a search every one
// whose name has its words.
std::vector<const net::FolderRow*>
shown_folders(const DocumentsContext& documents, std::string_view words = {});
// The arrowhead of a folder that has others below it. With `focused`, ← folds and → unfolds.
void fold_ui(
    const DocumentsContext& documents, const net::FolderRow& folder, ui::Rect box, bool focused
);
bool is_folded(const DocumentsView& view, std::int64_t folder);
// What the person may do in the open folder.
FolderAccess document_access_here(const DocumentsContext& documents);
// Asks for files; with a document, for one that becomes its next version.
void pick_documents(const DocumentsContext& documents, std::int64_t document_id);
const Text& access_word(FolderAccess access);
ui::Color access_color(FolderAccess access);
const char* access_icon(FolderAccess access);
// One write of this client with its toast.
void send_write(
    const DocumentsContext& documents,
    const char* method,
    std::string path,
    Json body,
    std::string toast,
    net::Ticket ticket = {}
);
void ask_once(const DocumentsContext& documents, net::HttpRequest request, Asked& asked);
void name_folder(const DocumentsContext& documents, const net::FolderRow* folder);
void open_folder(const DocumentsContext& documents, std::int64_t folder_id);

} // namespace carnet::views
