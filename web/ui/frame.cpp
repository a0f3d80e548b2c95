// Start and end of each frame, and the state of the interface.
#include "web/ui/frame.hpp"

#include "web/ui/internal.hpp"
#include "web/ui/toast.hpp"

#include "web/platform/agent_input.hpp"

#include <memory>

namespace carnet::ui {
namespace {

std::unique_ptr<detail::State> current;

void root_window() {
    const ImGuiViewport* view = ImGui::GetMainViewport();
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(view->Size);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
    ImGui::Begin(
        "##page",
        nullptr,
        ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
            ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoBringToFrontOnFocus |
            ImGuiWindowFlags_NoScrollWithMouse
    );
    ImGui::PopStyleVar();
}

} // namespace

detail::State& detail::state() {
    if (!current)
        current = std::make_unique<State>();
    return *current;
}

void init() {
    detail::state();
    auto& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    // The focus moves by our own rules (focus.cpp), not by ImGui's directional navigation.
    io.ConfigFlags &= ~ImGuiConfigFlags_NavEnableKeyboard;
    io.ConfigInputTextCursorBlink = false; // A steady caret needs no frames.
    io.ConfigNavEscapeClearFocusItem = false;
    io.ConfigNavCursorVisibleAuto = false;
    io.ConfigWindowsMoveFromTitleBarOnly = true;
    ImGuiContext& g = *GImGui;
    g.ConfigNavWindowingKeyNext = g.ConfigNavWindowingKeyPrev = 0;
    g.TestEngineHookItems = true;
    detail::style_start();
}

void shutdown() {
    a11y::detail::shutdown();
    detail::forget_toasts();
    detail::reset_windows();
    current.reset();
}

void begin_frame() {
    auto& s = detail::state();
    s.now = platform::monotonic_ms();
    detail::refresh_theme();
    GImGui->DrawListSharedData.InitialFringeScale = s.pixel;
    a11y::detail::begin_frame();
    detail::begin_focus_frame();
    s.seen_rows.clear();
    s.tooltip = {};
    s.hover_now = 0;
    s.hovers_before.swap(s.hovers);
    s.hovers.clear();
    s.quick_click = 0;
    root_window();
}

void end_frame() {
    auto& s = detail::state();
    ImGui::End();
    detail::toasts_ui();
    detail::finish_quick_click();
    detail::forget_windows();
    if (s.hover_now != s.hover_id) {
        s.hover_id = s.hover_now;
        s.hover_since = s.now;
        if (s.hover_id)
            platform::wake_after(420);
    }
    detail::draw_tooltip();
    detail::end_focus_frame();
    platform::agent_end_frame();
    a11y::detail::end_frame();
    if (s.now < s.animate_until)
        platform::wake(1);
}

Language language() {
    return detail::state().language;
}
void set_language(Language language) {
    detail::state().language = language;
}

Id::Id(std::int64_t key) {
    ImGui::PushID(
        reinterpret_cast<const char*>(&key), reinterpret_cast<const char*>(&key) + sizeof key
    );
}
Id::Id(std::string_view key) {
    ImGui::PushID(key.data(), key.data() + key.size());
}
Id::~Id() {
    ImGui::PopID();
}

Disabled::Disabled(bool disabled) {
    ImGui::BeginDisabled(disabled);
}
Disabled::~Disabled() {
    ImGui::EndDisabled();
}

double now_ms() {
    return detail::state().now;
}
void animate_for(int ms) {
    auto& s = detail::state();
    const double until = s.now + ms;
    if (s.reduced_motion) {
        // Nothing moves, but what is shown for a while goes away: one frame at its end. Whoever
        // asks again in the meantime means the same end, give or take a millisecond.
        if (until > s.still_until + 2) {
            s.still_until = until;
            platform::wake_after(ms + 5); // A timer that comes too early would be the last one.
        }
        return;
    }
    s.animate_until = std::max(s.animate_until, until);
    platform::wake(1);
}

namespace detail {

bool reduced_motion() {
    return state().reduced_motion;
}
void wake_soon(int frames) {
    platform::wake(frames);
}
ImDrawList* list() {
    return ImGui::GetWindowDrawList();
}

std::string two(std::string_view a, std::string_view b) {
    std::string out(a);
    out.append(b);
    return out;
}

std::string named(const char* pattern, std::string_view name) {
    return carnet::fill(pattern, {{"name", name}});
}

std::size_t cut_utf8(std::string_view text, std::size_t bytes) {
    if (bytes >= text.size())
        return text.size();
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80)
        --bytes;
    return bytes;
}

void style_start() {
    ImGuiStyle& style = ImGui::GetStyle();
    style.WindowPadding = {0, 0};
    style.WindowBorderSize = style.ChildBorderSize = style.PopupBorderSize = style.FrameBorderSize =
        0;
    style.WindowRounding = 0;
    style.ChildRounding = style.PopupRounding = metric::radius_card;
    style.FrameRounding = metric::radius_control;
    style.ScrollbarRounding = style.GrabRounding = 4;
    style.ScrollbarSize = scrollbar_size;
    style.ItemSpacing = {8, 8};
    style.ItemInnerSpacing = {8, 4};
    style.WindowMinSize = {1, 1};
    style.FramePadding = {12, 6};
    style.DisabledAlpha = 1; // Disabled widgets have colours of their own.
    style.TouchExtraPadding = {0, 0};
    style.CircleTessellationMaxError = 0.15f;
    style.CurveTessellationTol = 0.75f;
}

void apply_imgui_colors() {
    const auto set = [](ImGuiCol which, ImU32 value) {
        ImGui::GetStyle().Colors[which] = ImGui::ColorConvertU32ToFloat4(value);
    };
    for (int i = 0; i < ImGuiCol_COUNT; ++i)
        ImGui::GetStyle().Colors[i] = {};
    set(ImGuiCol_Text, color(Color::text));
    set(ImGuiCol_TextDisabled, color(Color::text_3)); // Placeholders.
    set(ImGuiCol_TextSelectedBg, color(Color::accent_soft_2));
    set(ImGuiCol_InputTextCursor, color(Color::accent));
    set(ImGuiCol_ScrollbarGrab, color(Color::line_3));
    set(ImGuiCol_ScrollbarGrabHovered, color(Color::text_3));
    set(ImGuiCol_ScrollbarGrabActive, color(Color::text_3));
}

} // namespace detail

} // namespace carnet::ui
