// Plain HTML pages of the server.
#include "backend/http/pages.hpp"

#include "shared/texts/server.hpp"

namespace carnet {
namespace {

std::string frame(const Text& title, const std::string& content, Language language) {
    const std::string heading = escape_html(tr(title, language));
    std::string html = "<!doctype html>\n<html lang=\"";
    html += language_tag(language);
    html += "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
            "content=\"width=device-width, initial-scale=1\">\n";
    html += "<title>" + heading +
            " – Carnet</title>\n<link rel=\"stylesheet\" href=\"/pages.css\">\n</head>\n";
    html += "<body>\n<main>\n<p class=\"brand\">Carnet</p>\n<h1>" + heading + "</h1>\n";
    return html + content + "</main>\n</body>\n</html>\n";
}

std::string input(const FormField& field, bool focus, Language language) {
    const std::string id = escape_html(field.name);
    const std::string label =
        "<label for=\"" + id + "\">" + escape_html(tr(field.label, language)) + "</label>\n";
    std::string html =
        "<input id=\"" + id + "\" name=\"" + id + "\" type=\"" + escape_html(field.type) + "\"";
    if (field.type == "checkbox") {
        html += " value=\"1\"";
        if (!field.value.empty())
            html += " checked";
        return "<div class=\"check\">" + html + ">\n" + label + "</div>\n";
    }
    html += " autocomplete=\"" + escape_html(field.autocomplete) + "\" required";
    if (field.autocomplete == "new-password")
        html += " minlength=\"12\"";
    if (!field.value.empty())
        html += " value=\"" + escape_html(field.value) + "\"";
    if (focus)
        html += " autofocus";
    if (!field.error.empty())
        html += " aria-invalid=\"true\" aria-describedby=\"" + id + "-error\"";
    html += ">\n";
    if (!field.error.empty())
        html += "<p class=\"error\" id=\"" + id + "-error\">" + escape_html(field.error) + "</p>\n";
    return label + html;
}

std::string link_html(const std::optional<PageLink>& link, Language language) {
    if (!link)
        return {};
    return "<p><a href=\"" + escape_html(link->path) + "\">" +
           escape_html(tr(link->label, language)) + "</a></p>\n";
}

} // namespace

std::string escape_html(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        case '\'':
            out += "&#39;";
            break;
        default:
            out += c;
        }
    }
    return out;
}

std::string form_page(const FormPage& page, Language language) {
    std::string content;
    if (!page.intro.empty())
        content += "<p>" + escape_html(page.intro) + "</p>\n";
    if (!page.error.empty())
        content += "<p class=\"error\" role=\"alert\">" + escape_html(page.error) + "</p>\n";
    content += "<form method=\"post\" action=\"" + escape_html(page.action) + "\">\n";
    for (const auto& [name, value] : page.hidden)
        content += "<input type=\"hidden\" name=\"" + escape_html(name) + "\" value=\"" +
                   escape_html(value) + "\">\n";
    bool focus = true;
    for (const FormField& field : page.fields) {
        content += input(field, focus, language);
        focus = false;
    }
    content += "<button type=\"submit\">" + escape_html(tr(page.button, language)) +
               "</button>\n</form>\n" + link_html(page.link, language);
    return frame(page.title, content, language);
}

std::string message_page(
    const Text& title, std::string_view detail, Language language, std::optional<PageLink> link
) {
    return frame(
        title,
        "<p>" + escape_html(detail) + "</p>\n" + link_html(link, language) +
            link_html(PageLink{"/", texts::page_home}, language),
        language
    );
}

std::string not_found_page(Language language) {
    return message_page(
        texts::page_not_found, tr(texts::page_not_found_detail, language), language
    );
}

std::string_view pages_css() {
    return R"css(:root { color-scheme: light dark; --ink: #1b1a18; --paper: #faf9f6; --card: #ffffff; --line: #8d897f; --accent: #2743b4; --error: #b3261e; }
@media (prefers-color-scheme: dark) { :root { --ink: #f2f1ed; --paper: #161614; --card: #1f1f1c; --line: #6a665d; --accent: #a3b4ff; --error: #ff9a92; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 Inter, system-ui, sans-serif; }
main { max-width: 26rem; margin: 8vh auto; padding: 2rem; background: var(--card); border: 1px solid var(--line); border-radius: 10px; }
.brand { margin: 0; font-weight: 600; color: var(--accent); }
h1 { margin: .25rem 0 1rem; font-size: 1.4rem; }
label { display: block; margin: 1rem 0 .375rem; font-weight: 500; }
input:not([type=checkbox]) { width: 100%; min-height: 44px; padding: .5rem .75rem; font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--line); border-radius: 6px; }
input[aria-invalid] { border-color: var(--error); }
input:focus-visible, button:focus-visible, a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.check { display: flex; gap: .5rem; align-items: center; margin-top: 1rem; }
.check label { margin: 0; font-weight: 400; }
.error { margin: .25rem 0 0; color: var(--error); }
button { width: 100%; min-height: 44px; margin-top: 1.5rem; font: inherit; font-weight: 600; color: #fff; background: #2f4fcf; border: 0; border-radius: 6px; cursor: pointer; }
a { color: var(--accent); }
@media (max-width: 30rem) { main { margin: 0; border: 0; min-height: 100vh; border-radius: 0; } }
)css";
}

} // namespace carnet
