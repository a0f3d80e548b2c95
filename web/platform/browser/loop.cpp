// Drawing on demand (wasm-ui §14): one animation frame is asked for when something woke the loop,
// none otherwise. Also sizes (§13), and the loss of the GL context (§16).
#include "web/platform/browser/page.hpp"
#include "web/platform/platform.hpp"

#include <imgui.h>
#include <imgui_impl_opengl3.h>

#include <emscripten/html5.h>

#include <algorithm>
#include <functional>
#include <utility>

namespace carnet::platform {
namespace {

struct Loop {
    void (*draw)() = nullptr;
    Screen screen;
    int wanted = 0;
    int pressed = 0; // Of these, frames until what was pressed has had its effect.
    bool scheduled = false;
    bool lost = false;
    bool hidden = false;
    bool drawing = false;
    int frames = 0;
    int timers = 0; // Running wake_after() that idle() waits for.
    std::function<bool()> work;
};
Loop loop;

// Longer ones (a toast that goes away) are not something that is still to happen for whoever waits
// for idle().
constexpr int longest_timer_of_idle_ms = 1000;

EM_JS(void, page_frame_drawn, (int more), { carnet.loop.drawn(more); });
EM_JS(double, page_clock_offset, (), { return carnet.net.clockOffset; });

EM_BOOL on_animation_frame(double, void*);

void schedule() {
    if (loop.scheduled || loop.lost || loop.hidden || !loop.draw)
        return;
    loop.scheduled = true;
    emscripten_request_animation_frame(on_animation_frame, nullptr);
}

void draw_now() {
    if (!loop.draw || loop.lost || loop.screen.buffer_width == 0 || loop.drawing)
        return;
    loop.drawing = true;
    loop.wanted = std::max(0, loop.wanted - 1);
    loop.pressed = std::max(0, loop.pressed - 1);
    loop.draw();
    loop.drawing = false;
    ++loop.frames;
    if (loop.wanted > 0)
        schedule();
    page_frame_drawn(loop.scheduled);
}

EM_BOOL on_animation_frame(double, void*) {
    loop.scheduled = false;
    draw_now();
    return EM_FALSE;
}

void timer_over(void* counted) {
    if (counted)
        --loop.timers;
    wake(3);
}

void work_on(void*) {
    // It may put another in its place while it runs.
    auto work = std::exchange(loop.work, nullptr);
    const bool more = work();
    if (loop.work)
        return;
    if (more)
        work_between_frames(std::move(work));
    else
        page_frame_drawn(loop.scheduled);
}

} // namespace

void append_json(std::string& json, std::string_view text) {
    static constexpr char digits[] = "0123456789abcdef";
    json += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            json += '\\';
            json += c;
        } else if (byte < 0x20) {
            json += "\\u00";
            json += digits[byte >> 4];
            json += digits[byte & 15];
        } else {
            json += c;
        }
    }
    json += '"';
}

const Screen& screen() {
    return loop.screen;
}

void set_frame(void (*draw)()) {
    loop.draw = draw;
}

void start_loop() {
    wake(3);
}

void wake(int frames) {
    loop.wanted = std::max(loop.wanted, frames);
    schedule();
}

void wake_for_press(int frames) {
    loop.pressed = std::max(loop.pressed, frames);
    wake(frames);
}

void wake_after(int ms) {
    const bool counted = ms <= longest_timer_of_idle_ms;
    if (counted)
        ++loop.timers;
    emscripten_async_call(timer_over, reinterpret_cast<void*>(counted ? 1 : 0), ms);
}

void work_between_frames(std::function<bool()> work) {
    const bool waits = static_cast<bool>(loop.work);
    loop.work = std::move(work);
    if (!waits)
        emscripten_async_call(work_on, nullptr, 0);
}

double monotonic_ms() {
    return emscripten_get_now();
}

std::int64_t now_ms() {
    return static_cast<std::int64_t>(emscripten_date_now() + page_clock_offset());
}

EM_JS(int, page_utc_offset, (double at), { return -new Date(at).getTimezoneOffset(); });
int utc_offset_minutes(std::int64_t at_ms) {
    return page_utc_offset(static_cast<double>(at_ms));
}

extern "C" {

EMSCRIPTEN_KEEPALIVE void app_wake(int frames) {
    wake(frames);
}

// Somebody types faster than frames come: what was pressed before has its effect first, so that
// the letter after Tab goes into the next field and not into the one that is being left.
EMSCRIPTEN_KEEPALIVE void app_catch_up() {
    for (int left = loop.pressed; left > 0; --left)
        draw_now();
}

EMSCRIPTEN_KEEPALIVE int app_frames() {
    return loop.frames;
}

// Bits: 1 a frame, 2 a timer, 4 a newer mirror, 8 not started, 16 work between frames.
EMSCRIPTEN_KEEPALIVE int app_pending() {
    int bits = 0;
    if (loop.scheduled || loop.wanted > 0)
        bits |= 1;
    if (loop.timers > 0)
        bits |= 2;
    if (mirror_pending())
        bits |= 4;
    if (!loop.draw || loop.frames == 0)
        bits |= 8;
    if (loop.work)
        bits |= 16;
    return bits;
}

// A canvas whose size changes is cleared at once: draw in the same task.
EMSCRIPTEN_KEEPALIVE void
app_resize(float width, float height, int buffer_width, int buffer_height) {
    loop.screen = {width, height, buffer_width, buffer_height};
    loop.wanted = std::max(loop.wanted, 3);
    draw_now();
    schedule();
}

EMSCRIPTEN_KEEPALIVE void app_visibility(int visible) {
    loop.hidden = !visible;
    if (visible) {
        loop.scheduled = false;
        wake(3);
    }
}

EMSCRIPTEN_KEEPALIVE void app_gl_lost() {
    loop.lost = true;
}

EMSCRIPTEN_KEEPALIVE void app_gl_restored() {
    loop.lost = false;
    loop.scheduled = false;
    ImGui_ImplOpenGL3_DestroyDeviceObjects();
    wake(3);
}

// Only for the test of the crash panel.
EMSCRIPTEN_KEEPALIVE void app_crash_for_test() {
    std::abort();
}

} // extern "C"

} // namespace carnet::platform
