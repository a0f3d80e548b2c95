// The few questions about keys and pointer that views with lists of their own ask beside the
// shortcuts.
#pragma once

#include "web/ui/draw.hpp"

namespace carnet::app {

int list_step(); // +1 for the down arrow, -1 for the up arrow, else 0.
int list_side(); // +1 for the right arrow, -1 for the left one, else 0.
bool tab_key();
bool pointer_moved(); // Since the last frame.
// Scrolls the current region so that the box is visible.
void scroll_into_view(ui::Rect box);

} // namespace carnet::app
