// What several regions of the client sheet share: forms' surroundings, bodies of requests,
// conflicts, fading changes.
#include "shared/core/json.hpp"
#include "shared/domain/portal_rights.hpp"
#include "shared/texts/app_client.hpp"
#include "shared/texts/app_common.hpp"
#include "shared/texts/app_net.hpp"
#include "web/app/book_store.hpp"
#include "web/views/client_view.hpp"

#include <algorithm>

namespace carnet::views {

namespace {

using namespace app;

std::string_view list_of_field(std::string_view field) {
    if (field == "sector_id")
        return "sector";
    if (field == "size_id")
        return "size";
    return "function";
}

// "fields.phone" and "client.phone" both mean the field `phone` of the form.
std::string last_name(std::string_view path) {
    const auto dot = path.rfind('.');
    return std::string(dot == std::string_view::npos ? path : path.substr(dot + 1));
}

} // namespace

void change_field(
    std::int64_t client_id,
    std::int64_t version,
    const std::string& path,
    std::string_view field,
    Json value,
    std::string toast,
    Context& context
) {
    Write write{.request = {.method = "PATCH", .path = path}};
    write.request.body["fields"][std::string(field)] = {
        {"value", std::move(value)}, {"version", version}};
    write.toast = std::move(toast);
    write.client_id = client_id;
    context.send(std::move(write));
}

std::string contact_link_path(std::int64_t link_id, std::string_view what) {
    return "/api/client-contacts/" + std::to_string(link_id) + std::string(what);
}

std::vector<ui::SelectItem> reference_items(const Field& field, const Context& context) {
    std::vector<ui::SelectItem> items;
    const auto& words = context.words();
    if (field.references == "user") {
        for (const auto& user : words.users)
            if (user.is_active)
                items.push_back(
                    {.key = user.id,
                     .label = user.name,
                     .avatar = static_cast<std::uint64_t>(user.id)}
                );
    } else if (field.references == "tag") {
        for (const auto& tag : words.tags)
            items.push_back({.key = tag.id, .label = tag.name, .dot = ui::tag_color(tag.color)});
    } else if (field.references == "option") {
        for (const Option* option : words.list(list_of_field(field.name)))
            items.push_back({.key = option->id, .label = option->name});
    }
    return items;
}

ui::FormContext client_form(
    ui::FormState& state, const net::ClientSheet& sheet, Context& context, Permission permission
) {
    return {
        .state = state,
        .actor = &context.actor(),
        .may_edit = may_on(context, permission, sheet),
        .items_of = [&context](const Field& field) { return reference_items(field, context); },
    };
}

Json changed_fields(
    const EntitySpec& spec, const void* original, const void* draft, std::int64_t version
) {
    Json fields = Json::object();
    for (const auto& field : spec.fields) {
        if (field.origin == FieldOrigin::system)
            continue;
        const Value value = field.get(draft);
        if (value == field.get(original))
            continue;
        fields[std::string(field.name)] = {{"value", to_json(value)}, {"version", version}};
    }
    return fields;
}

Json filled_fields(const EntitySpec& spec, const void* entity) {
    Json object = Json::object();
    for (const auto& field : spec.fields) {
        if (field.origin == FieldOrigin::system)
            continue;
        const Json json = to_json(field.get(entity));
        if (json.is_null() || (json.is_array() && json.empty()))
            continue;
        object[std::string(field.name)] = json;
    }
    return object;
}

Json filled_fields(const ClientContact& link) {
    Json object = filled_fields(EntityOf<ClientContact>::spec, &link);
    for (const PortalSwitch& one : portal_switches())
        object.erase(std::string(one.field));
    return object;
}

void take_errors(ui::FormState& form, const Error& error) {
    std::vector<FieldError> errors = error.fields;
    for (auto& e : errors)
        e.field = last_name(e.field);
    if (errors.empty())
        errors.push_back({.field = "", .message = error.message});
    form.set_errors(std::move(errors));
    form.submitted = true;
}

bool take_conflict(
    Conflict& conflict,
    std::int64_t client_id,
    const Error& error,
    const EntitySpec& spec,
    std::string path,
    const Json& fields,
    Context& context
) {
    const Json body{{"fields", fields}};
    return take_body_conflict(
        conflict, client_id, error, spec, std::move(path), body, "fields", context
    );
}

bool take_body_conflict(
    Conflict& conflict,
    std::int64_t client_id,
    const Error& error,
    const EntitySpec& spec,
    std::string path,
    Json body,
    const char* group,
    Context& context
) {
    if (error.code != ErrorCode::conflict || error.fields.empty())
        return false;
    const FieldError& first = error.fields[0];
    const std::string name = last_name(first.field);
    const Field* field = find_field(spec, name);
    const Json fields = json_at(body, group);
    if (!field || !fields.contains(name))
        return false;
    const auto text_of = [&](const std::string& json_text) {
        auto json = parse_json(json_text, context.language);
        if (!json)
            json = Json(json_text);
        const auto value = from_json(*field, *json, context.language);
        return value ? value_text(*field, *value, context) : json_text;
    };
    conflict = {};
    conflict.open = true;
    conflict.path = std::move(path);
    conflict.body = std::move(body);
    conflict.group = group;
    conflict.spec = &spec;
    conflict.field = name;
    conflict.label = context.tr(field->label);
    conflict.mine = json_at(json_at(fields, name), "value");
    const auto mine = from_json(*field, conflict.mine, context.language);
    conflict.mine_text = mine ? value_text(*field, *mine, context) : std::string();
    conflict.theirs_text = text_of(first.theirs);
    conflict.original_text = text_of(first.original);
    conflict.by = first.by;
    conflict.at = first.at;
    conflict.client_id = client_id;
    conflict.can_combine = field->kind == FieldKind::multiline;
    return true;
}

bool take_conflict(
    ClientView& view,
    const Error& error,
    const EntitySpec& spec,
    std::string path,
    const Json& fields,
    Context& context
) {
    return take_conflict(view.conflict, view.id, error, spec, std::move(path), fields, context);
}

bool take_body_conflict(
    ClientView& view,
    const Error& error,
    const EntitySpec& spec,
    std::string path,
    Json body,
    const char* group,
    Context& context
) {
    return take_body_conflict(
        view.conflict, view.id, error, spec, std::move(path), std::move(body), group, context
    );
}

namespace {

// Up to where this browser has read: what is stored now has been seen.
std::int64_t seen_version(Context& context) {
    std::int64_t version = context.book.position();
    if (const auto* client = std::get_if<ClientRoute>(&context.route))
        if (const auto& sheet = context.api.client(client->id); sheet.value)
            version = std::max(version, sheet.value->version);
    if (const auto* project = std::get_if<ProjectRoute>(&context.route))
        if (const auto& page = context.api.project(project->id); page.value)
            version = std::max(version, page.value->version);
    return version;
}

// The answer goes out with everything else that was refused together with the field: what stands in
// a form is never half saved.
void answer_conflict(Conflict& conflict, ui::ConflictAnswer answer, Context& context) {
    conflict.open = false;
    Json& fields = conflict.body[conflict.group];
    if (answer == ui::ConflictAnswer::keep_theirs) {
        fields.erase(conflict.field);
    } else {
        Json value = conflict.mine;
        if (answer == ui::ConflictAnswer::combine)
            value = conflict.theirs_text + "\n" + conflict.mine_text;
        const std::int64_t version = seen_version(context);
        fields[conflict.field] = {{"value", std::move(value)}, {"version", version}};
    }
    if (fields.empty())
        conflict.body.erase(conflict.group);
    if (conflict.body.empty())
        return;
    conflict.ticket = new_ticket();
    Write write{
        .request = {.method = "PATCH", .path = conflict.path, .body = conflict.body},
        .ticket = conflict.ticket};
    write.toast = context.tr(texts::conflict_kept);
    write.client_id = conflict.client_id;
    write.quiet_errors = true;
    context.send(std::move(write));
}

// Another field of the same form may have been changed by somebody else as well.
void follow_conflict(Conflict& conflict, Context& context) {
    if (!conflict.ticket || !conflict.ticket->done)
        return;
    const Conflict answered = std::move(conflict);
    conflict = {};
    if (answered.ticket->ok())
        return;
    const Error& error = *answered.ticket->error;
    if (!take_body_conflict(
            conflict,
            answered.client_id,
            error,
            *answered.spec,
            answered.path,
            answered.body,
            answered.group.c_str(),
            context
        ))
        context.send(ShowToast{
            .kind = ToastKind::error,
            .title = context.tr(texts::not_saved),
            .detail = error.first_message()});
}

} // namespace

ui::ConflictAnswer conflict_ui(Conflict& conflict, Context& context) {
    follow_conflict(conflict, context);
    if (!conflict.open)
        return ui::ConflictAnswer::none;
    const auto at = parse_iso_instant(conflict.at);
    const std::string title = fill(context.tr(texts::conflict_title), {{"field", conflict.label}});
    const std::string by = conflict.by.empty() ? context.tr(texts::someone) : conflict.by;
    const auto answer = ui::conflict_dialog(
        "conflict",
        conflict.open,
        {.field = conflict.label,
         .title = title,
         .mine = conflict.mine_text,
         .theirs = conflict.theirs_text,
         .original = conflict.original_text,
         .my_name = context.session.me.name,
         .their_name = by,
         .my_id = static_cast<std::uint64_t>(context.actor().user_id),
         .their_id = 1,
         .their_time = at ? when(*at, context) : std::string(),
         .can_combine = conflict.can_combine}
    );
    if (answer != ui::ConflictAnswer::none && answer != ui::ConflictAnswer::cancel)
        answer_conflict(conflict, answer, context);
    return answer;
}

void fade_ui(
    ClientView& view, std::string_view key, const std::string& value, ui::Rect box, Context& context
) {
    auto& last = view.seen.values[std::string(key)];
    auto& at = view.seen.changed_at_ms[std::string(key)];
    if (view.seen.filled && last != value) {
        const auto* change = context.book.change_of(view.id);
        if (change && change->by != context.actor().user_id)
            at = ui::now_ms();
    }
    last = value;
    const bool still = platform::prefers_reduced_motion();
    const double fade_ms = still ? 3000 : 1200;
    if (at <= 0)
        return;
    const double age = ui::now_ms() - at;
    if (age > fade_ms) {
        at = 0;
        return;
    }
    ui::draw::fill(
        box,
        ui::color(ui::Color::warn_soft, still ? 1 : static_cast<float>(1 - age / fade_ms)),
        ui::metric::radius_control
    );
    ui::animate_for(static_cast<int>(fade_ms - age) + 1);
}

} // namespace carnet::views
