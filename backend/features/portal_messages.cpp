// Messages between the contact and the team: only shared ones, only about projects in view.
#include "backend/app.hpp"
#include "backend/features/messages.hpp"
#include "backend/features/portal.hpp"
#include "backend/features/portal_read.hpp"
#include "shared/core/json.hpp"
#include "shared/core/text.hpp"
#include "shared/domain/message.hpp"
#include "shared/texts/server_clients.hpp"
#include "shared/texts/server_portal.hpp"
#include "shared/texts/validation.hpp"

namespace carnet {

namespace {

// A project named in the request must be one the contact may know of.
Status check_project(Context& c, const PortalPlace& place, std::int64_t project_id) {
    if (project_id == 0)
        return Ok{};
    const auto project = portal_project(c.tx, *c.contact, project_id);
    if (!project || project->client_id.id != place.client_id)
        return not_found(c.language());
    return Ok{};
}

Result<Response> get_messages(Context& c) {
    const auto place = portal_place(c);
    if (!place)
        return place.error();
    if (!(*place)->rights.projects)
        return not_found(c.language());
    const auto project = c.request.query_int("project", 0, 0, INT64_MAX);
    if (!project)
        return invalid("project", tr(texts::bad_parameter, c.language()));
    if (auto checked = check_project(c, **place, *project); !checked)
        return checked.error();
    return json_response(portal_messages_json(c, **place, *project, 100));
}

Result<Response> post_message(Context& c) {
    for (const auto& [name, value] : c.request.json.items())
        if (name != "body" && name != "project_id")
            return invalid(name, tr(texts::unknown_field, c.language()));
    if (!json_at(c.request.json, "body").is_string())
        return invalid("body", tr(texts::portal_message_empty, c.language()));
    if (const Json& project = json_at(c.request.json, "project_id");
        !project.is_null() && !project.is_number_integer())
        return invalid("project_id", tr(texts::wrong_type, c.language()));
    const auto written = portal_write_message(
        c,
        c.request.id(),
        json_int(c.request.json, "project_id"),
        json_string(c.request.json, "body")
    );
    if (!written)
        return written.error();
    const PortalPlace* place = c.contact->place(c.request.id());
    Json items = portal_messages_json(c, *place, 0, 1)["items"];
    return json_response({{"message", items.empty() ? Json() : items[0]}}, 201);
}

constexpr Route routes[] = {
    get("/api/portal/clients/:id/messages",
        Portal::contact,
        &get_messages,
        "Portal: messages with the team, the latest first; project")
        .asks("project:integer")
        .gives("{items: [portal_message], conversations: [{project_id: integer, name: string, "
               "unread: integer}]}"),
    write(
        Method::post,
        "/api/portal/clients/:id/messages",
        Portal::contact,
        &post_message,
        "Portal: writes to the team: {body, project_id}"
    )
        .takes("{body: string, project_id?: integer|null}")
        .gives("{message: portal_message}"),
};

} // namespace

Status portal_write_message(
    Context& c, std::int64_t client_id, std::int64_t project_id, std::string_view body
) {
    const PortalPlace* place = c.contact->place(client_id);
    if (!place)
        return not_found(c.language());
    if (!place->rights.comment)
        return make_error(ErrorCode::forbidden, tr(texts::portal_no_comment, c.language()));
    if (auto checked = check_project(c, *place, project_id); !checked)
        return checked;
    Message message;
    message.body = text::clean_lines(body);
    if (message.body.empty())
        return invalid("body", tr(texts::portal_message_empty, c.language()));
    message.client_id = {client_id};
    message.project_id = {project_id};
    message.visibility = ShareState::shared;
    message.author_contact_id = {c.contact->contact_id};
    c.tx.set_action("message_create", {{"client", place->name}});
    const auto id = add_message(c.tx, message, c.contact->name, c.language());
    return id ? Status(Ok{}) : Status(id.error());
}

std::span<const Route> portal_message_routes() {
    return routes;
}

} // namespace carnet
