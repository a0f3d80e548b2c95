// Matching a path against the route table.
#include "backend/http/route_table.hpp"

#include "shared/core/text.hpp"

#include <algorithm>

namespace carnet {
namespace {

// Walks the segments of a path without taking memory: every request is held against every row.
class Segments {
  public:
    explicit Segments(std::string_view path) : _rest(path) {
        if (!_rest.empty() && _rest.front() == '/')
            _rest.remove_prefix(1);
    }
    bool done() const { return _done; }
    std::string_view next() {
        const std::size_t slash = _rest.find('/');
        const std::string_view segment = _rest.substr(0, slash);
        _done = slash == std::string_view::npos;
        if (!_done)
            _rest.remove_prefix(slash + 1);
        return segment;
    }

  private:
    std::string_view _rest;
    bool _done = false;
};

constexpr int deepest = 12;

// 0: no match. Otherwise the larger, the more exact: of each segment an exact one counts 3, a
// parameter 2, "*" for all the rest 1.
int score(std::string_view pattern_text, std::string_view path_text) {
    Segments pattern(pattern_text), path(path_text);
    int total = 1;
    for (int depth = 0; depth < deepest; ++depth) {
        if (pattern.done() || path.done())
            return pattern.done() && path.done() ? total : 0;
        const std::string_view wanted = pattern.next();
        const std::string_view given = path.next();
        if (wanted == "*")
            return total * 4 + 1;
        if (!wanted.empty() && wanted.front() == ':') {
            if (given.empty())
                return 0;
            total = total * 4 + 2;
        } else {
            if (wanted != given)
                return 0;
            total = total * 4 + 3;
        }
    }
    return 0;
}

// The values of the parameters; false when one is nothing that a handler should see.
bool read_params(
    std::string_view pattern_text, std::string_view path_text, std::vector<NameValue>& params
) {
    Segments pattern(pattern_text), path(path_text);
    while (!pattern.done() && !path.done()) {
        const std::string_view wanted = pattern.next();
        const std::string_view given = path.next();
        if (wanted.empty() || wanted.front() != ':')
            continue;
        std::string value = decode_percent(given, false);
        if (value.find('\0') != std::string::npos || !text::valid_utf8(value))
            return false;
        params.emplace_back(wanted.substr(1), std::move(value));
    }
    return true;
}

} // namespace

std::vector<Method> methods_of(std::span<const Route> routes, std::string_view path) {
    std::vector<Method> methods;
    if (path.empty() || path.front() != '/')
        return methods;
    for (const Route& route : routes)
        if (score(route.pattern, path) != 0 &&
            std::find(methods.begin(), methods.end(), route.method) == methods.end())
            methods.push_back(route.method);
    return methods;
}

std::string allow_header(const std::vector<Method>& methods) {
    std::string allowed;
    for (const Method method : methods) {
        allowed.append(allowed.empty() ? "" : ", ").append(method_name(method));
        if (method == Method::get)
            allowed.append(", ").append(method_name(Method::head));
    }
    return allowed;
}

RouteMatch match_route(std::span<const Route> routes, Method method, std::string_view path) {
    RouteMatch match;
    if (path.empty() || path.front() != '/')
        return match;
    const Method wanted = method == Method::head ? Method::get : method;
    int best = 0;
    for (const Route& route : routes) {
        const int found = route.method == wanted ? score(route.pattern, path) : 0;
        if (found <= best)
            continue;
        best = found;
        match.route = &route;
    }
    // The catch-all page must not hide that the address exists with another method.
    if (!match.route || match.route->pattern == "/*") {
        match.allowed = methods_of(routes, path);
        std::erase(match.allowed, wanted);
        if (!match.allowed.empty())
            match.route = nullptr;
    }
    if (match.route && !read_params(match.route->pattern, path, match.params))
        return {};
    return match;
}

} // namespace carnet
