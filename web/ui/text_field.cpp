// Text fields: the frame around the control, and the control that the browser edits.
#include "web/ui/text_field.hpp"

#include "shared/core/text.hpp"
#include "shared/texts/widgets.hpp"
#include "web/ui/icons.hpp"
#include "web/ui/internal.hpp"
#include "web/ui/text.hpp"
#include "web/ui/text_area.hpp"

#include "web/platform/agent_input.hpp"

#include <algorithm>
#include <cmath>

namespace carnet::ui {

using detail::state;

namespace detail {

namespace {

struct HelpLine {
    std::string_view words;
    const char* icon = nullptr;
    Color color = Color::text_3;
    FieldState state = FieldState::normal;
};

HelpLine help_line(const FieldOptions& o) {
    if (!o.error.empty())
        return {o.error.view(), icon::alert_circle, Color::bad_text, FieldState::error};
    if (!o.warning.empty())
        return {o.warning.view(), icon::alert_triangle, Color::warn_text, FieldState::warning};
    if (!o.ok.empty())
        return {o.ok.view(), icon::circle_check, Color::ok_text, FieldState::ok};
    return {o.help.view(), nullptr, Color::text_3, FieldState::normal};
}

constexpr float label_gap = 4;

float help_height(const HelpLine& help, float width) {
    if (help.words.empty())
        return 0;
    return label_gap +
           wrapped_height(help.words, width - (help.icon ? 18.0f : 0.0f), {.type = Type::small});
}

} // namespace

FieldFrame begin_field(Label label, const FieldOptions& o, float control_height) {
    const HelpLine help = help_line(o);
    const float width = o.width > 0 ? o.width : avail_width();
    const bool shown = !o.hide_label && !label.empty();
    const float line = spec_of(Type::small).line;
    const float above = shown ? line + label_gap : 0;
    Rect block = place(
        o.width < 0 || (o.width == 0 && in_row()) ? fill : width,
        above + control_height + help_height(help, width)
    );
    if (shown) {
        const Rect row = block.cut_top(line);
        block.cut_top(label_gap);
        const float words = std::min(
            row.w,
            std::ceil(text_width(label.view(), {.type = Type::small, .weight = Weight::medium}))
        );
        const bool cut = draw::text(
            {row.x, row.y, row.w - (o.required ? 12.0f : 0.0f), row.h},
            label.view(),
            Color::text_2,
            {.type = Type::small, .weight = Weight::medium}
        );
        if (o.required)
            draw::text(
                {row.x + words + 4, row.y, 12, row.h},
                "*",
                Color::bad_text,
                {.type = Type::small, .weight = Weight::medium}
            );
        else if (o.optional_hint)
            draw::text(
                {row.x + words + 4, row.y, row.w - words - 4, row.h},
                t(texts::widget::optional),
                Color::text_3,
                {.type = Type::small}
            );
        if (cut)
            tooltip_over(row, label);
    }
    return {block.cut_top(control_height), help.state, std::string(help.words)};
}

void end_field(const FieldFrame& frame, const FieldOptions& o) {
    const HelpLine help = help_line(o);
    if (help.words.empty())
        return;
    Rect line{frame.control.x, frame.control.bottom() + label_gap, frame.control.w, 0};
    if (help.icon) {
        draw::icon({line.x + 7, line.y + 8}, help.icon, 14, help.color);
        line.x += 18, line.w -= 18;
    }
    line.h = wrapped_height(help.words, line.w, {.type = Type::small});
    draw::text_wrapped(line, help.words, help.color, {.type = Type::small});
}

void draw_control(
    Rect box, FieldState kind, bool hovered, bool focused, bool disabled, bool read_only
) {
    constexpr float r = metric::radius_control;
    if (disabled || read_only) {
        draw::fill(box, disabled ? Color::inset : Color::subtle, r);
        draw::border(box, Color::line_2, r);
        return;
    }
    if (focused && kind != FieldState::error) {
        draw::fill(box.grow(3), Color::accent_soft_2, r + 3);
        draw::fill(box.grow(1), Color::surface, r + 1);
        draw::border(box.grow(1), Color::accent, r + 1, 2);
        return;
    }
    if (focused)
        draw::fill(box.grow(3), Color::bad_soft, r + 3);
    draw::fill(box, Color::surface, r);
    if (kind == FieldState::error)
        draw::border(box.grow(1), Color::bad, r + 1, 2);
    else
        draw::border(
            box,
            kind == FieldState::ok ? Color::ok
            : hovered              ? Color::text_2
                                   : Color::line_ctl,
            r
        );
}

} // namespace detail

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

// A small button inside a control. Its own Tab stop would stand between two fields: the pointer
// only.
bool inner_button(Rect box, const char* icon, Label name, const char* id) {
    const ImGuiID key = detail::id_of(std::string_view(id));
    const detail::Touch touch = detail::interact(
        key, box, {.name = name.view(), .focusable = false, .allow_overlap = true, .enlarge = false}
    );
    if (touch.hovered)
        draw::fill(box.centered(22, 22), Color::hover, metric::radius_tag);
    draw::icon(box.center(), icon, 16, touch.hovered ? Color::text : Color::text_3);
    detail::tooltip_for(key, box, name);
    return touch.pressed;
}

struct Parts {
    Rect text;   // Where the letters go.
    Rect button; // Clear or copy; empty without one.
};

// Leading icon, prefix, unit, tick: everything around the letters.
Parts decorate(Rect box, const TextFieldOptions& o, FieldState state_now, bool empty, bool off) {
    const float padding = o.plain                                                ? 0
                          : o.field.size == Size::sm || o.field.size == Size::xs ? 9
                          : o.field.size == Size::lg                             ? 13
                                                                                 : 11;
    const float line_y = o.lines > 1 ? box.y + 16 : box.center().y;
    Rect inner{box.x + padding, box.y, box.w - 2 * padding, box.h};
    const Color mark = off ? Color::text_off : Color::text_3;
    const char* lead = off && !o.icon ? icon::lock : o.icon;
    if (lead) {
        draw::icon({inner.x + 8, line_y}, lead, 16, mark);
        inner.cut_left(24);
    }
    if (!o.prefix.empty()) {
        const float w = std::ceil(text_width(o.prefix.view()));
        draw::text(inner.cut_left(w), o.prefix.view(), Color::text_2);
        inner.cut_left(8);
        draw::fill({inner.x, inner.center().y - 10, 1, 20}, Color::line_2);
        inner.cut_left(9);
    }
    Parts parts;
    if (state_now == FieldState::ok) {
        const Rect tick = inner.cut_right(24);
        draw::icon({tick.right() - 8, line_y}, icon::check, 16, Color::text_3);
    }
    if (!o.unit.empty()) {
        const float w = std::ceil(text_width(o.unit.view()));
        draw::text(inner.cut_right(w), o.unit.view(), Color::text_3);
        inner.cut_right(8);
    }
    if (empty && !o.shortcut.empty() && !coarse()) {
        const float w = draw::key_caps_width(o.shortcut);
        const Rect caps = inner.cut_right(w);
        draw::key_caps({caps.x, line_y}, o.shortcut);
        inner.cut_right(8);
    }
    if ((o.clear_button && !empty && !off) || o.field.read_only) {
        const Rect edge = inner.cut_right(24);
        parts.button = {edge.right() - 20, line_y - 12, 24, 24};
    }
    parts.text = inner;
    return parts;
}

void add_node(
    ImGuiID id,
    Rect box,
    std::string_view name,
    std::string_view value,
    const TextFieldOptions& o,
    const detail::FieldFrame& frame
) {
    a11y::Node node;
    node.id = id;
    node.role = o.mode == InputMode::search ? "searchbox" : "textbox";
    node.name = name;
    node.value = o.password ? std::string() : std::string(value);
    node.description = frame.description;
    node.flags = (o.field.required ? platform::mirror_required : 0u) |
                 (frame.state == FieldState::error ? platform::mirror_invalid : 0u) |
                 (o.field.read_only ? platform::mirror_readonly : 0u) |
                 (o.field.disabled ? platform::mirror_disabled : 0u);
    a11y::add(std::move(node), box);
}

// A field that can't be edited: its text, and a copy button when it can be read.
void static_field(
    ImGuiID id,
    Rect box,
    Label label,
    const std::string& value,
    const TextFieldOptions& o,
    const detail::FieldFrame& frame
) {
    const bool off = o.field.disabled;
    detail::draw_control(box, frame.state, false, false, off, !off);
    const Parts parts = decorate(box, o, FieldState::normal, value.empty(), off);
    const std::string_view shown = value.empty() ? o.placeholder.view() : std::string_view(value);
    const Color ink = off ? Color::text_off : value.empty() ? Color::text_3 : Color::text_2;
    if (o.lines > 1)
        draw::text_wrapped({parts.text.x, box.y + 6, parts.text.w, box.h - 12}, shown, ink);
    else if (draw::text(parts.text, o.password ? "••••••••" : shown, ink))
        tooltip_over(parts.text, shown);
    add_node(id, box, label.view(), value, o, frame);
    if (o.field.read_only && !value.empty() &&
        inner_button(parts.button, icon::copy, texts::widget::copy, "##copy")) {
        platform::copy_text(value);
        platform::announce(t(texts::widget::copied));
    }
    if (off && !o.field.disabled_reason.empty())
        tooltip_over(box, o.field.disabled_reason);
}

// Moves the editing into this field when somebody asked for it.
void enter_when_asked(ImGuiID id, Rect box, bool asked) {
    auto& s = state();
    detail::focus_entry(id, true);
    const bool by_focus = s.pending_focus == id || s.focus_next || asked;
    const bool by_mirror = s.activation == id;
    const bool by_border = ImGui::IsMouseClicked(0) &&
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

} // namespace

FieldEvent text_field(Label label, std::string& value, const TextFieldOptions& o) {
    auto& s = state();
    const float width = o.field.width > 0 ? o.field.width : avail_width();
    detail::FieldFrame frame = detail::begin_field(label, o.field, control_height(o, value, width));
    const Rect box = frame.control;
    ImGuiWindow* window = GImGui->CurrentWindow;
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
        static_field(id, box, label, value, fixed, frame);
        detail::end_field(frame, o.field);
        s.last_box = box, s.last_id = id;
        return event;
    }
    const bool active = GImGui->ActiveId == id;
    const bool hovered =
        (box.contains(ImGui::GetIO().MousePos) && GImGui->HoveredWindow == window) ||
        s.forced == detail::Forced::hover;
    if (!o.plain)
        detail::draw_control(
            box, frame.state, hovered, active || s.forced == detail::Forced::focus, false, false
        );
    const Parts parts = decorate(box, o, frame.state, value.empty(), false);
    enter_when_asked(id, box, o.field.focus);

    const auto cursor_before = window->DC.CursorPos, max_before = window->DC.CursorMaxPos;
    const auto line_before = window->DC.CursorPosPrevLine;
    const platform::AgentOptions agent = agent_options(label.view(), o, frame);
    const bool enter = active && !platform::agent_composing() &&
                       (ImGui::IsKeyPressed(ImGuiKey_Enter, false) ||
                        ImGui::IsKeyPressed(ImGuiKey_KeypadEnter, false));
    if (o.lines > 1)
        event.changed = detail::edit_area(
            id_text,
            id,
            value,
            agent,
            {parts.text.x,
             box.y + (o.plain ? 0 : 6),
             parts.text.w,
             box.h - (o.plain ? 0.0f : 12.0f)},
            o.placeholder.view()
        );
    else
        event.changed = edit_line(id_text, value, agent, parts.text, o);
    event.focused = GImGui->ActiveId == id;
    event.left = left_now(id, event.focused);
    event.entered = enter && (o.lines <= 1 || ImGui::GetIO().KeyCtrl || ImGui::GetIO().KeySuper);
    event.down = o.down_key && active && !platform::agent_composing() &&
                 ImGui::IsKeyPressed(ImGuiKey_DownArrow, false);
    if (event.entered && o.lines <= 1 && event.focused)
        if (ImGuiInputTextState* text_state = ImGui::GetInputTextState(id))
            text_state->ClearSelection();
    window->DC.CursorPos = cursor_before;
    window->DC.CursorMaxPos = max_before;
    window->DC.CursorPosPrevLine = line_before;
    if (event.focused)
        s.typing = true, s.list_field = o.popup_keys;

    if (event.focused && s.escape && detail::current_trap() == 0 && detail::top_trap() == 0) {
        s.escape = false;
        event.escaped = true;
        platform::agent_leave();
        std::erase_if(s.edited, [&](const detail::EditedField& e) { return e.id == id; });
    }
    add_node(id, box, label.view(), value, o, frame);
    if (o.clear_button && !value.empty()) {
        ui::Id scope(id_text);
        if (inner_button(parts.button, icon::x, texts::widget::clear, "##clear")) {
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
