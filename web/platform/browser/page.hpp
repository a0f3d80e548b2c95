// What the files of the browser implementation share: strings to and from JavaScript, and the
// loop's inner side. JavaScript lives in web/glue; a function here that is called from there is
// `extern "C" EMSCRIPTEN_KEEPALIVE app_…`.
#pragma once

#include <emscripten.h>

#include <cstdlib>
#include <string>
#include <string_view>

namespace carnet::platform {

// A string that JavaScript allocated with carnet.keep().
inline std::string taken(char* text) {
    std::string result = text ? text : "";
    std::free(text);
    return result;
}

// Appends `text` as a JSON string.
void append_json(std::string& json, std::string_view text);

// The page as the loop draws it.
struct Screen {
    float width = 0, height = 0;             // CSS pixels.
    int buffer_width = 0, buffer_height = 0; // Device pixels.
};
const Screen& screen();

// What main.cpp gives the loop: one drawn frame.
void set_frame(void (*draw)());
void start_loop(); // The first frame may be drawn from now on.
// wake(), after a key or a button: the next key waits for these frames (app_catch_up).
void wake_for_press(int frames);
bool mirror_pending(); // A newer tree waits to be sent.
void mirror_flush();
void agent_end_of_frame(); // Forgets texts that nobody took.
void hooks_end_of_frame(); // What was published in this frame is what the hooks answer from now on.

} // namespace carnet::platform
