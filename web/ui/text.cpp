// Static text, headings, links, icons and key caps.
#include "web/ui/text.hpp"

#include "shared/core/text.hpp"
#include "shared/texts/widgets.hpp"
#include "web/ui/icons.hpp"
#include "web/ui/internal.hpp"

#include <cmath>

namespace carnet::ui {
namespace {

// Bytes of `words` that match the folded `needle`; empty when it does not occur.
std::pair<std::size_t, std::size_t> find_match(std::string_view words, std::string_view needle) {
    const std::string wanted = carnet::text::fold(needle);
    if (wanted.empty())
        return {0, 0};
    // Folding changes lengths: grow a window of whole characters until its key begins with what is
    // wanted.
    for (std::size_t from = 0; from < words.size();) {
        // Spaces and signs at the start fold away: the match begins behind them.
        std::size_t behind = from;
        carnet::text::next(words, behind);
        if (const auto one = carnet::text::fold(words.substr(from, behind - from));
            one.empty() || one == " ") {
            from = behind;
            continue;
        }
        const std::string rest = carnet::text::fold(words.substr(from));
        if (rest.starts_with(wanted)) {
            for (std::size_t to = from; to < words.size();) {
                carnet::text::next(words, to);
                if (carnet::text::fold(words.substr(from, to - from)).starts_with(wanted))
                    return {from, to};
            }
        }
        carnet::text::next(words, from);
    }
    return {0, 0};
}

void add_static(std::string_view role, Label words, Rect box, int level = 0) {
    a11y::Node node;
    node.role = role;
    node.name = words.view();
    node.level = level;
    a11y::add(std::move(node), box);
}

float natural(Label words, float width, TextStyle style) {
    return width < 0 ? width : width > 0 ? width : std::ceil(text_width(words.view(), style));
}

// Cut words show themselves whole in a tooltip.
void whole_in_tooltip(Rect box, Label words, bool cut) {
    if (cut)
        tooltip_over(box, words);
}

} // namespace

void text(Label words, const TextOptions& options) {
    const TypeSpec spec = spec_of(options.type);
    const TextStyle style{options.type, options.weight};
    const Rect box = place(natural(words, options.width, style), spec.line);
    const draw::TextInBox look{options.type, options.weight, options.align};
    const bool cut = draw::text(box, words.view(), options.color, look);
    if (!options.highlight.empty()) {
        const auto [first, last] = find_match(words.view(), options.highlight.view());
        draw::highlight(box, words.view(), first, last, look);
    }
    if (!options.hidden_from_mirror && !words.empty())
        add_static("text", words, box);
    whole_in_tooltip(box, words, cut);
}

void paragraph(Label words, const TextOptions& options) {
    const float width = options.width > 0 ? options.width : avail_width();
    const TextStyle style{options.type, options.weight};
    const Rect box = place(
        options.width <= 0 && detail::in_row() ? fill : width,
        wrapped_height(words.view(), width, style)
    );
    draw::text_wrapped(box, words.view(), options.color, style);
    if (!words.empty())
        add_static("text", words, box);
}

void heading(Label words, const HeadingOptions& options) {
    const TypeSpec spec = spec_of(options.type);
    const TextStyle style{options.type, Weight::semibold};
    const Rect box = place(natural(words, options.width, style), spec.line);
    const bool cut = draw::text(
        box, words.view(), options.color, {.type = options.type, .weight = Weight::semibold}
    );
    add_static("heading", words, box, options.level);
    whole_in_tooltip(box, words, cut);
}

bool link(Label words, const LinkOptions& options) {
    const TypeSpec spec = spec_of(options.type);
    const TextStyle style{options.type, options.weight};
    const float icon_width = options.icon ? 20.0f : 0.0f;
    const float width = options.width != 0
                            ? options.width
                            : icon_width + std::ceil(text_width(words.view(), style));
    Rect box = place(width, spec.line);
    const ImGuiID id = detail::id_of(options.id, words);
    const Rect hit{
        box.x,
        box.y,
        std::min(box.w, icon_width + std::ceil(text_width(words.view(), style))),
        box.h};
    const detail::Touch touch =
        detail::interact(id, hit, {.role = "link", .name = words.view(), .href = options.href});
    const Rect whole = box;
    if (options.icon)
        draw::icon(
            box.cut_left(icon_width).centered(20, spec.line).center(),
            options.icon,
            16,
            options.color
        );
    const draw::TextInBox look{options.type, options.weight};
    const bool cut = draw::text(box, words.view(), options.color, look);
    if (!options.highlight.empty()) {
        const auto [first, last] = find_match(words.view(), options.highlight.view());
        draw::highlight(box, words.view(), first, last, look);
    }
    if (touch.hovered) {
        const float end = std::min(box.w, text_width(words.view(), style));
        draw::fill({box.x, box.y + spec.line - 3, end, draw::hairline()}, options.color);
    }
    detail::finish(touch, hit, 2);
    whole_in_tooltip(whole, words, cut);
    detail::state().last_box = whole;
    return touch.pressed;
}

void icon(const char* name, const IconOptions& options) {
    const Rect box = place(options.size, options.size);
    draw::icon(box.center(), name, options.size, options.color);
    if (options.name.empty())
        return;
    add_static("img", options.name, box);
    tooltip_over(box, options.name);
}

void key_caps(std::string_view keys) {
    const Rect box = place(draw::key_caps_width(keys), 18);
    draw::key_caps({box.x, box.center().y}, keys);
    add_static("text", keys, box);
}

void key_hint(std::string_view keys, Label meaning) {
    Row row({.height = 20, .gap = 6});
    key_caps(keys);
    text(meaning, {.color = Color::text_3, .type = Type::small});
}

void dot(Color color, float size) {
    const Rect box = place(size, size);
    draw::circle(box.center(), size / 2, ui::color(color));
}

int breadcrumb(std::span<const Crumb> crumbs) {
    int clicked = -1;
    a11y::Scope scope("navigation", texts::widget::breadcrumb);
    Row row({.height = 24, .gap = 6});
    for (std::size_t i = 0; i < crumbs.size(); ++i) {
        const bool last = i + 1 == crumbs.size();
        if (last) {
            heading(crumbs[i].label, {.level = 1});
            continue;
        }
        Id id(static_cast<std::int64_t>(i));
        if (crumbs[i].link) {
            if (link(crumbs[i].label, {.color = Color::text_3, .weight = Weight::regular}))
                clicked = static_cast<int>(i);
        } else {
            text(crumbs[i].label, {.color = Color::text_3});
        }
        icon(icon::chevron_right, {.size = 14});
    }
    return clicked;
}

} // namespace carnet::ui
