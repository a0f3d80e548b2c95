// How layers come up (design §8): the finished picture of a window fades in and slides by a few
// pixels. Only what is drawn moves: hit boxes and the mirror stand where the layer will stay. And
// how the colour of what is under the pointer comes in.
#include "web/ui/internal.hpp"

#include <algorithm>
#include <cmath>

namespace carnet::ui::detail {
namespace {

ImU32 faded(ImU32 color, float part) {
    const ImU32 alpha = (color >> IM_COL32_A_SHIFT) & 0xFF;
    const auto now = static_cast<ImU32>(std::lround(static_cast<float>(alpha) * part));
    return (color & ~IM_COL32_A_MASK) | (now << IM_COL32_A_SHIFT);
}

void move_vertices(ImDrawList& list, int from, float part, ImVec2 by) {
    for (int i = from; i < list.VtxBuffer.Size; ++i) {
        ImDrawVert& vertex = list.VtxBuffer[i];
        vertex.pos.x += by.x;
        vertex.pos.y += by.y;
        vertex.col = faded(vertex.col, part);
    }
}

void move_window(ImGuiWindow* window, float part, ImVec2 by) {
    move_vertices(*window->DrawList, 0, part, by);
    for (ImGuiWindow* child : window->DC.ChildWindows)
        if (child->Flags & ImGuiWindowFlags_ChildWindow)
            move_window(child, part, by);
}

// How much of the way is done, slowing down; 1 when nothing moves any more.
float eased(double since_ms, int duration_ms) {
    if (reduced_motion())
        return 1;
    const double age = state().now - since_ms;
    if (age >= duration_ms)
        return 1;
    animate_for(static_cast<int>(duration_ms - age) + 1);
    const double left = 1 - std::max(0.0, age) / duration_ms;
    return static_cast<float>(1 - left * left);
}

} // namespace

// Not by ImGui's own timer: a row under a button sets that back in each frame.
float hover_part(ImGuiID id) {
    constexpr double hover_ms = 80;
    auto& s = state();
    double since = s.now;
    for (const Hover& before : s.hovers_before)
        if (before.id == id)
            since = before.since;
    s.hovers.push_back({id, since});
    const double left = hover_ms - (s.now - since);
    if (left <= 0 || s.reduced_motion)
        return 1;
    animate_for(static_cast<int>(left) + 1);
    return static_cast<float>(1 - left / hover_ms);
}

void appear(ImGuiWindow* window, double since_ms, int duration_ms, ImVec2 slide) {
    const float part = eased(since_ms, duration_ms);
    if (part < 1)
        move_window(window, part, {slide.x * (1 - part), slide.y * (1 - part)});
}

void appear_from(
    ImDrawList& list, int first_vertex, double since_ms, int duration_ms, ImVec2 slide
) {
    const float part = eased(since_ms, duration_ms);
    if (part < 1)
        move_vertices(list, first_vertex, part, {slide.x * (1 - part), slide.y * (1 - part)});
}

} // namespace carnet::ui::detail
