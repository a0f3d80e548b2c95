// Reading of the keyboard map from ImGui's input.
#include "web/app/shortcuts.hpp"

#include "shared/texts/app_shortcuts.hpp"
#include "web/platform/platform.hpp"
#include "web/ui/focus.hpp"
#include "web/ui/modal.hpp"

#include <imgui.h>
#include <imgui_internal.h>

#include <array>

namespace carnet::app {

namespace {

using enum Shortcut;
using enum ShortcutGroup;

constexpr auto rows = std::to_array<ShortcutRow>({
    {palette, everywhere, {"Ctrl+K", "Ctrl+K"}, texts::key_palette, false},
    {find, everywhere, {"/", "/"}, texts::key_find},
    {help, everywhere, {"?", "?"}, texts::key_help},
    {go_clients, everywhere, {"g+c", "g+c"}, texts::key_go_clients},
    {go_projects, everywhere, {"g+j", "g+j"}, texts::key_go_projects},
    {go_settings, everywhere, {"g+s", "g+s"}, texts::key_go_settings},
    {create, everywhere, {"n", "n"}, texts::key_new},
    {undo, everywhere, {"Ctrl+Z", "Ctrl+Z"}, texts::key_undo},
    {redo, everywhere, {"Ctrl+Maj+Z", "Ctrl+Shift+Z"}, texts::key_redo},
    {region, everywhere, {"F6", "F6"}, texts::key_region},
    {escape, everywhere, {"Échap", "Esc"}, texts::key_escape},
    {list_move, list, {"j+k", "j+k"}, texts::key_list_move},
    {list_open, list, {"Entrée", "Enter"}, texts::key_list_open},
    {list_peek, list, {"Espace", "Space"}, texts::key_list_peek},
    {list_tick, list, {"x", "x"}, texts::key_list_tick},
    {list_extend, list, {"Maj+j", "Shift+j"}, texts::key_list_extend},
    {list_all, list, {"Ctrl+A", "Ctrl+A"}, texts::key_list_all},
    {edit, sheet, {"e", "e"}, texts::key_edit},
    {log, sheet, {"c", "c"}, texts::key_log},
    {memo, sheet, {"m", "m"}, texts::key_memo},
    {view_as, sheet, {"v", "v"}, texts::key_view_as},
    {tab_1, sheet, {"Alt+1", "Alt+1"}, texts::key_tab},
    {tab_2, sheet, {}, {}},
    {tab_3, sheet, {}, {}},
    {tab_4, sheet, {}, {}},
    {tab_5, sheet, {}, {}},
    {tab_6, sheet, {}, {}},
    {previous_client, sheet, {"Alt+↑", "Alt+↑"}, texts::key_previous_client, false},
    {next_client, sheet, {"Alt+↓", "Alt+↓"}, texts::key_next_client, false},
    {kind_1, sheet, {"1+5", "1+5"}, texts::key_kind},
    {kind_2, sheet, {}, {}},
    {kind_3, sheet, {}, {}},
    {kind_4, sheet, {}, {}},
    {kind_5, sheet, {}, {}},
    {right_none, sheet, {"0+1+2", "0+1+2"}, texts::key_right},
    {right_read, sheet, {}, {}},
    {right_full, sheet, {}, {}},
    {cascade, sheet, {"Maj+c", "Shift+c"}, texts::key_cascade},
    {save, form, {"Ctrl+S", "Ctrl+S"}, texts::key_save, false},
    {submit, form, {"Ctrl+Entrée", "Ctrl+Enter"}, texts::key_submit, false},
});

constexpr std::size_t shortcut_count = static_cast<std::size_t>(region) + 1;

struct Keys {
    std::array<bool, shortcut_count> down{};
    double g_at_ms = -1e9; // When the first half of "g then c" was typed.
    bool letters = true;
};
Keys keys;

constexpr double chord_ms = 1500;

bool chord(ImGuiKeyChord wanted) {
    return ImGui::IsKeyChordPressed(wanted, ImGuiInputFlags_RouteAlways);
}

bool letter(ImGuiKey key) {
    const ImGuiIO& io = ImGui::GetIO();
    return keys.letters && !io.KeyCtrl && !io.KeyAlt && !io.KeySuper && !io.KeyShift &&
           ImGui::IsKeyPressed(key, false);
}

bool character(ImWchar wanted) {
    for (const ImWchar c : ImGui::GetIO().InputQueueCharacters)
        if (c == wanted && keys.letters)
            return true;
    return false;
}

bool digit(int n) {
    const ImGuiIO& io = ImGui::GetIO();
    if (!keys.letters || io.KeyCtrl || io.KeyAlt || io.KeySuper)
        return false;
    return ImGui::IsKeyPressed(static_cast<ImGuiKey>(ImGuiKey_0 + n), false) ||
           ImGui::IsKeyPressed(static_cast<ImGuiKey>(ImGuiKey_Keypad0 + n), false);
}

void set(Shortcut shortcut, bool down) {
    keys.down[static_cast<std::size_t>(shortcut)] = down;
}

bool alt_digit(int n) {
    return chord(ImGuiMod_Alt | static_cast<ImGuiKey>(ImGuiKey_0 + n));
}

void read_chords() {
    set(palette, chord(ImGuiMod_Ctrl | ImGuiKey_K));
    set(save, chord(ImGuiMod_Ctrl | ImGuiKey_S));
    set(submit,
        chord(ImGuiMod_Ctrl | ImGuiKey_Enter) || chord(ImGuiMod_Ctrl | ImGuiKey_KeypadEnter));
    set(previous_client, chord(ImGuiMod_Alt | ImGuiKey_UpArrow));
    set(next_client, chord(ImGuiMod_Alt | ImGuiKey_DownArrow));
}

void read_letters() {
    const bool after_g = platform::monotonic_ms() - keys.g_at_ms < chord_ms;
    ui::set_letters(keys.letters && !after_g);
    if (letter(ImGuiKey_G))
        keys.g_at_ms = platform::monotonic_ms();
    set(go_clients, after_g && letter(ImGuiKey_C));
    set(go_projects, after_g && letter(ImGuiKey_J));
    set(go_settings, after_g && letter(ImGuiKey_S));
    if (after_g && (letter(ImGuiKey_C) || letter(ImGuiKey_J) || letter(ImGuiKey_S)))
        keys.g_at_ms = -1e9;
    set(find, character('/') || chord(ImGuiMod_Ctrl | ImGuiKey_F));
    set(help, character('?'));
    set(create, letter(ImGuiKey_N));
    set(undo, chord(ImGuiMod_Ctrl | ImGuiKey_Z));
    set(redo, chord(ImGuiMod_Ctrl | ImGuiMod_Shift | ImGuiKey_Z));
    set(edit, letter(ImGuiKey_E));
    set(log, !after_g && letter(ImGuiKey_C));
    set(memo, letter(ImGuiKey_M));
    set(view_as, letter(ImGuiKey_V));
    for (int n = 0; n < 6; ++n)
        set(static_cast<Shortcut>(static_cast<int>(tab_1) + n), alt_digit(n + 1));
    for (int n = 0; n < 5; ++n)
        set(static_cast<Shortcut>(static_cast<int>(kind_1) + n), digit(n + 1));
    for (int n = 0; n < 3; ++n)
        set(static_cast<Shortcut>(static_cast<int>(right_none) + n), digit(n));
    set(cascade, keys.letters && chord(ImGuiMod_Shift | ImGuiKey_C));
}

} // namespace

std::span<const ShortcutRow> shortcut_rows() {
    return rows;
}

bool letters_act() {
    return keys.letters;
}

void set_letters_act(bool act) {
    keys.letters = act;
}

bool keys_free() {
    return !ui::typing() && !ui::any_layer_open();
}

void read_shortcuts() {
    keys.down.fill(false);
    read_chords();
    if (keys_free())
        read_letters();
}

bool shortcut_pressed(Shortcut shortcut) {
    return keys.down[static_cast<std::size_t>(shortcut)];
}

} // namespace carnet::app
