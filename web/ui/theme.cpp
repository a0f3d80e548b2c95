// Which colour a name has now, sizes of roles and controls, shadows, contrast.
#include "web/ui/theme.hpp"

#include "web/ui/internal.hpp"
#include "web/ui/theme_colors.hpp"

#include <cmath>

namespace carnet::ui {
namespace {

ImU32 opaque(std::uint32_t rgb) {
    if (rgb == detail::no_color)
        return 0;
    const ImU32 red = rgb >> 16 & 0xFF, green = rgb >> 8 & 0xFF, blue = rgb & 0xFF;
    return red << IM_COL32_R_SHIFT | green << IM_COL32_G_SHIFT | blue << IM_COL32_B_SHIFT |
           0xFFu << IM_COL32_A_SHIFT;
}

ImU32 with_alpha(ImU32 value, float alpha) {
    const auto old = static_cast<float>(value >> IM_COL32_A_SHIFT & 0xFF);
    const auto now = static_cast<ImU32>(std::lround(old * alpha));
    return (value & ~IM_COL32_A_MASK) | now << IM_COL32_A_SHIFT;
}

double luminance(ImU32 value) {
    const auto linear = [&](int shift) {
        const double c = static_cast<double>(value >> shift & 0xFF) / 255.0;
        return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(IM_COL32_R_SHIFT) + 0.7152 * linear(IM_COL32_G_SHIFT) +
           0.0722 * linear(IM_COL32_B_SHIFT);
}

// Increased contrast: borders and hints one step stronger (design.md §9).
Color stronger(Color name) {
    switch (name) {
    case Color::line_1:
        return Color::line_3;
    case Color::line_2:
    case Color::line_3:
        return Color::line_ctl;
    case Color::line_ctl:
    case Color::text_3:
        return Color::text_2;
    default:
        return name;
    }
}

} // namespace

ToneColors colors_of(Tone tone) {
    const auto first = static_cast<int>(Color::ok) + 4 * static_cast<int>(tone);
    return {
        static_cast<Color>(first),
        static_cast<Color>(first + 1),
        static_cast<Color>(first + 2),
        static_cast<Color>(first + 3)};
}

ImU32 color_in(Scheme scheme, Color name) {
    const auto& row = detail::color_rows[static_cast<std::size_t>(name)];
    const ImU32 value = opaque(scheme == Scheme::light ? row.light : row.dark);
    return name == Color::scrim ? with_alpha(value, detail::scrim_alpha[static_cast<int>(scheme)])
                                : value;
}

ImU32 color(Color name) {
    const auto& state = detail::state();
    return color_in(state.scheme, state.more_contrast ? stronger(name) : name);
}

ImU32 color(Color name, float alpha) {
    return with_alpha(color(name), alpha);
}

ImU32 mix(ImU32 a, ImU32 b, float t) {
    ImU32 out = 0;
    for (int shift = 0; shift < 32; shift += 8) {
        const auto from = static_cast<float>(a >> shift & 0xFF),
                   to = static_cast<float>(b >> shift & 0xFF);
        out |= static_cast<ImU32>(std::lround(from + (to - from) * t)) << shift;
    }
    return out;
}

Scheme scheme() {
    return detail::state().scheme;
}
void set_theme(ThemeChoice choice) {
    detail::state().theme_choice = choice;
}
ThemeChoice theme_choice() {
    return detail::state().theme_choice;
}

float contrast(ImU32 a, ImU32 b) {
    const double first = luminance(a), second = luminance(b);
    return static_cast<float>((std::max(first, second) + 0.05) / (std::min(first, second) + 0.05));
}

Pair avatar_pair(int index) {
    const auto& row =
        detail::avatar_rows[static_cast<std::size_t>(index) % detail::avatar_rows.size()];
    const bool light = scheme() == Scheme::light;
    return {opaque(light ? row.fill : row.dark_fill), opaque(light ? row.text : row.dark_text)};
}

int avatar_index(std::uint64_t identifier) {
    // Multiplicative hash: neighbours in a list rarely share a colour.
    return static_cast<int>(identifier * 0x9E3779B97F4A7C15ull >> 61);
}

Shadow shadow_of(Elevation elevation) {
    const float s = scheme() == Scheme::light ? 1.0f : 6.0f;
    switch (elevation) {
    case Elevation::button:
        return {{{1, 0, .05f * s}}, 1};
    case Elevation::popover:
        return {{{7, 4, .014f * s}, {4, 2, .022f * s}, {2, 1, .03f * s}, {1, 0, .06f * s}}, 4};
    case Elevation::modal:
        return {{{12, 6, .012f * s}, {7, 4, .022f * s}, {3, 2, .035f * s}, {1, 0, .07f * s}}, 4};
    case Elevation::flat:
        break;
    }
    return {{}, 0};
}

TypeSpec spec_of(Type type) {
    const bool phone = is_phone();
    switch (type) {
    case Type::display:
        return {28, 36, Weight::semibold};
    case Type::title:
        return {20, 28, Weight::semibold};
    case Type::heading:
        return {16, 24, Weight::semibold};
    case Type::subhead:
        return {phone ? 15.0f : 14.0f, phone ? 22.0f : 20.0f, Weight::semibold};
    case Type::small:
        return {phone ? 13.0f : 12.0f, phone ? 20.0f : 16.0f, Weight::regular};
    case Type::micro:
        return {11, 16, Weight::medium};
    case Type::body:
        break;
    }
    return {phone ? 15.0f : 13.0f, phone ? 22.0f : 20.0f, Weight::regular};
}

ControlSpec spec_of(Size size) {
    const bool finger = coarse();
    switch (size) {
    case Size::xs:
        return {finger ? 32.0f : 24.0f, 8, 16, Type::small};
    case Size::sm:
        return {finger ? 40.0f : 28.0f, 10, 16, Type::body};
    case Size::md:
        return {finger ? metric::touch : 32.0f, 12, 16, Type::body};
    case Size::lg:
        break;
    }
    return {finger ? metric::touch : 40.0f, 16, 18, Type::subhead};
}

Breakpoint breakpoint() {
    const float width = ImGui::GetIO().DisplaySize.x;
    return width < 768    ? Breakpoint::phone
           : width < 1200 ? Breakpoint::tablet
                          : Breakpoint::desktop;
}

bool coarse() {
    return detail::state().coarse;
}

void detail::refresh_theme() {
    auto& s = state();
    s.coarse = platform::coarse_pointer();
    s.more_contrast = platform::prefers_contrast();
    s.reduced_motion = platform::prefers_reduced_motion();
    const bool dark = s.theme_choice == ThemeChoice::dark ||
                      (s.theme_choice == ThemeChoice::system && platform::prefers_dark());
    s.scheme = dark ? Scheme::dark : Scheme::light;
    s.pixel = 1.0f / std::max(1.0f, ImGui::GetIO().DisplayFramebufferScale.x);
    apply_imgui_colors();
}

} // namespace carnet::ui
