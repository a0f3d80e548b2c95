// Sending of changes, in order, with patience.
#include "web/net/writes.hpp"

#include "shared/core/json.hpp"
#include "web/net/resource_cache.hpp"

#include <algorithm>

namespace carnet::net {

namespace {

constexpr double retry_pause_ms = 3000;

std::string storage_key(std::int64_t user_id) {
    return "writes:" + std::to_string(user_id);
}

bool is_success(int status) {
    return status >= 200 && status < 300;
}

// No answer, or one that only says that the server is away or out of breath: a proxy's, too.
bool is_away(int status) {
    return status == 0 || (status >= 502 && status <= 504);
}

// A value that was typed while an older one of the same field was still on its way was typed on top
// of that one: the two are no conflict.
void build_on(const WriteRequest& done, std::int64_t position, WriteRequest& next) {
    if (next.path != done.path || next.method != done.method || !next.body.contains("fields"))
        return;
    for (const auto& [name, change] : next.body["fields"].items())
        if (json_at(done.body, "fields").contains(name))
            change["version"] = std::max(position, json_int(change, "version"));
}

} // namespace

Ticket Writes::send(WriteRequest request, Finished finished, Ticket ticket) {
    if (!ticket)
        ticket = std::make_shared<Outcome>();
    _queue.push_back({std::move(request), platform::random_key(), ticket, std::move(finished), {}});
    keep();
    start();
    platform::wake();
    return ticket;
}

void Writes::resume() {
    _signed_out = false;
    _retry_at_ms = 0;
    start();
}

void Writes::tick() {
    if (!_offline || _sending || _signed_out)
        return;
    if (_transport.now_ms() >= _retry_at_ms)
        start();
    else
        platform::wake_after(static_cast<int>(_retry_at_ms - _transport.now_ms()) + 1);
}

void Writes::start() {
    if (_sending || _signed_out || _mails || _queue.empty())
        return;
    if (_offline && _transport.now_ms() < _retry_at_ms)
        return;
    _sending = true;
    const Entry& entry = _queue.front();
    HttpRequest request;
    request.method = entry.request.method;
    request.path = entry.request.path;
    request.idempotency_key = entry.key;
    request.mails = entry.mails;
    request.file = entry.request.file;
    if (request.file)
        request.content_type = "application/octet-stream";
    else
        request.body = dump(entry.request.body);
    _transport.send(
        std::move(request),
        [this, alive = std::weak_ptr(_alive)](const HttpResponse& response) {
            if (alive.lock())
                receive(response);
        }
    );
}

void Writes::receive(const HttpResponse& response) {
    _sending = false;
    platform::wake();
    if (_queue.empty())
        return;
    // The change stays first in the queue and keeps its key.
    if (is_away(response.status)) {
        _offline = true;
        _retry_at_ms = _transport.now_ms() + retry_pause_ms;
        for (auto& entry : _queue)
            entry.ticket->waiting = true;
        platform::wake_after(static_cast<int>(retry_pause_ms) + 1);
        return;
    }
    _offline = false;
    if (response.status == 401) {
        _signed_out = true;
        return;
    }
    auto json = parse_json(response.body.empty() ? "{}" : response.body, _language);
    if (response.status == 428 && json) {
        _mails = std::move(json).value();
        return;
    }
    Outcome outcome;
    if (is_success(response.status)) {
        outcome.answer = json ? std::move(json).value() : Json::object();
        const std::int64_t position = json_int(*outcome.answer, "position", response.position);
        for (auto next = _queue.begin() + 1; next != _queue.end(); ++next)
            build_on(_queue.front().request, position, next->request);
    } else {
        outcome.error = error_of(response, _language);
    }
    finish(std::move(outcome));
}

// The first change of the queue is over.
void Writes::finish(Outcome outcome) {
    Entry entry = std::move(_queue.front());
    _queue.pop_front();
    keep();
    outcome.done = true;
    *entry.ticket = std::move(outcome);
    if (entry.finished)
        entry.finished(entry.request, *entry.ticket);
    start();
}

void Writes::answer_mails(const char* wish) {
    _mails.reset();
    _queue.front().mails = wish;
    if (*wish)
        return start();
    Outcome outcome;
    outcome.error = Error{ErrorCode::conflict, "", {}};
    finish(std::move(outcome));
}

void Writes::keep() const {
    if (!_user_id)
        return;
    Json list = Json::array();
    for (const auto& entry : _queue) {
        if (entry.request.file || entry.request.secret)
            continue;
        list.push_back(
            {{"method", entry.request.method},
             {"path", entry.request.path},
             {"body", entry.request.body},
             {"key", entry.key}}
        );
    }
    platform::store(storage_key(_user_id), list.empty() ? std::string() : dump(list));
}

void Writes::restore(std::int64_t user_id, const Finished& finished) {
    if (_user_id == user_id)
        return;
    // Somebody else signed in over the page: what the other person left stays in storage under
    // their name.
    if (_user_id != 0 && !_sending)
        _queue.clear(), _mails.reset();
    _user_id = user_id;
    const auto kept = parse_json(platform::stored(storage_key(user_id)), _language);
    if (kept && kept->is_array()) {
        for (const auto& item : *kept) {
            WriteRequest request;
            request.method = json_string(item, "method", "POST");
            request.path = json_string(item, "path");
            request.body = json_at(item, "body");
            if (request.path.empty())
                continue;
            _queue.push_back(
                {std::move(request),
                 json_string(item, "key"),
                 std::make_shared<Outcome>(),
                 finished,
                 {}}
            );
        }
    }
    start();
}

} // namespace carnet::net
