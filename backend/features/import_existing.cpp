// See import_existing.hpp.
#include "backend/features/import_existing.hpp"

#include "backend/db/records.hpp"
#include "backend/features/access.hpp"
#include "backend/features/book_sync.hpp"
#include "shared/core/text.hpp"

#include <algorithm>

namespace carnet {

namespace {

// One row per match; :value in lower case where case does not count.
std::string_view sql_of(std::string_view key) {
    if (key == "siren")
        return "SELECT id FROM client WHERE siren = :value AND deleted_at IS NULL";
    if (key == "siret")
        return "SELECT id FROM client WHERE siret = :value AND deleted_at IS NULL";
    if (key == "reference")
        return "SELECT id FROM client WHERE lower(reference) = lower(:value) AND reference IS NOT "
               "NULL AND deleted_at IS NULL";
    if (key == "previous_reference")
        return "SELECT id FROM client WHERE lower(previous_reference) = lower(:value) AND "
               "previous_reference IS NOT NULL AND deleted_at IS NULL";
    if (key == "email")
        return "SELECT id FROM client WHERE lower(email) = lower(:value) AND email IS NOT NULL AND "
               "deleted_at IS NULL "
               "UNION SELECT l.client_id FROM contact p JOIN client_contact l ON l.contact_id = "
               "p.id "
               "JOIN client k ON k.id = l.client_id "
               "WHERE lower(p.email) = lower(:value) AND p.email IS NOT NULL AND k.deleted_at IS "
               "NULL";
    return {};
}

bool is_named(const Contact& contact, std::string_view folded) {
    return text::fold(contact.first_name + " " + contact.last_name) == folded ||
           text::fold(contact.last_name + " " + contact.first_name) == folded;
}

// The contact the row speaks of: by e-mail, by name, else the main one.
const Contact* choose(
    const std::vector<Contact>& contacts,
    const std::vector<ClientContact>& links,
    std::string_view name,
    std::string_view email
) {
    const Contact* main = nullptr;
    for (std::size_t i = 0; i < links.size(); ++i)
        if (links[i].is_main && !main)
            main = &contacts[i];
    if (name.empty() && email.empty())
        return main;
    // Of several that fit, the main one.
    const auto first = [&](const auto& fits) -> const Contact* {
        if (main && fits(*main))
            return main;
        const auto found = std::find_if(contacts.begin(), contacts.end(), fits);
        return found == contacts.end() ? nullptr : &*found;
    };
    const Contact* found = nullptr;
    if (!email.empty())
        found =
            first([&](const Contact& one) { return text::equal_ignoring_case(one.email, email); });
    if (const std::string folded = text::fold(name); !found && !folded.empty())
        found = first([&](const Contact& one) { return is_named(one, folded); });
    return found;
}

} // namespace

ImportExisting::ImportExisting(App& app, Transaction& tx, const Actor& actor)
    : _tx(tx), _actor(actor), _people(app.directory().state()) {
    auto last = tx.prepare("SELECT max(id) FROM client");
    if (last.step())
        _last_id = last.integer(0);
    read_words();
    read_names();
}

void ImportExisting::read_words() {
    for (const auto& option : find_all<Option>(_tx, "ORDER BY id"))
        add_option(option.list, option.name, option.id);
    for (const auto& tag : find_all<Tag>(_tx, "ORDER BY id"))
        add_tag(tag.name, tag.id);
}

void ImportExisting::read_names() {
    auto rows = _tx.prepare("SELECT id, legal_name, trade_name, first_name, last_name FROM client "
                            "WHERE deleted_at IS NULL");
    while (rows.step()) {
        const auto add = [&](const std::string& name) {
            const std::string folded = text::fold(name);
            if (folded.empty())
                return;
            Ids& ids = _names[folded];
            if (ids.empty() || ids.back() != rows.integer(0))
                ids.push_back(rows.integer(0));
        };
        add(rows.text(1));
        add(rows.text(2));
        add(rows.text(3) + " " + rows.text(4));
    }
}

void ImportExisting::add_option(const std::string& list, const std::string& name, std::int64_t id) {
    _options.emplace(std::pair{list, text::fold(name)}, id);
    _option_names[id] = name;
}

void ImportExisting::add_tag(const std::string& name, std::int64_t id) {
    _tags.emplace(text::fold(name), id);
    _tag_names[id] = name;
}

Ids ImportExisting::visible(Ids ids) const {
    const bool sees_all = _actor.grant(Permission::clients_read) == Grant::all;
    std::erase_if(ids, [&](std::int64_t id) {
        return id > _last_id || (!sees_all && !sees_client(_tx, _actor, id));
    });
    return ids;
}

Ids ImportExisting::find(std::string_view key, std::string_view value) const {
    if (key == "name") {
        const auto found = _names.find(text::fold(value));
        return found == _names.end() ? Ids{} : visible(found->second);
    }
    const auto sql = sql_of(key);
    if (sql.empty())
        return {};
    auto statement = _tx.prepare(sql);
    statement.bind("value", value);
    Ids ids;
    while (statement.step())
        ids.push_back(statement.integer(0));
    // A reference is whose it is now; only then whose it was.
    if (ids.empty() && key == "reference")
        return find("previous_reference", value);
    return visible(std::move(ids));
}

bool ImportExisting::may_edit(std::int64_t id) const {
    const auto access = client_access(_tx, id);
    return access.exists && !access.binned &&
           can(_actor, Permission::clients_edit, access.audience());
}

bool ImportExisting::load(
    std::int64_t id,
    std::string_view contact_name,
    std::string_view contact_email,
    ImportedClient& out
) const {
    if (!may_edit(id))
        return false;
    const auto client = carnet::find<Client>(_tx, id);
    if (!client)
        return false;
    out.client = *client;
    const auto bind = [&](Statement& s) { s.bind("client", id); };
    const auto links = find_all<ClientContact>(_tx, "WHERE client_id = :client ORDER BY id", bind);
    std::vector<Contact> contacts;
    contacts.reserve(links.size());
    for (const auto& link : links)
        contacts.push_back(carnet::find<Contact>(_tx, link.contact_id).value_or(Contact{}));
    out.has_main_contact =
        std::any_of(links.begin(), links.end(), [](const auto& link) { return link.is_main; });
    if (const Contact* contact = choose(contacts, links, contact_name, contact_email)) {
        out.has_contact = true;
        out.contact = *contact;
        out.link = links[static_cast<std::size_t>(contact - contacts.data())];
    }
    const auto addresses =
        find_all<Address>(_tx, "WHERE client_id = :client AND is_main = 1", bind);
    if (!addresses.empty()) {
        out.has_address = true;
        out.address = addresses.front();
    }
    return true;
}

std::int64_t ImportExisting::user_id(std::string_view name_or_email) const {
    if (const User* user = _people->find_user(name_or_email))
        return user->id;
    const std::string folded = text::fold(name_or_email);
    for (const auto& user : _people->users)
        if (text::fold(user.name) == folded)
            return user.id;
    return 0;
}

std::int64_t ImportExisting::option_id(std::string_view list, std::string_view name) const {
    const auto found = _options.find({std::string(list), text::fold(name)});
    return found == _options.end() ? 0 : found->second;
}

std::int64_t ImportExisting::tag_id(std::string_view name) const {
    const auto found = _tags.find(text::fold(name));
    return found == _tags.end() ? 0 : found->second;
}

std::string ImportExisting::word_name(std::string_view entity, std::int64_t id) const {
    if (entity == "user")
        return std::string(_people->user_name(id));
    const auto& names = entity == "tag" ? _tag_names : _option_names;
    const auto found = names.find(id);
    return found == names.end() ? std::string() : found->second;
}

} // namespace carnet
