// See import_apply.hpp.
#include "backend/features/import_apply.hpp"

#include "backend/db/records.hpp"
#include "backend/features/client_records.hpp"
#include "shared/texts/server_clients.hpp"

#include <algorithm>

namespace carnet {

namespace {

Status new_option(
    Transaction& tx,
    ImportExisting& existing,
    const char* list,
    const std::string& name,
    Reference& field,
    Language language
) {
    if (name.empty())
        return Ok{};
    field = {existing.option_id(list, name)};
    if (field.id != 0)
        return Ok{};
    Option option;
    option.list = list;
    option.name = name;
    const auto id = insert(tx, option, language);
    if (!id)
        return id.error();
    existing.add_option(list, name, *id);
    field = {*id};
    return Ok{};
}

Status new_tags(
    Transaction& tx, ImportExisting& existing, const Words& names, Ids& ids, Language language
) {
    for (const auto& name : names) {
        auto id = existing.tag_id(name);
        if (id == 0) {
            Tag tag;
            tag.name = name;
            const auto made = insert(tx, tag, language);
            if (!made)
                return made.error();
            id = *made;
            existing.add_tag(name, id);
        }
        if (std::find(ids.begin(), ids.end(), id) == ids.end())
            ids.push_back(id);
    }
    return Ok{};
}

Status
store_words(Transaction& tx, ImportExisting& existing, ImportedClient& row, Language language) {
    if (auto s = new_option(tx, existing, "sector", row.new_sector, row.client.sector_id, language);
        !s)
        return s;
    if (auto s = new_option(tx, existing, "size", row.new_size, row.client.size_id, language); !s)
        return s;
    return new_tags(tx, existing, row.new_tags, row.client.tag_ids, language);
}

// The fields people fill that differ between two states of a row.
std::vector<FieldChange>
differences(const EntitySpec& spec, const void* before, const void* after) {
    std::vector<FieldChange> changes;
    for (const Field& field : spec.fields) {
        if (field.origin == FieldOrigin::system)
            continue;
        Value value = field.get(after);
        if (value != field.get(before))
            changes.push_back({&field, std::move(value), any_version});
    }
    return changes;
}

template <class T>
Status update_part(Transaction& tx, const T& before, const T& after, Language language) {
    const auto changes = differences(EntityOf<T>::spec, &before, &after);
    if (changes.empty())
        return Ok{};
    const auto changed = update(tx, EntityOf<T>::spec, before.id, changes, language);
    if (!changed)
        return changed.error();
    return Ok{};
}

Status
add_contact(Transaction& tx, std::int64_t client_id, ImportedClient& row, Language language) {
    row.contact.id = 0;
    const auto contact = insert(tx, row.contact, language);
    if (!contact)
        return contact.error();
    row.link.id = 0;
    row.link.client_id = {client_id};
    row.link.contact_id = {*contact};
    const auto link = insert(tx, row.link, language);
    if (!link)
        return link.error();
    return Ok{};
}

Status
add_address(Transaction& tx, std::int64_t client_id, ImportedClient& row, Language language) {
    row.address.id = 0;
    row.address.client_id = {client_id};
    row.address.is_main = true;
    const auto address = insert(tx, row.address, language);
    if (!address)
        return address.error();
    return Ok{};
}

Status create_row(Transaction& tx, ImportedClient& row, Language language) {
    const auto id = create_client(tx, row.client, language);
    if (!id)
        return id.error();
    if (row.has_contact) {
        row.link.is_main = true;
        if (auto added = add_contact(tx, *id, row, language); !added)
            return added;
    }
    if (row.has_address)
        return add_address(tx, *id, row, language);
    return Ok{};
}

Status update_row(
    Transaction& tx, const ImportedClient& before, ImportedClient& after, Language language
) {
    auto changes = differences(EntityOf<Client>::spec, &before.client, &after.client);
    if (!changes.empty()) {
        const auto changed = change_client(tx, before.client, std::move(changes), language);
        if (!changed)
            return changed.error();
    }
    const auto id = before.client.id;
    if (before.has_contact) {
        if (auto s = update_part(tx, before.contact, after.contact, language); !s)
            return s;
        if (auto s = update_part(tx, before.link, after.link, language); !s)
            return s;
    } else if (after.has_contact) {
        after.link.is_main = !before.has_main_contact;
        if (auto s = add_contact(tx, id, after, language); !s)
            return s;
    }
    if (before.has_address)
        return update_part(tx, before.address, after.address, language);
    return after.has_address ? add_address(tx, id, after, language) : Status(Ok{});
}

Error at_line(const Error& error, std::size_t line, Language language) {
    const std::string& message = error.first_message();
    Error named = error;
    named.message = fill(
        tr(texts::import_row_failed, language),
        {{"line", std::to_string(line)}, {"message", message}}
    );
    return named;
}

} // namespace

Result<ImportDone> apply_import(
    Transaction& tx,
    const ImportPlanner& planner,
    ImportExisting& existing,
    std::string_view file_name,
    Language language,
    const std::function<void(std::size_t)>& progress
) {
    ImportDone done;
    const auto name_action = [&] {
        tx.set_action(
            "import",
            {{"file", std::string(file_name)}, {"created", done.created}, {"updated", done.updated}}
        );
    };
    name_action();
    for (std::size_t i = 0; i < planner.rows(); ++i) {
        PlannedRow row = planner.row(i);
        Status stored = Ok{};
        if (row.action == RowAction::create || row.action == RowAction::update) {
            stored = store_words(tx, existing, row.after, language);
            if (stored)
                stored = row.action == RowAction::create
                             ? create_row(tx, row.after, language)
                             : update_row(tx, row.before, row.after, language);
        }
        if (!stored)
            return at_line(stored.error(), row.line, language);
        done.created += row.action == RowAction::create;
        done.updated += row.action == RowAction::update;
        if (progress)
            progress(i + 1);
    }
    name_action();
    return done;
}

} // namespace carnet
