// JSON → models, tolerant of what it doesn't know.
#include "web/net/decode.hpp"
#include "shared/core/json.hpp"
#include "shared/core/text.hpp"

#include <algorithm>

namespace carnet::net {

namespace {

// A list that is the answer itself or sits under `key`.
const Json& list_of(const Json& json, std::string_view key) {
    return json.is_array() ? json : json_at(json, key);
}

template <class T>
std::vector<T> read_list(const Json& list, Language language) {
    std::vector<T> out;
    if (!list.is_array())
        return out;
    out.reserve(list.size());
    for (const auto& item : list)
        out.push_back(read<T>(item, language));
    return out;
}

Instant instant_of(const Json& object, std::string_view key) {
    return parse_iso_instant(json_string(object, key)).value_or(Instant{});
}

std::string cursor_of(const Json& json) {
    const Json& next = json_at(json, "next");
    if (next.is_string())
        return next.get<std::string>();
    return next.is_number_integer() && next.get<std::int64_t>() != 0
               ? std::to_string(next.get<std::int64_t>())
               : "";
}

Grant parse_grant(std::string_view word) {
    return word == "all" ? Grant::all : word == "own" ? Grant::own : Grant::none;
}

void read_grants(const Json& object, Grants& grants) {
    if (!object.is_object())
        return;
    for (const auto& spec : permission_specs()) {
        const std::string word = json_string(object, spec.name);
        if (!word.empty())
            grants[static_cast<std::size_t>(spec.permission)] = parse_grant(word);
    }
}

HistoryChange decode_change(const Json& json) {
    HistoryChange change;
    change.seq = json_int(json, "seq");
    change.entity = json_string(json, "entity");
    change.entity_id = json_int(json, "entity_id");
    change.op = json_string(json, "op");
    change.field = json_string(json, "field");
    change.field_label = json_string(json, "label", change.field);
    change.entity_label = json_string(json, "entity_label");
    change.name = json_string(json, "name");
    change.is_moment = change.op == "update" && json_at(json, "new_text").is_null();
    change.old_text = json_string(json, change.is_moment ? "old" : "old_text");
    change.new_text = json_string(json, change.is_moment ? "new" : "new_text");
    change.revertible = change.op == "update" && change.entity == "client";
    return change;
}

} // namespace

void read_entity(const EntitySpec& spec, const Json& object, void* entity, Language language) {
    if (!object.is_object())
        return;
    spec.id(entity) = json_int(object, "id");
    for (const auto& field : spec.fields) {
        const Json& json = json_at(object, field.name);
        if (json.is_null())
            continue;
        const auto value = from_json(field, json, language);
        if (value)
            field.set(entity, *value);
    }
}

Me decode_me(const Json& json, Language language) {
    Me me;
    const Json& user = json_at(json, "user");
    me.actor.user_id = json_int(user, "id");
    parse_role(json_string(user, "role"), me.actor.role);
    me.actor.language = parse_language(json_string(user, "language", language_tag(language)));
    me.actor.grants = default_grants(me.actor.role);
    read_grants(json_at(json, "grants"), me.actor.grants);
    me.name = json_string(user, "name");
    me.email = json_string(user, "email");
    me.phone = json_string(user, "phone");
    me.workspace = read<Workspace>(json_at(json, "workspace"), language);
    me.actor.shared_clients = me.workspace.shared_clients;
    me.position = json_int(json, "position");
    me.build = json_string(json, "build");
    me.now = instant_of(json, "now");
    return me;
}

Words decode_words(const Json& json, Language language) {
    Words words;
    words.tags = read_list<Tag>(json_at(json, "tags"), language);
    // As in a dictionary: « À relancer » is not behind « VIP ».
    std::sort(words.tags.begin(), words.tags.end(), [](const Tag& a, const Tag& b) {
        return text::fold(a.name) < text::fold(b.name);
    });
    words.options = read_list<Option>(json_at(json, "options"), language);
    words.views = read_list<SavedView>(json_at(json, "views"), language);
    for (const auto& item : json_at(json, "users"))
        words.users.push_back(
            {json_int(item, "id"), json_string(item, "name"), json_bool(item, "is_active", true)}
        );
    return words;
}

ClientSheet decode_sheet(const Json& json, Language language) {
    ClientSheet sheet;
    const Json& client = json_at(json, "client");
    sheet.client = read<Client>(client, language);
    sheet.version = json_int(client, "version", json_int(json, "position"));
    for (const auto& item : json_at(json, "contacts")) {
        SheetContact contact;
        contact.link = read<ClientContact>(item, language);
        contact.contact = read<Contact>(json_at(item, "contact"), language);
        contact.link.contact_id.id = contact.contact.id;
        contact.version = sheet.version;
        const Json& portal = json_at(item, "portal");
        const Json& mail = json_at(portal, "mail");
        contact.portal = {
            json_string(portal, "status"),
            instant_of(portal, "invitation_ends_at"),
            instant_of(portal, "seen_at"),
            json_string(mail, "state"),
            json_string(mail, "error")};
        sheet.contacts.push_back(std::move(contact));
    }
    sheet.addresses = read_list<Address>(json_at(json, "addresses"), language);
    sheet.projects = read_list<Project>(json_at(json, "projects"), language);
    sheet.tasks = read_list<ProjectTask>(json_at(json, "tasks"), language);
    sheet.task_count = json_int(json_at(json, "counts"), "tasks");
    sheet.activity_count = json_int(json_at(json, "counts"), "activities");
    sheet.document_count = json_int(json_at(json, "counts"), "documents");
    sheet.completeness = json_int(json, "completeness");
    const Json& advice = json_at(json, "advice");
    sheet.advice = json_string(advice, "text");
    sheet.advice_reason = json_string(advice, "reason");
    sheet.advised_state = json_string(advice, "state");
    return sheet;
}

MessagePage decode_messages(const Json& json, Language) {
    MessagePage page;
    for (const auto& item : json_at(json, "items")) {
        const std::int64_t contact = json_int(item, "contact_id");
        page.items.push_back(
            {.id = json_int(item, "id"),
             .body = json_string(item, "body"),
             .by = json_string(item, "by"),
             .author = contact ? contact : json_int(item, "user_id"),
             .shared = json_bool(item, "shared"),
             .from_contact = contact != 0,
             .at = instant_of(item, "at")}
        );
    }
    page.next = cursor_of(json);
    return page;
}

MailServer decode_mail_server(const Json& json, Language) {
    const Json& all = json_at(json, "settings");
    return {
        .host = json_string(all, "host"),
        .security = json_string(all, "security"),
        .user_name = json_string(all, "user_name"),
        .from_name = json_string(all, "from_name"),
        .from_address = json_string(all, "from_address"),
        .base_url = json_string(all, "base_url"),
        .effective_url = json_string(all, "effective_url"),
        .port = json_int(all, "port"),
        .has_password = json_bool(all, "has_password"),
        .by_environment = json_bool(all, "by_environment"),
        .ready = json_bool(all, "ready")};
}

std::vector<MailRow> decode_mails(const Json& json, Language) {
    std::vector<MailRow> rows;
    for (const auto& item : json_at(json, "mails"))
        rows.push_back(
            {json_int(item, "id"),
             json_string(item, "to_address"),
             json_string(item, "subject"),
             json_string(item, "state"),
             json_string(item, "error"),
             instant_of(item, "created_at")}
        );
    return rows;
}

TimelinePage decode_timeline(const Json& json, Language language) {
    TimelinePage page;
    page.items = read_list<Activity>(list_of(json, "activities"), language);
    page.next = cursor_of(json);
    page.version = json_int(json, "position");
    return page;
}

HistoryPage decode_history(const Json& json, Language) {
    HistoryPage page;
    const Json& list =
        list_of(json, json.is_object() && json.contains("actions") ? "actions" : "rows");
    for (const auto& item : list) {
        HistoryEntry entry;
        entry.action = json_int(item, "action", json_int(item, "id"));
        entry.at = instant_of(item, "at");
        entry.user_id = json_int(item, "user_id", json_int(json_at(item, "user"), "id"));
        entry.user_name =
            json_string(item, "user_name", json_string(json_at(item, "user"), "name"));
        entry.kind = json_string(item, "kind");
        entry.label = json_string(item, "label");
        entry.client_id = json_int(item, "client_id");
        entry.client_name = json_string(item, "client_name");
        entry.client_count = json_int(item, "client_count");
        entry.undone_by = json_int(item, "undone_by");
        entry.undoes = json_int(item, "undoes");
        entry.can_undo = json_bool(item, "can_undo");
        for (const auto& change : json_at(item, "changes"))
            entry.changes.push_back(decode_change(change));
        page.items.push_back(std::move(entry));
    }
    page.next = cursor_of(json);
    return page;
}

std::vector<TeamMember> decode_users(const Json& json, Language language) {
    std::vector<TeamMember> out;
    for (const auto& item : list_of(json, "users")) {
        TeamMember member;
        member.user = read<User>(item, language);
        member.version = json_int(item, "version", json_int(json, "position"));
        member.last_seen = instant_of(item, "last_seen_at");
        member.invited = json_bool(item, "invited");
        out.push_back(std::move(member));
    }
    return out;
}

RolesPage decode_roles(const Json& json, Language) {
    RolesPage page;
    page.version = json_int(json, "version", json_int(json, "position"));
    for (std::size_t i = 0; i < role_count; ++i)
        page.grants[i] = default_grants(static_cast<Role>(i));
    const Json& grants = json_at(json, "grants");
    if (!grants.is_object())
        return page;
    for (const auto& [name, row] : grants.items()) {
        Role role = Role::member;
        if (parse_role(name, role))
            read_grants(row, page.grants[static_cast<std::size_t>(role)]);
    }
    return page;
}

std::vector<FoundContact> decode_contacts(const Json& json, Language) {
    std::vector<FoundContact> out;
    for (const auto& item : list_of(json, "contacts")) {
        out.push_back({
            .id = json_int(item, "id"),
            .name = json_string(item, "name"),
            .client_id = json_int(item, "client_id"),
            .client_name = json_string(item, "client_name"),
            .email = json_string(item, "email"),
            .phone = json_string(item, "phone"),
            .job_title = json_string(item, "job_title"),
        });
    }
    return out;
}

std::vector<Duplicate> decode_duplicates(const Json& json, Language) {
    std::vector<Duplicate> out;
    for (const auto& item : list_of(json, "duplicates")) {
        out.push_back({
            .client_id = json_int(item, "client_id", json_int(item, "id")),
            .name = json_string(item, "name"),
            .reference = json_string(item, "reference"),
            .score = json_int(item, "score"),
            .reason = json_string(item, "reason"),
        });
    }
    return out;
}

} // namespace carnet::net
