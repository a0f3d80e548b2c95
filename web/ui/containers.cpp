// Regions that scroll, cards, key-value lines, folding sections.
#include "web/ui/button.hpp"
#include "web/ui/icons.hpp"
#include "web/ui/internal.hpp"
#include "web/ui/text.hpp"

#include <cmath>
#include <memory>
#include <optional>

namespace carnet::ui {

using detail::state;

struct Region::Guards {
    std::optional<a11y::Scope> scope;
    std::optional<FocusRegion> focus;
    ImGuiWindow* parent;
    ImVec2 cursor, max;
    float under_bar = 0; // How far the content reaches under the scroll bar.
};

Region::Region(const char* id, Rect box, const RegionOptions& options) : _guards(new Guards) {
    ImGuiWindow* parent = GImGui->CurrentWindow;
    _guards->parent = parent;
    _guards->cursor = parent->DC.CursorPos;
    _guards->max = parent->DC.CursorMaxPos;
    if (options.role) {
        _guards->scope.emplace(options.role, options.name);
        _guards->scope->set_rect(box);
        _guards->focus.emplace(id);
    }
    if (options.fill != Color::clear)
        draw::fill(box, options.fill, options.radius);
    at(box);
    ImGuiWindowFlags flags =
        ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNav;
    if (!options.scroll)
        flags |= ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse;
    if (options.horizontal_scroll)
        flags |= ImGuiWindowFlags_HorizontalScrollbar;
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(options.padding_x, options.padding_y));
    ImGui::BeginChild(
        id,
        {std::max(1.0f, box.w), std::max(1.0f, box.h)},
        ImGuiChildFlags_AlwaysUseWindowPadding,
        flags
    );
    ImGui::PopStyleVar();
    _content = box.inset(options.padding_x, options.padding_y);
    // A bar that lies in the padding takes nothing from the content: columns stay where they are.
    ImGuiWindow* window = GImGui->CurrentWindow;
    if (window->ScrollbarSizes.x <= options.padding_x) {
        _guards->under_bar = window->ScrollbarSizes.x;
        window->ContentRegionRect.Max.x += _guards->under_bar;
    }
}

Region::~Region() {
    GImGui->CurrentWindow->DC.CursorMaxPos.x -= _guards->under_bar;
    ImGui::EndChild();
    ImGuiWindow* parent = _guards->parent;
    // A region stands where it was put; it takes no part in the flow around it.
    parent->DC.CursorPos = _guards->cursor;
    parent->DC.CursorMaxPos = _guards->max;
    parent->DC.IsSetPos = false;
    delete _guards;
}

constexpr float border = 1; // Paddings lie inside the border.

struct Card::State {
    ImDrawListSplitter splitter;
    CardOptions options;
    Rect box;
    detail::BlockFrame block;
};

Card::Card(const CardOptions& options) : _state(new State) {
    ImGuiWindow* window = GImGui->CurrentWindow;
    _state->block = detail::open_block(options.width, false);
    const ImVec2 from = _state->block.origin;
    const float width = _state->block.width;
    _state->options = options;
    _state->box = {from.x, from.y, width, 0};
    _state->splitter.Split(window->DrawList, 2);
    _state->splitter.SetCurrentChannel(window->DrawList, 1);
    at(from.x + options.padding_x + border, from.y + options.padding_y + border);
    ImGui::BeginGroup();
    state().limits.push_back({window, from.x + width - options.padding_x - border});
}

Card::~Card() {
    ImGuiWindow* window = GImGui->CurrentWindow;
    state().limits.pop_back();
    ImGui::EndGroup();
    const CardOptions& o = _state->options;
    Rect box = _state->box;
    box.h = std::max(o.min_height, GImGui->LastItemData.Rect.Max.y - box.y + o.padding_y + border);
    _state->splitter.SetCurrentChannel(window->DrawList, 0);
    draw::surface(box, o.elevation, o.radius, o.fill, o.line);
    _state->splitter.Merge(window->DrawList);
    if (_state->block.in_row) {
        detail::BlockFrame block = _state->block;
        if (o.width > 0)
            block.width = box.w + 2; // A width of its own is not flexible.
        detail::close_block(block, box.w, box.h);
    } else {
        window->DC.CursorPos = box.min();
        ImGui::ItemSize(ImVec2(box.w, box.h), 0);
    }
    state().last_box = box;
    delete _state;
}

void begin_card_header(Label title, Label count) {
    const ImVec2 from = cursor();
    const float width = avail_width();
    // The header stands in the padding: 40 px from the card's edge, its buttons 8 px from the right
    // one.
    at(from.x, from.y - 8);
    detail::open_row({.height = 40, .gap = 8, .width = width + 4});
    heading(title, {.level = 3, .type = Type::body});
    if (!count.empty())
        text(count, {.color = Color::text_3, .type = Type::small, .weight = Weight::medium});
    spring();
}

void end_card_header() {
    detail::close_row();
}

float key_column(float width) {
    return is_phone() ? std::floor(width * 1.16f) : width;
}

KeyValue::KeyValue(Label key, float key_width) {
    detail::open_row({.height = 24, .gap = 6});
    const Rect box = place(key_column(key_width) - 6, 20);
    draw::text({box.x, box.y, box.w + 4, box.h}, key.view(), Color::text_3);
    a11y::text(key, box);
}

KeyValue::~KeyValue() {
    detail::close_row();
}

bool section(Label title, bool& open, const SectionOptions& options) {
    detail::open_row({.height = 32, .gap = 6});
    const float action = options.action_icon ? 30.0f : 0.0f;
    const float width = avail_width() - action;
    const Rect box = place(width, 28);
    const ImGuiID id = detail::id_of(title.view());
    const auto flags =
        static_cast<std::uint32_t>(open ? platform::mirror_expanded : platform::mirror_collapsed);
    const detail::Touch touch = detail::interact(id, box, {.name = title.view(), .flags = flags});
    if (touch.pressed)
        open = !open;
    const Color ink = touch.hovered ? Color::text : Color::text_2;
    draw::icon(
        {box.x + 4, box.center().y}, open ? icon::chevron_down : icon::chevron_right, 14, ink
    );
    const float name_width =
        text_width(title.view(), {.type = Type::small, .weight = Weight::medium});
    draw::text(
        {box.x + 16, box.y, box.w - 16, box.h},
        title.view(),
        ink,
        {.type = Type::small, .weight = Weight::medium}
    );
    draw::text(
        {box.x + 16 + name_width + 6, box.y, 60, box.h},
        options.count.view(),
        Color::text_3,
        {.type = Type::small, .weight = Weight::medium}
    );
    detail::finish(touch, box, metric::radius_control);
    if (options.action_icon && options.action)
        *options.action = icon_button(options.action_icon, options.action_name, {.size = Size::xs});
    detail::close_row();
    return open;
}

} // namespace carnet::ui
