// Inter in three weights and the icon font. Sizes are CSS sizes (of the em), the way the design
// gives them.
#pragma once

#include "web/ui/theme.hpp"

#include <optional>
#include <string_view>

namespace carnet::ui {

struct FontBytes {
    const void* data = nullptr;
    int size = 0;
};
struct FontFiles {
    FontBytes regular, medium, semibold, icons;
};
// The bytes are not copied: they stay alive as long as the program. Without files (native tests) a
// metric-only stand-in is used. After init(), before the first frame.
void load_fonts(const FontFiles& files);

// Pushes the font of a role for as long as it lives: everything measured or drawn by ImGui inside
// uses it.
class TypeScope {
  public:
    explicit TypeScope(Type type, std::optional<Weight> weight = {});
    ~TypeScope();
    TypeScope(const TypeScope&) = delete;
    TypeScope& operator=(const TypeScope&) = delete;
};

struct TextStyle {
    Type type = Type::body;
    std::optional<Weight> weight = {};
    float size = 0; // Overrides the role's size (initials in avatars).
};
float text_width(std::string_view text, TextStyle style = {});
// Height of the text wrapped to `width`, in whole lines of the role.
float wrapped_height(std::string_view text, float width, TextStyle style = {});

} // namespace carnet::ui
