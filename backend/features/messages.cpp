// See messages.hpp.
#include "backend/features/messages.hpp"

#include "backend/app.hpp"
#include "backend/db/records.hpp"
#include "backend/features/access.hpp"
#include "backend/features/clients.hpp"
#include "backend/features/paging.hpp"
#include "backend/mail/outbox.hpp"
#include "shared/core/json.hpp"
#include "shared/domain/project.hpp"
#include "shared/texts/server_clients.hpp"
#include "shared/texts/validation.hpp"

namespace carnet {
namespace {

const EntitySpec& spec = EntityOf<Message>::spec;

Json message_json(Context& c, const Message& message) {
    const std::int64_t contact_id = message.author_contact_id;
    std::string name(c.app.directory().state()->user_name(message.author_user_id));
    if (const auto contact = find<Contact>(c.tx, contact_id))
        name = display_name(*contact);
    return {
        {"id", message.id},
        {"body", message.body},
        {"shared", message.visibility == ShareState::shared},
        {"project_id", message.project_id.id ? Json(message.project_id.id) : Json()},
        {"contact_id", contact_id ? Json(contact_id) : Json()},
        {"user_id", message.author_user_id.id ? Json(message.author_user_id.id) : Json()},
        {"by", name},
        {"mine", message.author_user_id.id == c.actor.user_id},
        {"at", to_iso(message.created_at)}};
}

// Oldest first, the latest page; "next" is `before` of the page above.
Result<Response> list(Context& c) {
    const auto client_id = c.request.id();
    if (auto may = require(c, client_id, Permission::clients_read); !may)
        return may.error();
    const auto page = page_query(c);
    if (!page)
        return page.error();
    const auto project = c.request.query_int("project", 0, 0, INT64_MAX);
    if (!project)
        return invalid("project", tr(texts::bad_parameter, c.language()));
    const auto found = find_all<Message>(
        c.tx,
        "WHERE client_id = :client AND id < :before AND (:project = 0 OR project_id = :project)"
        " ORDER BY id DESC LIMIT :limit",
        [&](Statement& s) {
            s.bind("client", client_id).bind("before", page->before).bind("limit", page->limit);
            s.bind("project", *project);
        }
    );
    Json items = Json::array();
    for (auto message = found.rbegin(); message != found.rend(); ++message)
        items.push_back(message_json(c, *message));
    Json answer{{"next", nullptr}, {"position", c.tx.position()}};
    if (static_cast<std::int64_t>(found.size()) == page->limit)
        answer["next"] = found.back().id;
    answer["items"] = std::move(items);
    return json_response(answer);
}

Result<Response> post(Context& c) {
    const auto client_id = c.request.id();
    if (auto may = require(c, client_id, Permission::messages_write); !may)
        return may.error();
    Message message;
    if (auto parsed = parse_new(spec, c.request.json, &message, "", c.language()); !parsed)
        return parsed.error();
    message.client_id = {client_id};
    message.author_user_id = {c.actor.user_id};
    const auto client = find<Client>(c.tx, client_id);
    c.tx.set_action("message_create", {{"client", display_name(*client)}});
    const auto state = c.app.directory().state();
    const auto id = add_message(c.tx, message, state->user_name(c.actor.user_id), c.language());
    if (!id)
        return id.error();
    Json answer = write_answer(c);
    answer["message"] = message_json(c, *find<Message>(c.tx, *id));
    return json_response(answer, 201);
}

constexpr Route routes[] = {
    get("/api/clients/:id/messages",
        Permission::clients_read,
        &list,
        "Messages about a client, oldest first; project, before, limit",
        &EntityOf<Message>::spec)
        .asks("project:integer before:integer limit:integer")
        .gives("{items: [message_row], next, position}"),
    write(
        Method::post,
        "/api/clients/:id/messages",
        Permission::messages_write,
        &post,
        "Writes a message; internal unless visibility is shared",
        &EntityOf<Message>::spec
    )
        .takes("{body: string, project_id?: integer|null, visibility?: string}")
        .gives("written & {message: message_row}"),
};

} // namespace

std::span<const Route> message_routes() {
    return routes;
}

Result<std::int64_t>
add_message(Transaction& tx, Message& message, std::string_view author, Language language) {
    if (message.project_id.id != 0) {
        const auto project = find<Project>(tx, message.project_id);
        if (!project || project->client_id != message.client_id)
            return invalid("project_id", tr(texts::project_elsewhere, language));
    }
    auto id = insert(tx, message, language);
    if (!id || message.visibility != ShareState::shared)
        return id;
    queue_event(
        tx,
        {.kind = "message",
         .client_id = message.client_id,
         .subject = std::string(author),
         .path = "/portal/messages",
         .entity = "message",
         .entity_id = *id,
         .except_contact_id = message.author_contact_id}
    );
    return id;
}

} // namespace carnet
