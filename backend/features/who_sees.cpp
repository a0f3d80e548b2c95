// See who_sees.hpp.
#include "backend/features/who_sees.hpp"

#include "backend/app.hpp"
#include "backend/db/records.hpp"
#include "backend/features/access.hpp"
#include "backend/features/document_access.hpp"
#include "backend/features/portal_read.hpp"
#include "backend/features/portal_readings.hpp"
#include "shared/core/json.hpp"
#include "shared/domain/milestone.hpp"
#include "shared/schema/display.hpp"
#include "shared/texts/server_clients.hpp"
#include "shared/texts/server_who_sees.hpp"

#include <algorithm>

namespace carnet {

namespace {

namespace words = texts::who_sees;

// What is asked about: rows of one kind, and the project or folder around them.
struct Item {
    std::string_view kind;
    std::int64_t client_id = 0;
    std::string name;
    std::optional<Project> project; // The item itself, or the one it belongs to.
    std::optional<ProjectTask> task;
    std::optional<Deliverable> deliverable;
    std::optional<Message> message;
    std::int64_t folder_id = 0; // Of folders and documents.
};

struct Verdict {
    bool seen = false;
    std::string why;
};

template <class Row>
Item of_project(Context& c, std::string_view kind, const Row& row) {
    return {
        .kind = kind,
        .client_id = row.client_id,
        .name = row.name,
        .project = find<Project>(c.tx, row.project_id)};
}

std::optional<Item> find_item(Context& c, std::string_view kind, std::int64_t id) {
    if (kind == "project") {
        if (auto row = find<Project>(c.tx, id))
            return Item{
                .kind = kind, .client_id = row->client_id, .name = row->name, .project = row};
    } else if (kind == "milestone") {
        if (const auto row = find<Milestone>(c.tx, id))
            return of_project(c, kind, *row);
    } else if (kind == "task") {
        if (const auto row = find<ProjectTask>(c.tx, id)) {
            Item item = of_project(c, kind, *row);
            item.task = *row;
            return item;
        }
    } else if (kind == "deliverable") {
        if (const auto row = find<Deliverable>(c.tx, id)) {
            Item item = of_project(c, kind, *row);
            item.deliverable = *row;
            return item;
        }
    } else if (kind == "message") {
        if (const auto row = find<Message>(c.tx, id))
            return Item{
                .kind = kind, .client_id = row->client_id, .name = row->body, .message = row};
    } else if (kind == "folder") {
        if (const auto row = find<Folder>(c.tx, id))
            return Item{
                .kind = kind, .client_id = row->client_id, .name = row->name, .folder_id = id};
    } else if (kind == "document") {
        if (const auto row = find<Document>(c.tx, id); row && !row->deleted_at.is_set())
            return Item{
                .kind = kind,
                .client_id = row->client_id,
                .name = row->name,
                .folder_id = row->folder_id};
    }
    return std::nullopt;
}

const char* switch_name(std::string_view field, Language language) {
    return tr(find_field(EntityOf<ClientContact>::spec, field)->label, language);
}

// What gives this contact the projects: the first switch that is on, or a role.
std::string project_reason(const ClientContact& link, const PortalRights& rights, Language l) {
    for (const PortalSwitch& one : portal_switches())
        if (rights.*one.right && one.field != "portal_documents" && one.field != "portal_invoices")
            return fill(tr(words::folder_default, l), {{"switch", switch_name(one.field, l)}});
    const std::string_view role = role_with_projects(link.roles);
    return fill(tr(words::by_role, l), {{"role", choice_label(contact_role_choices, role, l)}});
}

const Text* door_reason(PortalDoor door) {
    switch (door) {
    case PortalDoor::open:
        return nullptr;
    case PortalDoor::never:
        return &words::never;
    case PortalDoor::waiting:
        return &words::waiting;
    case PortalDoor::revoked:
        return &words::revoked;
    case PortalDoor::inactive:
        return &words::inactive;
    case PortalDoor::closed:
        break;
    }
    return &words::closed;
}

const Text& seen_reason(const Item& item) {
    return item.task          ? words::task_shared
           : item.deliverable ? words::handed_over
           : item.message     ? words::message_shared
                              : words::project_open;
}

std::string reason(const Item& item, Sight sight, const PortalPlace& place, Language language) {
    const auto with_switch = [&](const Text& text, std::string_view field) {
        return fill(tr(text, language), {{"switch", switch_name(field, language)}});
    };
    switch (sight) {
    case Sight::no_projects:
        return tr(words::no_projects, language);
    case Sight::no_tasks:
        return with_switch(words::switch_off, "portal_tasks");
    case Sight::no_documents:
        return with_switch(words::switch_off, "portal_documents");
    case Sight::project_hidden:
        return tr(words::project_hidden, language);
    case Sight::internal:
        return tr(item.task ? words::task_internal : words::message_internal, language);
    case Sight::in_preparation:
        return tr(words::in_preparation, language);
    default:
        return fill(
            tr(seen_reason(item), language),
            {{"how",
              item.task ? with_switch(words::folder_default, "portal_tasks")
                        : project_reason(place.link, place.rights, language)}}
        );
    }
}

// Folders the asker does not see are not named.
std::string folder_reason(const FolderVerdict& verdict, const ClientFolders& mine, Language l) {
    if (verdict.by == 0)
        return fill(tr(words::folder_default, l), {{"switch", switch_name("portal_documents", l)}});
    const Folder* by = mine.sees(verdict.by) ? mine.find(verdict.by) : nullptr;
    return fill(
        tr(words::folder_own, l),
        {{"access", tr(folder_access_choices[static_cast<std::size_t>(verdict.access)].label, l)},
         {"folder", by ? by->name : "…"}}
    );
}

Sight sight_of(Context& c, const Item& item, const PortalPlace& place) {
    if (item.message)
        return portal_message_sight(c.tx, place, *item.message);
    if (item.task)
        return task_sight(place.rights, *item.project, *item.task);
    if (item.deliverable)
        return portal_deliverable_sight(c.tx, place, *item.project, *item.deliverable);
    return project_sight(place.rights, *item.project);
}

Verdict verdict_of(
    Context& c,
    const Item& item,
    const Contact& contact,
    const ClientContact& link,
    const ClientFolders& mine
) {
    const Language language = c.language();
    if (const Text* shut = door_reason(portal_door(contact, link)))
        return {false, tr(*shut, language)};
    const PortalPlace place{
        .client_id = link.client_id, .name = {}, .link = link, .rights = portal_rights(link)};
    if (item.kind != "folder" && item.kind != "document") {
        const Sight sight = sight_of(c, item, place);
        return {sight == Sight::seen, reason(item, sight, place, language)};
    }
    const auto folder = portal_folder_sight(c.tx, place, item.folder_id);
    if (folder.sight == Sight::no_documents)
        return {false, reason(item, folder.sight, place, language)};
    return {folder.sight == Sight::seen, folder_reason(folder.verdict, mine, language)};
}

// What a contact has read of it: empty for items nobody reads.
Json readings_of(Transaction& tx, const Item& item, std::int64_t contact_id) {
    if (item.message)
        return message_readings(tx, *item.message, contact_id);
    return item.deliverable ? deliverable_readings(tx, item.deliverable->id, contact_id)
                            : Json(Json::array());
}

Json person_json(
    const Item& item, const Contact& contact, const Verdict& verdict, Json readings, Language l
) {
    const char* it = item.kind == "task" ? "la" : "le";
    const std::string name = display_name(contact);
    std::string why = fill(
        tr(verdict.seen ? words::seen : words::hidden, l),
        {{"name", name}, {"it", it}, {"why", verdict.why}}
    );
    // Proof of reading, of those who see it and of those who once did. Nobody reads their
    // own message.
    const bool own = item.message && item.message->author_contact_id.id == contact.id;
    const bool readable = (item.message && !own) || item.deliverable;
    if (readable && (verdict.seen || !readings.empty()))
        why += " " + readings_text(readings, item.message.has_value(), l);
    return {
        {"contact_id", contact.id},
        {"name", name},
        {"sees", verdict.seen},
        {"readings", std::move(readings)},
        {"why", std::move(why)}};
}

// Who of the team sees the client itself, by the one rule of visibility.
Json team_json(Context& c, std::int64_t client_id) {
    const ClientAccess access = client_access(c.tx, client_id);
    const auto team = c.app.directory().state();
    Json people = Json::array();
    for (const User& user : team->users) {
        if (!user.is_active)
            continue;
        const Actor actor = team->actor_of(user.id);
        const bool sees = can_see(actor, access.audience());
        const bool all = actor.grant(Permission::clients_read) == Grant::all;
        const Text& reason = all                          ? words::sees_all
                             : !sees                      ? words::sees_own
                             : user.id == access.owner_id ? words::in_charge
                                                          : words::in_team;
        const std::string why =
            fill(tr(reason, c.language()), {{"role", tr(role_label(user.role), c.language())}});
        people.push_back(Json{
            {"user_id", user.id},
            {"name", user.name},
            {"sees", sees},
            {"why",
             fill(
                 tr(sees ? words::seen : words::hidden, c.language()),
                 {{"name", user.name}, {"it", "la"}, {"why", why}}
             )}});
    }
    return people;
}

// GET /api/clients/:id/visibility?kind=task&item=5. What the asker does not see does not exist.
Result<Response> get_visibility(Context& c) {
    const auto client_id = c.request.id();
    if (auto may = require(c, client_id, Permission::clients_read); !may)
        return not_found(c.language());
    const auto id = c.request.query_int("item", 0, 0, INT64_MAX);
    if (!id)
        return invalid("item", tr(texts::bad_parameter, c.language()));
    if (c.request.query_param("kind") == "client") {
        const auto client = find<Client>(c.tx, client_id);
        return json_response(
            {{"name", client ? display_name(*client) : ""},
             {"people", team_json(c, client_id)},
             {"position", c.tx.position()}}
        );
    }
    const auto item = find_item(c, c.request.query_param("kind"), *id);
    if (!item || item->client_id != client_id)
        return not_found(c.language());
    const ClientFolders mine = folders_of_user(c.tx, c.actor, client_id);
    if (!item->project && !item->message &&
        !require_folder(c, mine, client_id, item->folder_id, FolderAccess::read))
        return not_found(c.language());
    const auto links = find_all<ClientContact>(
        c.tx,
        "WHERE client_id = :client ORDER BY is_active DESC, is_main DESC, id",
        [&](Statement& s) { s.bind("client", client_id); }
    );
    Json people = Json::array();
    for (const ClientContact& link : links)
        if (const auto contact = find<Contact>(c.tx, link.contact_id))
            people.push_back(person_json(
                *item,
                *contact,
                verdict_of(c, *item, *contact, link, mine),
                readings_of(c.tx, *item, contact->id),
                c.language()
            ));
    return json_response(
        {{"name", item->name}, {"people", std::move(people)}, {"position", c.tx.position()}}
    );
}

constexpr Route routes[] = {
    get("/api/clients/:id/visibility",
        Permission::clients_read,
        &get_visibility,
        "Which contacts see an item in the portal, why, and what they have read of it: kind "
        "(project, task, milestone, deliverable, message, folder, document), item; kind client: "
        "who "
        "of the team sees the client, and why")
        .asks("kind:string item:integer")
        .gives("{name: string, people: [{contact_id?: integer, user_id?: integer, name: string, "
               "sees: boolean, why: string, readings?: [any]}], position}"),
};

} // namespace

std::span<const Route> who_sees_routes() {
    return routes;
}

} // namespace carnet
