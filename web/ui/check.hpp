// Checkbox (with a partial state), radio buttons, switch.
#pragma once

#include "web/ui/layout.hpp"

#include <span>

namespace carnet::ui {

struct CheckOptions {
    bool partial = false; // Shown with a minus; a click ticks it.
    bool disabled = false;
    Label disabled_reason = {};
    bool hide_label = false; // The label is only the accessible name.
    Label detail = {};       // Second line, grey.
    const char* id = nullptr;
    bool no_tab_stop = false; // In a grid: the grid is the stop.
    Label error = {};
};
bool checkbox(Label label, bool& on, const CheckOptions& options = {}); // True when it was changed.

struct SwitchOptions {
    bool portal = false; // Violet: the client can see it.
    bool disabled = false;
    Label disabled_reason = {};
    bool hide_label = false;
    Label detail = {};
    bool label_left = false; // "Envoyer le mail ( o)": label first.
    float width = 0;         // With label_left and `fill`: the switch at the right end.
    const char* id = nullptr;
};
bool toggle(Label label, bool& on, const SwitchOptions& options = {});

struct RadioItem {
    Label label;
    Label detail = {};
    bool disabled = false;
};
struct RadioOptions {
    bool horizontal = false;
    bool cards = false;     // Bordered blocks, as in the conflict dialog.
    bool hide_label = true; // Of the group.
    bool disabled = false;
    const char* id = nullptr;
};
bool radio_group(
    Label name, int& index, std::span<const RadioItem> items, const RadioOptions& options = {}
);

} // namespace carnet::ui
