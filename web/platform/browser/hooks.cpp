// What window.__carnet answers from (page-hooks): published by the views while they draw, valid
// once the frame was submitted. JavaScript reads it only when it is asked.
#include "web/platform/browser/page.hpp"
#include "web/platform/platform.hpp"

#include <map>

namespace carnet::platform {
namespace {

struct Rect {
    float x, y, w, h;
};
struct Published {
    std::string state = "null";
    std::map<std::string, Rect, std::less<>> rects;
};
Published drawing, submitted;
bool busy = false;
bool tab_first = false, tab_last = false;
Rect asked;

} // namespace

void publish_state(std::string json) {
    drawing.state = std::move(json);
}

void publish_rect(std::string_view name, float x, float y, float w, float h) {
    drawing.rects.insert_or_assign(std::string(name), Rect{x, y, w, h});
}

void publish_busy(bool now) {
    busy = now;
}

void publish_tab_edges(bool first, bool last) {
    tab_first = first;
    tab_last = last;
}

void hooks_end_of_frame() {
    submitted.state = drawing.state;
    std::swap(submitted.rects, drawing.rects);
    drawing.rects.clear();
}

extern "C" {

EMSCRIPTEN_KEEPALIVE const char* app_state() {
    return submitted.state.c_str();
}

EMSCRIPTEN_KEEPALIVE int app_busy() {
    return busy ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE int app_tab_leaves(int back) {
    return back ? tab_first : tab_last;
}

// Four floats, or null.
EMSCRIPTEN_KEEPALIVE const float* app_rect(const char* name) {
    const auto found = submitted.rects.find(std::string_view(name));
    if (found == submitted.rects.end())
        return nullptr;
    asked = found->second;
    return &asked.x;
}

} // extern "C"

} // namespace carnet::platform
