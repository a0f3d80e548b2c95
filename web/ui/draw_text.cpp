// Text in a box: one line with ellipsis, several wrapped lines, highlighted matches.
#include "web/ui/draw.hpp"

#include "web/ui/internal.hpp"

#include <cmath>

namespace carnet::ui::draw {
namespace {

constexpr float ascent_share = 2728.0f / 2816.0f, descent_share = 680.0f / 2816.0f; // Inter.
constexpr std::string_view ellipsis = "…";

struct Face {
    ImFont* font;
    float size, line;
};

Face face(Type type, std::optional<Weight> weight, float size) {
    const TypeSpec spec = spec_of(type);
    return {
        detail::state().fonts[static_cast<int>(weight.value_or(spec.weight))],
        size > 0 ? size : spec.size,
        spec.line};
}

// Where ImGui must start so that the baseline lies where CSS puts it in a line box of height
// `line`.
float top_in_line(const Face& f, float line) {
    const float ascent = std::round(ascent_share * f.size),
                descent = std::round(descent_share * f.size);
    const float baseline = std::floor((line - ascent - descent) / 2) + ascent;
    return baseline - std::ceil(ascent_share * f.size);
}

float width_of(const Face& f, std::string_view words) {
    return words.empty()
               ? 0
               : f.font
                     ->CalcTextSizeA(f.size, FLT_MAX, 0, words.data(), words.data() + words.size())
                     .x;
}

// Longest beginning that leaves room for the ellipsis.
std::size_t fitting(const Face& f, std::string_view words, float width) {
    const float room = width - width_of(f, ellipsis);
    const char* rest = words.data();
    if (room > 0)
        f.font->CalcTextSizeA(f.size, room, 0, words.data(), words.data() + words.size(), &rest);
    std::size_t bytes = static_cast<std::size_t>(rest - words.data());
    while (bytes > 0 && words[bytes - 1] == ' ')
        --bytes;
    return bytes;
}

float start_x(Rect box, Align align, float width) {
    switch (align) {
    case Align::center:
        return std::floor(box.x + (box.w - width) / 2 + .5f);
    case Align::right:
        return std::floor(box.right() - width + .5f);
    case Align::left:
        break;
    }
    return box.x;
}

void put(const Face& f, ImVec2 at, std::string_view words, ImU32 color) {
    if (!words.empty())
        detail::list()->AddText(
            f.font, f.size, at, color, words.data(), words.data() + words.size()
        );
}

} // namespace

bool text(Rect box, std::string_view words, ImU32 color, const TextInBox& options) {
    const Face f = face(options.type, options.weight, options.size);
    const float width = width_of(f, words);
    const float y = std::floor(box.y + (box.h - f.line) / 2) + top_in_line(f, f.line);
    // Half a pixel of tolerance: boxes are made from rounded widths.
    if (width <= box.w + .75f) {
        put(f, {start_x(box, options.align, width), y}, words, color);
        return false;
    }
    const std::string_view cut = words.substr(0, fitting(f, words, box.w));
    put(f, {box.x, y}, cut, color);
    put(f, {box.x + width_of(f, cut), y}, ellipsis, color);
    return true;
}

bool text(Rect box, std::string_view words, Color name, const TextInBox& options) {
    return text(box, words, color(name), options);
}

void text_wrapped(Rect box, std::string_view words, Color name, TextStyle style) {
    const Face f = face(style.type, style.weight, style.size);
    const ImU32 value = color(name);
    const char *at = words.data(), *end = at + words.size();
    for (float y = box.y; at < end; y += f.line) {
        const auto* newline =
            static_cast<const char*>(memchr(at, '\n', static_cast<std::size_t>(end - at)));
        const char* stop = newline ? newline : end;
        const char* wrap = f.font->CalcWordWrapPosition(f.size, at, stop, box.w);
        if (wrap == at && wrap < stop)
            wrap = at + 1;
        put(f, {box.x, y + top_in_line(f, f.line)}, {at, static_cast<std::size_t>(wrap - at)}, value
        );
        const bool whole = wrap == stop;
        at = wrap;
        if (whole && newline)
            ++at;
        else
            while (at < end && *at == ' ')
                ++at;
    }
}

void highlight(
    Rect box, std::string_view words, std::size_t first, std::size_t last, const TextInBox& options
) {
    if (first >= last || last > words.size())
        return;
    const Face f = face(options.type, options.weight, options.size);
    // Of cut words only what stands before the ellipsis is marked.
    const float width = width_of(f, words), x = start_x(box, options.align, width);
    const float end = box.right() - (width > box.w + .75f ? width_of(f, ellipsis) : 0);
    const float from = x + width_of(f, words.substr(0, first)),
                to = x + width_of(f, words.substr(0, last));
    if (from >= end)
        return;
    const float y = std::floor(box.y + (box.h - f.line) / 2);
    const Rect mark{from - 1, y + 1, std::min(to, end) - from + 2, f.line - 2};
    fill(mark, Color::warn_soft, 2);
    const ImVec4 clip{mark.x, box.y, mark.right(), box.bottom()};
    detail::list()->AddText(
        f.font,
        f.size,
        {from, y + top_in_line(f, f.line)},
        color(Color::warn_text),
        words.data() + first,
        words.data() + last,
        0,
        &clip
    );
}

std::string ellipsized(std::string_view words, float width, TextStyle style) {
    const Face f = face(style.type, style.weight, style.size);
    if (width_of(f, words) <= width + .75f)
        return std::string(words);
    return std::string(words.substr(0, fitting(f, words, width))) + std::string(ellipsis);
}

} // namespace carnet::ui::draw
