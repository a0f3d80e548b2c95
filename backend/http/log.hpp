// The server's log: one JSON object per line on standard error, without personal data (no names, no
// bodies, no addresses of people or machines; routes are patterns, users and contacts
// are numbers).
#pragma once

#include "shared/core/time.hpp"

#include <cstdint>
#include <string_view>

namespace carnet {

struct RequestLog {
    Instant at;
    std::string_view method;
    std::string_view route; // The pattern, never the path.
    int status = 0;
    double ms = 0;
    std::int64_t user_id = 0;
    std::int64_t contact_id =
        0; // Of the portal; beside a user: somebody of the team looks as they do.
};
void log_request(const RequestLog& request);

// Something of ours broke; `reference` is what the user was shown.
void log_error(std::string_view reference, std::string_view what);
void log_info(std::string_view message);

} // namespace carnet
