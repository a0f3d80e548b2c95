// The one list of features: their routes, what they do at start and after each commit. A new
// feature adds its lines in all_features.cpp. Worked example, the whole of a small feature
// (features/health.cpp is one that runs):
//
//     // features/notes.hpp:  std::span<const Route> note_routes();
//     // features/notes.cpp:
//     Result<Response> patch_note(Context& c) {
//         const auto changes = parse_changes(EntityOf<Note>::spec, json_at(c.request.json,
//         "fields"), c.tx.position(), c.language()); if (!changes) return changes.error(); const
//         auto note = find<Note>(c.tx, c.request.id()); if (!note || !can_see(c.actor,
//         audience_of(c.tx, note->client_id))) return not_found(c.language()); if (!can(c.actor,
//         Permission::clients_edit, …)) return forbidden(c.language());
//         c.tx.set_action("note_update", {{"name", note->title}});
//         const auto changed = update(c.tx, EntityOf<Note>::spec, note->id, *changes,
//         c.language()); if (!changed) return changed.error(); return json_response({{"action",
//         c.tx.action_id()}, {"position", c.tx.position()}});
//     }
//     constexpr Route routes[] = {
//         write(Method::patch, "/api/notes/:id", Permission::clients_edit, &patch_note, "Changes a
//         note", &EntityOf<Note>::spec),
//     };
//     std::span<const Route> note_routes() { return routes; }
#pragma once

#include "backend/cli/command.hpp"
#include "backend/http/route_table.hpp"

#include <vector>

namespace carnet {

struct Commit;

std::vector<Route> all_routes();

// At start, with a read transaction, before the first request: loads the book.
void start_features(App& app, Transaction& tx);

// On the writer thread after each group of commits, before the requests are answered: brings the
// book up to date and publishes to the live hub. `directory_changed`: users, rights or settings
// changed with it.
void on_commit_features(
    App& app, Transaction& tx, const std::vector<Commit>& commits, bool directory_changed
);

// Commands of features: demo, import, export.
std::span<const Command> feature_commands();

} // namespace carnet
