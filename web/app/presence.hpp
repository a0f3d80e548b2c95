// Who else looks at what, and telling the others where this person is. Filled by live events; views
// only read it and name what they are editing.
#pragma once

#include "shared/core/json_fwd.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace carnet::app {

struct Viewer {
    std::int64_t user_id = 0;
    std::string editing; // "addresses", "memo", a field's name; "" when only looking.
};

class Presence {
  public:
    static constexpr double repeat_ms =
        45'000; // The server forgets a place that nobody repeated for 75 s.

    const std::vector<Viewer>& on_list() const { return _list; }
    const std::vector<Viewer>& on_client(std::int64_t client_id) const;

    // Called by views while drawing: this person edits that part of the place.
    void say_editing(std::string what) { _editing_now = std::move(what); }

    void receive(const Json& event, std::int64_t me);
    // At the end of a frame: true when the server should be told (place or part changed, or half a
    // minute went by).
    bool take_report(const std::string& place, double now_ms, Json& report);
    void clear();

  private:
    std::vector<Viewer> _list;
    std::map<std::int64_t, std::vector<Viewer>> _clients;
    std::string _editing_now;
    std::string _sent_place, _sent_editing;
    double _sent_at_ms = 0;
};

} // namespace carnet::app
