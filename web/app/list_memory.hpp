// What the client list asks of the page beside drawing: settings this browser remembers, and what
// it tells tests.
#pragma once

#include "web/ui/draw.hpp"

#include <string>
#include <string_view>

namespace carnet::app {

std::string remembered(std::string_view key);
void remember(std::string_view key, std::string_view value);

// window.__carnet: what the frame being drawn shows.
void tell_list_state(
    std::string_view place, std::int64_t shown, std::string_view first_names, std::int64_t top
);
void tell_rect(std::string_view name, ui::Rect box);

// More frames soon: work is left that is done a little in each.
void draw_again();

} // namespace carnet::app
