// The live stream of the portal. It says "changed" and nothing else, and only when something the
// contact can see has changed: what the team does behind the portal must not show, not even as a
// beat.
#include "backend/app.hpp"
#include "backend/features/live.hpp"
#include "backend/features/portal.hpp"
#include "backend/features/portal_read.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

namespace carnet {

namespace {

struct Listener {
    App& app;
    std::string token;
    Request request; // Stands for the one that opened the stream.
    Language language = Language::fr;
    std::string seen; // Fingerprint of what the contact sees.
    std::shared_ptr<LiveHub::Stream> stream;
    std::chrono::steady_clock::time_point last_sent = std::chrono::steady_clock::now();
    bool started = false;
    bool compared =
        false; // Once at least: something may have happened while the stream was opened.
};

std::string fingerprint_of(Context& c) {
    std::string all;
    for (const PortalPlace& place : c.contact->places)
        all += portal_fingerprint(c, place);
    return all;
}

bool concerns(const LiveEvent& event, const PortalActor& contact) {
    if (event.words || event.rights || event.too_many)
        return true;
    const auto mine = [&](std::int64_t client_id) { return contact.place(client_id) != nullptr; };
    return std::any_of(
               event.touched.begin(),
               event.touched.end(),
               [&](const LiveTouch& touch) { return mine(touch.client_id); }
           ) ||
           std::any_of(event.clients.begin(), event.clients.end(), [&](const LiveClient& client) {
               return mine(client.id);
           });
}

// False when the contact may no longer listen.
bool append_waiting(std::string& out, Listener& listener) {
    const auto events = listener.stream->wait(longest_wait);
    if (listener.stream->closed())
        return false;
    bool open = false;
    listener.app.database().read([&](Transaction& tx) {
        const PortalActor contact =
            portal_actor(listener.app, tx, listener.token, listener.language);
        open = contact.signed_in();
        const bool looked_at =
            !std::exchange(listener.compared, true) || listener.stream->overflowed() ||
            std::any_of(events.begin(), events.end(), [&](const LiveEventPtr& event) {
                return event->kind == LiveEvent::Kind::commit && concerns(*event, contact);
            });
        if (!open || !looked_at)
            return;
        Actor nobody;
        nobody.language = contact.language;
        Context c{listener.app, listener.request, nobody, tx, contact.session, &contact};
        std::string now = fingerprint_of(c);
        if (now == listener.seen)
            return;
        listener.seen = std::move(now);
        out += "event: changed\ndata: {}\n\n";
    });
    return open && !listener.stream->overflowed();
}

bool follow(Listener& listener, StreamSink& sink) {
    if (!listener.started) {
        listener.started = true;
        return sink.write("retry: 1000\n\n");
    }
    std::string out;
    if (!append_waiting(out, listener))
        return false;
    const auto now = std::chrono::steady_clock::now();
    if (out.empty() && now - listener.last_sent < heartbeat)
        return true;
    if (out.empty())
        out = beat;
    listener.last_sent = now;
    return sink.write(out);
}

Result<Response> changes(Context& c) {
    const std::shared_ptr<Listener> listener(new Listener{
        c.app, std::string(c.request.cookie("carnet_portal")), c.request, c.language()});
    listener->stream = c.app.live().open(0);
    listener->seen = fingerprint_of(c);
    Response response;
    response.content_type = "text/event-stream";
    response.compressible = false;
    response.header("Cache-Control", "no-store");
    response.header("X-Accel-Buffering", "no");
    response.stream = [listener](StreamSink& sink) { return follow(*listener, sink); };
    return response;
}

constexpr Route routes[] = {
    get("/api/portal/changes",
        Portal::contact,
        &changes,
        "Portal: server-sent events, only that something changed"),
};

} // namespace

std::span<const Route> portal_change_routes() {
    return routes;
}

} // namespace carnet
