// "Qui voit cet élément ?": the eye beside every item the portal can show, and the one dialog that
// answers it. The sentences are the server's.
#pragma once

#include "web/app/context.hpp"
#include "web/ui/ui.hpp"

namespace carnet::views {

struct ReadersView {
    bool open = false;
    app::ShowReaders item;
};

void readers_ui(ReadersView& view, app::Context& context);

// The eye in an item's menu, or in its row when it has none.
void readers_item(ui::Menu& menu, const app::ShowReaders& item, const app::Context& context);
void readers_button(
    const app::ShowReaders& item, const std::string& name, const app::Context& context
);

} // namespace carnet::views
