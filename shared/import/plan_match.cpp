// Which client a row of an import names: its keys, rows that name the same one, clients that exist.
#include "shared/import/plan_match.hpp"

#include "shared/core/text.hpp"
#include "shared/import/plan.hpp"
#include "shared/texts/import.hpp"

#include <algorithm>

namespace carnet {

std::span<const std::string_view> match_words() {
    static constexpr std::string_view words[] = {"reference", "siret", "siren", "email", "name"};
    return words;
}

bool is_match_word(std::string_view word) {
    const auto words = match_words();
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool gives_key(const ImportTarget& target, std::string_view word) {
    if (word == "name")
        return target.name == "name" || target.name == "legal_name" || target.name == "trade_name";
    if (word == "email")
        return target.name == "email" || target.name == "contact.email";
    return target.name == word;
}

std::string_view label_of_key(std::string_view word, Language language) {
    if (word == "name")
        return tr(texts::target_name, language);
    return tr(find_field(EntityOf<Client>::spec, word)->label, language);
}

// The values of a row that say which client it is, in order of trust.
std::vector<ImportPlanner::Key> ImportPlanner::keys_of(std::size_t row) const {
    std::vector<Key> keys;
    for (const std::string& word : _settings.match) {
        for (const MappedColumn& mapped : _columns) {
            if (!gives_key(*mapped.target, word))
                continue;
            const std::string_view raw = _table.cell(row, mapped.column);
            const ReadCell cell = read_cell(*mapped.target, raw, _language);
            const auto* text = std::get_if<std::string>(&cell.value);
            if (!text || text->empty())
                continue;
            // "84200.0" is a reference too; only when nobody bears it a spreadsheet wrote it.
            if (const std::string exact = text::clean_line(raw);
                word == "reference" && exact != *text)
                keys.push_back({word, exact});
            keys.push_back(
                {word,
                 word == "email"  ? text::to_lower(*text)
                 : word == "name" ? text::fold(*text)
                                  : *text}
            );
        }
    }
    return keys;
}

namespace {
std::string key_text(std::string_view word, std::string_view value) {
    const bool any_case = word == "reference";
    return std::string(word) + ":" + (any_case ? text::to_upper(value) : std::string(value));
}
} // namespace

// Rows that name the same client as an earlier row, by the key they trust most: two companies may
// share an e-mail address, and one SIREN may have several offices, each with its own SIRET.
void ImportPlanner::find_twins() {
    std::unordered_map<std::string, std::size_t> lines;
    std::unordered_map<std::string, std::string> sirets;
    for (std::size_t row = 0; row < _table.rows(); ++row) {
        const std::vector<Key> keys = keys_of(row);
        std::string siren, siret;
        for (const Key& key : keys) {
            if (key.word == "siren")
                siren = key.value;
            if (key.word == "siret")
                siret = key.value;
            const auto [found, is_new] =
                lines.try_emplace(key_text(key.word, key.value), _table.line(row));
            if (!is_new && found->second != _table.line(row) && key.word == keys.front().word)
                _twins.try_emplace(row, Twin{found->second, key.word});
        }
        if (siren.empty() || siret.empty())
            continue;
        const auto [known, is_first] = sirets.try_emplace(siren, siret);
        if (!is_first && known->second != siret)
            _shared_sirens.insert(siren);
    }
}

std::string ImportPlanner::cell_text(std::size_t row, std::string_view target) const {
    for (const MappedColumn& mapped : _columns) {
        if (mapped.target->name != target)
            continue;
        const ReadCell cell = read_cell(*mapped.target, _table.cell(row, mapped.column), _language);
        const auto* text = std::get_if<std::string>(&cell.value);
        return text ? *text : "";
    }
    return "";
}

// A client found by a weaker key is another one when a stronger one differs.
bool ImportPlanner::contradicts(const std::vector<Key>& keys, const Client& client) const {
    for (const Key& key : keys) {
        if (key.word == "siren" && !client.siren.empty() && client.siren != key.value)
            return true;
        const bool office =
            key.word == "siret" && !client.siret.empty() && client.siret != key.value;
        // A head office that moved has a new SIRET; two offices in one file are two clients.
        if (office && (client.siret.substr(0, 9) != key.value.substr(0, 9) ||
                       _shared_sirens.count(key.value.substr(0, 9))))
            return true;
    }
    return false;
}

void ImportPlanner::find_client(std::size_t row, const std::vector<Key>& keys, PlannedRow& out)
    const {
    constexpr std::size_t most_candidates = 8;
    std::string contact_name = cell_text(row, "contact.name");
    if (contact_name.empty())
        contact_name = text::collapse_spaces(
            cell_text(row, "contact.first_name") + " " + cell_text(row, "contact.last_name")
        );
    const std::string contact_email = cell_text(row, "contact.email");
    for (const Key& key : keys) {
        Ids found = _existing.find(key.word, key.value);
        if (found.size() > most_candidates)
            found.resize(most_candidates);
        std::size_t fitting = 0;
        bool hidden = false;
        for (const std::int64_t id : found) {
            ImportedClient candidate;
            if (!_existing.load(id, contact_name, contact_email, candidate)) {
                hidden = true;
            } else if (!contradicts(keys, candidate.client)) {
                out.client_id = id;
                out.before = std::move(candidate);
                ++fitting;
            }
        }
        if (fitting > 1)
            out.error = fill(
                tr(texts::import_several_match, _language),
                {{"label", label_of_key(key.word, _language)}}
            );
        else if (fitting == 0 && hidden)
            out.error = tr(texts::import_not_visible, _language);
        if (fitting > 0 || hidden)
            return;
    }
}

} // namespace carnet
