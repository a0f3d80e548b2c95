// Notes, progress, skeletons, empty states, loading.
#pragma once

#include "web/ui/button.hpp"

namespace carnet::ui {

struct NoteOptions {
    Tone tone = Tone::info;
    const char* icon = nullptr; // By tone when null.
    Label strong = {};          // Bold beginning: "2 champs à corriger."
    Label action = {};          // At the right, as a link.
    Label second_action = {};
    bool closable = false;
    float width = 0;
    bool alert = false; // Announced at once when it appears.
    const char* id = nullptr;
};
enum class NoteEvent : std::uint8_t { none, action, second_action, closed };
NoteEvent note(Label text, const NoteOptions& options = {});

struct ProgressOptions {
    float width = 0;             // 0: avail_width().
    Color color = Color::accent; // Color::ok at 100, Color::warn over 90 for loads.
    float height = 4;
    Label name = {};
};
void progress(float fraction, const ProgressOptions& options = {});

struct SkeletonOptions {
    float width = 0;
    float height = 10;
    bool soft = false;
    float radius = -1; // < 0: half the height.
};
void skeleton(const SkeletonOptions& options = {});
// True once something has been waited for longer than 200 ms (`since_ms` from now_ms()); asks for
// the frame itself.
bool waited_long(double since_ms);
void loading(Label what = {}); // Spinner and a word; the word alone under reduced motion.

struct EmptyStateOptions {
    Label title = {};
    Label text = {};
    Label action = {};
    const char* action_icon = nullptr;
    Label second_action = {};
    bool drawing = true;
    float width = 280;
    bool primary = true; // The action is the screen's primary button.
};
enum class EmptyEvent : std::uint8_t { none, action, second_action };
EmptyEvent empty_state(const EmptyStateOptions& options); // Centred in avail_width() at the cursor.
EmptyEvent empty_state(Rect box, const EmptyStateOptions& options);

} // namespace carnet::ui
