// The cascade: the rights of a folder pass on to those below, after a look at the list of changes
// (MD-25).
#include "backend/db/records.hpp"
#include "backend/features/access.hpp"
#include "backend/features/clients.hpp"
#include "backend/features/folder_reasons.hpp"
#include "backend/features/folder_rights.hpp"
#include "shared/core/json.hpp"
#include "shared/texts/server_documents.hpp"
#include "shared/texts/validation.hpp"

#include <map>

namespace carnet {

namespace {

// Folders a cascade leaves alone: marked so, in the bin, or not the actor's to change.
Ids untouched_by(const FolderRights& found) {
    Ids ids;
    for (const Folder& folder : found.table.folders)
        if (folder.outside_cascade || folder.deleted_at.is_set() || !found.mine.writes(folder.id))
            ids.push_back(folder.id);
    return ids;
}

std::vector<PersonCascade> cascades_of(Context& c, const FolderRights& found) {
    const Ids untouched = untouched_by(found);
    std::vector<PersonCascade> cascades;
    for (const FolderPersonRow& person : found.people) {
        if (!may_set_folder_rights(c, found.folder.client_id, person.is_contact))
            continue;
        Cascade made =
            cascade(found.table.places, person.rules, person.person, found.folder.id, untouched);
        if (!made.changes.empty())
            cascades.push_back({&person, std::move(made)});
    }
    return cascades;
}

// What a cascade leaves alone, and how many folders it reaches.
void tell_reach(const FolderRights& found, Json& answer) {
    Json kept = Json::array();
    std::int64_t below = -1; // Without the folder itself.
    for (const Folder& folder : found.table.folders) {
        if (!found.mine.sees(folder.id) || !found.mine.is_below(folder.id, found.folder.id) ||
            found.mine.in_bin(folder.id))
            continue;
        ++below;
        if (folder.outside_cascade && folder.id != found.folder.id)
            kept.push_back(folder.name);
    }
    answer["folders"] = below;
    answer["untouched"] = std::move(kept);
}

bool changed_since(Transaction& tx, std::int64_t client_id, std::int64_t version) {
    auto row = tx.prepare("SELECT 1 FROM journal WHERE client_id = :client AND seq > :version AND "
                          "entity IN ('folder', 'folder_right', 'client_contact')");
    return row.bind("client", client_id).bind("version", version).step();
}

Status apply_cascade(Context& c, const FolderRights& found, const PersonCascade& one) {
    const auto wanted = [&](std::int64_t folder_id) -> std::optional<FolderAccess> {
        for (const FolderRule& rule : one.cascade.rules)
            if (rule.folder_id == folder_id)
                return rule.access;
        return std::nullopt;
    };
    for (const Folder& folder : found.table.folders) {
        const auto access = wanted(folder.id);
        const FolderRight* known = own_folder_right(found.table, folder.id, *one.person);
        if (access ? known && known->access == *access : !known)
            continue;
        auto set = set_folder_right(
            c, found.table, found.folder.client_id, folder.id, *one.person, access
        );
        if (!set)
            return set;
    }
    return Ok{};
}

} // namespace

Json rights_changes_json(
    Context& c, const FolderRights& found, const std::vector<PersonCascade>& changes
) {
    Json list = Json::array();
    Json closed = Json::array();
    std::int64_t gains = 0, losses = 0;
    for (const PersonCascade& one : changes) {
        for (const CascadeChange& change : one.cascade.changes) {
            Json json = folder_person_json(*one.person);
            json["folder_id"] = change.folder_id;
            json["folder"] = found.mine.find(change.folder_id)->name;
            json["before"] = access_word(change.before);
            json["after"] = access_word(change.after);
            (change.after > change.before ? gains : losses)++;
            list.push_back(std::move(json));
        }
        if (one.person->is_contact && !one.person->portal)
            closed.push_back(one.person->name);
    }
    Json answer{{"gains", gains}, {"losses", losses}, {"position", c.tx.position()}};
    answer["changes"] = std::move(list);
    answer["closed"] = std::move(closed);
    return answer;
}

Status rights_as_shown(Context& c, std::int64_t client_id) {
    const auto version = read_version(c.request.json, c.tx.position(), "version", c.language());
    if (!version)
        return version.error();
    if (changed_since(c.tx, client_id, *version))
        return make_error(ErrorCode::conflict, tr(texts::rights_moved_on, c.language()));
    return Ok{};
}

Result<Response> post_folder_cascade(Context& c) {
    const auto found = find_folder_rights(c, FolderAccess::full);
    if (!found)
        return found.error();
    const Json& body = c.request.json;
    if (auto known = refuse_unknown(body, {"dry_run", "version"}, c.language()); !known)
        return known.error();
    const std::int64_t client_id = found->folder.client_id;
    if (!may_set_folder_rights(c, client_id, true))
        if (auto may = may_set_folder_rights(c, client_id, false); !may)
            return may.error();
    const auto cascades = cascades_of(c, *found);
    Json answer = rights_changes_json(c, *found, cascades);
    tell_reach(*found, answer);
    if (json_bool(body, "dry_run"))
        return json_response(answer);
    if (auto same = rights_as_shown(c, client_id); !same)
        return same.error();
    c.tx.set_action("folder_cascade", {{"name", found->folder.name}});
    std::map<std::int64_t, std::vector<std::string>> opened;
    for (const PersonCascade& one : cascades) {
        if (auto applied = apply_cascade(c, *found, one); !applied)
            return applied.error();
        for (const CascadeChange& change : one.cascade.changes)
            if (one.person->is_contact && one.person->portal && change.before == FolderAccess::none)
                opened[change.folder_id].push_back(one.person->name);
    }
    for (const auto& [folder_id, names] : opened)
        if (auto told = tell_opened(c, client_id, *found->mine.find(folder_id), names); !told)
            return told.error();
    answer.update(write_answer(c));
    return json_response(answer);
}

} // namespace carnet
