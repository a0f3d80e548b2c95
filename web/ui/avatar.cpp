// Initials on a colour.
#include "web/ui/avatar.hpp"

#include "shared/core/text.hpp"
#include "shared/texts/widgets.hpp"
#include "web/ui/internal.hpp"
#include "web/ui/text.hpp"

namespace carnet::ui {
namespace {

float initials_size(float size) {
    if (size <= 20)
        return 9;
    if (size <= 24)
        return 10;
    if (size <= 28)
        return 11;
    if (size <= 32)
        return 12;
    return size <= 40 ? 14 : 16;
}

float square_radius(float size) {
    return size <= 20 ? 5.0f : size >= 48 ? 10.0f : size >= 40 ? 8.0f : 6.0f;
}

} // namespace

std::string initials(std::string_view name) {
    return carnet::text::initials(name);
}

void draw::avatar(Rect box, std::string_view name, std::uint64_t identifier, bool square) {
    const Pair pair = avatar_pair(avatar_index(identifier));
    if (square)
        fill(box, pair.fill, square_radius(box.w));
    else
        circle(box.center(), box.w / 2, pair.fill);
    text(
        box,
        initials(name),
        pair.text,
        {.type = Type::micro,
         .weight = Weight::semibold,
         .align = Align::center,
         .size = initials_size(box.w)}
    );
}

void avatar(Label name, std::uint64_t identifier, const AvatarOptions& o) {
    const Rect box = place(o.size, o.size);
    draw::avatar(box, name.view(), identifier, o.square);
    if (o.online) {
        const ImVec2 at{box.right() - 3, box.bottom() - 3};
        draw::circle(at, 5.5f, color(o.surface));
        draw::circle(at, 4, color(Color::ok));
    }
    if (!o.hidden_from_mirror) {
        a11y::Node node;
        node.role = "img";
        node.name = name.view();
        node.description = o.online ? std::string(t(texts::widget::online)) : o.detail.str();
        a11y::add(std::move(node), box);
    }
    tooltip_over(box, name, {.second_line = o.detail});
}

void avatar_group(Label name, std::span<const Person> people, int max, float size) {
    a11y::Scope scope("group", name);
    Row row({.height = size, .gap = 2});
    std::string rest;
    int shown = 0, hidden = 0;
    for (const Person& person : people) {
        if (shown < max) {
            avatar(
                person.name,
                person.id,
                {.size = size, .online = person.online, .detail = person.detail}
            );
            ++shown;
            continue;
        }
        ++hidden;
        rest += (rest.empty() ? "" : ", ") + person.name;
    }
    if (hidden == 0)
        return;
    const std::string more = "+" + std::to_string(hidden);
    space(2);
    const Rect box = place(size, size);
    draw::circle(box.center(), size / 2, color(Color::inset));
    draw::text(
        box,
        more,
        Color::text_2,
        {.type = Type::small, .weight = Weight::medium, .align = Align::center}
    );
    a11y::text(rest, box);
    tooltip_over(box, rest);
}

} // namespace carnet::ui
