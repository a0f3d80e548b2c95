// See invitations.hpp.
#include "backend/features/invitations.hpp"

#include "backend/app.hpp"
#include "backend/contact_accounts.hpp"
#include "backend/db/records.hpp"
#include "backend/features/access.hpp"
#include "backend/features/client_sheet.hpp"
#include "backend/features/clients.hpp"
#include "backend/features/contacts.hpp"
#include "backend/http/pages.hpp"
#include "backend/mail/outbox.hpp"
#include "shared/core/json.hpp"
#include "shared/core/text.hpp"
#include "shared/domain/portal_rights.hpp"
#include "shared/texts/mail.hpp"
#include "shared/texts/server.hpp"

namespace carnet {
namespace {

const EntitySpec& contact_spec = EntityOf<Contact>::spec;
const EntitySpec& link_spec = EntityOf<ClientContact>::spec;

constexpr std::string_view status_words[] = {"never", "invited", "active", "revoked"};

// The contact's place at a client, asked for with the right to do something there.
struct Place {
    ClientContact link;
    Contact contact;
    Client client;
};
Result<Place> place_of(Context& c, Permission permission) {
    const auto link = find<ClientContact>(c.tx, c.request.id());
    if (!link || !sees_client(c.tx, c.actor, link->client_id))
        return not_found(c.language());
    if (auto may = require(c, link->client_id, permission); !may)
        return may.error();
    return Place{
        *link, *find<Contact>(c.tx, link->contact_id), *find<Client>(c.tx, link->client_id)};
}

// Somebody else already signs in with this address.
std::string owner_of_address(Transaction& tx, const Contact& contact) {
    Statement row = tx.prepare("SELECT c.id FROM contact c JOIN contact_password p ON p.contact_id "
                               "= c.id WHERE lower(c.email) = :email AND c.id <> :id LIMIT 1");
    row.bind("email", text::to_lower(contact.email)).bind("id", contact.id);
    if (!row.step())
        return {};
    const auto other = find<Contact>(tx, row.integer(0));
    return other ? display_name(*other) : std::string();
}

Status may_be_invited(Context& c, const Place& place) {
    namespace words = texts::mail;
    if (place.contact.email.empty())
        return invalid("email", tr(words::no_address, c.language()));
    if (!place.link.is_active)
        return invalid("is_active", tr(words::inactive_contact, c.language()));
    if (const auto other = owner_of_address(c.tx, place.contact); !other.empty())
        return invalid("email", fill(tr(words::address_taken, c.language()), {{"name", other}}));
    return Ok{};
}

Letter letter_for(Context& c, const Place& place, const std::string& link) {
    const auto state = c.app.directory().state();
    return invitation_letter(
        frame_for(c.tx, place.contact),
        {.sender = std::string(state->user_name(c.actor.user_id)),
         .client = display_name(place.client),
         .link = link,
         .known = ContactAccounts::has_password(c.tx, place.contact.id)}
    );
}

ClientContact with_access(const ClientContact& link) {
    ClientContact after = link;
    after.has_portal = true;
    settle_switches(after, link);
    return after;
}

// The mail as it would leave; only the secret of its link is not made yet.
Response preview(Context& c, const Place& place, const MailSettings& settings) {
    const std::string link = settings.base_url + contact_link_path(ContactLinkPurpose::invite, "…");
    const Letter letter = letter_for(c, place, link);
    const ClientContact after = with_access(place.link);
    Json rights = Json::array();
    for (const RightChange& change : right_changes({}, portal_rights(after)))
        rights.push_back(tr(change.label, c.language()));
    Json answer{
        {"mail",
         {{"from_name", settings.from_name},
          {"from_address", settings.from_address},
          {"to_name", display_name(place.contact)},
          {"to_address", place.contact.email},
          {"language", place.contact.language},
          {"subject", letter.subject},
          {"text", letter.text},
          {"html", letter.html}}},
        {"ready", settings.ready()}};
    answer["rights"] = std::move(rights);
    return json_response(answer);
}

Status open_access(Context& c, const Place& place) {
    std::vector<FieldChange> link_changes;
    const ClientContact after = with_access(place.link);
    link_changes.push_back(change(link_spec, "has_portal", true));
    for (const PortalSwitch& one : portal_switches())
        link_changes.push_back(change(link_spec, one.field, after.*one.stored));
    auto changed = update(c.tx, link_spec, place.link.id, link_changes, c.language());
    if (!changed)
        return changed.error();
    const FieldChange dates[] = {
        change(contact_spec, "portal_invited_at", to_iso(c.tx.now())),
        change(contact_spec, "portal_revoked_at", Value{})};
    changed = update(c.tx, contact_spec, place.contact.id, dates, c.language());
    if (!changed)
        return changed.error();
    return Ok{};
}

Response link_answer(Context& c, std::int64_t link_id) {
    Json answer = write_answer(c);
    answer["link"] = contact_link_json(c.tx, c.actor, *find<ClientContact>(c.tx, link_id));
    return json_response(answer);
}

// POST /api/client-contacts/:id/invite
Result<Response> invite(Context& c) {
    const auto place = place_of(c, Permission::portal_configure);
    if (!place)
        return place.error();
    if (auto may = may_be_invited(c, *place); !may)
        return may.error();
    const MailSettings settings = load_mail_settings(c.tx, c.app.own_url());
    if (json_bool(c.request.json, "preview"))
        return preview(c, *place, settings);
    c.tx.set_action("portal_invite", {{"name", display_name(place->contact)}});
    if (auto opened = open_access(c, *place); !opened)
        return opened.error();
    const std::string token =
        ContactAccounts::create_link(c.tx, ContactLinkPurpose::invite, place->contact);
    // The older link is dead: a mail that still waits would only mislead.
    cancel_mails(c.tx, place->contact.id, "invitation");
    const std::string link =
        settings.base_url + contact_link_path(ContactLinkPurpose::invite, token);
    queue_mail(
        c.tx,
        settings,
        {.kind = "invitation",
         .contact_id = place->contact.id,
         .client_id = place->client.id,
         .to_name = display_name(place->contact),
         .to_address = place->contact.email,
         .language = parse_language(place->contact.language),
         .letter = letter_for(c, *place, link)}
    );
    return link_answer(c, place->link.id);
}

bool has_other_place(Transaction& tx, const ClientContact& link) {
    Statement row = tx.prepare("SELECT 1 FROM client_contact WHERE contact_id = :contact AND id <> "
                               ":id AND has_portal = 1 AND is_active = 1");
    return row.bind("contact", link.contact_id.id).bind("id", link.id).step();
}

// POST /api/client-contacts/:id/revoke: ends the access to this client; without another one, links
// and waiting mails end, too. Open sessions stay, to be told why they show nothing.
Result<Response> revoke(Context& c) {
    const auto place = place_of(c, Permission::portal_configure);
    if (!place)
        return place.error();
    if (!place->link.has_portal)
        return invalid("has_portal", tr(texts::mail::no_portal_there, c.language()));
    c.tx.set_action("portal_revoke", {{"name", display_name(place->contact)}});
    const FieldChange off = change(link_spec, "has_portal", false);
    if (auto changed = update(c.tx, link_spec, place->link.id, {&off, 1}, c.language()); !changed)
        return changed.error();
    if (!has_other_place(c.tx, place->link)) {
        const FieldChange date = change(contact_spec, "portal_revoked_at", to_iso(c.tx.now()));
        auto changed = update(c.tx, contact_spec, place->contact.id, {&date, 1}, c.language());
        if (!changed)
            return changed.error();
        ContactAccounts::revoke_links(c.tx, place->contact.id);
        for (const auto kind : {"invitation", "reset", "news"})
            cancel_mails(c.tx, place->contact.id, kind);
    }
    return link_answer(c, place->link.id);
}

// POST /api/client-contacts/:id/simulate {"fields": {"roles": [...], "portal_tasks": true}}
Result<Response> simulate(Context& c) {
    const auto place = place_of(c, Permission::contacts_edit);
    if (!place)
        return place.error();
    const Json fields = json_at(c.request.json, "fields");
    ClientContact after = place->link;
    if (auto parsed = parse_new(link_spec, fields, &after, "fields", c.language()); !parsed)
        return parsed.error();
    settle_switches(c, place->link, fields, after);
    Json gains = Json::array(), losses = Json::array(), switches = Json::object();
    for (const auto& one : right_changes(portal_rights(place->link), portal_rights(after)))
        (one.gained ? gains : losses).push_back(tr(one.label, c.language()));
    for (const PortalSwitch& one : portal_switches())
        switches[std::string(one.field)] = after.*one.stored;
    Json answer{{"name", display_name(place->contact)}};
    answer["gains"] = std::move(gains);
    answer["losses"] = std::move(losses);
    answer["switches"] = std::move(switches);
    return json_response(answer);
}

// POST /api/client-contacts/:id/view-as: the address of a preview, good for half an hour.
Result<Response> view_as(Context& c) {
    const auto place = place_of(c, Permission::portal_view_as);
    if (!place)
        return place.error();
    std::string token;
    Instant ends;
    c.app.database().write(c.actor.user_id, [&](Transaction& tx) {
        tx.set_action("portal_view_as", {{"name", display_name(place->contact)}});
        tx.record_action();
        token =
            ContactAccounts::open_preview(tx, place->contact.id, place->client.id, c.actor.user_id);
        ends = {tx.now().ms + ContactAccounts::preview_seconds * 1000};
        return true;
    });
    Response response = json_response({{"url", preview_path(token)}, {"expires_at", to_iso(ends)}});
    response.compressible = false;
    return response;
}

// GET /portal/preview/:token: only for the person of the team who opened it.
Result<Response> open_preview(Context& c) {
    const std::string token(c.request.path_param("token"));
    const ContactSignedIn who = ContactAccounts::find(c.tx, token);
    if (who.state != ContactSignedIn::State::open || who.preview_by != c.actor.user_id)
        return html_response(
            message_page(
                texts::page_link_dead, tr(texts::mail::preview_expired, c.language()), c.language()
            ),
            404
        );
    Response response = redirect("/portal");
    return response.header(
        "Set-Cookie", portal_cookie(token, ContactAccounts::preview_seconds, c.request.secure)
    );
}

// GET /portal/preview: the preview ends, and the person is back at the client it was about.
Result<Response> leave_preview(Context& c) {
    const ContactSignedIn who = ContactAccounts::find(c.tx, c.request.cookie("carnet_portal"));
    if (!who.preview())
        return redirect("/portal");
    const std::string client = "/clients/" + std::to_string(who.client_id) + "?tab=contacts";
    return redirect(client).header("Set-Cookie", portal_cookie("", 0, c.request.secure));
}

constexpr Route routes[] = {
    write(
        Method::post,
        "/api/client-contacts/:id/invite",
        Permission::portal_configure,
        &invite,
        "Sends an invitation to the portal; {preview: true} only shows it"
    )
        .takes("{preview?: boolean}")
        .gives(
            "{action?: integer|null, position?: integer, link?: link, mail?: {from_name: string, "
            "from_address: string, to_name: string, to_address: string, language: string, "
            "subject: string, text: string, html: string}, ready?: boolean, rights?: [string]}"
        ),
    write(
        Method::post,
        "/api/client-contacts/:id/revoke",
        Permission::portal_configure,
        &revoke,
        "Ends a contact's portal at this client"
    )
        .takes("{}")
        .gives("written & {link}"),
    {.method = Method::post,
     .pattern = "/api/client-contacts/:id/simulate",
     .permission = Permission::contacts_edit,
     .handler = &simulate,
     .body = BodyKind::json,
     .summary = "What a contact would gain or lose: {fields}",
     .body_shape = "{fields: any}",
     .answer = "{name: string, gains: [string], losses: [string], switches: any}"},
    // Its answer is a secret: it is not among those that are kept for a repeated request.
    {.method = Method::post,
     .pattern = "/api/client-contacts/:id/view-as",
     .permission = Permission::portal_view_as,
     .handler = &view_as,
     .access = Access::manual,
     .body = BodyKind::json,
     .summary = "Opens a read-only preview of the portal as this contact",
     .body_shape = "{}",
     .answer = "{url: string, expires_at: string}"},
    get("/portal/preview", Permission::none, &leave_preview, "Leaves a preview of the portal"),
    get("/portal/preview/:token", Permission::portal_view_as, &open_preview, "The preview's address"
    ),
};

} // namespace

std::span<const Route> invitation_routes() {
    return routes;
}

Json portal_json(Transaction& tx, const Contact& contact, const ClientContact& link) {
    const auto time = [](Instant at) { return at.is_set() ? Json(to_iso(at)) : Json(); };
    Json json{
        {"status", status_words[static_cast<std::size_t>(portal_status(contact, link))]},
        {"invitation_ends_at", time(ContactAccounts::invitation_ends(tx, contact.id))},
        {"seen_at", time(ContactAccounts::last_seen(tx, contact.id))},
        {"mail", nullptr}};
    Statement row = tx.prepare("SELECT state, last_error FROM mail WHERE contact_id = :contact AND "
                               "kind = 'invitation' ORDER BY id DESC LIMIT 1");
    if (row.bind("contact", contact.id).step())
        json["mail"] = {{"state", row.text(0)}, {"error", row.text(1)}};
    return json;
}

} // namespace carnet
