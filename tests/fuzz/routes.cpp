// Whatever stands in a request line, its query or its cookies: matching and reading never fail.
#include "backend/features/all_features.hpp"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace carnet;
    static const std::vector<Route> routes = all_routes();
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const std::size_t question = bytes.find('?');
    Request request;
    request.path = bytes.substr(0, question);
    if (question != std::string_view::npos)
        request.query = bytes.substr(question + 1);
    request.headers = {{"Cookie", request.query}};
    for (int method = 0; method <= static_cast<int>(Method::del); ++method) {
        const RouteMatch match = match_route(routes, static_cast<Method>(method), request.path);
        if (match.route && !match.allowed.empty())
            std::abort();
        request.path_params = match.params;
        for (const auto& [name, value] : match.params)
            if (value.empty() || value.find('\0') != std::string::npos || request.id(name) < 0)
                std::abort();
    }
    request.query_params = parse_form(request.query);
    for (const auto& [name, value] : request.query_params) {
        const auto number = request.query_int(name, 0, 1, 500);
        if (number && (*number < 0 || *number > 500))
            std::abort();
    }
    (void)request.cookie("carnet_session");
    return 0;
}
