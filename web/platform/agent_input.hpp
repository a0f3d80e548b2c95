// A text field whose text is edited by the browser and drawn by ImGui (wasm-ui §2):
// ImGui::InputText with the exchange of value and selection. ui::TextField decorates it; nothing
// else may accept text. Works natively too (tests), where platform::agent_* is a stub and ImGui
// edits by itself.
#pragma once

#include "web/platform/platform.hpp"

#include <imgui.h>

namespace carnet::platform {

struct AgentOptions {
    AgentKind kind = AgentKind::single_line;
    std::string_view label;       // Accessible name, also of the browser's own field.
    std::string_view description; // Help or error text.
    std::string_view placeholder; // Drawn while the field is empty.
    std::string_view input_mode;  // As in AgentField.
    std::string_view enter_key_hint;
    std::string_view autocomplete; // Empty: the browser's suggestions are off.
    int max_length = 0;
    bool required = false;
    bool invalid = false;
    bool read_only = false;
    bool decimal_comma = false;
    bool popup_keys =
        false; // Up and Down go to the caller (an open list), through ImGui::IsKeyPressed.
    bool revert_on_escape =
        false; // Escape puts back the text as it was when the field was entered (cells of a table).
    bool select_all = false;       // Entering the field by a click selects its text.
    ImGuiInputTextFlags flags = 0; // More of ImGui's own.
};

// Draws the field in the current window and exchanges its text. True in a frame that changed
// `value`, by typing or by a text that arrived after the field had lost the focus. `id` is an ImGui
// id ("##name"); a size of 0 means the item width and one line (multi_line: eight). After the call
// the ImGui item functions (IsItemActive, IsItemDeactivated, GetItemRectMin…) speak of the field.
// When the caller changes `value` while the field is active, the new text is taken over with the
// caret at its end.
bool agent_input_text(
    const char* id, std::string& value, const AgentOptions& options, ImVec2 size = {0, 0}
);

// The ImGui id of the field that is being edited, 0 for none.
ImGuiID agent_active_id();
// Leaves the field as Tab would: a composition is committed first.
void agent_leave();
// Once per frame, after everything was drawn: gives the focus back when the active field is no
// longer there.
void agent_end_frame();

} // namespace carnet::platform
