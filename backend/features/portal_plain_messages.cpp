// The plain page of messages: the conversation with the team, and the form to write to it.
#include "backend/app.hpp"
#include "backend/features/portal.hpp"
#include "backend/features/portal_conversations.hpp"
#include "backend/features/portal_plain.hpp"
#include "backend/features/portal_read.hpp"
#include "backend/features/sign_in.hpp"
#include "shared/core/json.hpp"
#include "shared/texts/portal.hpp"
#include "shared/texts/server_portal.hpp"

namespace carnet {

namespace {

namespace tx = texts::portal;
using plain::e;

// Who wrote, when, about which project, and what.
std::string message_html(Context& c, const Json& message, const Json& conversations) {
    const Language language = c.language();
    std::string html =
        "<article><h3>" +
        (json_bool(message, "mine") ? e(tx::you, language) : e(json_string(message, "by"))) +
        " <span class=\"quiet\">" + e(plain_when(c, message, "at")) + "</span></h3>\n";
    for (const Json& project : conversations)
        if (json_int(project, "project_id") == json_int(message, "project_id"))
            html +=
                "<p class=\"quiet\">" +
                e(fill(tr(tx::about_project, language), {{"name", json_string(project, "name")}})) +
                "</p>\n";
    return html + "<p class=\"lines\">" + e(json_string(message, "body")) + "</p></article>\n";
}

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
    const std::string controls =
        "<label for=\"body\">" + e(texts::plain_message, language) +
        "</label>\n<textarea id=\"body\" name=\"body\" maxlength=\"5000\" required>" + e(body) +
        "</textarea>\n<button type=\"submit\">" + e(tx::send, language) + "</button>\n";
    if (place.rights.comment)
        html += "<section aria-labelledby=\"write\"><h2 id=\"write\">" +
                e(tx::write_to_team, language) +
                "</h2>\n<form method=\"post\" action=\"/portal/plain/messages?client=" +
                std::to_string(place.client_id) + "\">\n" +
                form_controls(*c.contact, controls, language) + "</form></section>\n";
    const Json messages = portal_messages_json(c, place, 0, 100);
    html += "<section aria-labelledby=\"list\"><h2 id=\"list\">" + e(tx::messages, language) +
            "</h2>\n";
    if (messages["items"].empty())
        html += "<p>" + e(tx::no_messages, language) + "</p>\n";
    for (const Json& message : messages["items"])
        html += message_html(c, message, messages["conversations"]);
    html += "</section>\n";
    return plain_response(
        c,
        {.title = tr(tx::messages, language),
         .content = std::move(html),
         .client_id = place.client_id,
         .current = "messages"},
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

} // namespace

Result<Response> plain_messages(Context& c) {
    const auto place = plain_place(c);
    if (!place || !(*place)->rights.projects)
        return plain_not_here(c);
    Response page = messages_page(c, **place, "", "", 200);
    note_read(c, **place);
    return page;
}

Result<Response> plain_message(Context& c) {
    const auto place = plain_place(c);
    if (!place || !(*place)->rights.comment)
        return plain_not_here(c);
    const std::string body = form_value(parse_form(c.request.body), "body");
    const auto written = portal_write_message(c, (*place)->client_id, 0, body);
    if (written)
        return redirect("/portal/plain/messages?client=" + std::to_string((*place)->client_id));
    const Error& error = written.error();
    return messages_page(c, **place, body, error.first_message(), 422);
}

} // namespace carnet
