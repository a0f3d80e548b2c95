// The queue of changes on their way to the server: sent one after the other, each with its own
// Idempotency-Key, so that a change repeated after a lost answer happens once. Without network they
// wait, also across a reload of the page.
#pragma once

#include "shared/core/json.hpp"
#include "shared/core/result.hpp"
#include "web/net/transport.hpp"

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace carnet::net {

// What became of a change; views keep it and look at it every frame.
struct Outcome {
    bool done = false;
    bool waiting = false;       // No network: it goes through later.
    std::optional<Json> answer; // The server's answer; empty object for 204.
    std::optional<Error> error;
    bool ok() const { return done && !error; }
};
using Ticket = std::shared_ptr<Outcome>;

struct WriteRequest {
    std::string method = "POST";
    std::string path;
    Json body = Json::object();
    std::uint32_t file = 0; // Body is this picked file instead (not kept across a reload).
    bool secret = false;    // A password: never kept in the browser's storage.
};

class Writes {
  public:
    using Finished = std::function<void(const WriteRequest&, const Outcome&)>;

    explicit Writes(Transport& transport) : _transport(transport) {}

    // Sends when its turn has come. `finished` runs after the ticket was filled, on the main
    // thread. A given `ticket` is filled instead of a new one.
    Ticket send(WriteRequest request, Finished finished = {}, Ticket ticket = {});

    int pending() const { return static_cast<int>(_queue.size()); }
    bool offline() const { return _offline; }       // The last try found no server.
    bool signed_out() const { return _signed_out; } // A 401 came back; resume() goes on.
    // The letters that the first change of the queue would send, {mails: [...], ready}: it waits
    // until a person has seen them.
    const std::optional<Json>& mails() const { return _mails; }
    // The person's answer to them: "send", "none"; "" takes the change back, which then ends with
    // an error without words.
    void answer_mails(const char* wish);
    // Tries again at once: the network or the session came back.
    void resume();
    // Call once per frame: tries again when the pause after a failure is over.
    void tick();

    void set_language(Language language) { _language = language; }
    // Changes that were waiting when the page was left; called once the person is known. `finished`
    // runs for each of them.
    void restore(std::int64_t user_id, const Finished& finished = {});

  private:
    struct Entry {
        WriteRequest request;
        std::string key;
        Ticket ticket;
        Finished finished;
        std::string mails; // The header Carnet-Mails, once a person has answered.
    };

    void start();
    void finish(Outcome outcome);
    void receive(const HttpResponse& response);
    void keep() const;

    Transport& _transport;
    std::optional<Json> _mails;
    std::deque<Entry> _queue;
    std::shared_ptr<int> _alive = std::make_shared<int>(0);
    Language _language = Language::fr;
    std::int64_t _user_id = 0;
    bool _sending = false;
    bool _offline = false;
    bool _signed_out = false;
    double _retry_at_ms = 0;
};

} // namespace carnet::net
