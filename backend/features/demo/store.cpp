// See store.hpp.
#include "backend/features/demo/store.hpp"

#include "backend/contact_accounts.hpp"
#include "backend/db/records.hpp"
#include "backend/features/demo/demo.hpp"
#include "backend/features/demo/words.hpp"
#include "backend/sessions.hpp"
#include "shared/book/book.hpp"
#include "shared/domain/portal_rights.hpp"

namespace carnet::demo {

namespace {

constexpr Language french = Language::fr;

struct TagRow {
    const char* name;
    const char* color;
};
// In the order generate.cpp and pictured.cpp count them.
constexpr auto tag_table = std::to_array<TagRow>({
    {"VIP", "violet"},
    {"Maintenance", "green"},
    {"Santé", "blue"},
    {"Chorus Pro", "amber"},
    {"Salon 2026", "grey"},
    {"Multisite", "blue"},
    {"Téléphonie", "blue"},
    {"Litige", "red"},
    {"À relancer", "amber"},
    {"Archive", "grey"},
});

Status store_people(Transaction& tx, Ground& ground, const std::string& password_hash) {
    for (std::size_t i = 0; i < people().size(); ++i) {
        const Account& account = people()[i];
        User user;
        user.name = account.name;
        user.email = account.email;
        // ARCEP keeps 02 61 91 for numbers that nobody has.
        user.phone = "+332619142" + std::string(i < 9 ? "0" : "") + std::to_string(i + 1);
        if (!parse_role(account.role, user.role))
            user.role = Role::member;
        user.created_at = {make_date(2019, 1, 7).days * std::int64_t{86'400'000}};
        const auto id = insert(tx, user, french);
        if (!id)
            return id.error();
        Sessions::store_password(tx, *id, password_hash);
        ground.people[i] = *id;
    }
    return Ok{};
}

Status store_words(Transaction& tx, std::string_view list, WordList names, Ids& ids) {
    for (std::size_t i = 0; i < names.size(); ++i) {
        Option option;
        option.list = list;
        option.name = names[i];
        option.position = static_cast<std::int64_t>(i);
        const auto id = insert(tx, option, french);
        if (!id)
            return id.error();
        ids.push_back(*id);
    }
    return Ok{};
}

Status store_tags(Transaction& tx, Ids& ids) {
    for (const auto& row : tag_table) {
        Tag tag;
        tag.name = row.name;
        tag.color = row.color;
        const auto id = insert(tx, tag, french);
        if (!id)
            return id.error();
        ids.push_back(*id);
    }
    return Ok{};
}

Status store_view(
    Transaction& tx, std::int64_t user, const char* name, const BookQuery& query, int position
) {
    SavedView view;
    view.user_id = {user};
    view.name = name;
    view.query = to_query_string(query);
    view.position = position;
    const auto id = insert(tx, view, french);
    if (!id)
        return id.error();
    return Ok{};
}

std::int64_t id_at(const Ids& ids, int index) {
    return index < 0 ? 0 : ids[static_cast<std::size_t>(index)];
}

Status store_contacts(Transaction& tx, const Ground& ground, DemoClient& made) {
    for (auto& contact : made.contacts) {
        const auto person = insert(tx, contact.person, french);
        if (!person)
            return person.error();
        contact.link.client_id = {made.client.id};
        contact.link.contact_id = {*person};
        if (portal_switches_off(contact.link)) // Or they are set by hand.
            fill_switches(contact.link);
        if (contact.person.portal_joined_at.is_set())
            ContactAccounts::store_password(tx, *person, ground.password_hash);
        contact.link.function_id = {id_at(ground.functions, contact.function)};
        if (const auto link = insert(tx, contact.link, french); !link)
            return link.error();
    }
    return Ok{};
}

// What hangs on a project, once the project has its id.
template <class T>
Status store_below(Transaction& tx, const Project& project, T& row) {
    row.client_id = project.client_id;
    row.project_id = {project.id};
    if (const auto id = insert(tx, row, french); !id)
        return id.error();
    return Ok{};
}

Status store_content(Transaction& tx, const Ground& ground, DemoProject& made) {
    for (auto& milestone : made.milestones)
        if (auto stored = store_below(tx, made.project, milestone); !stored)
            return stored;
    for (auto& task : made.tasks) {
        task.task.assignee_id = {ground.people[task.assignee]};
        task.task.created_by = {ground.people[lea]};
        task.task.created_at = made.project.created_at;
        if (auto stored = store_below(tx, made.project, task.task); !stored)
            return stored;
    }
    for (auto& deliverable : made.deliverables) {
        deliverable.created_by = {ground.people[lea]};
        if (auto stored = store_below(tx, made.project, deliverable); !stored)
            return stored;
    }
    return Ok{};
}

Status store_projects(Transaction& tx, const Ground& ground, DemoClient& made) {
    for (auto& project : made.projects) {
        project.project.client_id = {made.client.id};
        for (const auto person : project.team)
            project.project.team_ids.push_back(ground.people[person]);
        project.project.created_by = {ground.people[lea]};
        if (const auto id = insert(tx, project.project, french); !id)
            return id.error();
        if (auto stored = store_content(tx, ground, project); !stored)
            return stored;
    }
    return Ok{};
}

// Nobody calls at five in the morning: what is older than a day happened between 8 and 18 h (7 to
// 17 h in UTC), later moments of a day later still.
Instant in_office_hours(Instant at, Instant now) {
    constexpr std::int64_t minute = 60'000, hour = 60 * minute, day = 24 * hour;
    if (at.ms > now.ms - day)
        return at;
    const std::int64_t minutes = at.ms % day / minute;
    return {at.ms / day * day + 7 * hour + minutes * 10 / 24 / 5 * 5 * minute};
}

Status store_activities(Transaction& tx, const Ground& ground, DemoClient& made) {
    for (auto& activity : made.activities) {
        Instant& at = activity.activity.happened_at;
        at = activity.activity.created_at = in_office_hours(at, tx.now());
        activity.activity.client_id = {made.client.id};
        activity.activity.created_by = {ground.people[activity.by]};
        const auto place = static_cast<std::size_t>(activity.contact);
        if (activity.contact >= 0 && place < made.contacts.size())
            activity.activity.contact_ids = {made.contacts[place].link.contact_id.id};
        if (const auto id = insert(tx, activity.activity, french); !id)
            return id.error();
    }
    return Ok{};
}

} // namespace

Result<Ground> store_ground(Transaction& tx, const std::string& password_hash) {
    Ground ground;
    ground.password_hash = password_hash;
    Workspace workspace;
    workspace.id = 1;
    workspace.name = "Mistral Réseaux";
    if (const auto id = insert(tx, workspace, french); !id)
        return id.error();
    if (auto stored = store_people(tx, ground, password_hash); !stored)
        return stored.error();
    if (auto stored = store_words(tx, "sector", sector_names(), ground.sectors); !stored)
        return stored.error();
    if (auto stored = store_words(tx, "size", size_names(), ground.sizes); !stored)
        return stored.error();
    if (auto stored = store_words(tx, "function", function_names(), ground.functions); !stored)
        return stored.error();
    if (auto stored = store_tags(tx, ground.tags); !stored)
        return stored.error();
    if (auto stored = store_views(tx, ground); !stored)
        return stored.error();
    return ground;
}

// The views of the picture, for everybody; "my accounts" are those of the two managers.
Status store_views(Transaction& tx, const Ground& ground) {
    BookQuery mine, hot, review, idle;
    mine.activity_days = 90;
    mine.owners = {ground.people[lea], ground.people[sophie]};
    mine.value_min_cents = 300'000;
    mine.value_max_cents = 25'000'000;
    mine.tags_without = {ground.tags.back()};
    mine.sort = BookColumn::last_activity;
    mine.descending = true;
    hot.states = {ClientState::prospect};
    hot.activity_days = 30;
    hot.sort = BookColumn::value;
    hot.descending = true;
    review.review = true;
    review.sort = BookColumn::last_activity;
    idle.states = {ClientState::active};
    idle.projects = 2;
    for (const auto user : ground.people) {
        if (auto s = store_view(tx, user, "Mes comptes récents", mine, 0); !s)
            return s;
        if (auto s = store_view(tx, user, "Prospects chauds", hot, 1); !s)
            return s;
        if (auto s = store_view(tx, user, "À revoir", review, 2); !s)
            return s;
        if (auto s = store_view(tx, user, "Sans projet actif", idle, 3); !s)
            return s;
    }
    return Ok{};
}

Status store_client(Transaction& tx, const Ground& ground, DemoClient& made) {
    Client& client = made.client;
    if (made.owner >= 0)
        client.owner_id = {ground.people[static_cast<std::size_t>(made.owner)]};
    client.sector_id = {id_at(ground.sectors, made.sector)};
    client.size_id = {id_at(ground.sizes, made.size)};
    for (const int tag : made.tags)
        client.tag_ids.push_back(id_at(ground.tags, tag));
    client.created_by = {ground.people[karim]};
    client.updated_by = {made.owner >= 0 ? client.owner_id.id : ground.people[karim]};
    if (const auto id = insert(tx, client, french); !id)
        return id.error();
    for (auto& address : made.addresses) {
        address.client_id = {client.id};
        if (const auto id = insert(tx, address, french); !id)
            return id.error();
    }
    if (auto stored = store_contacts(tx, ground, made); !stored)
        return stored;
    if (auto stored = store_projects(tx, ground, made); !stored)
        return stored;
    return store_activities(tx, ground, made);
}

} // namespace carnet::demo
