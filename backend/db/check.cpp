// Replays the journal of every row and compares it with the table, entity by entity, one row in
// memory at a time. The old value of each change must be what the journal gave there last.
#include "backend/db/check.hpp"

#include "backend/db/records.hpp"
#include "shared/core/json.hpp"
#include "shared/texts/cli.hpp"

namespace carnet {
namespace {

constexpr std::size_t most_problems = 50;

class EntityCheckRun {
  public:
    EntityCheckRun(Transaction& tx, const EntitySpec& spec, Language language, CheckReport& report)
        : _spec(spec), _language(language), _report(report),
          _rows(tx.prepare(
              "SELECT " + column_list(spec) + " FROM " + std::string(spec.table) + " ORDER BY id"
          )),
          _journal(tx.prepare(
              "SELECT " + std::string(journal_columns) +
              " FROM journal WHERE entity = :entity ORDER BY entity_id, seq"
          )),
          _entity(spec.create()) {
        _journal.bind("entity", spec.name);
    }
    ~EntityCheckRun() { _spec.destroy(_entity); }
    EntityCheckRun(const EntityCheckRun&) = delete;

    // Both sides come in order of id, so they are merged.
    void run() {
        bool has_row = _rows.step();
        bool has_entry = _journal.step();
        while (has_row || has_entry) {
            const std::int64_t row_id = has_row ? _rows.integer(0) : INT64_MAX;
            const std::int64_t entry_id = has_entry ? _journal.integer(3) : INT64_MAX;
            const std::int64_t id = std::min(row_id, entry_id);
            Json expected; // Null: not there.
            while (has_entry && _journal.integer(3) == id) {
                apply(expected);
                has_entry = _journal.step();
            }
            if (row_id == id) {
                compare(id, expected, entry_id == id);
                has_row = _rows.step();
            } else if (!expected.is_null()) {
                problem(texts::check_missing_row, id, "");
            }
        }
    }

  private:
    void problem(const Text& text, std::int64_t id, std::string_view field, std::int64_t seq = 0) {
        if (_report.problems.size() >= most_problems)
            return;
        _report.problems.push_back(fill(
            tr(text, _language),
            {{"entity", _spec.name},
             {"id", std::to_string(id)},
             {"seq", std::to_string(seq)},
             {"field", field}}
        ));
    }

    void apply(Json& expected) {
        ++_report.changes;
        const JournalRow row = read_journal_row(_journal);
        const auto unreadable = [&] { problem(texts::check_bad_journal, 0, "", row.seq); };
        const auto read = [&](const std::string& text) {
            return text.empty() ? Result<Json>(Json()) : parse_json(text, _language);
        };
        auto before = read(row.old_value), after = read(row.new_value);
        const bool first = row.op == JournalOp::create;
        if (!before || !after || first != expected.is_null())
            return unreadable();
        if (row.op == JournalOp::update) {
            compare_old(row, expected, row.field, *before);
            expected[row.field] = std::move(after).value();
            return;
        }
        if (first ? !before->is_null() : !before->is_object())
            return unreadable();
        for (const auto& [name, value] : before->items())
            compare_old(row, expected, name, value);
        expected = std::move(after).value();
    }

    // These two are the time and author of the journal's own rows and are not repeated in it.
    static bool is_stamp(std::string_view name) {
        return name == "updated_at" || name == "updated_by";
    }

    void compare_old(
        const JournalRow& row, const Json& expected, const std::string& field, const Json& old
    ) {
        const auto known = expected.find(field);
        // A field that is younger than the row has no value in the journal yet.
        if (known != expected.end() && *known != old && !is_stamp(field))
            problem(texts::check_old_differs, row.entity_id, field, row.seq);
    }

    void compare(std::int64_t id, const Json& expected, bool journalled) {
        ++_report.rows;
        if (!journalled || !expected.is_object())
            return problem(texts::check_extra_row, id, "");
        read_row(_spec, _rows, 0, _entity);
        for (const Field& field : _spec.fields) {
            if (is_stamp(field.name))
                continue;
            const auto known = expected.find(std::string(field.name));
            // A field that is younger than the row has no value in the journal yet.
            if (known == expected.end() || *known == to_json(field.get(_entity)))
                continue;
            problem(texts::check_value_differs, id, field.name);
        }
    }

    const EntitySpec& _spec;
    Language _language;
    CheckReport& _report;
    Statement _rows;
    Statement _journal;
    void* _entity;
};

} // namespace

CheckReport check_journal(Transaction& tx, Language language) {
    CheckReport report;
    for (const EntitySpec* spec : all_entities())
        EntityCheckRun(tx, *spec, language, report).run();
    return report;
}

} // namespace carnet
