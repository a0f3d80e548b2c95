// See client_sheet.hpp.
#include "backend/features/client_sheet.hpp"

#include "backend/db/records.hpp"
#include "backend/features/document_access.hpp"
#include "backend/features/invitations.hpp"
#include "shared/core/json.hpp"
#include "shared/domain/project_task.hpp"
#include "shared/texts/server_clients.hpp"

namespace carnet {

namespace {

template <class T>
std::vector<T> children(Transaction& tx, std::int64_t client_id, std::string_view order) {
    const std::string tail = "WHERE client_id = :client ORDER BY " + std::string(order);
    return find_all<T>(tx, tail, [&](Statement& s) { s.bind("client", client_id); });
}

template <class T>
Json list_json(Transaction& tx, const Actor& actor, const std::vector<T>& entities) {
    Json list = Json::array();
    for (const T& entity : entities)
        list.push_back(entity_json(tx, actor, EntityOf<T>::spec, &entity, entity.id));
    return list;
}

// Open tasks of the client's projects that go on, the most pressing first, and how many there are.
void add_next_tasks(Transaction& tx, const Actor& actor, std::int64_t client_id, Json& sheet) {
    const std::string open =
        "WHERE client_id = :client AND is_done = 0 AND project_id IN (SELECT id FROM project WHERE "
        "client_id = :client AND state IN ('running', 'waiting'))";
    const auto next = find_all<ProjectTask>(
        tx,
        open + " ORDER BY due_on IS NULL, due_on, project_id, position, id LIMIT 5",
        [&](Statement& s) { s.bind("client", client_id); }
    );
    auto count = tx.prepare("SELECT count(*) FROM project_task " + open);
    count.bind("client", client_id).step();
    sheet["counts"]["tasks"] = count.integer(0);
    sheet["tasks"] = list_json(tx, actor, next);
}

// What usually comes next in this state (CF-04); or, with "state", the one that the projects speak
// for (CF-03).
Json advice_json(const Actor& actor, const Client& client, const std::vector<Project>& projects) {
    ClientFigures figures;
    for (const Project& project : projects)
        add_project(figures, project.state, project.budget_cents);
    const Language language = actor.language;
    const auto state = suggested_state(client.state, figures);
    if (state == client.state)
        return {
            {"text", tr(texts::usual_action[static_cast<std::size_t>(state)], language)},
            {"reason", tr(texts::usual_action_hint, language)}};
    const Choice& choice = client_state_choices[static_cast<std::size_t>(state)];
    const Text& reason = figures.active_projects > 0 ? texts::projects_run : texts::projects_ended;
    return {
        {"text", fill(tr(texts::rather_state, language), {{"state", tr(choice.label, language)}})},
        {"reason", tr(reason, language)},
        {"state", choice.value}};
}

} // namespace

Json entity_json(
    Transaction& tx, const Actor& actor, const EntitySpec& spec, const void* entity, std::int64_t id
) {
    Json json = to_json(spec, entity, id, actor);
    json["version"] = tx.position();
    return json;
}

Json client_json(Transaction& tx, const Actor& actor, const Client& client) {
    Json json = entity_json(tx, actor, EntityOf<Client>::spec, &client, client.id);
    json["name"] = display_name(client);
    return json;
}

Json contact_link_json(Transaction& tx, const Actor& actor, const ClientContact& link) {
    Json json = entity_json(tx, actor, EntityOf<ClientContact>::spec, &link, link.id);
    if (const auto contact = find<Contact>(tx, link.contact_id)) {
        json["contact"] = entity_json(tx, actor, EntityOf<Contact>::spec, &*contact, contact->id);
        json["contact"]["name"] = display_name(*contact);
        json["portal"] = portal_json(tx, *contact, link);
    }
    return json;
}

std::int64_t count_of(Transaction& tx, std::string_view table, std::int64_t client_id) {
    auto statement =
        tx.prepare("SELECT count(*) FROM " + std::string(table) + " WHERE client_id = :client");
    statement.bind("client", client_id);
    return statement.step() ? statement.integer(0) : 0;
}

std::int64_t count_activities(Transaction& tx, const Actor& actor, std::int64_t client_id) {
    auto statement = tx.prepare(
        "SELECT count(*) FROM activity WHERE client_id = :client" +
        visible_activities(tx, actor, client_id)
    );
    statement.bind("client", client_id);
    return statement.step() ? statement.integer(0) : 0;
}

Json client_sheet(Transaction& tx, const Actor& actor, std::int64_t client_id) {
    const auto client = find<Client>(tx, client_id);
    if (!client)
        return Json::object();
    const auto links = children<ClientContact>(tx, client_id, "is_main DESC, is_active DESC, id");
    Json contacts = Json::array();
    for (const auto& link : links)
        contacts.push_back(contact_link_json(tx, actor, link));
    Json addresses = list_json(tx, actor, children<Address>(tx, client_id, "is_main DESC, id"));
    const auto found = children<Project>(tx, client_id, "id DESC");
    Json projects = list_json(tx, actor, found);
    const std::int64_t documents =
        count_documents(tx, folders_of_user(tx, actor, client_id), client_id);
    const auto address_count = static_cast<int>(addresses.size());
    Json sheet{
        {"client", client_json(tx, actor, *client)},
        {"counts",
         {{"contacts", links.size()},
          {"addresses", address_count},
          {"projects", projects.size()},
          {"activities", count_activities(tx, actor, client_id)},
          {"documents", documents}}},
        {"completeness", completeness(*client, links, address_count)},
        {"advice", advice_json(actor, *client, found)},
        {"position", tx.position()}};
    sheet["contacts"] = std::move(contacts);
    sheet["addresses"] = std::move(addresses);
    sheet["projects"] = std::move(projects);
    add_next_tasks(tx, actor, client_id, sheet);
    return sheet;
}

} // namespace carnet
