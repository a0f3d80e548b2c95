// The dry run of an import: for every row of a table, what would happen and why, cell by cell.
// Pure: what already exists is asked through an interface. Rows are planned one at a time, so that
// a large file takes little memory; the same plan, asked again, is what gets applied.
#pragma once

#include "shared/core/json_fwd.hpp"
#include "shared/import/cell.hpp"
#include "shared/import/csv_reader.hpp"
#include "shared/import/targets.hpp"

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace carnet {

// A client with the parts a row can fill: one contact and the main address.
struct ImportedClient {
    Client client;
    bool has_main_contact = false; // The client has one, this one or another.
    bool has_contact = false;
    Contact contact;
    ClientContact link;
    bool has_address = false;
    Address address;
    // Words of lists that do not exist yet; created together with the client.
    std::string new_sector, new_size;
    Words new_tags;
};

// What the plan must know about the workspace. Called from one thread, very often: answer from
// memory or indexes.
class ExistingClients {
  public:
    virtual ~ExistingClients() = default;
    // Clients that are not in the bin and bear this value. `key` is a match word: "siren", "siret",
    // "email" (client's or any contact's, any case), "reference" (also the previous one), "name"
    // (without accents or case).
    virtual Ids find(std::string_view key, std::string_view value) const = 0;
    // The client, its main address and a contact: the client's contact of that e-mail, else of that
    // name (without accents or case), else none; with neither name nor e-mail, the main contact.
    // False when the client is gone or the actor may not edit it.
    virtual bool load(
        std::int64_t id,
        std::string_view contact_name,
        std::string_view contact_email,
        ImportedClient& out
    ) const = 0;
    virtual std::int64_t user_id(std::string_view name_or_email) const = 0; // 0: nobody.
    virtual std::int64_t
    option_id(std::string_view list, std::string_view name) const = 0; // 0: none yet.
    virtual std::int64_t tag_id(std::string_view name) const = 0;      // 0: none yet.
    virtual std::string
    word_name(std::string_view entity, std::int64_t id) const = 0; // Of a user, option or tag.
};

struct ImportSettings {
    std::vector<std::string> mapping; // Name of a target per column; "" leaves a column out.
    std::vector<std::string> match; // Match words in order of trust; empty: those that are mapped.
    std::vector<std::pair<std::string, std::string>>
        defaults;                // Target and text, for new clients whose cell is empty.
    bool update_existing = true; // False: existing clients stay as they are.
};

enum class RowAction : std::uint8_t { create, update, unchanged, refused };
std::string_view action_name(RowAction action); // "create" …

// One mapped cell of a row that says something. Old and new are ready to show.
struct PlannedCell {
    std::string target;
    std::size_t column = 0;
    std::string old_text, new_text;
    std::string error; // The cell is left out; the row goes on without it.
};
struct PlannedRow {
    std::size_t line = 0; // In the file, from 1.
    RowAction action = RowAction::refused;
    std::int64_t client_id = 0; // Of the client to update.
    std::string name;
    std::string error; // Why the whole row is refused.
    std::vector<PlannedCell>
        cells; // Created: all filled ones; updated: those that change or are wrong.
    ImportedClient before, after; // Before is empty for new clients.
};
struct PlanCounts {
    std::int64_t create = 0, update = 0, unchanged = 0, refused = 0;
    std::int64_t wrong_cells = 0;
};

class ImportPlanner {
  public:
    // Everything given must outlive the planner. Reads the whole file once, to find rows that are
    // twice in it.
    ImportPlanner(
        const CsvTable& table,
        ImportSettings settings,
        const ExistingClients& existing,
        Language language
    );

    // `invalid`, with `fields` "mapping.3", "match" or "defaults.state", when the settings make no
    // sense.
    Status check() const;
    std::size_t rows() const { return _table.rows(); }
    PlannedRow row(std::size_t index) const;
    PlanCounts count() const;

  private:
    struct MappedColumn {
        std::size_t column;
        const ImportTarget* target;
    };
    struct Key {
        std::string_view word;
        std::string value;
    };
    std::vector<Key> keys_of(std::size_t row) const;
    void find_twins();
    void find_client(std::size_t row, const std::vector<Key>& keys, PlannedRow& out) const;
    bool contradicts(const std::vector<Key>& keys, const Client& client) const;
    std::string cell_text(std::size_t row, std::string_view target) const;
    void take_defaults(ImportedClient& client, std::vector<const ImportTarget*>& filled) const;
    void take_cells(std::size_t row, PlannedRow& out) const;
    void settle(ImportedClient& after, bool is_new, std::vector<PlannedCell>& cells) const;
    void refuse_bad_rows(PlannedRow& out) const;
    std::string shown(const ImportTarget& target, const ImportedClient& client) const;
    std::string put(const ImportTarget& target, const Value& value, ImportedClient& client) const;

    const CsvTable& _table;
    ImportSettings _settings;
    const ExistingClients& _existing;
    Language _language;
    std::vector<MappedColumn> _columns;
    struct Twin {
        std::size_t line;
        std::string_view word;
    };
    std::unordered_map<std::size_t, Twin> _twins;   // By row: the earlier row it repeats.
    std::unordered_set<std::string> _shared_sirens; // SIREN that the file gives to several SIRET.
};

// The row as GET …/plan answers it: {line, action, client_id, name, error, cells: [{column, old,
// new, error}]}.
Json to_json(const PlannedRow& row);

} // namespace carnet
