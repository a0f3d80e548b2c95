// See forgotten_password.hpp.
#include "backend/features/forgotten_password.hpp"

#include "backend/app.hpp"
#include "backend/db/records.hpp"
#include "backend/features/sessions.hpp"
#include "backend/features/sign_in.hpp"
#include "backend/http/pages.hpp"
#include "backend/mail/outbox.hpp"
#include "backend/sessions.hpp"
#include "shared/core/text.hpp"
#include "shared/texts/server.hpp"

namespace carnet {
namespace {

Response team_form(Context& c, const AskedReset& asked, int status) {
    const FormPage page{
        .title = texts::reset_ask,
        .intro = tr(texts::reset_ask_intro, c.language()),
        .action = "/reset",
        .fields =
            {{.name = "email",
              .label = texts::field_email,
              .type = "email",
              .autocomplete = "username",
              .value = asked.email,
              .error = asked.wrong}},
        .button = texts::reset_button,
        .error = asked.refused,
        .link = PageLink{"/", texts::page_back}};
    return html_response(form_page(page, c.language()), status);
}

Response team_message(Context& c, const Text& title, const std::string& text) {
    return html_response(message_page(title, text, c.language()));
}

Status count_for_team(Context& c, Transaction& tx, std::string_view account) {
    return c.app.sessions().count_link(
        tx, account, c.request.remote_address, c.app.now(), c.language()
    );
}

// Whoever was only invited has no password to forget, and the invitation stays.
void queue_for_team(Transaction& tx, const MailSettings& settings, std::string_view account) {
    const auto user = find<User>(tx, Sessions::account_of(tx, account));
    if (!user)
        return;
    const auto workspace = find<Workspace>(tx, 1);
    const std::string token = Sessions::create_link(tx, LinkPurpose::forgotten, user->id);
    // The older link is dead: a mail that still waits would only mislead.
    cancel_team_mails(tx, user->email, "reset");
    const LetterFrame frame{
        .workspace = workspace ? workspace->name : "Carnet",
        .to_name = user->name,
        .language = parse_language(user->language)};
    queue_mail(
        tx,
        settings,
        {.kind = "reset",
         .to_name = user->name,
         .to_address = user->email,
         .language = frame.language,
         .letter =
             reset_letter(frame, settings.base_url + link_path(LinkPurpose::forgotten, token))}
    );
}

const ResetWorld team{
    .form = &team_form,
    .message = &team_message,
    .count = &count_for_team,
    .queue = &queue_for_team,
    .sent = texts::reset_sent_text,
    .no_mail = texts::reset_no_mail};

Result<Response> get_reset(Context& c) {
    return show_reset(c, team);
}

Result<Response> post_reset(Context& c) {
    return ask_for_reset(c, team);
}

constexpr Route routes[] = {
    get("/reset", Permission::none, &get_reset, "Form for a forgotten password"),
    form_post("/reset", Permission::none, &post_reset, "Asks for a link by mail"),
};

} // namespace

Response show_reset(Context& c, const ResetWorld& world) {
    if (!load_mail_settings(c.tx, c.app.own_url()).ready())
        return world.message(c, texts::reset_ask, tr(world.no_mail, c.language()));
    return world.form(c, {}, 200);
}

// The answer is the same for every address, and takes the same time: who has an account is nobody's
// business.
Response ask_for_reset(Context& c, const ResetWorld& world) {
    const MailSettings settings = load_mail_settings(c.tx, c.app.own_url());
    if (!settings.ready())
        return world.message(c, texts::reset_ask, tr(world.no_mail, c.language()));
    const SameTime same_time;
    const std::string email = form_value(parse_form(c.request.body), "email");
    Value address = email;
    const auto fits =
        check_value(*find_field(EntityOf<User>::spec, "email"), address, c.language());
    if (!fits)
        return world.form(c, {email, fits.error().fields[0].message}, 422);
    const std::string account = text::to_lower(text::trim(email));
    Status counted = Ok{};
    c.app.database().write(0, [&](Transaction& tx) {
        counted = world.count(c, tx, account);
        if (counted)
            world.queue(tx, settings, account);
        return static_cast<bool>(counted);
    });
    if (!counted)
        return world.form(c, {email, "", counted.error().message}, 429);
    return world.message(
        c, texts::reset_sent, fill(tr(world.sent, c.language()), {{"email", email}})
    );
}

std::span<const Route> forgotten_routes() {
    return routes;
}

} // namespace carnet
