// Search and commands in one field (design 08): clients from the book at once, contacts from the
// server, commands.
#pragma once

#include "web/app/context.hpp"

#include <functional>

namespace carnet::views {

enum class PaletteCategory { all, clients, contacts, projects, commands };

struct PaletteItem {
    PaletteCategory category = PaletteCategory::commands;
    std::int64_t client_id = 0;
    std::int64_t contact_id = 0;
    std::string label;
    std::string detail;
    const char* icon = nullptr; // Commands.
    std::string_view shortcut = {};
    ClientState state = ClientState::prospect;
    std::function<void(app::Context&)> run;
};

struct PaletteView {
    bool open = false;
    bool just_opened = false; // Takes the focus and forgets what was there.
    std::string text;
    int category = 0;
    int cursor = 0;                 // Index into items.
    bool cursor_moved = false;      // By a key: it must be scrolled into view.
    int run_index = -1;             // Clicked in this frame.
    std::vector<PaletteItem> items; // Of the last frame.
    std::int64_t clients_found = 0;
    std::vector<Slot> slots;                      // The clients to show, best first…
    std::string searched;                         // …for this text…
    std::uint64_t searched_revision = UINT64_MAX; // …in this state of the book.
};

void palette_ui(PaletteView& view, app::Context& context);

// Fills view.items for the typed text; exposed for tests.
void palette_search(PaletteView& view, app::Context& context);

} // namespace carnet::views
