// See folder_people.hpp.
#include "backend/features/folder_people.hpp"

#include "backend/app.hpp"
#include "backend/db/records.hpp"
#include "backend/features/access.hpp"
#include "backend/features/document_access.hpp"

#include <algorithm>

namespace carnet {

namespace {

// More of the team than this nobody sets rights for one by one.
constexpr std::size_t most_users = 60;

void add_contacts(
    Transaction& tx,
    std::int64_t client_id,
    const FolderTable& table,
    std::vector<FolderPersonRow>& people
) {
    const auto links = find_all<ClientContact>(
        tx,
        "WHERE client_id = :client AND is_active = 1 ORDER BY is_main DESC, id",
        [&](Statement& s) { s.bind("client", client_id); }
    );
    for (const ClientContact& link : links) {
        const auto contact = find<Contact>(tx, link.contact_id);
        if (!contact)
            continue;
        FolderPersonRow row;
        row.is_contact = true;
        row.id = contact->id;
        row.name = display_name(*contact);
        row.person = intended_folder_person(link);
        row.now = folder_person(link);
        row.portal = row.now.rules_count;
        row.rules = table.rules_of_contact(contact->id);
        people.push_back(std::move(row));
    }
}

bool concerned(const ClientAccess& access, std::int64_t user_id) {
    return access.owner_id == user_id ||
           std::find(access.assigned_ids.begin(), access.assigned_ids.end(), user_id) !=
               access.assigned_ids.end();
}

} // namespace

std::vector<FolderPersonRow>
folder_people(Context& c, std::int64_t client_id, const FolderTable& table) {
    std::vector<FolderPersonRow> people;
    add_contacts(c.tx, client_id, table, people);
    const ClientAccess access = client_access(c.tx, client_id);
    const auto team = c.app.directory().state();
    std::vector<FolderPersonRow> near, far;
    for (const User& user : team->users) {
        const Actor actor = team->actor_of(user.id);
        const FolderPerson person = folder_person(actor, access.audience());
        if (!user.is_active || person.top == FolderAccess::none)
            continue;
        FolderPersonRow row;
        row.id = user.id;
        row.name = user.name;
        row.person = row.now = person;
        row.rules = table.rules_of_user(user.id);
        (concerned(access, user.id) || !row.rules.empty() ? near : far).push_back(std::move(row));
    }
    for (auto* group : {&near, &far})
        for (FolderPersonRow& row : *group)
            if (group == &near || near.size() + people.size() < most_users)
                people.push_back(std::move(row));
    return people;
}

} // namespace carnet
