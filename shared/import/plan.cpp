// Planning rows: their values, refusals and what becomes of them. Which client a row names is in
// plan_match.cpp, how one value enters a client in plan_values.cpp.
#include "shared/import/plan.hpp"

#include "shared/core/json.hpp"
#include "shared/core/text.hpp"
#include "shared/import/plan_match.hpp"
#include "shared/schema/validators.hpp"
#include "shared/texts/import.hpp"
#include "shared/texts/validation.hpp"

#include <algorithm>

namespace carnet {
namespace {

// A wrong company number or reference would make a twin of an existing client: better no row than
// that.
bool is_identity(const ImportTarget& target) {
    return target.name == "siren" || target.name == "siret" || target.name == "reference";
}

bool differ(const EntitySpec& spec, const void* a, const void* b) {
    return std::any_of(spec.fields.begin(), spec.fields.end(), [&](const Field& field) {
        return field.get(a) != field.get(b);
    });
}

bool differ(const ImportedClient& a, const ImportedClient& b) {
    const bool contact =
        b.has_contact &&
        (!a.has_contact || differ(EntityOf<Contact>::spec, &a.contact, &b.contact) ||
         differ(EntityOf<ClientContact>::spec, &a.link, &b.link));
    const bool address = b.has_address && (!a.has_address ||
                                           differ(EntityOf<Address>::spec, &a.address, &b.address));
    return contact || address || differ(EntityOf<Client>::spec, &a.client, &b.client) ||
           !b.new_sector.empty() || !b.new_size.empty() || !b.new_tags.empty();
}

} // namespace

std::string_view action_name(RowAction action) {
    constexpr std::string_view names[] = {"create", "update", "unchanged", "refused"};
    return names[static_cast<std::size_t>(action)];
}

ImportPlanner::ImportPlanner(
    const CsvTable& table,
    ImportSettings settings,
    const ExistingClients& existing,
    Language language
)
    : _table(table), _settings(std::move(settings)), _existing(existing), _language(language) {
    for (std::size_t column = 0; column < std::min(table.columns(), _settings.mapping.size());
         ++column)
        if (const ImportTarget* target = find_target(_settings.mapping[column]))
            _columns.push_back({column, target});
    // The kind first: it decides where the name goes.
    const auto is_kind = [](const MappedColumn& c) { return c.target->name == "kind"; };
    std::stable_partition(_columns.begin(), _columns.end(), is_kind);
    if (_settings.match.empty()) {
        for (const std::string_view word : match_words()) {
            const auto gives = [&](const MappedColumn& c) { return gives_key(*c.target, word); };
            if (word != "name" && std::any_of(_columns.begin(), _columns.end(), gives))
                _settings.match.emplace_back(word);
        }
    }
    find_twins();
}

Status ImportPlanner::check() const {
    Error error{ErrorCode::invalid, tr(texts::check_fields, _language), {}};
    const auto refuse = [&](std::string field, std::string message) {
        error.fields.push_back({.field = std::move(field), .message = std::move(message)});
    };
    std::vector<std::string_view> taken;
    bool named = false;
    for (std::size_t column = 0; column < _settings.mapping.size(); ++column) {
        const std::string& name = _settings.mapping[column];
        const ImportTarget* target = find_target(name);
        const std::string field = "mapping." + std::to_string(column);
        if (name.empty())
            continue;
        if (!target || column >= _table.columns()) {
            refuse(field, tr(texts::import_unknown_target, _language));
            continue;
        }
        const bool once = name != "notes" && name != "tags";
        if (once && std::find(taken.begin(), taken.end(), name) != taken.end())
            refuse(
                field,
                fill(
                    tr(texts::import_target_twice, _language),
                    {{"label", target_label(*target, _language)}}
                )
            );
        taken.push_back(name);
        named = named || gives_key(*target, "name") || name == "last_name" || is_identity(*target);
    }
    if (!named)
        refuse("mapping", tr(texts::import_no_name, _language));
    for (const std::string& word : _settings.match) {
        const auto gives = [&](const MappedColumn& c) { return gives_key(*c.target, word); };
        if (!is_match_word(word))
            refuse("match", tr(texts::import_unknown_match, _language));
        else if (std::none_of(_columns.begin(), _columns.end(), gives))
            refuse(
                "match",
                fill(
                    tr(texts::import_match_unmapped, _language),
                    {{"label", label_of_key(word, _language)}}
                )
            );
    }
    for (const auto& [name, text] : _settings.defaults) {
        const ImportTarget* target = find_target(name);
        const std::string message = target ? read_cell(*target, text, _language).error
                                           : tr(texts::import_unknown_target, _language);
        if (!message.empty())
            refuse("defaults." + name, message);
    }
    if (error.fields.empty())
        return Ok{};
    error.message = error.fields[0].message;
    return error;
}

void ImportPlanner::take_defaults(ImportedClient& client, std::vector<const ImportTarget*>& filled)
    const {
    for (const auto& [name, text] : _settings.defaults) {
        const ImportTarget* target = find_target(name);
        if (!target || std::find(filled.begin(), filled.end(), target) != filled.end())
            continue;
        const ReadCell cell = read_cell(*target, text, _language);
        if (!std::holds_alternative<std::monostate>(cell.value))
            put(*target, cell.value, client);
    }
}

void ImportPlanner::take_cells(std::size_t row, PlannedRow& out) const {
    std::vector<const ImportTarget*> filled;
    for (const MappedColumn& mapped : _columns) {
        const ImportTarget& target = *mapped.target;
        const std::string_view raw = _table.cell(row, mapped.column);
        // What the client says already changes nothing, whatever else these words could mean: two
        // people may bear one name, a tag may hold a comma.
        if (out.client_id && text::clean_lines(raw) == shown(target, out.before))
            continue;
        const ReadCell cell = read_cell(target, raw, _language);
        const bool says_nothing = std::holds_alternative<std::monostate>(cell.value);
        if (says_nothing && cell.error.empty())
            continue;
        PlannedCell planned{
            std::string(target.name),
            mapped.column,
            out.client_id ? shown(target, out.before) : "",
            "",
            cell.error};
        if (cell.error.empty()) {
            planned.error = put(target, cell.value, out.after);
            planned.new_text = shown(target, out.after);
            filled.push_back(&target);
        }
        if (!planned.error.empty())
            planned.new_text = text::prefix(text::clean_line(raw), 120);
        if (!cell.error.empty() && is_identity(target))
            out.error = fill(
                tr(texts::import_wrong_cell, _language),
                {{"label", target_label(target, _language)}, {"value", cell.error}}
            );
        out.cells.push_back(std::move(planned));
    }
    if (out.client_id == 0)
        take_defaults(out.after, filled);
}

// What passes the plan must pass the checks of the write: one bad row would refuse the whole
// import.
void ImportPlanner::refuse_bad_rows(PlannedRow& out) const {
    if (!out.error.empty())
        return;
    std::vector<FieldError> errors =
        check_fields(EntityOf<Client>::spec, &out.after.client, _language);
    if (errors.empty())
        errors = carnet::check(out.after.client, _language);
    if (errors.empty() && out.after.has_contact)
        errors = check_fields(EntityOf<Contact>::spec, &out.after.contact, _language);
    if (errors.empty())
        return;
    out.error = errors[0].message;
    // A name that is missing because its cell could not be read: that is the reason.
    for (const PlannedCell& cell : out.cells)
        if (!cell.error.empty() && (cell.target == errors[0].field || cell.target == "name"))
            out.error = fill(
                tr(texts::import_wrong_cell, _language),
                {{"label", target_label(*find_target(cell.target), _language)},
                 {"value", cell.error}}
            );
}

PlannedRow ImportPlanner::row(std::size_t index) const {
    PlannedRow out;
    out.line = _table.line(index);
    if (_table.has_extra_cells(index))
        out.error = tr(texts::import_extra_cells, _language);
    if (const auto twin = _twins.find(index); twin != _twins.end() && out.error.empty()) {
        const std::string line = std::to_string(twin->second.line);
        out.error = fill(
            tr(texts::import_same_as_line, _language),
            {{"label", label_of_key(twin->second.word, _language)}, {"line", line}}
        );
    }
    if (out.error.empty())
        find_client(index, keys_of(index), out);
    out.after = out.before;
    take_cells(index, out);
    // A client that the row leaves as it is needs no repair and no check.
    if (out.client_id == 0 || differ(out.before, out.after)) {
        settle(out.after, out.client_id == 0, out.cells);
        refuse_bad_rows(out);
    }
    out.name = display_name(out.after.client);
    if (!out.error.empty())
        out.action = RowAction::refused;
    else if (out.client_id == 0)
        out.action = RowAction::create;
    else
        out.action = _settings.update_existing && differ(out.before, out.after)
                         ? RowAction::update
                         : RowAction::unchanged;
    // What stays as it was need not be shown.
    const bool unchanged = out.action == RowAction::unchanged;
    const auto same = [&](const PlannedCell& cell) {
        return cell.error.empty() && (unchanged || cell.old_text == cell.new_text);
    };
    if (out.client_id)
        out.cells.erase(std::remove_if(out.cells.begin(), out.cells.end(), same), out.cells.end());
    return out;
}

PlanCounts ImportPlanner::count() const {
    PlanCounts counts;
    for (std::size_t index = 0; index < _table.rows(); ++index) {
        const PlannedRow planned = row(index);
        for (const PlannedCell& cell : planned.cells)
            counts.wrong_cells += cell.error.empty() ? 0 : 1;
        switch (planned.action) {
        case RowAction::create:
            ++counts.create;
            break;
        case RowAction::update:
            ++counts.update;
            break;
        case RowAction::unchanged:
            ++counts.unchanged;
            break;
        case RowAction::refused:
            ++counts.refused;
            break;
        }
    }
    return counts;
}

Json to_json(const PlannedRow& row) {
    Json cells = Json::array();
    for (const PlannedCell& cell : row.cells) {
        Json one = {
            {"column", cell.target},
            {"index", cell.column},
            {"old", cell.old_text},
            {"new", cell.new_text}};
        if (!cell.error.empty())
            one["error"] = cell.error;
        cells.push_back(std::move(one));
    }
    Json json = {
        {"line", row.line},
        {"action", action_name(row.action)},
        {"name", row.name},
        {"cells", std::move(cells)}};
    if (row.client_id)
        json["client_id"] = row.client_id;
    if (!row.error.empty())
        json["error"] = row.error;
    return json;
}

} // namespace carnet
