// Everything the interface asks of the browser, and nothing else: one header, two implementations
// (the browser, and a native stub for tests). The only code below this line that knows JavaScript
// is web/platform/browser/ and web/glue/.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace carnet::platform {

// --- Drawing on demand ---

// Asks for at least `frames` more frames. Everything that changes state from outside a frame ends
// with this.
void wake(int frames = 3);
// A frame not before `ms` from now (tooltips, toasts that end, carets).
void wake_after(int ms);
// Calls `work` between frames, some milliseconds of it each time, until it returns false: what
// takes long neither holds up a frame nor asks for one. One at a time; a new one replaces the last.
void work_between_frames(std::function<bool()> work);
double monotonic_ms(); // For durations.
std::int64_t now_ms(); // UTC, milliseconds since 1970, corrected by the server's clock once known.
int utc_offset_minutes(std::int64_t at_ms); // Of the person's time zone at that moment.

// --- Text agent (wasm-ui.md §2): the browser edits, ImGui draws ---

enum class AgentKind { single_line, multi_line, password };
struct AgentField {
    std::uint32_t id = 0; // ImGui id of the field.
    AgentKind kind = AgentKind::single_line;
    float x = 0, y = 0, w = 0, h = 0; // CSS pixels.
    std::string label;                // Accessible name.
    std::string description;          // Help or error text.
    std::string input_mode;           // "", "decimal", "numeric", "tel", "email", "url", "search".
    std::string enter_key_hint;       // "", "search", "send", "next", "done".
    std::string autocomplete;         // "": off.
    int max_length = 0;               // 0: none.
    bool required = false;
    bool invalid = false;
    bool read_only = false;
    bool decimal_comma = false; // The keypad's point types a comma.
    bool popup_keys = false;    // Up and Down belong to an open list, not to the text.
};
struct AgentText {
    std::string value;       // UTF-8, NFC.
    int selection_start = 0; // Bytes; where the selection was begun.
    int selection_end = 0; // Where the caret is; before `selection_start` when selected backwards.
};
void agent_show(
    const AgentField& field, const AgentText& text
); // Focus moves to the agent; repeat when geometry changes.
struct ByteRange {
    int from = 0, to = 0;
};
ByteRange agent_composition(); // What is being composed in the active field; empty: nothing.
void agent_sync(
    std::uint32_t id, const AgentText& text
); // ImGui changed it (click, selection); ignored while composing.
void agent_hide();
bool agent_take(std::uint32_t id, AgentText& text); // A newer text from the browser, once.
bool agent_composing();

// --- Accessibility mirror (wasm-ui.md §19) ---

struct MirrorNode {
    std::uint32_t id = 0;
    std::uint32_t parent = 0; // 0: the root.
    std::string role; // WAI-ARIA role; "heading", "button", "textbox", "row", "gridcell" …
    std::string name;
    std::string value; // Text of a field, value of a progress bar.
    std::string description;
    std::string href;                 // Links only: a path of the application, mailto: or tel:.
    float x = 0, y = 0, w = 0, h = 0; // CSS pixels, clipped.
    std::uint32_t flags = 0;
    int level = 0;                    // Headings and tree items.
    int row_index = 0, col_index = 0; // 1-based, grids.
    int row_count = 0, col_count = 0; // Grids.
    friend bool operator==(const MirrorNode&, const MirrorNode&) = default;
};
enum MirrorFlag : std::uint32_t {
    mirror_disabled = 1,
    mirror_checked = 2,
    mirror_mixed = 4,
    mirror_expanded = 8,
    mirror_collapsed = 16,
    mirror_selected = 32,
    mirror_required = 64,
    mirror_invalid = 128,
    mirror_readonly = 256,
    mirror_current = 512,
    mirror_focused = 1024,
    mirror_modal = 2048,
    mirror_sort_ascending = 4096,
    mirror_sort_descending = 8192,
    mirror_unchecked = 16384,
    mirror_pressed = 32768,
    mirror_not_pressed = 65536,
    mirror_haspopup = 131072,
    mirror_drop_target = 262144,
};
void mirror_publish(std::span<const MirrorNode> nodes
); // The whole tree of this frame; sent when it changed.
bool mirror_take_activation(std::uint32_t& id); // An assistive technology "clicked" this node.
bool mirror_take_focus(std::uint32_t& id);
// Whether Tab or Maj+Tab would leave the last or the first stop of the page: the browser takes it
// then.
void publish_tab_edges(bool first, bool last);
void announce(std::string_view text, bool assertive = false);

// --- Keyboard and pointer, as the frame saw them ---

// Keys reach ImGui's io through web/platform; chords of the application (Ctrl+K, letters outside
// fields) as well.
bool is_mac();
bool coarse_pointer();
bool prefers_dark();
bool prefers_reduced_motion();
bool prefers_contrast();
std::string browser_language(); // "fr-FR".
float keyboard_inset();         // CSS pixels hidden by a soft keyboard.

// --- Places ---

std::string current_path(); // "/clients/42?tab=contacts", at start and after back/forward.
std::string page_origin();  // "https://carnet.example": for links handed to other people.
void push_path(std::string_view path);
void replace_path(std::string_view path);
bool take_popstate(std::string& path);
void set_title(std::string_view title);
void set_language(std::string_view tag); // <html lang>.
void open_url(std::string_view url);     // New tab; within a gesture.
void leave_to(std::string_view url);     // Another page of this server in place of the program.
void reload_page();
void set_unsaved(bool unsaved); // "Leave the page?" while true.

// --- Network ---

struct HttpRequest {
    std::string method = "GET";
    std::string path;
    std::string body; // JSON, or bytes with `content_type`.
    std::string content_type = "application/json";
    std::string idempotency_key;
    std::string mails;      // Carnet-Mails: what to do with e-mails the request would cause.
    int timeout_ms = 0;     // 0: 8 s for reads, 20 s for writes.
    std::uint32_t file = 0; // Body is this picked file instead.
};
struct HttpResponse {
    int status = 0; // 0: no answer (offline, time-out).
    std::string body;
    std::string content_type;
    std::int64_t position = 0; // Carnet-Position header; 0 when absent.
};
// Callback on the main thread, never before send() returns. Reads are retried three times with
// back-off.
void send(HttpRequest request, std::function<void(HttpResponse)> done);
// Streams a GET body in pieces as they arrive; `done` comes last with an empty body.
void send_streaming(
    HttpRequest request,
    std::function<void(std::string_view)> piece,
    std::function<void(HttpResponse)> done
);
int requests_in_flight();
std::string random_key(); // 32 hexadecimal digits, for Idempotency-Key.
bool online();            // The browser's hint.

// The one live stream of this browser (shared between tabs). Events come as (name, data).
// Reconnects by itself from the last position; `connected` tells.
void live_open(
    std::int64_t since, std::function<void(std::string_view name, std::string_view data)> event
);
void live_close();
bool live_connected();

// --- Session (HTML form in index.html) ---

void show_sign_in(bool over_page); // Over the page: the session ended, nothing is lost.
bool take_signed_in();             // The form succeeded since the last call.
void show_crash(std::string_view report);

// --- Clipboard and files ---

void copy_text(std::string_view plain);

struct PickedFile {
    std::uint32_t handle;
    std::string name;
    std::int64_t size;
};
// Within a gesture. `many`: called once for each.
void pick_file(std::string_view accept, std::function<void(PickedFile)> picked, bool many = false);
void on_drop(std::function<void(PickedFile, float x, float y)> dropped);
// Sends a file in pieces to /api/uploads (the portal: /api/portal/uploads) and tells how it goes;
// again after a failure goes on where it stopped.
struct UploadNews {
    enum class State { sending, done, failed } state = State::sending;
    std::int64_t sent = 0;
    std::string text; // Done: the upload's id. Failed: why, when the server said.
};
void on_upload(std::function<void(std::uint32_t file, const UploadNews&)> told);
void upload(std::uint32_t file);
void cancel_upload(std::uint32_t file);
void download(std::string_view path); // A GET of the server with Content-Disposition.

// --- Storage of this browser (local) ---

std::string stored(std::string_view key);
void store(std::string_view key, std::string_view value); // Empty removes.

// --- Page hooks (shared spec "page-hooks") ---

// JSON of window.__carnet.state(); set by the view in the frame that drew it.
void publish_state(std::string json);
void publish_rect(
    std::string_view name, float x, float y, float w, float h
);                            // 'filter', 'sort:name', 'body', 'row:42'.
void publish_busy(bool busy); // Application-level work pending (idle() waits for false).

// --- Pictures ---

// One from the server, as a texture to draw. Of the portal alone: the team's program does not link
// this.
struct Picture {
    unsigned texture = 0;        // 0: still on its way, or no picture.
    float width = 0, height = 0; // Of the texture.
};
// Fetches the file of a path the first time and wakes the program when it is there; larger ones
// are made as small as `side` pixels allow.
const Picture& picture(const std::string& path, int side);

} // namespace carnet::platform
