// Avatars: initials on a colour picked by the identifier; round for people, square for clients.
#pragma once

#include "web/ui/layout.hpp"

#include <cstdint>
#include <span>
#include <string>

namespace carnet::ui {

struct AvatarOptions {
    float size = 24; // 20, 24, 28, 32, 40, 48.
    bool square = false;
    bool online = false;             // Green dot.
    Label detail = {};               // Second line of the tooltip: the role.
    bool hidden_from_mirror = false; // Its name stands beside it.
    Color surface = Color::surface;  // Behind it: colour of the gap around the online dot.
};
// `identifier`: of the user, contact or client; never 0.
void avatar(Label name, std::uint64_t identifier, const AvatarOptions& options = {});

struct Person {
    std::uint64_t id = 0;
    std::string name;
    std::string detail = {};
    bool online = false;
};
// Side by side, then "+n" whose tooltip names the rest.
void avatar_group(Label name, std::span<const Person> people, int max = 3, float size = 24);

std::string initials(std::string_view name); // "Claire Fontaine": "CF"; "Kerguen": "KE".

namespace draw {
void avatar(Rect box, std::string_view name, std::uint64_t identifier, bool square);
}

} // namespace carnet::ui
