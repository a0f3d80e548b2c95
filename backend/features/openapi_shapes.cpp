// See openapi_shapes.hpp.
#include "backend/features/openapi_shapes.hpp"

#include "shared/core/json.hpp"
#include "shared/core/text.hpp"

#include <algorithm>
#include <optional>
#include <string>

namespace carnet {
namespace {

// What several routes answer.
constexpr NamedShape shapes[] = {
    {"moment", "string"}, // "2026-11-21T09:30:00.000Z"
    {"action", "integer|null"},
    {"position", "integer"},
    {"next", "integer|null"},
    {"written", "{action, position}"},
    {"client_row",
     "{id: integer, name: string, legal_name: string, kind: string, state: string, reference: "
     "string, previous_reference: string, siren: string, siret: string, email: string, phone: "
     "string, city: string, postal_code: string, owner_id: integer|null, tag_ids: [integer], "
     "contact_name: string, contact_role: string, contacts_text: string, active_projects: "
     "integer, progress: integer, value_cents: integer, running_value_cents: integer, archived: "
     "boolean, created_at: string|null, last_activity_at: string|null, last_activity_kind: "
     "string|null}"},
    {"client_totals",
     "{count: integer, value_cents: integer, running_value_cents: integer, by_state: {*: "
     "integer}}"},
    {"link",
     "client_contact & {contact: contact, portal: {status: string, seen_at: string|null, "
     "invitation_ends_at: string|null, mail: {state: string, error: string}|null}}"},
    {"client_sheet",
     "{client: client, contacts: [link], addresses: [address], projects: [project], tasks: "
     "[task], counts: {activities: integer, addresses: integer, contacts: integer, documents: "
     "integer, projects: integer, tasks: integer}, advice: {reason: string, text: string, "
     "state?: string}, completeness: integer, position}"},
    {"logged", "activity & {by: string, automatic: boolean}"},
    {"file_row",
     "{id: integer, name: string, folder_id: integer|null, number: integer, version_id: integer, "
     "media_type: string, size_bytes: integer, inline: boolean, by: string, created_at: string, "
     "deleted_at?: string}"},
    {"folder_row",
     "{id: integer, name: string, parent_id: integer|null, access: string, outside_cascade: "
     "boolean, files?: integer, deleted_at?: string}"},
    {"action_row",
     "{id: integer, at: string, kind: string, label: string, user_id: integer|null, contact_id: "
     "integer|null, user_name: string, client_count: integer, can_undo: boolean, undoes: "
     "integer|null, undone_by: "
     "integer|null}"},
    {"change_row",
     "{seq: integer, entity: string, entity_id: integer, entity_label: string, op: string, field: "
     "string|null, label?: string, name?: string, old: any, new: any, old_text?: string, "
     "new_text?: string}"},
    {"message_row",
     "{id: integer, body: string, at: string, by: string, mine: boolean, shared: boolean, user_id: "
     "integer|null, contact_id: integer|null, project_id: integer|null}"},
    {"upload", "{id: string, name: string, size: integer, received: integer, done: boolean}"},
    {"session",
     "{user: user, workspace: workspace, grants: {*: string}, position, now: string, build: "
     "string}"},
    {"role_matrix",
     "{roles: [{name: string, label: string}], permissions: [{name: string, label: string, group: "
     "string, can_be_own: boolean}], grants: {*: {*: string}}, position, version: integer}"},
    {"mail_settings",
     "{settings: {host: string, port: integer, security: string, user_name: string, has_password: "
     "boolean, from_address: string, from_name: string, base_url: string, effective_url: string, "
     "by_environment: boolean, ready: boolean, waiting: integer, failed: integer}}"},
    {"new_link", "new_client_contact & {contact_id?: integer, contact?: new_contact}"},
    {"undone", "written & {undone: integer, skipped: integer, label: string}"},
    {"field_changes", "{*: {value: any, version: integer}}"},
    // What leaves for contacts is written out by hand (portal_read.cpp), and so is this.
    {"portal_session",
     "{contact: {id: integer, name: string, first_name: string, email: string, language: string}, "
     "workspace: {name: string}, clients: [{id: integer, name: string, unread: integer, rights: "
     "{projects: boolean, tasks: boolean, comment: boolean, approve: boolean, documents: boolean, "
     "invoices: boolean}}], preview: boolean, build: string}"},
    {"portal_project",
     "{id: integer, name: string, summary: string, state: string, progress: integer, started_on: "
     "string|null, due_on: string|null}"},
    {"portal_step", "{id: integer, name: string, due_on: string|null, is_done: boolean}"},
    {"portal_deliverable",
     "{id: integer, name: string, description: string, state: string, project_id: integer, "
     "project: string, may_answer: boolean, versions: [{id: integer, number: integer, file_name: "
     "string, note: string, media_type: string, size_bytes: integer, created_at: string, by: "
     "string}], approvals: [{id: integer, version: integer, version_id: integer, decision: "
     "string, comment: string, by: string, at: string, sha256: string}]}"},
    {"portal_file",
     "{id: integer, name: string, folder: string, parent: integer, version_id: integer, "
     "size_bytes: integer, media_type: string, is_new: boolean, created_at: string}"},
    {"portal_message",
     "{id: integer, body: string, by: string, mine: boolean, unread: boolean, at: string, "
     "project_id: integer|null}"},
};

constexpr std::string_view types[] = {"string", "integer", "number", "boolean", "null"};

class ShapeReader {
  public:
    explicit ShapeReader(std::string_view text) : _rest(text) {}

    Json read() {
        Json all = joined();
        std::vector<Json> others;
        while (take('|'))
            others.push_back(joined());
        if (others.empty())
            return all;
        const bool plain = all.contains("type") && all.size() == 1 && others.size() == 1 &&
                           others[0] == Json{{"type", "null"}};
        if (plain)
            return {{"type", Json::array({all["type"], "null"})}};
        Json any = Json::array({std::move(all)});
        for (Json& one : others)
            any.push_back(std::move(one));
        return {{"anyOf", std::move(any)}};
    }

  private:
    Json joined() {
        Json first = term();
        if (!peek('&'))
            return first;
        Json all = Json::array({std::move(first)});
        while (take('&'))
            all.push_back(term());
        return {{"allOf", std::move(all)}};
    }

    Json term() {
        if (take('['))
            return list();
        if (take('{'))
            return object();
        return of_word(word());
    }

    Json list() {
        Json items = read();
        take(']');
        return {{"type", "array"}, {"items", std::move(items)}};
    }

    Json object() {
        Json schema{{"type", "object"}};
        Json required = Json::array();
        while (!take('}')) {
            const std::string name = take('*') ? "*" : word();
            const bool may_miss = take('?');
            Json shape = take(':') ? read() : of_word(name);
            if (name == "*") {
                schema["additionalProperties"] = std::move(shape);
            } else {
                schema["properties"][name] = std::move(shape);
                if (!may_miss)
                    required.push_back(name);
            }
            if (!take(',') && !peek('}'))
                break;
        }
        if (!required.empty())
            schema["required"] = std::move(required);
        return schema;
    }

    static Json of_word(const std::string& name) {
        if (name == "any")
            return Json::object();
        if (std::find(std::begin(types), std::end(types), name) != std::end(types))
            return {{"type", name}};
        return {{"$ref", "#/components/schemas/" + name}};
    }

    std::string word() {
        skip_spaces();
        std::size_t end = 0;
        while (end < _rest.size() && std::string_view(" {}[]:,|&?*").find(_rest[end]) == _rest.npos)
            ++end;
        std::string found(_rest.substr(0, end));
        _rest.remove_prefix(end);
        return found;
    }

    void skip_spaces() {
        while (!_rest.empty() && _rest.front() == ' ')
            _rest.remove_prefix(1);
    }
    bool peek(char sign) {
        skip_spaces();
        return !_rest.empty() && _rest.front() == sign;
    }
    bool take(char sign) {
        if (!peek(sign))
            return _rest.empty() && sign == '}'; // An unclosed one ends with the text.
        _rest.remove_prefix(1);
        return true;
    }

    std::string_view _rest;
};

bool has_type(const Json& value, const Json& type) {
    if (type.is_array())
        return std::any_of(type.begin(), type.end(), [&](const Json& one) {
            return has_type(value, one);
        });
    return type == "array"     ? value.is_array()
           : type == "boolean" ? value.is_boolean()
           : type == "integer" ? value.is_number_integer()
           : type == "number"  ? value.is_number()
           : type == "object"  ? value.is_object()
           : type == "null"    ? value.is_null()
                               : value.is_string();
}

// Where the first value is that does not fit: "" is this one, ".files[0].upload" one below it.
std::optional<std::string> misfit(const Json& schema, const Json& value) {
    if (value.is_null() || !schema.contains("type"))
        return std::nullopt;
    if (!has_type(value, schema["type"]))
        return "";
    if (value.is_array() && schema.contains("items"))
        for (std::size_t i = 0; i < value.size(); ++i)
            if (const auto below = misfit(schema["items"], value[i]))
                return "[" + std::to_string(i) + "]" + *below;
    if (value.is_object() && schema.contains("properties"))
        for (const auto& [name, property] : schema["properties"].items())
            if (const auto below = misfit(property, json_at(value, name)))
                return "." + name + *below;
    return std::nullopt;
}

} // namespace

std::span<const NamedShape> named_shapes() {
    return shapes;
}

Json schema_of_shape(std::string_view shape) {
    return ShapeReader(shape).read();
}

std::string member_of_wrong_type(std::string_view shape, const Json& body) {
    const auto at = misfit(schema_of_shape(shape), body);
    return at ? at->substr(1) : std::string(); // The body itself is an object.
}

Json query_parameters(std::string_view parameters) {
    Json list = Json::array();
    for (std::string_view one : text::split(parameters, ' ')) {
        if (one.empty() || one == "only")
            continue;
        const bool needed = one.back() == '!';
        if (needed)
            one.remove_suffix(1);
        const std::size_t colon = one.find(':');
        const std::string_view type = colon == one.npos ? "string" : one.substr(colon + 1);
        Json parameter{
            {"name", one.substr(0, colon)}, {"in", "query"}, {"schema", {{"type", type}}}};
        if (needed)
            parameter["required"] = true;
        list.push_back(std::move(parameter));
    }
    return list;
}

bool refuses_others(std::string_view parameters) {
    return parameters.substr(0, 5) == "only ";
}

} // namespace carnet
