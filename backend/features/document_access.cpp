// See document_access.hpp.
#include "backend/features/document_access.hpp"

#include "backend/db/records.hpp"
#include "backend/features/access.hpp"
#include "shared/core/text.hpp"

#include <algorithm>

namespace carnet {

namespace {

ClientFolders made_for(
    std::vector<Folder> folders, std::span<const FolderRule> rules, const FolderPerson& person
) {
    ClientFolders made;
    made.folders = std::move(folders);
    for (const Folder& folder : made.folders) {
        made.positions.emplace(folder.id, made.places.size());
        made.places.push_back({folder.id, folder.parent_id});
    }
    made.accesses = folder_accesses(made.places, rules, person);
    made.top = person.top;
    return made;
}

std::vector<Folder> folders_of(Transaction& tx, std::int64_t client_id) {
    auto folders = find_all<Folder>(tx, "WHERE client_id = :client", [&](Statement& s) {
        s.bind("client", client_id);
    });
    std::vector<std::pair<std::string, std::size_t>> keys;
    for (std::size_t i = 0; i < folders.size(); ++i)
        keys.emplace_back(text::french_sort_key(folders[i].name), i);
    std::sort(keys.begin(), keys.end());
    std::vector<Folder> sorted;
    sorted.reserve(keys.size());
    for (const auto& [key, i] : keys)
        sorted.push_back(std::move(folders[i]));
    return sorted;
}

std::vector<FolderRule>
rules_of(Transaction& tx, std::string_view column, std::int64_t person, std::int64_t client_id) {
    const auto rights = find_all<FolderRight>(
        tx,
        "WHERE client_id = :client AND " + std::string(column) + " = :person",
        [&](Statement& s) { s.bind("client", client_id).bind("person", person); }
    );
    std::vector<FolderRule> rules;
    rules.reserve(rights.size());
    for (const FolderRight& right : rights)
        rules.push_back({right.folder_id, right.access});
    return rules;
}

} // namespace

std::string_view access_word(FolderAccess access) {
    return folder_access_choices[static_cast<std::size_t>(access)].value;
}

const Folder* ClientFolders::find(std::int64_t folder_id) const {
    const auto found = positions.find(folder_id);
    return found == positions.end() ? nullptr : &folders[found->second];
}

FolderAccess ClientFolders::access(std::int64_t folder_id) const {
    if (folder_id == 0)
        return top;
    const auto found = positions.find(folder_id);
    return found == positions.end() ? FolderAccess::none : accesses[found->second];
}

bool ClientFolders::in_bin(std::int64_t folder_id) const {
    std::size_t steps = 0;
    for (const Folder* at = find(folder_id); at && steps <= folders.size(); ++steps) {
        if (at->deleted_at.is_set())
            return true;
        at = find(at->parent_id);
    }
    return false;
}

std::int64_t ClientFolders::visible_parent(const Folder& folder) const {
    std::size_t steps = 0;
    for (const Folder* at = find(folder.parent_id); at && steps <= folders.size(); ++steps) {
        if (sees(at->id))
            return at->id;
        at = find(at->parent_id);
    }
    return 0;
}

bool ClientFolders::is_below(std::int64_t folder_id, std::int64_t other_id) const {
    std::size_t steps = 0;
    for (const Folder* at = find(folder_id); at && steps <= folders.size(); ++steps) {
        if (at->id == other_id)
            return true;
        at = find(at->parent_id);
    }
    return false;
}

bool ClientFolders::sees_all() const {
    return top != FolderAccess::none &&
           std::none_of(accesses.begin(), accesses.end(), [](FolderAccess access) {
               return access == FolderAccess::none;
           });
}

std::string ClientFolders::visible_condition() const {
    if (sees_all())
        return "1 = 1";
    std::string list;
    for (std::size_t i = 0; i < folders.size(); ++i)
        if (accesses[i] != FolderAccess::none)
            list += (list.empty() ? "" : ",") + std::to_string(folders[i].id);
    std::string condition = top != FolderAccess::none ? "folder_id IS NULL" : "1 = 0";
    if (!list.empty())
        condition += " OR folder_id IN (" + list + ")";
    return condition;
}

std::vector<FolderRule> FolderTable::rules_of_user(std::int64_t user_id) const {
    std::vector<FolderRule> rules;
    for (const FolderRight& right : rights)
        if (right.user_id == user_id)
            rules.push_back({right.folder_id, right.access});
    return rules;
}

std::vector<FolderRule> FolderTable::rules_of_contact(std::int64_t contact_id) const {
    std::vector<FolderRule> rules;
    for (const FolderRight& right : rights)
        if (right.contact_id == contact_id)
            rules.push_back({right.folder_id, right.access});
    return rules;
}

FolderTable folder_table(Transaction& tx, std::int64_t client_id) {
    FolderTable table;
    table.folders = folders_of(tx, client_id);
    for (const Folder& folder : table.folders)
        table.places.push_back({folder.id, folder.parent_id});
    table.rights = find_all<FolderRight>(tx, "WHERE client_id = :client", [&](Statement& s) {
        s.bind("client", client_id);
    });
    return table;
}

ClientFolders folders_of_user(Transaction& tx, const Actor& actor, std::int64_t client_id) {
    const auto access = client_access(tx, client_id);
    if (!access.exists)
        return {};
    const FolderPerson person = folder_person(actor, access.audience());
    return made_for(
        folders_of(tx, client_id), rules_of(tx, "user_id", actor.user_id, client_id), person
    );
}

ClientFolders folders_of_contact(Transaction& tx, const ClientContact& contact) {
    return made_for(
        folders_of(tx, contact.client_id),
        rules_of(tx, "contact_id", contact.contact_id, contact.client_id),
        folder_person(contact)
    );
}

Status require_folder(
    Context& c,
    const ClientFolders& folders,
    std::int64_t client_id,
    std::int64_t folder_id,
    FolderAccess wanted
) {
    if (auto may = require(c, client_id, Permission::documents_read); !may)
        return may;
    if (!folders.sees(folder_id) || folders.in_bin(folder_id))
        return not_found(c.language());
    if (folders.access(folder_id) < wanted)
        return forbidden(c.language());
    return Ok{};
}

std::string visible_activities(Transaction& tx, const Actor& actor, std::int64_t client_id) {
    const ClientFolders folders = folders_of_user(tx, actor, client_id);
    if (folders.sees_all())
        return {};
    return " AND (document_id IS NULL OR document_id IN (SELECT id FROM document WHERE client_id "
           "= " +
           std::to_string(client_id) + " AND (" + folders.visible_condition() + ")))";
}

std::int64_t
count_documents(Transaction& tx, const ClientFolders& folders, std::int64_t client_id) {
    auto rows = tx.prepare("SELECT folder_id, count(*) FROM document WHERE client_id = :client AND "
                           "deleted_at IS NULL GROUP BY folder_id");
    rows.bind("client", client_id);
    std::int64_t count = 0;
    while (rows.step())
        if (folders.sees(rows.integer(0)) && !folders.in_bin(rows.integer(0)))
            count += rows.integer(1);
    return count;
}

} // namespace carnet
