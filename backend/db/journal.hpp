// The journal: every change of the workspace, in order (who, when, which action, what, old and new
// value). History, undo, audit, live changes and catching up are readers of it. `seq` is the
// position of the workspace.
#pragma once

#include "shared/core/i18n.hpp"
#include "shared/core/time.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace carnet {

class Transaction;

enum class JournalOp : std::uint8_t {
    create,
    update,
    remove
}; // "create", "update", "delete" in SQL.
std::string_view op_name(JournalOp op);

// An update has one row per field. Create and delete carry the whole row (with "id") in new_value
// or old_value.
struct JournalRow {
    std::int64_t seq = 0;
    std::int64_t action_id = 0;
    std::string entity; // EntitySpec::name.
    std::int64_t entity_id = 0;
    std::int64_t client_id = 0; // The client it belongs to; 0: none.
    JournalOp op = JournalOp::update;
    std::string field;     // Empty for create and delete.
    std::string old_value; // JSON text; empty when there is none.
    std::string new_value;
};

// What somebody did in one request, an import or a bulk change: the unit of undo.
struct Action {
    std::int64_t id = 0;
    Instant at;
    std::int64_t user_id = 0;      // 0: the command line, or a contact.
    std::int64_t contact_id = 0;   // The contact who acted in the portal; 0: nobody of them.
    std::string kind;              // Row of shared/texts/actions.hpp.
    std::string params;            // JSON object that fills its text. SQL column `label`.
    std::int64_t client_count = 0; // How many clients it touched.
    std::int64_t undoes = 0;       // The action it undid; 0: none.
    std::int64_t undone_by = 0;    // The action that undid it; 0: none.
};

// The changes of one committed request, given to the commit listeners in order of position.
struct Commit {
    Action action;
    std::vector<JournalRow> rows; // In order; never empty.
    std::int64_t position = 0;    // seq of the last row.
};

// Null when there is none.
std::vector<Action> find_action(Transaction& tx, std::int64_t id); // Empty or one.
std::vector<JournalRow> rows_of_action(Transaction& tx, std::int64_t action_id);
// Rows after a position, oldest first, at most `limit`.
std::vector<JournalRow> rows_since(Transaction& tx, std::int64_t position, int limit);
// seq of the last change of a field (or of the creation of the row); 0 when it was never
// journalled.
std::int64_t
version_of(Transaction& tx, std::string_view entity, std::int64_t id, std::string_view field);
// Reads the columns seq, action_id, entity, entity_id, client_id, op, field, old_value, new_value
// of a statement.
JournalRow read_journal_row(const class Statement& row);
inline constexpr std::string_view journal_columns =
    "seq, action_id, entity, entity_id, client_id, op, field, old_value, new_value";
// The action's sentence in a language ("Modification de Fonderie").
std::string action_text(const Action& action, Language language);

} // namespace carnet
