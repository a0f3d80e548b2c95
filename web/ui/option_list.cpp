// The list of options that selects and filter chips open: filter, keys, rows, the row that adds a
// word.
#include "shared/core/text.hpp"
#include "shared/texts/widgets.hpp"
#include "web/ui/avatar.hpp"
#include "web/ui/icons.hpp"
#include "web/ui/internal.hpp"
#include "web/ui/select.hpp"

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

int step(int at, int n) {
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

// One list while it is drawn.
struct Listing {
    ListState& s;
    std::vector<std::int64_t>& keys;
    std::span<const SelectItem> items;
    const OptionListOptions& o;
    std::vector<int> rows; // Those that match the filter.
    bool layer = false;    // The keyboard is in this layer.
    bool heard = false;  // ... and on the rows: by itself, or through the field that filters them.
    bool by_key = false; // The highlighted row is chosen by a key.
    float row_h = 32;

    int count() const { return static_cast<int>(rows.size()); }
    const SelectItem& item(int row) const {
        return items[static_cast<std::size_t>(rows[static_cast<std::size_t>(row)])];
    }
    bool chosen(int row) const {
        return std::find(keys.begin(), keys.end(), item(row).key) != keys.end();
    }
};

void filter_ui(ListState& s, bool first) {
    const FieldEvent typed = search_field(
        texts::widget::filter,
        s.filter,
        {.field = {.size = Size::sm, .id = "##filter", .focus = first}, .popup_keys = true}
    );
    if (typed.changed)
        s.at = 0;
    GImGui->CurrentWindow->DC.CursorPos.y -= ImGui::GetStyle().ItemSpacing.y - 4;
}

int first_chosen(const Listing& list) {
    for (int i = 0; i < list.count(); ++i)
        if (list.chosen(i))
            return i;
    return 0;
}

// Moves the highlight; `last` rows with the one that adds.
void take_keys(Listing& list, bool first, int last) {
    list.layer = detail::top_trap() == detail::current_trap();
    list.heard = list.layer && (!list.o.filter || state().typing);
    if (list.layer && last > 0)
        list.s.at = std::clamp(step(list.s.at, last), 0, last - 1);
    if (list.layer && !list.o.filter)
        type_ahead(list.s, list.items, list.rows);
    list.by_key = list.layer && !first && chosen_by_key(list.o.filter) && last > 0;
}

void keep_in_sight(int row, float row_h, float height) {
    const float top = static_cast<float>(row) * row_h, scroll = ImGui::GetScrollY();
    if (top < scroll)
        ImGui::SetScrollY(top);
    else if (top + row_h > scroll + height)
        ImGui::SetScrollY(top + row_h - height);
}

// Returns whether the row was chosen.
bool row_ui(Listing& list, int i, Rect row) {
    ListState& s = list.s;
    const SelectItem& item = list.item(i);
    Id key(item.key);
    const bool on = list.chosen(i);
    const detail::Touch touch = detail::interact(
        detail::id_of("option"),
        row,
        {.role = "option",
         .name = item.label,
         .description = item.detail,
         .flags = (on ? platform::mirror_selected : 0u) |
                  (i == s.at && list.heard ? platform::mirror_focused : 0u),
         .disabled = item.disabled,
         .focusable = false,
         .enlarge = false}
    );
    if (touch.hovered && (ImGui::GetIO().MouseDelta.x != 0 || ImGui::GetIO().MouseDelta.y != 0))
        s.at = i;
    if (i == s.at)
        draw::fill(row, touch.held ? Color::active : Color::hover, 5);
    draw_option(row, item, on, list.o.multiple);
    if (item.disabled || !(touch.pressed || (list.by_key && i == s.at)))
        return false;
    if (!list.o.multiple)
        list.keys = {item.key};
    else if (on)
        std::erase(list.keys, item.key);
    else
        list.keys.push_back(item.key);
    return true;
}

// The rows in sight, in a region that scrolls. Returns whether one was chosen.
bool rows_ui(Listing& list, Rect box, float full, bool moved) {
    ImGuiWindow* outer = GImGui->CurrentWindow;
    Region region("##rows", box, {});
    if (moved && list.s.at >= 0)
        keep_in_sight(list.s.at, list.row_h, box.h);
    const float scroll = ImGui::GetScrollY();
    const int from = std::max(0, static_cast<int>(scroll / list.row_h)),
              to = std::min(list.count(), static_cast<int>((scroll + box.h) / list.row_h) + 1);
    bool changed = false;
    for (int i = from; i < to; ++i) {
        const Rect row{
            box.x,
            box.y - scroll + static_cast<float>(i) * list.row_h,
            region.content().w - (full > box.h ? detail::scrollbar_size : 0),
            list.row_h};
        changed = row_ui(list, i, row) || changed;
    }
    outer->DC.CursorMaxPos.y = std::max(outer->DC.CursorMaxPos.y, box.bottom());
    GImGui->CurrentWindow->DC.CursorMaxPos.y = GImGui->CurrentWindow->DC.CursorStartPos.y + full;
    return changed;
}

void nothing_ui(Rect box, float row_h) {
    draw::text(
        {box.x + 8, box.y, box.w - 16, row_h}, t(texts::widget::nothing_found), Color::text_3
    );
    a11y::text(texts::widget::nothing_found, box);
}

// The last row, which adds a word. Returns whether it was chosen.
bool add_ui(Listing& list, float width) {
    GImGui->CurrentWindow->DC.CursorPos.y -= ImGui::GetStyle().ItemSpacing.y;
    const Rect line = place(width, 9);
    draw::fill({line.x, line.y + 4, line.w, draw::hairline()}, Color::line_1);
    GImGui->CurrentWindow->DC.CursorPos.y -= ImGui::GetStyle().ItemSpacing.y;
    const Rect row = place(width, list.row_h);
    const detail::Touch touch = detail::interact(
        detail::id_of("##add"),
        row,
        {.role = "option", .name = list.o.add.view(), .focusable = false, .enlarge = false}
    );
    if (touch.hovered)
        list.s.at = list.count();
    if (list.s.at == list.count())
        draw::fill(row, Color::hover, 5);
    draw::icon({row.x + 16, row.center().y}, icon::plus, 16, Color::accent_text);
    draw::text(
        {row.x + 32, row.y, row.w - 40, row.h},
        list.o.add.view(),
        Color::accent_text,
        {.weight = Weight::medium}
    );
    return touch.pressed || (list.by_key && list.s.at == list.count());
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
    if (o.filter)
        filter_ui(s, first);
    Listing list{s, keys, items, o, matching(items, s.filter)};
    if (first)
        s.at = first_chosen(list);
    const bool has_add = !o.add.empty();
    const int before = s.at;
    take_keys(list, first, list.count() + (has_add ? 1 : 0));

    list.row_h = coarse() ? metric::touch : 32;
    const float width = std::max(avail_width(), 120.0f);
    const float full = list.row_h * static_cast<float>(std::max(list.count(), 1));
    const float extra = (o.filter ? 36.0f : 0.0f) + (has_add ? 41.0f : 0.0f);
    const Rect box = place(width, std::min(full, o.max_height - extra));
    const ImVec2 after = GImGui->CurrentWindow->DC.CursorPos;
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
        if (list.rows.empty())
            nothing_ui(box, list.row_h);
        event.changed = rows_ui(list, box, full, s.at != before);
    }
    at(after.x, after.y);
    if (has_add && add_ui(list, width))
        event.add = true;
    event.typed = s.filter;
    return event;
}

} // namespace carnet::ui
