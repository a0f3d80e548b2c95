// Drawing without behaviour: crisp boxes, shadows, glyphs, text in a box. Everything goes to the
// current window's list.
#pragma once

#include "web/ui/fonts.hpp"
#include "web/ui/frame.hpp"
#include "web/ui/theme.hpp"

namespace carnet::ui {

// A box in screen coordinates, cut from the outside in: `Rect bar = area.cut_top(48)`.
struct Rect {
    float x = 0, y = 0, w = 0, h = 0;
    float right() const { return x + w; }
    float bottom() const { return y + h; }
    ImVec2 min() const { return {x, y}; }
    ImVec2 max() const { return {x + w, y + h}; }
    ImVec2 center() const { return {x + w / 2, y + h / 2}; }
    bool contains(ImVec2 p) const { return p.x >= x && p.x < x + w && p.y >= y && p.y < y + h; }
    Rect inset(float all) const { return inset(all, all); }
    Rect inset(float horizontal, float vertical) const;
    Rect grow(float all) const { return inset(-all); }
    Rect cut_left(float width); // Takes a strip off this box and returns it.
    Rect cut_right(float width);
    Rect cut_top(float height);
    Rect cut_bottom(float height);
    Rect centered(float width, float height) const; // In the middle of this box, on whole pixels.
};

enum class Align : std::uint8_t { left, center, right };
enum Side : unsigned { side_top = 1, side_right = 2, side_bottom = 4, side_left = 8 };

} // namespace carnet::ui

namespace carnet::ui::draw {

float hairline();             // One device pixel at least, about one logical pixel.
float snap(float coordinate); // To whole device pixels.
void fill(Rect box, ImU32 color, float radius = 0);
void fill(Rect box, Color color, float radius = 0);
// Rounded only on the given corners (ImDrawFlags_RoundCorners…).
void fill_corners(Rect box, ImU32 color, float radius, ImDrawFlags corners);
void border(
    Rect box, ImU32 color, float radius = 0, float thickness = 0
); // Inside the box; 0: hairline.
void border(Rect box, Color color, float radius = 0, float thickness = 0);
void border_corners(Rect box, ImU32 color, float radius, float thickness, ImDrawFlags corners);
void line_on(
    Rect box, Side side, Color color, float thickness = 0
); // On the last pixels inside that side.
// A column of another ground at that side of a screen's panel, whose corner it follows.
void side_panel(Rect box, Side side);
// One of several choices drawn as cards.
void choice_card(Rect box, bool chosen, bool hovered);
void dashed_border(Rect box, Color color); // Drop target: 4 on, 4 off.
void shadow(Rect box, Elevation elevation, float radius);
// Shadow, fill and border of a card, popover or modal.
void surface(
    Rect box,
    Elevation elevation,
    float radius,
    Color fill_color = Color::surface,
    Color line = Color::line_2
);
void focus_ring(Rect box, float radius); // 2 px, 2 px outside, never clipped by the parent.
void circle(ImVec2 center, float radius, ImU32 color);
void ring(ImVec2 center, float radius, ImU32 color, float thickness); // Stroke inside the radius.

void icon(
    ImVec2 center, const char* name, float size, ImU32 color
); // `name` from web/ui/icons.hpp.
void icon(ImVec2 center, const char* name, float size, Color color);
void spinner(ImVec2 center, float size, ImU32 color); // One turn per second; asks for frames.

// One line in the box, vertically centred, ended by an ellipsis when it doesn't fit. Returns true
// when it was cut.
struct TextInBox {
    Type type = Type::body;
    std::optional<Weight> weight = {};
    Align align = Align::left;
    float size = 0;
};
bool text(Rect box, std::string_view words, ImU32 color, const TextInBox& options = {});
bool text(Rect box, std::string_view words, Color color, const TextInBox& options = {});
void text_wrapped(Rect box, std::string_view words, Color color, TextStyle style = {});
// The byte range [first, last) in amber, over a text drawn by text() with the same box and options.
void highlight(
    Rect box,
    std::string_view words,
    std::size_t first,
    std::size_t last,
    const TextInBox& options = {}
);
std::string ellipsized(std::string_view words, float width, TextStyle style = {});

// The four states of a client (10 px primitives): disc, half-disc, ring, two bars.
enum class Glyph : std::uint8_t { none, disc, half_disc, ring, bars };
void glyph(ImVec2 center, Glyph glyph, ImU32 color);

void progress(Rect box, float fraction, Color bar); // Box of 3–4 px; rounded.
void key_caps(
    ImVec2 left_middle, std::string_view keys, bool on_accent = false, bool on_tip = false
);
float key_caps_width(std::string_view keys); // "Ctrl S" is one cap; "Ctrl+K" draws two.
void logo(Rect box);                         // The notebook of the workspace and the sign-in page.
void empty_drawing(ImVec2 top_left);         // 96 × 64, two sheets.

} // namespace carnet::ui::draw
