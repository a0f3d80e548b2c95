// Reading of presence events and the pace of our own reports.
#include "web/app/presence.hpp"
#include "shared/core/json.hpp"

namespace carnet::app {

namespace {

std::vector<Viewer> read_viewers(const Json& list, std::int64_t me) {
    std::vector<Viewer> out;
    if (!list.is_array())
        return out;
    for (const auto& item : list) {
        Viewer viewer;
        if (item.is_number_integer()) {
            viewer.user_id = item.get<std::int64_t>();
        } else {
            viewer.user_id = json_int(item, "user", json_int(item, "id"));
            viewer.editing = json_string(item, "editing");
        }
        if (viewer.user_id && viewer.user_id != me)
            out.push_back(std::move(viewer));
    }
    return out;
}

} // namespace

const std::vector<Viewer>& Presence::on_client(std::int64_t client_id) const {
    static const std::vector<Viewer> nobody;
    const auto found = _clients.find(client_id);
    return found == _clients.end() ? nobody : found->second;
}

void Presence::receive(const Json& event, std::int64_t me) {
    _list = read_viewers(json_at(event, "list"), me);
    _clients.clear();
    const Json& clients = json_at(event, "client");
    if (!clients.is_object())
        return;
    for (const auto& [key, viewers] : clients.items()) {
        std::int64_t id = 0;
        for (const char c : key)
            id = c >= '0' && c <= '9' && key.size() < 18 ? id * 10 + (c - '0') : 0;
        if (id)
            _clients[id] = read_viewers(viewers, me);
    }
}

bool Presence::take_report(const std::string& place, double now_ms, Json& report) {
    const bool changed = place != _sent_place || _editing_now != _sent_editing;
    if (!changed && now_ms - _sent_at_ms < repeat_ms) {
        _editing_now.clear();
        return false;
    }
    _sent_place = place;
    _sent_editing = _editing_now;
    _sent_at_ms = now_ms;
    report = {{"place", place}};
    if (!_editing_now.empty())
        report["editing"] = _editing_now;
    _editing_now.clear();
    return true;
}

void Presence::clear() {
    _list.clear();
    _clients.clear();
    _sent_place.clear();
}

} // namespace carnet::app
