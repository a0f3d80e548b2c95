// Addresses of the API and of the pages, percent-encoding and query strings, for whoever builds or
// reads an address.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace carnet::paths {

// RFC 3986 §2: everything but letters, digits and "-._~" becomes %XX.
std::string encode(std::string_view text);
// The opposite; "+" is a space in queries and forms only. A "%" without two hexadecimal digits
// stays as it is.
std::string decode(std::string_view text, bool plus_is_space);

using Parameters = std::vector<std::pair<std::string, std::string>>;
Parameters parse_query(std::string_view query); // In order, decoded; without "?".

std::string client(std::int64_t id);                         // "/api/clients/42"
std::string client(std::int64_t id, std::string_view child); // "/api/clients/42/contacts"

} // namespace carnet::paths
