// The portal without the canvas: its routes, the home page and the documents, made from the same
// projections as the program's API. Deliverables and messages are in files of their own
// (portal_plain_*.cpp).
#include "backend/app.hpp"
#include "backend/features/portal.hpp"
#include "backend/features/portal_plain.hpp"
#include "backend/features/portal_read.hpp"
#include "shared/core/json.hpp"
#include "shared/core/money.hpp"
#include "shared/texts/portal.hpp"
#include "shared/texts/server_portal.hpp"

namespace carnet {

namespace {

namespace tx = texts::portal;
using plain::e;
using plain::id_of;

std::string project_html(const Json& project, Language language) {
    const std::string progress = std::to_string(json_int(project, "progress"));
    const std::string name = json_string(project, "name");
    std::string html = "<li><a href=\"/portal/plain/projects/" + id_of(project) + "\">" + e(name) +
                       "</a> <span class=\"quiet\">" +
                       format_percent(json_int(project, "progress"), language);
    const Json& next = json_at(project, "next_milestone");
    if (next.is_object())
        html += ", " +
                e(fill(tr(tx::next_step_undated, language), {{"name", json_string(next, "name")}}));
    html += "</span><br><progress max=\"100\" value=\"" + progress + "\" aria-label=\"" +
            e(fill(tr(tx::progress_of, language), {{"name", name}})) + "\"></progress></li>\n";
    return html;
}

std::string files_html(Context& c, const Json& files, Language language) {
    std::string html = "<ul class=\"plain\">\n";
    for (const Json& file : files)
        html += "<li>" +
                file_link(
                    file,
                    "/api/portal/document-versions/" +
                        std::to_string(json_int(file, "version_id")) + "/file",
                    plain_when(c, file, "created_at"),
                    language
                ) +
                "</li>\n";
    return html + "</ul>\n";
}

std::string waiting_html(Context& c, const Json& waiting) {
    std::string html;
    for (const Json& one : waiting)
        html += "<li><a href=\"/portal/plain/deliverables/" + id_of(one) + "\">" +
                e(json_string(one, "name")) + "</a> <span class=\"quiet\">" +
                e(json_string(one, "project")) + "</span></li>\n";
    if (html.empty())
        return "<p>" + e(tx::nothing_waiting, c.language()) + "</p>\n";
    return "<ul class=\"plain\">\n" + html + "</ul>\n";
}

// GET /portal/plain
Result<Response> get_home(Context& c) {
    const auto place = plain_place(c);
    if (!place)
        return plain_not_here(c);
    const Language language = c.language();
    portal_note_visit(c, (*place)->client_id);
    const Json home = portal_home_json(c, **place);
    std::string html;
    if ((*place)->rights.projects) {
        html += "<section aria-labelledby=\"waiting\" class=\"waiting\"><h2 id=\"waiting\">" +
                e(tx::to_approve, language) + "</h2>\n" + waiting_html(c, home["to_approve"]) +
                "</section>\n";
        html += "<section aria-labelledby=\"projects\"><h2 id=\"projects\">" +
                e(tx::your_projects, language) + "</h2>\n";
        if (home["projects"].empty())
            html += "<p>" + e(tx::no_projects, language) + "</p>\n";
        else {
            html += "<ul class=\"plain\">\n";
            for (const Json& project : home["projects"])
                html += project_html(project, language);
            html += "</ul>\n";
        }
        html += "</section>\n";
    }
    if ((*place)->rights.documents)
        html += "<section aria-labelledby=\"documents\"><h2 id=\"documents\">" +
                e(tx::recent_documents, language) + "</h2>\n" +
                files_html(c, home["documents"], language) + "</section>\n";
    if (html.empty())
        html = "<p>" + e(tx::nothing_open, language) + "</p>\n";
    const std::string& name =
        c.contact->first_name.empty() ? c.contact->name : c.contact->first_name;
    return plain_response(
        c,
        {.title = fill(tr(tx::hello, language), {{"name", name}}),
         .content = std::move(html),
         .client_id = (*place)->client_id,
         .current = "home"}
    );
}

// GET /portal/plain/documents
Result<Response> get_documents(Context& c) {
    const auto place = plain_place(c);
    const auto folder = c.request.query_int("folder", 0, 0, INT64_MAX);
    const auto json =
        place && folder ? portal_folder_json(c, **place, *folder) : std::optional<Json>();
    if (!json)
        return plain_not_here(c);
    const Language language = c.language();
    const std::string base =
        "/portal/plain/documents?client=" + std::to_string((*place)->client_id);
    std::string html;
    if (*folder) {
        html += "<nav aria-label=\"" + e(texts::plain_folders, language) + "\"><ul><li><a href=\"" +
                e(base) + "\">" + e(tx::documents, language) + "</a></li>";
        for (const Json& above : (*json)["path"])
            html += "<li><a href=\"" + e(base + "&folder=" + id_of(above)) + "\"" +
                    (json_int(above, "id") == *folder ? " aria-current=\"page\"" : "") + ">" +
                    e(json_string(above, "name")) + "</a></li>";
        html += "</ul></nav>\n";
    }
    if (!(*json)["folders"].empty()) {
        html += "<section aria-labelledby=\"folders\"><h2 id=\"folders\">" +
                e(texts::plain_folders, language) + "</h2>\n<ul class=\"plain\">\n";
        for (const Json& one : (*json)["folders"])
            html += "<li><a href=\"" + e(base + "&folder=" + id_of(one)) + "\">" +
                    e(json_string(one, "name")) + "</a> <span class=\"quiet\">" +
                    e(plural(tx::files, json_int(one, "files"), language)) + "</span></li>\n";
        html += "</ul></section>\n";
    }
    html += "<section aria-labelledby=\"files\"><h2 id=\"files\">" +
            e(texts::plain_file, language) + "s</h2>\n";
    if ((*json)["files"].empty())
        html += "<p>" + e(tx::empty_folder, language) + "</p>\n";
    else
        html += files_html(c, (*json)["files"], language);
    html += "</section>\n";
    return plain_response(
        c,
        {.title = tr(tx::documents, language),
         .content = std::move(html),
         .client_id = (*place)->client_id,
         .current = "documents"}
    );
}

Result<Response> get_project(Context& c) {
    const auto project = portal_project(c.tx, *c.contact, c.request.id());
    return project ? plain_project_page(c, *project) : plain_not_here(c);
}

Result<Response> get_css(Context& c) {
    Response response;
    response.content_type = "text/css; charset=utf-8";
    response.static_body = portal_css();
    response.header("Cache-Control", "no-cache");
    (void)c;
    return response;
}

constexpr Route post(std::string_view pattern, Handler handler, std::string_view summary) {
    return {
        .method = Method::post,
        .pattern = pattern,
        .permission = Portal::contact,
        .handler = handler,
        .access = Access::write,
        .body = BodyKind::form,
        .body_limit = std::size_t{64} * 1024,
        .summary = summary};
}

constexpr Route routes[] = {
    get("/portal.css", Portal::open, &get_css, "Style sheet of the portal’s plain pages"),
    get("/portal/plain", Portal::contact, &get_home, "Portal, plain: home"),
    get("/portal/plain/documents", Portal::contact, &get_documents, "Portal, plain: documents"),
    get("/portal/plain/projects/:id", Portal::contact, &get_project, "Portal, plain: a project"),
    get("/portal/plain/deliverables/:id",
        Portal::contact,
        &plain_deliverable,
        "Portal, plain: a deliverable with the form to answer"),
    post("/portal/plain/deliverables/:id/answer", &plain_answer, "Portal, plain: the answer"),
    get("/portal/plain/messages", Portal::contact, &plain_messages, "Portal, plain: messages"),
    post("/portal/plain/messages", &plain_message, "Portal, plain: a message to the team"),
};

} // namespace

std::span<const Route> portal_page_routes() {
    return routes;
}

} // namespace carnet
