// What surrounds the control of every field: the label above, one line of help or error below, the
// border that shows hover, focus and error.
#include "shared/texts/widgets.hpp"
#include "web/ui/icons.hpp"
#include "web/ui/internal.hpp"
#include "web/ui/text.hpp"
#include "web/ui/text_field.hpp"

#include <algorithm>
#include <cmath>

namespace carnet::ui::detail {

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

void draw_label(Rect row, Label label, const FieldOptions& o) {
    constexpr TextStyle style{Type::small, Weight::medium};
    const float words = std::min(row.w, std::ceil(text_width(label.view(), style)));
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
        draw_label(block.cut_top(line), label, o);
        block.cut_top(label_gap);
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

} // namespace carnet::ui::detail
