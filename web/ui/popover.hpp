// Popovers and menus, anchored to the widget drawn before them. Échap and a click outside close;
// the focus goes back.
#pragma once

#include "web/ui/layout.hpp"

namespace carnet::ui {

enum class Side2 : std::uint8_t { below, above, right };
struct PopoverOptions {
    float width = 0; // 0: natural, at least the anchor's.
    float max_height = 480;
    float padding = 5;        // With the border.
    bool align_right = false; // Right edges together.
    Label name = {};          // Accessible name.
    std::string_view role = "dialog";
    Rect anchor = {}; // Empty: the last widget.
    bool at_pointer = false;
    bool keep_focus = false; // The field under it keeps typing (suggestions): no focus is taken.
};
void open_popover(const char* id); // Opens at the next Popover of this id.
bool popover_is_open(const char* id);

// if (ui::Popover p{"filter", {.width = 280}}) { … p.close(); }
class Popover {
  public:
    explicit Popover(const char* id, const PopoverOptions& options = {});
    ~Popover();
    Popover(const Popover&) = delete;
    Popover& operator=(const Popover&) = delete;
    explicit operator bool() const { return _open; }
    void close();

  private:
    struct Guards;
    bool _open = false;
    Guards* _guards = nullptr;
};

struct MenuItemOptions {
    const char* icon = nullptr;
    std::string_view shortcut = {};
    bool disabled = false;
    Label disabled_reason = {};
    bool destructive = false; // Red; last, after a separator.
    bool checked = false;     // A tick at the right.
    bool checkable = false;
    const char* id = nullptr;
    Label detail = {};
};
// A popover with role=menu; arrows move, letters jump, Entrée chooses and closes.
class Menu {
  public:
    explicit Menu(const char* id, PopoverOptions options = {});
    explicit operator bool() const { return static_cast<bool>(_popover); }
    bool item(Label label, const MenuItemOptions& options = {});
    void separator();
    void heading(Label label);
    ~Menu();

  private:
    Popover _popover;
};
inline void open_menu(const char* id) {
    open_popover(id);
}
// Opens the menu at the pointer after a right click, a long press or the menu key on `box`.
bool context_menu_wanted(Rect box);

} // namespace carnet::ui
