// Boxes, borders, shadows and glyphs on whole device pixels.
#include "web/ui/draw.hpp"

#include "web/ui/internal.hpp"

#include <algorithm>
#include <cmath>

namespace carnet::ui {

Rect Rect::inset(float horizontal, float vertical) const {
    return {
        x + horizontal,
        y + vertical,
        std::max(0.0f, w - 2 * horizontal),
        std::max(0.0f, h - 2 * vertical)};
}
Rect Rect::cut_left(float width) {
    width = std::min(width, w);
    const Rect strip{x, y, width, h};
    x += width, w -= width;
    return strip;
}
Rect Rect::cut_right(float width) {
    width = std::min(width, w);
    w -= width;
    return {x + w, y, width, h};
}
Rect Rect::cut_top(float height) {
    height = std::min(height, h);
    const Rect strip{x, y, w, height};
    y += height, h -= height;
    return strip;
}
Rect Rect::cut_bottom(float height) {
    height = std::min(height, h);
    h -= height;
    return {x, y + h, w, height};
}
Rect Rect::centered(float width, float height) const {
    return {std::floor(x + (w - width) / 2), std::floor(y + (h - height) / 2), width, height};
}

} // namespace carnet::ui

namespace carnet::ui::draw {

using detail::list;

float hairline() {
    const float pixel = detail::state().pixel;
    return std::max(1.0f, std::round(1.0f / pixel)) * pixel;
}

float snap(float coordinate) {
    const float pixel = detail::state().pixel;
    return std::round(coordinate / pixel) * pixel;
}

void fill(Rect box, ImU32 color, float radius) {
    list()->AddRectFilled(box.min(), box.max(), color, radius);
}
void fill(Rect box, Color name, float radius) {
    fill(box, color(name), radius);
}
void fill_corners(Rect box, ImU32 color, float radius, ImDrawFlags corners) {
    list()->AddRectFilled(box.min(), box.max(), color, radius, corners);
}

void border_corners(Rect box, ImU32 color, float radius, float thickness, ImDrawFlags corners) {
    if (thickness <= 0)
        thickness = hairline();
    const float half = thickness / 2;
    ImDrawList* to = list();
    to->PathRect(
        {box.x + half, box.y + half},
        {box.right() - half, box.bottom() - half},
        std::max(0.0f, radius - half),
        corners
    );
    to->PathStroke(color, ImDrawFlags_Closed, thickness);
}
void border(Rect box, ImU32 color, float radius, float thickness) {
    border_corners(box, color, radius, thickness, ImDrawFlags_RoundCornersAll);
}
void border(Rect box, Color name, float radius, float thickness) {
    border(box, color(name), radius, thickness);
}

void line_on(Rect box, Side side, Color name, float thickness) {
    const float t = thickness > 0 ? thickness : hairline();
    switch (side) {
    case side_top:
        fill({box.x, box.y, box.w, t}, name);
        break;
    case side_bottom:
        fill({box.x, box.bottom() - t, box.w, t}, name);
        break;
    case side_left:
        fill({box.x, box.y, t, box.h}, name);
        break;
    case side_right:
        fill({box.right() - t, box.y, t, box.h}, name);
        break;
    }
}

void side_panel(Rect box, Side side) {
    const bool left = side == side_left;
    fill_corners(
        box,
        color(Color::subtle),
        metric::radius_panel - 1,
        left ? ImDrawFlags_RoundCornersBottomLeft : ImDrawFlags_RoundCornersBottomRight
    );
    line_on(box, left ? side_right : side_left, Color::line_1);
}

void choice_card(Rect box, bool chosen, bool hovered) {
    if (chosen)
        fill(box, Color::accent_soft, metric::radius_card);
    border(
        box,
        chosen    ? Color::accent
        : hovered ? Color::line_ctl
                  : Color::line_2,
        metric::radius_card,
        chosen ? 1.5f : 0
    );
}

void dashed_border(Rect box, Color name) {
    const float t = hairline();
    const ImU32 value = color(name);
    for (float x = box.x; x < box.right(); x += 8) {
        const float w = std::min(4.0f, box.right() - x);
        fill({x, box.y, w, t}, value);
        fill({x, box.bottom() - t, w, t}, value);
    }
    for (float y = box.y; y < box.bottom(); y += 8) {
        const float h = std::min(4.0f, box.bottom() - y);
        fill({box.x, y, t, h}, value);
        fill({box.right() - t, y, t, h}, value);
    }
}

void shadow(Rect box, Elevation elevation, float radius) {
    const Shadow shadow = shadow_of(elevation);
    for (int i = 0; i < shadow.count; ++i) {
        const ShadowLayer& layer = shadow.layers[i];
        Rect r = box.grow(layer.spread);
        r.y += layer.offset_y;
        fill(r, color(Color::shade, layer.alpha), radius + layer.spread);
    }
}

void surface(Rect box, Elevation elevation, float radius, Color fill_color, Color line) {
    shadow(box, elevation, radius);
    fill(box, fill_color, radius);
    border(box, line, radius);
}

void focus_ring(Rect box, float radius) {
    ImDrawList* to = list();
    to->PushClipRectFullScreen();
    border(box.grow(4), Color::focus, radius + 4, 2);
    to->PopClipRect();
}

void circle(ImVec2 center, float radius, ImU32 color) {
    list()->AddCircleFilled(center, radius, color);
}
void ring(ImVec2 center, float radius, ImU32 color, float thickness) {
    list()->AddCircle(center, radius - thickness / 2, color, 0, thickness);
}

void icon(ImVec2 center, const char* name, float size, ImU32 color) {
    if (!name || !*name)
        return;
    const ImVec2 at(std::round(center.x - size / 2), std::round(center.y - size / 2));
    list()->AddText(detail::state().icons, size, at, color, name);
}
void icon(ImVec2 center, const char* name, float size, Color which) {
    icon(center, name, size, color(which));
}

void spinner(ImVec2 center, float size, ImU32 color) {
    if (detail::reduced_motion()) {
        icon(center, "…", size, color);
        return;
    }
    platform::wake_after(50);
    const auto angle =
        static_cast<float>(std::fmod(detail::state().now / 1000.0, 1.0)) * 6.2831853f;
    ImDrawList* to = list();
    to->PathArcTo(center, size * 0.375f, angle, angle + 4.7f, 20);
    to->PathStroke(color, 0, 1.25f);
}

void glyph(ImVec2 center, Glyph kind, ImU32 color) {
    constexpr float pi = 3.14159265f;
    ImDrawList* to = list();
    switch (kind) {
    case Glyph::disc:
        circle(center, 4, color);
        break;
    case Glyph::ring:
        ring(center, 4.25f, color, 1.5f);
        break;
    case Glyph::half_disc:
        ring(center, 4.25f, color, 1.5f);
        to->PathArcTo(center, 3.5f, -pi / 2, pi / 2, 12);
        to->PathFillConvex(color);
        break;
    case Glyph::bars:
        fill({center.x - 3.5f, center.y - 4, 2.5f, 8}, color, 1);
        fill({center.x + 1, center.y - 4, 2.5f, 8}, color, 1);
        break;
    case Glyph::none:
        break;
    }
}

void progress(Rect box, float fraction, Color bar) {
    const float radius = box.h / 2;
    fraction = std::clamp(fraction, 0.0f, 1.0f);
    if (fraction < 1)
        fill(box, Color::active, radius);
    if (fraction > 0)
        fill({box.x, box.y, std::max(box.h, box.w * fraction), box.h}, bar, radius);
}

namespace {
constexpr float cap_height = 18, cap_padding = 4, cap_gap = 4;
float cap_width(std::string_view words) {
    return std::max(
        cap_height, std::ceil(text_width(words, {.type = Type::micro})) + 2 * cap_padding + 2
    );
}
template <class F>
void each_cap(std::string_view keys, F&& f) {
    while (!keys.empty()) {
        const auto plus = keys.find('+', 1);
        f(keys.substr(0, plus));
        if (plus == std::string_view::npos)
            return;
        keys.remove_prefix(plus + 1);
    }
}
} // namespace

float key_caps_width(std::string_view keys) {
    float width = 0;
    each_cap(keys, [&](std::string_view cap) {
        width += cap_width(cap) + (width > 0 ? cap_gap : 0);
    });
    return width;
}

void key_caps(ImVec2 left_middle, std::string_view keys, bool on_accent, bool on_tip) {
    float x = left_middle.x;
    each_cap(keys, [&](std::string_view cap) {
        const Rect box{x, std::floor(left_middle.y - cap_height / 2), cap_width(cap), cap_height};
        if (!on_accent && !on_tip)
            fill(box, Color::surface, metric::radius_tag);
        border(
            box,
            on_accent ? color(Color::on_accent, .45f)
                      : color(on_tip ? Color::tip_line : Color::line_2),
            metric::radius_tag
        );
        text(
            box,
            cap,
            on_accent ? Color::on_accent
            : on_tip  ? Color::tip_text_2
                      : Color::text_2,
            {.type = Type::micro, .align = Align::center}
        );
        x += box.w + cap_gap;
    });
}

void logo(Rect box) {
    const float k = box.w / 24;
    const auto part = [&](float x, float y, float w, float h, float r, Color c) {
        fill({box.x + x * k, box.y + y * k, w * k, h * k}, c, r * k);
    };
    part(0, 0, 24, 24, 6, Color::accent);
    part(6, 5, 12, 14, 2.5f, Color::on_accent);
    part(8, 5, 1.5f, 14, 0, Color::accent);
    part(11.5f, 9, 4.5f, 1.5f, .75f, Color::accent);
    part(11.5f, 12.25f, 4.5f, 1.5f, .75f, Color::accent);
}

void empty_drawing(ImVec2 at) {
    const auto part = [&](float x, float y, float w, float h, float r, Color c) {
        fill({at.x + x, at.y + y, w, h}, c, r);
    };
    part(14, 8, 60, 48, 6, Color::inset);
    border({at.x + 14, at.y + 8, 60, 48}, Color::line_3, 6);
    part(22, 2, 60, 48, 6, Color::surface);
    border({at.x + 22, at.y + 2, 60, 48}, Color::line_3, 6);
    part(30, 12, 10, 10, 5, Color::accent_soft_2);
    part(46, 14, 28, 4, 2, Color::active);
    part(30, 28, 44, 4, 2, Color::active);
    part(30, 37, 30, 4, 2, Color::active);
}

} // namespace carnet::ui::draw
