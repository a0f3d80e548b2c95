// What waits for the contact, in one list (the bell of the portal): deliverables to answer, files
// not opened yet, messages not read yet. Taken from the projections themselves, field by field.
#include "backend/app.hpp"
#include "backend/features/portal.hpp"
#include "backend/features/portal_read.hpp"
#include "shared/core/json.hpp"
#include "shared/core/text.hpp"

#include <algorithm>

namespace carnet {

namespace {

// A bell tells of more than this by its number only.
constexpr std::size_t most_told = 50;

void add_deliverables(Context& c, const PortalPlace& place, std::vector<Json>& news) {
    if (!place.rights.approve)
        return;
    for (const Json& one : portal_waiting_json(c, place))
        news.push_back(
            {{"kind", "deliverable"},
             {"id", one["id"]},
             {"title", one["name"]},
             {"detail", one["project"]},
             {"project_id", one["project_id"]},
             {"at", one["versions"][0]["created_at"]}}
        );
}

void add_files(Context& c, const PortalPlace& place, std::vector<Json>& news) {
    constexpr std::size_t all = 5000;
    for (const Json& file : portal_latest_files(c, place, all))
        if (json_bool(file, "is_new"))
            news.push_back(
                {{"kind", "file"},
                 {"id", file["id"]},
                 {"title", file["name"]},
                 {"detail", file["folder"]},
                 {"parent", file["parent"]},
                 {"version_id", file["version_id"]},
                 {"at", file["created_at"]}}
            );
}

void add_messages(Context& c, const PortalPlace& place, std::vector<Json>& news) {
    constexpr std::size_t longest = 160;
    const Json items = portal_messages_json(c, place, 0, 100)["items"];
    for (const Json& message : items)
        if (json_bool(message, "unread"))
            news.push_back(
                {{"kind", "message"},
                 {"id", message["id"]},
                 {"title", message["by"]},
                 {"detail", text::prefix(json_string(message, "body"), longest)},
                 {"project_id", message["project_id"]},
                 {"at", message["at"]}}
            );
}

// GET /api/portal/clients/:id/news
Result<Response> get_news(Context& c) {
    const auto place = portal_place(c);
    if (!place)
        return place.error();
    std::vector<Json> news;
    add_deliverables(c, **place, news);
    // What asks for an answer stays first; the rest by age.
    const auto answers = static_cast<std::ptrdiff_t>(news.size());
    add_files(c, **place, news);
    add_messages(c, **place, news);
    std::stable_sort(news.begin() + answers, news.end(), [](const Json& a, const Json& b) {
        return json_string(a, "at") > json_string(b, "at");
    });
    const std::size_t count = news.size();
    news.resize(std::min(count, most_told));
    return json_response({{"count", count}, {"items", std::move(news)}});
}

constexpr Route routes[] = {
    get("/api/portal/clients/:id/news",
        Portal::contact,
        &get_news,
        "Portal: what waits for the contact: to answer, files not opened, messages not read")
        .gives("{count: integer, items: [{kind: string, id: integer, title: string, detail: "
               "string, at: string, project_id?: integer|null, parent?: integer, version_id?: "
               "integer}]}"),
};

} // namespace

std::span<const Route> portal_news_routes() {
    return routes;
}

} // namespace carnet
