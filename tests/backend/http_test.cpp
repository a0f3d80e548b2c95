// What holds for every route: rights, same origin, body, headers, idempotency, caching. And the
// matching of paths.
#include "backend/http/compression.hpp"
#include "backend/http/security.hpp"
#include "backend/http/static_files.hpp"
#include "server.hpp"
#include "shared/core/json.hpp"

#include <doctest/doctest.h>

using namespace carnet;
using carnet::test::body_of;
using carnet::test::Server;

namespace {

// A path of the route with 1 for each parameter.
std::string sample_path(std::string_view pattern) {
    std::string path;
    bool in_parameter = false;
    for (const char c : pattern) {
        if (c == '/')
            in_parameter = false;
        if (c == ':') {
            in_parameter = true;
            path += '1';
        }
        if (!in_parameter)
            path += c;
    }
    return path;
}

Response try_route(Server& server, const Route& route, std::string_view cookie) {
    const bool json = route.body == BodyKind::json;
    return server.send(route.method, sample_path(route.pattern), json ? "{}" : "", cookie);
}

Result<Response> nothing(Context&) {
    return no_content();
}

std::string_view matched(std::span<const Route> routes, Method method, std::string_view path) {
    const RouteMatch match = match_route(routes, method, path);
    return match.route ? match.route->pattern : std::string_view();
}

} // namespace

TEST_CASE("every route with a permission refuses nobody, and whoever lacks the right") {
    Server server;
    const std::int64_t owner = server.add_user("owner@example.fr", Role::owner);
    const std::int64_t member = server.add_user("member@example.fr", Role::member);
    const std::string member_cookie = server.sign_in(member);
    const Actor actor = server.app().directory().state()->actor_of(member);
    const std::vector<Route> routes(server.app().routes().begin(), server.app().routes().end());
    for (const Route& route : routes) {
        if (route.permission == Permission::none)
            continue;
        CAPTURE(route.pattern);
        CAPTURE(method_name(route.method));
        CHECK(try_route(server, route, "").status == 401);
        CHECK(try_route(server, route, "carnet_session=" + std::string(43, 'A')).status == 401);
        if (!actor.may(route.permission))
            CHECK(try_route(server, route, member_cookie).status == 403);
    }
    // The right person gets past the check everywhere; last, because signing out is among the
    // routes.
    for (const Route& route : routes) {
        if (route.permission == Permission::none)
            continue;
        CAPTURE(route.pattern);
        CAPTURE(method_name(route.method));
        const int status = try_route(server, route, server.sign_in(owner)).status;
        CHECK(status != 401);
        CHECK(status != 403);
        CHECK(status < 500);
    }
}

TEST_CASE("only sign-in, health, the document and the pages are open to everybody") {
    Server server;
    for (const Route& route : server.app().routes()) {
        if (route.permission != Permission::none || route.permission.world() == World::portal)
            continue;
        CAPTURE(route.pattern);
        const std::string_view p = route.pattern;
        const bool known =
            p.substr(0, 5) != "/api/" || p == "/api/session" || p == "/api/openapi.json";
        CHECK(known);
    }
}

TEST_CASE("in the portal the team is nobody, and only the way in is open to everybody") {
    Server server;
    const std::int64_t owner = server.add_user("owner@example.fr", Role::owner);
    const std::string cookie = server.sign_in(owner);
    for (const Route& route : server.app().routes()) {
        const std::string_view p = route.pattern;
        CAPTURE(p);
        CAPTURE(method_name(route.method));
        const bool portal = p.starts_with("/portal") || p.starts_with("/api/portal");
        if (p.starts_with("/portal/preview")) // The team's own way in and out.
            continue;
        CHECK((route.permission.world() == World::portal) == portal);
        if (!route.permission.contact()) {
            CHECK((!p.starts_with("/api/portal/") || p == "/api/portal/session"));
            continue;
        }
        const int refused = p.starts_with("/api/") ? 401 : 303;
        const auto send = [&](std::string_view sent) {
            const bool form = route.body == BodyKind::form;
            if (!form)
                return try_route(server, route, sent).status;
            return server
                .send(
                    route.method,
                    sample_path(route.pattern),
                    "a=b",
                    sent,
                    {{"Content-Type", "application/x-www-form-urlencoded"}}
                )
                .status;
        };
        CHECK(send("") == refused);
        CHECK(send(cookie) == refused);
        CHECK(send("carnet_portal=" + std::string(43, 'A')) == refused);
        // The team's token in the portal's cookie is no session there.
        CHECK(send("carnet_portal=" + cookie.substr(cookie.find('=') + 1)) == refused);
    }
}

TEST_CASE("every answer has the headers of security") {
    Server server;
    for (const char* path :
         {"/", "/clients/42", "/api/clients", "/nothing", "/healthz", "/pages.css", "/start/x"}) {
        CAPTURE(path);
        const Response response = server.get(path);
        const std::string csp(response.find_header("Content-Security-Policy"));
        CHECK(csp.find("default-src 'self'") == 0);
        CHECK(csp.find("unsafe-inline") == std::string::npos);
        CHECK(csp.find("frame-ancestors 'none'") != std::string::npos);
        CHECK(response.find_header("X-Content-Type-Options") == "nosniff");
        CHECK(response.find_header("Referrer-Policy") == "same-origin");
        CHECK(response.find_header("Cross-Origin-Opener-Policy") == "same-origin");
        CHECK(response.find_header("Cross-Origin-Embedder-Policy") == "require-corp");
        CHECK(response.find_header("Cross-Origin-Resource-Policy") == "same-origin");
        CHECK(!response.find_header("Cache-Control").empty());
        CHECK(response.find_header("Strict-Transport-Security").empty());
    }
}

TEST_CASE("writes of other sites are refused, of the page itself and of programs accepted") {
    const auto allowed = [](std::vector<NameValue> headers) {
        Request request;
        request.headers = std::move(headers);
        request.headers.emplace_back("Host", "carnet.test:8080");
        return same_origin(request);
    };
    CHECK(allowed({}));
    CHECK(allowed({{"Origin", "http://carnet.test:8080"}, {"Sec-Fetch-Site", "same-origin"}}));
    CHECK(allowed({{"Origin", "https://carnet.test:8080"}}));
    CHECK(allowed({{"Sec-Fetch-Site", "none"}}));
    CHECK_FALSE(allowed({{"Origin", "http://evil.test"}}));
    CHECK_FALSE(allowed({{"Origin", "http://carnet.test"}}));
    CHECK_FALSE(allowed({{"Origin", "null"}}));
    CHECK_FALSE(allowed({{"Sec-Fetch-Site", "cross-site"}}));
    CHECK_FALSE(allowed({{"Sec-Fetch-Site", "same-site"}}));

    Server server;
    const std::string cookie = server.sign_in(server.add_user("owner@example.fr", Role::owner));
    const Json change{
        {"fields",
         {{"name", {{"value", "Autre"}, {"version", server.app().database().position()}}}}}};
    const std::string body = dump(change);
    CHECK(
        server.send(
                  Method::patch, "/api/workspace", body, cookie, {{"Origin", "http://evil.test"}}
        ).status == 403
    );
    CHECK(
        server
            .send(Method::patch, "/api/workspace", body, cookie, {{"Origin", "http://carnet.test"}})
            .status == 200
    );
}

TEST_CASE("bodies that are not what the route wants are a 4xx with a reason") {
    Server server;
    const std::string cookie = server.sign_in(server.add_user("owner@example.fr", Role::owner));
    const auto status = [&](const std::string& body, std::vector<NameValue> headers = {}) {
        const Response response =
            server.send(Method::patch, "/api/workspace", body, cookie, std::move(headers));
        CHECK(response.content_type == "application/problem+json");
        CHECK(!json_string(body_of(response), "detail").empty());
        return response.status;
    };
    CHECK(status("{") == 400);
    CHECK(status("[]") == 400);
    CHECK(status("nul") == 400);
    CHECK(status("{\"a\":\"\xff\"}") == 400);
    CHECK(status("{\"a\":1,\"a\":2}") == 400);
    CHECK(status(std::string("{\"a\":\"\\u0000\"}")) >= 400);
    CHECK(status("{\"a\":" + std::string(100, '[') + std::string(100, ']') + "}") == 400);
    CHECK(status("{}", {{"Content-Type", "text/plain"}}) == 415);
    CHECK(status(std::string(2 << 20, ' ')) == 413);
    CHECK(status("{}") == 422);
    CHECK(status(R"({"fields":{"nom":{"value":"x","version":1}}})") == 422);
    CHECK(status(R"({"fields":{"name":{"value":-1e300,"version":1}}})") == 422);
    CHECK(status(R"({"fields":{"name":{"value":"x","version":"1"}}})") == 422);
}

TEST_CASE("an unknown address, a wrong method, a strange path") {
    Server server;
    CHECK(server.get("/api/nothing").status == 404);
    CHECK(server.get("/api/nothing").content_type == "application/problem+json");
    CHECK(server.get("/nothing").status == 404);
    CHECK(server.get("/nothing").content_type == "text/html; charset=utf-8");
    const Response wrong = server.send(Method::put, "/api/session", "{}");
    CHECK(wrong.status == 405);
    CHECK(wrong.find_header("Allow") == "POST, GET, HEAD, DELETE");
    CHECK(server.get("/login").status == 200);
    CHECK(server.get("/logout").status == 405);
    CHECK(server.get("/logout").content_type == "text/html; charset=utf-8");
    for (const char* path :
         {"/../etc/passwd",
          "/%2e%2e/%2e%2e/etc/passwd",
          "/static/../carnet.db",
          "//",
          "/a%00b",
          "/%zz",
          "/index.html/",
          "/api/clients/99999999999999999999",
          "/api/clients/-1",
          "/api/clients/1%00"}) {
        CAPTURE(path);
        const int status = server.get(path).status;
        CHECK((status == 404 || status == 401));
    }
}

TEST_CASE("a write sent twice with one key happens once; with another body it is refused") {
    Server server;
    const std::string cookie = server.sign_in(server.add_user("owner@example.fr", Role::owner));
    const auto send = [&](const char* body, const char* key) {
        return server.send(Method::post, "/api/users", body, cookie, {{"Idempotency-Key", key}});
    };
    const char* lea = R"({"name":"Léa","email":"lea@example.fr","role":"member"})";
    const Response first = send(lea, "key-00000001");
    CHECK(first.status == 201);
    const Response second = send(lea, "key-00000001");
    CHECK(second.status == 201);
    CHECK(second.body == first.body);
    CHECK(second.find_header("Carnet-Position") == first.find_header("Carnet-Position"));
    CHECK(second.find_header("Idempotency-Replayed") == "true");
    CHECK(send(R"({"name":"Paul","email":"paul@example.fr"})", "key-00000001").status == 422);
    CHECK(send(lea, "key-00000002").status == 422);
    CHECK(send(lea, "short").status == 422);
    CHECK(send(lea, "with a space").status == 422);
    CHECK(server.app().directory().state()->users.size() == 2);
    // A refused write may be sent again, corrected, with its key.
    CHECK(send(R"({"name":"","email":"x@example.fr"})", "key-00000003").status == 422);
    CHECK(send(R"({"name":"X","email":"x@example.fr"})", "key-00000003").status == 201);
    server.pass_seconds(25 * 3600);
    const std::string later = server.sign_in(1);
    CHECK(
        server
            .send(
                Method::post,
                "/api/users",
                R"({"name":"Y","email":"y@example.fr"})",
                later,
                {{"Idempotency-Key", "key-00000001"}}
            )
            .status == 201
    );
}

TEST_CASE("the document describes every route of the API and every entity") {
    Server server;
    const Response response = server.get("/api/openapi.json");
    CHECK(response.status == 200);
    const Json document = body_of(response);
    REQUIRE(document.is_object());
    std::size_t described = 0, expected = 0;
    for (const auto& item : document["paths"].items())
        described += item.value().size();
    for (const Route& route : server.app().routes())
        expected += route.pattern.substr(0, 5) == "/api/" || route.pattern == "/healthz" ? 1 : 0;
    CHECK(described == expected);
    for (const EntitySpec* spec : all_entities())
        CHECK(document["components"]["schemas"].contains(std::string(spec->name)));
    CHECK(document["paths"].contains("/api/users/{id}"));
}

TEST_CASE("files come in the encoding that was asked for, with an ETag of their own") {
    constexpr EmbeddedFile file{
        .path = "/static/a.js",
        .content_type = "text/javascript",
        .raw = "raw raw raw",
        .brotli = "br",
        .gzip = "gz",
        .etag = "\"abc\"",
        .immutable = true};
    const auto answer = [&](const char* accepted) {
        Request request;
        request.headers = {{"Accept-Encoding", accepted}};
        return file_response(request, file);
    };
    CHECK(answer("gzip, deflate, br").static_body == "br");
    CHECK(answer("gzip, deflate, br").find_header("Content-Encoding") == "br");
    CHECK(answer("gzip, deflate, br").find_header("ETag") == "\"abc-br\"");
    CHECK(answer("gzip").static_body == "gz");
    CHECK(answer("br;q=0, gzip;q=0.5").static_body == "gz");
    CHECK(answer("identity").static_body == "raw raw raw");
    CHECK(answer("").find_header("Content-Encoding").empty());
    CHECK(answer("").find_header("Vary") == "Accept-Encoding");
    CHECK(answer("br").find_header("Cache-Control") == "public, max-age=31536000, immutable");
}

TEST_CASE("what the browser has already is not sent again") {
    Server server;
    const Response page = server.get("/pages.css", "", {{"If-None-Match", "\"other\""}});
    CHECK(page.status == 200);
    Request request;
    request.headers = {{"If-None-Match", "W/\"abc\", \"def\""}};
    CHECK(etag_matches(request, "\"def\""));
    CHECK(etag_matches(request, "\"abc\""));
    CHECK_FALSE(etag_matches(request, "\"ab\""));
}

TEST_CASE("large answers are compressed when asked for, small ones never") {
    Response response = json_response({{"text", std::string(20000, 'x')}});
    Request request;
    compress_response(request, response);
    CHECK(response.find_header("Content-Encoding").empty());
    request.headers = {{"Accept-Encoding", "br"}};
    compress_response(request, response);
    CHECK(response.find_header("Content-Encoding") == "br");
    CHECK(response.body.size() < 1000);
    Response small = json_response({{"text", "x"}});
    compress_response(request, small);
    CHECK(small.find_header("Content-Encoding").empty());
    Response secret = json_response({{"text", std::string(20000, 'x')}});
    secret.compressible = false;
    compress_response(request, secret);
    CHECK(secret.body.size() > 20000);
}

TEST_CASE("the most exact route wins, HEAD finds GET, parameters are decoded") {
    const Route routes[] = {
        get("/*", Permission::none, &nothing, ""),
        get("/api/clients/:id", Permission::signed_in, &nothing, ""),
        get("/api/clients/export", Permission::signed_in, &nothing, ""),
        write(Method::post, "/api/clients/:id/contacts", Permission::signed_in, &nothing, ""),
        get("/clients/*", Permission::none, &nothing, ""),
    };
    CHECK(matched(routes, Method::get, "/api/clients/42") == "/api/clients/:id");
    CHECK(matched(routes, Method::get, "/api/clients/export") == "/api/clients/export");
    CHECK(matched(routes, Method::head, "/api/clients/42") == "/api/clients/:id");
    CHECK(matched(routes, Method::get, "/clients/42/more") == "/clients/*");
    CHECK(matched(routes, Method::get, "/clients") == "/*");
    CHECK(matched(routes, Method::get, "/api/clients/42/contacts").empty());
    CHECK(matched(routes, Method::get, "no slash").empty());
    CHECK(matched(routes, Method::get, "").empty());
    const RouteMatch match = match_route(routes, Method::get, "/api/clients/a%2Fb");
    REQUIRE(match.route);
    CHECK(match.params[0].second == "a/b");
}

TEST_CASE("cookies, forms and numbers of a request") {
    Request request;
    request.headers = {{"cookie", "a=1; carnet_session=xyz;b=2"}};
    CHECK(request.cookie("carnet_session") == "xyz");
    CHECK(request.cookie("session").empty());
    CHECK(request.cookie("b") == "2");
    request.query_params =
        parse_form("limit=50&name=L%C3%A9a+M&empty&bad=%zz&big=99999999999999999999");
    CHECK(request.query_param("name") == "Léa M");
    CHECK(request.query_param("bad") == "%zz");
    CHECK(request.query_int("limit", 10, 1, 100) == 50);
    CHECK(request.query_int("none", 10, 1, 100) == 10);
    CHECK_FALSE(request.query_int("big", 10, 1, 100));
    CHECK_FALSE(request.query_int("name", 10, 1, 100));
    request.path_params = {{"id", "0042"}, {"bad", "4 2"}};
    CHECK(request.id() == 42);
    CHECK(request.id("bad") == 0);
}
