// Buttons and other things to press.
#include "web/ui/button.hpp"

#include "web/ui/icons.hpp"
#include "web/ui/internal.hpp"

#include <cmath>

namespace carnet::ui {
namespace {

struct Look {
    Color fill, line, ink, icon;
    bool raised = false;
};

Look look_of(ButtonKind kind, bool hovered, bool held, bool disabled) {
    if (disabled && kind == ButtonKind::ghost)
        return {Color::clear, Color::clear, Color::text_off, Color::text_off};
    if (disabled)
        return {Color::inset, Color::line_2, Color::text_off, Color::text_off};
    switch (kind) {
    case ButtonKind::primary: {
        const Color c = held      ? Color::accent_pressed
                        : hovered ? Color::accent_hover
                                  : Color::accent;
        return {c, c, Color::on_accent, Color::on_accent, true};
    }
    case ButtonKind::danger: {
        const Color c = held      ? Color::danger_pressed
                        : hovered ? Color::danger_hover
                                  : Color::danger;
        return {c, c, Color::on_accent, Color::on_accent, true};
    }
    case ButtonKind::portal:
        return {
            held ? Color::share_line : Color::share_soft,
            hovered && !held ? Color::share : Color::share_line,
            Color::share_text,
            Color::share_text};
    case ButtonKind::ghost:
        if (held)
            return {Color::active, Color::clear, Color::text, Color::text_2};
        if (hovered)
            return {Color::hover, Color::clear, Color::text, Color::text_2};
        return {Color::clear, Color::clear, Color::text_2, Color::text_2};
    case ButtonKind::danger_outline:
        return {
            held      ? Color::bad_soft
            : hovered ? Color::hover
                      : Color::surface,
            Color::bad_line,
            Color::bad_text,
            Color::bad_text,
            true};
    case ButtonKind::secondary:
        break;
    }
    return {
        held      ? Color::active
        : hovered ? Color::hover
                  : Color::surface,
        Color::line_3,
        Color::text,
        Color::text_2,
        true};
}

void draw_box(Rect box, const Look& look, ImDrawFlags corners = ImDrawFlags_RoundCornersAll) {
    constexpr float r = metric::radius_control;
    if (look.raised && corners == ImDrawFlags_RoundCornersAll)
        draw::shadow(box, Elevation::button, r);
    if (look.fill != Color::clear)
        draw::fill_corners(box, color(look.fill), r, corners);
    if (look.line != Color::clear && look.line != look.fill)
        draw::border_corners(box, color(look.line), r, 0, corners);
}

// The hover colour comes over the look at rest.
void draw_hovered_box(Rect box, const Look& look, const Look& rest, const detail::Touch& touch) {
    if (touch.hover_part >= 1 || touch.held)
        return draw_box(box, look);
    draw_box(box, rest);
    if (look.fill != Color::clear)
        draw::fill(box.inset(1), color(look.fill, touch.hover_part), metric::radius_control - 1);
}

constexpr float inner_gap = 6, border = 1; // Paddings lie inside the border.

struct Measure {
    float label, icon, after, caps, total;
};
Measure measure(Label label, const ButtonOptions& o, const ControlSpec& spec) {
    Measure m{};
    m.label = std::ceil(text_width(label.view(), {.type = spec.type, .weight = Weight::medium}));
    m.icon = o.icon || o.busy ? (o.busy && !o.icon ? 14.0f : spec.icon) + inner_gap : 0;
    m.after = o.icon_after ? 14 + inner_gap : 0;
    m.caps = o.shortcut.empty() || coarse() ? 0 : draw::key_caps_width(o.shortcut) + inner_gap + 2;
    m.total = m.label + m.icon + m.after + m.caps;
    return m;
}

void draw_content(
    Rect box,
    Label label,
    const ButtonOptions& o,
    const ControlSpec& spec,
    const Look& look,
    const Measure& m
) {
    float x = o.left_aligned ? box.x + spec.padding + border
                             : std::floor(box.x + std::max(4.0f, (box.w - m.total) / 2));
    const float middle = box.y + box.h / 2;
    const float room = box.right() - 4 - x;
    if (m.icon > 0) {
        const float size = m.icon - inner_gap;
        if (o.busy)
            draw::spinner({x + size / 2, middle}, 14, color(look.icon));
        else
            draw::icon({x + size / 2, middle}, o.icon, size, look.icon);
        x += m.icon;
    }
    const float words = std::min(m.label, room - m.icon - m.after - m.caps);
    draw::text(
        {x, box.y, words, box.h},
        label.view(),
        look.ink,
        {.type = spec.type, .weight = Weight::medium}
    );
    x += words;
    if (o.icon_after) {
        draw::icon({x + inner_gap + 7, middle}, o.icon_after, 14, look.icon);
        x += m.after;
    }
    const bool solid = o.kind == ButtonKind::primary || o.kind == ButtonKind::danger;
    if (m.caps > 0)
        draw::key_caps({x + inner_gap + 2, middle}, o.shortcut, solid && !o.disabled);
}

std::uint32_t flags_of(bool has_popup, bool toggle_on) {
    return (has_popup ? platform::mirror_haspopup : 0u) |
           (toggle_on ? platform::mirror_pressed : 0u);
}

} // namespace

bool button(Label label, const ButtonOptions& options) {
    const ControlSpec spec = spec_of(options.size);
    const Measure m = measure(label, options, spec);
    const Rect box = place(
        options.width != 0 ? options.width : m.total + 2 * (spec.padding + border), spec.height
    );
    const ImGuiID id = detail::id_of(options.id, label);
    const detail::Touch touch = detail::interact(
        id,
        box,
        {.name = label.view(),
         .description = options.disabled && !options.disabled_reason.empty()
                            ? options.disabled_reason.view()
                            : options.tooltip.view(),
         .flags = flags_of(options.has_popup, options.pressed),
         .disabled = options.disabled}
    );
    const bool off = options.disabled || (GImGui->CurrentItemFlags & ImGuiItemFlags_Disabled) != 0;
    const Look look = look_of(
        options.kind,
        touch.hovered && !options.busy,
        (touch.held && touch.hovered) || options.pressed,
        off
    );
    if (touch.visible) {
        draw_hovered_box(box, look, look_of(options.kind, false, options.pressed, off), touch);
        draw_content(box, label, options, spec, look, m);
        detail::finish(touch, box, metric::radius_control);
    }
    if (off && !options.disabled_reason.empty())
        detail::tooltip_for(id, box, options.disabled_reason);
    else if (!options.tooltip.empty())
        detail::tooltip_for(id, box, options.tooltip);
    return touch.pressed && !options.busy && !off;
}

bool icon_button(const char* icon, Label name, const IconButtonOptions& options) {
    const ControlSpec spec = spec_of(options.size);
    const Rect box = place(spec.height, spec.height);
    const ImGuiID id = detail::id_of(options.id, name);
    const detail::Touch touch = detail::interact(
        id,
        box,
        {.name = name.view(),
         .flags = flags_of(options.has_popup, options.toggled),
         .disabled = options.disabled}
    );
    const bool off = options.disabled || (GImGui->CurrentItemFlags & ImGuiItemFlags_Disabled) != 0;
    const Look look =
        look_of(options.kind, touch.hovered, (touch.held && touch.hovered) || options.toggled, off);
    if (touch.visible) {
        draw_hovered_box(box, look, look_of(options.kind, false, options.toggled, off), touch);
        const float size = options.icon_size > 0 ? options.icon_size : spec.icon;
        if (options.busy)
            draw::spinner(box.center(), 14, color(look.icon));
        else
            draw::icon(
                box.center(),
                icon,
                size,
                options.icon_color != Color::clear && !off ? options.icon_color : look.icon
            );
        detail::finish(touch, box, metric::radius_control);
    }
    const Label tip = off && !options.disabled_reason.empty() ? options.disabled_reason : name;
    detail::tooltip_for(id, box, tip, {.shortcut = options.shortcut});
    return touch.pressed && !options.busy && !off;
}

SplitEvent split_button(Label label, Label menu_name, const ButtonOptions& options) {
    const ControlSpec spec = spec_of(options.size);
    const Measure m = measure(label, options, spec);
    const Rect whole = place(m.total + 2 * (spec.padding + border) + spec.height - 1, spec.height);
    const Rect menu{whole.right() - spec.height, whole.y, spec.height, whole.h};
    const Rect main{whole.x, whole.y, whole.w - spec.height + 1, whole.h};
    const detail::Touch a = detail::interact(
        detail::id_of(options.id, label), main, {.name = label.view(), .disabled = options.disabled}
    );
    const detail::Touch b = detail::interact(
        detail::id_of(menu_name.view()),
        menu,
        {.name = menu_name.view(), .flags = platform::mirror_haspopup, .disabled = options.disabled}
    );
    if (!options.disabled)
        draw::shadow(whole, Elevation::button, metric::radius_control);
    const Look first = look_of(options.kind, a.hovered, a.held && a.hovered, options.disabled);
    const Look second = look_of(options.kind, b.hovered, b.held && b.hovered, options.disabled);
    draw_box(main, first, ImDrawFlags_RoundCornersLeft);
    draw_box(menu, second, ImDrawFlags_RoundCornersRight);
    if (options.kind == ButtonKind::primary)
        draw::fill({menu.x, menu.y + 1, 1, menu.h - 2}, color(Color::on_accent, .35f));
    draw_content(main, label, options, spec, first, m);
    draw::icon(menu.center(), icon::chevron_down, 14, second.icon);
    detail::finish(a, main, metric::radius_control);
    detail::finish(b, menu, metric::radius_control);
    detail::state().last_box = whole;
    if (a.pressed && !options.busy)
        return SplitEvent::main;
    return b.pressed ? SplitEvent::menu : SplitEvent::none;
}

bool nav_item(Label label, const NavItemOptions& o) {
    const float height = o.closed ? (coarse() ? 44.0f : 36.0f) : (coarse() ? 44.0f : 32.0f);
    const Rect box = place(o.closed ? 40 : fill, height);
    const ImGuiID id = detail::id_of(o.id, label);
    std::string spoken = label.str();
    if (!o.count.empty())
        spoken += " " + o.count.str();
    const detail::Touch touch = detail::interact(
        id,
        box,
        {.role = "link",
         .name = label.view(),
         .value = o.count.view(),
         .href = o.href,
         .flags = o.current ? static_cast<std::uint32_t>(platform::mirror_current) : 0u}
    );
    if (o.current)
        draw::fill(box, Color::active, metric::radius_control);
    else if (touch.hovered)
        draw::fill(
            box,
            color(touch.held ? Color::active : Color::hover, touch.hover_part),
            metric::radius_control
        );
    const Color ink = o.current || touch.hovered ? Color::text : Color::text_2;
    const Color mark = o.current ? Color::text : Color::text_3;
    if (o.closed) {
        draw::icon(box.center(), o.icon, metric::icon_nav, mark);
        if (o.urgent) {
            draw::circle({box.right() - 11, box.y + 10}, 5.5f, color(Color::app));
            draw::circle({box.right() - 11, box.y + 10}, 4, color(Color::bad));
        }
        detail::tooltip_for(id, box, spoken, {.shortcut = o.shortcut});
    } else {
        draw::icon({box.x + 17, box.center().y}, o.icon, metric::icon_nav, mark);
        float right = box.right() - 8;
        if (!o.count.empty()) {
            const float w = std::ceil(
                text_width(o.count.view(), {.type = Type::small, .weight = Weight::medium})
            );
            if (o.urgent)
                draw::fill({right - w - 12, box.center().y - 8, w + 12, 16}, Color::bad_soft, 8);
            draw::text(
                {right - w - (o.urgent ? 6.0f : 0.0f), box.y, w, box.h},
                o.count.view(),
                o.urgent ? Color::bad_text : Color::text_3,
                {.type = Type::small, .weight = Weight::medium}
            );
            right -= w + 12;
        }
        draw::text(
            {box.x + 34, box.y, right - box.x - 34, box.h},
            label.view(),
            ink,
            {.weight = Weight::medium}
        );
    }
    detail::finish(touch, box, metric::radius_control);
    return touch.pressed;
}

Press pressable(const char* id_text, Label name, Rect box, const PressableOptions& o) {
    const ImGuiID id = detail::id_of(std::string_view(id_text));
    const detail::Touch touch = detail::interact(
        id,
        box,
        {.role = o.role,
         .name = name.view(),
         .href = o.href,
         .flags = o.mirror_flags,
         .disabled = o.disabled,
         .tab_stop = !o.no_tab_stop,
         .allow_overlap = true,
         .enlarge = false}
    );
    if (touch.hovered && o.hover_fill)
        draw::fill(
            box, color(touch.held ? Color::active : Color::hover, touch.hover_part), o.radius
        );
    detail::finish(touch, box, o.radius);
    Press press{
        .clicked = touch.pressed,
        .hovered = touch.hovered,
        .held = touch.held,
        .focused = touch.focused,
        .box = box};
    press.double_clicked = touch.hovered && ImGui::IsMouseDoubleClicked(0);
    press.context = touch.hovered && ImGui::IsMouseReleased(1);
    return press;
}

} // namespace carnet::ui
