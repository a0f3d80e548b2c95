// The routes: one row each, with the permission it requires. Matching is a pure function over the
// table.
#pragma once

#include "backend/http/response.hpp"
#include "shared/schema/entity.hpp"

#include <cstdint>
#include <span>
#include <string_view>

namespace carnet {

class App;
class Transaction;
struct PortalActor;

// What a handler works with, valid while it runs.
struct Context {
    App& app;
    const Request& request;
    const Actor& actor; // Nobody (user_id 0) on public routes without a session.
    Transaction&
        tx; // A write transaction for Access::write, a lazily opened snapshot for the others.
    std::string_view session; // Stored (hashed) name of the session; "" without one.
    // Portal routes only: the contact who acts. `actor` is nobody there, but for its language.
    const PortalActor* contact = nullptr;
    Language language() const { return actor.language; }
};
using Handler = Result<Response> (*)(Context&);

// What the dispatcher prepares before the handler.
enum class Access : std::uint8_t {
    read,   // A snapshot.
    write,  // A write transaction on the writer thread: be quick; kept when the handler returns a
            // value < 400.
    manual, // Neither: the handler calls app.database().write(…) itself, because it does slow work
            // first (hashes).
};

enum class BodyKind : std::uint8_t {
    none,     // A body is ignored.
    json,     // An object, parsed into Request::json; anything else is refused before the handler.
    form,     // application/x-www-form-urlencoded, left to the handler (parse_form).
    raw,      // Bytes as they are.
    any_form, // A form of any kind; the fields of one in parts (multipart/form-data) are dropped.
};

// The two worlds of people who sign in. They share no cookie and no route: a session of one is
// nobody in the other.
enum class World : std::uint8_t { staff, portal };

// Who may call a route of the portal.
enum class Portal : std::uint8_t {
    open,    // Anybody: sign-in, invitation. Never for data.
    contact, // A signed-in contact; a preview of the team may only read.
};

// Whose world a route is in and what it asks for. Cannot be left out of a row: it has no default.
class Requires {
  public:
    constexpr Requires(Permission permission) : _permission(permission) {}
    constexpr Requires(Portal portal) : _portal(portal), _world(World::portal) {}
    constexpr operator Permission() const { return _permission; } // `none` in the portal.
    constexpr World world() const { return _world; }
    constexpr bool contact() const { return _world == World::portal && _portal == Portal::contact; }

  private:
    Permission _permission = Permission::none;
    Portal _portal = Portal::open;
    World _world = World::staff;
};

struct Route {
    Method method;
    std::string_view pattern; // "/api/clients/:id"; a last segment "*" takes the rest.
    Requires
        permission; // The actor's grant must not be `none`; the handler asks can(…) per client.
    Handler handler;
    Access access = Access::read;
    BodyKind body = BodyKind::none;
    std::size_t body_limit = 1 << 20; // Bytes.
    std::string_view summary = "";    // For the OpenAPI document, English.
    const EntitySpec* entity =
        nullptr; // What the body and the answer are about, for the OpenAPI document.
    // More for that document, in the notation of features/openapi_shapes.hpp: the parameters of
    // the query ("q limit:integer"), the JSON body and the JSON answer ("{client: client}").
    std::string_view query = "";
    std::string_view body_shape = "";
    std::string_view answer = "";

    constexpr Route asks(std::string_view parameters) const {
        Route row = *this;
        row.query = parameters;
        return row;
    }
    constexpr Route takes(std::string_view shape) const {
        Route row = *this;
        row.body_shape = shape;
        return row;
    }
    constexpr Route gives(std::string_view shape) const {
        Route row = *this;
        row.answer = shape;
        return row;
    }
};

// Row of one route, the usual kinds: get(…) reads, write(…) takes JSON and writes.
constexpr Route
get(std::string_view pattern,
    Requires permission,
    Handler handler,
    std::string_view summary,
    const EntitySpec* entity = nullptr) {
    return {
        .method = Method::get,
        .pattern = pattern,
        .permission = permission,
        .handler = handler,
        .summary = summary,
        .entity = entity};
}
constexpr Route write(
    Method method,
    std::string_view pattern,
    Requires permission,
    Handler handler,
    std::string_view summary,
    const EntitySpec* entity = nullptr
) {
    return {
        .method = method,
        .pattern = pattern,
        .permission = permission,
        .handler = handler,
        .access = Access::write,
        .body = BodyKind::json,
        .summary = summary,
        .entity = entity};
}

struct RouteMatch {
    const Route* route = nullptr; // Null: no such path, or not with this method.
    std::vector<NameValue> params;
    std::vector<Method> allowed; // Methods the path knows, when only the method was wrong.
};
// The methods of all rows that fit a path.
std::vector<Method> methods_of(std::span<const Route> routes, std::string_view path);
// Value of Allow; who may GET may ask for the headers alone.
std::string allow_header(const std::vector<Method>& methods);

// HEAD finds GET. Exact segments win over parameters. Never throws, whatever the path holds.
RouteMatch match_route(std::span<const Route> routes, Method method, std::string_view path);

} // namespace carnet
