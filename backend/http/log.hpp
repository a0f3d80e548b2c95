// The server's log: one JSON object per line on standard error, without personal data (no names, no
// bodies, no addresses of people or machines; routes are patterns, users and contacts are numbers).
// What a contact was refused is told with the numbers they tried: harmless_path() keeps nothing
// else of it.
#pragma once

#include "shared/core/time.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace carnet {

struct Request;
struct Route;

struct RequestLog {
    Instant at;
    std::string_view method;
    std::string_view route; // The pattern, never the path.
    std::string tried = {}; // Of a contact that was refused: harmless_path().
    int status = 0;
    double ms = 0;
    std::int64_t user_id = 0;
    std::int64_t contact_id =
        0; // Of the portal; beside a user: somebody of the team looks as they do.
};
void log_request(const RequestLog& request);

// "/api/clients/160?folder=4": words that stand in the table of routes and numbers of rows; for
// anything else, which may be a name or a secret, "…".
std::string harmless_path(const Request& request, std::span<const Route> routes);

// Something of ours broke; `reference` is what the user was shown.
void log_error(std::string_view reference, std::string_view what);
void log_info(std::string_view message);

} // namespace carnet
