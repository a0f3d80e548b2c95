// Keyboard focus: Tab order, regions (F6), the ring that shows only after a key, and requests to
// move the focus. Tab stops are the widgets in the order they are drawn; a list, a tab bar or a
// grid is one stop with arrows inside.
#pragma once

#include "web/ui/draw.hpp"

namespace carnet::ui {

void focus_next_widget();  // The next widget drawn takes the focus (a new form, an error).
void focus_id(ImGuiID id); // The widget of this id, when it is drawn again.
void clear_focus();
ImGuiID focused_id();       // 0: none.
void set_letters(bool act); // Whether j, k and x alone are commands of lists in this frame.
bool keyboard_mode();       // The last input that moved the focus was a key.
bool typing();              // A text field has the focus: letters belong to it.

// A landmark that F6 / Maj F6 visits: the first focusable widget drawn inside.
class FocusRegion {
  public:
    explicit FocusRegion(std::string_view key);
    ~FocusRegion();
    FocusRegion(const FocusRegion&) = delete;
    FocusRegion& operator=(const FocusRegion&) = delete;
};

// Topmost thing that Échap closes; true once, for the caller that comes first from the top. Menus,
// popovers and dialogs handle their own; views use it for drawers, selections and modes, in that
// order, after drawing.
bool escape_pressed();

} // namespace carnet::ui
