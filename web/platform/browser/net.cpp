// Requests of the application: JavaScript's fetch does the work (web/glue/net.js, live.js),
// callbacks are kept here.
#include "web/platform/browser/page.hpp"
#include "web/platform/platform.hpp"

#include <unordered_map>

namespace carnet::platform {
namespace {

struct Waiting {
    std::function<void(HttpResponse)> done;
    std::function<void(std::string_view)> piece;
};
std::unordered_map<int, Waiting> waiting;
int last_id = 0;
std::function<void(std::string_view, std::string_view)> live_event;

EM_JS(
    void,
    page_net_send,
    (int id,
     const char* method,
     const char* path,
     const char* body,
     int size,
     const char* type,
     const char* key,
     const char* mails,
     int timeout,
     double file,
     int streaming),
    {
        carnet.net.send(id, {
            method : UTF8ToString(method),
            path : UTF8ToString(path),
            body : size ? HEAPU8.slice(body, body + size) : null,
            type : UTF8ToString(type),
            key : UTF8ToString(key),
            mails : UTF8ToString(mails),
            timeout : timeout,
            file : file,
            streaming : !!streaming
        });
    }
);
EM_JS(int, page_net_in_flight, (), { return carnet.net.inFlight(); });
EM_JS(int, page_online, (), { return navigator.onLine ? 1 : 0; });
EM_JS(char*, page_random_key, (), { return carnet.keep(carnet.net.randomKey()); });
EM_JS(void, page_live_open, (double since), { carnet.live.open(since); });
EM_JS(void, page_live_close, (), { carnet.live.close(); });
EM_JS(int, page_live_connected, (), { return carnet.live.connected ? 1 : 0; });

void start(HttpRequest request, Waiting callbacks) {
    const int id = ++last_id;
    const bool streaming = static_cast<bool>(callbacks.piece);
    waiting.emplace(id, std::move(callbacks));
    page_net_send(
        id,
        request.method.c_str(),
        request.path.c_str(),
        request.body.data(),
        static_cast<int>(request.body.size()),
        request.content_type.c_str(),
        request.idempotency_key.c_str(),
        request.mails.c_str(),
        request.timeout_ms,
        request.file,
        streaming
    );
}

} // namespace

void send(HttpRequest request, std::function<void(HttpResponse)> done) {
    start(std::move(request), {std::move(done), {}});
}

void send_streaming(
    HttpRequest request,
    std::function<void(std::string_view)> piece,
    std::function<void(HttpResponse)> done
) {
    start(std::move(request), {std::move(done), std::move(piece)});
}

int requests_in_flight() {
    return page_net_in_flight();
}
std::string random_key() {
    return taken(page_random_key());
}
bool online() {
    return page_online() != 0;
}

void live_open(std::int64_t since, std::function<void(std::string_view, std::string_view)> event) {
    live_event = std::move(event);
    page_live_open(static_cast<double>(since));
}

void live_close() {
    live_event = {};
    page_live_close();
}

bool live_connected() {
    return page_live_connected() != 0;
}

extern "C" {

EMSCRIPTEN_KEEPALIVE void app_net_piece(int id, const char* data, int size) {
    const auto found = waiting.find(id);
    if (found == waiting.end() || !found->second.piece)
        return;
    found->second.piece({data, static_cast<std::size_t>(size)});
    wake(2);
}

EMSCRIPTEN_KEEPALIVE void
app_net_done(int id, int status, const char* body, int size, const char* type, double position) {
    const auto found = waiting.find(id);
    if (found == waiting.end())
        return;
    const auto done = std::move(found->second.done);
    waiting.erase(found);
    HttpResponse response;
    response.status = status;
    response.body.assign(body, static_cast<std::size_t>(size));
    response.content_type = type;
    response.position = static_cast<std::int64_t>(position);
    if (done)
        done(std::move(response));
    wake(3);
}

EMSCRIPTEN_KEEPALIVE void app_live_event(const char* name, const char* data, int size) {
    if (live_event)
        live_event(name, {data, static_cast<std::size_t>(size)});
    wake(3);
}

// Connected, disconnected, back online: whoever shows it draws again.
EMSCRIPTEN_KEEPALIVE void app_net_changed() {
    wake(3);
}

} // extern "C"

} // namespace carnet::platform
