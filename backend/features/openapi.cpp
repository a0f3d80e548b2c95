// The OpenAPI document: a loop over the route table and the field tables.
#include "backend/features/openapi.hpp"

#include "backend/app.hpp"
#include "backend/features/openapi_shapes.hpp"
#include "backend/version.hpp"
#include "shared/core/json.hpp"
#include "shared/domain/all_entities.hpp"

#include <algorithm>

namespace carnet {
namespace {

Json schema_of(const Field& field) {
    Json schema;
    switch (field.kind) {
    case FieldKind::integer:
    case FieldKind::percent:
    case FieldKind::money:
        schema = {{"type", "integer"}};
        break;
    case FieldKind::boolean:
        schema = {{"type", "boolean"}};
        break;
    case FieldKind::reference:
        schema = {
            {"type", {"integer", "null"}},
            {"description", "id of " + std::string(field.references)}};
        break;
    case FieldKind::reference_list:
        schema = {{"type", "array"}, {"items", {{"type", "integer"}}}};
        break;
    case FieldKind::choice_list:
        schema = {{"type", "array"}, {"items", {{"type", "string"}}}};
        break;
    case FieldKind::date:
        schema = {{"type", {"string", "null"}}, {"format", "date"}};
        break;
    case FieldKind::instant:
        schema = {{"type", {"string", "null"}}, {"format", "date-time"}};
        break;
    case FieldKind::email:
        schema = {{"type", {"string", "null"}}, {"format", "email"}};
        break;
    case FieldKind::url:
        schema = {{"type", {"string", "null"}}, {"format", "uri"}};
        break;
    default:
        schema = {{"type", {"string", "null"}}, {"maxLength", field.max_length}};
        break;
    }
    if (!field.choices.empty()) {
        Json words = Json::array();
        for (const Choice& choice : field.choices)
            words.push_back(choice.value);
        if (field.kind == FieldKind::choice)
            schema = {{"type", "string"}, {"enum", std::move(words)}};
        else
            schema["items"]["enum"] = std::move(words);
    }
    schema["title"] = field.label.en;
    schema["x-label-fr"] = field.label.fr;
    schema["x-portal"] = field.portal; // May ever be shown to a client's contact.
    if (field.origin == FieldOrigin::system)
        schema["readOnly"] = true;
    if (field.min != INT64_MIN)
        schema["minimum"] = field.min;
    if (field.max != INT64_MAX)
        schema["maximum"] = field.max;
    return schema;
}

Json schema_of(const EntitySpec& spec) {
    // Answers add the position they were read at, and the name that people and clients go by.
    Json properties{
        {"id", {{"type", "integer"}, {"readOnly", true}}},
        {"version", {{"type", "integer"}, {"readOnly", true}}},
        {"name", {{"type", "string"}, {"readOnly", true}}}};
    Json required = Json::array({"id"});
    for (const Field& field : spec.fields) {
        properties[std::string(field.name)] = schema_of(field);
        if (field.required)
            required.push_back(field.name);
    }
    return {
        {"type", "object"},
        {"title", spec.label.en},
        {"properties", std::move(properties)},
        {"required", std::move(required)}};
}

// What people may fill in of a new row.
Json new_schema_of(const EntitySpec& spec) {
    Json properties = Json::object();
    for (const Field& field : spec.fields)
        if (field.origin != FieldOrigin::system)
            properties[std::string(field.name)] = schema_of(field);
    return {{"type", "object"}, {"properties", std::move(properties)}};
}

// "/api/clients/:id" as "/api/clients/{id}", with its parameters.
std::string openapi_path(std::string_view pattern, Json& parameters) {
    std::string path;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] != ':') {
            path += pattern[i];
            continue;
        }
        const std::size_t end = std::min(pattern.find('/', i), pattern.size());
        const std::string name(pattern.substr(i + 1, end - i - 1));
        const bool is_token = name == "token";
        parameters.push_back(
            {{"name", name},
             {"in", "path"},
             {"required", true},
             {"schema", {{"type", is_token ? "string" : "integer"}}}}
        );
        path.append("{").append(name).append("}");
        i = end - 1;
    }
    return path;
}

// What a write may say beside its body.
Json header_parameters(const Route& route) {
    Json list = Json::array();
    if (route.access != Access::write)
        return list;
    list.push_back(
        {{"name", "Idempotency-Key"},
         {"in", "header"},
         {"schema", {{"type", "string"}, {"minLength", 8}, {"maxLength", 64}}}}
    );
    if (route.permission.world() != World::portal)
        list.push_back(
            {{"name", "Carnet-Mails"},
             {"in", "header"},
             {"description",
              "What becomes of e-mails that the write causes. Without it a write that causes some "
              "changes nothing and answers 428 with them"},
             {"schema", {{"type", "string"}, {"enum", {"send", "none"}}}}}
        );
    return list;
}

Json operation_of(const Route& route, Json parameters) {
    const auto reference = [](std::string_view name) {
        return Json{{"$ref", "#/components/schemas/" + std::string(name)}};
    };
    for (Json& parameter : header_parameters(route))
        parameters.push_back(std::move(parameter));
    for (Json& parameter : query_parameters(route.query))
        parameters.push_back(std::move(parameter));
    Json success{{"description", "Success"}};
    if (!route.answer.empty())
        success["content"]["application/json"]["schema"] = schema_of_shape(route.answer);
    Json operation{
        {"summary", route.summary},
        {"parameters", std::move(parameters)},
        {"x-world", route.permission.world() == World::portal ? "portal" : "staff"},
        {"x-permission",
         route.permission.contact() ? std::string_view("contact") : spec_of(route.permission).name},
        {"responses",
         {{"2XX", std::move(success)},
          {"4XX",
           {{"description", "Refused"},
            {"content", {{"application/problem+json", {{"schema", reference("problem")}}}}}}}}}};
    operation["x-other-parameters"] = refuses_others(route.query) ? "refused" : "ignored";
    if (route.permission.contact())
        operation["security"] = Json::array({{{"contact", Json::array()}}});
    if (route.permission != Permission::none)
        operation["security"] = Json::array({{{"session", Json::array()}}});
    if (route.body == BodyKind::json) {
        Json schema = schema_of_shape(route.body_shape.empty() ? "{}" : route.body_shape);
        if (route.entity && route.method == Method::patch)
            schema["properties"]["fields"]["description"] =
                "{name: {value, version}} of " + std::string(route.entity->name);
        operation["requestBody"]["content"]["application/json"]["schema"] = std::move(schema);
    } else if (route.body == BodyKind::raw) {
        operation["requestBody"]["content"]["application/octet-stream"]["schema"] = {
            {"type", "string"}, {"format", "binary"}};
    }
    return operation;
}

Json problem_schema() {
    const Json text{{"type", "string"}};
    Json field{
        {"type", "object"},
        {"properties",
         {{"field", text},
          {"message", text},
          {"theirs", Json::object()},
          {"original", Json::object()},
          {"by", text},
          {"at", text}}}};
    Json mail = schema_of_shape("{from_name: string, from_address: string, to_name: string, "
                                "to_address: string, language: string, subject: string, text: "
                                "string, html: string}");
    return {
        {"type", "object"},
        {"properties",
         {{"type", text},
          {"title", text},
          {"status", {{"type", "integer"}}},
          {"detail", text},
          {"code", text},
          {"fields", {{"type", "array"}, {"items", std::move(field)}}},
          // Of a 428: what would leave, and whether a mail server is there to send it.
          {"mails", {{"type", "array"}, {"items", std::move(mail)}}},
          {"ready", {{"type", "boolean"}}}}}};
}

Json document(std::span<const Route> table) {
    Json paths = Json::object();
    for (const Route& route : table) {
        if (route.pattern.substr(0, 5) != "/api/" && route.pattern != "/healthz")
            continue;
        Json parameters = Json::array();
        const std::string path = openapi_path(route.pattern, parameters);
        std::string method(method_name(route.method));
        std::transform(method.begin(), method.end(), method.begin(), [](char c) {
            return static_cast<char>(c | 0x20);
        });
        paths[path][method] = operation_of(route, std::move(parameters));
    }
    Json schemas{{"problem", problem_schema()}};
    for (const NamedShape& named : named_shapes())
        schemas[std::string(named.name)] = schema_of_shape(named.shape);
    for (const EntitySpec* spec : all_entities()) {
        schemas[std::string(spec->name)] = schema_of(*spec);
        schemas["new_" + std::string(spec->name)] = new_schema_of(*spec);
    }
    return {
        {"openapi", "3.1.0"},
        {"info", {{"title", "Carnet"}, {"version", version}}},
        {"paths", std::move(paths)},
        {"components",
         {{"schemas", std::move(schemas)},
          {"securitySchemes",
           {{"session", {{"type", "apiKey"}, {"in", "cookie"}, {"name", "carnet_session"}}},
            {"contact", {{"type", "apiKey"}, {"in", "cookie"}, {"name", "carnet_portal"}}}}}}}};
}

Result<Response> get_openapi(Context& c) {
    Response response = json_response(document(c.app.routes()));
    response.header("Cache-Control", "no-cache");
    return response;
}

constexpr Route routes[] = {
    get("/api/openapi.json", Permission::none, &get_openapi, "This document"),
};

} // namespace

std::span<const Route> openapi_routes() {
    return routes;
}

} // namespace carnet
