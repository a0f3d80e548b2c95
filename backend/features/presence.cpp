// See presence.hpp.
#include "backend/features/presence.hpp"

#include "backend/features/book_sync.hpp"
#include "backend/features/live.hpp"
#include "shared/core/json.hpp"
#include "shared/core/text.hpp"
#include "shared/texts/validation.hpp"

#include <algorithm>

namespace carnet {

namespace {

constexpr std::size_t most_editing_length = 40;

// "/clients" and "/clients?state=active" are the list, "/clients/42?tab=contacts" is a client; all
// else is nowhere.
PresenceBoard::Place parse_place(std::string_view path) {
    PresenceBoard::Place place;
    path = path.substr(0, path.find('?'));
    if (path == "/clients")
        place.on_list = true;
    constexpr std::string_view client = "/clients/";
    if (path.substr(0, client.size()) != client)
        return place;
    const auto digits = path.substr(client.size());
    if (!text::all_digits(digits) || digits.size() > 18)
        return place;
    place.client_id = std::stoll(std::string(digits));
    return place;
}

Result<Response> report(Context& c) {
    const Json& body = c.request.json;
    const Json& path = json_at(body, "place");
    if (!path.is_string())
        return invalid("place", tr(texts::wrong_type, c.language()));
    const Json& editing = json_at(body, "editing");
    if (!editing.is_null() && !editing.is_string())
        return invalid("editing", tr(texts::wrong_type, c.language()));
    auto place = parse_place(path.get_ref<const std::string&>());
    place.user_id = c.actor.user_id;
    place.at = c.app.now();
    place.editing = json_string(body, "editing").substr(0, most_editing_length);
    if (!text::valid_utf8(place.editing))
        place.editing.clear();
    // A client one may not see is nowhere: neither refused nor told to others.
    if (place.client_id != 0 && !BookReader(c.app).sees(c.actor, place.client_id))
        place.client_id = 0;
    if (c.app.keep<PresenceBoard>().report(std::string(c.session), std::move(place))) {
        auto event = std::make_shared<LiveEvent>();
        event->kind = LiveEvent::Kind::presence;
        c.app.live().publish(event);
    }
    return no_content();
}

Json viewer(const PresenceBoard::Place& place) {
    Json json{{"user", place.user_id}};
    if (!place.editing.empty())
        json["editing"] = place.editing;
    return json;
}

constexpr Route routes[] = {
    {.method = Method::post,
     .pattern = "/api/presence",
     .permission = Permission::signed_in,
     .handler = &report,
     .access = Access::manual,
     .body = BodyKind::json,
     .body_limit = 4096,
     .summary = "Says where one is, so that others see it",
     .body_shape = "{place: string, editing?: string}"},
};

} // namespace

bool PresenceBoard::report(const std::string& session, Place place) {
    const std::lock_guard lock(_mutex);
    const Instant now = place.at;
    std::erase_if(_places, [&](const auto& entry) {
        return now.ms - entry.second.at.ms > forgotten_after_ms;
    });
    const auto found = _places.find(session);
    const bool same = found != _places.end() && found->second.user_id == place.user_id &&
                      found->second.client_id == place.client_id &&
                      found->second.on_list == place.on_list &&
                      found->second.editing == place.editing;
    _places[session] = std::move(place);
    return !same;
}

bool PresenceBoard::forget(const std::string& session) {
    const std::lock_guard lock(_mutex);
    return _places.erase(session) > 0;
}

Json PresenceBoard::seen_by(const Actor& actor, const BookReader& book, Instant now) {
    Json list = Json::array(), clients = Json::object();
    const std::lock_guard lock(_mutex);
    for (const auto& [session, place] : _places) {
        if (place.user_id == actor.user_id || now.ms - place.at.ms > forgotten_after_ms)
            continue;
        if (place.on_list)
            list.push_back(viewer(place));
        if (place.client_id == 0 || !book.sees(actor, place.client_id))
            continue;
        Json& viewers = clients[std::to_string(place.client_id)];
        if (viewers.is_null())
            viewers = Json::array();
        viewers.push_back(viewer(place));
    }
    Json json;
    json["list"] = std::move(list);
    json["client"] = std::move(clients);
    return json;
}

std::span<const Route> presence_routes() {
    return routes;
}

} // namespace carnet
