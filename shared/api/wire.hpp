// The contract between server and applications: error codes and HTTP statuses (one table, both
// directions), problem details (RFC 9457).
#pragma once

#include "shared/core/json_fwd.hpp"
#include "shared/core/result.hpp"

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

} // namespace carnet
