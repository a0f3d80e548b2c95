// See changes.hpp. Each stream lives on its connection's thread and asks for its reader's rights
// anew at every event.
#include "backend/features/changes.hpp"

#include "backend/features/book_sync.hpp"
#include "backend/features/catch_up.hpp"
#include "backend/features/client_list.hpp"
#include "backend/features/document_journal.hpp"
#include "backend/features/live.hpp"
#include "backend/features/presence.hpp"
#include "backend/sessions.hpp"
#include "shared/core/json.hpp"
#include "shared/texts/server_clients.hpp"

#include <chrono>

namespace carnet {

namespace {

// One open stream.
struct Follower {
    App& app;
    std::string token; // The session's cookie: the stream ends with the session.
    std::string session;
    Actor actor;               // As at the last event, to notice changed rights.
    std::int64_t position = 0; // Everything up to here was sent.
    std::string start;         // What the reader missed, sent first.
    std::shared_ptr<LiveHub::Stream> stream;
    std::chrono::steady_clock::time_point last_sent = std::chrono::steady_clock::now();
    bool finished = false;

    ~Follower() {
        if (!app.keep<PresenceBoard>().forget(session))
            return;
        auto event = std::make_shared<LiveEvent>();
        event->kind = LiveEvent::Kind::presence;
        app.live().publish(event);
    }
};

void append_event(
    std::string& out, std::string_view name, std::int64_t position, std::string_view data
) {
    if (position > 0)
        out += "id: " + std::to_string(position) + "\n";
    out += "event: ";
    out += name;
    out += "\ndata: ";
    out += data;
    out += "\n\n";
}

void append_presence(std::string& out, Follower& follower) {
    const BookReader book(follower.app);
    const Json json =
        follower.app.keep<PresenceBoard>().seen_by(follower.actor, book, follower.app.now());
    append_event(out, "presence", 0, dump(json));
}

// What of the event this reader may know: folders they do not see are looked up in their name.
std::vector<LiveTouch> touches_for(App& app, const LiveEvent& event, const Actor& actor) {
    std::vector<LiveTouch> known = event.touched;
    const auto of_folder = [](const LiveTouch& touch) { return touch.folder_id >= 0; };
    if (std::none_of(known.begin(), known.end(), of_folder))
        return known;
    app.database().read([&](Transaction& tx) {
        DocumentReader reader(tx, actor);
        std::erase_if(known, [&](const LiveTouch& touch) {
            return of_folder(touch) && !reader.sees_folder(touch.client_id, touch.folder_id);
        });
    });
    return known;
}

// A client that was only touched in ways this reader must not notice.
bool is_unnoticed(
    const LiveEvent& event, const std::vector<LiveTouch>& known, std::int64_t client_id
) {
    const auto same = [&](const LiveTouch& touch) { return touch.client_id == client_id; };
    return std::any_of(event.touched.begin(), event.touched.end(), same) &&
           std::none_of(known.begin(), known.end(), same);
}

void append_touched(
    std::string& out,
    const std::vector<LiveTouch>& touches,
    const std::vector<std::int64_t>& visible
) {
    bool first = true;
    for (const auto& touch : touches) {
        if (std::find(visible.begin(), visible.end(), touch.client_id) == visible.end())
            continue;
        out += first ? "{\"client\":" : ",{\"client\":";
        out += std::to_string(touch.client_id) + ",\"entity\":";
        append_json(out, touch.entity);
        out += '}';
        first = false;
    }
}

// The event as this reader may see it: rows they see now, and identifiers of those they no longer
// see.
std::string rows_json(App& app, const LiveEvent& event, const Actor& actor) {
    const std::vector<LiveTouch> known = touches_for(app, event, actor);
    std::string rows, gone;
    std::vector<std::int64_t> visible;
    for (const auto& client : event.clients) {
        if (is_unnoticed(event, known, client.id))
            continue;
        const bool sees = client.row && can_see(actor, client.new_audience());
        const bool saw = client.was_there && can_see(actor, client.old_audience());
        if (sees) {
            if (!rows.empty())
                rows += ',';
            append_json(rows, *client.row);
            visible.push_back(client.id);
        } else if (saw) {
            if (!gone.empty())
                gone += ',';
            gone += std::to_string(client.id);
        }
    }
    if (rows.empty() && gone.empty())
        return {};
    std::string out = "{\"action\":" + std::to_string(event.action_id) +
                      ",\"by\":" + std::to_string(event.user_id) + ",\"gone\":[" + gone +
                      "],\"position\":" + std::to_string(event.position) + ",\"rows\":[" + rows +
                      "],\"touched\":[";
    append_touched(out, known, visible);
    return out + "]}";
}

void append_changed(std::string& out, const std::string& touched) {
    if (!touched.empty())
        append_event(out, "changed", 0, "{\"touched\":[" + touched + "]}");
}

// Proof of reading that came in: told to who sees the client and the folder.
void append_reading(std::string& out, Follower& follower, const LiveEvent& event) {
    std::vector<std::int64_t> visible;
    {
        const BookReader book(follower.app);
        for (const LiveTouch& touch : event.touched)
            if (book.sees(follower.actor, touch.client_id))
                visible.push_back(touch.client_id);
    }
    std::string touched;
    if (!visible.empty())
        append_touched(touched, touches_for(follower.app, event, follower.actor), visible);
    append_changed(out, touched);
}

// Those that came in while the reader was away.
void append_missed_readings(std::string& out, Context& c, std::int64_t since) {
    const std::vector<LiveTouch> read = missed_readings(c, since);
    std::vector<std::int64_t> clients;
    clients.reserve(read.size());
    for (const LiveTouch& touch : read)
        clients.push_back(touch.client_id);
    std::string touched;
    append_touched(touched, read, clients);
    append_changed(out, touched);
}

bool same_rights(const Actor& a, const Actor& b) {
    return a.role == b.role && a.grants == b.grants && a.shared_clients == b.shared_clients;
}

std::string position_json(std::int64_t position) {
    return "{\"position\":" + std::to_string(position) + "}";
}

void append_commit(
    std::string& out, Follower& follower, const LiveEvent& event, bool rights_changed
) {
    if (event.position <= follower.position)
        return;
    follower.position = event.position;
    if (rights_changed || event.too_many) {
        append_event(out, "reload", event.position, position_json(event.position));
        return;
    }
    if (const auto rows = rows_json(follower.app, event, follower.actor); !rows.empty())
        append_event(out, "rows", event.position, rows);
    if (event.words)
        append_event(out, "words", event.position, position_json(event.position));
}

// Everything that waits. False when the reader may no longer listen.
bool append_waiting(std::string& out, Follower& follower) {
    const auto events = follower.stream->wait(longest_wait);
    if (follower.stream->closed())
        return false;
    const auto signed_in = follower.app.sessions().find(follower.token, follower.app.now());
    const Actor actor = follower.app.directory().state()->actor_of(signed_in.user_id);
    if (!actor.signed_in() || actor.user_id != follower.actor.user_id ||
        !actor.may(Permission::clients_read))
        return false;
    const bool rights_changed = !same_rights(actor, follower.actor);
    follower.actor = actor;
    if (follower.stream->overflowed()) {
        append_event(out, "reload", 0, position_json(follower.app.database().position()));
        follower.finished = true; // The browser connects again and stands where it says.
        return true;
    }
    bool presence = false;
    for (const auto& event : events) {
        if (event->kind == LiveEvent::Kind::presence)
            presence = true;
        else if (event->kind == LiveEvent::Kind::reading)
            append_reading(out, follower, *event);
        else
            append_commit(out, follower, *event, rights_changed);
    }
    if (presence)
        append_presence(out, follower);
    return true;
}

bool follow(Follower& follower, StreamSink& sink) {
    if (!follower.start.empty()) {
        const std::string start = std::move(follower.start);
        follower.start.clear();
        return sink.write(start);
    }
    std::string out;
    if (follower.finished || !append_waiting(out, follower))
        return false;
    // Nothing for this reader is not a byte, or it would tell that something happened elsewhere.
    const auto now = std::chrono::steady_clock::now();
    if (out.empty() && now - follower.last_sent < heartbeat)
        return true;
    if (out.empty())
        out = beat;
    follower.last_sent = now;
    return sink.write(out);
}

Result<Response> changes(Context& c) {
    // A reconnecting browser says itself where it stopped.
    const std::string last(c.request.header("Last-Event-ID"));
    auto since = c.request.query_int("since", c.app.database().position(), 0, INT64_MAX);
    if (!since)
        return invalid("since", tr(texts::bad_parameter, c.language()));
    if (!last.empty() && last.size() < 18 &&
        last.find_first_not_of("0123456789") == std::string::npos)
        since = std::max(*since, static_cast<std::int64_t>(std::stoll(last)));
    // Opened before the journal is read: nothing falls between the two.
    const std::shared_ptr<Follower> follower(new Follower{
        c.app,
        std::string(c.request.cookie("carnet_session")),
        std::string(c.session),
        c.actor,
        0,
        "retry: 1000\n\n",
        c.app.live().open(c.actor.user_id)});
    const CatchUp missed = catch_up(c, *since);
    follower->position = missed.position;
    if (missed.reload)
        append_event(follower->start, "reload", missed.position, position_json(missed.position));
    if (!missed.rows.empty())
        append_event(follower->start, "rows", missed.position, missed.rows);
    if (missed.words)
        append_event(follower->start, "words", missed.position, position_json(missed.position));
    append_missed_readings(follower->start, c, *since);
    append_presence(follower->start, *follower);
    Response response;
    response.content_type = "text/event-stream";
    response.compressible = false;
    response.header("Cache-Control", "no-store");
    response.header("X-Accel-Buffering", "no"); // Proxies hand each event on at once.
    response.stream = [follower](StreamSink& sink) { return follow(*follower, sink); };
    return response;
}

constexpr Route routes[] = {
    get("/api/changes",
        Permission::clients_read,
        &changes,
        "Server-sent events: rows, words, presence, changed, reload; since is the position one "
        "stands at")
        .asks("since:integer"),
};

} // namespace

std::span<const Route> change_routes() {
    return routes;
}

} // namespace carnet
