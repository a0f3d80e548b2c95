// Who looks at what: places people report every half minute, forgotten when they stop. Never
// stored.
#pragma once

#include "backend/app.hpp"

#include <cstdint>
#include <map>
#include <mutex>
#include <span>
#include <string>

namespace carnet {

class BookReader;

class PresenceBoard : public App::Keep {
  public:
    struct Place {
        std::int64_t user_id = 0;
        std::int64_t client_id = 0; // 0: the list.
        bool on_list = false;
        std::string editing; // "addresses": the part of the sheet being changed.
        Instant at;
    };
    static constexpr std::int64_t forgotten_after_ms = 75'000;

    // True when something other people would see changed.
    bool report(const std::string& session, Place place);
    bool forget(const std::string& session);
    // {"list": [{"user": 3}], "client": {"42": [{"user": 3, "editing": "addresses"}]}}, with the
    // clients the actor may see and without the actor.
    Json seen_by(const Actor& actor, const BookReader& book, Instant now);

  private:
    std::mutex _mutex;
    std::map<std::string, Place> _places; // By session.
};

std::span<const Route> presence_routes();

} // namespace carnet
