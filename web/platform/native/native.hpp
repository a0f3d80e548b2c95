// The browser of native tests: nothing happens by itself. Tests set what the person or the server
// does, and look at what the application asked for. One world per process; reset() between tests.
#pragma once

#include "web/platform/platform.hpp"

#include <map>

namespace carnet::platform::native {

struct SentRequest {
    HttpRequest request;
    std::function<void(std::string_view)> piece; // Streaming ones only.
    std::function<void(HttpResponse)> done;      // Empty once answered.
};

struct World {
    double now_ms = 0;                       // Monotonic clock.
    std::int64_t utc_ms = 1'795'000'000'000; // 2026-11-18.
    int wanted_frames = 0;
    int timer_ms = -1; // The shortest wake_after().
    std::string path = "/";
    std::vector<std::string> history{"/"};
    std::string popped; // Set: back or forward was used.
    std::string title, language, opened_url, crash_report, downloaded, copied_plain;
    bool unsaved = false, sign_in_shown = false, signed_in = false, reloaded = false, online = true;
    ByteRange composition;
    bool tab_first = false, tab_last = false;
    bool dark = false, coarse = false, reduced_motion = false, contrast = false, mac = false;
    float keyboard_inset = 0;
    std::map<std::string, std::string, std::less<>> storage;
    std::vector<SentRequest> requests;
    std::vector<MirrorNode> mirror; // As last published.
    std::vector<std::uint32_t> activations, focuses;
    std::vector<std::pair<std::string, bool>> announcements; // Text, assertive.
    std::string state = "null";
    std::map<std::string, std::vector<float>, std::less<>> rects;
    bool busy = false;
    std::uint32_t agent_id = 0; // The field that is shown, 0: none.
    AgentField agent_field;
    AgentText agent_text;                     // As the application last gave it.
    std::map<std::uint32_t, AgentText> typed; // Texts for agent_take().
    bool composing = false;
    std::function<void(PickedFile)> pick_receiver;
    std::function<void(PickedFile, float, float)> drop_receiver;
    std::int64_t live_since = -1; // -1: closed.
    std::function<void(std::string_view, std::string_view)> live_event;
};

World& world();
void reset();

// The person types: the field's whole text becomes this, the caret at its end.
void type(std::uint32_t id, std::string_view text);
// Answers the oldest open request of this method and path (its start, up to a question mark, is
// enough). False: none.
bool answer(std::string_view method, std::string_view path, HttpResponse response);

} // namespace carnet::platform::native
