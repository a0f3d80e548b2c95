// GET /healthz.
#include "backend/features/health.hpp"

#include "backend/version.hpp"

namespace carnet {
namespace {

Result<Response> get_health(Context&) {
    return json_response({{"status", "ok"}, {"version", version}});
}

constexpr Route routes[] = {
    get("/healthz", Permission::none, &get_health, "Is the server there")
        .gives("{status: string, version: string}"),
};

} // namespace

std::span<const Route> health_routes() {
    return routes;
}

} // namespace carnet
