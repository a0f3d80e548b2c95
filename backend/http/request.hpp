// One HTTP request as handlers see it. Knows no server library.
#pragma once

#include "shared/core/json.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace carnet {

enum class Method : std::uint8_t { get, head, post, put, patch, del };
std::string_view method_name(Method method); // "GET" …
std::optional<Method> parse_method(std::string_view name);

bool is_write(Method method);       // Neither GET nor HEAD.
bool is_api(std::string_view path); // Answered to programs; the rest is for people.
// A page for contacts, or behind a link of their mails: never points to the team's program.
bool is_portal_page(std::string_view path);

using NameValue = std::pair<std::string, std::string>;

struct Request {
    Method method = Method::get;
    std::string path = "/"; // As sent, percent-encoded, without the query.
    std::string query;      // As sent, without "?".
    std::vector<NameValue> headers;
    std::string body;
    std::string remote_address;
    bool secure = false; // Over TLS, ours or a proxy's.

    // Filled by the dispatcher before the handler runs.
    std::vector<NameValue> path_params;  // Decoded; {"id", "42"}.
    std::vector<NameValue> query_params; // Decoded, in order.
    Json json;                           // Body of routes that take JSON: an object.

    std::string_view header(std::string_view name) const; // "" when absent; name in any case.
    std::string_view cookie(std::string_view name) const; // "" when absent.
    // Of the body: small letters, without parameters. Source: RFC 9110 §8.3.1, as read on
    // 2026-11-22.
    std::string media_type() const;
    std::string_view path_param(std::string_view name) const; // "" when absent.
    // Identifier in the path: a positive integer; 0 (which no row has) for anything else.
    std::int64_t id(std::string_view name = "id") const;
    std::string_view query_param(std::string_view name
    ) const; // First of that name; "" when absent.
    bool has_query_param(std::string_view name) const;
    // Integer of the query: `fallback` when absent, nothing when it is not an integer of that
    // range.
    std::optional<std::int64_t> query_int(
        std::string_view name, std::int64_t fallback, std::int64_t min, std::int64_t max
    ) const;
};

// application/x-www-form-urlencoded, for queries and HTML forms. Wrong escapes stay as they are.
std::vector<NameValue> parse_form(std::string_view text);
std::string decode_percent(std::string_view text, bool plus_is_space);

} // namespace carnet
