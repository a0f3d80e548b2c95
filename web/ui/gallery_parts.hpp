// What the sheets of the gallery share.
#pragma once

#include "web/ui/internal.hpp"
#include "web/ui/ui.hpp"

namespace carnet::ui::gallery {

using detail::Forced;

// Draws what follows as if it were hovered, pressed or focused.
class Force {
  public:
    explicit Force(Forced forced) { detail::state().forced = forced; }
    ~Force() { detail::state().forced = Forced::none; }
};

void section_title(Label title, Label hint = {});
void label_cell(Label words, float width);

void marks_ui(); // gallery_marks.cpp

} // namespace carnet::ui::gallery
