// The stack of toasts, drawn last.
#include "web/ui/toast.hpp"

#include "shared/texts/widgets.hpp"
#include "web/ui/button.hpp"
#include "web/ui/icons.hpp"
#include "web/ui/internal.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace carnet::ui {
namespace {

struct Shown {
    Toast toast;
    double until = 0; // 0: stays.
    std::int64_t number = 0;
    bool hovered = false;
    double since = 0;
    double timer = 0; // Time for which a frame has been asked.
};
std::vector<Shown> shown;
std::int64_t next_number = 1;
float bottom_space = 0;

constexpr double life_ms = 6000;
constexpr float width = 440, gap = 8, margin = 16;

bool stays(const Toast& t) {
    return t.sticky || t.tone == Tone::bad || t.progress >= 0;
}

const char* icon_of(const Toast& t) {
    if (t.icon)
        return t.icon;
    switch (t.tone) {
    case Tone::ok:
        return icon::check;
    case Tone::warn:
        return icon::alert_triangle;
    case Tone::bad:
        return icon::alert_circle;
    default:
        return icon::info_circle;
    }
}

float height_of(const Toast& t, float text_width) {
    const float second =
        t.text.empty() ? 0 : wrapped_height(t.text.view(), text_width, {.type = Type::small});
    return std::max(56.0f, 20 + spec_of(Type::body).line + second);
}

float action_width(const Toast& t) {
    if (t.action.empty())
        return 0;
    const float caps = t.shortcut.empty() || coarse() ? 0 : draw::key_caps_width(t.shortcut) + 8;
    return std::ceil(ui::text_width(t.action.view(), {.weight = Weight::medium})) + 20 + caps;
}

// What the toast asks for: 1 its action, 2 to be closed.
int toast_ui(const Toast& t, Rect box) {
    const ToneColors tone = colors_of(t.tone);
    draw::surface(box, Elevation::popover, metric::radius_panel);
    const ImVec2 mark{box.x + 26, box.center().y};
    draw::circle(mark, 14, color(tone.soft));
    draw::icon(mark, icon_of(t), 18, tone.text);
    const float right = box.right() - 8 - 24 - 12 - (t.action.empty() ? 0 : action_width(t) + 12);
    Rect words{box.x + 52, box.y, right - box.x - 52, box.h};
    const float line = spec_of(Type::body).line;
    const float second =
        t.text.empty() ? 0 : wrapped_height(t.text.view(), words.w, {.type = Type::small});
    words.y = std::floor(box.y + (box.h - line - second) / 2);
    draw::text(
        {words.x, words.y, words.w, line}, t.title.view(), Color::text, {.weight = Weight::medium}
    );
    draw::text_wrapped(
        {words.x, words.y + line, words.w, second},
        t.text.view(),
        Color::text_2,
        {.type = Type::small}
    );
    int wish = 0;
    if (!t.action.empty()) {
        at(right + 12, box.center().y - spec_of(Size::sm).height / 2);
        const ButtonKind kind = t.progress >= 0 ? ButtonKind::ghost : ButtonKind::secondary;
        if (button(t.action, {.kind = kind, .shortcut = t.shortcut, .id = "##action"}))
            wish = 1;
    }
    at(box.right() - 8 - 24, box.center().y - spec_of(Size::xs).height / 2);
    if (icon_button(icon::x, texts::widget::close, {.size = Size::xs}))
        wish = 2;
    if (t.progress >= 0) {
        ImGui::PushClipRect({box.x, box.bottom() - 3}, box.max(), true);
        const float w = std::clamp(t.progress, 0.0f, 1.0f) * box.w;
        draw::fill_corners(
            {box.x, box.bottom() - 20, std::max(w, 6.0f), 20},
            color(Color::accent),
            metric::radius_panel,
            w > box.w - 4 ? ImDrawFlags_RoundCornersBottom : ImDrawFlags_RoundCornersBottomLeft
        );
        ImGui::PopClipRect();
    }
    return wish;
}

void speak(const Toast& t) {
    std::string words(t.title.view());
    if (!t.text.empty())
        words += ". " + std::string(t.text.view());
    platform::announce(words, t.tone == Tone::bad);
}

} // namespace

void toast(Toast t) {
    const double until = stays(t) ? 0 : now_ms() + life_ms;
    if (!t.key.empty()) {
        for (Shown& old : shown) {
            if (old.toast.key != t.key)
                continue;
            const bool said = old.toast.title.view() == t.title.view() && t.progress >= 0;
            if (!said)
                speak(t);
            old.toast = std::move(t);
            old.until = until;
            platform::wake(2);
            return;
        }
    }
    speak(t);
    shown.push_back({std::move(t), until, next_number++, false, now_ms()});
    // More than four would hide the work: the oldest that goes by itself gives way.
    if (shown.size() > 4) {
        const auto old =
            std::find_if(shown.begin(), shown.end(), [](const Shown& s) { return s.until > 0; });
        if (old != shown.end())
            shown.erase(old);
    }
    platform::wake(3);
}

void close_toast(std::string_view key) {
    std::erase_if(shown, [&](const Shown& s) { return s.toast.key == key; });
    platform::wake(2);
}

int toast_count() {
    return static_cast<int>(shown.size());
}
void set_toast_bottom(float height) {
    bottom_space = height;
}

namespace detail {

void toasts_ui() {
    std::erase_if(shown, [](const Shown& s) {
        return s.until > 0 && s.until <= now_ms() && !s.hovered;
    });
    if (shown.empty())
        return;
    const Rect screen = viewport();
    const float w = std::min(width, screen.w - 2 * margin);
    float total = 0;
    std::vector<float> heights;
    for (const Shown& s : shown) {
        const float words = w - 52 - 44 - (s.toast.action.empty() ? 0 : action_width(s.toast) + 12);
        heights.push_back(height_of(s.toast, words));
        total += heights.back() + gap;
    }
    const Rect stack{
        screen.w - w - margin, screen.h - margin - bottom_space - total + gap, w, total - gap};
    ImGui::SetNextWindowPos(stack.min());
    ImGui::SetNextWindowSize({stack.w, stack.h});
    ImGui::Begin(
        "##toasts",
        nullptr,
        ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
            ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNav |
            ImGuiWindowFlags_NoFocusOnAppearing | ImGuiWindowFlags_NoScrollWithMouse
    );
    ImGui::BringWindowToDisplayFront(GImGui->CurrentWindow);
    GImGui->CurrentWindow->DrawList->PushClipRectFullScreen();
    std::function<void()> action;
    std::int64_t gone = 0;
    {
        a11y::Scope scope("region", texts::widget::notifications);
        FocusRegion region("toasts");
        // Over a dialog the toasts belong to its layer, or F6 could not reach them.
        float y = stack.y;
        for (std::size_t i = 0; i < shown.size(); ++i) {
            Shown& s = shown[i];
            const Rect box{stack.x, y, w, heights[i]};
            y += heights[i] + gap;
            Id id(s.number);
            a11y::Scope one("group", s.toast.title);
            s.hovered = box.contains(ImGui::GetIO().MousePos);
            a11y::text(s.toast.title, {box.x + 52, box.y + 10, box.w - 100, 20});
            if (!s.toast.text.empty())
                a11y::text(s.toast.text, {box.x + 52, box.y + 30, box.w - 100, 16});
            ImDrawList* const list = GImGui->CurrentWindow->DrawList;
            const int first = list->VtxBuffer.Size;
            const int wish = toast_ui(s.toast, box);
            appear_from(*list, first, s.since, motion_modal_ms, {0, motion_slide});
            if (wish == 1)
                action = s.toast.on_action;
            if (wish != 0)
                gone = s.number;
            if (s.until > 0) {
                if (s.hovered)
                    s.until = std::max(s.until, now_ms() + 2000);
                // One timer for each time it would go, not one for each frame in between.
                if (s.timer != s.until) {
                    s.timer = s.until;
                    platform::wake_after(static_cast<int>(std::max(20.0, s.until - now_ms() + 10)));
                }
            }
        }
    }
    GImGui->CurrentWindow->DrawList->PopClipRect();
    ImGui::End();
    if (gone)
        std::erase_if(shown, [&](const Shown& s) { return s.number == gone; }), platform::wake(2);
    if (action)
        action();
}

void forget_toasts() {
    shown.clear();
    bottom_space = 0;
}

} // namespace detail

} // namespace carnet::ui
