// Saved views of the client list: each person's own, seen by nobody else.
#include "backend/app.hpp"
#include "backend/db/records.hpp"
#include "backend/features/client_sheet.hpp"
#include "backend/features/clients.hpp"
#include "backend/features/words.hpp"
#include "shared/book/book.hpp"
#include "shared/core/json.hpp"
#include "shared/texts/server_clients.hpp"

namespace carnet {

namespace {

const EntitySpec& spec = EntityOf<SavedView>::spec;

std::optional<SavedView> own_view(Context& c) {
    auto view = find<SavedView>(c.tx, c.request.id());
    if (view && view->user_id.id != c.actor.user_id)
        return std::nullopt;
    return view;
}

// A view holds a query the list understands.
Status check_query(const SavedView& view, std::string_view path, Language language) {
    if (parse_book_query(view.query, language))
        return Ok{};
    return invalid(path, tr(texts::bad_parameter, language));
}

Json answer_with(Context& c, std::int64_t id) {
    Json answer = write_answer(c);
    if (const auto view = find<SavedView>(c.tx, id))
        answer["view"] = entity_json(c.tx, c.actor, spec, &*view, id);
    return answer;
}

Result<Response> post(Context& c) {
    SavedView view;
    if (auto parsed = parse_new(spec, c.request.json, &view, "", c.language()); !parsed)
        return parsed.error();
    if (auto valid = check_query(view, "query", c.language()); !valid)
        return valid.error();
    view.user_id = {c.actor.user_id};
    c.tx.set_action("view_create", {{"name", view.name}});
    const auto id = insert(c.tx, view, c.language());
    if (!id)
        return id.error();
    return json_response(answer_with(c, *id), 201);
}

Result<Response> patch(Context& c) {
    const auto before = own_view(c);
    if (!before)
        return not_found(c.language());
    const auto changes =
        parse_changes(spec, json_at(c.request.json, "fields"), c.tx.position(), c.language());
    if (!changes)
        return changes.error();
    c.tx.set_action("view_update", {{"name", before->name}});
    const auto changed = update(c.tx, spec, before->id, *changes, c.language());
    if (!changed)
        return changed.error();
    const auto after = find<SavedView>(c.tx, before->id);
    if (auto valid = check_query(*after, "fields.query", c.language()); !valid)
        return valid.error();
    return json_response(answer_with(c, before->id));
}

Result<Response> remove_view(Context& c) {
    const auto before = own_view(c);
    if (!before)
        return not_found(c.language());
    c.tx.set_action("view_delete", {{"name", before->name}});
    remove(c.tx, spec, before->id);
    return json_response(write_answer(c));
}

constexpr Route routes[] = {
    write(
        Method::post,
        "/api/views",
        Permission::signed_in,
        &post,
        "Saves a view of the client list",
        &EntityOf<SavedView>::spec
    )
        .takes("new_saved_view")
        .gives("written & {view: saved_view}"),
    write(
        Method::patch,
        "/api/views/:id",
        Permission::signed_in,
        &patch,
        "Changes one's own view",
        &EntityOf<SavedView>::spec
    )
        .takes("{fields: field_changes}")
        .gives("written & {view: saved_view}"),
    {.method = Method::del,
     .pattern = "/api/views/:id",
     .permission = Permission::signed_in,
     .handler = &remove_view,
     .access = Access::write,
     .summary = "Deletes one's own view",
     .entity = &EntityOf<SavedView>::spec,
     .answer = "written"},
};

} // namespace

Json saved_views_json(Context& c) {
    Json list = Json::array();
    const auto views =
        find_all<SavedView>(c.tx, "WHERE user_id = :user ORDER BY position, id", [&](Statement& s) {
            s.bind("user", c.actor.user_id);
        });
    for (const auto& view : views)
        list.push_back(entity_json(c.tx, c.actor, spec, &view, view.id));
    return list;
}

std::span<const Route> saved_view_routes() {
    return routes;
}

} // namespace carnet
