// See mails_view.hpp.
#include "web/views/mails_view.hpp"

#include "shared/core/json.hpp"
#include "shared/texts/app_common.hpp"
#include "shared/texts/app_portal.hpp"

namespace carnet::views {

using namespace app;

namespace {

void field_ui(const Text& label, const std::string& value) {
    const ui::Row row({.height = 24});
    ui::text(label, {.color = ui::Color::text_3, .width = 60});
    ui::text(value, {.weight = ui::Weight::medium, .width = ui::fill});
}

std::string mailbox(const Json& mail, const char* name, const char* address) {
    const std::string at = json_string(mail, address);
    return json_string(mail, name) + (at.empty() ? "" : " <" + at + ">");
}

} // namespace

void letter_ui(const Json& mail) {
    field_ui(texts::invite_from, mailbox(mail, "from_name", "from_address"));
    field_ui(texts::invite_to, mailbox(mail, "to_name", "to_address"));
    field_ui(texts::invite_subject, json_string(mail, "subject"));
    const ui::Card card({.fill = ui::Color::subtle});
    ui::paragraph(json_string(mail, "text"));
}

void mail_ready_ui(const Json& answer) {
    if (!json_bool(answer, "ready"))
        ui::note(texts::invite_not_ready, {.tone = ui::Tone::warn, .width = ui::fill});
}

void mails_ui(MailsView& view, Context& context) {
    const auto& asked = context.api.writes().mails();
    if (!asked) {
        view.open = false;
        return;
    }
    const bool begins = !view.open;
    view.open = true;
    {
        ui::Dialog dialog("mails", view.open, {.title = texts::mails_title, .width = 560});
        if (!dialog)
            return;
        ui::paragraph(texts::mails_preview, {.color = ui::Color::text_2});
        for (const Json& mail : json_at(*asked, "mails"))
            letter_ui(mail);
        mail_ready_ui(*asked);
        dialog.footer();
        if (ui::button(texts::cancel, {.kind = ui::ButtonKind::ghost, .size = ui::Size::md}))
            dialog.close();
        ui::spring();
        if (ui::button(texts::mails_none, {.size = ui::Size::md}))
            context.send(AnswerMails{"none"});
        if (ui::button(
                texts::mails_send,
                {.kind = ui::ButtonKind::primary, .size = ui::Size::md, .icon = icon::send}
            ))
            context.send(AnswerMails{"send"});
    }
    if (!view.open && !begins)
        context.send(AnswerMails{});
}

} // namespace carnet::views
