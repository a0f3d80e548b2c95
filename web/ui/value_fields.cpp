// Numbers, amounts and dates typed as people write them; a value edited in place.
#include "shared/core/money.hpp"
#include "shared/core/typed_time.hpp"
#include "shared/texts/widgets.hpp"
#include "web/ui/calendar.hpp"
#include "web/ui/icons.hpp"
#include "web/ui/internal.hpp"
#include "web/ui/popover.hpp"
#include "web/ui/text.hpp"
#include "web/ui/text_field.hpp"

#include <map>

namespace carnet::ui {

using detail::state;

namespace {

// What stands in a field while it cannot be read, or while it is being typed.
struct Typed {
    std::string text;
    bool unreadable = false;
    int seen = 0;
};
std::map<ImGuiID, Typed> typed_texts;

std::string amount(std::int64_t cents) {
    const std::string whole = format_number(cents / 100, language());
    char rest[8];
    std::snprintf(rest, sizeof rest, "%02d", static_cast<int>(std::abs(cents % 100)));
    return (cents < 0 && cents > -100 ? "−" : "") + whole +
           (language() == Language::fr ? "," : ".") + rest;
}

TextFieldOptions text_options(const NumberFieldOptions& o) {
    return {.field = o.field, .placeholder = o.placeholder, .icon = o.icon, .unit = o.unit};
}

// The field over its text; `read` turns the text into the value, `write` back. True from read: it
// could.
template <class Read, class Write>
NumberEvent
typed_field(Label label, TextFieldOptions o, const Text& unreadable, Read read, Write write) {
    const ImGuiID id =
        detail::id_of(detail::two("##", o.field.id ? std::string_view(o.field.id) : label.view()));
    const auto found = typed_texts.find(id);
    const bool editing = found != typed_texts.end();
    std::string text = editing ? found->second.text : write();
    // Said when the button is up, like FieldEvent::left.
    const bool idle = GImGui->ActiveId != id && !ImGui::IsMouseDown(0);
    if (editing && found->second.unreadable && o.field.error.empty() && idle)
        o.field.error = unreadable;
    NumberEvent event;
    static_cast<FieldEvent&>(event) = text_field(label, text, o);
    const bool changed_text = event.changed;
    event.changed = false;
    if (changed_text) {
        Typed& typed = typed_texts[id];
        typed.text = text;
        typed.unreadable = !read(text, event.changed);
    }
    if ((event.left || event.entered) && typed_texts.contains(id) && !typed_texts[id].unreadable &&
        GImGui->ActiveId != id)
        typed_texts.erase(id);
    if (const auto now = typed_texts.find(id); now != typed_texts.end()) {
        now->second.seen = GImGui->FrameCount;
        event.unreadable = now->second.unreadable;
        if (GImGui->ActiveId != id && !now->second.unreadable)
            typed_texts.erase(now);
    }
    return event;
}

} // namespace

NumberEvent
integer_field(Label label, std::optional<std::int64_t>& value, const NumberFieldOptions& o) {
    TextFieldOptions look = text_options(o);
    look.mode = InputMode::numeric;
    return typed_field(
        label,
        look,
        texts::widget::not_a_number,
        [&](const std::string& text, bool& changed) {
            auto number = text.empty() ? std::nullopt : parse_integer(text);
            if (const int minutes = o.duration ? parse_typed_duration(text) : -1; minutes >= 0)
                number = minutes;
            const bool readable = text.empty() || (number && *number >= o.min && *number <= o.max);
            const auto next = readable ? number : std::nullopt;
            changed = next != value;
            value = next;
            return readable;
        },
        [&] { return value ? format_number(*value, language()) : std::string(); }
    );
}

NumberEvent
money_field(Label label, std::optional<std::int64_t>& cents, const NumberFieldOptions& o) {
    TextFieldOptions look = text_options(o);
    look.mode = InputMode::decimal;
    if (look.unit.empty())
        look.unit = texts::widget::euro;
    return typed_field(
        label,
        look,
        texts::widget::not_an_amount,
        [&](const std::string& text, bool& changed) {
            const auto number = text.empty() ? std::nullopt : parse_money(text);
            const bool readable = text.empty() || (number && *number >= o.min && *number <= o.max);
            const auto next = readable ? number : std::nullopt;
            changed = next != cents;
            cents = next;
            return readable;
        },
        [&] { return cents ? amount(*cents) : std::string(); }
    );
}

NumberEvent date_field(Label label, Date& value, const NumberFieldOptions& o) {
    TextFieldOptions look = text_options(o);
    if (look.placeholder.empty())
        look.placeholder = texts::widget::date_hint;
    look.mode = InputMode::text;
    look.unit = "   "; // Room for the calendar's button.
    NumberEvent event = typed_field(
        label,
        look,
        texts::widget::not_a_date,
        [&](const std::string& text, bool& changed) {
            const auto date =
                text.empty() ? std::optional<Date>(Date{}) : parse_typed_day(text, today(), o.past);
            const Date next = date.value_or(Date{});
            changed = !(next == value);
            value = next;
            return date.has_value();
        },
        [&] { return typed_date(value); }
    );
    if (o.field.disabled || o.field.read_only)
        return event;
    Id scope(o.field.id ? std::string_view(o.field.id) : label.view());
    const Rect button{event.box.right() - 30, event.box.center().y - 12, 24, 24};
    const ImGuiID id = detail::id_of("##calendar");
    const detail::Touch touch = detail::interact(
        id,
        button,
        {.name = t(texts::widget::open_calendar),
         .flags = platform::mirror_haspopup,
         .tab_stop = false,
         .focusable = false,
         .allow_overlap = true,
         .enlarge = false}
    );
    if (touch.hovered)
        draw::fill(button, Color::hover, metric::radius_tag);
    draw::icon(button.center(), icon::calendar, 16, touch.hovered ? Color::text : Color::text_3);
    detail::tooltip_for(id, button, texts::widget::open_calendar);
    const bool by_key =
        event.focused && ImGui::GetIO().KeyAlt && ImGui::IsKeyPressed(ImGuiKey_DownArrow, false);
    static std::map<ImGuiID, Date> months; // The month in view while the calendar is open.
    state().last_box = event.box;
    if (touch.pressed || by_key) {
        open_popover("##month");
        months[id] = value;
    }
    const ImVec2 after = GImGui->CurrentWindow->DC.CursorPos;
    if (Popover popover{"##month", {.width = 256, .padding = 16, .name = label}}) {
        if (calendar("month", value, months[id])) {
            event.changed = true;
            typed_texts.erase(detail::id_of(
                detail::two("##", o.field.id ? std::string_view(o.field.id) : label.view())
            ));
            popover.close();
        }
    } else {
        months.erase(id);
    }
    at(after.x, after.y);
    state().last_box = event.box;
    return event;
}

bool inline_edit(const char* id_text, std::string& value, const InlineEditOptions& o) {
    struct Editing {
        ImGuiID id = 0;
        std::string draft;
        bool started = false;
    };
    static Editing editing; // One value at a time.
    Id scope{std::string_view(id_text)};
    const ImGuiID id = detail::id_of("##value");
    const float width = o.width > 0 ? o.width : avail_width();
    if (editing.id == id) {
        const bool first = !editing.started;
        editing.started = true;
        const FieldEvent event = text_field(
            o.name,
            editing.draft,
            {.field =
                 {.hide_label = true,
                  .width = width,
                  .size = Size::sm,
                  .id = "edit",
                  .focus = first}}
        );
        const bool escaped =
            event.escaped || (event.focused && ImGui::IsKeyPressed(ImGuiKey_Escape, false));
        if (escaped) {
            editing = {};
            state().escape = false;
            focus_id(id);
            return false;
        }
        if (!event.entered && !(event.left && !first))
            return false;
        const bool changed = editing.draft != value;
        if (changed)
            value = editing.draft;
        editing = {};
        if (event.entered)
            focus_id(id);
        return changed;
    }
    const float height = spec_of(Size::sm).height;
    const Rect box = place(width, height);
    const detail::Touch touch = detail::interact(
        id,
        box,
        {.role = "button",
         .name = o.name.view(),
         .value = value,
         .description = o.may_edit ? std::string_view{} : o.reason.view(),
         .disabled = !o.may_edit}
    );
    if (touch.hovered && o.may_edit)
        draw::fill({box.x - 8, box.y, box.w + 8, box.h}, Color::hover, metric::radius_control);
    const std::string_view shown = value.empty() ? o.placeholder.view() : std::string_view(value);
    draw::text(
        {box.x, box.y, box.w - 20, box.h},
        shown,
        value.empty() ? Color::text_3 : Color::text,
        {.type = o.type, .weight = o.weight}
    );
    if (touch.hovered)
        draw::icon(
            {box.right() - 12, box.center().y},
            o.may_edit ? icon::pencil : icon::lock,
            14,
            Color::text_3
        );
    if (!o.may_edit && !o.reason.empty())
        detail::tooltip_for(id, box, o.reason);
    detail::finish(touch, box, metric::radius_control);
    if (touch.pressed && o.may_edit)
        editing = {id, value, false}, platform::wake(3);
    return false;
}

} // namespace carnet::ui
