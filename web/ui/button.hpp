// Buttons: primary (one per screen), secondary, ghost, danger, portal; icon only, busy, split, with
// key cap.
#pragma once

#include "web/ui/layout.hpp"

namespace carnet::ui {

enum class ButtonKind : std::uint8_t { secondary, primary, ghost, danger, danger_outline, portal };

struct ButtonOptions {
    ButtonKind kind = ButtonKind::secondary;
    Size size = Size::sm;             // `md` in forms, `lg` for sign-in.
    const char* icon = nullptr;       // Before the label.
    const char* icon_after = nullptr; // Chevron of a menu button.
    std::string_view shortcut = {};   // Drawn as a key cap; the view handles the key.
    bool busy = false;                // Spinner instead of the icon, same width, clicks ignored.
    bool disabled = false;
    Label disabled_reason = {}; // Tooltip of a disabled button.
    float width = 0;            // 0: natural; `fill`.
    Label tooltip = {};
    const char* id = nullptr; // When the label changes or repeats.
    bool has_popup = false;   // It opens a menu or a dialog.
    bool pressed = false;     // Toggle that is on.
    bool left_aligned = false;
};
bool button(Label label, const ButtonOptions& options = {});

struct IconButtonOptions {
    ButtonKind kind = ButtonKind::ghost;
    Size size = Size::sm;
    std::string_view shortcut = {}; // In the tooltip.
    bool busy = false;
    bool disabled = false;
    Label disabled_reason = {};
    const char* id = nullptr;
    bool has_popup = false;
    bool toggled = false;            // Shown pressed.
    Color icon_color = Color::clear; // Otherwise by kind.
    float icon_size = 0;             // 0: by size.
};
// `name` is its accessible name and tooltip.
bool icon_button(const char* icon, Label name, const IconButtonOptions& options = {});

enum class SplitEvent : std::uint8_t { none, main, menu };
// "Envoyer | v": `menu` means: open the menu (anchored to the last item).
SplitEvent split_button(Label label, Label menu_name, const ButtonOptions& options = {});

// An entry of the navigation rail: 32 px, or 36 × 40 with the tooltip as its name when the rail is
// closed.
struct NavItemOptions {
    const char* icon = nullptr;
    Label count = {};
    bool urgent = false; // Count on red; a red pip when closed.
    bool current = false;
    bool closed = false;
    std::string_view shortcut = {};
    const char* id = nullptr;
    std::string_view href = {};
};
bool nav_item(Label label, const NavItemOptions& options);

// An area without a look that can be clicked and focused: rows and cards drawn by views.
struct PressableOptions {
    std::string_view role = "button";
    bool disabled = false;
    bool no_tab_stop = false;
    float radius = metric::radius_control;
    std::uint32_t mirror_flags = 0;
    std::string_view href = {};
    bool hover_fill = true; // `hover` behind it while the pointer is over it.
};
struct Press {
    bool clicked = false, hovered = false, held = false, focused = false, double_clicked = false,
         context = false;
    Rect box;
};
Press pressable(const char* id, Label name, Rect box, const PressableOptions& options = {});

} // namespace carnet::ui
