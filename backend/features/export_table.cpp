// See export_table.hpp.
#include "backend/features/export_table.hpp"

#include "backend/app.hpp"
#include "backend/db/records.hpp"
#include "backend/features/book_sync.hpp"
#include "backend/features/value_text.hpp"
#include "backend/local_time.hpp"
#include "shared/core/format.hpp"
#include "shared/import/targets.hpp"
#include "shared/texts/server_clients.hpp"

#include <algorithm>

namespace carnet {

namespace {

const EntitySpec& client_spec = EntityOf<Client>::spec;

ExportKind kind_of(const Field& field) {
    switch (field.kind) {
    case FieldKind::integer:
    case FieldKind::percent:
        return ExportKind::number;
    case FieldKind::money:
        return ExportKind::money;
    case FieldKind::date:
        return ExportKind::date;
    case FieldKind::instant:
        return ExportKind::instant;
    default:
        return ExportKind::text;
    }
}

// As clocks show it: spreadsheets know no time zones.
ExportCell moment_cell(Instant at) {
    return at.is_set() ? ExportCell{Instant{at.ms + utc_offset_minutes(at) * 60'000LL}}
                       : ExportCell{};
}

// One field of an entity as a typed cell.
ExportCell cell_of(const Field& field, const void* entity, ValueTexts& names, Language language) {
    const Value value = field.get(entity);
    if (std::holds_alternative<std::monostate>(value))
        return {};
    const auto* text = std::get_if<std::string>(&value);
    const auto* number = std::get_if<std::int64_t>(&value);
    switch (kind_of(field)) {
    case ExportKind::number:
        return number ? ExportCell{*number} : ExportCell{};
    case ExportKind::money:
        return number ? ExportCell{Cents{*number}} : ExportCell{};
    case ExportKind::date:
        return text ? ExportCell{parse_iso_date(*text).value_or(Date{})} : ExportCell{};
    case ExportKind::instant:
        return moment_cell(text ? parse_iso_instant(*text).value_or(Instant{}) : Instant{});
    case ExportKind::text:
        break;
    }
    if (field.kind == FieldKind::phone && text)
        return format_phone(*text, language);
    return names.text_of(field, value);
}

bool is_exported(const Field& field, const Actor& actor) {
    return actor.may(field.read) && field.name != "deleted_at";
}

// Fields of the main address and the main contact, under the headings an import knows.
constexpr std::string_view part_names[] = {
    "address.line1",
    "address.line2",
    "address.postal_code",
    "address.city",
    "address.country",
    "contact.first_name",
    "contact.last_name",
    "contact.email",
    "contact.phone",
    "contact.mobile",
};

struct Part {
    const ImportTarget* target;
    const Field* field;
};
std::vector<Part> parts() {
    std::vector<Part> found;
    for (const auto name : part_names)
        if (const auto* target = find_target(name))
            if (const auto* field = field_of(*target))
                found.push_back({target, field});
    return found;
}

// "Nom" alone could be the client's, the contact's or a family name: an import would have to guess.
Text heading_of(const Field& field) {
    if (field.name == "first_name")
        return texts::column_first_name;
    if (field.name == "last_name")
        return texts::column_last_name;
    return field.label;
}

std::vector<ExportColumn> columns_for(const Actor& actor, const std::vector<Part>& extra) {
    const Language language = actor.language;
    std::vector<ExportColumn> columns{{tr(texts::column_name, language), ExportKind::text, 32}};
    for (const Field& field : client_spec.fields)
        if (is_exported(field, actor))
            columns.push_back(
                {tr(heading_of(field), language),
                 kind_of(field),
                 kind_of(field) == ExportKind::text ? 20 : 14}
            );
    for (const auto& part : extra)
        columns.push_back({target_label(*part.target, language), ExportKind::text, 20});
    columns.push_back({tr(texts::column_contact_role, language), ExportKind::text, 16});
    columns.push_back({tr(texts::column_projects, language), ExportKind::number, 14});
    columns.push_back({tr(texts::column_last_activity, language), ExportKind::instant, 18});
    columns.push_back({tr(texts::column_value, language), ExportKind::money, 16});
    return columns;
}

// Reads one client after the other with statements that are prepared once.
class RowSource {
  public:
    RowSource(Transaction& tx, const Actor& actor, ValueTexts& names, std::vector<Part> extra)
        : _tx(tx), _actor(actor), _names(names), _extra(std::move(extra)) {}

    bool read(const BookRow& row, std::vector<ExportCell>& cells) {
        const auto client = find<Client>(_tx, row.id);
        if (!client)
            return false;
        cells.clear();
        cells.emplace_back(row.name);
        for (const Field& field : client_spec.fields)
            if (is_exported(field, _actor))
                cells.push_back(cell_of(field, &*client, _names, _actor.language));
        add_parts(row.id, cells);
        cells.emplace_back(role_label(row.contact_role));
        cells.emplace_back(row.active_projects);
        cells.push_back(moment_cell(Instant{row.last_activity_ms}));
        cells.emplace_back(Cents{row.value_cents});
        return true;
    }

  private:
    void add_parts(std::int64_t client_id, std::vector<ExportCell>& cells) {
        const auto bind = [&](Statement& s) { s.bind("client", client_id); };
        const auto address =
            find_all<Address>(_tx, "WHERE client_id = :client AND is_main = 1", bind);
        const auto contact = find_all<Contact>(
            _tx,
            "WHERE id IN (SELECT contact_id FROM client_contact WHERE client_id = :client AND "
            "is_main = 1)",
            bind
        );
        for (const auto& part : _extra) {
            const bool of_address = part.target->kind == TargetKind::address;
            const void* entity =
                of_address ? (address.empty() ? nullptr : &address[0])
                           : (contact.empty() ? nullptr : static_cast<const void*>(&contact[0]));
            cells.push_back(
                entity ? cell_of(*part.field, entity, _names, _actor.language) : ExportCell{}
            );
        }
    }

    std::string role_label(std::string_view word) const {
        for (const auto& choice : contact_role_choices)
            if (choice.value == word)
                return tr(choice.label, _actor.language);
        return {};
    }

    Transaction& _tx;
    const Actor& _actor;
    ValueTexts& _names;
    std::vector<Part> _extra;
};

// The clients to export, copied out of the book so that nobody waits for the file.
Ids chosen(App& app, const Actor& actor, const BookQuery& query) {
    const BookReader reader(app, query.sort);
    Book::Result found;
    reader->find(query, &actor, app.now().ms, found);
    Ids ids;
    for (const auto slot : found.slots)
        if (can(actor, Permission::data_export, reader->audience(slot)))
            ids.push_back(reader->id(slot));
    return ids;
}

} // namespace

void export_clients(
    App& app, Transaction& tx, const Actor& actor, const BookQuery& query, ExportWriter& writer
) {
    const auto extra = parts();
    ValueTexts names(tx, app.directory().state(), actor.language);
    RowSource source(tx, actor, names, extra);
    writer.begin(columns_for(actor, extra));
    std::vector<ExportCell> cells;
    for (const auto id : chosen(app, actor, query)) {
        BookRow row;
        {
            const BookReader reader(app);
            const Slot slot = reader->slot_of(id);
            if (slot == no_slot || !reader.sees(actor, id))
                continue;
            row = reader->row(slot);
        }
        if (source.read(row, cells))
            writer.row(cells);
    }
}

} // namespace carnet
