// Recognising columns.
#include "shared/import/columns.hpp"

#include "shared/core/text.hpp"
#include "shared/schema/validators.hpp"

#include <algorithm>
#include <optional>

namespace carnet {
namespace {

constexpr std::size_t sampled_cells = 60;
constexpr std::size_t shown_samples = 5;

// Words in front of or behind a heading that only say whose it is.
constexpr std::string_view noise[] = {
    "organization ",
    "organisation ",
    "company ",
    "societe ",
    "entreprise ",
    "client ",
    "customer ",
    "account ",
    "compte ",
    "tiers ",
};

std::vector<std::string_view> filled_cells(const CsvTable& table, std::size_t column) {
    std::vector<std::string_view> cells;
    for (std::size_t row = 0;
         row < std::min<std::size_t>(table.rows(), 5000) && cells.size() < sampled_cells;
         ++row) {
        const std::string_view cell = text::trim(table.cell(row, column));
        if (!cell.empty())
            cells.push_back(cell);
    }
    return cells;
}

std::vector<std::string> samples_of(const std::vector<std::string_view>& cells) {
    std::vector<std::string> samples;
    for (const auto cell : cells) {
        if (samples.size() >= shown_samples)
            break;
        std::string sample(text::prefix(text::clean_line(cell), 60));
        if (std::find(samples.begin(), samples.end(), sample) == samples.end())
            samples.push_back(std::move(sample));
    }
    return samples;
}

// Place of the heading in the target's list, from 0; nothing when it is not there.
std::optional<std::size_t> rank_of(std::string_view heading, const ImportTarget& target) {
    std::size_t rank = 0;
    for (const auto known : text::split(target.headings, '|')) {
        if (known == heading)
            return rank;
        ++rank;
    }
    return std::nullopt;
}

struct Match {
    const ImportTarget* target = nullptr;
    std::size_t rank = 0;
};

Match match_exactly(std::string_view heading) {
    Match best;
    for (const ImportTarget& target : import_targets()) {
        const auto rank = heading.empty() ? std::nullopt : rank_of(heading, target);
        if (rank && (!best.target || *rank < best.rank))
            best = {&target, *rank};
    }
    return best;
}

Match match_heading(const std::string& heading) {
    Match match = match_exactly(heading);
    if (!match.target)
        match = match_exactly(text::replace_all(heading, "e mail", "email"));
    // Our own words: "legal_name", "Raison sociale", "contact.email" of an earlier export.
    for (const ImportTarget& target : import_targets()) {
        const bool own = text::fold(target.name) == heading ||
                         text::fold(target_label(target, Language::fr)) == heading ||
                         text::fold(target_label(target, Language::en)) == heading;
        if (!match.target && own)
            match = {&target, 0};
    }
    for (const std::string_view word : noise) {
        if (match.target || heading.size() <= word.size())
            continue;
        if (heading.substr(0, word.size()) == word)
            match = match_exactly(heading.substr(word.size()));
        // An exact heading is better than one that had to be shortened.
        if (match.target)
            match.rank += 1000;
    }
    return match;
}

bool is_share(std::size_t part, std::size_t whole) {
    return whole > 0 && part * 10 >= whole * 8;
}

using Check = bool (*)(std::string);

bool is_number_without_decimals(std::string& cell) {
    if (cell.size() > 2 && cell.substr(cell.size() - 2) == ".0")
        cell.resize(cell.size() - 2);
    return true;
}

struct Content {
    std::string_view target;
    Check holds;
};
constexpr Content contents[] = {
    {"email", [](std::string cell) { return !normalize_email(cell); }},
    {"siret",
     [](std::string cell) { return is_number_without_decimals(cell) && !normalize_siret(cell); }},
    {"siren",
     [](std::string cell) { return is_number_without_decimals(cell) && !normalize_siren(cell); }},
    {"vat_number",
     [](std::string cell) {
         return compact(cell).substr(0, 2) == "FR" && !normalize_vat_number(cell);
     }},
    {"website",
     [](std::string cell) {
         return (cell.substr(0, 4) == "http" || cell.substr(0, 4) == "www.") &&
                !normalize_url(cell);
     }},
    {"address.postal_code",
     [](std::string cell) {
         return is_number_without_decimals(cell) && cell.size() == 5 &&
                !normalize_postal_code(cell, "FR");
     }},
    {"phone",
     [](std::string cell) {
         return !normalize_phone(cell) && cell.size() >= 10 && cell[0] == '+';
     }},
};

// What the cells look like: nearly all of them must agree.
std::string_view target_of_content(const std::vector<std::string_view>& cells) {
    for (const Content& content : contents) {
        std::size_t count = 0;
        for (const auto cell : cells)
            count += cell.size() < 300 && content.holds(std::string(cell)) ? 1 : 0;
        if (is_share(count, cells.size()))
            return content.target;
    }
    return "";
}

class Guesser {
  public:
    explicit Guesser(const CsvTable& table) : _table(table) {
        for (std::size_t column = 0; column < table.columns(); ++column) {
            _headings.push_back(text::fold(table.heading(column)));
            _cells.push_back(filled_cells(table, column));
            _matches.push_back(match_heading(_headings.back()));
        }
        _targets.resize(table.columns());
    }

    std::vector<ColumnGuess> guesses() {
        settle_names();
        by_headings();
        by_contents();
        contact_or_client();
        std::vector<ColumnGuess> out;
        for (std::size_t column = 0; column < _table.columns(); ++column)
            out.push_back(
                {_table.heading(column), samples_of(_cells[column]), std::string(_targets[column])}
            );
        return out;
    }

  private:
    std::optional<std::size_t> column_of(std::string_view target) const {
        for (std::size_t column = 0; column < _matches.size(); ++column)
            if (_targets[column] == target ||
                (_targets[column].empty() && _matches[column].target &&
                 _matches[column].target->name == target))
                return column;
        return std::nullopt;
    }
    bool is_taken(std::string_view target) const {
        return std::find(_targets.begin(), _targets.end(), target) != _targets.end();
    }
    bool has_company() const {
        return column_of("legal_name") || column_of("name") || column_of("trade_name");
    }

    // "Nom" is a company where nothing else is, a family name beside "Prénom".
    void settle_names() {
        const bool company = has_company(),
                   first_name = column_of("contact.first_name").has_value();
        for (std::size_t column = 0; column < _headings.size(); ++column) {
            if (_headings[column] != "nom" && _headings[column] != "name")
                continue;
            _targets[column] = !first_name ? (company ? "contact.name" : "name")
                               : company   ? "contact.last_name"
                                           : "last_name";
        }
        // "Nom du contact" beside "Prénom du contact" is the family name.
        const auto whole = column_of("contact.name");
        if (first_name && whole && !column_of("contact.last_name"))
            _targets[*whole] = "contact.last_name";
        // People without a company are the clients themselves.
        if (company)
            return;
        if (const auto column = column_of("contact.first_name");
            column && (is_taken("last_name") || column_of("contact.last_name")))
            _targets[*column] = "first_name";
        if (const auto column = column_of("contact.last_name"); column && is_taken("first_name"))
            _targets[*column] = "last_name";
    }

    // The column whose heading is nearest wins the target.
    void by_headings() {
        std::vector<std::size_t> order(_matches.size());
        for (std::size_t i = 0; i < order.size(); ++i)
            order[i] = i;
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return _matches[a].rank < _matches[b].rank;
        });
        for (const std::size_t column : order) {
            const ImportTarget* target = _matches[column].target;
            if (target && _targets[column].empty() && !is_taken(target->name) &&
                fits(*target, column))
                _targets[column] = target->name;
        }
    }

    // A heading such as "Code" or "Site" is believed only when the cells do not say otherwise.
    bool fits(const ImportTarget& target, std::size_t column) const {
        const std::string_view content = target_of_content(_cells[column]);
        const bool telling =
            content == "email" || content == "siret" || content == "siren" || content == "website";
        return !telling || target.name == content ||
               (content == "email" &&
                (target.name == "contact.email" || target.kind == TargetKind::owner)) ||
               (content == "siren" && target.name == "reference") || target.name == "notes";
    }

    void by_contents() {
        for (std::size_t column = 0; column < _targets.size(); ++column) {
            if (!_targets[column].empty())
                continue;
            const std::string_view content = target_of_content(_cells[column]);
            // Figures of a column we know nothing about are rarely postal codes.
            if (content.empty() || content == "address.postal_code" || is_taken(content))
                continue;
            if (_cells[column].size() >= 3 || _table.rows() < 3)
                _targets[column] = content;
        }
    }

    // In a list of people of companies, the only e-mail and phone are the people's (HubSpot,
    // Outlook, Google).
    void contact_or_client() {
        if (!has_company() || !is_taken("contact.first_name") || !is_taken("contact.last_name"))
            return;
        for (std::string_view& target : _targets) {
            if (target == "email" && !is_taken("contact.email"))
                target = "contact.email";
            else if (target == "phone" && !is_taken("contact.phone"))
                target = "contact.phone";
        }
    }

    const CsvTable& _table;
    std::vector<std::string> _headings;
    std::vector<std::vector<std::string_view>> _cells;
    std::vector<Match> _matches;
    std::vector<std::string_view> _targets;
};

} // namespace

std::vector<ColumnGuess> guess_columns(const CsvTable& table) {
    return Guesser(table).guesses();
}

} // namespace carnet
