// The presets of features.md 1.6 and what follows from them.
#include "shared/domain/portal_rights.hpp"

#include <array>

namespace carnet {
namespace {

constexpr std::array<PortalSwitch, portal_switch_count> switches{{
    {"portal_tasks", &ClientContact::portal_tasks, &PortalRights::tasks},
    {"portal_comment", &ClientContact::portal_comment, &PortalRights::comment},
    {"portal_approve", &ClientContact::portal_approve, &PortalRights::approve},
    {"portal_documents", &ClientContact::portal_documents, &PortalRights::documents},
    {"portal_invoices", &ClientContact::portal_invoices, &PortalRights::invoices},
}};

struct Preset {
    std::string_view role;
    PortalRights rights;
};

// A decision maker comments with an approval's answer only, so that switch stays off.
constexpr Preset presets[] = {
    {"decision_maker", {.projects = true, .tasks = true, .approve = true, .documents = true}},
    {"technical", {.projects = true, .tasks = true, .comment = true, .documents = true}},
    {"billing", {.invoices = true}},
    {"observer", {.projects = true, .tasks = true, .documents = true}},
};

struct RightLabel {
    bool PortalRights::*right;
    Text label;
};
constexpr RightLabel labels[] = {
    {&PortalRights::projects, {"Voir les projets et les jalons", "See projects and milestones"}},
    {&PortalRights::tasks, {"Voir les tâches", "See tasks"}},
    {&PortalRights::documents, {"Voir les documents", "See documents"}},
    {&PortalRights::comment, {"Commenter", "Comment"}},
    {&PortalRights::approve, {"Approuver les livrables", "Approve deliverables"}},
    {&PortalRights::invoices, {"Voir les factures", "See invoices"}},
};

// The row "Voir projets/jalons" of features.md 1.6 has no switch: the role decides. And who sees
// something inside a project sees the project.
void imply_projects(PortalRights& rights, const Words& roles) {
    rights.projects =
        rights.tasks || rights.comment || rights.approve || !role_with_projects(roles).empty();
}

} // namespace

std::span<const PortalSwitch, portal_switch_count> portal_switches() {
    return switches;
}

std::string_view role_with_projects(const Words& roles) {
    for (const auto& role : roles)
        for (const Preset& preset : presets)
            if (preset.role == role && preset.rights.projects)
                return preset.role;
    return {};
}

PortalRights portal_rights(const ClientContact& link) {
    PortalRights rights;
    if (!link.has_portal || !link.is_active)
        return rights;
    for (const PortalSwitch& one : switches)
        rights.*one.right = link.*one.stored;
    imply_projects(rights, link.roles);
    return rights;
}

PortalRights preset_of(const Words& roles) {
    PortalRights rights;
    for (const auto& role : roles)
        for (const Preset& preset : presets)
            if (preset.role == role)
                for (const PortalSwitch& one : switches)
                    rights.*one.right = rights.*one.right || preset.rights.*one.right;
    imply_projects(rights, roles);
    return rights;
}

bool portal_switches_off(const ClientContact& link) {
    for (const PortalSwitch& one : switches)
        if (link.*one.stored)
            return false;
    return true;
}

void fill_switches(ClientContact& link) {
    const PortalRights preset = preset_of(link.roles);
    for (const PortalSwitch& one : switches)
        link.*one.stored = preset.*one.right;
}

void settle_switches(ClientContact& after, const ClientContact& before) {
    if (after.has_portal && !before.has_portal && portal_switches_off(before))
        return fill_switches(after);
    const PortalRights old_preset = preset_of(before.roles), preset = preset_of(after.roles);
    for (const PortalSwitch& one : switches)
        if (after.*one.stored == old_preset.*one.right)
            after.*one.stored = preset.*one.right;
}

PortalDoor portal_door(const Contact& contact, const ClientContact& link) {
    if (!contact.portal_invited_at.is_set() && !contact.portal_joined_at.is_set())
        return PortalDoor::never;
    if (contact.portal_revoked_at.is_set())
        return PortalDoor::revoked;
    if (!link.is_active)
        return PortalDoor::inactive;
    if (!link.has_portal)
        return PortalDoor::closed;
    return contact.portal_joined_at.is_set() ? PortalDoor::open : PortalDoor::waiting;
}

PortalStatus portal_status(const Contact& contact, const ClientContact& link) {
    switch (portal_door(contact, link)) {
    case PortalDoor::open:
        return PortalStatus::active;
    case PortalDoor::never:
        return PortalStatus::never;
    case PortalDoor::waiting:
        return PortalStatus::invited;
    default:
        return PortalStatus::revoked;
    }
}

std::vector<RightChange> right_changes(const PortalRights& before, const PortalRights& after) {
    std::vector<RightChange> changes;
    for (const RightLabel& row : labels)
        if (before.*row.right != after.*row.right)
            changes.push_back({row.right, row.label, after.*row.right});
    return changes;
}

} // namespace carnet
