// Dialogs (440, 560, 720; full screen on a phone) and drawers: scrim, focus held inside and given
// back, Échap cancels.
#pragma once

#include "web/ui/layout.hpp"

namespace carnet::ui {

enum class DialogSide : std::uint8_t { center, right, top };
struct DialogOptions {
    Label title = {};
    float width = 440;
    const char* icon = nullptr; // Round mark before the title.
    Tone tone = Tone::info;
    bool close_button = true;
    DialogSide side = DialogSide::center; // `right`: a drawer over the content; `top`: the palette.
    float height = 0;                     // 0: as tall as its content, scrolling beyond the screen.
    bool no_header = false;               // The palette draws its own.
    bool can_close = true; // False: Échap and the scrim do nothing (a write is running).
    bool changed = false;  // What was typed would be lost: closing asks first.
    float padding = 20;
};
// Drawn while `open` is true; closing sets it to false.
//   if (ui::Dialog d{"archive", view.asking, {.title = …}}) { ui::paragraph(…); d.footer(); if
//   (ui::button(…)) d.close(); }
class Dialog {
  public:
    Dialog(const char* id, bool& open, const DialogOptions& options);
    ~Dialog();
    Dialog(const Dialog&) = delete;
    Dialog& operator=(const Dialog&) = delete;
    explicit operator bool() const { return _state != nullptr; }
    void footer(); // What follows stands in the bottom bar; `spring()` for the right end.
    void close();
    float width() const; // Of the content.

  private:
    struct State;
    State* _state = nullptr;
};

enum class Answer : std::uint8_t { none, yes, no, other };
struct ConfirmOptions {
    Label title = {}; // "Mettre 3 clients à la corbeille ?"
    Label text = {};
    Label note = {};   // Amber: consequences.
    Label verb = {};   // The button says the verb of the title.
    Label other = {};  // A third way ("Enregistrer", "Combiner").
    Label cancel = {}; // Default "Annuler".
    const char* icon = nullptr;
    bool danger = false;
    bool busy = false;
};
// A question; closes itself on an answer. The safest button has the focus.
Answer confirm(const char* id, bool& open, const ConfirmOptions& options);
// "Quitter sans enregistrer ?"; yes: what was typed may be lost.
Answer confirm_leave(bool& open);

bool any_dialog_open();
bool any_layer_open(
); // A dialog, or a menu or popover that holds the focus: letters are not commands.

} // namespace carnet::ui
