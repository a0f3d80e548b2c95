// The frame around every screen: navigation rail or phone tab bar, banners, and the one panel that
// holds the content.
#pragma once

#include "web/app/context.hpp"
#include "web/ui/draw.hpp"

namespace carnet::views {

struct ShellView {
    bool rail_open = true;        // The person's choice; kept in this browser.
    bool newer_dismissed = false; // "A new version is available" was closed.
};

// Draws the frame and returns the box of the panel's content, below the banners.
ui::Rect shell_ui(ShellView& view, app::Context& context);

// Whether the navigation rail is drawn open: the person's choice, on the list, on a wide screen.
bool rail_is_open(const ShellView& view, const app::Context& context);

} // namespace carnet::views
