// Text fields: label above, the control, one line of help or error below. The browser edits
// (web/platform/agent_input.hpp), ImGui draws. Every field returns what happened in this frame.
#pragma once

#include "shared/core/time.hpp"
#include "web/ui/layout.hpp"

#include <optional>
#include <string>

namespace carnet::ui {

enum class FieldState : std::uint8_t { normal, error, ok, warning };
enum class InputMode : std::uint8_t { text, email, phone, url, numeric, decimal, search };

// What surrounds every control of a form; shared by all fields, selects, dates.
struct FieldOptions {
    Label help = {};    // 12 px under the control.
    Label error = {};   // Replaces the help; red.
    Label ok = {};      // Replaces the help; green.
    Label warning = {}; // Amber, does not block.
    bool required = false;
    bool optional_hint = false; // "(facultatif)" behind the label.
    bool disabled = false;
    Label disabled_reason = {};
    bool read_only = false;  // Shown as text with a copy button.
    bool hide_label = false; // The label is only the accessible name (search, cells).
    float width = 0;         // 0: avail_width().
    Size size = Size::md;
    const char* id = nullptr;
    bool focus = false; // Take the focus in this frame.
};

struct TextFieldOptions {
    FieldOptions field = {};
    Label placeholder = {};
    const char* icon = nullptr; // Leading.
    Label unit = {};            // "€ HT", at the right.
    Label prefix = {};          // "+33" and a bar, at the left.
    InputMode mode = InputMode::text;
    std::string_view enter_key = {}; // Phone keyboards: "search", "send", "next", "done".
    int max_length = 0;              // Code points; 0: none.
    bool clear_button = false;
    bool password = false;
    int lines = 1;                  // > 1: a text area that high; grows to 12 lines with its text.
    std::string_view shortcut = {}; // Key cap at the right while empty ("/").
    bool plain = false;             // No border: the composer, the palette.
    Type type = Type::body;
    bool popup_keys = false; // Up and Down belong to an open list.
    bool down_key = false;   // Down is told (FieldEvent::down): it leaves the field for a list.
    bool align_right = false;
};

struct FieldEvent {
    bool changed = false; // The text is another one than last frame.
    bool entered = false; // Entrée (Ctrl+Entrée in a text area).
    bool left = false;    // The focus has just gone: time to check.
    bool escaped = false; // Échap: the text is back to what it was on entry.
    bool focused = false;
    bool cleared = false;
    bool down = false; // See TextFieldOptions::down_key.
    Rect box;          // Of the control, without label and help.
    explicit operator bool() const { return changed; }
};

FieldEvent text_field(Label label, std::string& value, const TextFieldOptions& options = {});
// A `sm` field with the magnifier, no label shown; `name` is its accessible name and placeholder.
FieldEvent search_field(Label name, std::string& value, const TextFieldOptions& options = {});

struct NumberFieldOptions {
    FieldOptions field = {};
    Label placeholder = {};
    Label unit = {};
    std::int64_t min = INT64_MIN;
    std::int64_t max = INT64_MAX;
    const char* icon = nullptr;
    bool past = false;     // A date: never later than today.
    bool duration = false; // Minutes, also typed as 1h30.
};
// What is typed is kept as typed until the focus leaves; then it is read (French or English marks)
// and rewritten. The value is unset while the text cannot be read; `unreadable` says so.
struct NumberEvent : FieldEvent {
    bool unreadable = false;
};
NumberEvent integer_field(
    Label label, std::optional<std::int64_t>& value, const NumberFieldOptions& options = {}
);
NumberEvent money_field(
    Label label, std::optional<std::int64_t>& cents, const NumberFieldOptions& options = {}
);
// Typed in any usual form, or picked in the calendar that opens under it.
NumberEvent date_field(Label label, Date& value, const NumberFieldOptions& options = {});

// A quiet value that becomes a `sm` field when edited (cells, titles). Returns true once with the
// new text.
struct InlineEditOptions {
    Label name = {};
    bool may_edit = true;
    Label reason = {}; // Lock tooltip when not.
    float width = 0;
    Type type = Type::body;
    std::optional<Weight> weight = {};
    Label placeholder = {}; // When empty: "Ajouter un téléphone".
};
bool inline_edit(const char* id, std::string& value, const InlineEditOptions& options);

namespace detail {
// The label above and the line below, for controls of other files. begin returns the box of the
// control.
struct FieldFrame {
    Rect control;
    FieldState state;
    std::string description; // Help or error, for the mirror.
};
FieldFrame begin_field(Label label, const FieldOptions& options, float control_height);
void end_field(const FieldFrame& frame, const FieldOptions& options);
void draw_control(
    Rect box, FieldState state, bool hovered, bool focused, bool disabled, bool read_only
);
} // namespace detail

} // namespace carnet::ui
