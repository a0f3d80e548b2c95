// The text field: the browser edits, this file draws the letters and tells what happened in the
// frame. Label and help: field_frame.cpp; what stands around the letters: text_field_look.cpp.
#include "web/ui/text_field.hpp"

#include "shared/texts/widgets.hpp"
#include "web/platform/agent_input.hpp"
#include "web/ui/icons.hpp"
#include "web/ui/text.hpp"
#include "web/ui/text_area.hpp"
#include "web/ui/text_field_internal.hpp"

#include <algorithm>
#include <cmath>

namespace carnet::ui {

using detail::state;

namespace {

std::string_view input_mode(InputMode mode) {
    switch (mode) {
    case InputMode::email:
        return "email";
    case InputMode::phone:
        return "tel";
    case InputMode::url:
        return "url";
    case InputMode::numeric:
        return "numeric";
    case InputMode::decimal:
        return "decimal";
    case InputMode::search:
        return "search";
    case InputMode::text:
        break;
    }
    return "";
}

// Moves the editing into this field when somebody asked for it.
void enter_when_asked(ImGuiID id, Rect box, bool asked) {
    auto& s = state();
    detail::focus_entry(id, true);
    const bool by_focus = s.pending_focus == id || s.focus_next || asked;
    const bool by_mirror = s.activation == id;
    // Not on a button that lies over the field (clear, calendar): that click is the button's.
    const ImGuiID under = GImGui->HoveredIdPreviousFrame;
    const bool by_border = ImGui::IsMouseClicked(0) && (under == 0 || under == id) &&
                           GImGui->HoveredWindow == GImGui->CurrentWindow &&
                           GImGui->HoveredId == 0 && box.contains(ImGui::GetIO().MousePos);
    if (!by_focus && !by_mirror && !by_border)
        return;
    s.pending_focus = 0;
    s.focus_next = false;
    if (by_mirror)
        s.activation = 0;
    if (GImGui->ActiveId == id)
        return;
    GImGui->NavNextActivateId = id;
    GImGui->NavNextActivateFlags = ImGuiActivateFlags_PreferInput;
    ImGui::SetFocusID(id, GImGui->CurrentWindow);
    GImGui->CurrentWindow->NavRectRel[0] =
        ImGui::WindowRectAbsToRel(GImGui->CurrentWindow, detail::to_rect(box));
    ImGui::ScrollToRectEx(
        GImGui->CurrentWindow, detail::to_rect(box.grow(24)), ImGuiScrollFlags_KeepVisibleEdgeY
    );
    platform::wake(3);
}

platform::AgentOptions
agent_options(std::string_view label, const TextFieldOptions& o, const detail::FieldFrame& frame) {
    platform::AgentOptions a;
    a.kind = o.password    ? platform::AgentKind::password
             : o.lines > 1 ? platform::AgentKind::multi_line
                           : platform::AgentKind::single_line;
    a.label = label;
    a.description = frame.description;
    a.placeholder = o.lines > 1 ? std::string_view{} : o.placeholder.view();
    a.input_mode = input_mode(o.mode);
    a.enter_key_hint = o.enter_key;
    a.max_length = o.max_length;
    a.required = o.field.required;
    a.invalid = frame.state == FieldState::error;
    a.decimal_comma = o.mode == InputMode::decimal;
    a.popup_keys = o.popup_keys || o.down_key;
    return a;
}

float control_height(const TextFieldOptions& o, const std::string& value, float width) {
    if (o.lines <= 1)
        return spec_of(o.field.size).height;
    const float line = spec_of(Type::body).line;
    const float needed = wrapped_height(value, width - 20) + (value.ends_with('\n') ? line : 0);
    const float least = line * static_cast<float>(o.lines),
                most = line * static_cast<float>(std::max(o.lines, 12));
    return std::clamp(needed, least, most) + (o.plain ? 0 : 12);
}

// Whether the field has just lost the focus, whoever took it: a click, Tab, a widget drawn before
// it. While the mouse button is down nothing is said: what the caller answers (an error line, a
// field that closes) moves what lies below, and the click would hit something else.
bool left_now(ImGuiID id, bool focused) {
    auto& all = state().edited;
    const int now = ImGui::GetFrameCount();
    const auto found = std::find_if(all.begin(), all.end(), [&](const detail::EditedField& e) {
        return e.id == id;
    });
    const bool was = found != all.end() && found->frame >= now - 1;
    const bool waits = !focused && was && ImGui::IsMouseDown(0);
    if (waits)
        platform::wake(2);
    if (focused || waits) {
        if (found == all.end())
            all.push_back({id, now});
        else
            found->frame = now;
        return false;
    }
    if (found != all.end())
        all.erase(found);
    return was;
}

// The line under what a dead key or an input method has not committed yet. In the field's own font.
void underline_composition(const std::string& id_text, const std::string& value, Rect text_box) {
    const platform::ByteRange range = platform::agent_composition();
    const ImGuiID id = ImGui::GetID(id_text.c_str());
    const auto size = static_cast<int>(value.size());
    if (range.to <= range.from || range.to > size || GImGui->ActiveId != id)
        return;
    const ImGuiInputTextState* text_state = ImGui::GetInputTextState(id);
    const float scroll = text_state ? text_state->Scroll.x : 0;
    const char* begin = value.data();
    const float from = ImGui::CalcTextSize(begin, begin + range.from).x,
                to = ImGui::CalcTextSize(begin, begin + range.to).x;
    const float left = std::max(text_box.x, text_box.x + from - scroll),
                right = std::min(text_box.right(), text_box.x + to - scroll);
    if (right > left)
        draw::fill({left, text_box.center().y + 8, right - left, 1}, Color::text);
}

bool edit_line(
    const std::string& id_text,
    std::string& value,
    const platform::AgentOptions& agent,
    Rect text_box,
    const TextFieldOptions& o
) {
    const float size =
        o.type == Type::body && o.field.size != Size::lg
            ? 20.0f
            : std::round(spec_of(o.type == Type::body ? Type::subhead : o.type).size * 20 / 13);
    ImFont* font = state().line_font ? state().line_font : state().fonts[0];
    ImGui::PushFont(font, is_phone() ? std::round(spec_of(Type::body).size * 20 / 13) : size);
    ImGui::PushStyleVar(
        ImGuiStyleVar_FramePadding, ImVec2(0, std::floor((text_box.h - ImGui::GetFontSize()) / 2))
    );
    ImGui::PushItemFlag(ImGuiItemFlags_NoNav, true);
    at(text_box);
    const bool changed =
        platform::agent_input_text(id_text.c_str(), value, agent, {text_box.w, text_box.h});
    underline_composition(id_text, value, text_box);
    ImGui::PopItemFlag();
    ImGui::PopStyleVar();
    ImGui::PopFont();
    return changed;
}

// The editor moves ImGui's cursor: the layout goes on from where it was.
class KeepCursor {
  public:
    KeepCursor()
        : _cursor(GImGui->CurrentWindow->DC.CursorPos),
          _most(GImGui->CurrentWindow->DC.CursorMaxPos),
          _line(GImGui->CurrentWindow->DC.CursorPosPrevLine) {}
    ~KeepCursor() {
        auto& dc = GImGui->CurrentWindow->DC;
        dc.CursorPos = _cursor;
        dc.CursorMaxPos = _most;
        dc.CursorPosPrevLine = _line;
    }
    KeepCursor(const KeepCursor&) = delete;
    KeepCursor& operator=(const KeepCursor&) = delete;

  private:
    ImVec2 _cursor, _most, _line;
};

// The letters themselves, and the keys that mean something to whoever shows the field.
void edit(
    FieldEvent& event,
    ImGuiID id,
    const std::string& id_text,
    std::string& value,
    Rect text_box,
    const platform::AgentOptions& agent,
    const TextFieldOptions& o
) {
    const KeepCursor keep;
    const bool active = GImGui->ActiveId == id;
    const bool enter = active && !platform::agent_composing() &&
                       (ImGui::IsKeyPressed(ImGuiKey_Enter, false) ||
                        ImGui::IsKeyPressed(ImGuiKey_KeypadEnter, false));
    if (o.lines > 1) {
        const float above = o.plain ? 0 : 6;
        text_box.y = event.box.y + above;
        text_box.h = event.box.h - 2 * above;
        event.changed =
            detail::edit_area(id_text, id, value, agent, text_box, o.placeholder.view());
    } else {
        event.changed = edit_line(id_text, value, agent, text_box, o);
    }
    event.focused = GImGui->ActiveId == id;
    event.left = left_now(id, event.focused);
    event.entered = enter && (o.lines <= 1 || ImGui::GetIO().KeyCtrl || ImGui::GetIO().KeySuper);
    event.down = o.down_key && active && !platform::agent_composing() &&
                 ImGui::IsKeyPressed(ImGuiKey_DownArrow, false);
    if (event.entered && o.lines <= 1 && event.focused)
        if (ImGuiInputTextState* text_state = ImGui::GetInputTextState(id))
            text_state->ClearSelection();
}

// Échap leaves the field, unless a popover or a dialog takes it.
bool escape_now(ImGuiID id) {
    auto& s = state();
    if (!s.escape || detail::current_trap() != 0 || detail::top_trap() != 0)
        return false;
    s.escape = false;
    platform::agent_leave();
    std::erase_if(s.edited, [&](const detail::EditedField& e) { return e.id == id; });
    return true;
}

} // namespace

FieldEvent text_field(Label label, std::string& value, const TextFieldOptions& o) {
    auto& s = state();
    const float width = o.field.width > 0 ? o.field.width : avail_width();
    const detail::FieldFrame frame =
        detail::begin_field(label, o.field, control_height(o, value, width));
    const Rect box = frame.control;
    const std::string id_text =
        detail::two("##", o.field.id ? std::string_view(o.field.id) : label.view());
    const ImGuiID id = detail::id_of(id_text);
    FieldEvent event;
    event.box = box;
    if (o.field.disabled || o.field.read_only ||
        (GImGui->CurrentItemFlags & ImGuiItemFlags_Disabled)) {
        ui::Id scope(id_text);
        TextFieldOptions fixed = o;
        fixed.field.disabled = !o.field.read_only;
        detail::static_field(id, box, label, value, fixed, frame);
        detail::end_field(frame, o.field);
        s.last_box = box, s.last_id = id;
        return event;
    }
    const bool hovered =
        (box.contains(ImGui::GetIO().MousePos) && GImGui->HoveredWindow == GImGui->CurrentWindow) ||
        s.forced == detail::Forced::hover;
    const bool focused = GImGui->ActiveId == id || s.forced == detail::Forced::focus;
    if (!o.plain)
        detail::draw_control(box, frame.state, hovered, focused, false, false);
    const detail::TextFieldParts parts =
        detail::draw_around_text(box, o, frame.state, value.empty(), false);
    enter_when_asked(id, box, o.field.focus);
    edit(event, id, id_text, value, parts.text, agent_options(label.view(), o, frame), o);
    if (event.focused) {
        s.typing = true, s.list_field = o.popup_keys;
        event.escaped = escape_now(id);
    }
    detail::add_text_node(id, box, label.view(), value, o, frame);
    if (o.clear_button && !value.empty()) {
        ui::Id scope(id_text);
        if (detail::inner_button(parts.button, icon::x, texts::widget::clear, "##clear")) {
            value.clear();
            event.changed = event.cleared = true;
            s.pending_focus = id;
            platform::wake(3);
        }
    }
    detail::end_field(frame, o.field);
    s.last_box = box, s.last_id = id;
    return event;
}

FieldEvent search_field(Label name, std::string& value, const TextFieldOptions& options) {
    TextFieldOptions o = options;
    o.field.hide_label = true;
    if (o.field.size == Size::md)
        o.field.size = Size::sm;
    if (!o.icon)
        o.icon = icon::search;
    if (o.placeholder.empty())
        o.placeholder = name;
    o.mode = InputMode::search;
    o.clear_button = true;
    if (o.enter_key.empty())
        o.enter_key = "search";
    return text_field(name, value, o);
}

} // namespace carnet::ui
