// See portal_accounts.hpp.
#include "backend/features/portal_accounts.hpp"

#include "backend/app.hpp"
#include "backend/db/records.hpp"
#include "backend/features/forgotten_password.hpp"
#include "backend/features/portal_html.hpp"
#include "backend/features/sign_in.hpp"
#include "backend/http/pages.hpp"
#include "backend/mail/outbox.hpp"
#include "backend/portal_actor.hpp"
#include "backend/sessions.hpp"
#include "shared/texts/portal.hpp"
#include "shared/texts/server.hpp"
#include "shared/texts/server_portal.hpp"

#include <array>

namespace carnet {

namespace {

namespace tx = texts::portal;
using plain::e;

Response narrow_page(Context& c, const Text& title, std::string content, int status = 200) {
    return portal_narrow_page(c, title, std::move(content), c.language(), status);
}

std::string field_html(
    const char* name,
    const char* type,
    const char* autocomplete,
    const Text& label,
    const std::string& value,
    const std::string& error,
    Language language
) {
    std::string html = std::string("<label for=\"") + name + "\">" + e(label, language) +
                       "</label>\n<input id=\"" + name + "\" name=\"" + name + "\" type=\"" + type +
                       "\" autocomplete=\"" + autocomplete + "\" required";
    if (!value.empty())
        html += " value=\"" + e(value) + "\"";
    if (!error.empty())
        html += std::string(" aria-invalid=\"true\" aria-describedby=\"") + name + "-error\"";
    html += ">\n";
    if (!error.empty())
        html += std::string("<p class=\"error\" id=\"") + name + "-error\">" + e(error) + "</p>\n";
    return html;
}

std::string submit_html(const Text& label, Language language) {
    return "<button type=\"submit\">" + e(label, language) + "</button>\n</form>\n";
}

std::string back_html(Language language) {
    return "<p><a href=\"/portal/sign-in\">" + e(tx::back, language) + "</a></p>\n";
}

// --- Sign-in ---

Response sign_in_page(Context& c, const std::string& email, const std::string& error, int status) {
    const Language language = c.language();
    std::string html = error.empty() ? std::string() : plain_note("bad", error);
    html += "<form method=\"post\" action=\"/portal/sign-in\">\n" +
            field_html("email", "email", "username", tx::email, email, "", language) +
            field_html("password", "password", "current-password", tx::password, "", "", language) +
            "<div class=\"choice\"><input type=\"checkbox\" id=\"remember\" name=\"remember\" "
            "value=\"1\"><label for=\"remember\">" +
            e(texts::field_remember, language) + "</label></div>\n" +
            submit_html(texts::plain_sign_in_button, language);
    html += "<p><a href=\"/portal/reset\">" + e(texts::reset_forgotten, language) +
            "</a></p>\n<p><a href=\"/portal\">" + e(texts::plain_full_program, language) +
            "</a></p>\n";
    return narrow_page(c, texts::plain_sign_in, std::move(html), status);
}

Result<Response> get_sign_in(Context& c) {
    if (c.contact->signed_in())
        return redirect("/portal/plain");
    const bool closed = c.contact->removed || c.request.has_query_param("closed");
    return sign_in_page(c, "", closed ? tr(texts::portal_closed, c.language()) : "", 200);
}

// A session for this contact, or why not: the password is right, but no portal is open.
Response enter(Context& c, std::int64_t contact_id, const std::string& email, bool remember) {
    Response response;
    c.app.database().write(0, [&](Transaction& tx) {
        const std::string token = ContactAccounts::open(tx, contact_id, remember);
        if (!portal_actor(c.app, tx, token, c.language()).signed_in()) {
            response = sign_in_page(c, email, tr(texts::portal_closed, c.language()), 401);
            return false;
        }
        response = redirect("/portal/plain");
        response.header(
            "Set-Cookie",
            portal_cookie(token, remember ? Sessions::remembered_seconds : -1, c.request.secure)
        );
        ContactAccounts::close(tx, c.session); // Of the cookie that this one replaces.
        return true;
    });
    return response;
}

Result<Response> post_sign_in(Context& c) {
    const auto form = parse_form(c.request.body);
    const std::string email = form_value(form, "email");
    const auto contact = c.app.contact_accounts().check_sign_in(
        email, form_value(form, "password"), c.request.remote_address, c.app.now(), c.language()
    );
    if (!contact)
        return sign_in_page(
            c,
            email,
            contact.error().message,
            contact.error().code == ErrorCode::rate_limited ? 429 : 401
        );
    return enter(c, *contact, email, !form_value(form, "remember").empty());
}

Result<Response> post_sign_out(Context& c) {
    if (!c.session.empty())
        c.app.database().write(0, [&](Transaction& tx) {
            ContactAccounts::close(tx, c.session);
            return true;
        });
    Response response = redirect("/portal/sign-in");
    return response.header("Set-Cookie", portal_cookie("", 0, c.request.secure));
}

// --- Links ---

const Text& why_dead(ContactLinkState state) {
    switch (state) {
    case ContactLinkState::used:
        return texts::plain_link_used;
    case ContactLinkState::expired:
        return texts::plain_link_expired;
    case ContactLinkState::revoked:
        return texts::plain_link_revoked;
    case ContactLinkState::other_address:
        return texts::plain_link_other_address;
    default:
        return texts::plain_link_unknown;
    }
}

Response dead_link(Context& c, ContactLinkState state) {
    Response response = narrow_page(
        c,
        texts::plain_link_dead,
        "<p>" + e(why_dead(state), c.language()) + "</p>\n<p><a href=\"/portal/sign-in\">" +
            e(texts::plain_sign_in, c.language()) + "</a></p>\n<p><a href=\"/portal/reset\">" +
            e(texts::reset_forgotten, c.language()) + "</a></p>\n",
        410
    );
    if (state == ContactLinkState::unknown)
        response.status = 404;
    return response;
}

// Somebody of the team who opens a contact's link learns whose it is before using it.
std::string staff_note(Context& c, const std::string& email) {
    const auto who = c.app.sessions().find(c.request.cookie("carnet_session"), c.app.now());
    const User* user = c.app.directory().state()->find_user(who.user_id);
    if (!user)
        return {};
    return plain_note(
        "info",
        fill(tr(texts::plain_staff_here, c.language()), {{"name", user->name}, {"email", email}})
    );
}

Response password_page(
    Context& c, const ContactLink& link, const std::string& token, const std::string& error
) {
    const Language language = c.language();
    const bool invite = link.purpose == ContactLinkPurpose::invite;
    std::string html = staff_note(c, link.address);
    html += "<p>" + e(fill(tr(texts::plain_invite_intro, language), {{"email", link.address}})) +
            "</p>\n<form method=\"post\" action=\"/portal/password\">\n"
            "<noscript><input type=\"hidden\" name=\"plain\" value=\"1\"></noscript>\n";
    html += "<input type=\"hidden\" name=\"token\" value=\"" + e(token) +
            "\">\n<input type=\"hidden\" name=\"username\" autocomplete=\"username\" value=\"" +
            e(link.address) + "\">\n";
    html +=
        field_html("password", "password", "new-password", tx::new_password, "", error, language);
    html += "<p class=\"quiet\">" + e(tx::password_help, language) + "</p>\n" +
            submit_html(texts::plain_password_save, language);
    Response response = narrow_page(
        c,
        invite ? texts::plain_invite : texts::plain_reset,
        std::move(html),
        error.empty() ? 200 : 422
    );
    response.compressible = false; // A secret beside text of others.
    return response;
}

Result<Response> get_link(Context& c) {
    const std::string token(c.request.path_param("token"));
    const ContactLink link = ContactAccounts::find_link(c.tx, token);
    if (link.state != ContactLinkState::open)
        return dead_link(c, link.state);
    return password_page(c, link, token, "");
}

Result<Response> post_password(Context& c) {
    const auto form = parse_form(c.request.body);
    const std::string token = form_value(form, "token");
    const ContactLink link = ContactAccounts::find_link(c.tx, token);
    if (link.state != ContactLinkState::open)
        return dead_link(c, link.state);
    const auto contact = find<Contact>(c.tx, link.contact_id);
    const std::string name = contact ? display_name(*contact) : std::string();
    const std::string workspace = portal_workspace_name(c);
    const std::string_view email(link.address);
    const std::array<std::string_view, 3> names{name, email.substr(0, email.find('@')), workspace};
    const std::string password = form_value(form, "password");
    if (const Text* wrong = check_password(password, names))
        return password_page(c, link, token, tr(*wrong, c.language()));
    const auto hash = c.app.sessions().hash_password(password, c.language());
    if (!hash)
        return hash.error();
    bool used = false;
    c.app.database().write(0, [&](Transaction& tx) {
        return used = ContactAccounts::use_link(tx, token, *hash, c.language());
    });
    if (!used)
        return dead_link(c, ContactLinkState::used);
    c.app.contact_accounts().forget_resets(link.address);
    Response response = enter(c, link.contact_id, link.address, false);
    // Browsers that can run the program go on there; the others say that they cannot.
    if (response.status == 303 && form_value(form, "plain").empty())
        for (auto& [key, value] : response.headers)
            if (key == "Location")
                value = "/portal";
    return response;
}

// --- Forgotten password ---

Response reset_form(Context& c, const AskedReset& asked, int status) {
    const Language language = c.language();
    const std::string note =
        asked.refused.empty() ? std::string() : plain_note("bad", asked.refused);
    return narrow_page(
        c,
        texts::reset_ask,
        note + "<p>" + e(texts::reset_ask_intro, language) +
            "</p>\n<form method=\"post\" action=\"/portal/reset\">\n" +
            field_html(
                "email", "email", "username", tx::email, asked.email, asked.wrong, language
            ) +
            submit_html(texts::reset_button, language) + back_html(language),
        status
    );
}

Response reset_message(Context& c, const Text& title, const std::string& text) {
    return narrow_page(c, title, "<p>" + e(text) + "</p>\n" + back_html(c.language()));
}

Status count_reset(Context& c, Transaction& tx, std::string_view account) {
    return c.app.contact_accounts().count_reset(
        tx, account, c.request.remote_address, c.app.now(), c.language()
    );
}

void queue_reset(Transaction& tx, const MailSettings& settings, std::string_view account) {
    const auto contact = find<Contact>(tx, ContactAccounts::account_of(tx, account));
    if (!contact)
        return;
    const std::string token = ContactAccounts::create_link(tx, ContactLinkPurpose::reset, *contact);
    cancel_mails(tx, contact->id, "reset");
    queue_mail(
        tx,
        settings,
        {.kind = "reset",
         .contact_id = contact->id,
         .to_name = display_name(*contact),
         .to_address = contact->email,
         .language = parse_language(contact->language),
         .letter = reset_letter(
             frame_for(tx, *contact),
             settings.base_url + contact_link_path(ContactLinkPurpose::reset, token)
         )}
    );
}

const ResetWorld contacts{
    .form = &reset_form,
    .message = &reset_message,
    .count = &count_reset,
    .queue = &queue_reset,
    .sent = texts::plain_reset_sent_text,
    .no_mail = texts::plain_reset_no_mail};

Result<Response> get_reset(Context& c) {
    return show_reset(c, contacts);
}

Result<Response> post_reset(Context& c) {
    return ask_for_reset(c, contacts);
}

constexpr Route routes[] = {
    get("/portal/sign-in", Portal::open, &get_sign_in, "Portal, plain: sign-in"),
    form_post("/portal/sign-in", Portal::open, &post_sign_in, "Portal, plain: sign in"),
    {.method = Method::post,
     .pattern = "/portal/sign-out",
     .permission = Portal::open,
     .handler = &post_sign_out,
     .access = Access::manual,
     .summary = "Portal, plain: sign out"},
    get("/portal/invite/:token", Portal::open, &get_link, "Portal: choose the first password"),
    get("/portal/reset", Portal::open, &get_reset, "Portal: forgotten password"),
    form_post("/portal/reset", Portal::open, &post_reset, "Portal: ask for a link by mail"),
    get("/portal/reset/:token", Portal::open, &get_link, "Portal: choose a new password"),
    form_post(
        "/portal/password", Portal::open, &post_password, "Portal: a password by a one-time link"
    ),
};

} // namespace

std::string portal_workspace_name(Context& c) {
    const std::string name = c.app.directory().state()->workspace.name;
    return name.empty() ? "Carnet" : name;
}

Response portal_narrow_page(
    Context& c, const Text& title, std::string content, Language language, int status
) {
    return html_response(
        plain_page(
            {.title = tr(title, language),
             .content = std::move(content),
             .workspace = portal_workspace_name(c),
             .narrow = true},
            language
        ),
        status
    );
}

Response portal_nothing_here(Context& c) {
    return narrow_page(
        c,
        tx::not_here,
        "<p>" + e(tx::not_here_text, c.language()) + "</p>\n<p><a href=\"/portal\">" +
            e(tx::back_home, c.language()) + "</a></p>\n",
        404
    );
}

std::span<const Route> portal_account_routes() {
    return routes;
}

} // namespace carnet
