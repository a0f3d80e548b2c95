// Checkbox, radio buttons and switch.
#include "web/ui/check.hpp"

#include "web/ui/icons.hpp"
#include "web/ui/internal.hpp"

#include <cmath>

namespace carnet::ui {

using detail::state;

namespace {

constexpr float mark = 16, label_gap = 8;

// With a room for the words, a long detail goes on in a second line.
float line_height(Label detail, float room = FLT_MAX) {
    return spec_of(Type::body).line +
           (detail.empty() ? 0 : wrapped_height(detail.view(), room, {.type = Type::small}));
}

void draw_words(Rect box, Label label, Label detail, bool off) {
    const float line = spec_of(Type::body).line;
    if (draw::text({box.x, box.y, box.w, line}, label.view(), off ? Color::text_off : Color::text))
        tooltip_over(box, label);
    if (!detail.empty())
        draw::text_wrapped(
            {box.x, box.y + line, box.w + 1, box.h - line},
            detail.view(),
            off ? Color::text_off : Color::text_2,
            {.type = Type::small}
        );
}

float words_width(Label label, Label detail) {
    return std::ceil(
        std::max(text_width(label.view()), text_width(detail.view(), {.type = Type::small}))
    );
}

void draw_box_mark(Rect box, bool on, bool partial, bool hovered, bool off, bool error) {
    if (on || partial) {
        const Color c = off ? Color::line_3 : Color::accent;
        draw::fill(box, c, metric::radius_tag);
        draw::icon(
            box.center(), partial ? icon::minus_bold : icon::check_bold, 14, Color::on_accent
        );
        return;
    }
    draw::fill(box, off ? Color::inset : Color::surface, metric::radius_tag);
    draw::border(
        box,
        off       ? Color::line_2
        : error   ? Color::bad
        : hovered ? Color::text_2
                  : Color::line_ctl,
        metric::radius_tag
    );
}

void draw_radio_mark(Rect box, bool on, bool hovered, bool off) {
    const ImVec2 c = box.center();
    if (on) {
        draw::circle(c, 8, color(off ? Color::line_3 : Color::accent));
        draw::circle(c, 3, color(Color::on_accent));
        return;
    }
    draw::circle(c, 8, color(off ? Color::inset : Color::surface));
    draw::ring(
        c,
        8,
        color(
            off       ? Color::line_2
            : hovered ? Color::text_2
                      : Color::line_ctl
        ),
        draw::hairline()
    );
}

bool disabled_now(bool own) {
    return own || (GImGui->CurrentItemFlags & ImGuiItemFlags_Disabled) != 0;
}

} // namespace

bool checkbox(Label label, bool& on, const CheckOptions& o) {
    const bool bare = o.hide_label || label.empty();
    const float width = mark + (bare ? 0 : label_gap + words_width(label, o.detail));
    const Rect box = place(width, bare ? mark : line_height(o.detail));
    const Rect tick{
        box.x,
        bare ? box.y : box.y + std::floor((spec_of(Type::body).line - mark) / 2),
        mark,
        mark};
    const bool off = disabled_now(o.disabled);
    const ImGuiID id = detail::id_of(o.id, label);
    const std::uint32_t flags = o.partial ? platform::mirror_mixed
                                : on      ? platform::mirror_checked
                                          : platform::mirror_unchecked;
    const detail::Touch touch = detail::interact(
        id,
        box,
        {.role = "checkbox",
         .name = label.view(),
         .description = off ? o.disabled_reason.view() : o.error.view(),
         .flags =
             flags | (o.error.empty() ? 0u : static_cast<std::uint32_t>(platform::mirror_invalid)),
         .disabled = o.disabled,
         .tab_stop = !o.no_tab_stop,
         .focusable = !o.no_tab_stop}
    );
    draw_box_mark(tick, on, o.partial, touch.hovered, off, !o.error.empty());
    if (!bare)
        draw_words(
            {box.x + mark + label_gap, box.y, box.w - mark - label_gap, box.h}, label, o.detail, off
        );
    detail::finish(touch, tick, metric::radius_tag);
    if (off && !o.disabled_reason.empty())
        detail::tooltip_for(id, box, o.disabled_reason);
    if (!touch.pressed || off)
        return false;
    on = o.partial ? true : !on;
    return true;
}

bool toggle(Label label, bool& on, const SwitchOptions& o) {
    constexpr float track_width = 28;
    const bool bare = o.hide_label || label.empty();
    const float words = bare ? 0 : words_width(label, o.detail);
    const float natural = track_width + (bare ? 0 : label_gap + 4 + words);
    const float room = o.width < 0 ? avail_width() : o.width > 0 ? o.width : FLT_MAX;
    const Rect box = place(
        o.width != 0 ? o.width : natural,
        bare ? mark : line_height(o.detail, room - track_width - label_gap)
    );
    const float track_y = bare ? box.y : std::floor(box.y + (box.h - mark) / 2);
    const Rect track{
        o.label_left && !bare ? box.right() - track_width : box.x, track_y, track_width, mark};
    const bool off = disabled_now(o.disabled);
    const ImGuiID id = detail::id_of(o.id, label);
    const detail::Touch touch = detail::interact(
        id,
        box,
        {.role = "switch",
         .name = label.view(),
         .description = o.detail.view(),
         .flags =
             static_cast<std::uint32_t>(on ? platform::mirror_checked : platform::mirror_unchecked),
         .disabled = o.disabled}
    );
    const Color base = off             ? Color::line_3
                       : on            ? (o.portal ? Color::share_on : Color::accent)
                       : touch.hovered ? Color::text_3
                                       : Color::line_ctl;
    draw::fill(track, base, 8);
    draw::circle(
        {on ? track.right() - 8 : track.x + 8, track.center().y}, 6, color(Color::on_accent)
    );
    if (!bare) {
        const float x = o.label_left ? box.x : box.x + track_width + label_gap + 4;
        draw_words(
            {x, box.y, (o.label_left ? track.x - label_gap : box.right()) - x, box.h},
            label,
            o.detail,
            off
        );
    }
    detail::finish(touch, track, 8);
    if (off && !o.disabled_reason.empty())
        detail::tooltip_for(id, box, o.disabled_reason);
    if (!touch.pressed || off)
        return false;
    on = !on;
    return true;
}

bool radio_group(Label name, int& index, std::span<const RadioItem> items, const RadioOptions& o) {
    bool changed = false;
    a11y::Scope scope("radiogroup", name);
    Id group(o.id ? std::string_view(o.id) : name.view());
    if (!o.hide_label) {
        const Rect line = place(
            std::ceil(text_width(name.view(), {.type = Type::small, .weight = Weight::medium})), 16
        );
        draw::text(
            line, name.view(), Color::text_2, {.type = Type::small, .weight = Weight::medium}
        );
    }
    if (o.horizontal)
        detail::open_row({.gap = 16});
    int to = index;
    std::vector<ImGuiID> ids;
    const auto n = static_cast<int>(items.size());
    for (int i = 0; i < n; ++i) {
        const RadioItem& item = items[static_cast<std::size_t>(i)];
        Id key(static_cast<std::int64_t>(i));
        const float inner = line_height(item.detail);
        const float natural =
            mark + (item.label.empty() ? 0 : label_gap + words_width(item.label, item.detail));
        const Rect box =
            o.cards ? place(fill, inner + 20) : place(natural, item.label.empty() ? mark : inner);
        const bool off = disabled_now(o.disabled || item.disabled), on = i == index;
        const ImGuiID id = detail::id_of("radio");
        ids.push_back(id);
        const detail::Touch touch = detail::interact(
            id,
            box,
            {.role = "radio",
             .name = item.label.view(),
             .description = item.detail.view(),
             .flags = static_cast<std::uint32_t>(
                 on ? platform::mirror_checked : platform::mirror_unchecked
             ),
             .disabled = off,
             .tab_stop = on || (index < 0 && i == 0)}
        );
        if (touch.pressed)
            to = i;
        Rect inside = box;
        if (o.cards) {
            draw::choice_card(box, on, touch.hovered);
            inside = box.inset(12, 10);
        }
        const Rect dot{inside.x, item.label.empty() ? inside.y : inside.y + 2, mark, mark};
        draw_radio_mark(dot, on, touch.hovered, off);
        if (!item.label.empty())
            draw_words(
                {inside.x + mark + label_gap,
                 inside.y,
                 inside.right() - inside.x - mark - label_gap,
                 inside.h},
                item.label,
                item.detail,
                off
            );
        detail::finish(touch, o.cards ? box : dot, o.cards ? metric::radius_card : 8);
        if (touch.focused) {
            const bool next = detail::key(ImGuiKey_DownArrow) || detail::key(ImGuiKey_RightArrow);
            const bool back = detail::key(ImGuiKey_UpArrow) || detail::key(ImGuiKey_LeftArrow);
            if (next || back)
                to = (i + (next ? 1 : n - 1)) % n, state().keyboard = true;
        }
    }
    if (o.horizontal)
        detail::close_row();
    if (to != index && !disabled_now(o.disabled) && !items[static_cast<std::size_t>(to)].disabled) {
        index = to;
        changed = true;
        state().pending_focus = ids[static_cast<std::size_t>(to)];
        platform::wake(2);
    }
    return changed;
}

} // namespace carnet::ui
