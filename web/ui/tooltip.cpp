// The one tooltip of the screen.
#include "web/ui/tooltip.hpp"

#include "web/ui/internal.hpp"

#include <cmath>

namespace carnet::ui {
namespace {

constexpr double delay_ms = 400;
constexpr float padding_x = 10, padding_y = 6;

float body_width(std::string_view text, std::string_view shortcut) {
    const float words = std::ceil(text_width(text, {.type = Type::small}));
    return words + (shortcut.empty() ? 0 : 8 + draw::key_caps_width(shortcut));
}

void remember(ImGuiID id, Rect box, Label text, const TooltipOptions& options) {
    auto& tip = detail::state().tooltip;
    tip.id = id;
    tip.box = box;
    tip.text = text.view();
    tip.shortcut = options.shortcut;
    tip.second = options.second_line.view();
    tip.max_width = options.max_width;
}

} // namespace

void tooltip(Label text, const TooltipOptions& options) {
    const auto& s = detail::state();
    if (s.last_id == 0)
        return tooltip_over(s.last_box, text, options);
    detail::tooltip_for(s.last_id, s.last_box, text, options);
}

void tooltip_over(Rect box, Label text, const TooltipOptions& options) {
    auto& s = detail::state();
    const bool inside = ImGui::IsMouseHoveringRect(box.min(), box.max()) &&
                        GImGui->HoveredWindow == GImGui->CurrentWindow;
    if (!inside || text.empty() || GImGui->ActiveId != 0)
        return;
    const ImGuiID id = ImHashStr(text.view().data(), text.view().size(), GImGui->CurrentWindow->ID);
    // A widget under the pointer keeps its hover; the words only fill in when nothing else speaks.
    if (s.hover_now == 0)
        s.hover_now = id;
    if (s.hover_id == s.hover_now && s.now - s.hover_since >= delay_ms && s.tooltip.id == 0)
        remember(id, box, text, options);
}

void detail::tooltip_for(ImGuiID id, Rect box, Label text, const TooltipOptions& options) {
    auto& s = state();
    if (text.empty() || id == 0)
        return;
    const bool by_pointer = s.hover_now == id && s.hover_id == id &&
                            s.now - s.hover_since >= delay_ms && GImGui->ActiveId == 0;
    const bool by_key = s.keyboard && is_focused(id);
    if (by_pointer || (by_key && s.tooltip.id == 0))
        remember(id, box, text, options);
}

void draw::tooltip(ImVec2 tip, std::string_view words, std::string_view shortcut) {
    const float w = body_width(words, shortcut) + 2 * padding_x;
    const float h = (shortcut.empty() ? 16.0f : 18.0f) + 2 * padding_y;
    const Rect box{std::floor(tip.x - w / 2), tip.y - 6 - h, w, h};
    fill(box, Color::tip, metric::radius_control);
    detail::list()->AddTriangleFilled(
        {tip.x - 6, tip.y - 6}, {tip.x + 6, tip.y - 6}, tip, color(Color::tip)
    );
    const float words_width = std::ceil(text_width(words, {.type = Type::small}));
    text(
        {box.x + padding_x, box.y, words_width, box.h},
        words,
        Color::tip_text,
        {.type = Type::small}
    );
    if (!shortcut.empty())
        key_caps({box.x + padding_x + words_width + 8, box.center().y}, shortcut, false, true);
}

void detail::draw_tooltip() {
    const auto& tip = state().tooltip;
    if (tip.id == 0)
        return;
    const Rect screen = viewport();
    const float words = std::ceil(text_width(tip.text, {.type = Type::small}));
    const float room = std::min(tip.max_width, screen.w - 16) - 2 * padding_x;
    const float caps = tip.shortcut.empty() ? 0 : 8 + draw::key_caps_width(tip.shortcut);
    const float text_room = std::min(words, room - caps);
    const float text_height = wrapped_height(tip.text, text_room + 1, {.type = Type::small});
    const float second = std::ceil(text_width(tip.second, {.type = Type::small}));
    const float w = std::max(text_room + caps, std::min(second, room)) + 2 * padding_x;
    const float h = std::max(text_height, caps > 0 ? 18.0f : 0.0f) +
                    (tip.second.empty() ? 0 : 16.0f) + 2 * padding_y;
    const bool below = tip.box.y - h - 8 < 4;
    Rect box{
        std::floor(tip.box.center().x - w / 2),
        below ? tip.box.bottom() + 8 : tip.box.y - 8 - h,
        w,
        h};
    box.x = std::clamp(box.x, 4.0f, std::max(4.0f, screen.w - w - 4));
    box.y = std::floor(std::clamp(box.y, 4.0f, std::max(4.0f, screen.h - h - 4)));
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize({screen.w, screen.h});
    ImGui::Begin(
        "##tooltip",
        nullptr,
        ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoInputs | ImGuiWindowFlags_NoBackground |
            ImGuiWindowFlags_Tooltip | ImGuiWindowFlags_NoSavedSettings |
            ImGuiWindowFlags_NoFocusOnAppearing
    );
    draw::fill(box, Color::tip, metric::radius_control);
    const float point =
        std::clamp(tip.box.center().x, box.x + 12, std::max(box.x + 12, box.right() - 12));
    const float base = below ? box.y : box.bottom(), peak = below ? box.y - 6 : box.bottom() + 6;
    list()->AddTriangleFilled(
        {point - 6, base}, {point + 6, base}, {point, peak}, color(Color::tip)
    );
    draw::text_wrapped(
        {box.x + padding_x,
         box.y + padding_y + (caps > 0 && text_height < 18 ? 1.0f : 0.0f),
         text_room + 1,
         text_height},
        tip.text,
        Color::tip_text,
        {.type = Type::small}
    );
    if (caps > 0)
        draw::key_caps(
            {box.x + padding_x + text_room + 8, box.y + padding_y + 9}, tip.shortcut, false, true
        );
    if (!tip.second.empty())
        draw::text(
            {box.x + padding_x, box.bottom() - padding_y - 16, w - 2 * padding_x, 16},
            tip.second,
            Color::tip_text_2,
            {.type = Type::small}
        );
    a11y::Node node;
    node.role = "tooltip";
    node.name = tip.second.empty() ? tip.text : tip.text + ", " + tip.second;
    a11y::add(std::move(node), box);
    ImGui::End();
    ImGui::BringWindowToDisplayFront(ImGui::FindWindowByName("##tooltip"));
}

} // namespace carnet::ui
