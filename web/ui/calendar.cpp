// The month of the date picker.
#include "web/ui/calendar.hpp"

#include "shared/texts/widgets.hpp"
#include "web/ui/button.hpp"
#include "web/ui/icons.hpp"
#include "web/ui/internal.hpp"
#include "web/ui/text.hpp"

namespace carnet::ui {
namespace {

constexpr float cell_w = 32, cell_h = 28, week_head = 24;

int weekday(Date date) {
    return ((date.days % 7) + 10) % 7;
} // 0: Monday; 1970-01-01 was a Thursday.

Date first_of_month(Date date) {
    const YearMonthDay d = split(date);
    return make_date(d.year, d.month, 1);
}
Date month_after(Date date, int months) {
    const YearMonthDay d = split(date);
    const int index = d.year * 12 + d.month - 1 + months;
    return make_date(index / 12, index % 12 + 1, 1);
}

// Arrow keys on the chosen day; PageUp and PageDown change the month.
int moved_days(Date date) {
    if (detail::key(ImGuiKey_LeftArrow))
        return -1;
    if (detail::key(ImGuiKey_RightArrow))
        return 1;
    if (detail::key(ImGuiKey_UpArrow))
        return -7;
    if (detail::key(ImGuiKey_DownArrow))
        return 7;
    if (detail::key(ImGuiKey_PageUp))
        return month_after(date, -1).days - first_of_month(date).days;
    if (detail::key(ImGuiKey_PageDown))
        return month_after(date, 1).days - first_of_month(date).days;
    return 0;
}

bool allowed(Date day, const CalendarOptions& o) {
    return !(o.min.is_set() && day < o.min) && !(o.max.is_set() && o.max < day);
}

} // namespace

Date today() {
    const std::int64_t now = platform::now_ms();
    const std::int64_t local =
        now + static_cast<std::int64_t>(platform::utc_offset_minutes(now)) * 60000;
    return {
        static_cast<std::int32_t>(local >= 0 ? local / 86400000 : (local - 86399999) / 86400000)};
}

std::string month_title(int year, int month) {
    return std::string(t(texts::widget::months[static_cast<std::size_t>(month - 1)])) + " " +
           std::to_string(year);
}

std::string typed_date(Date date) {
    if (!date.is_set())
        return "";
    const YearMonthDay d = split(date);
    char out[16];
    std::snprintf(out, sizeof out, "%02d/%02d/%04d", d.day % 100, d.month % 100, d.year % 10000);
    return out;
}

int iso_week(Date date) {
    const Date thursday{date.days - weekday(date) + 3};
    const Date january = make_date(split(thursday).year, 1, 1);
    return (thursday.days - january.days) / 7 + 1;
}

bool calendar(const char* id_text, Date& value, Date& shown, const CalendarOptions& o) {
    Id scope{std::string_view(id_text)};
    const Date now = o.today.is_set() ? o.today : today();
    if (!shown.is_set())
        shown = value.is_set() ? value : now;
    const YearMonthDay month = split(shown);
    bool chosen = false;
    {
        Row head({.height = 28, .gap = 0, .width = 7 * cell_w});
        heading(
            month_title(month.year, month.month),
            {.level = 3, .type = Type::body, .width = 7 * cell_w - 48}
        );
        if (icon_button(icon::chevron_left, texts::widget::previous_month, {.size = Size::xs}))
            shown = month_after(shown, -1);
        if (icon_button(icon::chevron_right, texts::widget::next_month, {.size = Size::xs}))
            shown = month_after(shown, 1);
    }
    GImGui->CurrentWindow->DC.CursorPos.y -= ImGui::GetStyle().ItemSpacing.y - 4;
    const Date first = first_of_month(shown);
    const Date start{first.days - weekday(first)};
    const int days = month_after(shown, 1).days - first.days;
    const int weeks = (weekday(first) + days + 6) / 7;
    const Rect box = place(7 * cell_w, week_head + cell_h * static_cast<float>(weeks));
    const ImVec2 after = GImGui->CurrentWindow->DC.CursorPos;
    a11y::Scope grid("grid", month_title(month.year, month.month));
    for (int i = 0; i < 7; ++i)
        draw::text(
            {box.x + cell_w * static_cast<float>(i), box.y, cell_w, week_head},
            t(texts::widget::week_days[static_cast<std::size_t>(i)]),
            Color::text_3,
            {.type = Type::micro, .weight = Weight::regular, .align = Align::center}
        );
    const bool value_shown = value.is_set() && !(value < first) && value.days < first.days + days;
    const Date stop_day = value_shown                                              ? value
                          : now.days >= first.days && now.days < first.days + days ? now
                                                                                   : first;
    Date focus_to{};
    for (int i = 0; i < weeks * 7; ++i) {
        const Date day{start.days + i};
        const bool inside = day.days >= first.days && day.days < first.days + days;
        const Rect cell{
            box.x + cell_w * static_cast<float>(i % 7),
            box.y + week_head + cell_h * static_cast<float>(i / 7),
            cell_w,
            cell_h};
        const Rect dot = cell.centered(28, 28);
        const std::string number = std::to_string(split(day).day);
        if (!inside) {
            draw::text(
                cell, number, Color::text_off, {.type = Type::small, .align = Align::center}
            );
            continue;
        }
        Id key(static_cast<std::int64_t>(day.days));
        const ImGuiID id = detail::id_of("day");
        const bool on = day == value;
        const detail::Touch touch = detail::interact(
            id,
            cell,
            {.role = "gridcell",
             .name = typed_date(day),
             .flags = on ? static_cast<std::uint32_t>(platform::mirror_selected) : 0u,
             .disabled = !allowed(day, o),
             .tab_stop = day == stop_day,
             .row_index = i / 7 + 1,
             .col_index = i % 7 + 1,
             .enlarge = false}
        );
        if (on)
            draw::fill(dot, Color::accent, metric::radius_control);
        else if (touch.hovered)
            draw::fill(dot, Color::hover, metric::radius_control);
        if (day == now && !on)
            draw::border(dot, Color::accent, metric::radius_control, 1.5f);
        const Color ink = !allowed(day, o) ? Color::text_off
                          : on             ? Color::on_accent
                          : day == now     ? Color::accent_text
                                           : Color::text;
        draw::text(
            cell,
            number,
            ink,
            {.type = Type::small,
             .weight = on || day == now ? Weight::semibold : Weight::regular,
             .align = Align::center}
        );
        detail::finish(touch, dot, metric::radius_control);
        if (touch.pressed)
            value = day, chosen = true;
        if (touch.focused)
            if (const int by = moved_days(day))
                focus_to = {day.days + by};
    }
    if (focus_to.is_set()) {
        shown = focus_to;
        Id key(static_cast<std::int64_t>(focus_to.days));
        detail::move_focus(detail::id_of("day"));
    }
    at(after.x, after.y);
    if (!o.quick_dates)
        return chosen;
    separator();
    Row foot({.height = 28, .gap = 0, .width = 7 * cell_w});
    const auto quick = [&](const Text& words, Date day) {
        if (!button(
                words, {.kind = ButtonKind::ghost, .size = Size::xs, .disabled = !allowed(day, o)}
            ))
            return;
        value = shown = day;
        chosen = true;
    };
    quick(texts::widget::today, now);
    quick(texts::widget::in_30_days, {now.days + 30});
    spring();
    text(
        carnet::fill(
            t(texts::widget::week), {{"n", std::to_string(iso_week(value_shown ? value : first))}}
        ),
        {.color = Color::text_3, .type = Type::small}
    );
    return chosen;
}

} // namespace carnet::ui
