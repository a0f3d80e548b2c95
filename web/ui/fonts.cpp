// Loading the fonts and measuring text.
#include "web/ui/fonts.hpp"

#include "web/ui/internal.hpp"

#include <cmath>

namespace carnet::ui {
namespace {

// Inter, hhea: 2728 and 680 of 2816 units.
constexpr float ascent = 2728.0f / 2816.0f, descent = 680.0f / 2816.0f;

// A font of fixed advances without pictures, for tests: layout works, nothing is rasterised.
bool blank_init(ImFontAtlas*, ImFontConfig*) {
    return true;
}
void blank_destroy(ImFontAtlas*, ImFontConfig*) {}
bool blank_contains(ImFontAtlas*, ImFontConfig*, ImWchar) {
    return true;
}
bool blank_baked(ImFontAtlas*, ImFontConfig*, ImFontBaked* baked, void*) {
    baked->Ascent = std::ceil(ascent * baked->Size);
    baked->Descent = std::floor(-descent * baked->Size);
    return true;
}
bool blank_glyph(
    ImFontAtlas*,
    ImFontConfig*,
    ImFontBaked* baked,
    void*,
    ImWchar code,
    ImFontGlyph* glyph,
    float* advance
) {
    const float width = (code == ' ' || code == 0xA0 ? 0.28f : 0.58f) * baked->Size;
    if (advance) {
        *advance = width;
        return true;
    }
    glyph->Codepoint = code & 0x1FFFFF;
    glyph->AdvanceX = width;
    return true;
}

const ImFontLoader* blank_loader() {
    static ImFontLoader loader;
    loader.Name = "blank";
    loader.FontSrcInit = blank_init;
    loader.FontSrcDestroy = blank_destroy;
    loader.FontSrcContainsGlyph = blank_contains;
    loader.FontBakedInit = blank_baked;
    loader.FontBakedLoadGlyph = blank_glyph;
    return &loader;
}

ImFont* add(const FontBytes& bytes, const char* name, ImFontConfig config = {}) {
    std::snprintf(config.Name, sizeof config.Name, "%s", name);
    // Negative: sizes are those of the em, as in CSS.
    if (config.SizePixels == 0) {
        config.SizePixels = -1;
        // ImGui scales this limit by size / SizePixels: with a negative size it must be negative
        // too.
        config.GlyphMaxAdvanceX = -1e6f;
    }
    config.FontDataOwnedByAtlas = false;
    if (!bytes.data) {
        // The atlas copies the bytes it is given; the loader never looks at them.
        static char nothing[4] = {};
        config.FontLoader = blank_loader();
        config.FontData = nothing;
        config.FontDataSize = sizeof nothing;
        return ImGui::GetIO().Fonts->AddFont(&config);
    }
    config.FontData = const_cast<void*>(bytes.data);
    config.FontDataSize = bytes.size;
    return ImGui::GetIO().Fonts->AddFont(&config);
}

// Text fields take ImGui's font size for the line height. This font's size 20 is therefore a line
// of 20 px with letters of 13: an outer font that gives the metrics, and the letters merged into it
// at 65 %.
ImFont* add_line_font(const FontBytes& bytes) {
    if (!bytes.data)
        return nullptr;
    static constexpr ImWchar everything[] = {1, 0x10FFFF, 0};
    ImFontConfig outer;
    outer.SizePixels = 20;
    outer.GlyphExcludeRanges = everything;
    add(bytes, "line", outer);
    ImFontConfig letters;
    letters.MergeMode = true;
    letters.SizePixels = 13 * (ascent + descent);
    // The outer font's baseline is at ceil(20 × 0.8) = 17; a CSS line of 20 has it at 15.
    letters.GlyphOffset.y = -2.0f;
    return add(bytes, "line letters", letters);
}

} // namespace

void load_fonts(const FontFiles& files) {
    auto& s = detail::state();
    s.fonts[0] = add(files.regular, "regular");
    s.fonts[1] = add(files.medium, "medium");
    s.fonts[2] = add(files.semibold, "semibold");
    s.icons = add(files.icons, "icons");
    s.line_font = add_line_font(files.regular);
    ImGui::GetStyle().FontSizeBase = 13;
    ImGui::GetIO().FontDefault = s.fonts[0];
}

TypeScope::TypeScope(Type type, std::optional<Weight> weight) {
    const TypeSpec spec = spec_of(type);
    ImGui::PushFont(
        detail::state().fonts[static_cast<int>(weight.value_or(spec.weight))], spec.size
    );
}
TypeScope::~TypeScope() {
    ImGui::PopFont();
}

namespace {
struct Resolved {
    ImFont* font;
    float size, line;
};
Resolved resolve(const TextStyle& style) {
    const TypeSpec spec = spec_of(style.type);
    return {
        detail::state().fonts[static_cast<int>(style.weight.value_or(spec.weight))],
        style.size > 0 ? style.size : spec.size,
        spec.line};
}
} // namespace

float text_width(std::string_view text, TextStyle style) {
    if (text.empty())
        return 0;
    const Resolved r = resolve(style);
    return r.font->CalcTextSizeA(r.size, FLT_MAX, 0, text.data(), text.data() + text.size()).x;
}

float wrapped_height(std::string_view text, float width, TextStyle style) {
    const Resolved r = resolve(style);
    if (text.empty())
        return r.line;
    const char *at = text.data(), *end = at + text.size();
    int lines = 0;
    while (at < end) {
        const char* line = at;
        const char* newline =
            static_cast<const char*>(memchr(at, '\n', static_cast<std::size_t>(end - at)));
        const char* stop = newline ? newline : end;
        const char* wrap = r.font->CalcWordWrapPosition(r.size, line, stop, width);
        if (wrap == line && wrap < stop)
            wrap = line + 1;
        at = wrap;
        if (at == stop && newline)
            ++at;
        else
            while (at < end && *at == ' ')
                ++at;
        ++lines;
    }
    return static_cast<float>(std::max(lines, 1)) * r.line;
}

} // namespace carnet::ui
