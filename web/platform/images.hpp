// Pictures from the server, as textures to draw. Of the portal alone: the team's program does not
// link it.
#pragma once

#include <string>

namespace carnet::platform {

struct Picture {
    unsigned texture = 0;        // 0: still on its way, or no picture.
    float width = 0, height = 0; // Of the texture.
};
// Fetches the file of a path the first time and wakes the program when it is there; larger ones
// are made as small as `side` pixels allow.
const Picture& picture(const std::string& path, int side);

} // namespace carnet::platform
