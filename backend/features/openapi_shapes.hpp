// The notation in which a row of the route table says what it asks for and what it answers, read
// into JSON Schema for the OpenAPI document:
//   {name: string, note?: string|null}   an object; "?" may be missing
//   {client, action, position}           a member without a shape has the shape of its name
//   [integer]   {*: string}   any        a list; an object of unknown names; anything
//   project & {client_name: string}      all the members of both
// A word that is no type is a row of `named_shapes()` or an entity of the field tables.
#pragma once

#include "shared/core/json_fwd.hpp"

#include <span>
#include <string_view>

namespace carnet {

struct NamedShape {
    std::string_view name, shape;
};
std::span<const NamedShape> named_shapes();

Json schema_of_shape(std::string_view shape);

// The member of a body that has another type than its row describes ("files[0].upload"); empty when
// none has. What is missing, null or of an entity is looked at by who reads it.
std::string member_of_wrong_type(std::string_view shape, const Json& body);

// Parameters of a query: "q limit:integer format:string!": a type where it is no text, "!" where it
// must be there. "only" in front: others are refused instead of ignored.
Json query_parameters(std::string_view parameters);
bool refuses_others(std::string_view parameters);

} // namespace carnet
