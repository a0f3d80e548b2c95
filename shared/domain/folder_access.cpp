// See folder_access.hpp.
#include "shared/domain/folder_access.hpp"

#include "shared/domain/portal_rights.hpp"

#include <algorithm>
#include <unordered_map>

namespace carnet {

namespace {

using Positions = std::unordered_map<std::int64_t, std::size_t>;
constexpr std::size_t nowhere = SIZE_MAX;

Positions positions_of(std::span<const FolderPlace> folders) {
    Positions positions;
    positions.reserve(folders.size());
    for (std::size_t i = 0; i < folders.size(); ++i)
        positions.emplace(folders[i].id, i);
    return positions;
}

std::size_t position_of(const Positions& positions, std::int64_t id) {
    const auto found = positions.find(id);
    return found == positions.end() ? nowhere : found->second;
}

// Index of each folder's parent, `nowhere` at the top.
std::vector<std::size_t>
parents_of(std::span<const FolderPlace> folders, const Positions& positions) {
    std::vector<std::size_t> parents(folders.size(), nowhere);
    for (std::size_t i = 0; i < folders.size(); ++i)
        if (folders[i].parent_id != 0)
            parents[i] = position_of(positions, folders[i].parent_id);
    return parents;
}

// Visits every folder after its parent. A circle is cut where it is entered.
template <class Visit>
void parents_first(std::vector<std::size_t>& parents, const Visit& visit) {
    enum class Seen : std::uint8_t { no, under_way, done };
    std::vector<Seen> seen(parents.size(), Seen::no);
    std::vector<std::size_t> way;
    for (std::size_t start = 0; start < parents.size(); ++start) {
        std::size_t at = start;
        while (at != nowhere && seen[at] == Seen::no) {
            seen[at] = Seen::under_way;
            way.push_back(at);
            const std::size_t parent = parents[at];
            if (parent != nowhere && seen[parent] == Seen::under_way)
                parents[at] = nowhere;
            at = parents[at];
        }
        for (; !way.empty(); way.pop_back()) {
            seen[way.back()] = Seen::done;
            visit(way.back());
        }
    }
}

bool contains(std::span<const std::int64_t> ids, std::int64_t id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

} // namespace

FolderPerson folder_person(const Actor& actor, const Audience& audience) {
    FolderPerson person;
    person.rules_count = false;
    if (!can(actor, Permission::documents_read, audience))
        return person;
    person.rules_count = actor.role != Role::owner;
    person.top =
        can(actor, Permission::documents_edit, audience) ? FolderAccess::full : FolderAccess::read;
    return person;
}

FolderPerson intended_folder_person(const ClientContact& contact) {
    if (!contact.portal_documents)
        return {.top = FolderAccess::none, .rules_count = false};
    return {.top = FolderAccess::read};
}

FolderPerson folder_person(const ClientContact& contact) {
    if (!portal_rights(contact).documents)
        return {.top = FolderAccess::none, .rules_count = false};
    return intended_folder_person(contact);
}

std::vector<FolderVerdict> folder_verdicts(
    std::span<const FolderPlace> folders,
    std::span<const FolderRule> rules,
    const FolderPerson& person
) {
    std::vector<FolderVerdict> verdicts(folders.size(), FolderVerdict{person.top});
    if (!person.rules_count || rules.empty())
        return verdicts;
    const Positions positions = positions_of(folders);
    std::vector<std::size_t> parents = parents_of(folders, positions);
    for (const FolderRule& rule : rules)
        if (const std::size_t at = position_of(positions, rule.folder_id); at != nowhere)
            verdicts[at] = {rule.access, rule.folder_id};
    parents_first(parents, [&](std::size_t at) {
        if (verdicts[at].by == 0 && parents[at] != nowhere)
            verdicts[at] = verdicts[parents[at]];
    });
    return verdicts;
}

std::vector<FolderAccess> folder_accesses(
    std::span<const FolderPlace> folders,
    std::span<const FolderRule> rules,
    const FolderPerson& person
) {
    std::vector<FolderAccess> accesses;
    accesses.reserve(folders.size());
    for (const FolderVerdict& verdict : folder_verdicts(folders, rules, person))
        accesses.push_back(verdict.access);
    return accesses;
}

Cascade cascade(
    std::span<const FolderPlace> folders,
    std::span<const FolderRule> rules,
    const FolderPerson& person,
    std::int64_t source,
    std::span<const std::int64_t> untouched
) {
    const auto before = folder_accesses(folders, rules, person);
    const Positions positions = positions_of(folders);
    std::vector<std::size_t> parents = parents_of(folders, positions);
    const std::size_t source_at = position_of(positions, source);
    Cascade result;
    result.rules.assign(rules.begin(), rules.end());
    if (source_at == nowhere || !person.rules_count)
        return result;

    auto after = before;
    std::vector<std::uint8_t> below(folders.size(), 0);   // The source, or somewhere below it.
    std::vector<std::uint8_t> reached(folders.size(), 0); // Gets the source's access.
    parents_first(parents, [&](std::size_t at) {
        const std::size_t parent = parents[at];
        if (at == source_at) {
            below[at] = reached[at] = 1;
        } else if (parent != nowhere && below[parent]) {
            below[at] = 1;
            reached[at] = reached[parent] && !contains(untouched, folders[at].id);
            if (reached[at])
                after[at] = before[source_at];
        }
    });
    // Rules below the source are written anew: only where a folder differs from the one above it.
    std::erase_if(result.rules, [&](const FolderRule& rule) {
        const std::size_t at = position_of(positions, rule.folder_id);
        return at != nowhere && at != source_at && below[at];
    });
    for (std::size_t at = 0; at < folders.size(); ++at) {
        if (at == source_at || !below[at])
            continue;
        if (after[at] != after[parents[at]])
            result.rules.push_back({folders[at].id, after[at]});
        if (after[at] != before[at])
            result.changes.push_back({folders[at].id, before[at], after[at]});
    }
    return result;
}

} // namespace carnet
