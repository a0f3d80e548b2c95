// What leaves the server for a contact: explicit projections, field by field, shared by the API of
// the portal and its plain pages. What is not written here does not leave. Every one asks
// portal_rights (by way of the PortalPlace) and, for documents, folder_access.
#pragma once

#include "backend/http/route_table.hpp"
#include "backend/portal_actor.hpp"
#include "shared/core/json_fwd.hpp"
#include "shared/domain/deliverable.hpp"
#include "shared/domain/document.hpp"
#include "shared/domain/folder_access.hpp"
#include "shared/domain/message.hpp"
#include "shared/domain/portal_sight.hpp"
#include "shared/domain/project.hpp"

#include <optional>
#include <vector>

namespace carnet {

// The place of ":id" in the path, or the same `not_found` as for a client that does not exist.
Result<const PortalPlace*> portal_place(Context& c);

// Projects the contact may know of, running ones first.
std::vector<Project> portal_projects(Transaction& tx, const PortalPlace& place);
// A project, deliverable, version of the contact's; nothing when it is not theirs to see.
std::optional<Project> portal_project(Transaction& tx, const PortalActor& actor, std::int64_t id);
std::optional<Deliverable>
portal_deliverable(Transaction& tx, const PortalActor& actor, std::int64_t id);
// Versions the contact may open, the latest first: those that were ever handed over.
std::vector<DeliverableVersion> portal_versions(Transaction& tx, const Deliverable& deliverable);

// Why a contact sees an item of its client or does not, where rows decide: what the projections ask
// and the eye of the team tells. Projects and tasks: portal_sight.hpp.
Sight portal_deliverable_sight(
    Transaction& tx,
    const PortalPlace& place,
    const Project& project,
    const Deliverable& deliverable
);
Sight portal_message_sight(Transaction& tx, const PortalPlace& place, const Message& message);
// The messages `m` of :client that are there for contacts.
inline constexpr std::string_view portal_message_condition =
    "m.client_id = :client AND m.visibility = 'shared' AND (m.project_id IS NULL OR m.project_id "
    "IN (SELECT id FROM project WHERE client_id = :client AND is_portal_visible = 1))";
struct PortalFolderSight {
    Sight sight = Sight::seen;
    FolderVerdict verdict; // What decided, while documents are open at all.
};
// Folder 0 is the top.
PortalFolderSight
portal_folder_sight(Transaction& tx, const PortalPlace& place, std::int64_t folder_id);

Json portal_session_json(App& app, Transaction& tx, const PortalActor& actor);
Json portal_home_json(Context& c, const PortalPlace& place);
Json portal_waiting_json(Context& c, const PortalPlace& place); // Deliverables to approve.
Json portal_project_json(Context& c, const Project& project);
Json portal_deliverable_json(Context& c, const Deliverable& deliverable);
// Folder 0 is the top. Nothing for a folder that is not open.
std::optional<Json>
portal_folder_json(Context& c, const PortalPlace& place, std::int64_t folder_id);
// There is a folder to which the contact may add files.
bool portal_may_add_files(Context& c);
// The latest files of all open folders, at most `limit`.
Json portal_latest_files(Context& c, const PortalPlace& place, std::size_t limit);
// How many files of the team the contact has not opened yet.
std::int64_t portal_new_files(Context& c, const PortalPlace& place);
Json portal_messages_json(
    Context& c, const PortalPlace& place, std::int64_t project_id, std::int64_t limit
);

// Everything one contact sees at one client, as one short text that changes with it: what the live
// stream compares, so that what happens behind the portal does not show as a change.
std::string portal_fingerprint(Context& c, const PortalPlace& place);

// "Inès Moreau": the name of somebody of the team as contacts read it.
std::string portal_user_name(App& app, std::int64_t user_id, Language language);
std::string portal_contact_name(Transaction& tx, std::int64_t contact_id);
// As they were called when they answered; answers of before migration 9 kept no names.
std::string approver_name(Transaction& tx, std::string_view then, std::int64_t contact_id);

} // namespace carnet
