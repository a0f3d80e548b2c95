// See portal_plain.hpp.
#include "backend/features/portal_plain.hpp"

#include "backend/app.hpp"
#include "backend/features/portal_accounts.hpp"
#include "backend/features/portal_read.hpp"
#include "backend/http/pages.hpp"
#include "backend/local_time.hpp"
#include "shared/core/format.hpp"
#include "shared/core/json.hpp"
#include "shared/core/money.hpp"
#include "shared/texts/portal.hpp"
#include "shared/texts/server_portal.hpp"

namespace carnet {

namespace {

namespace tx = texts::portal;
using plain::e;

// "18 décembre 2026", in a <time>; "" without a date.
std::string date_html(const Json& json, const Text& words, Language language) {
    const std::string iso = json_string(json, "due_on");
    const auto date = parse_iso_date(iso);
    if (!date || !date->is_set())
        return {};
    const std::string shown = format_date(*date, DateStyle::day, language);
    return " <span class=\"quiet\"><time datetime=\"" + e(iso) + "\">" +
           e(fill(tr(words, language), {{"date", shown}})) + "</time></span>";
}

std::string section(std::string_view id, const Text& title, std::string inside, Language language) {
    return "<section aria-labelledby=\"" + std::string(id) + "\"><h2 id=\"" + std::string(id) +
           "\">" + e(title, language) + "</h2>\n" + std::move(inside) + "</section>\n";
}

std::string nothing(const Text& words, Language language) {
    return "<p>" + e(words, language) + "</p>\n";
}

std::string progress_html(const Json& project, Language language) {
    const std::string percent = std::to_string(json_int(project, "progress"));
    const std::string state = json_string(project, "state");
    const Text& label = state == "running"   ? tx::state_running
                        : state == "waiting" ? tx::state_waiting
                        : state == "done"    ? tx::state_done
                                             : tx::state_cancelled;
    std::string html = "<p><span class=\"state\">" + e(label, language) + "</span> " +
                       format_percent(json_int(project, "progress"), language) +
                       date_html(project, tx::delivery_on, language) + "</p>\n";
    const std::string name =
        fill(tr(tx::progress_of, language), {{"name", json_string(project, "name")}});
    html += "<progress max=\"100\" value=\"" + percent + "\" aria-label=\"" + e(name) +
            "\"></progress>\n";
    if (const std::string words = json_string(project, "summary"); !words.empty())
        html += "<p class=\"lines\">" + e(words) + "</p>\n";
    return html;
}

std::string deliverables_html(const Json& deliverables, Language language) {
    if (deliverables.empty())
        return nothing(tx::no_deliverables, language);
    std::string html = "<ul class=\"plain\">\n";
    for (const Json& one : deliverables)
        html += "<li><a href=\"/portal/plain/deliverables/" + std::to_string(json_int(one, "id")) +
                "\">" + e(json_string(one, "name")) + "</a> " + plain_state(one, language) +
                "</li>\n";
    return html + "</ul>\n";
}

// Milestones and tasks: what it is, whether it is done, and until when.
std::string steps_html(
    const Json& steps, const Text& none, const Text& done, const Text& due, Language language
) {
    if (steps.empty())
        return nothing(none, language);
    std::string html = "<ul class=\"plain\">\n";
    for (const Json& one : steps) {
        html += "<li>" + e(json_string(one, "name"));
        if (json_bool(one, "is_done"))
            html += " <span class=\"state approved\">" + e(done, language) + "</span>";
        html += date_html(one, due, language) + "</li>\n";
    }
    return html + "</ul>\n";
}

} // namespace

Result<const PortalPlace*> plain_place(Context& c) {
    const auto wanted = c.request.query_int("client", 0, 0, INT64_MAX);
    const auto& places = c.contact->places;
    const PortalPlace* place = wanted && *wanted ? c.contact->place(*wanted)
                               : places.empty()  ? nullptr
                                                 : &places.front();
    if (!place)
        return not_found(c.language());
    return place;
}

std::string plain_when(Context& c, const Json& json, std::string_view key) {
    const auto at = parse_iso_instant(json_string(json, key));
    return at ? format_relative(*at, c.language(), local_clock(c.app.now())) : std::string();
}

Text portal_state_label(std::string_view state) {
    return state == "to_approve"          ? tx::to_approve
           : state == "approved"          ? tx::state_approved
           : state == "changes_requested" ? tx::state_changes
                                          : tx::state_preparing;
}

std::string plain_state(const Json& deliverable, Language language) {
    const std::string state = json_string(deliverable, "state");
    return "<span class=\"state " + e(state) + "\">" + e(portal_state_label(state), language) +
           "</span>";
}

Response plain_response(Context& c, PlainPage page, int status) {
    page.workspace = portal_workspace_name(c);
    page.contact = c.contact;
    return html_response(plain_page(page, c.language()), status);
}

Response plain_not_here(Context& c) {
    const std::string title = tr(tx::not_here, c.language());
    return plain_response(
        c,
        {.title = title,
         .content = "<p>" + e(texts::plain_not_found_detail, c.language()) +
                    "</p>\n<p><a href=\"/portal/plain\">" + e(tx::back_home, c.language()) +
                    "</a></p>\n"},
        404
    );
}

Response plain_project_page(Context& c, const Project& row) {
    const Language language = c.language();
    const Json page = portal_project_json(c, row);
    const Json& project = page["project"];
    std::string html = progress_html(project, language);
    html += section(
        "deliverables",
        tx::deliverables,
        deliverables_html(page["deliverables"], language),
        language
    );
    html += section(
        "milestones",
        tx::milestones,
        steps_html(
            page["milestones"], tx::no_milestones, tx::milestone_done, tx::plain_date, language
        ),
        language
    );
    const PortalPlace* place = c.contact->place(row.client_id.id);
    if (place && place->rights.tasks)
        html += section(
            "tasks",
            tx::tasks,
            steps_html(page["tasks"], tx::no_tasks, tx::task_done, tx::due_on, language),
            language
        );
    return plain_response(
        c, {.title = row.name, .content = std::move(html), .client_id = row.client_id.id}
    );
}

} // namespace carnet
