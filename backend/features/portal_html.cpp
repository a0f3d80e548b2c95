// See portal_html.hpp.
#include "backend/features/portal_html.hpp"

#include "backend/http/pages.hpp"
#include "shared/core/format.hpp"
#include "shared/core/json.hpp"
#include "shared/texts/portal.hpp"
#include "shared/texts/server_portal.hpp"

namespace carnet {

namespace {

namespace tx = texts::portal;

std::string with_client(std::string path, const PlainPage& page) {
    const bool several = page.contact && page.contact->places.size() > 1;
    if (several && page.client_id)
        path += "?client=" + std::to_string(page.client_id);
    return path;
}

std::string nav_link(
    const PlainPage& page, std::string_view name, std::string path, const Text& label, Language l
) {
    const std::string current = page.current == name ? " aria-current=\"page\"" : "";
    return "<li><a href=\"" + escape_html(with_client(std::move(path), page)) + "\"" + current +
           ">" + escape_html(tr(label, l)) + "</a></li>\n";
}

// Other companies of the contact.
std::string places_html(const PlainPage& page, Language language) {
    if (page.contact->places.size() < 2)
        return {};
    std::string html = "<form class=\"places\" method=\"get\" action=\"/portal/plain\"><label "
                       "for=\"client\">" +
                       escape_html(tr(tx::choose_client, language)) +
                       "</label> <select id=\"client\" name=\"client\">";
    for (const PortalPlace& place : page.contact->places) {
        const std::string selected = place.client_id == page.client_id ? " selected" : "";
        html += "<option value=\"" + std::to_string(place.client_id) + "\"" + selected + ">" +
                escape_html(place.name) + "</option>";
    }
    return html + "</select> <button type=\"submit\" class=\"second\">" +
           escape_html(tr(tx::open, language)) + "</button></form>\n";
}

std::string header_html(const PlainPage& page, Language language) {
    std::string html =
        "<header class=\"top\"><p class=\"brand\">" + escape_html(page.workspace) + "</p>\n";
    if (!page.contact)
        return html + "</header>\n";
    const PortalPlace* place = page.contact->place(page.client_id);
    const PortalRights rights = place ? place->rights : PortalRights{};
    html += "<nav aria-label=\"" + escape_html(tr(tx::navigation, language)) + "\"><ul>\n";
    html += nav_link(page, "home", "/portal/plain", tx::home, language);
    if (rights.documents)
        html += nav_link(page, "documents", "/portal/plain/documents", tx::documents, language);
    if (rights.projects)
        html += nav_link(page, "messages", "/portal/plain/messages", tx::messages, language);
    html += "</ul></nav>\n";
    html += places_html(page, language);
    // A preview is left by its banner.
    if (!page.contact->preview())
        html += "<form method=\"post\" action=\"/portal/sign-out\"><button type=\"submit\" "
                "class=\"second\">" +
                escape_html(tr(tx::sign_out, language)) + "</button></form>\n";
    return html + "</header>\n";
}

} // namespace

std::string plain::e(std::string_view text) {
    return escape_html(text);
}
std::string plain::e(const Text& text, Language language) {
    return escape_html(tr(text, language));
}
std::string plain::id_of(const Json& json) {
    return std::to_string(json_int(json, "id"));
}

std::string plain_page(const PlainPage& page, Language language) {
    const std::string title = escape_html(page.title);
    std::string html = "<!doctype html>\n<html lang=\"";
    html += language_tag(language);
    html += "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
            "content=\"width=device-width, initial-scale=1\">\n<title>" +
            title + " – " + escape_html(page.workspace) +
            "</title>\n<link rel=\"stylesheet\" href=\"/portal.css\">\n</head>\n<body>\n";
    html += "<a class=\"skip\" href=\"#content\">" +
            escape_html(tr(tx::skip_to_content, language)) + "</a>\n";
    html += header_html(page, language);
    if (page.contact && page.contact->preview())
        html +=
            "<p class=\"preview\" role=\"note\">" +
            escape_html(fill(tr(tx::preview_banner, language), {{"name", page.contact->name}})) +
            " <a href=\"/portal/preview\">" + escape_html(tr(tx::preview_leave, language)) +
            "</a></p>\n";
    html += "<main id=\"content\" tabindex=\"-1\"";
    html += page.narrow ? " class=\"narrow\">" : ">";
    html += "\n<h1>" + title + "</h1>\n" + page.content + "</main>\n";
    if (page.contact)
        html += "<footer><a href=\"/portal\">" +
                escape_html(tr(texts::plain_full_program, language)) + "</a></footer>\n";
    return html + "</body>\n</html>\n";
}

std::string
file_link(const Json& file, std::string_view href, std::string_view date, Language language) {
    std::string name = json_string(file, "name");
    if (name.empty())
        name = json_string(file, "file_name");
    const auto size = static_cast<std::uint64_t>(json_int(file, "size_bytes"));
    return "<a href=\"" + escape_html(href) + "\" download>" + escape_html(name) +
           "</a> <span class=\"quiet\">" + escape_html(format_size(size, language)) + ", " +
           escape_html(date) + "</span>";
}

std::string form_controls(const PortalActor& contact, const std::string& html, Language language) {
    if (!contact.preview())
        return html;
    return plain_note("info", tr(tx::preview_refused, language)) + "<fieldset disabled>\n" + html +
           "</fieldset>\n";
}

std::string plain_note(std::string_view tone, std::string_view text) {
    const std::string role = tone == "bad" ? "alert" : "status";
    return "<p class=\"note " + std::string(tone) + "\" role=\"" + role + "\">" +
           escape_html(text) + "</p>\n";
}

std::string_view portal_css() {
    return R"css(:root { color-scheme: light dark; --app: #F6F5F2; --surface: #FFFFFF; --line: #E2DFD8; --line-ctl: #918D84; --text: #1B1A18; --text-2: #54514A; --accent: #2F4FCF; --accent-h: #2743B4; --accent-t: #2743B4; --soft: #EEF2FE; --ok-t: #14653A; --ok-s: #E6F4EB; --bad-t: #A32121; --bad-s: #FCEBEA; --warn-t: #7A4A00; --warn-s: #FDF2DA; --share-t: #54309A; --share-s: #F1EBFD; --focus: #2F4FCF; }
@media (prefers-color-scheme: dark) { :root { --app: #121211; --surface: #1A1A18; --line: #30302D; --line-ctl: #76736B; --text: #F2F1ED; --text-2: #B9B6AD; --accent: #4A68E4; --accent-h: #3F5DD8; --accent-t: #A3B4FF; --soft: #1F2540; --ok-t: #86D9AA; --ok-s: #15281D; --bad-t: #F7A19D; --bad-s: #331B1A; --warn-t: #EEC475; --warn-s: #2C2311; --share-t: #C9B3F7; --share-s: #2A2144; --focus: #8FA5FF; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--app); color: var(--text); font: 16px/1.5 Inter, system-ui, sans-serif; }
a { color: var(--accent-t); overflow-wrap: anywhere; }
a:focus-visible, button:focus-visible, input:focus-visible, textarea:focus-visible, select:focus-visible, main:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
.skip { position: absolute; left: -999px; } .skip:focus { left: 8px; top: 8px; padding: 8px 12px; background: var(--surface); z-index: 1; }
.top { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 20px; padding: 8px 24px; min-height: 56px; background: var(--surface); border-bottom: 1px solid var(--line); }
.top form { margin: 0; display: flex; flex-wrap: wrap; align-items: center; gap: 8px; } .top > form:last-child { margin-left: auto; }
.brand { margin: 0; font-weight: 600; }
nav ul { display: flex; flex-wrap: wrap; gap: 4px; list-style: none; margin: 0; padding: 0; }
nav a { display: block; padding: 10px 12px; border-radius: 6px; color: var(--text-2); text-decoration: none; font-weight: 500; }
nav a:hover, nav a[aria-current] { background: var(--app); color: var(--text); } nav a[aria-current] { text-decoration: underline; text-underline-offset: 6px; }
.preview { margin: 0; padding: 10px 24px; background: var(--share-s); color: var(--share-t); font-weight: 500; } .preview a { color: inherit; margin-left: 8px; }
main { max-width: 46rem; margin: 0 auto; padding: 24px 16px 48px; outline-offset: -2px; }
main.narrow { max-width: 26rem; margin: 6vh auto; padding: 28px; background: var(--surface); border: 1px solid var(--line); border-radius: 10px; }
h1 { margin: 0 0 16px; font-size: 1.6rem; line-height: 1.25; } h2 { margin: 0 0 8px; font-size: 1.15rem; } h3 { margin: 16px 0 4px; font-size: 1rem; }
section, article { margin: 0 0 16px; padding: 16px 20px; background: var(--surface); border: 1px solid var(--line); border-radius: 8px; } section article { border-width: 1px 0 0; border-radius: 0; margin: 0; padding: 12px 0; }
.waiting { border-color: var(--warn-t); } .state { display: inline-block; padding: 2px 10px; border-radius: 12px; font-size: .85rem; font-weight: 500; background: var(--soft); color: var(--accent-t); } .state.to_approve { background: var(--warn-s); color: var(--warn-t); } .state.approved { background: var(--ok-s); color: var(--ok-t); } .state.changes_requested { background: var(--bad-s); color: var(--bad-t); }
ul.plain { list-style: none; margin: 0; padding: 0; } ul.plain li { padding: 8px 0; border-top: 1px solid var(--line); } ul.plain li:first-child { border-top: 0; }
.quiet { color: var(--text-2); font-size: .9rem; } p { margin: 0 0 8px; } .lines { white-space: pre-line; overflow-wrap: anywhere; } .hash { font-family: monospace; font-size: .85rem; overflow-wrap: anywhere; }
label, legend { display: block; margin: 12px 0 4px; font-weight: 500; padding: 0; } fieldset { border: 0; margin: 0; padding: 0; } .choice { display: flex; gap: 8px; align-items: center; min-height: 44px; } .choice label { margin: 0; font-weight: 400; }
input[type=text], input[type=email], input[type=password], textarea, select { width: 100%; min-height: 44px; padding: 8px 12px; font: inherit; color: inherit; background: var(--surface); border: 1px solid var(--line-ctl); border-radius: 6px; } .places label { margin: 0; } .places select { width: auto; } textarea { min-height: 7rem; }
[aria-invalid] { border-color: var(--bad-t) !important; } .error { margin: 4px 0 0; color: var(--bad-t); }
button { min-height: 44px; margin-top: 16px; padding: 0 18px; font: inherit; font-weight: 600; color: #fff; background: var(--accent); border: 0; border-radius: 6px; cursor: pointer; } button:hover { background: var(--accent-h); } :disabled button, :disabled textarea, :disabled input, :disabled label { opacity: .6; cursor: not-allowed; } :disabled button:hover { background: var(--accent); } .narrow button { width: 100%; } button.second { margin: 0; font-weight: 500; color: var(--text); background: var(--surface); border: 1px solid var(--line-ctl); }
.note { padding: 10px 14px; border-radius: 6px; background: var(--soft); } .note.ok { background: var(--ok-s); color: var(--ok-t); } .note.bad { background: var(--bad-s); color: var(--bad-t); }
progress { width: 100%; height: 8px; accent-color: var(--accent); } footer { padding: 0 16px 32px; text-align: center; }
@media (max-width: 30rem) { main.narrow { margin: 0; border-width: 0 0 1px; border-radius: 0; } .top { padding: 8px 16px; } }
)css";
}

} // namespace carnet
