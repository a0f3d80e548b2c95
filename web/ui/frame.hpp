// The frame around all widgets: start, language, identifiers. The application calls init() once and
// wraps each frame: ImGui::NewFrame(); ui::begin_frame(); … views … ui::end_frame();
// ImGui::Render().
#pragma once

#include "shared/core/i18n.hpp"

#include <imgui.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>

namespace carnet::ui {

// Fills ImGuiStyle and switches the hooks of the mirror on. After ImGui::CreateContext().
void init();
void shutdown();    // Before ImGui::DestroyContext(); forgets everything (tests).
void begin_frame(); // After ImGui::NewFrame(): theme, focus keys, activations of the mirror.
void end_frame();   // Toasts, tooltips, focus, then the mirror is published.

Language language();
void set_language(Language language);

// The current language's text of a catalogue word.
inline const char* t(const Text& text) {
    return tr(text, language());
}

// A visible text: already translated, or a catalogue word. Does not own: use it only as an argument
// of a call.
class Label {
  public:
    Label() = default;
    Label(const char* text) : _text(text ? text : "") {}
    Label(const std::string& text) : _text(text) {}
    Label(std::string_view text) : _text(text) {}
    Label(const Text& text) : _text(t(text)) {}
    std::string_view view() const { return _text; }
    std::string str() const { return std::string(_text); }
    bool empty() const { return _text.empty(); }

  private:
    std::string_view _text;
};

// A visible text that is kept (options of containers that live longer than one call).
class OwnedLabel {
  public:
    OwnedLabel() = default;
    template <class T>
    requires std::is_convertible_v<T, Label> OwnedLabel(const T& text)
        : _text(Label(text).view()) {}
    std::string_view view() const { return _text; }
    operator Label() const { return _text; }
    bool empty() const { return _text.empty(); }

  private:
    std::string _text;
};

// Makes the identifiers of the widgets inside it different. In loops: the record's id, never the
// index.
class Id {
  public:
    explicit Id(std::int64_t key);
    explicit Id(std::string_view key);
    ~Id();
    Id(const Id&) = delete;
    Id& operator=(const Id&) = delete;
};

// Everything inside is drawn disabled and refuses input.
class Disabled {
  public:
    explicit Disabled(bool disabled = true);
    ~Disabled();
    Disabled(const Disabled&) = delete;
    Disabled& operator=(const Disabled&) = delete;
};

double now_ms(); // Monotonic time of this frame; durations and animations.
void animate_for(int ms
); // More frames for this long (hover fades, slides); nothing under reduced motion.

} // namespace carnet::ui
