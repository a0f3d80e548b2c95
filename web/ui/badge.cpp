// Badges, tags, chips and counters.
#include "web/ui/badge.hpp"

#include "shared/texts/widgets.hpp"
#include "web/ui/icons.hpp"
#include "web/ui/internal.hpp"
#include "web/ui/text.hpp"

#include <cmath>

namespace carnet::ui {
namespace {

constexpr float badge_height = 20, badge_gap = 5;

bool has_mark(const BadgeOptions& o) {
    return o.icon != nullptr || o.glyph != draw::Glyph::none;
}
float mark_width(const BadgeOptions& o) {
    return o.glyph != draw::Glyph::none ? 10 : o.icon ? metric::icon_badge : 0;
}

void draw_badge(Rect box, Label label, const BadgeOptions& o) {
    const ToneColors tone = colors_of(o.tone);
    const float r = badge_height / 2;
    if (o.outlined) {
        draw::fill(box, Color::surface, r);
        draw::border(box, Color::line_2, r);
    } else {
        draw::fill(box, tone.soft, r);
    }
    const Color ink = o.outlined ? Color::text_2 : tone.text;
    float x = box.x + (has_mark(o) ? 6.0f : 8.0f) + (o.outlined ? 1.0f : 0.0f);
    if (o.glyph != draw::Glyph::none)
        draw::glyph({x + 5, box.center().y}, o.glyph, color(tone.strong));
    else if (o.icon)
        draw::icon({x + 7, box.center().y}, o.icon, metric::icon_badge, ink);
    if (has_mark(o))
        x += mark_width(o) + badge_gap;
    const float right = box.right() - (o.menu_icon ? 24.0f : 7.0f);
    draw::text(
        {x, box.y, right - x, box.h},
        label.view(),
        ink,
        {.type = Type::small, .weight = Weight::medium}
    );
    if (o.menu_icon)
        draw::icon({box.right() - 13, box.center().y}, o.menu_icon, 14, ink);
}

} // namespace

float badge_width(Label label, const BadgeOptions& o) {
    const float words =
        std::ceil(text_width(label.view(), {.type = Type::small, .weight = Weight::medium}));
    return (has_mark(o) ? 6 + mark_width(o) + badge_gap : 8) + words + 8 +
           (o.menu_icon ? 16.0f : 0.0f) + (o.outlined ? 2.0f : 0.0f);
}

void badge(Label label, const BadgeOptions& o) {
    const Rect box = place(badge_width(label, o), badge_height);
    draw_badge(box, label, o);
    a11y::text(o.spoken.empty() ? label : o.spoken, box);
    if (!o.tooltip.empty())
        tooltip_over(box, o.tooltip);
}

bool badge_button(Label label, const char* id_text, const BadgeOptions& options) {
    BadgeOptions o = options;
    if (!o.menu_icon)
        o.menu_icon = icon::chevron_down;
    const Rect box = place(badge_width(label, o), badge_height + 4);
    const ImGuiID id = detail::id_of(std::string_view(id_text));
    const Label name = o.spoken.empty() ? label : o.spoken;
    const detail::Touch touch =
        detail::interact(id, box, {.name = name.view(), .flags = platform::mirror_haspopup});
    draw_badge({box.x, box.y, box.w, box.h}, label, o);
    if (touch.hovered)
        draw::border(box, colors_of(o.tone).line, badge_height / 2);
    detail::finish(touch, box, box.h / 2);
    if (!o.tooltip.empty())
        detail::tooltip_for(id, box, o.tooltip);
    return touch.pressed;
}

BadgeOptions client_state_badge(ClientState state) {
    switch (state) {
    case ClientState::active:
        return {.tone = Tone::ok, .glyph = draw::Glyph::disc};
    case ClientState::prospect:
        return {.tone = Tone::warn, .glyph = draw::Glyph::half_disc};
    case ClientState::inactive:
        return {.tone = Tone::bad, .glyph = draw::Glyph::ring};
    case ClientState::suspended:
        break;
    }
    return {.tone = Tone::mute, .glyph = draw::Glyph::bars};
}

Label client_state_label(ClientState state) {
    return client_state_choices[static_cast<std::size_t>(state)].label;
}

void client_state(ClientState state) {
    const Label label = client_state_label(state);
    BadgeOptions look = client_state_badge(state);
    const std::string spoken = detail::named(t(texts::widget::client_state), label.view());
    look.spoken = spoken;
    badge(label, look);
}

BadgeOptions project_state_badge(std::string_view state) {
    if (state == "running")
        return {.tone = Tone::info, .icon = icon::progress};
    if (state == "waiting")
        return {.tone = Tone::warn, .icon = icon::hourglass};
    if (state == "done")
        return {.tone = Tone::ok, .icon = icon::check};
    return {.tone = Tone::mute, .icon = icon::ban};
}

BadgeOptions deliverable_state_badge(std::string_view state) {
    if (state == "to_approve")
        return {.tone = Tone::warn, .icon = icon::clock};
    if (state == "approved")
        return {.tone = Tone::ok, .icon = icon::rosette_discount_check};
    if (state == "changes_requested")
        return {.tone = Tone::bad, .icon = icon::message_2};
    return {.tone = Tone::mute, .icon = icon::pencil};
}

Color tag_color(std::string_view word) {
    if (word == "blue")
        return Color::info;
    if (word == "green")
        return Color::ok;
    if (word == "amber")
        return Color::warn;
    if (word == "red")
        return Color::bad;
    if (word == "violet")
        return Color::share;
    return Color::mute;
}

namespace {

constexpr float tag_height = 20, tag_padding = 7, tag_dot = 10;

float tag_width(Label label, const TagOptions& o) {
    const float words = std::ceil(text_width(label.view(), {.type = Type::small}));
    const float w =
        tag_padding * 2 + words + (o.no_dot ? 0 : tag_dot) + (o.removable ? 18.0f : 0.0f);
    return o.max_width > 0 ? std::min(w, o.max_width) : w;
}

void draw_tag(Rect box, Label label, const TagOptions& o) {
    draw::fill(box, Color::surface, metric::radius_tag);
    draw::border(box, Color::line_2, metric::radius_tag);
    float x = box.x + tag_padding;
    if (!o.no_dot) {
        draw::circle({x + 3, box.center().y}, 3, color(o.dot));
        x += tag_dot;
    }
    const float right = box.right() - tag_padding - (o.removable ? 16.0f : 0.0f) + 1;
    if (draw::text(
            {x, box.y, right - x, box.h}, label.view(), Color::text_2, {.type = Type::small}
        ))
        tooltip_over(box, label);
}

} // namespace

ChipEvent tag(Label label, const TagOptions& o) {
    const Rect box = place(tag_width(label, o), tag_height);
    draw_tag(box, label, o);
    a11y::text(label, box);
    if (!o.removable)
        return ChipEvent::none;
    const Rect cross{box.right() - 20, box.y, 20, box.h};
    const std::string name = detail::named(t(texts::widget::remove_tag), label.view());
    Id scope(o.id ? std::string_view(o.id) : label.view());
    const detail::Touch touch = detail::interact(detail::id_of("##remove"), cross, {.name = name});
    draw::icon(cross.center(), icon::x, 12, touch.hovered ? Color::text : Color::text_3);
    detail::finish(touch, cross, metric::radius_tag);
    return touch.pressed ? ChipEvent::removed : ChipEvent::none;
}

void tag_line(std::span<const TagItem> tags, float width) {
    Row row({.height = tag_height, .gap = 4, .width = width});
    float left = width;
    for (std::size_t i = 0; i < tags.size(); ++i) {
        const TagOptions look{.dot = tags[i].dot};
        const float w = tag_width(tags[i].label, look);
        const bool last = i + 1 == tags.size();
        const std::string more = "+" + std::to_string(tags.size() - i);
        const float reserve = last ? 0 : tag_width(more, {.no_dot = true}) + 4;
        if (w + reserve > left && !(i == 0 && last)) {
            std::string names;
            for (std::size_t k = i; k < tags.size(); ++k)
                names += (names.empty() ? "" : ", ") + tags[k].label;
            const Rect box = place(tag_width(more, {.no_dot = true}), tag_height);
            draw_tag(box, more, {.no_dot = true});
            a11y::text(names, box);
            tooltip_over(box, names);
            return;
        }
        tag(tags[i].label, {.dot = tags[i].dot, .max_width = left});
        left -= w + 4;
    }
}

ChipEvent chip(Label label, const ChipOptions& o) {
    const TextStyle plain{}, medium{Type::body, Weight::medium};
    const float key = std::ceil(text_width(label.view(), plain));
    const float word = o.word.empty() ? 0 : std::ceil(text_width(o.word.view(), plain)) + 5;
    const float value = o.value.empty() ? 0 : std::ceil(text_width(o.value.view(), medium)) + 5;
    const float body = 9 + key + word + value + (o.removable ? 8.0f : 9.0f),
                cross = o.removable ? 28 : 0;
    const float height = spec_of(Size::sm).height;
    const float room = std::max(80.0f, avail_width());
    const Rect box = place(std::min(body + cross, room), height);
    Rect main{box.x, box.y, box.w - cross, box.h};
    Id scope(o.id ? std::string_view(o.id) : label.view());
    std::string name = label.str();
    if (!o.word.empty())
        name += " " + o.word.str();
    if (!o.value.empty())
        name += " " + o.value.str();
    const ImGuiID id = detail::id_of("##chip");
    const std::uint32_t flags =
        platform::mirror_haspopup |
        static_cast<std::uint32_t>(o.open ? platform::mirror_expanded : platform::mirror_collapsed);
    const detail::Touch touch = detail::interact(id, main, {.name = name, .flags = flags});
    draw::fill(
        box,
        o.active                  ? Color::accent_soft
        : touch.hovered || o.open ? Color::hover
                                  : Color::surface,
        metric::radius_control
    );
    draw::border(box, o.active ? Color::accent_line : Color::line_2, metric::radius_control);
    float x = main.x + 9;
    const Color quiet = o.active ? Color::text_2 : Color::text_3;
    draw::text({x, main.y, key, main.h}, label.view(), quiet), x += key;
    if (word > 0)
        draw::text({x + 5, main.y, word - 5, main.h}, o.word.view(), quiet), x += word;
    if (value > 0 && draw::text(
                         {x + 5, main.y, main.right() - 8 - x - 5, main.h},
                         o.value.view(),
                         o.active ? Color::accent_text : Color::text,
                         {.weight = Weight::medium}
                     ))
        tooltip_over(main, o.value);
    detail::finish(touch, box, metric::radius_control);
    detail::state().last_box = box;
    ChipEvent event = touch.pressed ? ChipEvent::clicked : ChipEvent::none;
    if (!o.removable)
        return event;
    const Rect edge{main.right(), box.y, cross, box.h};
    const std::string remove = o.remove_name.empty()
                                   ? detail::named(t(texts::widget::remove_filter), label.view())
                                   : o.remove_name.str();
    const detail::Touch close = detail::interact(detail::id_of("##remove"), edge, {.name = remove});
    if (close.hovered)
        draw::fill_corners(
            {edge.x, edge.y + 1, edge.w - 1, edge.h - 2},
            color(o.active ? Color::accent_soft_2 : Color::hover),
            metric::radius_control - 1,
            ImDrawFlags_RoundCornersRight
        );
    draw::fill(
        {edge.x, edge.y + 1, draw::hairline(), edge.h - 2},
        o.active ? Color::accent_line : Color::line_1
    );
    draw::icon(edge.center(), icon::x, 14, o.active ? Color::accent_text : Color::text_3);
    detail::finish(close, edge, metric::radius_control);
    detail::tooltip_for(detail::id_of("##remove"), edge, remove);
    detail::state().last_box = box;
    return close.pressed ? ChipEvent::removed : event;
}

bool chip_add(Label label, const char* id_text) {
    const float words = std::ceil(text_width(label.view()));
    const Rect box = place(6 + 14 + 4 + words + 6, spec_of(Size::sm).height);
    const ImGuiID id = detail::id_of(id_text, label);
    const detail::Touch touch =
        detail::interact(id, box, {.name = label.view(), .flags = platform::mirror_haspopup});
    if (touch.hovered)
        draw::fill(box, touch.held ? Color::active : Color::hover, metric::radius_control);
    const Color ink = touch.hovered ? Color::text : Color::text_2;
    draw::icon({box.x + 13, box.center().y}, icon::plus, 14, ink);
    draw::text({box.x + 24, box.y, words, box.h}, label.view(), ink);
    detail::finish(touch, box, metric::radius_control);
    return touch.pressed;
}

void count(Label number, bool urgent) {
    const float words =
        std::ceil(text_width(number.view(), {.type = Type::small, .weight = Weight::medium}));
    const Rect box = place(words + (urgent ? 12.0f : 0.0f), 16);
    if (urgent)
        draw::fill(box, Color::bad_soft, 8);
    draw::text(
        box,
        number.view(),
        urgent ? Color::bad_text : Color::text_3,
        {.type = Type::small, .weight = Weight::medium, .align = Align::center}
    );
    a11y::text(number, box);
}

} // namespace carnet::ui
