// Placing widgets: rows centred on one line, columns of a form, scrolling regions, cards. Widgets
// flow like ImGui's own items from the cursor; `at(box)` moves the cursor. Width 0 in a widget's
// options means its natural width, `fill` the width that is left.
#pragma once

#include "web/ui/draw.hpp"

#include <initializer_list>
#include <optional>
#include <span>

namespace carnet::ui {

inline constexpr float fill = -1; // As a width: all that is left.

Rect viewport();     // The whole canvas, less the soft keyboard.
float avail_width(); // Left of the current row, column, card or region.
ImVec2 cursor();     // Where the next widget goes, screen coordinates.
void at(float x, float y);
inline void at(Rect box) {
    at(box.x, box.y);
}
void space(float height);         // Vertical; inside a Row: horizontal.
void separator(float margin = 0); // `line_1`, full width; inside a Row: the short vertical one.

// Limits avail_width() (a column in the middle of a page).
class Width {
  public:
    explicit Width(float width);
    ~Width();
    Width(const Width&) = delete;
    Width& operator=(const Width&) = delete;
};

struct RowOptions {
    float height = 0; // 0: the tallest child of the last frame, at least 20.
    float gap = 8;
    float width = 0;          // 0: avail_width().
    float padding = 0;        // Left and right.
    bool wrap = false;        // Children that don't fit start a new line (`gap` between lines).
    const char* id = nullptr; // Needed when two rows with springs share a parent and may swap.
};
// Children from left to right, centred vertically.
class Row {
  public:
    explicit Row(const RowOptions& options = {});
    ~Row();
    Row(const Row&) = delete;
    Row& operator=(const Row&) = delete;
};
void spring(); // Pushes what follows to the right end of the Row.
// The box the next `width` × `height` widget of this Row, column or flow takes; for things a view
// draws itself.
Rect place(float width, float height);

// A bar with a line under it (or over it): top bar 48, filter bar 44, footer 36. Fills the box.
struct BarOptions {
    float padding = 16;
    float gap = 8;
    Color fill = Color::clear;
    Color line = Color::line_1;
    bool line_on_top = false;
};
class Bar {
  public:
    Bar(Rect box, const BarOptions& options = {});
    ~Bar();
    Bar(const Bar&) = delete;
    Bar& operator=(const Bar&) = delete;

  private:
    std::optional<Row> _row;
};

// Cells side by side with shares of the width: `Columns c({1, 1.4f}); field…; c.next(); field…;`.
// On a phone they stack. A share of 0: no such cell.
struct ColumnsOptions {
    float gap = 12;
    bool stack_on_phone = true;
};
class Columns {
  public:
    Columns(std::initializer_list<float> shares, const ColumnsOptions& options = {});
    ~Columns();
    void next();
    Columns(const Columns&) = delete;
    Columns& operator=(const Columns&) = delete;

  private:
    void open(int index);
    void close();
    float _shares[8];
    int _count = 0, _index = 0;
    float _gap = 0, _x = 0, _y = 0, _width = 0, _bottom = 0;
    bool _stacked = false;
};

// Children one under the other with a fixed gap instead of the default 8.
class Column {
  public:
    explicit Column(float gap = 8);
    ~Column();
    Column(const Column&) = delete;
    Column& operator=(const Column&) = delete;

  private:
    float _before;
};

// A part of the screen with its own clipping and, when its content is taller, its own 8 px scroll
// bar.
struct RegionOptions {
    float padding_x = 0, padding_y = 0;
    Color fill = Color::clear; // Only when it differs from what lies below.
    float radius = 0;
    bool scroll = true;
    bool horizontal_scroll = false;
    const char* role = nullptr; // "main", "complementary", "navigation", "region": also an F6 stop.
    OwnedLabel name = {};       // Accessible name of the role.
};
class Region {
  public:
    Region(const char* id, Rect box, const RegionOptions& options = {});
    ~Region();
    Region(const Region&) = delete;
    Region& operator=(const Region&) = delete;
    Rect content() const { return _content; } // Inside the padding, before scrolling.

  private:
    struct Guards;
    Guards* _guards;
    Rect _content;
};
void scroll_to_top();                        // Of the current Region, at the next frame.
bool scrolled_to_bottom(float margin = 200); // Load more.

// A bordered box of radius 8 around what is drawn while it lives; as tall as its content.
struct CardOptions {
    float padding_x = 16, padding_y = 16;
    float width = 0; // 0: avail_width().
    Color fill = Color::surface;
    Color line = Color::line_2;
    Elevation elevation = Elevation::flat;
    float radius = metric::radius_card;
    float min_height = 0;
};
class Card {
  public:
    explicit Card(const CardOptions& options = {});
    ~Card();
    Card(const Card&) = delete;
    Card& operator=(const Card&) = delete;

  private:
    struct State;
    State* _state;
};
// "Adresses 2 … +": 40 px title line of a card; draw buttons after it (they go to the right end),
// then end_card_header().
void begin_card_header(Label title, Label count = {});
void end_card_header();

// A line "Label   value" of the identity panel: key column 100 px; the value is whatever widgets
// are drawn inside.
float key_column(float width = 100); // As wide as the phone's larger letters need it.
class KeyValue {
  public:
    explicit KeyValue(Label key, float key_width = 100);
    ~KeyValue();
    KeyValue(const KeyValue&) = delete;
    KeyValue& operator=(const KeyValue&) = delete;
};

// A folding section title of a sidebar ("Informations ▾"). Returns whether it is open; draws
// `action` at the right.
struct SectionOptions {
    Label count = {};
    const char* action_icon = nullptr;
    Label action_name = {}; // Tooltip and accessible name of the action.
    bool* action = nullptr; // Set when the action was clicked.
};
bool section(Label title, bool& open, const SectionOptions& options = {});

} // namespace carnet::ui
