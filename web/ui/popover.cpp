// Popovers and menus: plain windows of our own, opened and closed by our own rules.
#include "web/ui/popover.hpp"

#include "web/ui/icons.hpp"
#include "web/ui/internal.hpp"
#include "web/ui/text.hpp"

#include <cmath>
#include <map>
#include <optional>

namespace carnet::ui {

using detail::state;

namespace {

struct OpenPopover {
    Rect anchor;
    ImVec2 size{0, 0}; // Of the last frame; 0 before the first.
    ImGuiID return_to = 0;
    int drawn = 0, opened = 0; // Frames.
    double since = 0;          // ui::now_ms() of the first frame with its full size.
    bool close = false;
    int items = 0; // Menu rows drawn.
};
std::map<ImGuiID, OpenPopover> popovers;

Rect position(const OpenPopover& p, const PopoverOptions& o, float width) {
    const Rect screen = viewport().inset(4);
    const float h = std::min(p.size.y, screen.h);
    float x = o.align_right ? p.anchor.right() - width : p.anchor.x;
    float y = p.anchor.bottom() + 4;
    if (y + h > screen.bottom() && p.anchor.y - 4 - h >= screen.y)
        y = p.anchor.y - 4 - h;
    x = std::clamp(x, screen.x, std::max(screen.x, screen.right() - width));
    y = std::clamp(y, screen.y, std::max(screen.y, screen.bottom() - h));
    return {std::floor(x), std::floor(y), width, h};
}

bool pointer_in_tree(ImGuiWindow* window) {
    ImGuiWindow* hovered = GImGui->HoveredWindow;
    return hovered &&
           (hovered->RootWindow == window || ImGui::IsWindowWithinBeginStackOf(hovered, window));
}

} // namespace

void open_popover(const char* id) {
    const ImGuiID key = detail::id_of(std::string_view(id));
    const auto found = popovers.find(key);
    if (found != popovers.end()) {
        found->second.close = true;
        platform::wake(2);
        return;
    }
    OpenPopover p;
    p.anchor = state().last_box;
    p.return_to = GImGui->NavId;
    p.drawn = p.opened = GImGui->FrameCount;
    popovers[key] = p;
    platform::wake(3);
}

bool popover_is_open(const char* id) {
    return popovers.contains(detail::id_of(std::string_view(id)));
}

struct Popover::Guards {
    ImGuiID key;
    ImGuiWindow* window;
    bool trap;
    std::optional<a11y::Scope> scope;
    std::vector<detail::RowFrame> rows;
    float spacing;
    Rect box;
};

Popover::Popover(const char* id, const PopoverOptions& options) {
    const ImGuiID key = detail::id_of(std::string_view(id));
    const auto found = popovers.find(key);
    if (found == popovers.end())
        return;
    OpenPopover& p = found->second;
    if (p.close) {
        popovers.erase(found);
        platform::wake(2);
        return;
    }
    p.drawn = GImGui->FrameCount;
    if (options.anchor.w > 0)
        p.anchor = options.anchor;
    if (options.at_pointer && p.opened == GImGui->FrameCount)
        p.anchor = {ImGui::GetIO().MousePos.x, ImGui::GetIO().MousePos.y - 4, 1, 1};
    const float natural = std::max(p.size.x, options.role == "menu" ? 160.0f : p.anchor.w);
    const float width = std::min(options.width > 0 ? options.width : natural, viewport().w - 8);
    const Rect box = position(p, options, width);
    char name[32];
    std::snprintf(name, sizeof name, "##popover%08X", key);
    ImGui::SetNextWindowPos(box.min());
    const float max_height = std::min(options.max_height, viewport().h - 8);
    if (options.width > 0)
        ImGui::SetNextWindowSizeConstraints({width, 0}, {width, max_height});
    else
        ImGui::SetNextWindowSizeConstraints({width, 0}, {std::max(width, 480.0f), max_height});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(options.padding, options.padding));
    ImGui::Begin(
        name,
        nullptr,
        ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove |
            ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBackground |
            ImGuiWindowFlags_AlwaysAutoResize | ImGuiWindowFlags_NoFocusOnAppearing |
            ImGuiWindowFlags_NoNav
    );
    ImGui::PopStyleVar();
    ImGuiWindow* window = GImGui->CurrentWindow;
    ImGui::BringWindowToDisplayFront(window);
    const Rect whole{window->Pos.x, window->Pos.y, window->Size.x, window->Size.y};
    window->DrawList->PushClipRectFullScreen();
    draw::surface(whole, Elevation::popover, metric::radius_card);
    window->DrawList->PopClipRect();
    _open = true;
    _guards = new Guards{
        key, window, !options.keep_focus, {}, {}, ImGui::GetStyle().ItemSpacing.y, whole};
    if (_guards->trap)
        detail::push_trap(key, p.return_to);
    a11y::Node node;
    node.id = key;
    node.role = options.role;
    node.name = options.name.view();
    _guards->scope.emplace(std::move(node));
    _guards->scope->set_rect(whole);
    ImGui::PushOverrideID(key);
    if (options.role == "menu")
        ImGui::GetStyle().ItemSpacing.y = 0;
}

Popover::~Popover() {
    if (!_open)
        return;
    OpenPopover& p = popovers[_guards->key];
    ImGui::PopID();
    ImGui::GetStyle().ItemSpacing.y = _guards->spacing;
    _guards->scope.reset();
    ImGuiWindow* window = _guards->window;
    const bool just_opened = p.opened >= GImGui->FrameCount - 1;
    const ImGuiIO& io = ImGui::GetIO();
    const bool clicked = io.MouseClicked[0] || io.MouseClicked[1];
    if (clicked && !just_opened && !pointer_in_tree(window) && !p.anchor.contains(io.MousePos))
        p.close = true;
    if (_guards->trap) {
        if (detail::take_escape(_guards->key))
            p.close = true;
        detail::pop_trap();
    }
    p.size = window->Size;
    ImGui::End();
    if (p.since <= 0 || just_opened)
        p.since = now_ms();
    const bool upwards = window->Pos.y < p.anchor.y;
    const float slide = upwards ? detail::motion_slide : -detail::motion_slide;
    detail::appear(window, p.since, detail::motion_popover_ms, {0, slide});
    if (p.close)
        platform::wake(2);
    if (p.opened >= GImGui->FrameCount - 2)
        platform::wake(2);
    delete _guards;
}

void Popover::close() {
    if (_open)
        popovers[_guards->key].close = true;
    platform::wake(2);
}

// --- Menus ---

Menu::Menu(const char* id, PopoverOptions options)
    : _popover(id, [&] {
          options.role = "menu";
          return options;
      }()) {
    if (!_popover)
        return;
    state().menu_rows.clear();
}

namespace {

// Arrows, Home and End move among the rows; the focus starts on the first when a key opened the
// menu.
void menu_keys() {
    const auto& rows = state().menu_rows;
    if (rows.empty() || detail::top_trap() != detail::current_trap())
        return;
    std::ptrdiff_t at = -1;
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (detail::is_focused(rows[i]))
            at = static_cast<std::ptrdiff_t>(i);
    const auto n = static_cast<std::ptrdiff_t>(rows.size());
    std::ptrdiff_t to = at;
    if (detail::key(ImGuiKey_DownArrow))
        to = (at + 1) % n;
    else if (detail::key(ImGuiKey_UpArrow))
        to = at <= 0 ? n - 1 : at - 1;
    else if (detail::key(ImGuiKey_Home))
        to = 0;
    else if (detail::key(ImGuiKey_End))
        to = n - 1;
    if (to != at)
        detail::move_focus(rows[static_cast<std::size_t>(to)]);
}

} // namespace

Menu::~Menu() {
    if (_popover)
        menu_keys();
}

bool Menu::item(Label label, const MenuItemOptions& o) {
    const float height = coarse() ? metric::touch : 32;
    const float label_width = std::ceil(text_width(label.view()));
    const float caps = o.shortcut.empty() ? 0 : draw::key_caps_width(o.shortcut) + 16;
    const float detail_width =
        o.detail.empty() ? 0 : std::ceil(text_width(o.detail.view(), {.type = Type::small})) + 16;
    const bool marks = o.icon != nullptr;
    const float natural = 8 + (marks ? 24.0f : 0.0f) + label_width + caps + detail_width +
                          (o.checkable ? 24.0f : 0.0f) + 8;
    ImGuiWindow* window = GImGui->CurrentWindow;
    const float width =
        std::max(natural, window->InnerRect.GetWidth() - 2 * window->WindowPadding.x);
    const Rect box = place(width, height);
    const ImGuiID id = detail::id_of(o.id, label);
    std::uint32_t flags = 0;
    if (o.checkable)
        flags = o.checked ? platform::mirror_checked : platform::mirror_unchecked;
    const detail::Touch touch = detail::interact(
        id,
        box,
        {.role = o.checkable ? "menuitemcheckbox" : "menuitem",
         .name = label.view(),
         .description = o.disabled ? o.disabled_reason.view() : std::string_view{},
         .flags = flags,
         .disabled = o.disabled,
         .tab_stop = state().menu_rows.empty(),
         .enlarge = false}
    );
    if (!o.disabled)
        state().menu_rows.push_back(id);
    if (touch.hovered && ImGui::GetIO().MouseDelta.x + ImGui::GetIO().MouseDelta.y != 0 &&
        !o.disabled)
        ImGui::SetFocusID(id, window);
    const bool lit = touch.hovered || (touch.focused && state().keyboard);
    if (lit && !o.disabled)
        draw::fill(box, touch.held ? Color::active : Color::hover, 5);
    const Color ink = o.disabled ? Color::text_off : o.destructive ? Color::bad_text : Color::text;
    const Color mark = o.disabled      ? Color::text_off
                       : o.destructive ? Color::bad_text
                                       : Color::text_3;
    float x = box.x + 8;
    if (marks)
        draw::icon({x + 8, box.center().y}, o.icon, 16, mark), x += 24;
    draw::text({x, box.y, box.right() - 8 - caps - detail_width - x, box.h}, label.view(), ink);
    float right = box.right() - 8;
    if (o.checked)
        draw::icon({right - 8, box.center().y}, icon::check_bold, 16, Color::accent_text),
            right -= 24;
    if (!o.shortcut.empty())
        draw::key_caps({right - caps + 16, box.center().y}, o.shortcut);
    if (!o.detail.empty())
        draw::text(
            {right - detail_width, box.y, detail_width, box.h},
            o.detail.view(),
            Color::text_3,
            {.type = Type::small, .align = Align::right}
        );
    if (touch.ring)
        draw::border(box, Color::focus, 5, 2);
    if (o.disabled && !o.disabled_reason.empty())
        detail::tooltip_for(id, box, o.disabled_reason);
    if (touch.pressed)
        _popover.close();
    return touch.pressed;
}

void Menu::separator() {
    const Rect box = place(
        GImGui->CurrentWindow->InnerRect.GetWidth() - 2 * GImGui->CurrentWindow->WindowPadding.x, 9
    );
    draw::fill({box.x, box.y + 4, box.w, draw::hairline()}, Color::line_1);
}

void Menu::heading(Label label) {
    const Rect box = place(std::ceil(text_width(label.view(), {.type = Type::small})) + 16, 28);
    draw::text(
        {box.x + 8, box.y + 4, box.w, box.h - 4},
        label.view(),
        Color::text_3,
        {.type = Type::small, .weight = Weight::medium}
    );
    a11y::text(label, box);
}

bool context_menu_wanted(Rect box) {
    if (!box.contains(ImGui::GetIO().MousePos) || GImGui->HoveredWindow != GImGui->CurrentWindow)
        return false;
    return ImGui::IsMouseClicked(1);
}

namespace detail {
void forget_popovers() {
    const int frame = GImGui->FrameCount;
    for (auto it = popovers.begin(); it != popovers.end();)
        it = it->second.drawn < frame - 1 ? popovers.erase(it) : std::next(it);
}
void reset_popovers() {
    popovers.clear();
}
} // namespace detail

} // namespace carnet::ui
