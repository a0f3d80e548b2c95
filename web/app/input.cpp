// Answers from ImGui's input.
#include "web/app/input.hpp"

#include <imgui.h>

namespace carnet::app {

int list_step() {
    const int down = ImGui::IsKeyPressed(ImGuiKey_DownArrow) ? 1 : 0;
    const int up = ImGui::IsKeyPressed(ImGuiKey_UpArrow) ? 1 : 0;
    return ImGui::GetIO().KeyAlt ? 0 : down - up;
}

int list_side() {
    return ImGui::GetIO().KeyAlt
               ? 0
               : ImGui::IsKeyPressed(ImGuiKey_RightArrow) - ImGui::IsKeyPressed(ImGuiKey_LeftArrow);
}

bool tab_key() {
    return ImGui::IsKeyPressed(ImGuiKey_Tab, false);
}

bool pointer_moved() {
    const ImVec2 delta = ImGui::GetIO().MouseDelta;
    return delta.x != 0 || delta.y != 0;
}

void scroll_into_view(ui::Rect box) {
    const float top = ImGui::GetWindowPos().y;
    const float bottom = top + ImGui::GetWindowHeight();
    constexpr float margin = 8;
    if (box.y < top + margin)
        ImGui::SetScrollY(ImGui::GetScrollY() - (top + margin - box.y));
    else if (box.bottom() > bottom - margin)
        ImGui::SetScrollY(ImGui::GetScrollY() + (box.bottom() - bottom + margin));
}

} // namespace carnet::app
