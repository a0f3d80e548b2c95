// Reading the journal, and the sentences of its actions.
#include "backend/db/journal.hpp"

#include "backend/db/transaction.hpp"
#include "shared/core/json.hpp"
#include "shared/texts/actions.hpp"

namespace carnet {

std::string_view op_name(JournalOp op) {
    switch (op) {
    case JournalOp::create:
        return "create";
    case JournalOp::update:
        return "update";
    case JournalOp::remove:
        return "delete";
    }
    return "";
}

JournalRow read_journal_row(const Statement& row) {
    const std::string_view op = row.view(5);
    return {
        .seq = row.integer(0),
        .action_id = row.integer(1),
        .entity = row.text(2),
        .entity_id = row.integer(3),
        .client_id = row.integer(4),
        .op = op == "create"   ? JournalOp::create
              : op == "delete" ? JournalOp::remove
                               : JournalOp::update,
        .field = row.text(6),
        .old_value = row.text(7),
        .new_value = row.text(8)};
}

std::vector<Action> find_action(Transaction& tx, std::int64_t id) {
    Statement row = tx.prepare("SELECT id, at, user_id, kind, label, client_count, undoes, "
                               "undone_by, contact_id FROM action WHERE id = :id");
    row.bind("id", id);
    if (!row.step())
        return {};
    return {Action{
        .id = row.integer(0),
        .at = row.instant(1),
        .user_id = row.integer(2),
        .contact_id = row.integer(8),
        .kind = row.text(3),
        .params = row.text(4),
        .client_count = row.integer(5),
        .undoes = row.integer(6),
        .undone_by = row.integer(7)}};
}

std::vector<JournalRow> rows_of_action(Transaction& tx, std::int64_t action_id) {
    const std::string sql = "SELECT " + std::string(journal_columns) +
                            " FROM journal WHERE action_id = :action ORDER BY seq";
    Statement rows = tx.prepare(sql);
    rows.bind("action", action_id);
    std::vector<JournalRow> found;
    while (rows.step())
        found.push_back(read_journal_row(rows));
    return found;
}

std::vector<JournalRow> rows_since(Transaction& tx, std::int64_t position, int limit) {
    const std::string sql = "SELECT " + std::string(journal_columns) +
                            " FROM journal WHERE seq > :position ORDER BY seq LIMIT :limit";
    Statement rows = tx.prepare(sql);
    rows.bind("position", position).bind("limit", limit);
    std::vector<JournalRow> found;
    while (rows.step())
        found.push_back(read_journal_row(rows));
    return found;
}

std::int64_t
version_of(Transaction& tx, std::string_view entity, std::int64_t id, std::string_view field) {
    Statement row = tx.prepare(
        "SELECT COALESCE(MAX(seq), 0) FROM journal WHERE entity = :entity AND entity_id = :id"
        " AND (field = :field OR op <> 'update')"
    );
    row.bind("entity", entity).bind("id", id).bind("field", field).step();
    return row.integer(0);
}

std::string action_text(const Action& action, Language language) {
    const Text* text = &action_texts[0].text;
    for (const ActionText& row : action_texts)
        if (row.kind == action.kind)
            text = &row.text;
    std::string sentence = tr(*text, language);
    const auto params = parse_json(action.params, language);
    if (!params || !params->is_object())
        return sentence;
    // An undone action is told in the reader's language, not in that of who undid it.
    if (const Json& of = json_at(*params, "of"); of.is_object()) {
        Action undone;
        undone.kind = json_string(of, "kind");
        undone.params = dump(json_at(of, "params"));
        sentence = fill(sentence, {{"label", action_text(undone, language)}});
    }
    for (const auto& [name, value] : params->items())
        sentence = fill(
            sentence,
            {{name, value.is_string() ? value.get_ref<const std::string&>() : dump(value)}}
        );
    return sentence;
}

} // namespace carnet
