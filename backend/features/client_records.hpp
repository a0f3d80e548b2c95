// Writing clients: what creation, editing, import and the demonstration have in common (numbers,
// references, the events the timeline records by itself). Rights are the caller's affair.
#pragma once

#include "backend/db/records.hpp"
#include "shared/domain/activity.hpp"
#include "shared/domain/client.hpp"
#include "shared/domain/project.hpp"

#include <span>
#include <string>

namespace carnet {

// Gives the number and, without one, the default reference, checks all rules and inserts. The
// messages' fields begin with `prefix` ("client." for the client in a request).
Result<std::int64_t>
create_client(Transaction& tx, Client& client, Language language, std::string_view prefix = "");

// Changes fields of a client by the rules: references stay unique, a prospect that becomes a client
// gets its CL reference (BR-03), a changed state is told by the timeline (CF-31). Returns the
// number of fields changed.
Result<int> change_client(
    Transaction& tx, const Client& before, std::vector<FieldChange> changes, Language language
);

// When and by whom, unless it is now and by the transaction's user.
struct EventStamp {
    Instant at;
    std::int64_t user_id = 0;
};
// An event the application records by itself. `what` is what its sentence is made of
// (activity_text), so that each reader gets it in their own language. With a document: told only to
// who sees that.
Status record_event(
    Transaction& tx,
    std::int64_t client_id,
    ActivityKind kind,
    const Json& what,
    Language language,
    std::int64_t document_id = 0,
    EventStamp stamp = {}
);
// The event of a project's start or end on the timeline.
Status record_project_event(Transaction& tx, const Project& project, Language language);

// The event of files that came: `what` says which, the document who may know (it is told only to
// who sees the document).
Status record_file_event(
    Transaction& tx,
    std::int64_t client_id,
    std::int64_t document_id,
    const Json& what,
    Language language
);

// The sentence of an event the application recorded; other bodies as they are.
std::string activity_text(const Activity& activity, Language language);

// True when another client than `except_id` bears the reference, in any case.
bool reference_in_use(Transaction& tx, std::string_view reference, std::int64_t except_id);

} // namespace carnet
