// The portal's presets against the table in portal_rights_table.txt, and how switches, portal and
// activity of a contact make its rights.
#include "shared/domain/portal_sight.hpp"
#include "tests/shared/table_file.hpp"

#include <doctest/doctest.h>

using namespace carnet;

namespace {

Words roles_of(const std::string& cell) {
    Words roles;
    if (cell == "none")
        return roles;
    std::size_t from = 0;
    for (std::size_t at; (at = cell.find(',', from)) != std::string::npos; from = at + 1)
        roles.push_back(cell.substr(from, at - from));
    roles.push_back(cell.substr(from));
    return roles;
}

PortalRights rights_of(const std::vector<std::string>& row) {
    const auto yes = [&](std::size_t i) { return row[i] == "yes"; };
    return {
        .projects = yes(1),
        .tasks = yes(2),
        .comment = yes(4),
        .approve = yes(5),
        .documents = yes(3),
        .invoices = yes(6)};
}

ClientContact contact_with(Words roles) {
    ClientContact link{.roles = std::move(roles), .has_portal = true};
    fill_switches(link);
    return link;
}

} // namespace

TEST_CASE("the presets are those of the checked-in table") {
    const auto rows = read_table("portal_rights_table.txt");
    REQUIRE(rows.size() == 10);
    for (const auto& row : rows) {
        CAPTURE(row[0]);
        REQUIRE(row.size() == 7);
        CHECK(preset_of(roles_of(row[0])) == rights_of(row));
        CHECK(portal_rights(contact_with(roles_of(row[0]))) == rights_of(row));
    }
}

TEST_CASE("without a portal, or inactive, a contact has no right whatever its switches say") {
    ClientContact link = contact_with({"decision_maker", "billing"});
    REQUIRE(portal_rights(link).any());
    link.has_portal = false;
    CHECK(portal_rights(link) == PortalRights{});
    link.has_portal = true;
    link.is_active = false;
    CHECK(portal_rights(link) == PortalRights{});
}

TEST_CASE("the switches win over the roles") {
    ClientContact link = contact_with({"decision_maker"});
    link.portal_approve = false;
    link.portal_invoices = true;
    CHECK_FALSE(portal_rights(link).approve);
    CHECK(portal_rights(link).invoices);
    CHECK(portal_rights(link).projects);
}

TEST_CASE("a change of roles moves the switches that nobody set by hand") {
    ClientContact link = contact_with({"decision_maker"});
    link.portal_invoices = true; // By hand.
    const ClientContact before = link;
    link.roles = {"technical"};
    settle_switches(link, before);
    CHECK(link.portal_comment);
    CHECK_FALSE(link.portal_approve);
    CHECK(link.portal_invoices);
}

TEST_CASE(
    "an access that opens with every switch off begins with the preset, never one that is open"
) {
    ClientContact off{.roles = {"decision_maker"}};
    ClientContact opened = off;
    opened.has_portal = true;
    settle_switches(opened, off);
    CHECK(opened.portal_approve);

    ClientContact put_off{.roles = {"decision_maker"}, .has_portal = true};
    ClientContact same = put_off;
    settle_switches(same, put_off);
    CHECK(portal_switches_off(same));

    ClientContact by_hand{.roles = {"decision_maker"}, .portal_invoices = true};
    opened = by_hand;
    opened.has_portal = true;
    settle_switches(opened, by_hand);
    CHECK(opened.portal_invoices);
    CHECK_FALSE(opened.portal_approve);
}

TEST_CASE("no switch hides the projects that a role shows: tasks are hidden alone") {
    struct Case {
        Words roles;
        bool projects;
    };
    const Case cases[] = {
        {{"decision_maker"}, true},
        {{"technical"}, true},
        {{"observer"}, true},
        {{"billing"}, false},
        {{"billing", "observer"}, true},
        {{}, false},
        {{"unknown"}, false},
    };
    for (const Case& one : cases) {
        ClientContact link{.roles = one.roles, .has_portal = true}; // All five switches off.
        CHECK(portal_rights(link).projects == one.projects);
        CHECK(role_with_projects(one.roles).empty() != one.projects);
        link.portal_documents = link.portal_invoices = true;
        CHECK(portal_rights(link).projects == one.projects);
        CHECK_FALSE(portal_rights(link).tasks);
        link.portal_tasks = true;
        CHECK(portal_rights(link).projects);
        link.has_portal = false;
        CHECK_FALSE(portal_rights(link).any());
    }
}

TEST_CASE("projects are seen by whoever sees something inside them") {
    for (const auto& one : portal_switches()) {
        ClientContact link{.has_portal = true};
        link.*one.stored = true;
        const bool inside = one.field == "portal_tasks" || one.field == "portal_comment" ||
                            one.field == "portal_approve";
        CAPTURE(one.field);
        CHECK(portal_rights(link).projects == inside);
        CHECK(find_field(EntityOf<ClientContact>::spec, one.field) != nullptr);
    }
}

TEST_CASE("gains and losses are told right by right") {
    const auto changes =
        right_changes(preset_of({"technical"}), preset_of({"decision_maker", "billing"}));
    REQUIRE(changes.size() == 3);
    CHECK(changes[0].right == &PortalRights::comment);
    CHECK_FALSE(changes[0].gained);
    CHECK(changes[1].right == &PortalRights::approve);
    CHECK(changes[1].gained);
    CHECK(changes[2].right == &PortalRights::invoices);
    CHECK(right_changes(preset_of({"observer"}), preset_of({"observer"})).empty());
}

TEST_CASE("portal status: never, invited, active, revoked") {
    Contact contact;
    ClientContact link{.has_portal = true};
    CHECK(portal_status(contact, link) == PortalStatus::never);
    CHECK(portal_door(contact, link) == PortalDoor::never);
    contact.portal_invited_at = {1000};
    CHECK(portal_status(contact, link) == PortalStatus::invited);
    CHECK(portal_door(contact, link) == PortalDoor::waiting);
    contact.portal_joined_at = {2000};
    CHECK(portal_status(contact, link) == PortalStatus::active);
    CHECK(portal_door(contact, link) == PortalDoor::open);
    link.is_active = false;
    CHECK(portal_status(contact, link) == PortalStatus::revoked);
    CHECK(portal_door(contact, link) == PortalDoor::inactive);
    link.is_active = true;
    link.has_portal = false; // Here; maybe not at another client.
    CHECK(portal_status(contact, link) == PortalStatus::revoked);
    CHECK(portal_door(contact, link) == PortalDoor::closed);
    link.has_portal = true;
    contact.portal_revoked_at = {3000};
    CHECK(portal_status(contact, link) == PortalStatus::revoked);
    CHECK(portal_door(contact, link) == PortalDoor::revoked);
}

TEST_CASE("an item of a project is seen through the project, then by its own state") {
    Project project;
    ProjectTask task;
    task.visibility = ShareState::shared;
    const PortalRights all{.projects = true, .tasks = true}, talks{.projects = true};
    CHECK(project_sight({}, project) == Sight::no_projects);
    CHECK(project_sight(talks, project) == Sight::seen);
    CHECK(task_sight({}, project, task) == Sight::no_projects);
    CHECK(task_sight(talks, project, task) == Sight::no_tasks);
    CHECK(task_sight(all, project, task) == Sight::seen);
    task.visibility = ShareState::internal;
    CHECK(task_sight(all, project, task) == Sight::internal);
    project.is_portal_visible = false;
    CHECK(project_sight(talks, project) == Sight::project_hidden);
    CHECK(task_sight(all, project, task) == Sight::project_hidden);
}
