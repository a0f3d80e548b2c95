// Routes and their addresses.
#include "web/portal/route.hpp"

#include "shared/api/paths.hpp"
#include "shared/core/text.hpp"

#include <cstdlib>

namespace carnet::portal {

namespace {

std::int64_t number(std::string_view text) {
    if (!text::all_digits(text) || text.size() > 18)
        return 0;
    return std::atoll(std::string(text).c_str());
}

} // namespace

std::string to_path(const Route& route) {
    std::string path = "/portal", query;
    const auto add = [&](const char* name, std::int64_t value) {
        if (value)
            query += (query.empty() ? "?" : "&") + (name + ("=" + std::to_string(value)));
    };
    switch (route.screen) {
    case Screen::projects:
        path += "/projects";
        break;
    case Screen::project:
        path += "/projects/" + std::to_string(route.id);
        break;
    case Screen::documents:
        path += "/documents";
        add("folder", route.id);
        break;
    case Screen::messages:
        path += "/messages";
        add("project", route.id);
        break;
    case Screen::account:
        path += "/account";
        break;
    default:
        break;
    }
    add("client", route.client);
    return path + query;
}

Route parse_route(std::string_view path) {
    const auto mark = path.find('?');
    std::string_view place = path.substr(0, mark);
    Route route;
    std::int64_t folder = 0, project = 0;
    if (mark != std::string_view::npos) {
        for (const auto& [name, value] : paths::parse_query(path.substr(mark + 1))) {
            if (name == "client")
                route.client = number(value);
            if (name == "folder")
                folder = number(value);
            if (name == "project")
                project = number(value);
        }
    }
    if (place.size() > 1 && place.back() == '/')
        place.remove_suffix(1);
    constexpr std::string_view projects = "/portal/projects/";
    if (place == "/portal")
        route.screen = Screen::home;
    else if (place == "/portal/projects")
        route.screen = Screen::projects;
    else if (place.starts_with(projects) && number(place.substr(projects.size())))
        route = {Screen::project, number(place.substr(projects.size())), route.client};
    else if (place == "/portal/documents")
        route.screen = Screen::documents;
    else if (place == "/portal/messages")
        route.screen = Screen::messages;
    else if (place == "/portal/account")
        route.screen = Screen::account;
    else
        route.screen = Screen::unknown;
    if (route.screen == Screen::documents)
        route.id = folder;
    if (route.screen == Screen::messages)
        route.id = project;
    return route;
}

} // namespace carnet::portal
