// Tabs, segmented control, pills: one Tab stop each, arrows inside.
#include "web/ui/tabs.hpp"

#include "shared/texts/widgets.hpp"
#include "web/ui/icons.hpp"
#include "web/ui/internal.hpp"
#include "web/ui/popover.hpp"

#include <cmath>
#include <optional>

namespace carnet::ui {
namespace {

using detail::state;

// Left and right (and Home, End) of a focused item: the index to go to, or -1.
int arrow_target(int i, int n) {
    if (detail::key(ImGuiKey_RightArrow))
        return (i + 1) % n;
    if (detail::key(ImGuiKey_LeftArrow))
        return (i + n - 1) % n;
    if (detail::key(ImGuiKey_Home))
        return 0;
    if (detail::key(ImGuiKey_End))
        return n - 1;
    return -1;
}

float tab_width(const TabItem& item) {
    float w = 16 + std::ceil(text_width(item.label, {.weight = Weight::medium}));
    if (!item.count.empty())
        w += 6 + std::ceil(text_width(item.count, {.type = Type::small, .weight = Weight::medium}));
    if (item.icon)
        w += 22;
    if (item.changed)
        w += 12;
    return w;
}

void draw_tab(Rect box, const TabItem& item, bool on, const detail::Touch& touch, bool off) {
    const Color ink = off ? Color::text_off : on || touch.hovered ? Color::text : Color::text_2;
    float x = box.x + 8;
    if (item.icon)
        draw::icon({x + 8, box.center().y}, item.icon, 16, ink), x += 22;
    const float words = std::ceil(text_width(item.label, {.weight = Weight::medium}));
    draw::text({x, box.y, words, box.h}, item.label, ink, {.weight = Weight::medium});
    x += words;
    if (!item.count.empty())
        draw::text(
            {x + 6, box.y, box.right() - x, box.h},
            item.count,
            off ? Color::text_off : Color::text_3,
            {.type = Type::small, .weight = Weight::medium}
        );
    if (item.changed)
        draw::circle({box.right() - 11, box.center().y}, 3, color(Color::accent));
    if (on)
        draw::fill({box.x + 8, box.bottom() - 2, box.w - 16, 2}, Color::accent, 1);
    if (touch.ring)
        draw::border({box.x, box.y + 4, box.w, box.h - 8}, Color::focus, metric::radius_control, 2);
}

// The index after which tabs go into the menu; all fit: n.
int fitting(std::span<const TabItem> items, float width, float gap, float more) {
    float x = 0;
    const auto n = static_cast<int>(items.size());
    for (int i = 0; i < n; ++i) {
        x += tab_width(items[static_cast<std::size_t>(i)]) + (i ? gap : 0);
        float rest = x;
        for (int k = i + 1; k < n; ++k)
            rest += tab_width(items[static_cast<std::size_t>(k)]) + gap;
        if (rest <= width + .5f)
            return n;
        if (x + gap + more > width)
            return i;
    }
    return n;
}

} // namespace

bool tabs(Label name, int& index, std::span<const TabItem> items, const TabsOptions& o) {
    constexpr float gap = 4;
    const Rect bar = place(o.width > 0 ? o.width : fill, o.height);
    a11y::Node node;
    node.role = "tablist";
    node.name = name.view();
    std::optional<a11y::Scope> scope(std::in_place, std::move(node));
    scope->set_rect(bar);
    if (o.line)
        draw::line_on(bar, side_bottom, Color::line_1);
    Id group(name.view());
    const Label overflow = o.overflow_name.empty() ? Label(texts::widget::more) : o.overflow_name;
    const float more = std::ceil(text_width(overflow.view(), {.weight = Weight::medium})) + 16 + 20;
    const auto n = static_cast<int>(items.size());
    const int visible = fitting(items, bar.w - 2 * o.padding, gap, more);
    int to = index;
    float x = bar.x + o.padding;
    for (int i = 0; i < n; ++i) {
        // A chosen tab that lies in the menu takes the last visible place.
        const bool swapped = index >= visible && visible > 0 && i == visible - 1;
        if (i >= visible)
            break;
        const int shown = swapped ? index : i;
        const TabItem& item = items[static_cast<std::size_t>(shown)];
        const Rect box{x, bar.y, tab_width(item), bar.h};
        x += box.w + gap;
        Id key(static_cast<std::int64_t>(shown));
        const ImGuiID id = detail::id_of("tab");
        std::string spoken = item.label + (item.count.empty() ? "" : " " + item.count);
        const detail::Touch touch = detail::interact(
            id,
            box,
            {.role = "tab",
             .name = item.label,
             .value = item.count,
             .flags = shown == index ? static_cast<std::uint32_t>(platform::mirror_selected) : 0u,
             .disabled = item.disabled,
             .tab_stop = shown == index || (index < 0 && i == 0),
             .enlarge = false}
        );
        draw_tab(box, item, shown == index, touch, item.disabled);
        if (touch.pressed)
            to = shown;
        if (touch.focused)
            if (const int target = arrow_target(shown, n); target >= 0)
                to = target, state().keyboard = true, state().focus_tab = true;
    }
    const ImVec2 after_cursor = GImGui->CurrentWindow->DC.CursorPos;
    scope.reset(); // A tablist owns tabs alone.
    if (visible < n) {
        const Rect box{x, bar.y + std::floor((bar.h - 28) / 2), more, 28};
        const ImGuiID id = detail::id_of("##more");
        const detail::Touch touch = detail::interact(
            id, box, {.name = overflow.view(), .flags = platform::mirror_haspopup}
        );
        if (touch.hovered)
            draw::fill(box, Color::hover, metric::radius_control);
        draw::text(
            {box.x + 8, box.y, box.w - 30, box.h},
            overflow.view(),
            Color::text_2,
            {.weight = Weight::medium}
        );
        draw::icon({box.right() - 14, box.center().y}, icon::chevron_down, 14, Color::text_2);
        detail::finish(touch, box, metric::radius_control);
        if (touch.pressed)
            open_menu("##overflow");
        if (Menu menu{"##overflow", {.align_right = true, .name = overflow}})
            for (int i = visible - (index >= visible ? 1 : 0); i < n; ++i) {
                const TabItem& item = items[static_cast<std::size_t>(i)];
                Id key(static_cast<std::int64_t>(i));
                if (i != index &&
                    menu.item(item.label, {.disabled = item.disabled, .detail = item.count}))
                    to = i;
            }
    }
    GImGui->CurrentWindow->DC.CursorPos = after_cursor;
    state().last_box = bar;
    if (to == index || to < 0 || items[static_cast<std::size_t>(to)].disabled)
        return false;
    index = to;
    if (state().focus_tab) {
        Id key(static_cast<std::int64_t>(to));
        focus_id(detail::id_of("tab"));
    }
    state().focus_tab = false;
    return true;
}

bool segmented(
    Label name, int& index, std::span<const SegmentItem> items, Size size, Label off_because
) {
    const bool off = !off_because.empty();
    const ControlSpec spec = spec_of(size);
    const TextStyle style{
        spec.type == Type::body && size == Size::sm ? Type::small : spec.type, Weight::medium};
    const float pad = size == Size::md ? 10 : 8;
    const auto width_of = [&](const SegmentItem& item) {
        if (item.icon_only)
            return std::max(26.0f, 2 * pad + 16);
        return 2 * pad + std::ceil(text_width(item.label, style)) + (item.icon ? 22.0f : 0.0f);
    };
    float total = 4;
    for (const auto& item : items)
        total += width_of(item) + 2;
    const Rect track = place(total - 2, spec.height);
    draw::fill(track, Color::inset, 7);
    a11y::Node node;
    node.role = "radiogroup";
    node.name = name.view();
    a11y::Scope scope(std::move(node));
    scope.set_rect(track);
    Id group(name.view());
    int to = index;
    float x = track.x + 2;
    const auto n = static_cast<int>(items.size());
    for (int i = 0; i < n; ++i) {
        const SegmentItem& item = items[static_cast<std::size_t>(i)];
        Rect box{x, track.y + 2, width_of(item), track.h - 4};
        x += box.w + 2;
        const bool on = i == index;
        Id key(static_cast<std::int64_t>(i));
        const ImGuiID id = detail::id_of("segment");
        const detail::Touch touch = detail::interact(
            id,
            box,
            {.role = "radio",
             .name = item.label,
             .description = off_because.view(),
             .flags = static_cast<std::uint32_t>(
                 on ? platform::mirror_checked : platform::mirror_unchecked
             ),
             .disabled = off,
             .tab_stop = on || (index < 0 && i == 0),
             .enlarge = false}
        );
        if (on && scheme() == Scheme::light) {
            draw::fill(box.grow(1), Color::line_2, 6);
            draw::fill(box, Color::surface, 5);
        } else if (on) {
            draw::fill(box, Color::active, 5);
        }
        const Color ink = off ? Color::text_off : on || touch.hovered ? Color::text : Color::text_2;
        const Rect whole = box;
        box = box.inset(pad, 0);
        if (item.icon_only)
            draw::icon(whole.center(), item.icon, 16, ink);
        else {
            if (item.icon)
                draw::icon({box.x + 8, box.center().y}, item.icon, 16, ink), box.cut_left(22);
            draw::text(box, item.label, ink, {.type = style.type, .weight = Weight::medium});
        }
        detail::finish(touch, whole, 5);
        if (item.icon_only || off)
            detail::tooltip_for(id, whole, off ? off_because : Label(item.label));
        if (touch.pressed && !off)
            to = i;
        if (touch.focused && !off)
            if (const int target = arrow_target(i, n); target >= 0) {
                to = target;
                Id other(static_cast<std::int64_t>(target));
                state().keyboard = true;
            }
    }
    state().last_box = track;
    if (to == index)
        return false;
    index = to;
    if (state().keyboard) {
        Id key(static_cast<std::int64_t>(to));
        focus_id(detail::id_of("segment"));
    }
    return true;
}

bool pill_group(Label name, int& index, std::span<const SegmentItem> items) {
    a11y::Scope scope("radiogroup", name);
    Id group(name.view());
    int to = index;
    const auto n = static_cast<int>(items.size());
    // In a flow, what does not fit on a line goes on in the next one.
    Row row({.height = 24, .gap = 4, .wrap = !detail::in_row()});
    for (int i = 0; i < n; ++i) {
        const SegmentItem& item = items[static_cast<std::size_t>(i)];
        const float words =
            std::ceil(text_width(item.label, {.type = Type::small, .weight = Weight::medium}));
        const bool bare = item.icon_only && item.icon;
        const float mark = item.icon ? (bare ? 16.0f : 20.0f) : 0.0f;
        const Rect box = place((bare ? 0 : words) + 16 + mark, 24);
        const bool on = i == index;
        Id key(static_cast<std::int64_t>(i));
        const ImGuiID id = detail::id_of("pill");
        const detail::Touch touch = detail::interact(
            id,
            box,
            {.role = "radio",
             .name = item.label,
             .flags = static_cast<std::uint32_t>(
                 on ? platform::mirror_checked : platform::mirror_unchecked
             ),
             .tab_stop = on}
        );
        if (on || touch.hovered)
            draw::fill(box, on ? Color::active : Color::hover, 12);
        float x = box.x + 8;
        const Color ink = on || touch.hovered ? Color::text : Color::text_2;
        if (item.icon)
            draw::icon({x + 8, box.center().y}, item.icon, 16, ink), x += 20;
        if (bare)
            detail::tooltip_for(id, box, item.label);
        else
            draw::text(
                {x, box.y, words, box.h},
                item.label,
                ink,
                {.type = Type::small, .weight = Weight::medium}
            );
        detail::finish(touch, box, 12);
        if (touch.pressed)
            to = i;
        if (touch.focused)
            if (const int target = arrow_target(i, n); target >= 0)
                to = target, state().keyboard = true;
    }
    if (to == index)
        return false;
    index = to;
    if (state().keyboard) {
        Id key(static_cast<std::int64_t>(to));
        focus_id(detail::id_of("pill"));
    }
    return true;
}

} // namespace carnet::ui
