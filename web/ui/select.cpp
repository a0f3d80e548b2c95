// Lists of options: the select, the multi select and the list both open.
#include "web/ui/select.hpp"

#include "shared/core/text.hpp"
#include "shared/texts/widgets.hpp"
#include "web/ui/avatar.hpp"
#include "web/ui/icons.hpp"
#include "web/ui/internal.hpp"
#include "web/ui/popover.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace carnet::ui {

using detail::state;

namespace {

struct ListState {
    std::string filter;
    int at = -1;       // Highlighted row of the filtered list.
    int seen = 0;      // Frame.
    std::string typed; // Type-ahead without a filter field.
    double typed_at = 0;
    float scroll = 0;
};
std::map<ImGuiID, ListState> lists;

ListState& list_state(ImGuiID id) {
    ListState& s = lists[id];
    if (s.seen != GImGui->FrameCount && s.seen != GImGui->FrameCount - 1)
        s = {}; // Opened again.
    s.seen = GImGui->FrameCount;
    return s;
}

std::vector<int> matching(std::span<const SelectItem> items, const std::string& filter) {
    std::vector<int> found;
    const std::string key = carnet::text::fold(filter);
    for (std::size_t i = 0; i < items.size(); ++i)
        if (key.empty() || carnet::text::fold(items[i].label + " " + items[i].detail).find(key) !=
                               std::string::npos)
            found.push_back(static_cast<int>(i));
    return found;
}

bool contains(const std::vector<std::int64_t>& keys, std::int64_t key) {
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

void draw_option(Rect box, const SelectItem& item, bool on, bool multiple) {
    float x = box.x + 8;
    const float y = box.center().y;
    if (multiple) {
        const Rect tick{x, y - 8, 16, 16};
        if (on) {
            draw::fill(tick, Color::accent, metric::radius_tag);
            draw::icon(tick.center(), icon::check_bold, 14, Color::on_accent);
        } else {
            draw::fill(tick, Color::surface, metric::radius_tag);
            draw::border(tick, Color::line_ctl, metric::radius_tag);
        }
        x += 24;
    }
    if (item.avatar)
        draw::avatar({x, y - 10, 20, 20}, item.label, item.avatar, false), x += 28;
    if (item.icon)
        draw::icon({x + 8, y}, item.icon, 16, Color::text_3), x += 24;
    if (item.dot != Color::clear)
        draw::circle({x + 4, y}, 4, color(item.dot)), x += 16;
    float right = box.right() - 8;
    if (on && !multiple)
        draw::icon({right - 8, y}, icon::check_bold, 16, Color::accent_text), right -= 24;
    if (!item.detail.empty()) {
        const float w =
            std::min((right - x) / 2, std::ceil(text_width(item.detail, {.type = Type::small})));
        draw::text(
            {right - w, box.y, w, box.h},
            item.detail,
            Color::text_3,
            {.type = Type::small, .align = Align::right}
        );
        right -= w + 8;
    }
    if (draw::text(
            {x, box.y, right - x, box.h}, item.label, item.disabled ? Color::text_off : Color::text
        ))
        tooltip_over(box, item.label);
}

// Letters jump to the first row that begins with them.
void type_ahead(ListState& s, std::span<const SelectItem> items, const std::vector<int>& rows) {
    for (const ImWchar c : ImGui::GetIO().InputQueueCharacters) {
        if (c < 33)
            continue;
        if (now_ms() - s.typed_at > 800)
            s.typed.clear();
        s.typed_at = now_ms();
        carnet::text::append(s.typed, static_cast<char32_t>(c));
        const std::string key = carnet::text::fold(s.typed);
        for (std::size_t i = 0; i < rows.size(); ++i)
            if (carnet::text::fold(items[static_cast<std::size_t>(rows[i])].label)
                    .starts_with(key)) {
                s.at = static_cast<int>(i);
                break;
            }
    }
}

int step(int at, int n, const OptionListOptions&) {
    if (detail::key(ImGuiKey_DownArrow) || ImGui::IsKeyPressed(ImGuiKey_DownArrow))
        return at + 1 < n ? at + 1 : 0;
    if (detail::key(ImGuiKey_UpArrow) || ImGui::IsKeyPressed(ImGuiKey_UpArrow))
        return at > 0 ? at - 1 : n - 1;
    if (ImGui::IsKeyPressed(ImGuiKey_PageDown))
        return std::min(at + 8, n - 1);
    if (ImGui::IsKeyPressed(ImGuiKey_PageUp))
        return std::max(at - 8, 0);
    return at;
}

constexpr ImGuiKey keys_of_choice[] = {ImGuiKey_Enter, ImGuiKey_KeypadEnter};

bool chosen_by_key(bool filter) {
    for (const ImGuiKey key : keys_of_choice)
        if (ImGui::IsKeyPressed(key, false))
            return true;
    return !filter && ImGui::IsKeyPressed(ImGuiKey_Space, false);
}

} // namespace

SelectEvent option_list(
    const char* id_text,
    std::vector<std::int64_t>& keys,
    std::span<const SelectItem> items,
    const OptionListOptions& o
) {
    Id scope{std::string_view(id_text)};
    const ImGuiID id = detail::id_of("##list");
    ListState& s = list_state(id);
    SelectEvent event;
    const bool first = s.at < 0 && s.filter.empty();
    if (o.filter) {
        const FieldEvent typed = search_field(
            texts::widget::filter,
            s.filter,
            {.field = {.size = Size::sm, .id = "##filter", .focus = first}, .popup_keys = true}
        );
        if (typed.changed)
            s.at = 0;
        GImGui->CurrentWindow->DC.CursorPos.y -= ImGui::GetStyle().ItemSpacing.y - 4;
    }
    const std::vector<int> rows = matching(items, s.filter);
    const auto n = static_cast<int>(rows.size());
    if (first) {
        s.at = 0;
        for (int i = 0; i < n; ++i)
            if (contains(
                    keys, items[static_cast<std::size_t>(rows[static_cast<std::size_t>(i)])].key
                )) {
                s.at = i;
                break;
            }
    }
    const bool has_add = !o.add.empty();
    const int last = n + (has_add ? 1 : 0);
    const int before = s.at;
    const bool layer = detail::top_trap() == detail::current_trap();
    if (layer && last > 0)
        s.at = std::clamp(step(s.at, last, o), 0, last - 1);
    if (layer && !o.filter)
        type_ahead(s, items, rows);
    const bool by_key = layer && !first && chosen_by_key(o.filter) && last > 0;

    const float row_h = coarse() ? metric::touch : 32;
    ImGuiWindow* window = GImGui->CurrentWindow;
    const float width = std::max(avail_width(), 120.0f);
    const float full = row_h * static_cast<float>(std::max(n, 1));
    const float extra = (o.filter ? 36.0f : 0.0f) + (has_add ? 41.0f : 0.0f);
    const float height = std::min(full, o.max_height - extra);
    const Rect box = place(width, height);
    const ImVec2 after = window->DC.CursorPos;
    a11y::Node node;
    node.id = id;
    node.role = "listbox";
    node.name = o.name.view();
    {
        a11y::Scope listbox(std::move(node));
        listbox.set_rect(box);
        if (!o.filter) {
            detail::focus_entry(id, true);
            if (state().pending_focus == id || first)
                GImGui->LastItemData.Rect = detail::to_rect(box), detail::take_focus(id);
        }
        if (n == 0) {
            draw::text(
                {box.x + 8, box.y, box.w - 16, row_h},
                t(texts::widget::nothing_found),
                Color::text_3
            );
            a11y::text(texts::widget::nothing_found, box);
        }
        Region region("##rows", box, {});
        if (s.at != before && s.at >= 0) {
            const float top = static_cast<float>(s.at) * row_h, scroll = ImGui::GetScrollY();
            if (top < scroll)
                ImGui::SetScrollY(top);
            else if (top + row_h > scroll + height)
                ImGui::SetScrollY(top + row_h - height);
        }
        const float scroll = ImGui::GetScrollY();
        const int from = std::max(0, static_cast<int>(scroll / row_h)),
                  to = std::min(n, static_cast<int>((scroll + height) / row_h) + 1);
        for (int i = from; i < to; ++i) {
            const SelectItem& item =
                items[static_cast<std::size_t>(rows[static_cast<std::size_t>(i)])];
            const Rect row{
                box.x,
                box.y - scroll + static_cast<float>(i) * row_h,
                region.content().w - (full > height ? detail::scrollbar_size : 0),
                row_h};
            Id key(item.key);
            const bool on = contains(keys, item.key);
            const detail::Touch touch = detail::interact(
                detail::id_of("option"),
                row,
                {.role = "option",
                 .name = item.label,
                 .description = item.detail,
                 .flags = (on ? platform::mirror_selected : 0u) |
                          (i == s.at && !o.filter && layer ? platform::mirror_focused : 0u),
                 .disabled = item.disabled,
                 .focusable = false,
                 .enlarge = false}
            );
            if (touch.hovered &&
                (ImGui::GetIO().MouseDelta.x != 0 || ImGui::GetIO().MouseDelta.y != 0))
                s.at = i;
            if (i == s.at)
                draw::fill(row, touch.held ? Color::active : Color::hover, 5);
            draw_option(row, item, on, o.multiple);
            if (item.disabled || !(touch.pressed || (by_key && i == s.at)))
                continue;
            event.changed = true;
            if (!o.multiple)
                keys = {item.key};
            else if (on)
                std::erase(keys, item.key);
            else
                keys.push_back(item.key);
        }
        window->DC.CursorMaxPos.y = std::max(window->DC.CursorMaxPos.y, box.bottom());
        GImGui->CurrentWindow->DC.CursorMaxPos.y =
            GImGui->CurrentWindow->DC.CursorStartPos.y + full;
    }
    at(after.x, after.y);
    if (has_add) {
        GImGui->CurrentWindow->DC.CursorPos.y -= ImGui::GetStyle().ItemSpacing.y;
        const Rect line = place(width, 9);
        draw::fill({line.x, line.y + 4, line.w, draw::hairline()}, Color::line_1);
        GImGui->CurrentWindow->DC.CursorPos.y -= ImGui::GetStyle().ItemSpacing.y;
        const Rect row = place(width, row_h);
        const detail::Touch touch = detail::interact(
            detail::id_of("##add"),
            row,
            {.role = "option", .name = o.add.view(), .focusable = false, .enlarge = false}
        );
        if (touch.hovered)
            s.at = n;
        if (s.at == n)
            draw::fill(row, Color::hover, 5);
        draw::icon({row.x + 16, row.center().y}, icon::plus, 16, Color::accent_text);
        draw::text(
            {row.x + 32, row.y, row.w - 40, row.h},
            o.add.view(),
            Color::accent_text,
            {.weight = Weight::medium}
        );
        if (touch.pressed || (by_key && s.at == n))
            event.add = true;
    }
    event.typed = s.filter;
    return event;
}

namespace {

struct Shown {
    std::string words;
    const SelectItem* one = nullptr;
};

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
        if (!contains(keys, item.key))
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
    const SelectEvent event = any_select(label, keys, items, options, false);
    if (event.changed) {
        SelectEvent real = event;
        real.changed = keys.front() != key;
        key = keys.front();
        return real;
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
