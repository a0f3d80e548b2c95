// Matching a path against the route table.
#include "backend/http/route_table.hpp"

#include <algorithm>

namespace carnet {
namespace {

std::vector<std::string_view> segments_of(std::string_view path) {
    std::vector<std::string_view> segments;
    if (!path.empty() && path.front() == '/')
        path.remove_prefix(1);
    for (;;) {
        const std::size_t slash = path.find('/');
        segments.push_back(path.substr(0, slash));
        if (slash == std::string_view::npos)
            return segments;
        path.remove_prefix(slash + 1);
    }
}

// 0: no match. Otherwise the larger, the more exact: an exact segment counts 3, a parameter 2, the
// rest 1.
int score(
    const std::vector<std::string_view>& pattern,
    const std::vector<std::string_view>& path,
    std::vector<NameValue>& params
) {
    int total = 1;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == "*")
            return i < path.size() ? total * 4 + 1 : 0;
        if (i >= path.size())
            return 0;
        if (!pattern[i].empty() && pattern[i].front() == ':') {
            std::string value = decode_percent(path[i], false);
            if (value.empty() || value.find('\0') != std::string::npos)
                return 0;
            params.emplace_back(pattern[i].substr(1), std::move(value));
            total = total * 4 + 2;
        } else {
            if (pattern[i] != path[i])
                return 0;
            total = total * 4 + 3;
        }
    }
    return pattern.size() == path.size() ? total : 0;
}

} // namespace

RouteMatch match_route(std::span<const Route> routes, Method method, std::string_view path) {
    constexpr std::size_t deepest = 12;
    RouteMatch match;
    if (path.empty() || path.front() != '/')
        return match;
    std::vector<std::string_view> parts = segments_of(path);
    if (parts.size() > deepest)
        parts.resize(deepest);
    const Method wanted = method == Method::head ? Method::get : method;
    int best = 0;
    for (const Route& route : routes) {
        std::vector<NameValue> params;
        const int found = score(segments_of(route.pattern), parts, params);
        if (found == 0)
            continue;
        if (route.method != wanted) {
            const bool listed =
                std::find(match.allowed.begin(), match.allowed.end(), route.method) !=
                match.allowed.end();
            if (!listed)
                match.allowed.push_back(route.method);
        } else if (found > best) {
            best = found;
            match.route = &route;
            match.params = std::move(params);
        }
    }
    // The catch-all page must not hide that the address exists with another method.
    if (match.route && match.route->pattern == "/*" && !match.allowed.empty())
        match.route = nullptr;
    if (match.route)
        match.allowed.clear();
    return match;
}

} // namespace carnet
