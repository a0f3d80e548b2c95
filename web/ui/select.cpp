// The select and the multi select: a control that shows what is chosen. The list it opens is in
// option_list.cpp.
#include "web/ui/select.hpp"

#include "shared/texts/widgets.hpp"
#include "web/ui/avatar.hpp"
#include "web/ui/icons.hpp"
#include "web/ui/internal.hpp"
#include "web/ui/popover.hpp"

#include <algorithm>

namespace carnet::ui {

using detail::state;

namespace {

struct Shown {
    std::string words;
    const SelectItem* one = nullptr;
};

// What stands before the words, cut off their box: the icon, or the mark of what is chosen.
void draw_marks(Rect& inner, const Shown& shown, const SelectOptions& o, bool off) {
    if (o.icon)
        draw::icon(
            {inner.x + 8, inner.center().y}, o.icon, 16, off ? Color::text_off : Color::text_3
        ),
            inner.cut_left(24);
    if (shown.one && shown.one->avatar)
        draw::avatar(
            {inner.x, inner.center().y - 10, 20, 20}, shown.one->label, shown.one->avatar, false
        ),
            inner.cut_left(28);
    if (shown.one && shown.one->dot != Color::clear)
        draw::circle({inner.x + 4, inner.center().y}, 4, color(shown.one->dot)), inner.cut_left(16);
    if (shown.one && shown.one->icon && !o.icon)
        draw::icon({inner.x + 8, inner.center().y}, shown.one->icon, 16, Color::text_3),
            inner.cut_left(24);
}

// The control that opens the list. Returns whether it was pressed.
bool combo_box(
    ImGuiID id,
    Rect box,
    Label label,
    const Shown& shown,
    bool open,
    const SelectOptions& o,
    const detail::FieldFrame& frame
) {
    const FieldOptions& f = o.field;
    const bool off =
        f.disabled || f.read_only || (GImGui->CurrentItemFlags & ImGuiItemFlags_Disabled) != 0;
    const std::uint32_t flags =
        platform::mirror_haspopup |
        static_cast<std::uint32_t>(open ? platform::mirror_expanded : platform::mirror_collapsed) |
        (f.required ? platform::mirror_required : 0u) |
        (frame.state == FieldState::error ? platform::mirror_invalid : 0u);
    const detail::Touch touch = detail::interact(
        id,
        box,
        {.role = "combobox",
         .name = label.view(),
         .value = shown.words,
         .description = frame.description,
         .flags = flags,
         .disabled = off,
         .radius = -1}
    );
    detail::draw_control(
        box, frame.state, touch.hovered, open || touch.ring, f.disabled, f.read_only && !f.disabled
    );
    const float padding = f.size == Size::sm ? 9 : 11;
    Rect inner{box.x + padding, box.y, box.w - 2 * padding, box.h};
    const Rect arrow = inner.cut_right(24);
    if (!off)
        draw::icon(
            {arrow.right() - 8, arrow.center().y},
            open ? icon::chevron_up : icon::chevron_down,
            16,
            Color::text_3
        );
    draw_marks(inner, shown, o, off);
    const Label hint = o.placeholder.empty() ? Label(texts::widget::choose) : o.placeholder;
    const Color ink = f.disabled            ? Color::text_off
                      : shown.words.empty() ? Color::text_3
                      : f.read_only         ? Color::text_2
                                            : Color::text;
    if (draw::text(inner, shown.words.empty() ? hint.view() : std::string_view(shown.words), ink))
        tooltip_over(box, shown.words);
    if (off && !f.disabled_reason.empty())
        detail::tooltip_for(id, box, f.disabled_reason);
    if (touch.focused && !open &&
        (detail::key(ImGuiKey_DownArrow, false) || detail::key(ImGuiKey_UpArrow, false)))
        return true;
    return touch.pressed;
}

SelectEvent any_select(
    Label label,
    std::vector<std::int64_t>& keys,
    std::span<const SelectItem> items,
    const SelectOptions& o,
    bool multiple
) {
    const FieldOptions& f = o.field;
    Id scope(f.id ? std::string_view(f.id) : label.view());
    Shown shown;
    for (const SelectItem& item : items) {
        if (std::find(keys.begin(), keys.end(), item.key) == keys.end())
            continue;
        if (!shown.words.empty())
            shown.words += ", ";
        shown.words += item.label;
        shown.one = multiple ? nullptr : &item;
    }
    const detail::FieldFrame frame = detail::begin_field(label, f, spec_of(f.size).height);
    const ImGuiID id = detail::id_of("##control");
    if (f.focus)
        focus_id(id);
    const bool was_open = popover_is_open("##options");
    const bool pressed = combo_box(id, frame.control, label, shown, was_open, o, frame);
    state().last_box = frame.control;
    if (pressed || (f.focus && o.open))
        open_popover("##options");
    SelectEvent event;
    std::vector<SelectItem> with_none;
    if (o.clearable && !multiple) {
        with_none.push_back({.key = 0, .label = "—"});
        with_none.insert(with_none.end(), items.begin(), items.end());
        items = with_none;
    }
    const ImVec2 after = GImGui->CurrentWindow->DC.CursorPos;
    if (Popover popover{"##options", {.width = std::max(frame.control.w, 180.0f), .name = label}}) {
        event = option_list(
            "options",
            keys,
            items,
            {.name = label,
             .filter = o.filter || items.size() > 10,
             .multiple = multiple,
             .add = o.add}
        );
        if (event.add || (event.changed && !multiple))
            popover.close();
    }
    event.left = was_open && !popover_is_open("##options");
    at(after.x, after.y);
    detail::end_field(frame, f);
    state().last_box = frame.control;
    return event;
}

} // namespace

SelectEvent select(
    Label label, std::int64_t& key, std::span<const SelectItem> items, const SelectOptions& options
) {
    std::vector<std::int64_t> keys{key};
    SelectEvent event = any_select(label, keys, items, options, false);
    if (event.changed) {
        event.changed = keys.front() != key;
        key = keys.front();
    }
    return event;
}

SelectEvent multi_select(
    Label label,
    std::vector<std::int64_t>& keys,
    std::span<const SelectItem> items,
    const SelectOptions& options
) {
    return any_select(label, keys, items, options, true);
}

} // namespace carnet::ui
