// Shared by the files of web/ui only: the state of the interface and the one behaviour every widget
// is made of.
#pragma once

#include "web/ui/a11y.hpp"
#include "web/ui/focus.hpp"
#include "web/ui/layout.hpp"
#include "web/ui/tooltip.hpp"

#include <imgui_internal.h>

#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

namespace carnet::ui::detail {

struct FocusEntry {
    ImGuiID id;
    ImGuiID trap; // Popover or dialog it lies in; 0: the page.
    ImGuiID region;
    bool tab_stop;
    bool late = false; // Takes the focus of a layer that opens only if nothing else can.
};

struct Trap {
    ImGuiID id;
    ImGuiID return_to; // Focus before it opened.
};

struct RowMemory {
    float natural = 0; // Width of everything but springs and `fill` children.
    float height = 0;
    int flexible = 0; // Children that take what is left; with none, springs do.
    int springs = 0;
    int seen = 0; // Frame.
};

struct RowFrame {
    ImGuiWindow* window;
    ImGuiID id;
    ImVec2 cursor_before, max_before;
    float x0, y0, x, y, width, height, gap, flex;
    float natural, tallest, widest_right, spring;
    int flexible, springs;
    bool wrap, first, cell, own_width;
    Align align;
};

struct WidthLimit {
    ImGuiWindow* window;
    float right;
};

// A box of vertical flow (card, columns, column) that may stand in a row: inside, the row is out of
// sight.
struct BlockFrame {
    ImVec2 origin;
    float width; // Limit of its content.
    bool in_row;
    ImGuiID id;
};

struct PendingTooltip {
    ImGuiID id = 0;
    Rect box;
    std::string text, shortcut, second;
    float max_width = 280;
};

struct Hover {
    ImGuiID id;
    double since;
};

// The gallery shows widgets as if they were hovered, held or focused.
enum class Forced : std::uint8_t { none, hover, press, focus };

// A text field that was drawn with the focus in `frame`.
struct EditedField {
    ImGuiID id = 0;
    int frame = 0;
};

struct State {
    // Settings
    Language language = Language::fr;
    ThemeChoice theme_choice = ThemeChoice::system;
    Scheme scheme = Scheme::light;
    bool more_contrast = false, reduced_motion = false, coarse = false;
    float pixel = 1; // One device pixel.
    double now = 0;
    // Fonts
    ImFont* fonts[3] = {};
    ImFont* line_font = nullptr; // Its size is the line height 20 for 13: text fields.
    ImFont* icons = nullptr;
    // Focus
    std::vector<FocusEntry> order, last_order;
    std::vector<ImGuiID> trap_stack, region_stack; // While drawing.
    std::vector<Trap> traps, last_traps;           // Open in this frame, outermost first.
    ImGuiID pending_focus = 0;
    bool focus_next = false;
    bool focus_tab = false; // A tab was chosen by an arrow: the focus follows.
    bool keyboard = false;
    bool escape = false, tab = false, tab_back = false;
    bool typing = false;
    bool letters = true;             // Letters alone are commands.
    std::vector<EditedField> edited; // Text fields that have the focus or have just lost it.
    bool list_field = false;         // The active field serves an open list: Tab is the list's.
    ImGuiID focus_before_frame = 0;
    std::vector<ImGuiID> menu_rows; // Of the menu being drawn.
    // Mirror
    ImGuiID activation = 0;
    // Layout
    std::vector<RowFrame> rows;
    std::vector<WidthLimit> limits;
    std::vector<BlockFrame> columns;
    std::unordered_map<ImGuiID, RowMemory> row_memory;
    std::unordered_map<ImGuiID, int> seen_rows;
    Rect last_box;
    ImGuiID last_id = 0;
    ImGuiID quick_click = 0; // Pressed in the very frame in which the pointer arrived.
    ImGuiWindow* quick_window = nullptr;
    // Tooltip
    ImGuiID hover_id = 0, hover_now = 0;
    double hover_since = 0;
    // Everything under the pointer, a row as well as the button in it, and since when.
    std::vector<Hover> hovers, hovers_before;
    PendingTooltip tooltip;
    double animate_until = 0, still_until = 0; // The second one with reduced motion.
    Forced forced = Forced::none;
};
State& state();

// Keys that ImGui's own navigation must not take: arrows, Tab, Escape, Page keys.
inline constexpr float scrollbar_size = 14; // ImGui leaves 3 px on each side of the thumb.
inline constexpr ImGuiID key_owner = 0x0CA21E70;
bool key(ImGuiKey which, bool repeat = true); // Pressed, unless a text field owns it.

struct Item {
    std::string_view role = "button";
    std::string_view name = {};
    std::string_view value = {};
    std::string_view description = {};
    std::string_view href = {};
    std::uint32_t flags = 0;
    bool disabled = false;
    bool tab_stop = true;
    bool focusable = true;
    float radius = metric::radius_control; // Of the focus ring; < 0: the widget draws its own.
    bool activate_by_key = true;
    bool mirror = true;
    ImGuiButtonFlags buttons = 0;
    bool allow_overlap = false;
    int level = 0, row_index = 0, col_index = 0;
    bool enlarge = true; // Hit box of 44 px on coarse pointers.
};
struct Touch {
    bool pressed = false, hovered = false, held = false, focused = false, ring = false,
         visible = false;
    float hover_part = 1; // Of the hover colour: it comes in 80 ms (design §8).
};
// Behaviour, focus and mirror node of one widget in its box. Draws nothing; see finish().
Touch interact(ImGuiID id, Rect box, const Item& item);
void finish_quick_click();
// The ring over the widget, once it is drawn.
void finish(const Touch& touch, Rect box, float radius);

ImGuiID id_of(std::string_view text);        // In the current identifier scope.
ImGuiID id_of(const char* id, Label label);  // `id` when given, else the label.
void focus_entry(ImGuiID id, bool tab_stop); // For widgets that don't go through interact().
void take_focus(ImGuiID id);                 // Now, for the item just added.
bool is_focused(ImGuiID id);
void move_focus(ImGuiID id); // By a key: the ring shows.

void open_row(const RowOptions& options);
void close_row();
// A row of one table cell: `fill` is what is left, nothing is remembered from frame to frame.
void open_cell(Rect box, Align align, float gap = 8);
void close_cell();
BlockFrame open_block(float width, bool centered);
// Takes its place in the row. `used`: what it fills; as wide as its limit means: flexible.
void close_block(const BlockFrame& block, float used_width, float used_height);
bool in_row(); // A widget without a width of its own takes what the others leave.

ImGuiID focus_to_return_to();
void push_trap(ImGuiID id, ImGuiID return_to);
void pop_trap();
ImGuiID top_trap();             // Of the last frame.
ImGuiID current_trap();         // Being drawn.
bool take_escape(ImGuiID trap); // Échap, when `trap` is the topmost.

void wake_soon(int frames = 2);
ImDrawList* list();
void apply_imgui_colors();
void style_start();
std::string two(std::string_view a, std::string_view b);
std::string named(const char* pattern, std::string_view name); // `{name}` filled in.
inline ImRect to_rect(Rect r) {
    return {r.x, r.y, r.x + r.w, r.y + r.h};
}
inline Rect from_rect(const ImRect& r) {
    return {r.Min.x, r.Min.y, r.GetWidth(), r.GetHeight()};
}
bool reduced_motion();
// Fades a drawn window in, sliding from `slide` to its place; called after End(), each frame.
inline constexpr int motion_popover_ms = 120, motion_modal_ms = 150;
inline constexpr float motion_slide = 4;
// How much of its hover colour something under the pointer has, 0 to 1.
float hover_part(ImGuiID id);
void appear(ImGuiWindow* window, double since_ms, int duration_ms, ImVec2 slide);
// The same for what was drawn since `first_vertex`.
void appear_from(
    ImDrawList& list, int first_vertex, double since_ms, int duration_ms, ImVec2 slide
);
std::size_t cut_utf8(std::string_view text, std::size_t bytes); // Largest boundary ≤ bytes.

void begin_focus_frame();
void end_focus_frame();
void forget_windows(); // Popovers and dialogs that were not drawn in this frame.
void reset_windows();

} // namespace carnet::ui::detail
