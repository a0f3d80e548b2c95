// Static text, headings, links, icons, key caps. Each is read by the mirror.
#pragma once

#include "web/ui/layout.hpp"

namespace carnet::ui {

struct TextOptions {
    Color color = Color::text;
    Type type = Type::body;
    std::optional<Weight> weight = {};
    float width = 0; // > 0 or `fill`: cut with an ellipsis, whole text in the tooltip.
    Align align = Align::left;
    Label highlight = {};     // Typed words, shown on amber where they occur (no case, no accents).
    const char* id = nullptr; // Only when the same text occurs twice and must be told apart.
    bool hidden_from_mirror = false; // Repeats what another node says.
};
void text(Label words, const TextOptions& options = {});
// Several lines, wrapped to avail_width().
void paragraph(Label words, const TextOptions& options = {});
// Level 1 for the screen's title; the look comes from `type`.
struct HeadingOptions {
    int level = 2;
    Type type = Type::subhead;
    Color color = Color::text;
    float width = 0;
};
void heading(Label words, const HeadingOptions& options = {});
// "Défaut" over a figure, "Résultat : 3": a caption in text_3, 12 px.
inline void caption(Label words) {
    text(words, {.color = Color::text_3, .type = Type::small});
}

struct LinkOptions {
    std::string_view href = {}; // Path of the application, https:, mailto: or tel:.
    Type type = Type::body;
    Color color = Color::accent_text;
    std::optional<Weight> weight = Weight::medium;
    float width = 0;
    const char* icon = nullptr;
    const char* id = nullptr;
    Label highlight = {};
};
bool link(
    Label words, const LinkOptions& options = {}
); // True when followed; the caller navigates.

struct IconOptions {
    float size = metric::icon;
    Color color = Color::text_3;
    Label name = {}; // With a name it is an image for the mirror and has a tooltip.
};
void icon(const char* name, const IconOptions& options = {});
void key_caps(std::string_view keys); // "Ctrl+K": two caps.
// "j k parcourir" of the footer: caps and a word.
void key_hint(std::string_view keys, Label meaning);
void dot(Color color, float size = 8);

struct Crumb {
    Label label;
    bool link = false;
};
// Breadcrumb of the top bar; returns the index of the crumb that was clicked, or -1.
int breadcrumb(std::span<const Crumb> crumbs);

} // namespace carnet::ui
