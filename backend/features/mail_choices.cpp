// The page on which a contact refuses news by e-mail or takes them back, kind by kind; reached by
// the links of the mails themselves, without signing in.
#include "backend/db/records.hpp"
#include "backend/features/mails.hpp"
#include "backend/features/portal_accounts.hpp"
#include "backend/features/portal_html.hpp"
#include "backend/features/sign_in.hpp"
#include "backend/mail/outbox.hpp"
#include "shared/texts/mail.hpp"
#include "shared/texts/server.hpp"
#include "shared/texts/server_portal.hpp"

#include <optional>

namespace carnet {
namespace {

namespace words = texts::mail;
using plain::e;

// Whose link it is, and the kind it is about or "all".
struct ChoicePage {
    std::int64_t contact_id = 0;
    std::string token, kind;
    Language language = Language::fr;
};

std::optional<ChoicePage> page_of(Context& c) {
    ChoicePage page;
    page.token = c.request.path_param("token");
    page.kind = c.request.path_param("kind");
    page.contact_id = contact_of_off_token(c.tx, page.token);
    const auto contact = find<Contact>(c.tx, page.contact_id);
    if (!contact || (page.kind != "all" && !find_news_kind(page.kind)))
        return std::nullopt;
    page.language = parse_language(contact->language);
    return page;
}

std::string button_html(
    const ChoicePage& page,
    std::string_view kind,
    bool off,
    std::string_view look,
    const std::string& name
) {
    return "<form method=\"post\" action=\"/mail/off/" + e(page.token) + "/" + e(kind) +
           "\"><input type=\"hidden\" name=\"off\" value=\"" + (off ? "1" : "0") +
           "\"><button type=\"submit\"" + std::string(look) + ">" + e(name) + "</button></form>\n";
}

std::string kind_html(Context& c, const ChoicePage& page, const NewsKind& kind) {
    const bool off = is_off(c.tx, page.contact_id, kind.name);
    const std::string label = tr(kind.label, page.language);
    const auto say = [&](const Text& text) {
        return fill(tr(text, page.language), {{"kind", label}});
    };
    return "<p>" + e(say(off ? words::off_done : words::off_now)) + "</p>\n" +
           button_html(
               page,
               kind.name,
               !off,
               " class=\"second\"",
               say(off ? words::on_link : words::off_link)
           );
}

// All kinds as they stand, the link's own first: what was refused elsewhere shows here, too.
Response choices_html(Context& c, const ChoicePage& page, bool saved) {
    std::string html =
        saved ? plain_note("ok", tr(words::off_saved, page.language)) : std::string();
    const NewsKind* own = find_news_kind(page.kind);
    if (own)
        html += kind_html(c, page, *own);
    for (const NewsKind& kind : news_kinds())
        if (&kind != own)
            html += kind_html(c, page, kind);
    if (!is_off(c.tx, page.contact_id, "all"))
        html += button_html(page, "all", true, "", tr(words::off_all, page.language));
    return portal_narrow_page(c, words::off_title, std::move(html), page.language);
}

Response dead_link(Context& c) {
    const Language language = c.language();
    return portal_narrow_page(
        c,
        texts::page_link_dead,
        "<p>" + e(texts::plain_link_unknown, language) + "</p>\n<p><a href=\"/portal\">" +
            e(words::news_button, language) + "</a></p>\n",
        language,
        404
    );
}

// Following the link changes nothing: scanners of mail follow links, too.
Result<Response> get_choices(Context& c) {
    const auto page = page_of(c);
    return page ? choices_html(c, *page, false) : dead_link(c);
}

// A button of the page, or the mail program's own. RFC 8058 lets that one come as any kind of form
// ("List-Unsubscribe=One-Click"): without a word of ours it refuses.
Result<Response> post_choice(Context& c) {
    const auto page = page_of(c);
    if (!page)
        return dead_link(c);
    const bool off = form_value(parse_form(c.request.body), "off") != "0";
    set_off(c.tx, page->contact_id, page->kind, off);
    return choices_html(c, *page, true);
}

constexpr Route routes[] = {
    get("/mail/off/:token/:kind", Permission::none, &get_choices, "Page to refuse a kind of mail"),
    {.method = Method::post,
     .pattern = "/mail/off/:token/:kind",
     .permission = Permission::none,
     .handler = &post_choice,
     .access = Access::write,
     .body = BodyKind::any_form,
     .body_limit = 4096,
     .summary = "Refuses a kind of mail, or accepts it again"},
};

} // namespace

std::span<const Route> mail_choice_routes() {
    return routes;
}

} // namespace carnet
