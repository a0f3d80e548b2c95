// The keyboard map: one table that decides what a key does and feeds the panel "?" (design.md §6).
// Letters follow the character produced, digits the physical key, so that both work on an AZERTY
// keyboard.
#pragma once

#include "shared/core/i18n.hpp"

#include <span>
#include <string_view>

namespace carnet::app {

enum class Shortcut {
    palette,
    find,
    help,
    undo,
    redo,
    create,
    go_clients,
    go_projects,
    go_settings,
    list_move,
    list_open,
    list_peek,
    list_tick,
    list_extend,
    list_all,
    edit,
    log,
    memo,
    view_as,
    next_client,
    previous_client,
    tab_1,
    tab_2,
    tab_3,
    tab_4,
    tab_5,
    tab_6,
    kind_1,
    kind_2,
    kind_3,
    kind_4,
    kind_5,
    right_none,
    right_read,
    right_full,
    cascade,
    save,
    submit,
    escape,
    region,
};

enum class ShortcutGroup { everywhere, list, sheet, form };

struct ShortcutRow {
    Shortcut shortcut;
    ShortcutGroup group;
    Text caps; // As key caps are drawn: "Ctrl+K". Empty rows are not shown in the panel.
    Text meaning;
    bool alone = true; // Acts only when no text field, popover or dialog has the keyboard.
};
std::span<const ShortcutRow> shortcut_rows();

// True in the frame its keys went down. Rows that the widgets handle themselves (list_…, escape,
// region) never are.
bool shortcut_pressed(Shortcut shortcut);

// Once per frame, before views are drawn: reads the keys.
void read_shortcuts();
// Letters, digits and signs alone are commands, unless a person switches that off: who speaks to
// the computer or has unsteady hands would set them off by accident (WCAG 2.1, 2.1.4).
bool letters_act();
void set_letters_act(bool act);
// No text field, popover or dialog has the keyboard.
bool keys_free();

} // namespace carnet::app
