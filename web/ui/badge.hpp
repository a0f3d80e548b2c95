// Badges (states), tags, counters, filter chips.
#pragma once

#include "shared/domain/client.hpp"
#include "web/ui/layout.hpp"

#include <optional>
#include <string>
#include <vector>

namespace carnet::ui {

struct BadgeOptions {
    Tone tone = Tone::mute;
    const char* icon = nullptr;
    draw::Glyph glyph = draw::Glyph::none;
    bool outlined = false;
    Label spoken = {}; // For the mirror: "État : Actif".
    Label tooltip = {};
    const char* menu_icon = nullptr; // With badge_button(): a chevron.
};
void badge(Label label, const BadgeOptions& options = {});
bool badge_button(Label label, const char* id, const BadgeOptions& options = {});
float badge_width(Label label, const BadgeOptions& options = {});

// States of a client: one look everywhere (design.md §3.5).
BadgeOptions client_state_badge(ClientState state);
void client_state(ClientState state); // The badge with its label, spoken "État : Actif".
Label client_state_label(ClientState state);

// States of a project and of a deliverable, by their words ("to_approve"): the team's program and
// the portal show the same.
BadgeOptions project_state_badge(std::string_view state);
BadgeOptions deliverable_state_badge(std::string_view state);

// "grey", "blue", "green", "amber", "red", "violet" of a tag.
Color tag_color(std::string_view color_word);
struct TagOptions {
    Color dot = Color::mute;
    bool removable = false;
    bool no_dot = false; // "+2".
    const char* id = nullptr;
    float max_width = 0;
};
enum class ChipEvent : std::uint8_t { none, clicked, removed };
ChipEvent tag(Label label, const TagOptions& options = {});
// As many tags as fit in `width`, then "+n" with the rest in its tooltip.
struct TagItem {
    std::string label;
    Color dot = Color::mute;
};
void tag_line(std::span<const TagItem> tags, float width);

struct ChipOptions {
    Label value = {}; // "Actif, Prospect".
    Label word = {};  // "sans", between label and value.
    bool active = false;
    bool removable = false;
    bool open = false; // Its popover is open.
    const char* id = nullptr;
    Label remove_name = {}; // "Retirer le filtre État".
};
ChipEvent chip(Label label, const ChipOptions& options = {}); // A filter.
bool chip_add(Label label, const char* id = nullptr);         // "+ État".

void count(Label number, bool urgent = false); // 12 px, grey, or on red.

} // namespace carnet::ui
