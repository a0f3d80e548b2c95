// Places of the portal as data: where the person is, and its address.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace carnet::portal {

enum class Screen : std::uint8_t { home, projects, project, documents, messages, account, unknown };

struct Route {
    Screen screen = Screen::home;
    std::int64_t id = 0;     // Of the project, the folder, or the project talked about.
    std::int64_t client = 0; // Company looked at; 0: the first.
    friend bool operator==(const Route&, const Route&) = default;
};

std::string to_path(const Route& route);
// Screen::unknown for anything that is no place of the portal.
Route parse_route(std::string_view path);

} // namespace carnet::portal
