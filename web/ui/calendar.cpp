// The month of the date picker.
#include "web/ui/calendar.hpp"

#include "shared/texts/widgets.hpp"
#include "web/ui/button.hpp"
#include "web/ui/icons.hpp"
#include "web/ui/internal.hpp"
#include "web/ui/text.hpp"

#include <optional>

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

namespace {

struct Month {
    Date first, start; // `start`: the Monday of its first week.
    int days, weeks;
    bool has(Date day) const { return day.days >= first.days && day.days < first.days + days; }
};

Month month_of(Date date) {
    const Date first = first_of_month(date);
    const int days = month_after(date, 1).days - first.days;
    return {first, {first.days - weekday(first)}, days, (weekday(first) + days + 6) / 7};
}

void month_head(Date& shown) {
    const YearMonthDay month = split(shown);
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

std::string week_name(Date day) {
    return carnet::fill(t(texts::widget::week), {{"n", std::to_string(iso_week(day))}});
}

void draw_week_days(Rect box) {
    for (int i = 0; i < 7; ++i)
        draw::text(
            {box.x + cell_w * static_cast<float>(i), box.y, cell_w, week_head},
            t(texts::widget::week_days[static_cast<std::size_t>(i)]),
            Color::text_3,
            {.type = Type::micro, .weight = Weight::regular, .align = Align::center}
        );
}

void draw_day(Rect cell, Date day, bool on, bool hovered, bool off, Date now) {
    const Rect dot = cell.centered(28, 28);
    if (on)
        draw::fill(dot, Color::accent, metric::radius_control);
    else if (hovered)
        draw::fill(dot, Color::hover, metric::radius_control);
    if (day == now && !on)
        draw::border(dot, Color::accent, metric::radius_control, 1.5f);
    const Color ink = off          ? Color::text_off
                      : on         ? Color::on_accent
                      : day == now ? Color::accent_text
                                   : Color::text;
    draw::text(
        cell,
        std::to_string(split(day).day),
        ink,
        {.type = Type::small,
         .weight = on || day == now ? Weight::semibold : Weight::regular,
         .align = Align::center}
    );
}

// The days of the month as a grid; true when one was chosen. `focus_to`: where an arrow leads.
bool days_ui(
    Rect box, const Month& month, Date& value, Date now, const CalendarOptions& o, Date& focus_to
) {
    const Date stop_day = value.is_set() && month.has(value) ? value
                          : month.has(now)                   ? now
                                                             : month.first;
    bool chosen = false;
    std::optional<a11y::Scope> row;
    for (int i = 0; i < month.weeks * 7; ++i) {
        const Date day{month.start.days + i};
        const int week = i / 7, week_day = i % 7;
        if (week_day == 0) {
            row.reset();
            row.emplace("row", week_name(day));
        }
        const Rect cell{
            box.x + cell_w * static_cast<float>(week_day),
            box.y + week_head + cell_h * static_cast<float>(week),
            cell_w,
            cell_h};
        if (!month.has(day)) {
            draw::text(
                cell,
                std::to_string(split(day).day),
                Color::text_off,
                {.type = Type::small, .align = Align::center}
            );
            continue;
        }
        Id key(static_cast<std::int64_t>(day.days));
        const bool on = day == value, off = !allowed(day, o);
        const detail::Touch touch = detail::interact(
            detail::id_of("day"),
            cell,
            {.role = "gridcell",
             .name = typed_date(day),
             .flags = on ? static_cast<std::uint32_t>(platform::mirror_selected) : 0u,
             .disabled = off,
             .tab_stop = day == stop_day,
             .row_index = week + 1,
             .col_index = week_day + 1,
             .enlarge = false}
        );
        draw_day(cell, day, on, touch.hovered, off, now);
        detail::finish(touch, cell.centered(28, 28), metric::radius_control);
        if (touch.pressed)
            value = day, chosen = true;
        if (touch.focused)
            if (const int by = moved_days(day))
                focus_to = {day.days + by};
    }
    return chosen;
}

// Today, in 30 days, and the number of the week; true when one was chosen.
bool quick_dates(Date& value, Date& shown, Date now, Date week_of, const CalendarOptions& o) {
    bool chosen = false;
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
    text(week_name(week_of), {.color = Color::text_3, .type = Type::small});
    return chosen;
}

} // namespace

bool calendar(const char* id_text, Date& value, Date& shown, const CalendarOptions& o) {
    Id scope{std::string_view(id_text)};
    const Date now = o.today.is_set() ? o.today : today();
    if (!shown.is_set())
        shown = value.is_set() ? value : now;
    month_head(shown);
    GImGui->CurrentWindow->DC.CursorPos.y -= ImGui::GetStyle().ItemSpacing.y - 4;
    const Month month = month_of(shown);
    const Rect box = place(7 * cell_w, week_head + cell_h * static_cast<float>(month.weeks));
    const ImVec2 after = GImGui->CurrentWindow->DC.CursorPos;
    const YearMonthDay titled = split(month.first);
    std::optional<a11y::Scope> grid(std::in_place, "grid", month_title(titled.year, titled.month));
    draw_week_days(box);
    Date focus_to{};
    bool chosen = days_ui(box, month, value, now, o, focus_to);
    grid.reset();
    if (focus_to.is_set()) {
        shown = focus_to;
        Id key(static_cast<std::int64_t>(focus_to.days));
        detail::move_focus(detail::id_of("day"));
    }
    at(after.x, after.y);
    const Date week_of = value.is_set() && month.has(value) ? value : month.first;
    if (o.quick_dates)
        chosen = quick_dates(value, shown, now, week_of, o) || chosen;
    return chosen;
}

} // namespace carnet::ui
