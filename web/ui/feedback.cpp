// Notes, progress, skeletons, empty states.
#include "web/ui/feedback.hpp"

#include "shared/core/money.hpp"
#include "shared/texts/widgets.hpp"
#include "web/ui/icons.hpp"
#include "web/ui/internal.hpp"
#include "web/ui/text.hpp"

#include <cmath>

namespace carnet::ui {
namespace {

const char* icon_of(Tone tone) {
    switch (tone) {
    case Tone::ok:
        return icon::circle_check;
    case Tone::warn:
        return icon::alert_triangle;
    case Tone::bad:
        return icon::alert_circle;
    case Tone::share:
        return icon::eye;
    case Tone::mute:
    case Tone::info:
        break;
    }
    return icon::info_circle;
}

// The bold beginning and the rest flow as one text: the first line starts behind the bold words.
void draw_note_text(Rect box, std::string_view strong, std::string_view words, Color ink) {
    if (strong.empty()) {
        draw::text_wrapped(box, words, ink, {.type = Type::small});
        return;
    }
    const TextStyle bold{Type::small, Weight::semibold};
    const float offset = text_width(strong, bold) + 4;
    draw::text_wrapped(box, strong, ink, bold);
    if (words.empty())
        return;
    const TextStyle plain{Type::small};
    if (offset + text_width(words, plain) <= box.w) {
        draw::text_wrapped({box.x + offset, box.y, box.w - offset + 1, box.h}, words, ink, plain);
        return;
    }
    const float below = wrapped_height(strong, box.w, bold);
    draw::text_wrapped({box.x, box.y + below, box.w, box.h - below}, words, ink, plain);
}

float note_text_height(std::string_view strong, std::string_view words, float width) {
    const TextStyle bold{Type::small, Weight::semibold}, plain{Type::small};
    if (strong.empty())
        return wrapped_height(words, width, plain);
    if (words.empty() || text_width(strong, bold) + 4 + text_width(words, plain) <= width)
        return wrapped_height(strong, width, bold);
    return wrapped_height(strong, width, bold) + wrapped_height(words, width, plain);
}

bool note_action(Rect box, Label label, const char* id_text, Color ink) {
    const ImGuiID id = detail::id_of(std::string_view(id_text));
    const detail::Touch touch = detail::interact(id, box, {.name = label.view()});
    draw::text(box, label.view(), ink, {.type = Type::small, .weight = Weight::medium});
    if (touch.hovered)
        draw::fill({box.x, box.center().y + 7, box.w, draw::hairline()}, ink);
    detail::finish(touch, box, 2);
    return touch.pressed;
}

} // namespace

NoteEvent note(Label words, const NoteOptions& o) {
    const ToneColors tone = colors_of(o.tone);
    const float width = o.width > 0 ? o.width : avail_width();
    const TextStyle medium{Type::small, Weight::medium};
    const auto action_width = [&](Label label) {
        return label.empty() ? 0 : std::ceil(text_width(label.view(), medium)) + 12;
    };
    const float first = action_width(o.action), second = action_width(o.second_action),
                cross = o.closable ? 24 : 0;
    const float room = width - 20 - 24 - first - second - cross;
    const float height = note_text_height(o.strong.view(), words.view(), room);
    const Rect box = place(o.width == 0 && detail::in_row() ? fill : width, height + 16);
    Id scope(o.id ? std::string_view(o.id) : words.view());
    draw::fill(box, tone.soft, metric::radius_control);
    draw::icon({box.x + 18, box.y + 16}, o.icon ? o.icon : icon_of(o.tone), 16, tone.text);
    draw_note_text(
        {box.x + 34, box.y + 8, room + 1, height}, o.strong.view(), words.view(), tone.text
    );
    a11y::Node node;
    node.role = o.alert ? "alert" : "note";
    node.name = o.strong.empty() ? words.str() : o.strong.str() + " " + words.str();
    a11y::add(std::move(node), box);
    NoteEvent event = NoteEvent::none;
    float x = box.right() - 10 - cross - second - first + 12;
    if (first > 0 && note_action({x, box.y + 8, first - 12, 16}, o.action, "##action", tone.text))
        event = NoteEvent::action;
    x += first;
    if (second > 0 &&
        note_action({x, box.y + 8, second - 12, 16}, o.second_action, "##second", tone.text))
        event = NoteEvent::second_action;
    if (o.closable) {
        const Rect close{box.right() - 28, box.y + 6, 20, 20};
        const detail::Touch touch =
            detail::interact(detail::id_of("##close"), close, {.name = t(texts::widget::close)});
        draw::icon(close.center(), icon::x, 14, tone.text);
        detail::finish(touch, close, metric::radius_tag);
        if (touch.pressed)
            event = NoteEvent::closed;
    }
    return event;
}

void progress(float fraction, const ProgressOptions& o) {
    const Rect box = place(o.width > 0 ? o.width : fill, o.height);
    draw::progress(box, fraction, o.color);
    a11y::Node node;
    node.role = "progressbar";
    node.name = o.name.view();
    const auto percent = std::lround(std::clamp(fraction, 0.0f, 1.0f) * 100);
    node.value = std::to_string(percent);
    a11y::add(std::move(node), box);
    tooltip_over(box.inset(0, -4), format_percent(percent, detail::state().language));
}

void skeleton(const SkeletonOptions& o) {
    const Rect box = place(o.width > 0 ? o.width : fill, o.height);
    draw::fill(
        box, o.soft ? Color::skeleton_2 : Color::skeleton, o.radius >= 0 ? o.radius : o.height / 2
    );
}

bool waited_long(double since_ms) {
    const double waited = now_ms() - since_ms;
    if (waited >= 200)
        return true;
    platform::wake_after(static_cast<int>(200 - waited) + 5);
    return false;
}

void loading(Label what) {
    const Label words = what.empty() ? Label(texts::widget::loading) : what;
    Row row({.height = 20, .gap = 8});
    if (!detail::reduced_motion()) {
        const Rect box = place(16, 16);
        draw::spinner(box.center(), 16, color(Color::text_3));
    }
    text(words, {.color = Color::text_2});
}

namespace {

float centered_lines(Rect box, float y, std::string_view words, Color ink, TextStyle style) {
    const float h = wrapped_height(words, box.w, style);
    const float line = spec_of(style.type).line;
    ImFont* font =
        detail::state().fonts[static_cast<int>(style.weight.value_or(spec_of(style.type).weight))];
    const float size = spec_of(style.type).size;
    std::size_t at = 0;
    while (at < words.size()) {
        const char* stop =
            font->CalcWordWrapPosition(size, words.data() + at, words.data() + words.size(), box.w);
        auto end = static_cast<std::size_t>(stop - words.data());
        if (end <= at)
            end = words.size();
        draw::text(
            {box.x, y, box.w, line},
            words.substr(at, end - at),
            ink,
            {.type = style.type, .weight = style.weight, .align = Align::center}
        );
        y += line;
        at = end;
        while (at < words.size() && words[at] == ' ')
            ++at;
    }
    return h;
}

EmptyEvent empty_at(Rect box, const EmptyStateOptions& o) {
    const float w = std::min(o.width, box.w);
    const Rect column{std::floor(box.x + (box.w - w) / 2), box.y, w, box.h};
    float y = box.y;
    if (o.drawing) {
        draw::empty_drawing({std::floor(column.center().x - 48), y});
        y += 80;
    }
    a11y::Scope scope("group", o.title);
    const float title =
        centered_lines(column, y, o.title.view(), Color::text, {Type::subhead, Weight::semibold});
    a11y::text(o.title, {column.x, y, column.w, title});
    y += title + 4;
    if (!o.text.empty()) {
        const float h = centered_lines(column, y, o.text.view(), Color::text_2, {Type::body});
        a11y::text(o.text, {column.x, y, column.w, h});
        y += h;
    }
    y += 16;
    EmptyEvent event = EmptyEvent::none;
    const auto natural = [](Label label, const char* icon) {
        return label.empty() ? 0
                             : std::ceil(text_width(label.view(), {.weight = Weight::medium})) +
                                   22 + (icon ? 22.0f : 0.0f);
    };
    const float both =
        std::max(natural(o.action, o.action_icon), natural(o.second_action, nullptr));
    const auto one = [&](Label label, const char* icon, ButtonKind kind, EmptyEvent what) {
        at(std::floor(column.center().x - both / 2), y);
        if (button(label, {.kind = kind, .icon = icon, .width = both}))
            event = what;
        y += spec_of(Size::sm).height + 8;
    };
    if (!o.action.empty())
        one(o.action,
            o.action_icon,
            o.primary ? ButtonKind::primary : ButtonKind::secondary,
            EmptyEvent::action);
    if (!o.second_action.empty())
        one(o.second_action, nullptr, ButtonKind::secondary, EmptyEvent::second_action);
    return event;
}

float empty_height(const EmptyStateOptions& o, float width) {
    const float w = std::min(o.width, width);
    return (o.drawing ? 80.0f : 0.0f) +
           wrapped_height(o.title.view(), w, {Type::subhead, Weight::semibold}) + 4 +
           (o.text.empty() ? 0.0f : wrapped_height(o.text.view(), w, {})) + 16 +
           (o.action.empty() ? 0.0f : 36.0f) + (o.second_action.empty() ? 0.0f : 36.0f);
}

} // namespace

EmptyEvent empty_state(const EmptyStateOptions& o) {
    const Rect box = place(fill, empty_height(o, avail_width()));
    const ImVec2 after = GImGui->CurrentWindow->DC.CursorPos;
    const EmptyEvent event = empty_at(box, o);
    at(after.x, after.y);
    return event;
}

EmptyEvent empty_state(Rect box, const EmptyStateOptions& o) {
    const float h = empty_height(o, box.w);
    const ImVec2 before = GImGui->CurrentWindow->DC.CursorPos,
                 max = GImGui->CurrentWindow->DC.CursorMaxPos;
    const EmptyEvent event =
        empty_at({box.x, box.y + std::max(0.0f, std::floor((box.h - h) / 2)), box.w, h}, o);
    GImGui->CurrentWindow->DC.CursorMaxPos = max;
    at(before.x, before.y);
    return event;
}

} // namespace carnet::ui
