// See portal_actor.hpp.
#include "backend/portal_actor.hpp"

#include "backend/app.hpp"
#include "backend/db/records.hpp"
#include "backend/features/access.hpp"
#include "shared/core/text.hpp"
#include "shared/domain/client.hpp"

#include <algorithm>

namespace carnet {

namespace {

// A preview lasts no longer than the right of the person who looks.
bool may_preview(App& app, Transaction& tx, const ContactSignedIn& who) {
    const Actor looker = app.directory().state()->actor_of(who.preview_by);
    if (!looker.signed_in() || !looker.may(Permission::portal_view_as))
        return false;
    const ClientAccess access = client_access(tx, who.client_id);
    return access.exists && !access.binned &&
           can(looker, Permission::portal_view_as, access.audience()) &&
           can_see(looker, access.audience());
}

void add_places(App& app, Transaction& tx, PortalActor& actor) {
    const auto links =
        find_all<ClientContact>(tx, "WHERE contact_id = :contact", [&](Statement& s) {
            s.bind("contact", actor.contact_id);
        });
    for (const ClientContact& link : links) {
        if (actor.preview() && link.client_id.id != actor.who.client_id)
            continue;
        const auto client = find<Client>(tx, link.client_id.id);
        const PortalRights rights = portal_rights(link);
        // A preview also shows what a contact without access would see: nothing.
        const bool open = link.has_portal && link.is_active;
        if (!client || client->deleted_at.is_set() || !(open || actor.preview()))
            continue;
        actor.places.push_back({link.client_id.id, display_name(*client), link, rights});
        if (actor.preview())
            actor.places.back().looker = app.directory().state()->actor_of(actor.preview_by);
    }
    std::sort(actor.places.begin(), actor.places.end(), [](const auto& a, const auto& b) {
        return text::french_sort_key(a.name) < text::french_sort_key(b.name);
    });
}

} // namespace

const PortalPlace* PortalActor::place(std::int64_t client_id) const {
    for (const PortalPlace& place : places)
        if (place.client_id == client_id)
            return &place;
    return nullptr;
}

PortalActor portal_actor(App& app, Transaction& tx, std::string_view token, Language language) {
    PortalActor actor;
    actor.language = language;
    if (token.empty())
        return actor;
    const ContactSignedIn who = ContactAccounts::find(tx, token);
    if (who.state == ContactSignedIn::State::nobody)
        return actor;
    const auto contact = find<Contact>(tx, who.contact_id);
    if (!contact || (who.preview() && !may_preview(app, tx, who)))
        return actor;
    actor.language = parse_language(contact->language);
    if (who.state == ContactSignedIn::State::removed) {
        actor.removed = true;
        return actor;
    }
    actor.contact_id = contact->id;
    actor.name = display_name(*contact);
    actor.first_name = contact->first_name;
    actor.email = contact->email;
    actor.preview_by = who.preview_by;
    actor.session = who.session;
    actor.who = who;
    add_places(app, tx, actor);
    if (actor.places.empty() && !actor.preview()) {
        actor.removed = true;
        actor.contact_id = 0;
    }
    return actor;
}

} // namespace carnet
