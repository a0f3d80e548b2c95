// Names of the colours, sizes and type roles of the design (design.md §3). Colour values live in
// theme.cpp and nowhere else. All sizes are logical pixels: zoom and pixel ratio belong to the
// platform (DisplaySize, DisplayFramebufferScale).
#pragma once

#include <imgui.h>

#include <cstdint>

namespace carnet::ui {

enum class Color : std::uint8_t {
    app,
    surface,
    subtle,
    hover,
    inset,
    active, // Paper.
    line_1,
    line_2,
    line_3,
    line_ctl, // Separators, borders, control borders.
    text,
    text_2,
    text_3,
    text_off,
    accent,
    accent_hover,
    accent_pressed,
    accent_text,
    accent_soft,
    accent_soft_2,
    accent_line,
    on_accent,
    focus,
    scrim,
    tip,
    tip_text,
    tip_text_2,
    tip_line,
    danger,
    danger_hover,
    danger_pressed, // Solid red button; its label is on_accent.
    share_on,       // Track of a portal switch that is on.
    skeleton,
    skeleton_2,
    shade, // `shade`: the ink of shadows, opaque.
    ok,
    ok_text,
    ok_soft,
    ok_line,
    warn,
    warn_text,
    warn_soft,
    warn_line,
    bad,
    bad_text,
    bad_soft,
    bad_line,
    info,
    info_text,
    info_soft,
    info_line,
    mute,
    mute_text,
    mute_soft,
    mute_line,
    share,
    share_text,
    share_soft,
    share_line,
    clear, // Nothing is drawn.
    count,
};

// Semantic families (design.md §3.2); violet `share` means "the client can see it" and nothing
// else.
enum class Tone : std::uint8_t { ok, warn, bad, info, mute, share };
struct ToneColors {
    Color strong, text, soft, line;
};
ToneColors colors_of(Tone tone);

enum class Scheme : std::uint8_t { light, dark };
enum class ThemeChoice : std::uint8_t { system, light, dark };

ImU32 color(Color name);              // In the current scheme.
ImU32 color(Color name, float alpha); // `alpha` multiplies.
ImU32 color_in(
    Scheme scheme, Color name
);                                    // Of a given scheme, without the increased-contrast rule.
ImU32 mix(ImU32 a, ImU32 b, float t); // 0: a, 1: b.
Scheme scheme();
void set_theme(ThemeChoice choice); // The person's setting; `system` follows the browser.
ThemeChoice theme_choice();
float contrast(ImU32 a, ImU32 b); // WCAG 2.1 ratio, 1–21.

// Avatar colours: eight pairs, picked by a hash of the identifier.
struct Pair {
    ImU32 fill, text;
};
Pair avatar_pair(int index); // 0–7
int avatar_index(std::uint64_t identifier);

// One shadow is 1–4 flat rounded rectangles under the element.
enum class Elevation : std::uint8_t { flat, button, popover, modal };
struct ShadowLayer {
    float offset_y, spread, alpha;
};
struct Shadow {
    ShadowLayer layers[4];
    int count;
};
Shadow shadow_of(Elevation elevation);

enum class Weight : std::uint8_t { regular, medium, semibold };
enum class Type : std::uint8_t { display, title, heading, subhead, body, small, micro };
struct TypeSpec {
    float size, line;
    Weight weight; // Unless the caller asks for another.
};
TypeSpec spec_of(Type type); // Phone sizes on a phone.

// Control heights 24, 28, 32, 40 (44 on coarse pointers for md and lg).
enum class Size : std::uint8_t { xs, sm, md, lg };
struct ControlSpec {
    float height, padding, icon;
    Type type;
};
ControlSpec spec_of(Size size);

// Width of the layout (design.md §4.2).
enum class Breakpoint : std::uint8_t { phone, tablet, desktop };
Breakpoint breakpoint(); // < 768, < 1200, wider.
inline bool is_phone() {
    return breakpoint() == Breakpoint::phone;
}
bool coarse(); // A finger: targets are at least 44 px.

namespace metric {
inline constexpr float radius_tag = 4, radius_control = 6, radius_card = 8, radius_panel = 10,
                       radius_modal = 12;
inline constexpr float row_compact = 32, row = 40, row_two_lines = 52, row_matrix = 36,
                       row_phone = 60, table_header = 32;
inline constexpr float top_bar = 48, top_bar_phone = 56, filter_bar = 44, tabs = 40, footer = 36,
                       wizard_footer = 56, phone_tab_bar = 68;
inline constexpr float rail_open = 220, rail_closed = 56, panel_margin = 8, cell_padding = 8,
                       first_cell_padding = 16;
inline constexpr float icon = 16, icon_nav = 18, icon_badge = 14, touch = 44, scrollbar = 8;
} // namespace metric

namespace detail {
void refresh_theme(); // Once per frame, before anything is drawn.
}

} // namespace carnet::ui
