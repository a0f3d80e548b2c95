// The plain page of a deliverable: its versions, the answers it has had and the form to answer.
#include "backend/features/portal.hpp"
#include "backend/features/portal_plain.hpp"
#include "backend/features/portal_read.hpp"
#include "backend/features/sign_in.hpp"
#include "shared/core/json.hpp"
#include "shared/core/text.hpp"
#include "shared/texts/portal.hpp"
#include "shared/texts/server_portal.hpp"

namespace carnet {

namespace {

namespace tx = texts::portal;
using plain::e;
using plain::id_of;

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

std::string answer_form(Context& c, const Json& deliverable, const AnswerDraft& draft) {
    const Language language = c.language();
    const Json& version = deliverable["versions"][0];
    std::string html = "<section aria-labelledby=\"answer\"><h2 id=\"answer\">" +
                       e(texts::plain_answer, language) + "</h2>\n<form method=\"post\" action=\"" +
                       "/portal/plain/deliverables/" + id_of(deliverable) + "/answer\">\n";
    std::string controls =
        "<input type=\"hidden\" name=\"version\" value=\"" + id_of(version) + "\">\n";
    controls += "<fieldset><legend>" + e(texts::plain_decision, language) + "</legend>\n" +
                choice_html("approved", tx::approve, draft, language) +
                choice_html("changes_requested", tx::ask_changes, draft, language) +
                "</fieldset>\n";
    controls += "<label for=\"comment\">" + e(tx::comment, language) +
                "</label>\n<textarea id=\"comment\" name=\"comment\" maxlength=\"5000\" "
                "aria-describedby=\"comment-help\">" +
                e(draft.comment) + "</textarea>\n<p id=\"comment-help\" class=\"quiet\">" +
                e(tx::sealed, language) + "</p>\n";
    controls += "<button type=\"submit\">" + e(texts::plain_send_answer, language) + "</button>\n";
    return html + form_controls(*c.contact, controls, language) + "</form></section>\n";
}

std::string approvals_html(Context& c, const Json& deliverable, Language language) {
    if (deliverable["approvals"].empty())
        return {};
    std::string html = "<section aria-labelledby=\"answers\"><h2 id=\"answers\">" +
                       e(texts::plain_history, language) + "</h2>\n";
    for (const Json& one : deliverable["approvals"]) {
        const std::string line = fill(
            tr(tx::decision_line, language),
            {{"decision", tr(portal_state_label(json_string(one, "decision")), language)},
             {"by", json_string(one, "by")},
             {"n", std::to_string(json_int(one, "version"))},
             {"when", plain_when(c, one, "at")}}
        );
        // "16 nov." brings the sentence's full stop along.
        html += "<article><p>" + e(line) + (line.ends_with('.') ? "" : ".") +
                " <a href=\"/api/portal/approvals/" + id_of(one) + "/certificate\" download>" +
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
            (language == Language::fr ? "\u00a0: " : ": ") +
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
        html += answer_form(c, deliverable, draft);
    html += approvals_html(c, deliverable, language);
    return plain_response(
        c, {.title = row.name, .content = std::move(html), .client_id = row.client_id.id}, status
    );
}

} // namespace

Result<Response> plain_deliverable(Context& c) {
    const auto row = portal_deliverable(c.tx, *c.contact, c.request.id());
    if (!row)
        return plain_not_here(c);
    return deliverable_page(c, *row, {.saved = c.request.has_query_param("saved")}, 200);
}

Result<Response> plain_answer(Context& c) {
    const auto form = parse_form(c.request.body);
    const auto row = portal_deliverable(c.tx, *c.contact, c.request.id());
    if (!row)
        return plain_not_here(c);
    AnswerDraft draft{
        .decision = form_value(form, "decision"), .comment = form_value(form, "comment")};
    const std::string version = form_value(form, "version");
    const bool number = !version.empty() && text::all_digits(version) && version.size() < 18;
    if (!number || draft.decision.empty()) {
        draft.error =
            tr(draft.decision.empty() ? texts::plain_choose_decision : texts::plain_read_again,
               c.language());
        return deliverable_page(c, *row, draft, 422);
    }
    const auto id = portal_answer(
        c,
        {.deliverable_id = row->id,
         .version_id = std::stoll(version),
         .decision = draft.decision,
         .comment = draft.comment}
    );
    if (id)
        return redirect("/portal/plain/deliverables/" + std::to_string(row->id) + "?saved=1");
    if (id.error().code == ErrorCode::not_found)
        return plain_not_here(c);
    draft.error = id.error().first_message();
    const int status = id.error().code == ErrorCode::conflict    ? 409
                       : id.error().code == ErrorCode::forbidden ? 403
                                                                 : 422;
    return deliverable_page(c, *row, draft, status);
}

} // namespace carnet
