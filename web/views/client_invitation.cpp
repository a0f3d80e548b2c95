// What a contact's portal asks for: the invitation with its mail shown first (X-02), the portal as
// the contact sees it, the end of access.
#include "shared/core/json.hpp"
#include "shared/texts/app_common.hpp"
#include "shared/texts/app_portal.hpp"
#include "web/views/client_view.hpp"
#include "web/views/mails_view.hpp"

namespace carnet::views {

namespace {

using namespace app;

void follow_view_as(Invitation& invitation, Context& context) {
    if (!invitation.ticket || !invitation.ticket->done)
        return;
    if (invitation.ticket->ok()) {
        const std::string url = json_string(*invitation.ticket->answer, "url");
        if (!url.empty())
            context.send(OpenUrl{context.origin + url});
    }
    invitation.ticket.reset();
}

void preview_ui(const Json& answer, const net::SheetContact& contact, Context& context) {
    ui::text(texts::invite_preview, {.color = ui::Color::text_2});
    letter_ui(json_at(answer, "mail"));
    std::string rights;
    for (const auto& right : json_at(answer, "rights"))
        if (right.is_string())
            rights += (rights.empty() ? "" : ", ") + right.get<std::string>();
    const std::string name = display_name(contact.contact);
    const Text& sentence = rights.empty() ? texts::invite_no_rights : texts::invite_rights;
    ui::note(
        fill(context.tr(sentence), {{"name", name}, {"list", rights}}),
        {.tone = rights.empty() ? ui::Tone::warn : ui::Tone::share, .width = ui::fill}
    );
    mail_ready_ui(answer);
}

void send_invitation(ClientView& view, const net::SheetContact& contact, Context& context) {
    Invitation& invitation = view.invitation;
    invitation.ticket = new_ticket();
    Write write{
        .request = {.path = contact_link_path(contact.link.id, "/invite")},
        .ticket = invitation.ticket};
    write.toast = fill(context.tr(texts::invite_sent), {{"name", display_name(contact.contact)}});
    write.client_id = view.id;
    context.send(std::move(write));
}

void invite_dialog_ui(ClientView& view, const net::SheetContact& contact, Context& context) {
    Invitation& invitation = view.invitation;
    if (invitation.ticket && invitation.ticket->done) {
        invitation = {};
        return;
    }
    ui::Dialog dialog(
        "invite",
        invitation.open,
        {.title = fill(context.tr(texts::invite_title), {{"name", display_name(contact.contact)}}),
         .width = 560}
    );
    if (!dialog)
        return;
    const auto& preview = *invitation.preview;
    const bool ready = preview.has_value() && bool(*preview);
    if (!preview)
        ui::loading();
    else if (!ready)
        ui::note(
            preview->error().first_message(),
            {.tone = ui::Tone::bad, .width = ui::fill, .alert = true}
        );
    else
        preview_ui(preview->value(), contact, context);
    dialog.footer();
    ui::spring();
    if (ui::button(texts::cancel, {.kind = ui::ButtonKind::ghost, .size = ui::Size::md}))
        dialog.close();
    const bool busy = invitation.ticket != nullptr;
    if (ui::button(
            texts::invite_send,
            {.kind = ui::ButtonKind::primary,
             .size = ui::Size::md,
             .icon = icon::send,
             .busy = busy,
             .disabled = !ready}
        ) &&
        !busy)
        send_invitation(view, contact, context);
}

void revoke_question_ui(ClientView& view, const net::SheetContact& contact, Context& context) {
    const std::string name = display_name(contact.contact);
    const auto answer = ui::confirm(
        "revoke",
        view.invitation.asking_revoke,
        {.title = fill(context.tr(texts::portal_revoke_title), {{"name", name}}),
         .text = texts::portal_revoke_text,
         .verb = texts::portal_revoke_verb,
         .icon = icon::world_off,
         .danger = true}
    );
    if (answer != ui::Answer::yes)
        return;
    Write write{.request = {.path = contact_link_path(contact.link.id, "/revoke")}};
    write.toast = fill(context.tr(texts::portal_revoked_done), {{"name", name}});
    write.client_id = view.id;
    context.send(std::move(write));
    view.portal = {};
}

} // namespace

void ask_invitation(ClientView& view, const net::SheetContact& contact, Context& context) {
    view.invitation = {.open = true, .link_id = contact.link.id};
    auto slot = std::make_shared<std::optional<Result<Json>>>();
    view.invitation.preview = slot;
    context.api.ask(
        {.method = "POST",
         .path = contact_link_path(contact.link.id, "/invite"),
         .body = R"({"preview":true})"},
        [slot](Result<Json> answer) { *slot = std::move(answer); }
    );
}

void view_as(ClientView& view, std::int64_t link_id, Context& context) {
    view.invitation.ticket = new_ticket();
    context.send(Write{
        .request = {.path = contact_link_path(link_id, "/view-as")},
        .ticket = view.invitation.ticket});
}

void client_invitation_ui(ClientView& view, const net::ClientSheet& sheet, Context& context) {
    Invitation& invitation = view.invitation;
    const auto* contact = invitation.link_id ? sheet.link(invitation.link_id) : nullptr;
    if (contact && invitation.open)
        invite_dialog_ui(view, *contact, context);
    else
        follow_view_as(invitation, context);
    if (contact && invitation.asking_revoke)
        revoke_question_ui(view, *contact, context);
}

} // namespace carnet::views
