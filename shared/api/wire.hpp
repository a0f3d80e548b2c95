// The contract between server and applications: error codes and HTTP statuses (one table, both
// directions), problem details (RFC 9457), and the body of a change of fields.
#pragma once

#include "shared/core/json.hpp"
#include "shared/schema/entity.hpp"

#include <span>
#include <string>
#include <string_view>

namespace carnet {

inline constexpr std::string_view problem_content_type = "application/problem+json";

int status_of(ErrorCode code); // 422 for `invalid` …; 503 for `offline`, which is never sent.
std::string_view status_title(ErrorCode code); // "Unprocessable Content"
std::string_view code_word(ErrorCode code);    // "invalid": `code` of the problem details.
ErrorCode error_code_of(int status
); // 0 is `offline`; an unknown 4xx `malformed`, anything else `internal`.

// {"type","title","status","detail","code","fields":[{"field","message"}]}; conflicts add theirs,
// original, by, at to each field, the first two as the JSON they are.
Json problem_json(const Error& error);
// The error an answer carries; its message is empty when the body says nothing.
Error parse_problem(int status, std::string_view body, Language language);

// One field of a PATCH: its new value and the journal position at which the sender read it.
struct FieldWrite {
    const Field* field = nullptr;
    Value value;
    std::int64_t version = 0;
};
// {"fields": {"phone": {"value": "…", "version": 812}}}
Json patch_body(std::span<const FieldWrite> writes);
// Reads the object under "fields". `invalid` with one message per field: unknown, filled by Carnet,
// not the actor's to write, wrong type, failed check. `malformed` when it is no object of that
// shape. Values come back normalised.
Result<std::vector<FieldWrite>>
parse_patch(const EntitySpec& spec, const Json& fields, const Actor& actor);

} // namespace carnet
