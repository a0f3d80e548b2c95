// Rights of folders: the matrix of everybody, one folder's rights, and the eye: what one person
// sees (MD-23…MD-26). The cascade is in folder_cascade.cpp.
#include "backend/features/folder_rights.hpp"
#include "backend/db/records.hpp"
#include "backend/features/access.hpp"
#include "backend/features/clients.hpp"
#include "backend/features/documents.hpp"
#include "backend/features/folder_reasons.hpp"
#include "shared/core/json.hpp"
#include "shared/texts/server_clients.hpp"
#include "shared/texts/server_documents.hpp"
#include "shared/texts/validation.hpp"

#include <algorithm>

namespace carnet {

namespace {

// {"people": […], "folders": [{"id", "access": [one per person], "own": [set here, or null]}]}
Result<Response> matrix(Context& c) {
    const auto client_id = c.request.id();
    if (auto may = require(c, client_id, Permission::documents_read); !may)
        return may.error();
    const ClientFolders mine = folders_of_user(c.tx, c.actor, client_id);
    const FolderTable table = folder_table(c.tx, client_id);
    const auto people = folder_people(c, client_id, table);
    Json list = Json::array();
    std::vector<std::vector<FolderAccess>> accesses;
    for (const FolderPersonRow& person : people) {
        list.push_back(folder_person_json(person));
        accesses.push_back(folder_accesses(table.places, person.rules, person.person));
    }
    Json folders = Json::array();
    for (std::size_t i = 0; i < table.folders.size(); ++i) {
        const std::int64_t id = table.folders[i].id;
        if (!mine.sees(id) || mine.in_bin(id))
            continue;
        Json row{{"id", id}, {"access", Json::array()}, {"own", Json::array()}};
        for (std::size_t p = 0; p < people.size(); ++p) {
            row["access"].push_back(access_word(accesses[p][i]));
            const auto own = std::find_if(
                people[p].rules.begin(),
                people[p].rules.end(),
                [&](const FolderRule& rule) { return rule.folder_id == id; }
            );
            row["own"].push_back(
                own == people[p].rules.end() ? Json() : Json(access_word(own->access))
            );
        }
        folders.push_back(std::move(row));
    }
    const auto may_set = [&](bool contact) {
        return bool(may_set_folder_rights(c, client_id, contact));
    };
    Json answer{
        {"position", c.tx.position()},
        {"may_set_contacts", may_set(true)},
        {"may_set_users", may_set(false)}};
    answer["people"] = std::move(list);
    answer["folders"] = std::move(folders);
    return json_response(answer);
}

// {"rights": [{"contact_id"|"user_id", "name", "access", "own"}]}
Result<Response> read_rights(Context& c) {
    const auto found = find_folder_rights(c, FolderAccess::read);
    if (!found)
        return found.error();
    const std::size_t at = found->mine.positions.at(found->folder.id);
    Json rights = Json::array();
    for (const FolderPersonRow& person : found->people) {
        Json json = folder_person_json(person);
        json["access"] =
            access_word(folder_accesses(found->table.places, person.rules, person.person)[at]);
        json["own"] = nullptr;
        for (const FolderRule& rule : person.rules)
            if (rule.folder_id == found->folder.id)
                json["own"] = access_word(rule.access);
        rights.push_back(std::move(json));
    }
    Json answer{{"position", c.tx.position()}};
    answer["rights"] = std::move(rights);
    return json_response(answer);
}

const FolderPersonRow* find_person(const std::vector<FolderPersonRow>& people, const Json& json) {
    const std::int64_t contact = json_int(json, "contact_id"), user = json_int(json, "user_id");
    for (const FolderPersonRow& person : people)
        if (person.id == (person.is_contact ? contact : user) && (contact == 0) != (user == 0))
            return &person;
    return nullptr;
}

Result<std::optional<FolderAccess>> read_access(const Json& json, Language language) {
    const Json& word = json_at(json, "access");
    if (word.is_null())
        return std::optional<FolderAccess>();
    for (std::size_t i = 0; i < folder_access_choices.size(); ++i)
        if (word.is_string() && word.get<std::string>() == folder_access_choices[i].value)
            return std::optional<FolderAccess>(static_cast<FolderAccess>(i));
    return invalid("access", tr(texts::right_word, language));
}

struct WantedRight {
    const FolderPersonRow* person;
    std::optional<FolderAccess> access;
};

Result<std::vector<WantedRight>> read_wanted(Context& c, const FolderRights& found) {
    const Json& rights = json_at(c.request.json, "rights");
    if (!rights.is_array() || rights.empty())
        return invalid("rights", tr(texts::wrong_type, c.language()));
    std::vector<WantedRight> wanted;
    for (const Json& json : rights) {
        const FolderPersonRow* person = find_person(found.people, json);
        if (!person)
            return invalid("rights", tr(texts::right_person, c.language()));
        if (!person->is_contact && !person->person.rules_count)
            return invalid("rights", tr(texts::right_of_owner, c.language()));
        if (auto may = may_set_folder_rights(c, found.folder.client_id, person->is_contact); !may)
            return may.error();
        const auto access = read_access(json, c.language());
        if (!access)
            return access.error();
        wanted.push_back({person, *access});
    }
    return wanted;
}

// Whom a right lets in or shuts out: of the folder, and of those below that have none of their own.
PersonCascade effect_of(const FolderRights& found, const WantedRight& wanted) {
    PersonCascade effect{wanted.person, {{}, wanted.person->rules}};
    std::vector<FolderRule>& rules = effect.cascade.rules;
    std::erase_if(rules, [&](const FolderRule& rule) { return rule.folder_id == found.folder.id; });
    if (wanted.access)
        rules.push_back({found.folder.id, *wanted.access});
    const FolderPerson& person = wanted.person->person;
    const auto before = folder_accesses(found.table.places, wanted.person->rules, person);
    const auto after = folder_accesses(found.table.places, rules, person);
    for (std::size_t i = 0; i < before.size(); ++i) {
        const std::int64_t id = found.table.folders[i].id;
        if (before[i] != after[i] && found.mine.sees(id) && !found.mine.in_bin(id))
            effect.cascade.changes.push_back({id, before[i], after[i]});
    }
    return effect;
}

// {"rights": [{"contact_id"|"user_id", "access": word or null}]}; with "dry_run" the list of what
// that changes, with the "version" of such a list only if it is still true.
Result<Response> put_rights(Context& c) {
    const auto found = find_folder_rights(c, FolderAccess::full);
    if (!found)
        return found.error();
    const Json& body = c.request.json;
    if (auto known = refuse_unknown(body, {"rights", "dry_run", "version"}, c.language()); !known)
        return known.error();
    const auto wanted = read_wanted(c, *found);
    if (!wanted)
        return wanted.error();
    const std::int64_t client_id = found->folder.client_id;
    if (json_bool(body, "dry_run")) {
        std::vector<PersonCascade> effects;
        for (const WantedRight& one : *wanted)
            effects.push_back(effect_of(*found, one));
        return json_response(rights_changes_json(c, *found, effects));
    }
    if (body.contains("version"))
        if (auto same = rights_as_shown(c, client_id); !same)
            return same.error();
    c.tx.set_action("folder_rights", {{"name", found->folder.name}});
    for (const WantedRight& one : *wanted) {
        const auto set =
            set_folder_right(c, found->table, client_id, found->folder.id, *one.person, one.access);
        if (!set)
            return set.error();
    }
    const std::size_t at = found->mine.positions.at(found->folder.id);
    const auto names = opened_to(c, found->table, found->people, at);
    if (auto told = tell_opened(c, client_id, found->folder, names); !told)
        return told.error();
    return json_response(write_answer(c));
}

// The eye: what one person sees now, and why not the rest. Folders the asker does not see are not
// there for them either.
Result<Response> seen_by(Context& c) {
    const auto client_id = c.request.id();
    if (auto may = require(c, client_id, Permission::documents_read); !may)
        return may.error();
    Json wanted = Json::object();
    for (const std::string name : {"contact", "user"}) {
        const auto id = c.request.query_int(name, 0, 0, INT64_MAX);
        if (!id)
            return invalid(name, tr(texts::bad_parameter, c.language()));
        wanted[name + "_id"] = *id;
    }
    const FolderTable table = folder_table(c.tx, client_id);
    const auto people = folder_people(c, client_id, table);
    const FolderPersonRow* person = find_person(people, wanted);
    if (!person)
        return not_found(c.language());
    const ClientFolders mine = folders_of_user(c.tx, c.actor, client_id);
    const auto verdicts = folder_verdicts(table.places, person->rules, person->now);
    Json folders = Json::array();
    std::int64_t visible = 0, hidden = 0;
    for (std::size_t i = 0; i < table.folders.size(); ++i) {
        const Folder& folder = table.folders[i];
        if (!mine.sees(folder.id) || mine.in_bin(folder.id))
            continue;
        (verdicts[i].access == FolderAccess::none ? hidden : visible)++;
        folders.push_back(
            {{"id", folder.id},
             {"access", access_word(verdicts[i].access)},
             {"why", why_folder(table, mine, *person, i, verdicts[i], c.language())}}
        );
    }
    Json answer = folder_person_json(*person);
    answer["top"] = access_word(person->now.top);
    answer["visible"] = visible;
    answer["hidden"] = hidden;
    answer["folders"] = std::move(folders);
    answer["position"] = c.tx.position();
    return json_response(answer);
}

constexpr Route routes[] = {
    get("/api/clients/:id/documents/rights",
        Permission::documents_read,
        &matrix,
        "Rights of everybody on every folder of a client")
        .gives("{people: [{contact_id?: integer, user_id?: integer, name: string, fixed: boolean, "
               "portal: boolean}], folders: [{id: integer, access: [string], own: [string|null]}], "
               "may_set_contacts: boolean, may_set_users: boolean, position}"),
    get("/api/clients/:id/documents/seen-by",
        Permission::documents_read,
        &seen_by,
        "The folders a contact or a user sees: contact or user")
        .asks("contact:integer user:integer")
        .gives("{contact_id?: integer, user_id?: integer, name: string, top: string, fixed: "
               "boolean, portal: boolean, visible: integer, hidden: integer, folders: [{id: "
               "integer, access: string, why: string}], position}"),
    get("/api/folders/:id/rights",
        Permission::documents_read,
        &read_rights,
        "Rights of everybody on one folder",
        &EntityOf<FolderRight>::spec)
        .gives("{rights: [{contact_id?: integer, user_id?: integer, name: string, access: string, "
               "own: string|null, fixed: boolean, portal: boolean}], position}"),
    write(
        Method::put,
        "/api/folders/:id/rights",
        Permission::documents_read,
        &put_rights,
        "Sets rights on a folder: rights is a list of {contact_id or user_id, access or null}; "
        "dry_run "
        "lists the changes",
        &EntityOf<FolderRight>::spec
    )
        .takes("{rights: [{contact_id?: integer, user_id?: integer, access: string|null}], "
               "dry_run?: boolean, version?: integer}")
        .gives("{gains?: integer, losses?: integer, changes?: [{folder_id: integer, folder: "
               "string, contact_id?: integer, user_id?: integer, name: string, before: string, "
               "after: string, fixed: boolean, portal: boolean}], closed?: [string], position, "
               "action?: integer|null}"),
    write(
        Method::post,
        "/api/folders/:id/cascade",
        Permission::documents_read,
        &post_folder_cascade,
        "Passes the rights of a folder on to those below; dry_run lists the changes"
    )
        .takes("{dry_run?: boolean, version?: integer}")
        .gives("{gains: integer, losses: integer, folders: integer, changes: [{folder_id: integer, "
               "folder: string, contact_id?: integer, user_id?: integer, name: string, before: "
               "string, after: string, fixed: boolean, portal: boolean}], closed: [string], "
               "untouched: [string], position, action?: integer|null}"),
};

} // namespace

Status may_set_folder_rights(Context& c, std::int64_t client_id, bool of_contact) {
    return require(
        c, client_id, of_contact ? Permission::portal_configure : Permission::clients_edit
    );
}

Json folder_person_json(const FolderPersonRow& person) {
    Json json{
        {"name", person.name},
        {"portal", person.portal},
        {"fixed", !person.person.rules_count && !person.is_contact}};
    json[person.is_contact ? "contact_id" : "user_id"] = person.id;
    return json;
}

Result<FolderRights> find_folder_rights(Context& c, FolderAccess wanted) {
    const auto folder = find<Folder>(c.tx, c.request.id());
    if (!folder)
        return not_found(c.language());
    const std::int64_t client_id = folder->client_id;
    ClientFolders mine = folders_of_user(c.tx, c.actor, client_id);
    if (auto may = require_folder(c, mine, client_id, folder->id, wanted); !may)
        return may.error();
    FolderTable table = folder_table(c.tx, client_id);
    auto people = folder_people(c, client_id, table);
    return FolderRights{*folder, std::move(mine), std::move(table), std::move(people)};
}

const FolderRight*
own_folder_right(const FolderTable& table, std::int64_t folder, const FolderPersonRow& p) {
    for (const FolderRight& right : table.rights)
        if (right.folder_id == folder && (p.is_contact ? right.contact_id : right.user_id) == p.id)
            return &right;
    return nullptr;
}

Status set_folder_right(
    Context& c,
    const FolderTable& table,
    std::int64_t client_id,
    std::int64_t folder_id,
    const FolderPersonRow& person,
    std::optional<FolderAccess> access
) {
    const EntitySpec& spec = EntityOf<FolderRight>::spec;
    const FolderRight* known = own_folder_right(table, folder_id, person);
    if (!access) {
        if (known)
            remove(c.tx, spec, known->id);
        return Ok{};
    }
    if (known) {
        const FieldChange to = change(spec, "access", Value{std::string(access_word(*access))});
        const auto changed = update(c.tx, spec, known->id, {&to, 1}, c.language());
        return changed ? Status(Ok{}) : changed.error();
    }
    FolderRight right{.client_id = {client_id}, .folder_id = {folder_id}, .access = *access};
    (person.is_contact ? right.contact_id : right.user_id) = {person.id};
    const auto id = insert(c.tx, right, c.language());
    return id ? Status(Ok{}) : id.error();
}

std::span<const Route> folder_right_routes() {
    return routes;
}

} // namespace carnet
