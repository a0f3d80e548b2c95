// Writing projects: what their routes, undo and the demonstration have in common (derived progress,
// the client of what belongs to a project, events of the timeline). Rights are the caller's affair,
// but for open_project().
#pragma once

#include "backend/db/records.hpp"
#include "backend/features/client_records.hpp"
#include "backend/http/route_table.hpp"
#include "shared/domain/deliverable.hpp"
#include "shared/domain/project.hpp"

#include <optional>
#include <span>
#include <string_view>

namespace carnet {

// The project when the actor sees its client and holds the permission there; else `not_found` or
// `forbidden`.
Result<Project> open_project(Context& c, std::int64_t id, Permission permission);

// Brings what follows from other rows up to date, in the same action: the progress of a project
// that takes it from its tasks, and the client of everything below it. Nothing for a project that
// is gone.
Status settle_project(Transaction& tx, std::int64_t project_id, Language language);
// The same for every project that rows of the journal speak of: after an undo.
Status settle_projects(Transaction& tx, std::span<const JournalRow> rows, Language language);
// True for a change that settle_project() makes again by itself: undo neither asks for rights to it
// nor puts its old value back. `rows` are those of the same action.
bool is_settled(Transaction& tx, const JournalRow& row, std::span<const JournalRow> rows);

// What the timeline tells of a deliverable: a version to approve or the answer to one, with what
// the contact wrote.
Status record_delivery_event(
    Transaction& tx,
    const Deliverable& deliverable,
    std::int64_t version,
    Language language,
    EventStamp stamp = {},
    std::string_view comment = {}
);

Status set_deliverable_state(
    Transaction& tx, Deliverable& deliverable, DeliverableState state, Language language
);

// The answer of a contact to one version: an approval, the deliverable's new state and an event.
// `conflict` when the version is no longer the latest or already has its answer: one outcome, and
// the later one is told. The caller has checked the contact's rights and named the action. Returns
// the id of the approval.
struct DeliverableAnswer {
    std::int64_t version_id = 0;
    std::int64_t contact_id = 0;
    ApprovalDecision decision = ApprovalDecision::approved;
    std::string comment; // Required with changes_requested.
    Instant at;          // Unset: now.
};
Result<std::int64_t>
answer_deliverable(Transaction& tx, const DeliverableAnswer& answer, Language language);

// The highest version of a deliverable, nothing when it has none.
std::optional<DeliverableVersion> latest_version(Transaction& tx, std::int64_t deliverable_id);

} // namespace carnet
