// How one read value enters a client, and what a client already says there.
#include "shared/import/plan.hpp"

#include "shared/core/text.hpp"
#include "shared/schema/display.hpp"
#include "shared/texts/import.hpp"
#include "shared/texts/validation.hpp"

#include <algorithm>

namespace carnet {
namespace {

// "Jean Dupont", "DUPONT Jean", "Dupont, Jean", "M. Jean Dupont".
void split_person_name(std::string_view name, std::string& first, std::string& last) {
    std::string whole = text::collapse_spaces(name);
    for (const std::string_view title :
         {"M. ", "Mme ", "Mlle ", "Mr ", "Mrs ", "Ms ", "Monsieur ", "Madame ", "Me ", "Dr "})
        if (whole.size() > title.size() &&
            text::equal_ignoring_case(whole.substr(0, title.size()), title))
            whole.erase(0, title.size());
    if (const std::size_t comma = whole.find(", "); comma != whole.npos) {
        last = whole.substr(0, comma), first = whole.substr(comma + 2);
        return;
    }
    const std::size_t space = whole.find(' ');
    if (space == whole.npos) {
        last = whole, first.clear();
        return;
    }
    // Family names in capitals come first in many French files.
    const std::string start = whole.substr(0, space), rest = whole.substr(space + 1);
    const auto capitals = [](const std::string& word) {
        return text::length(word) > 1 && text::to_upper(word) == word;
    };
    const bool last_first = capitals(start) && !capitals(rest);
    last = last_first ? start : rest, first = last_first ? rest : start;
}

void* entity_of(const ImportTarget& target, ImportedClient& client) {
    switch (target.kind) {
    case TargetKind::contact:
        return &client.contact;
    case TargetKind::link:
        return &client.link;
    case TargetKind::address:
        return &client.address;
    default:
        return &client.client;
    }
}

// Notes of several columns, or of an earlier import, are not written over.
void add_note(std::string& notes, const std::string& more) {
    if (notes.find(more) != notes.npos)
        return;
    notes += (notes.empty() ? "" : "\n") + more;
}

std::string put_field(
    const ImportTarget& target, const Value& value, ImportedClient& client, Language language
) {
    const Field& field = *field_of(target);
    if (target.name == "notes")
        return add_note(client.client.notes, std::get<std::string>(value)), "";
    if (target.kind == TargetKind::contact || target.kind == TargetKind::link)
        client.has_contact = true;
    if (target.kind == TargetKind::address)
        client.has_address = true;
    return field.set(entity_of(target, client), value) ? "" : tr(texts::wrong_type, language);
}

// Bounds of the names' fields.
std::string limited(std::string_view name, std::size_t code_points) {
    return std::string(text::prefix(name, code_points));
}

void put_name(const std::string& name, Client& client) {
    if (client.kind == ClientKind::company) {
        client.legal_name = name;
        return;
    }
    split_person_name(name, client.first_name, client.last_name);
    client.first_name = limited(client.first_name, 80),
    client.last_name = limited(client.last_name, 80);
}

bool has_name(const Contact& contact) {
    return !contact.first_name.empty() || !contact.last_name.empty();
}

} // namespace

// Returns why the value cannot be taken, "" when it was.
std::string
ImportPlanner::put(const ImportTarget& target, const Value& value, ImportedClient& client) const {
    if (const auto* words = std::get_if<Words>(&value); words && target.kind == TargetKind::tags) {
        for (const std::string& word : *words) {
            const std::int64_t id = _existing.tag_id(word);
            Ids& ids = client.client.tag_ids;
            if (!id)
                client.new_tags.push_back(word);
            else if (std::find(ids.begin(), ids.end(), id) == ids.end())
                ids.push_back(id);
        }
        return "";
    }
    if (field_of(target))
        return put_field(target, value, client, _language);
    const std::string& text = std::get<std::string>(value);
    switch (target.kind) {
    case TargetKind::name:
        put_name(text, client.client);
        break;
    case TargetKind::contact_name:
        split_person_name(text, client.contact.first_name, client.contact.last_name);
        client.contact.first_name = limited(client.contact.first_name, 80);
        client.contact.last_name = limited(client.contact.last_name, 80);
        client.has_contact = true;
        break;
    case TargetKind::owner: {
        const std::int64_t id = _existing.user_id(text);
        if (!id)
            return fill(tr(texts::import_unknown_user, _language), {{"value", text}});
        client.client.owner_id = {id};
        break;
    }
    case TargetKind::sector:
        client.client.sector_id = {_existing.option_id("sector", text)};
        client.new_sector = client.client.sector_id ? "" : text;
        break;
    case TargetKind::size:
    case TargetKind::size_code:
        client.client.size_id = {_existing.option_id("size", text)};
        client.new_size = client.client.size_id ? "" : text;
        break;
    case TargetKind::is_open:
        client.client.state = ClientState::inactive;
        break;
    default:
        break;
    }
    return "";
}

// What the client says at this place, ready to show.
std::string ImportPlanner::shown(const ImportTarget& target, const ImportedClient& client) const {
    if (const Field* field = field_of(target)) {
        auto& whole =
            const_cast<ImportedClient&>(client); // entity_of() serves reading and writing.
        const bool absent =
            (target.kind == TargetKind::address && !client.has_address) ||
            ((target.kind == TargetKind::contact || target.kind == TargetKind::link) &&
             !client.has_contact);
        if (absent)
            return "";
        return display_value(*field, field->get(entity_of(target, whole)), _language);
    }
    switch (target.kind) {
    case TargetKind::name:
        return display_name(client.client);
    case TargetKind::contact_name:
        return client.has_contact ? display_name(client.contact) : "";
    case TargetKind::owner:
        return client.client.owner_id ? _existing.word_name("user", client.client.owner_id) : "";
    case TargetKind::sector:
        return client.new_sector.empty() && client.client.sector_id
                   ? _existing.word_name("option", client.client.sector_id)
                   : client.new_sector;
    case TargetKind::size:
    case TargetKind::size_code:
        return client.new_size.empty() && client.client.size_id
                   ? _existing.word_name("option", client.client.size_id)
                   : client.new_size;
    case TargetKind::is_open:
        return std::string(choice_label(
            client_state_choices,
            client_state_choices[static_cast<std::size_t>(client.client.state)].value,
            _language
        ));
    case TargetKind::tags: {
        std::vector<std::string> names;
        for (const std::int64_t id : client.client.tag_ids)
            names.push_back(_existing.word_name("tag", id));
        names.insert(names.end(), client.new_tags.begin(), client.new_tags.end());
        return text::join(names, ", ");
    }
    default:
        return "";
    }
}

// What only shows once all cells are read: persons, contacts without a name, postal codes that lost
// their zero.
void ImportPlanner::settle(ImportedClient& after, bool is_new, std::vector<PlannedCell>& cells)
    const {
    Client& client = after.client;
    const bool company_name = !client.legal_name.empty() || !client.trade_name.empty();
    const bool kind_given =
        std::any_of(_columns.begin(), _columns.end(), [](const MappedColumn& c) {
            return c.target->name == "kind";
        });
    if (is_new && !kind_given && !company_name && !client.last_name.empty())
        client.kind = ClientKind::person;
    // "Raison sociale" of a person: one column for all sorts of clients.
    if (client.kind == ClientKind::person && client.last_name.empty() &&
        !client.legal_name.empty()) {
        put_name(client.legal_name, client);
        client.legal_name.clear();
    }
    if (after.has_contact && !has_name(after.contact)) {
        if (client.kind == ClientKind::person) {
            after.contact.first_name = client.first_name,
            after.contact.last_name = client.last_name;
        } else {
            // Nobody to attach it to: the company's own line.
            if (client.email.empty())
                client.email = after.contact.email;
            if (client.phone.empty())
                client.phone =
                    after.contact.phone.empty() ? after.contact.mobile : after.contact.phone;
            after.has_contact = false;
        }
    }
    if (after.has_contact && after.contact.id == 0 && after.contact.last_name.empty())
        std::swap(after.contact.first_name, after.contact.last_name);
    if (after.has_contact && after.link.id == 0)
        after.link.is_main = !after.has_main_contact;
    if (!after.has_address)
        return;
    Address& address = after.address;
    if (address.id == 0)
        address.is_main = true;
    std::string& code = address.postal_code;
    if (address.country == "FR" && code.size() == 4 && text::all_digits(code))
        code.insert(0, "0");
    for (const FieldError& error : carnet::check(address, _language)) {
        for (PlannedCell& cell : cells)
            if (cell.target == "address." + error.field && error.field == "postal_code")
                cell.error = error.message, code.clear();
        if (address.line1.empty() && address.city.empty() && code.empty())
            after.has_address = false;
    }
    for (PlannedCell& cell : cells)
        if (cell.target == "address.postal_code" && cell.error.empty())
            cell.new_text = code;
}

} // namespace carnet
