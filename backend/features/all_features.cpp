// The list of features.
#include "backend/features/all_features.hpp"

#include "backend/features/health.hpp"
#include "backend/features/openapi.hpp"
#include "backend/features/pages.hpp"
#include "backend/features/sessions.hpp"
#include "backend/features/users.hpp"
#include "backend/features/workspace.hpp"

namespace carnet {

std::vector<Route> all_routes() {
    std::vector<Route> routes;
    for (const auto feature : {
             health_routes(),
             openapi_routes(),
             session_routes(),
             user_routes(),
             workspace_routes(),
             page_routes(),
         })
        routes.insert(routes.end(), feature.begin(), feature.end());
    return routes;
}

void start_features(App&, Transaction&) {}

void on_commit_features(App&, Transaction&, const std::vector<Commit>&, bool) {}

std::span<const Command> feature_commands() { return {}; }

}  // namespace carnet
