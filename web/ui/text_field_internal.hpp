// Shared by the files of the text field only (text_field*.cpp): what is drawn around the letters.
#pragma once

#include "web/ui/internal.hpp"
#include "web/ui/text_field.hpp"

namespace carnet::ui::detail {

struct TextFieldParts {
    Rect text;   // Where the letters go.
    Rect button; // Clear or copy; empty without one.
};

// Leading icon, prefix, unit, tick. `off`: it can't be edited.
TextFieldParts
draw_around_text(Rect box, const TextFieldOptions& o, FieldState state_now, bool empty, bool off);
// Clear, copy. Its own Tab stop would stand between two fields: the pointer only.
bool inner_button(Rect box, const char* icon, Label name, const char* id);
void add_text_node(
    ImGuiID id,
    Rect box,
    std::string_view name,
    std::string_view value,
    const TextFieldOptions& o,
    const FieldFrame& frame
);
// A field that can't be edited: its text, and a copy button when it can be read.
void static_field(
    ImGuiID id,
    Rect box,
    Label label,
    const std::string& value,
    const TextFieldOptions& o,
    const FieldFrame& frame
);

} // namespace carnet::ui::detail
