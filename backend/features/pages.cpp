// The page at every place of the application, and the files it loads.
#include "backend/features/pages.hpp"

#include "backend/app.hpp"
#include "backend/features/portal_accounts.hpp"
#include "backend/http/pages.hpp"
#include "backend/http/static_files.hpp"
#include "shared/texts/server.hpp"

namespace carnet {
namespace {

// The page itself holds the sign-in form, so it is the same for everybody.
Result<Response> get_page(Context& c) {
    if (const EmbeddedFile* page = find_embedded("/index.html"))
        return file_response(c.request, *page);
    return html_response(
        message_page({"Carnet", "Carnet"}, tr(texts::no_web_files, c.language()), c.language())
    );
}

Result<Response> get_css(Context& c) {
    Response response;
    response.content_type = "text/css; charset=utf-8";
    response.static_body = pages_css();
    response.header("Cache-Control", "no-cache");
    (void)c;
    return response;
}

// Everything else: a file of the bundle, or nothing.
Result<Response> get_file(Context& c) {
    if (c.request.path.substr(0, 5) == "/api/")
        return not_found(c.language());
    const EmbeddedFile* file = find_embedded(c.request.path);
    if (file && !file->path.ends_with(".html"))
        return file_response(c.request, *file);
    // Who follows a link of a mail or of the portal is no member of the team.
    if (is_portal_page(c.request.path))
        return portal_nothing_here(c);
    return html_response(not_found_page(c.language()), 404);
}

// What browsers ask for beside a page that names no icon, and beside a file they show themselves.
Result<Response> get_icon(Context& c) {
    for (EmbeddedFile file : embedded_files())
        if (file.path.starts_with("/static/logo.")) {
            file.immutable = false; // This address has no hash of what it holds.
            return file_response(c.request, file);
        }
    return get_file(c);
}

constexpr Route page(std::string_view pattern) {
    return get(pattern, Permission::none, &get_page, "The application’s page");
}

constexpr Route routes[] = {
    page("/"),
    page("/login"), // Reloaded after a failed sign-in by the form.
    page("/clients"),
    page("/clients/*"),
    page("/projects"),
    page("/projects/*"),
    page("/settings"),
    page("/settings/*"),
    get("/pages.css", Permission::none, &get_css, "Style sheet of the plain pages"),
    get("/favicon.ico", Permission::none, &get_icon, "The icon of pages that name none"),
    get("/*", Permission::none, &get_file, "A file of the application"),
};

} // namespace

std::span<const Route> page_routes() {
    return routes;
}

} // namespace carnet
