// Keys, pointer and wheel as web/glue/{keys,pointer}.js route them, into ImGui's queue. SDL sees
// none of them (§8).
#include "web/platform/browser/page.hpp"
#include "web/platform/platform.hpp"

#include <imgui.h>
#include <imgui_internal.h>

#include <array>
#include <cfloat>

namespace carnet::platform {
namespace {

struct NamedKey {
    std::string_view name;
    ImGuiKey key;
};
constexpr auto named_keys = std::to_array<NamedKey>({
    {"Tab", ImGuiKey_Tab},
    {"Enter", ImGuiKey_Enter},
    {"Escape", ImGuiKey_Escape},
    {"Space", ImGuiKey_Space},
    {"Backspace", ImGuiKey_Backspace},
    {"Delete", ImGuiKey_Delete},
    {"Insert", ImGuiKey_Insert},
    {"ArrowLeft", ImGuiKey_LeftArrow},
    {"ArrowRight", ImGuiKey_RightArrow},
    {"ArrowUp", ImGuiKey_UpArrow},
    {"ArrowDown", ImGuiKey_DownArrow},
    {"PageUp", ImGuiKey_PageUp},
    {"PageDown", ImGuiKey_PageDown},
    {"Home", ImGuiKey_Home},
    {"End", ImGuiKey_End},
    {"ContextMenu", ImGuiKey_Menu},
    {"F2", ImGuiKey_F2},
    {"F6", ImGuiKey_F6},
    {"F10", ImGuiKey_F10},
    {"Slash", ImGuiKey_Slash},
});

ImGuiKey key_of(std::string_view name) {
    if (name.size() == 1 && name[0] >= 'a' && name[0] <= 'z')
        return static_cast<ImGuiKey>(ImGuiKey_A + (name[0] - 'a'));
    if (name.size() == 1 && name[0] >= '0' && name[0] <= '9')
        return static_cast<ImGuiKey>(ImGuiKey_0 + (name[0] - '0'));
    for (const auto& row : named_keys)
        if (row.name == name)
            return row.key;
    return ImGuiKey_None;
}

enum Modifier { mod_ctrl = 1, mod_shift = 2, mod_alt = 4, mod_super = 8 };

void set_modifiers(int mods) {
    ImGuiIO& io = ImGui::GetIO();
    io.AddKeyEvent(ImGuiMod_Ctrl, (mods & mod_ctrl) != 0);
    io.AddKeyEvent(ImGuiMod_Shift, (mods & mod_shift) != 0);
    io.AddKeyEvent(ImGuiMod_Alt, (mods & mod_alt) != 0);
    io.AddKeyEvent(ImGuiMod_Super, (mods & mod_super) != 0);
}

// The browser repeats a held key faster than a slow machine draws: what has not been seen yet must
// not pile up.
bool backlog() {
    return GImGui->InputEventsQueue.Size > 24;
}

// Scrolling by exactly the browser's pixels: ImGui multiplies a wheel step by five lines.
float wheel_steps(float pixels) {
    return -pixels / (5.0f * ImGui::GetFontSize());
}

} // namespace

extern "C" {

// A key is pressed and released at once: the release of a key held with Cmd never comes on macOS,
// and what repeats is the browser's business.
EMSCRIPTEN_KEEPALIVE void app_key(const char* name, int mods, int repeated) {
    const ImGuiKey key = key_of(name);
    if (key == ImGuiKey_None || !ImGui::GetCurrentContext() || (repeated && backlog()))
        return;
    ImGuiIO& io = ImGui::GetIO();
    set_modifiers(mods);
    io.AddKeyEvent(key, true);
    io.AddKeyEvent(key, false);
    set_modifiers(0);
    wake_for_press(3);
}

// A character typed while no text field has the focus.
EMSCRIPTEN_KEEPALIVE void app_character(const char* text) {
    if (!ImGui::GetCurrentContext())
        return;
    ImGui::GetIO().AddInputCharactersUTF8(text);
    wake_for_press(3);
}

EMSCRIPTEN_KEEPALIVE void app_pointer_move(float x, float y, int mods, int touch) {
    ImGuiIO& io = ImGui::GetIO();
    io.AddMouseSourceEvent(touch ? ImGuiMouseSource_TouchScreen : ImGuiMouseSource_Mouse);
    set_modifiers(mods);
    io.AddMousePosEvent(x, y);
    wake(2);
}

EMSCRIPTEN_KEEPALIVE void
app_pointer_button(float x, float y, int button, int down, int mods, int touch) {
    ImGuiIO& io = ImGui::GetIO();
    io.AddMouseSourceEvent(touch ? ImGuiMouseSource_TouchScreen : ImGuiMouseSource_Mouse);
    set_modifiers(mods);
    io.AddMousePosEvent(x, y);
    io.AddMouseButtonEvent(button, down != 0);
    wake_for_press(4);
}

EMSCRIPTEN_KEEPALIVE void app_pointer_gone() {
    ImGuiIO& io = ImGui::GetIO();
    set_modifiers(0);
    io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
    wake(2);
}

EMSCRIPTEN_KEEPALIVE void app_wheel(float x, float y, float pixels_x, float pixels_y, int touch) {
    ImGuiIO& io = ImGui::GetIO();
    io.AddMouseSourceEvent(touch ? ImGuiMouseSource_TouchScreen : ImGuiMouseSource_Mouse);
    set_modifiers(0);
    io.AddMousePosEvent(x, y);
    io.AddMouseWheelEvent(wheel_steps(pixels_x), wheel_steps(pixels_y));
    wake(2);
}

// The window lost or got the focus.
EMSCRIPTEN_KEEPALIVE void app_focus_window(int focused) {
    if (!ImGui::GetCurrentContext())
        return;
    ImGuiIO& io = ImGui::GetIO();
    if (!focused)
        io.ClearInputKeys();
    io.AddFocusEvent(focused != 0);
    wake(2);
}

} // extern "C"

EM_JS(int, page_is_mac, (), { return carnet.keys.mac ? 1 : 0; });
EM_JS(int, page_media, (const char* query), { return carnet.media(UTF8ToString(query)) ? 1 : 0; });
EM_JS(char*, page_language, (), { return carnet.keep(navigator.language || "fr-FR"); });
EM_JS(double, page_keyboard_inset, (), { return carnet.screen.keyboardInset; });

bool is_mac() {
    return page_is_mac() != 0;
}
bool coarse_pointer() {
    return page_media("(pointer: coarse)") != 0;
}
bool prefers_dark() {
    return page_media("(prefers-color-scheme: dark)") != 0;
}
bool prefers_reduced_motion() {
    return page_media("(prefers-reduced-motion: reduce)") != 0;
}
bool prefers_contrast() {
    return page_media("(prefers-contrast: more)") != 0 ||
           page_media("(forced-colors: active)") != 0;
}
std::string browser_language() {
    return taken(page_language());
}
float keyboard_inset() {
    return static_cast<float>(page_keyboard_inset());
}

} // namespace carnet::platform
