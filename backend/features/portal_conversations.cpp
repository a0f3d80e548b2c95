// See portal_conversations.hpp.
#include "backend/features/portal_conversations.hpp"

#include "backend/app.hpp"
#include "backend/db/records.hpp"
#include "backend/features/clients.hpp"
#include "backend/features/portal_read.hpp"
#include "shared/core/json.hpp"
#include "shared/texts/validation.hpp"

#include <algorithm>

namespace carnet {

namespace {

// POST /api/portal/clients/:id/messages/read {up_to, project_id}
Result<Response> post_read(Context& c) {
    const auto place = portal_place(c);
    if (!place)
        return place.error();
    if (!(*place)->rights.projects)
        return not_found(c.language());
    const Json& body = c.request.json;
    if (auto known = refuse_unknown(body, {"up_to", "project_id"}, c.language()); !known)
        return known.error();
    if (!json_at(body, "up_to").is_number_integer() || json_int(body, "up_to") < 0)
        return invalid("up_to", tr(texts::wrong_type, c.language()));
    const std::int64_t project_id = json_int(body, "project_id");
    if (project_id != 0) {
        const auto project = portal_project(c.tx, *c.contact, project_id);
        if (!project || project->client_id.id != (*place)->client_id)
            return not_found(c.language());
    }
    portal_mark_read(c.tx, c.contact->contact_id, **place, project_id, json_int(body, "up_to"));
    return json_response({{"unread", portal_unread_count(c.tx, c.contact->contact_id, **place)}});
}

constexpr Route routes[] = {
    write(
        Method::post,
        "/api/portal/clients/:id/messages/read",
        Portal::contact,
        &post_read,
        "Portal: messages up to this one are read: {up_to, project_id}"
    )
        .takes("{up_to: integer, project_id?: integer|null}")
        .gives("{unread: integer}"),
};

} // namespace

std::span<const Route> portal_conversation_routes() {
    return routes;
}

ReadMarks portal_read_marks(Transaction& tx, std::int64_t contact_id, std::int64_t client_id) {
    auto rows = tx.prepare("SELECT project_id, message_id FROM message_reading WHERE contact_id = "
                           ":contact AND client_id = :client");
    rows.bind("contact", contact_id).bind("client", client_id);
    ReadMarks marks;
    while (rows.step())
        marks[rows.integer(0)] = rows.integer(1);
    return marks;
}

std::map<std::int64_t, std::int64_t>
portal_unread(Transaction& tx, std::int64_t contact_id, const PortalPlace& place) {
    std::map<std::int64_t, std::int64_t> unread;
    if (!place.rights.projects)
        return unread;
    auto rows = tx.prepare(
        "SELECT COALESCE(m.project_id, 0), count(*) FROM message m "
        "LEFT JOIN message_reading r ON r.contact_id = :contact AND r.client_id = m.client_id AND "
        "r.project_id = COALESCE(m.project_id, 0) "
        "WHERE COALESCE(m.author_contact_id, 0) <> :contact AND m.id > COALESCE(r.message_id, 0) "
        "AND " +
        std::string(portal_message_condition) + " GROUP BY COALESCE(m.project_id, 0)"
    );
    rows.bind("contact", contact_id).bind("client", place.client_id);
    while (rows.step())
        unread[rows.integer(0)] = rows.integer(1);
    return unread;
}

std::int64_t
portal_unread_count(Transaction& tx, std::int64_t contact_id, const PortalPlace& place) {
    std::int64_t count = 0;
    for (const auto& [project_id, unread] : portal_unread(tx, contact_id, place))
        count += unread;
    return count;
}

Json portal_conversations_json(Context& c, const PortalPlace& place) {
    auto unread = portal_unread(c.tx, c.contact->contact_id, place);
    Json list = Json::array();
    for (const Project& project : portal_projects(c.tx, place))
        list.push_back(
            {{"project_id", project.id}, {"name", project.name}, {"unread", unread[project.id]}}
        );
    return list;
}

void portal_mark_read(
    Transaction& tx,
    std::int64_t contact_id,
    const PortalPlace& place,
    std::int64_t project_id,
    std::int64_t up_to
) {
    // Nobody has read what is not written yet.
    auto last = tx.prepare("SELECT COALESCE(max(id), 0) FROM message WHERE client_id = :client");
    last.bind("client", place.client_id).step();
    const std::int64_t to = std::min(up_to, last.integer(0));
    std::vector<std::int64_t> conversations{project_id};
    if (project_id == 0)
        for (const Project& project : portal_projects(tx, place))
            conversations.push_back(project.id);
    for (const std::int64_t conversation : conversations) {
        auto row = tx.prepare(
            "INSERT INTO message_reading (contact_id, client_id, project_id, message_id, read_at) "
            "VALUES (:contact, :client, :project, :message, :at) "
            "ON CONFLICT (contact_id, client_id, project_id) DO UPDATE SET message_id = :message, "
            "read_at = :at WHERE message_reading.message_id < :message"
        );
        row.bind("contact", contact_id)
            .bind("client", place.client_id)
            .bind("project", conversation)
            .bind("message", to)
            .bind("at", tx.now())
            .run();
        if (tx.changed_rows() == 0)
            continue;
        auto mark = tx.prepare(
            "INSERT INTO message_mark (contact_id, client_id, project_id, message_id, read_at) "
            "VALUES (:contact, :client, :project, :message, :at) ON CONFLICT DO NOTHING"
        );
        mark.bind("contact", contact_id).bind("client", place.client_id);
        mark.bind("project", conversation).bind("message", to).bind("at", tx.now()).run();
    }
}

} // namespace carnet
