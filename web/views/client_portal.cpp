// A contact's portal in the aside (design 02b): status, switches with what a change gives or takes
// before it is saved. The invitation and the end of access are in client_invitation.cpp.
#include "shared/core/json.hpp"
#include "shared/domain/portal_rights.hpp"
#include "shared/texts/app_common.hpp"
#include "shared/texts/app_contacts.hpp"
#include "shared/texts/app_portal.hpp"
#include "web/views/client_view.hpp"

namespace carnet::views {

namespace {

using namespace app;

const EntitySpec& link_spec = EntityOf<ClientContact>::spec;

std::string role_names(const ClientContact& link, const Context& context) {
    std::string names;
    for (const auto& choice : contact_role_choices)
        for (const auto& role : link.roles)
            if (role == choice.value)
                names += (names.empty() ? "" : ", ") + std::string(context.tr(choice.label));
    return names.empty() ? "–" : names;
}

bool as_preset(const ClientContact& link) {
    ClientContact preset = link;
    fill_switches(preset);
    for (const PortalSwitch& one : portal_switches())
        if (preset.*one.stored != link.*one.stored)
            return false;
    return true;
}

bool same_access(const ClientContact& a, const ClientContact& b) {
    for (const PortalSwitch& one : portal_switches())
        if (a.*one.stored != b.*one.stored)
            return false;
    return a.has_portal == b.has_portal && a.is_active == b.is_active;
}

std::string names_of(const std::vector<RightChange>& changes, bool gained, const Context& context) {
    std::string names;
    for (const RightChange& one : changes)
        if (one.gained == gained)
            names += (names.empty() ? "" : ", ") + std::string(context.tr(one.label));
    return names;
}

void begin(PortalEdit& edit, const net::SheetContact& contact) {
    if (edit.link_id != contact.link.id) {
        edit = {};
        edit.link_id = contact.link.id;
        edit.draft = edit.base = contact.link;
        return;
    }
    if (edit.ticket && edit.ticket->done) {
        if (edit.ticket->ok()) {
            edit.base = edit.draft;
            edit.saved_version = contact.version;
        }
        edit.ticket.reset();
    }
    // The sheet is read again after a save; until then what was saved shows.
    if (edit.saved_version == contact.version)
        return;
    // While nothing is touched here, what others change shows.
    if (same_access(edit.draft, edit.base))
        edit.draft = edit.base = contact.link;
}

void save(ClientView& view, const net::SheetContact& contact, Context& context) {
    PortalEdit& edit = view.portal;
    edit.ticket = new_ticket();
    Write write{
        .request = {.method = "PATCH", .path = contact_link_path(contact.link.id)},
        .ticket = edit.ticket};
    write.request.body = {
        {"fields", changed_fields(link_spec, &edit.base, &edit.draft, contact.version)}};
    write.toast = context.tr(texts::contact_saved);
    write.client_id = view.id;
    context.send(std::move(write));
}

void switch_ui(const char* field, bool& on, bool may, ui::Label detail = {}) {
    const ui::Id id(field);
    ui::toggle(
        find_field(link_spec, field)->label,
        on,
        {.portal = true, .disabled = !may, .detail = detail, .label_left = true, .width = ui::fill}
    );
}

void switches_ui(PortalEdit& edit, const net::SheetContact& contact, bool may, Context& context) {
    ClientContact& draft = edit.draft;
    const bool had_portal = draft.has_portal;
    switch_ui("has_portal", draft.has_portal, may);
    if (draft.has_portal && !had_portal)
        settle_switches(draft, contact.link);
    if (!draft.has_portal)
        return;
    {
        const ui::Row row({.height = 32});
        const bool preset = as_preset(draft);
        ui::text(
            fill(
                context.tr(preset ? texts::portal_by_role : texts::portal_by_hand),
                {{"name", role_names(draft, context)}}
            ),
            {.color = ui::Color::text_2, .type = ui::Type::small}
        );
        ui::spring();
        if (!preset && may && ui::icon_button(icon::restore, texts::portal_reset))
            fill_switches(draft);
    }
    for (const PortalSwitch& one : portal_switches()) {
        const Field* field = find_field(link_spec, one.field);
        const bool answers =
            one.right == &PortalRights::comment && draft.portal_approve && !draft.portal_comment;
        switch_ui(
            field->name.data(),
            draft.*one.stored,
            may,
            answers ? context.tr(texts::portal_answer_comment) : context.tr(field->help)
        );
    }
}

void status_ui(const net::SheetContact& contact, Context& context) {
    const ui::Row row({.height = 28});
    portal_badge_ui(contact, context);
}

void access_buttons_ui(
    ClientView& view, const net::SheetContact& contact, const PortalEdit& edit, Context& context
) {
    const bool invited = contact.portal.status == "invited" || contact.portal.status == "active";
    const bool changed = !same_access(edit.draft, edit.base);
    ui::space(8);
    const ui::Row row({.gap = 8, .wrap = true});
    if (ui::button(
            invited ? texts::portal_invite_again : texts::portal_invite,
            {.icon = icon::send, .disabled = changed || !contact.link.is_active, .id = "invite"}
        ))
        ask_invitation(view, contact, context);
    if (contact.link.has_portal && invited &&
        ui::button(texts::portal_revoke, {.kind = ui::ButtonKind::danger_outline})) {
        view.invitation = {.asking_revoke = true, .link_id = contact.link.id};
    }
}

void view_as_ui(ClientView& view, const net::SheetContact& contact, Context& context) {
    const std::string& first = contact.contact.first_name;
    const std::string name = first.empty() ? display_name(contact.contact) : first;
    const bool busy = view.invitation.ticket && !view.invitation.ticket->done;
    if (!ui::button(
            fill(context.tr(texts::portal_view_as), {{"name", name}}),
            {.kind = ui::ButtonKind::portal,
             .icon = icon::eye,
             .busy = busy,
             .width = ui::fill,
             .id = "view-as"}
        ))
        return;
    view_as(view, contact.link.id, context);
}

} // namespace

PortalMark portal_mark(const net::SheetContact& contact, const Context& context) {
    const net::PortalState& portal = contact.portal;
    if (portal.status == "active")
        return {
            portal.seen.is_set() ? fill(
                                       context.tr(texts::portal_active_seen),
                                       {{"date", on_when(portal.seen, context)}}
                                   )
                                 : std::string(context.tr(texts::portal_active)),
            {.tone = ui::Tone::share, .icon = icon::world_check}};
    if (portal.status == "invited") {
        const bool failed = portal.mail_state == "failed";
        const bool over = failed || !portal.invitation_ends.is_set() ||
                          portal.invitation_ends.ms < context.now_ms;
        return {
            fill(
                context.tr(over && !failed ? texts::portal_invitation_over : texts::portal_invited),
                {{"date", short_date(local_date(contact.contact.portal_invited_at), context)}}
            ),
            {.tone = over ? ui::Tone::warn : ui::Tone::mute,
             .icon = over ? icon::alert_triangle : icon::mail_forward,
             .outlined = true}};
    }
    const bool revoked = portal.status == "revoked";
    return {
        context.tr(revoked ? texts::portal_revoked : texts::portal_never),
        {.tone = revoked ? ui::Tone::bad : ui::Tone::mute,
         .icon = icon::world_off,
         .outlined = true}};
}

void portal_badge_ui(const net::SheetContact& contact, Context& context) {
    const PortalMark mark = portal_mark(contact, context);
    ui::badge(mark.label, mark.look);
}

void portal_changes_ui(
    const std::string& name,
    const ClientContact& before,
    const ClientContact& after,
    Context& context
) {
    const auto changes = right_changes(portal_rights(before), portal_rights(after));
    const std::string gains = names_of(changes, true, context),
                      losses = names_of(changes, false, context);
    if (!gains.empty())
        ui::note(
            fill(context.tr(texts::portal_gains), {{"name", name}, {"list", gains}}),
            {.tone = ui::Tone::share, .icon = icon::plus, .width = ui::fill, .id = "gains"}
        );
    if (!losses.empty())
        ui::note(
            fill(context.tr(texts::portal_losses), {{"name", name}, {"list", losses}}),
            {.tone = ui::Tone::warn, .icon = icon::minus, .width = ui::fill, .id = "losses"}
        );
    if (changes.empty())
        ui::note(
            fill(context.tr(texts::portal_no_effect), {{"name", name}}),
            {.tone = ui::Tone::mute, .width = ui::fill, .id = "no-effect"}
        );
}

void client_portal_ui(
    ClientView& view,
    const net::ClientSheet& sheet,
    const net::SheetContact& contact,
    Context& context
) {
    PortalEdit& edit = view.portal;
    begin(edit, contact);
    const bool may = may_on(context, Permission::portal_configure, sheet);
    ui::toggle(
        find_field(link_spec, "is_active")->label,
        edit.draft.is_active,
        {.disabled = !may_on(context, Permission::contacts_edit, sheet),
         .label_left = true,
         .width = ui::fill}
    );
    ui::separator(8);
    status_ui(contact, context);
    switches_ui(edit, contact, may, context);
    const net::PortalState& portal = contact.portal;
    if (portal.status == "invited" && portal.mail_state == "failed")
        ui::note(
            fill(context.tr(texts::portal_mail_failed), {{"error", portal.mail_error}}),
            {.tone = ui::Tone::bad, .width = ui::fill, .id = "mail-failed"}
        );
    else if (portal.status == "invited" && portal.mail_state == "queued")
        ui::text(texts::portal_mail_waits, {.color = ui::Color::text_3, .type = ui::Type::small});
    if (!same_access(edit.draft, edit.base)) {
        context.unsaved = true;
        portal_changes_ui(display_name(contact.contact), contact.link, edit.draft, context);
        const bool busy = edit.ticket && !edit.ticket->done;
        const ui::Row row;
        ui::spring();
        if (ui::button(texts::cancel, {.kind = ui::ButtonKind::ghost}))
            edit = {};
        else if (ui::button(texts::save, {.kind = ui::ButtonKind::primary, .busy = busy, .id = "save-portal"}) && !busy)
            save(view, contact, context);
    }
    if (may)
        access_buttons_ui(view, contact, edit, context);
    if (may_on(context, Permission::portal_view_as, sheet))
        view_as_ui(view, contact, context);
}

} // namespace carnet::views
