// Tooltips: dark, after 400 ms on the pointer or at once on keyboard focus; with key caps when the
// action has a key.
#pragma once

#include "web/ui/layout.hpp"

namespace carnet::ui {

struct TooltipOptions {
    std::string_view shortcut = {};
    Label second_line = {};
    float max_width = 280;
};
// For the widget or the words drawn last.
void tooltip(Label text, const TooltipOptions& options = {});
// For a box a view has drawn.
void tooltip_over(Rect box, Label text, const TooltipOptions& options = {});

namespace detail {
void tooltip_for(ImGuiID id, Rect box, Label text, const TooltipOptions& options = {});
void draw_tooltip(); // By end_frame().
} // namespace detail

namespace draw {
// The look alone: arrow below, its tip at `tip`. For the gallery and for tests.
void tooltip(ImVec2 tip, std::string_view text, std::string_view shortcut);
} // namespace draw

} // namespace carnet::ui
