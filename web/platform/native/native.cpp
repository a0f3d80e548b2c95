// The native stand-in for the browser; see native.hpp.
#include "web/platform/native/native.hpp"

#include <algorithm>

namespace carnet::platform {

namespace native {

World& world() {
    static World the_world;
    return the_world;
}

void reset() {
    world() = World{};
}

void type(std::uint32_t id, std::string_view text) {
    const int end = static_cast<int>(text.size());
    world().typed.insert_or_assign(id, AgentText{std::string(text), end, end});
    wake();
}

bool answer(std::string_view method, std::string_view path, HttpResponse response) {
    auto& requests = world().requests;
    const auto found = std::find_if(requests.begin(), requests.end(), [&](const SentRequest& item) {
        const std::string_view asked = item.request.path;
        return item.done && item.request.method == method &&
               (asked == path ||
                (asked.starts_with(path) && asked.substr(path.size()).starts_with("?")));
    });
    if (found == requests.end())
        return false;
    const auto done = std::move(found->done);
    found->done = nullptr;
    if (found->piece && response.status == 200) {
        const auto piece = found->piece;
        piece(response.body);
        response.body.clear();
    }
    done(std::move(response));
    wake();
    return true;
}

} // namespace native

using native::world;

void wake(int frames) {
    world().wanted_frames = std::max(world().wanted_frames, frames);
}
void wake_after(int ms) {
    if (world().timer_ms < 0 || ms < world().timer_ms)
        world().timer_ms = ms;
}
void work_between_frames(std::function<bool()> work) {
    while (work()) {
    }
}
double monotonic_ms() {
    return world().now_ms;
}
std::int64_t now_ms() {
    return world().utc_ms + static_cast<std::int64_t>(world().now_ms);
}
int utc_offset_minutes(std::int64_t) {
    return 60;
}

void agent_show(const AgentField& field, const AgentText& text) {
    world().agent_id = field.id;
    world().agent_field = field;
    world().agent_text = text;
}
void agent_sync(std::uint32_t id, const AgentText& text) {
    if (world().agent_id == id)
        world().agent_text = text;
}
void agent_hide() {
    world().agent_id = 0;
}
bool agent_take(std::uint32_t id, AgentText& text) {
    const auto found = world().typed.find(id);
    if (found == world().typed.end())
        return false;
    text = std::move(found->second);
    world().typed.erase(found);
    return true;
}
bool agent_composing() {
    return world().composing;
}

ByteRange agent_composition() {
    return world().composition;
}

void mirror_publish(std::span<const MirrorNode> nodes) {
    world().mirror.assign(nodes.begin(), nodes.end());
}

namespace {
bool take(std::vector<std::uint32_t>& queue, std::uint32_t& id) {
    if (queue.empty())
        return false;
    id = queue.front();
    queue.erase(queue.begin());
    return true;
}
} // namespace

bool mirror_take_activation(std::uint32_t& id) {
    return take(world().activations, id);
}
bool mirror_take_focus(std::uint32_t& id) {
    return take(world().focuses, id);
}
void publish_tab_edges(bool first, bool last) {
    world().tab_first = first;
    world().tab_last = last;
}
void announce(std::string_view text, bool assertive) {
    world().announcements.emplace_back(std::string(text), assertive);
}

bool is_mac() {
    return world().mac;
}
bool coarse_pointer() {
    return world().coarse;
}
bool prefers_dark() {
    return world().dark;
}
bool prefers_reduced_motion() {
    return world().reduced_motion;
}
bool prefers_contrast() {
    return world().contrast;
}
std::string browser_language() {
    return "fr-FR";
}
float keyboard_inset() {
    return world().keyboard_inset;
}

std::string current_path() {
    return world().path;
}
std::string page_origin() {
    return "http://localhost";
}

void push_path(std::string_view path) {
    world().path = path;
    world().history.emplace_back(path);
}
void replace_path(std::string_view path) {
    world().path = path;
    world().history.back() = path;
}
bool take_popstate(std::string& path) {
    if (world().popped.empty())
        return false;
    path = world().path = std::move(world().popped);
    world().popped.clear();
    return true;
}
void set_title(std::string_view title) {
    world().title = title;
}
void set_language(std::string_view tag) {
    world().language = tag;
}
void open_url(std::string_view url) {
    world().opened_url = url;
}
void leave_to(std::string_view url) {
    world().opened_url = url;
}
void reload_page() {
    world().reloaded = true;
}
void set_unsaved(bool unsaved) {
    world().unsaved = unsaved;
}

void send(HttpRequest request, std::function<void(HttpResponse)> done) {
    world().requests.push_back({std::move(request), {}, std::move(done)});
}
void send_streaming(
    HttpRequest request,
    std::function<void(std::string_view)> piece,
    std::function<void(HttpResponse)> done
) {
    world().requests.push_back({std::move(request), std::move(piece), std::move(done)});
}
int requests_in_flight() {
    const auto& all = world().requests;
    return static_cast<int>(std::count_if(all.begin(), all.end(), [](const auto& item) {
        return bool(item.done);
    }));
}
std::string random_key() {
    static int last = 0;
    std::string digits = std::to_string(++last);
    return std::string(32 - digits.size(), '0') + digits;
}
bool online() {
    return world().online;
}

void live_open(std::int64_t since, std::function<void(std::string_view, std::string_view)> event) {
    world().live_since = since;
    world().live_event = std::move(event);
}
void live_close() {
    world().live_since = -1;
    world().live_event = nullptr;
}
bool live_connected() {
    return world().live_since >= 0;
}

void show_sign_in(bool) {
    world().sign_in_shown = true;
}
bool take_signed_in() {
    return std::exchange(world().signed_in, false);
}
void show_crash(std::string_view report) {
    world().crash_report = report;
}

void copy_text(std::string_view plain) {
    world().copied_plain = plain;
}
void pick_file(std::string_view, std::function<void(PickedFile)> picked, bool) {
    world().pick_receiver = std::move(picked);
}
void on_drop(std::function<void(PickedFile, float, float)> dropped) {
    world().drop_receiver = std::move(dropped);
}
void on_upload(std::function<void(std::uint32_t, const UploadNews&)>) {}
void upload(std::uint32_t) {}
void cancel_upload(std::uint32_t) {}
void download(std::string_view path) {
    world().downloaded = path;
}

std::string stored(std::string_view key) {
    const auto found = world().storage.find(key);
    return found == world().storage.end() ? std::string() : found->second;
}
void store(std::string_view key, std::string_view value) {
    if (value.empty())
        world().storage.erase(std::string(key));
    else
        world().storage.insert_or_assign(std::string(key), std::string(value));
}

void publish_state(std::string json) {
    world().state = std::move(json);
}
void publish_rect(std::string_view name, float x, float y, float w, float h) {
    world().rects.insert_or_assign(std::string(name), std::vector<float>{x, y, w, h});
}
void publish_busy(bool busy) {
    world().busy = busy;
}

} // namespace carnet::platform
