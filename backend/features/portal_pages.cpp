// The portal without the canvas: plain pages of what awaits an answer, documents and messages, made
// from the same projections as the program's API.
#include "backend/app.hpp"
#include "backend/db/records.hpp"
#include "backend/features/portal.hpp"
#include "backend/features/portal_accounts.hpp"
#include "backend/features/portal_conversations.hpp"
#include "backend/features/portal_html.hpp"
#include "backend/features/portal_plain.hpp"
#include "backend/features/portal_read.hpp"
#include "backend/http/pages.hpp"
#include "shared/core/format.hpp"
#include "shared/core/json.hpp"
#include "shared/core/text.hpp"
#include "shared/texts/portal.hpp"
#include "shared/texts/server_portal.hpp"

namespace carnet {

namespace {

namespace tx = texts::portal;

std::string e(std::string_view text) {
    return escape_html(text);
}
std::string e(const Text& text, Language language) {
    return escape_html(tr(text, language));
}

// The company of "?client=", otherwise the first.
Result<const PortalPlace*> chosen_place(Context& c) {
    const auto wanted = c.request.query_int("client", 0, 0, INT64_MAX);
    const auto& places = c.contact->places;
    const PortalPlace* place = wanted && *wanted ? c.contact->place(*wanted)
                               : places.empty()  ? nullptr
                                                 : &places.front();
    if (!place)
        return not_found(c.language());
    return place;
}

std::string id_of(const Json& json) {
    return std::to_string(json_int(json, "id"));
}

std::string project_html(const Json& project, Language language) {
    const std::string progress = std::to_string(json_int(project, "progress"));
    const std::string name = json_string(project, "name");
    std::string html = "<li><a href=\"/portal/plain/projects/" + id_of(project) + "\">" + e(name) +
                       "</a> <span class=\"quiet\">" + progress + "\u00a0%";
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
    const auto place = chosen_place(c);
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
    return html_response(plain_page(
        {.title = fill(tr(tx::hello, language), {{"name", name}}),
         .content = std::move(html),
         .workspace = portal_workspace_name(c),
         .contact = c.contact,
         .client_id = (*place)->client_id,
         .current = "home"},
        language
    ));
}

// GET /portal/plain/documents
Result<Response> get_documents(Context& c) {
    const auto place = chosen_place(c);
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
    return html_response(plain_page(
        {.title = tr(tx::documents, language),
         .content = std::move(html),
         .workspace = portal_workspace_name(c),
         .contact = c.contact,
         .client_id = (*place)->client_id,
         .current = "documents"},
        language
    ));
}

Result<Response> get_project(Context& c) {
    const auto project = portal_project(c.tx, *c.contact, c.request.id());
    return project ? plain_project_page(c, *project) : plain_not_here(c);
}

// --- Deliverables ---

struct AnswerDraft {
    std::string decision, comment, error;
    bool saved = false;
};

std::string
choice_html(const char* value, const Text& label, const AnswerDraft& draft, Language language) {
    const std::string checked = draft.decision == value ? " checked" : "";
    return std::string(
               "<div class=\"choice\"><input type=\"radio\" name=\"decision\" required id=\""
           ) +
           value + "\" value=\"" + value + "\"" + checked + "><label for=\"" + value + "\">" +
           e(label, language) + "</label></div>\n";
}

std::string answer_form(const Json& deliverable, const AnswerDraft& draft, Language language) {
    const Json& version = deliverable["versions"][0];
    std::string html = "<section aria-labelledby=\"answer\"><h2 id=\"answer\">" +
                       e(texts::plain_answer, language) + "</h2>\n<form method=\"post\" action=\"" +
                       "/portal/plain/deliverables/" + id_of(deliverable) + "/answer\">\n";
    html += "<input type=\"hidden\" name=\"version\" value=\"" + id_of(version) + "\">\n";
    html += "<fieldset><legend>" + e(texts::plain_decision, language) + "</legend>\n" +
            choice_html("approved", tx::approve, draft, language) +
            choice_html("changes_requested", tx::ask_changes, draft, language) + "</fieldset>\n";
    html += "<label for=\"comment\">" + e(tx::comment, language) +
            "</label>\n<textarea id=\"comment\" name=\"comment\" maxlength=\"5000\" "
            "aria-describedby=\"comment-help\">" +
            e(draft.comment) + "</textarea>\n<p id=\"comment-help\" class=\"quiet\">" +
            e(tx::sealed, language) + "</p>\n";
    return html + "<button type=\"submit\">" + e(texts::plain_send_answer, language) +
           "</button>\n</form></section>\n";
}

std::string approvals_html(Context& c, const Json& deliverable, Language language) {
    if (deliverable["approvals"].empty())
        return {};
    std::string html = "<section aria-labelledby=\"answers\"><h2 id=\"answers\">" +
                       e(texts::plain_history, language) + "</h2>\n";
    for (const Json& one : deliverable["approvals"]) {
        html += "<article><p>" +
                e(fill(
                    tr(tx::decision_line, language),
                    {{"decision", tr(portal_state_label(json_string(one, "decision")), language)},
                     {"by", json_string(one, "by")},
                     {"n", std::to_string(json_int(one, "version"))},
                     {"when", plain_when(c, one, "at")}}
                )) +
                ". <a href=\"/api/portal/approvals/" + id_of(one) + "/certificate\" download>" +
                e(tx::certificate, language) + "</a></p>\n";
        if (const std::string comment = json_string(one, "comment"); !comment.empty())
            html += "<p class=\"lines\">" + e(comment) + "</p>\n";
        html += "<p class=\"hash\">SHA-256 " + e(json_string(one, "sha256")) + "</p></article>\n";
    }
    return html + "</section>\n";
}

Response
deliverable_page(Context& c, const Deliverable& row, const AnswerDraft& draft, int status) {
    const Language language = c.language();
    const Json deliverable = portal_deliverable_json(c, row);
    std::string html;
    if (draft.saved)
        html += plain_note("ok", tr(texts::plain_answer_saved, language));
    if (!draft.error.empty())
        html += plain_note("bad", draft.error);
    html += "<p>" + plain_state(deliverable, language) + " <span class=\"quiet\">" +
            e(json_string(deliverable, "project")) + "</span></p>\n";
    if (const std::string words = json_string(deliverable, "description"); !words.empty())
        html += "<p class=\"lines\">" + e(words) + "</p>\n";
    html += "<section aria-labelledby=\"versions\"><h2 id=\"versions\">" +
            e(tx::versions, language) + "</h2>\n<ul class=\"plain\">\n";
    for (const Json& version : deliverable["versions"]) {
        html +=
            "<li>" +
            e(fill(tr(tx::version, language), {{"n", std::to_string(json_int(version, "number"))}})
            ) +
            ": " +
            file_link(
                version,
                "/api/portal/deliverable-versions/" + id_of(version) + "/file",
                plain_when(c, version, "created_at"),
                language
            );
        if (const std::string note = json_string(version, "note"); !note.empty())
            html += "<br><span class=\"lines\">" + e(note) + "</span>";
        html += "</li>\n";
    }
    html += "</ul></section>\n";
    if (json_bool(deliverable, "may_answer"))
        html += answer_form(deliverable, draft, language);
    html += approvals_html(c, deliverable, language);
    return html_response(
        plain_page(
            {.title = row.name,
             .content = std::move(html),
             .workspace = portal_workspace_name(c),
             .contact = c.contact,
             .client_id = row.client_id.id},
            language
        ),
        status
    );
}

Result<Response> get_deliverable(Context& c) {
    const auto row = portal_deliverable(c.tx, *c.contact, c.request.id());
    if (!row)
        return plain_not_here(c);
    return deliverable_page(c, *row, {.saved = c.request.has_query_param("saved")}, 200);
}

Result<Response> post_answer(Context& c) {
    const auto form = parse_form(c.request.body);
    const auto row = portal_deliverable(c.tx, *c.contact, c.request.id());
    if (!row)
        return plain_not_here(c);
    AnswerDraft draft{
        .decision = portal_form_value(form, "decision"),
        .comment = portal_form_value(form, "comment")};
    const std::string version = portal_form_value(form, "version");
    const bool number = text::all_digits(version) && version.size() < 18;
    const auto id = portal_answer(
        c,
        {.deliverable_id = row->id,
         .version_id = number ? std::stoll(version) : 0,
         .decision = draft.decision,
         .comment = draft.comment}
    );
    if (id)
        return redirect("/portal/plain/deliverables/" + std::to_string(row->id) + "?saved=1");
    if (id.error().code == ErrorCode::not_found)
        return plain_not_here(c);
    draft.error =
        id.error().fields.empty() ? id.error().message : id.error().fields.front().message;
    const int status = id.error().code == ErrorCode::conflict    ? 409
                       : id.error().code == ErrorCode::forbidden ? 403
                                                                 : 422;
    return deliverable_page(c, *row, draft, status);
}

// --- Messages ---

Response messages_page(
    Context& c,
    const PortalPlace& place,
    const std::string& body,
    const std::string& error,
    int status
) {
    const Language language = c.language();
    std::string html;
    if (!error.empty())
        html += plain_note("bad", error);
    if (place.rights.comment)
        html += "<section aria-labelledby=\"write\"><h2 id=\"write\">" +
                e(tx::write_to_team, language) +
                "</h2>\n<form method=\"post\" action=\"/portal/plain/messages?client=" +
                std::to_string(place.client_id) + "\">\n<label for=\"body\">" +
                e(texts::plain_message, language) +
                "</label>\n<textarea id=\"body\" name=\"body\" maxlength=\"5000\" required>" +
                e(body) + "</textarea>\n<button type=\"submit\">" + e(tx::send, language) +
                "</button>\n</form></section>\n";
    const Json messages = portal_messages_json(c, place, 0, 100);
    html += "<section aria-labelledby=\"list\"><h2 id=\"list\">" + e(tx::messages, language) +
            "</h2>\n";
    if (messages["items"].empty())
        html += "<p>" + e(tx::no_messages, language) + "</p>\n";
    for (const Json& message : messages["items"])
        html +=
            "<article><h3>" +
            (json_bool(message, "mine") ? e(tx::you, language) : e(json_string(message, "by"))) +
            " <span class=\"quiet\">" + e(plain_when(c, message, "at")) +
            "</span></h3>\n<p class=\"lines\">" + e(json_string(message, "body")) +
            "</p></article>\n";
    html += "</section>\n";
    return html_response(
        plain_page(
            {.title = tr(tx::messages, language),
             .content = std::move(html),
             .workspace = portal_workspace_name(c),
             .contact = c.contact,
             .client_id = place.client_id,
             .current = "messages"},
            language
        ),
        status
    );
}

// What is on the page is read, unless somebody of the team only looks.
void note_read(Context& c, const PortalPlace& place) {
    if (c.contact->preview() || portal_unread_count(c.tx, c.contact->contact_id, place) == 0)
        return;
    const Json items = portal_messages_json(c, place, 0, 1)["items"];
    c.app.database().write(0, [&](Transaction& tx) {
        portal_mark_read(tx, c.contact->contact_id, place, 0, json_int(items[0], "id"));
        return true;
    });
}

Result<Response> get_messages(Context& c) {
    const auto place = chosen_place(c);
    if (!place || !(*place)->rights.projects)
        return plain_not_here(c);
    Response page = messages_page(c, **place, "", "", 200);
    note_read(c, **place);
    return page;
}

Result<Response> post_message(Context& c) {
    const auto place = chosen_place(c);
    if (!place || !(*place)->rights.comment)
        return plain_not_here(c);
    const std::string body = portal_form_value(parse_form(c.request.body), "body");
    const auto written = portal_write_message(c, (*place)->client_id, 0, body);
    if (written)
        return redirect("/portal/plain/messages?client=" + std::to_string((*place)->client_id));
    const Error& error = written.error();
    return messages_page(
        c, **place, body, error.fields.empty() ? error.message : error.fields.front().message, 422
    );
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
        .body_limit = 64 * 1024,
        .summary = summary};
}

constexpr Route routes[] = {
    get("/portal.css", Portal::open, &get_css, "Style sheet of the portal’s plain pages"),
    get("/portal/plain", Portal::contact, &get_home, "Portal, plain: home"),
    get("/portal/plain/documents", Portal::contact, &get_documents, "Portal, plain: documents"),
    get("/portal/plain/projects/:id", Portal::contact, &get_project, "Portal, plain: a project"),
    get("/portal/plain/deliverables/:id",
        Portal::contact,
        &get_deliverable,
        "Portal, plain: a deliverable with the form to answer"),
    post("/portal/plain/deliverables/:id/answer", &post_answer, "Portal, plain: the answer"),
    get("/portal/plain/messages", Portal::contact, &get_messages, "Portal, plain: messages"),
    post("/portal/plain/messages", &post_message, "Portal, plain: a message to the team"),
};

} // namespace

std::span<const Route> portal_page_routes() {
    return routes;
}

} // namespace carnet
