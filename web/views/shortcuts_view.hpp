// The panel "?": what the keys do, from the same table that reads them.
#pragma once

#include "web/app/context.hpp"

namespace carnet::views {

struct ShortcutsView {
    bool open = false;
};

void shortcuts_ui(ShortcutsView& view, app::Context& context);

} // namespace carnet::views
