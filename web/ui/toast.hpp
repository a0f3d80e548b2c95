// Toasts at the bottom right, newest below. Success goes after 6 s unless the pointer is on it;
// errors stay; they never take the focus (F6 reaches them) and are announced.
#pragma once

#include "web/ui/frame.hpp"
#include "web/ui/theme.hpp"

#include <functional>
#include <string>

namespace carnet::ui {

struct Toast {
    Tone tone = Tone::ok;
    OwnedLabel title = {};
    OwnedLabel text = {};
    const char* icon = nullptr;           // By tone when null.
    OwnedLabel action = {};               // "Annuler", "Corriger".
    std::string shortcut = {};            // "Ctrl Z" on the action.
    std::function<void()> on_action = {}; // Called at the end of the frame; closes the toast.
    float progress = -1;                  // 0–1: a 3 px bar; stays until closed or replaced.
    std::string key = {};                 // A toast with the same key is replaced in place.
    bool sticky = false;
};
void toast(Toast toast);
void close_toast(std::string_view key);
int toast_count();
// Space kept free under the toasts (phone tab bar, footer).
void set_toast_bottom(float height);

namespace detail {
void toasts_ui(); // By end_frame().
void forget_toasts();
} // namespace detail

} // namespace carnet::ui
