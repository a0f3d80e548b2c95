// Keyboard focus and the one behaviour of all widgets.
#include "web/ui/focus.hpp"

#include "web/ui/internal.hpp"

#include "web/platform/agent_input.hpp"

#include <algorithm>

namespace carnet::ui {

void focus_next_widget() {
    detail::state().focus_next = true;
}
void focus_id(ImGuiID id) {
    detail::state().pending_focus = id;
    platform::wake(2);
}
void clear_focus() {
    ImGui::ClearActiveID();
    GImGui->NavId = 0;
}
ImGuiID focused_id() {
    return GImGui->NavId;
}
bool keyboard_mode() {
    return detail::state().keyboard;
}
bool typing() {
    return detail::state().typing;
}

void set_letters(bool act) {
    detail::state().letters = act;
}

FocusRegion::FocusRegion(std::string_view key) {
    detail::state().region_stack.push_back(detail::id_of(key));
}
FocusRegion::~FocusRegion() {
    detail::state().region_stack.pop_back();
}

bool escape_pressed() {
    return detail::take_escape(0);
}

namespace detail {
namespace {

constexpr ImGuiKey owned_keys[] = {
    ImGuiKey_Tab,
    ImGuiKey_Escape,
    ImGuiKey_UpArrow,
    ImGuiKey_DownArrow,
    ImGuiKey_LeftArrow,
    ImGuiKey_RightArrow,
    ImGuiKey_Home,
    ImGuiKey_End,
    ImGuiKey_PageUp,
    ImGuiKey_PageDown,
    ImGuiKey_F6,
};

const FocusEntry* entry_of(const std::vector<FocusEntry>& order, ImGuiID id) {
    const auto it =
        std::find_if(order.begin(), order.end(), [&](const FocusEntry& e) { return e.id == id; });
    return it == order.end() ? nullptr : &*it;
}

struct Stops {
    std::vector<ImGuiID> ids; // Tab stops of the topmost layer, in drawing order.
    std::ptrdiff_t at = -1;   // The focused one; for an item inside a group the stop after it.
    bool between = false;     // The focus is on an item inside a group.
};

Stops stops_of(const std::vector<FocusEntry>& order, ImGuiID trap, ImGuiID from) {
    Stops stops;
    for (const FocusEntry& e : order) {
        if (e.trap != trap)
            continue;
        if (e.id == from)
            stops.at = std::ssize(stops.ids), stops.between = !e.tab_stop;
        if (e.tab_stop)
            stops.ids.push_back(e.id);
    }
    return stops;
}

// Where Tab leads: an index of the stops; -1 or their number: out of them.
std::ptrdiff_t tab_target(const Stops& stops, bool back) {
    const auto n = std::ssize(stops.ids);
    if (stops.at < 0)
        return back ? n - 1 : 0;
    if (stops.between) // The stop before or after the group's item.
        return back ? stops.at - 1 : stops.at;
    return back ? stops.at - 1 : stops.at + 1;
}

// The next Tab stop of the topmost layer. A dialog keeps the focus inside; from the ends of the
// page it goes to the browser, which is told with publish_tab_edges().
void tab_to_next(bool back) {
    const ImGuiID trap = top_trap();
    const Stops stops = stops_of(state().last_order, trap, GImGui->NavId);
    const auto n = std::ssize(stops.ids);
    if (n == 0)
        return;
    const std::ptrdiff_t to = tab_target(stops, back);
    if (trap == 0 && (to < 0 || to >= n)) {
        platform::agent_leave();
        GImGui->NavId = 0;
        state().pending_focus = 0;
        platform::wake(2);
        return;
    }
    move_focus(stops.ids[static_cast<std::size_t>((to + n) % n)]);
}

void publish_edges() {
    auto& s = state();
    if (!s.traps.empty() || (s.typing && s.list_field))
        return platform::publish_tab_edges(false, false);
    const ImGuiID focus = s.pending_focus ? s.pending_focus : GImGui->NavId;
    const Stops stops = stops_of(s.order, 0, focus);
    if (stops.at < 0)
        return platform::publish_tab_edges(false, false);
    platform::publish_tab_edges(
        tab_target(stops, true) < 0, tab_target(stops, false) >= std::ssize(stops.ids)
    );
}

void next_region(bool back) {
    auto& s = state();
    std::vector<const FocusEntry*> firsts;
    std::ptrdiff_t at = -1;
    ImGuiID here = 0;
    if (const FocusEntry* e = entry_of(s.last_order, GImGui->NavId))
        here = e->region;
    for (const FocusEntry& e : s.last_order) {
        if (e.trap != top_trap() || !e.tab_stop || e.region == 0)
            continue;
        const bool known = std::any_of(firsts.begin(), firsts.end(), [&](auto* f) {
            return f->region == e.region;
        });
        if (known)
            continue;
        if (e.region == here)
            at = static_cast<std::ptrdiff_t>(firsts.size());
        firsts.push_back(&e);
    }
    if (firsts.empty())
        return;
    const auto n = static_cast<std::ptrdiff_t>(firsts.size());
    const std::ptrdiff_t to = at < 0 ? (back ? n - 1 : 0) : at + (back ? -1 : 1);
    move_focus(firsts[static_cast<std::size_t>((to + n) % n)]->id);
}

void scroll_into_view(Rect box) {
    ImGuiWindow* window = GImGui->CurrentWindow;
    ImGui::ScrollToRectEx(window, to_rect(box.grow(8)), ImGuiScrollFlags_KeepVisibleEdgeY);
}

} // namespace

void begin_focus_frame() {
    auto& s = state();
    auto& io = ImGui::GetIO();
    s.last_order.swap(s.order);
    s.order.clear();
    s.last_traps.swap(s.traps);
    s.traps.clear();
    s.focus_before_frame = GImGui->NavId;
    // A pointer that moves and presses within one frame: the row it came over must not take the
    // press from the button that lies on it.
    if (io.MouseClicked[0] && (io.MouseDelta.x != 0 || io.MouseDelta.y != 0))
        GImGui->HoveredIdPreviousFrame = 0;
    s.typing = platform::agent_active_id() != 0 && GImGui->ActiveId == platform::agent_active_id();
    s.escape =
        ImGui::IsKeyPressed(ImGuiKey_Escape, ImGuiInputFlags_None) && !platform::agent_composing();
    for (const ImGuiKey which : owned_keys)
        ImGui::SetKeyOwner(
            which, key_owner
        ); // An active text field takes what it needs when it is drawn.
    if (io.MouseClicked[0] || io.MouseClicked[1])
        s.keyboard = false;
    const bool plain = !io.KeyCtrl && !io.KeyAlt && !io.KeySuper;
    if (plain && !(s.typing && s.list_field) &&
        ImGui::IsKeyPressed(ImGuiKey_Tab, ImGuiInputFlags_Repeat))
        tab_to_next(io.KeyShift);
    s.list_field = false;
    if (plain && ImGui::IsKeyPressed(ImGuiKey_F6, ImGuiInputFlags_None))
        next_region(io.KeyShift);
    GImGui->NavCursorVisible = false;
    GImGui->NavHighlightItemUnderNav = false;
    std::uint32_t id = 0;
    s.activation = platform::mirror_take_activation(id) ? id : 0;
    if (platform::mirror_take_focus(id))
        s.pending_focus = id;
}

void end_focus_frame() {
    auto& s = state();
    s.focus_next = false;
    // Focus that lay in something that is gone must not activate a stranger with the same id later.
    const ImGuiID focus = GImGui->NavId;
    if (focus != 0 && focus == s.focus_before_frame && !entry_of(s.order, focus) &&
        entry_of(s.last_order, focus))
        GImGui->NavId = 0;
    // A focus outside of the layer that has just opened goes into it.
    if (!s.traps.empty() && s.pending_focus == 0) {
        const ImGuiID trap = s.traps.back().id;
        const FocusEntry* now = entry_of(s.order, GImGui->NavId);
        if (!now || now->trap != trap) {
            const FocusEntry* first = nullptr;
            for (const FocusEntry& e : s.order)
                if (e.trap == trap && e.tab_stop && (!first || (first->late && !e.late)))
                    first = &e;
            if (first)
                focus_id(first->id);
        }
    }
    // A layer that has closed gives the focus back, unless a field has just been entered.
    if (s.last_traps.size() > s.traps.size() && s.pending_focus == 0 &&
        GImGui->NavNextActivateId == 0) {
        const Trap& gone = s.last_traps[s.traps.size()];
        if (gone.return_to)
            focus_id(gone.return_to);
    }
    publish_edges();
}

bool key(ImGuiKey which, bool repeat) {
    const auto flags = repeat ? ImGuiInputFlags_Repeat : ImGuiInputFlags_None;
    return ImGui::IsKeyPressed(which, flags, key_owner);
}

ImGuiID id_of(std::string_view text) {
    return GImGui->CurrentWindow->GetID(text.data(), text.data() + text.size());
}
ImGuiID id_of(const char* id, Label label) {
    return id ? id_of(std::string_view(id)) : id_of(label.view());
}

void focus_entry(ImGuiID id, bool tab_stop) {
    auto& s = state();
    s.order.push_back(
        {id, current_trap(), s.region_stack.empty() ? 0 : s.region_stack.back(), tab_stop}
    );
}

bool is_focused(ImGuiID id) {
    return GImGui->NavId == id && id != 0;
}

void move_focus(ImGuiID id) {
    auto& s = state();
    s.keyboard = true;
    s.pending_focus = id;
    platform::wake(3);
}

void take_focus(ImGuiID id) {
    auto& s = state();
    s.pending_focus = 0;
    s.focus_next = false;
    if (GImGui->ActiveId != id)
        platform::agent_leave();
    ImGuiWindow* window = GImGui->CurrentWindow;
    ImGui::SetFocusID(id, window);
    scroll_into_view(from_rect(GImGui->LastItemData.Rect));
}

void push_trap(ImGuiID id, ImGuiID return_to) {
    auto& s = state();
    s.traps.push_back({id, return_to});
    s.trap_stack.push_back(id);
}
// What had the focus before a layer that opens now; one that takes another's place inherits it.
ImGuiID focus_to_return_to() {
    const auto& s = state();
    const std::size_t depth = s.traps.size();
    return depth < s.last_traps.size() ? s.last_traps[depth].return_to : GImGui->NavId;
}
void pop_trap() {
    state().trap_stack.pop_back();
}
ImGuiID top_trap() {
    const auto& traps = state().last_traps;
    return traps.empty() ? 0 : traps.back().id;
}
ImGuiID current_trap() {
    const auto& stack = state().trap_stack;
    return stack.empty() ? 0 : stack.back();
}

bool take_escape(ImGuiID trap) {
    auto& s = state();
    if (!s.escape || top_trap() != trap)
        return false;
    s.escape = false;
    return true;
}

Touch interact(ImGuiID id, Rect box, const Item& item) {
    auto& s = state();
    const bool disabled =
        item.disabled || (GImGui->CurrentItemFlags & ImGuiItemFlags_Disabled) != 0;
    Touch touch;
    Rect hit = box;
    if (s.coarse && item.enlarge) {
        const float dx = std::max(0.0f, (metric::touch - box.w) / 2),
                    dy = std::max(0.0f, (metric::touch - box.h) / 2);
        hit = box.inset(-std::min(dx, 8.0f), -std::min(dy, 8.0f));
    }
    ImGuiItemFlags flags = ImGuiItemFlags_NoNav;
    if (disabled)
        flags |= ImGuiItemFlags_Disabled;
    touch.visible = ImGui::ItemAdd(to_rect(hit), id, nullptr, flags);
    s.last_box = box;
    s.last_id = id;
    if (item.focusable && !disabled) {
        focus_entry(id, item.tab_stop);
        if (s.pending_focus == id || (s.focus_next && item.tab_stop))
            take_focus(id);
    }
    if (!disabled && touch.visible) {
        ImGuiButtonFlags buttons = item.buttons | ImGuiButtonFlags_NoHoveredOnFocus;
        if (item.allow_overlap)
            buttons |= ImGuiButtonFlags_AllowOverlap;
        if (!item.focusable)
            buttons |= ImGuiButtonFlags_NoNavFocus;
        touch.pressed =
            ImGui::ButtonBehavior(to_rect(hit), id, &touch.hovered, &touch.held, buttons);
        // ImGui lets what lies on top win by looking at the frame before: a click in the first
        // frame would be lost.
        if (item.allow_overlap && !touch.hovered && GImGui->HoveredId == id &&
            ImGui::IsMouseClicked(0))
            s.quick_click = id, s.quick_window = GImGui->CurrentWindow;
    } else if (disabled && touch.visible) {
        touch.hovered = ImGui::IsMouseHoveringRect(hit.min(), {hit.right(), hit.bottom()}) &&
                        GImGui->HoveredWindow == GImGui->CurrentWindow;
        if (touch.hovered)
            s.hover_now = id;
    }
    touch.focused = is_focused(id) && !disabled;
    if (touch.focused && item.activate_by_key && GImGui->ActiveId != id &&
        !ImGui::GetIO().KeyCtrl && !ImGui::GetIO().KeyAlt &&
        (ImGui::IsKeyPressed(ImGuiKey_Enter, false) ||
         ImGui::IsKeyPressed(ImGuiKey_KeypadEnter, false) ||
         ImGui::IsKeyPressed(ImGuiKey_Space, false)))
        touch.pressed = true;
    if (!disabled && s.activation == id) {
        s.activation = 0;
        touch.pressed = true;
        if (item.focusable)
            ImGui::SetFocusID(id, GImGui->CurrentWindow);
    }
    if (touch.hovered && !disabled) {
        s.hover_now = id;
        ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
        touch.hover_part = hover_part(id);
    }
    touch.ring = touch.focused && s.keyboard;
    if (s.forced != Forced::none) {
        touch.hovered = s.forced != Forced::focus;
        touch.hover_part = 1;
        touch.held = s.forced == Forced::press;
        touch.ring = s.forced == Forced::focus;
    }
    if (item.mirror) {
        a11y::Node node;
        node.id = id;
        node.role = item.role;
        node.name = item.name;
        node.value = item.value;
        node.description = item.description;
        node.href = item.href;
        node.flags =
            item.flags | (disabled ? static_cast<std::uint32_t>(platform::mirror_disabled) : 0u);
        node.level = item.level, node.row_index = item.row_index, node.col_index = item.col_index;
        a11y::add(std::move(node), box);
    }
    return touch;
}

// Nothing on top took the click: it belongs to what lies below.
void finish_quick_click() {
    auto& s = state();
    if (s.quick_click == 0 || GImGui->ActiveId != 0 || GImGui->HoveredId != s.quick_click)
        return;
    ImGui::SetActiveID(s.quick_click, s.quick_window);
    GImGui->ActiveIdMouseButton = 0;
    GImGui->NavNextActivateId = 0; // A field under it wanted to be entered.
    platform::wake(2);
}

void finish(const Touch& touch, Rect box, float radius) {
    if (touch.ring)
        draw::focus_ring(box, radius);
}

} // namespace detail
} // namespace carnet::ui
