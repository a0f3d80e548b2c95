// What a text field shows around its letters, and the field that can't be edited.
#include "shared/texts/widgets.hpp"
#include "web/ui/icons.hpp"
#include "web/ui/text.hpp"
#include "web/ui/text_field_internal.hpp"

#include <cmath>

namespace carnet::ui::detail {

bool inner_button(Rect box, const char* icon, Label name, const char* id) {
    const ImGuiID key = id_of(std::string_view(id));
    const Touch touch = interact(
        key, box, {.name = name.view(), .focusable = false, .allow_overlap = true, .enlarge = false}
    );
    if (touch.hovered)
        draw::fill(box.centered(22, 22), Color::hover, metric::radius_tag);
    draw::icon(box.center(), icon, 16, touch.hovered ? Color::text : Color::text_3);
    tooltip_for(key, box, name);
    return touch.pressed;
}

namespace {

// Icon and prefix; `inner` loses what they take.
void draw_leading(Rect& inner, float line_y, const TextFieldOptions& o, bool off) {
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
}

} // namespace

TextFieldParts
draw_around_text(Rect box, const TextFieldOptions& o, FieldState state_now, bool empty, bool off) {
    const float padding = o.plain                                                ? 0
                          : o.field.size == Size::sm || o.field.size == Size::xs ? 9
                          : o.field.size == Size::lg                             ? 13
                                                                                 : 11;
    const float line_y = o.lines > 1 ? box.y + 16 : box.center().y;
    Rect inner{box.x + padding, box.y, box.w - 2 * padding, box.h};
    draw_leading(inner, line_y, o, off);
    TextFieldParts parts;
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

void add_text_node(
    ImGuiID id,
    Rect box,
    std::string_view name,
    std::string_view value,
    const TextFieldOptions& o,
    const FieldFrame& frame
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

void static_field(
    ImGuiID id,
    Rect box,
    Label label,
    const std::string& value,
    const TextFieldOptions& o,
    const FieldFrame& frame
) {
    const bool off = o.field.disabled;
    draw_control(box, frame.state, false, false, off, !off);
    const TextFieldParts parts = draw_around_text(box, o, FieldState::normal, value.empty(), off);
    const std::string_view shown = value.empty() ? o.placeholder.view() : std::string_view(value);
    const Color ink = off ? Color::text_off : value.empty() ? Color::text_3 : Color::text_2;
    if (o.lines > 1)
        draw::text_wrapped({parts.text.x, box.y + 6, parts.text.w, box.h - 12}, shown, ink);
    else if (draw::text(parts.text, o.password ? "••••••••" : shown, ink))
        tooltip_over(parts.text, shown);
    add_text_node(id, box, label.view(), value, o, frame);
    if (o.field.read_only && !value.empty() &&
        inner_button(parts.button, icon::copy, texts::widget::copy, "##copy")) {
        platform::copy_text(value);
        platform::announce(t(texts::widget::copied));
    }
    if (off && !o.field.disabled_reason.empty())
        tooltip_over(box, o.field.disabled_reason);
}

} // namespace carnet::ui::detail
