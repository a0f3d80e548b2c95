// See words.hpp. A word in use is taken from the clients that have it before it is deleted: one
// action, one undo.
#include "backend/features/words.hpp"

#include "backend/app.hpp"
#include "backend/db/records.hpp"
#include "backend/features/book_rows.hpp"
#include "backend/features/client_sheet.hpp"
#include "backend/features/clients.hpp"
#include "shared/core/json.hpp"
#include "shared/core/text.hpp"
#include "shared/texts/server_clients.hpp"

#include <algorithm>

namespace carnet {

namespace {

const EntitySpec& client_spec = EntityOf<Client>::spec;
const EntitySpec& link_spec = EntityOf<ClientContact>::spec;

template <class T>
Json list_json(Context& c, std::string_view order) {
    Json list = Json::array();
    for (const T& row : find_all<T>(c.tx, "ORDER BY " + std::string(order)))
        list.push_back(entity_json(c.tx, c.actor, EntityOf<T>::spec, &row, row.id));
    return list;
}

Json users_json(Context& c) {
    Json list = Json::array();
    const auto directory = c.app.directory().state();
    for (const auto& user : directory->users)
        list.push_back(
            {{"id", user.id},
             {"name", user.name},
             {"is_active", user.is_active},
             {"role", role_name(user.role)}}
        );
    return list;
}

Result<Response> words(Context& c) {
    Json answer{{"position", c.tx.position()}};
    answer["tags"] = list_json<Tag>(c, "name, id");
    answer["options"] = list_json<Option>(c, "list, position, name, id");
    answer["users"] = users_json(c);
    answer["views"] = saved_views_json(c);
    return json_response(answer);
}

// Names that people would read as the same are the same.
bool same_name(std::string_view a, std::string_view b) {
    return text::fold(a) == text::fold(b);
}

bool name_in_use(Transaction& tx, const Tag& tag) {
    const auto tags = find_all<Tag>(tx, "ORDER BY id");
    return std::any_of(tags.begin(), tags.end(), [&](const Tag& other) {
        return other.id != tag.id && same_name(other.name, tag.name);
    });
}
bool name_in_use(Transaction& tx, const Option& option) {
    const auto options = find_all<Option>(tx, "ORDER BY id");
    return std::any_of(options.begin(), options.end(), [&](const Option& other) {
        return other.id != option.id && other.list == option.list &&
               same_name(other.name, option.name);
    });
}

template <class T>
constexpr const char* answer_key() {
    return std::is_same_v<T, Tag> ? "tag" : "option";
}

template <class T>
Json answer_with(Context& c, std::int64_t id) {
    Json answer = write_answer(c);
    if (const auto row = find<T>(c.tx, id))
        answer[answer_key<T>()] = entity_json(c.tx, c.actor, EntityOf<T>::spec, &*row, id);
    return answer;
}

template <class T>
Result<Response> post(Context& c) {
    T row;
    if (auto parsed = parse_new(EntityOf<T>::spec, c.request.json, &row, "", c.language()); !parsed)
        return parsed.error();
    if (name_in_use(c.tx, row))
        return invalid("name", tr(texts::name_taken, c.language()));
    c.tx.set_action(std::string(answer_key<T>()) + "_create", {{"name", row.name}});
    const auto id = insert(c.tx, row, c.language());
    if (!id)
        return id.error();
    return json_response(answer_with<T>(c, *id), 201);
}

template <class T>
Result<Response> patch(Context& c) {
    const auto before = find<T>(c.tx, c.request.id());
    if (!before)
        return not_found(c.language());
    const auto changes = parse_changes(
        EntityOf<T>::spec, json_at(c.request.json, "fields"), c.tx.position(), c.language()
    );
    if (!changes)
        return changes.error();
    c.tx.set_action(std::string(answer_key<T>()) + "_update", {{"name", before->name}});
    const auto changed = update(c.tx, EntityOf<T>::spec, before->id, *changes, c.language());
    if (!changed)
        return changed.error();
    if (name_in_use(c.tx, *find<T>(c.tx, before->id)))
        return invalid("fields.name", tr(texts::name_taken, c.language()));
    return json_response(answer_with<T>(c, before->id));
}

Ids ids_where(
    Transaction& tx, std::string_view table, std::string_view column, std::int64_t value
) {
    auto statement = tx.prepare(
        "SELECT id FROM " + std::string(table) + " WHERE " + std::string(column) +
        " = :value ORDER BY id"
    );
    statement.bind("value", value);
    Ids ids;
    while (statement.step())
        ids.push_back(statement.integer(0));
    return ids;
}

Status clear_reference(
    Context& c, const EntitySpec& spec, std::string_view field, std::int64_t option_id
) {
    for (const auto id : ids_where(c.tx, spec.table, field, option_id)) {
        const FieldChange empty = change(spec, field, Value{});
        if (auto changed = update(c.tx, spec, id, {&empty, 1}, c.language()); !changed)
            return changed.error();
    }
    return Ok{};
}

Result<Response> remove_option(Context& c) {
    const auto option = find<Option>(c.tx, c.request.id());
    if (!option)
        return not_found(c.language());
    c.tx.set_action("option_delete", {{"name", option->name}});
    for (const std::string_view field : {"sector_id", "size_id"})
        if (auto cleared = clear_reference(c, client_spec, field, option->id); !cleared)
            return cleared.error();
    if (auto cleared = clear_reference(c, link_spec, "function_id", option->id); !cleared)
        return cleared.error();
    remove(c.tx, EntityOf<Option>::spec, option->id);
    return json_response(write_answer(c));
}

// Clients with the tag, by the text of their list; LIKE only narrows, parse_ids decides.
std::vector<std::pair<std::int64_t, Ids>> tagged(Transaction& tx, std::int64_t tag_id) {
    auto statement =
        tx.prepare("SELECT id, tag_ids FROM client WHERE tag_ids LIKE :pattern ORDER BY id");
    statement.bind("pattern", "%" + std::to_string(tag_id) + "%");
    std::vector<std::pair<std::int64_t, Ids>> found;
    while (statement.step()) {
        Ids ids = parse_ids(statement.view(1));
        if (std::find(ids.begin(), ids.end(), tag_id) != ids.end())
            found.emplace_back(statement.integer(0), std::move(ids));
    }
    return found;
}

Result<Response> remove_tag(Context& c) {
    const auto tag = find<Tag>(c.tx, c.request.id());
    if (!tag)
        return not_found(c.language());
    c.tx.set_action("tag_delete", {{"name", tag->name}});
    for (auto& [id, ids] : tagged(c.tx, tag->id)) {
        std::erase(ids, tag->id);
        const FieldChange less = change(client_spec, "tag_ids", ids);
        if (auto changed = update(c.tx, client_spec, id, {&less, 1}, c.language()); !changed)
            return changed.error();
    }
    remove(c.tx, EntityOf<Tag>::spec, tag->id);
    return json_response(write_answer(c));
}

constexpr Route removal(
    std::string_view pattern,
    Permission permission,
    Handler handler,
    std::string_view summary,
    const EntitySpec* entity
) {
    return {
        .method = Method::del,
        .pattern = pattern,
        .permission = permission,
        .handler = handler,
        .access = Access::write,
        .summary = summary,
        .entity = entity};
}

constexpr Route routes[] = {
    get("/api/words",
        Permission::signed_in,
        &words,
        "Tags, lists of words, the team and one's saved views")
        .gives("{tags: [tag], options: [option], users: [{id: integer, name: string, role: string, "
               "is_active: boolean}], views: [saved_view], position}"),
    write(
        Method::post,
        "/api/tags",
        Permission::settings_edit,
        &post<Tag>,
        "Creates a tag",
        &EntityOf<Tag>::spec
    )
        .takes("new_tag")
        .gives("written & {tag}"),
    write(
        Method::patch,
        "/api/tags/:id",
        Permission::settings_edit,
        &patch<Tag>,
        "Changes a tag",
        &EntityOf<Tag>::spec
    )
        .takes("{fields: field_changes}")
        .gives("written & {tag}"),
    removal(
        "/api/tags/:id",
        Permission::settings_edit,
        &remove_tag,
        "Deletes a tag everywhere",
        &EntityOf<Tag>::spec
    )
        .gives("written"),
    write(
        Method::post,
        "/api/options",
        Permission::settings_edit,
        &post<Option>,
        "Adds a word to a list",
        &EntityOf<Option>::spec
    )
        .takes("new_option")
        .gives("written & {option}"),
    write(
        Method::patch,
        "/api/options/:id",
        Permission::settings_edit,
        &patch<Option>,
        "Changes a word of a list",
        &EntityOf<Option>::spec
    )
        .takes("{fields: field_changes}")
        .gives("written & {option}"),
    removal(
        "/api/options/:id",
        Permission::settings_edit,
        &remove_option,
        "Deletes a word everywhere",
        &EntityOf<Option>::spec
    )
        .gives("written"),
};

} // namespace

std::span<const Route> word_routes() {
    return routes;
}

} // namespace carnet
