// What a contact may do in the portal of one client: the presets of its roles (features.md 1.6)
// fill the five switches, the switches win (CF-18, CF-19). Server, staff interface and portal ask
// here.
#pragma once

#include "shared/domain/contact.hpp"

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace carnet {

struct PortalRights {
    // Projects, progress, milestones, messages to read. No switch of its own: comes with the role,
    // and with tasks, comment or approve.
    bool projects = false;
    bool tasks = false;
    bool comment = false; // Messages of its own; an approval's answer may always have a comment.
    bool approve = false;
    bool documents = false;
    bool invoices = false;
    friend bool operator==(const PortalRights&, const PortalRights&) = default;
    bool any() const { return projects || documents || invoices; }
};

// Effective rights: all false while the contact is inactive or has no portal there.
PortalRights portal_rights(const ClientContact& link);
// Union of the roles' presets; unknown words give nothing.
PortalRights preset_of(const Words& roles);

// The first role that shows projects whatever the switches say; "" when none does.
std::string_view role_with_projects(const Words& roles);

// One of the five switches, with where it stands in the row and in the rights.
struct PortalSwitch {
    std::string_view field; // "portal_tasks", in client_contact_fields.
    bool ClientContact::*stored;
    bool PortalRights::*right;
};
inline constexpr std::size_t portal_switch_count = 5;
std::span<const PortalSwitch, portal_switch_count> portal_switches();

bool portal_switches_off(const ClientContact& link); // All five.
// Sets all five by the preset of the contact's roles.
void fill_switches(ClientContact& link);
// What a change of roles or access does to the switches: an access that opens with every switch off
// begins with the roles' preset; after a change of roles, switches that stood as the old preset
// follow the new one and those set by hand stay. Switches put off while the access is open stay
// off.
void settle_switches(ClientContact& after, const ClientContact& before);

// Whether a contact comes in at one client at all, before any switch.
enum class PortalDoor : std::uint8_t {
    open,
    never,    // Nobody has invited them.
    waiting,  // Invited; no password yet.
    revoked,  // No portal anywhere any more.
    inactive, // No longer active at this client.
    closed,   // No portal at this client.
};
PortalDoor portal_door(const Contact& contact, const ClientContact& link);

// Portal status (CF-20).
enum class PortalStatus : std::uint8_t { never, invited, active, revoked };
PortalStatus portal_status(const Contact& contact, const ClientContact& link);

// What changes for a contact between two states of its place, as texts in the order of the
// portal: one row per right gained or lost.
struct RightChange {
    bool PortalRights::*right;
    Text label;
    bool gained;
};
std::vector<RightChange> right_changes(const PortalRights& before, const PortalRights& after);

} // namespace carnet
