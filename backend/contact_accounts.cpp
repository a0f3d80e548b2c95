// See contact_accounts.hpp.
#include "backend/contact_accounts.hpp"

#include "backend/db/records.hpp"
#include "backend/secrets.hpp"
#include "shared/core/json.hpp"
#include "shared/core/text.hpp"

#include <algorithm>

namespace carnet {
namespace {

constexpr std::int64_t written_every_ms = 30LL * 60'000;

std::int64_t lifetime_ms(bool remember) {
    return (remember ? Sessions::remembered_seconds : Sessions::short_seconds) * 1000;
}

std::string_view purpose_name(ContactLinkPurpose purpose) {
    return purpose == ContactLinkPurpose::invite ? "invite" : "reset";
}

std::string normal_address(std::string_view email) {
    return text::to_lower(text::trim(email));
}

// Somewhere the contact is active and has a portal, at a client that is not in the bin.
constexpr std::string_view has_place =
    "EXISTS (SELECT 1 FROM client_contact l JOIN client k ON k.id = l.client_id"
    " WHERE l.contact_id = c.id AND l.has_portal = 1 AND l.is_active = 1"
    " AND k.deleted_at IS NULL)";

struct Account {
    std::int64_t contact_id = 0;
    std::string hash;
};

// Several contacts may bear one address by mistake; the one with a password and a portal is meant.
Account find_account(Transaction& tx, std::string_view email) {
    Statement row = tx.prepare(
        "SELECT c.id, p.hash FROM contact c JOIN contact_password p ON p.contact_id = c.id"
        " WHERE lower(c.email) = :email AND c.portal_revoked_at IS NULL AND " +
        std::string(has_place) + " ORDER BY p.changed_at DESC LIMIT 1"
    );
    if (!row.bind("email", normal_address(email)).step())
        return {};
    return {row.integer(0), row.text(1)};
}

// Names the account among those that are counted; never a user's name.
std::string account_name(std::string_view email) {
    return "portal:" + normal_address(email);
}

std::string insert_session(
    Transaction& tx,
    std::int64_t contact_id,
    bool remember,
    std::int64_t seconds,
    std::int64_t preview_by,
    std::int64_t client_id
) {
    std::string token = random_token();
    Statement old = tx.prepare("DELETE FROM contact_session WHERE expires_at <= :now");
    old.bind("now", tx.now()).run();
    Statement row = tx.prepare(
        "INSERT INTO contact_session"
        " (token_hash, contact_id, remember, created_at, expires_at, preview_by, client_id)"
        " VALUES (:hash, :contact, :remember, :now, :expires, :preview, :client)"
    );
    row.bind("hash", hash_of(token)).bind("contact", contact_id).bind("remember", remember);
    row.bind("now", tx.now()).bind("expires", Instant{tx.now().ms + seconds * 1000});
    if (preview_by)
        row.bind("preview", preview_by).bind("client", client_id);
    row.run();
    return token;
}

} // namespace

std::string portal_cookie(std::string_view token, std::int64_t max_age_seconds, bool secure) {
    std::string cookie = "carnet_portal=" + std::string(token) + "; Path=/; HttpOnly; SameSite=Lax";
    if (max_age_seconds >= 0)
        cookie += "; Max-Age=" + std::to_string(max_age_seconds);
    if (secure)
        cookie += "; Secure";
    return cookie;
}

std::string contact_link_path(ContactLinkPurpose purpose, std::string_view token) {
    const bool invite = purpose == ContactLinkPurpose::invite;
    return (invite ? "/portal/invite/" : "/portal/reset/") + std::string(token);
}

std::string preview_path(std::string_view token) {
    return "/portal/preview/" + std::string(token);
}

std::string
ContactAccounts::create_link(Transaction& tx, ContactLinkPurpose purpose, const Contact& contact) {
    constexpr std::int64_t kept_ms = std::int64_t{90} * 24 * 3'600'000;
    std::string token = random_token();
    // Dead links are kept a while, so that whoever follows one is told why.
    Statement old = tx.prepare("DELETE FROM contact_link WHERE expires_at < :old");
    old.bind("old", Instant{tx.now().ms - kept_ms}).run();
    Statement others = tx.prepare("UPDATE contact_link SET revoked_at = :now WHERE contact_id = "
                                  ":contact AND purpose = :purpose AND used_at IS NULL AND "
                                  "revoked_at IS NULL");
    others.bind("now", tx.now()).bind("contact", contact.id).bind("purpose", purpose_name(purpose));
    others.run();
    const std::int64_t seconds =
        purpose == ContactLinkPurpose::invite ? invite_seconds : reset_seconds;
    Statement row = tx.prepare("INSERT INTO contact_link (token_hash, contact_id, purpose, "
                               "address, created_at, expires_at)"
                               " VALUES (:hash, :contact, :purpose, :address, :now, :expires)");
    row.bind("hash", hash_of(token)).bind("contact", contact.id);
    row.bind("purpose", purpose_name(purpose)).bind("address", normal_address(contact.email));
    row.bind("now", tx.now()).bind("expires", Instant{tx.now().ms + seconds * 1000}).run();
    return token;
}

ContactLink ContactAccounts::find_link(Transaction& tx, std::string_view token) {
    Statement row = tx.prepare(
        "SELECT l.purpose, l.contact_id, l.address, l.expires_at, l.used_at IS NOT NULL,"
        " l.revoked_at IS NOT NULL, lower(c.email), " +
        std::string(has_place) +
        " FROM contact_link l JOIN contact c ON c.id = l.contact_id WHERE l.token_hash = :hash"
    );
    if (!row.bind("hash", hash_of(token)).step())
        return {};
    ContactLink link;
    link.purpose = row.view(0) == "invite" ? ContactLinkPurpose::invite : ContactLinkPurpose::reset;
    link.contact_id = row.integer(1);
    link.address = row.text(2);
    if (row.integer(4) != 0)
        link.state = ContactLinkState::used;
    else if (row.integer(5) != 0 || row.integer(7) == 0)
        link.state = ContactLinkState::revoked;
    else if (row.instant(3).ms <= tx.now().ms)
        link.state = ContactLinkState::expired;
    else if (row.view(6) != link.address)
        link.state = ContactLinkState::other_address;
    else
        link.state = ContactLinkState::open;
    return link;
}

void ContactAccounts::revoke_links(Transaction& tx, std::int64_t contact_id) {
    Statement row = tx.prepare("UPDATE contact_link SET revoked_at = :now WHERE contact_id = "
                               ":contact AND used_at IS NULL AND revoked_at IS NULL");
    row.bind("now", tx.now()).bind("contact", contact_id).run();
}

Instant ContactAccounts::invitation_ends(Transaction& tx, std::int64_t contact_id) {
    Statement row = tx.prepare(
        "SELECT MAX(expires_at) FROM contact_link WHERE contact_id = :contact AND purpose = "
        "'invite' AND used_at IS NULL AND revoked_at IS NULL"
    );
    row.bind("contact", contact_id).step();
    return row.instant(0);
}

bool ContactAccounts::use_link(
    Transaction& tx, std::string_view token, std::string_view hash, Language language
) {
    const ContactLink link = find_link(tx, token);
    if (link.state != ContactLinkState::open)
        return false;
    Statement row = tx.prepare("UPDATE contact_link SET used_at = :now WHERE token_hash = :hash");
    row.bind("now", tx.now()).bind("hash", hash_of(token)).run();
    // A password chosen by either kind of link ends the other kind, too.
    revoke_links(tx, link.contact_id);
    store_password(tx, link.contact_id, hash);
    close_all(tx, link.contact_id);
    const auto contact = carnet::find<Contact>(tx, link.contact_id);
    if (contact && !contact->portal_joined_at.is_set()) {
        const EntitySpec& spec = EntityOf<Contact>::spec;
        tx.set_contact(contact->id);
        tx.set_action("portal_join", {{"name", display_name(*contact)}});
        const FieldChange joined = change(spec, "portal_joined_at", to_iso(tx.now()));
        (void)update(tx, spec, contact->id, {&joined, 1}, language);
    }
    return true;
}

void ContactAccounts::store_password(
    Transaction& tx, std::int64_t contact_id, std::string_view hash
) {
    Statement row = tx.prepare(
        "INSERT INTO contact_password (contact_id, hash, changed_at) VALUES (:contact, :hash, :now)"
        " ON CONFLICT (contact_id) DO UPDATE SET hash = excluded.hash, changed_at = "
        "excluded.changed_at"
    );
    row.bind("contact", contact_id).bind("hash", hash).bind("now", tx.now()).run();
}

bool ContactAccounts::has_password(Transaction& tx, std::int64_t contact_id) {
    Statement row = tx.prepare("SELECT 1 FROM contact_password WHERE contact_id = :contact");
    return row.bind("contact", contact_id).step();
}

Result<std::int64_t> ContactAccounts::check_sign_in(
    std::string_view email,
    std::string_view password,
    std::string_view address,
    Instant now,
    Language language
) {
    Account account;
    _database.read([&](Transaction& tx) { account = find_account(tx, email); });
    const Status right =
        _sessions.check_secret(account_name(email), account.hash, password, address, now, language);
    if (!right)
        return right.error();
    return account.contact_id;
}

Status ContactAccounts::check_password_of(
    std::int64_t contact_id,
    std::string_view password,
    std::string_view address,
    Instant now,
    Language language
) {
    std::string email, hash;
    _database.read([&](Transaction& tx) {
        Statement row = tx.prepare(
            "SELECT c.email, p.hash FROM contact c JOIN contact_password p ON p.contact_id = c.id"
            " WHERE c.id = :id"
        );
        if (!row.bind("id", contact_id).step())
            return;
        email = row.text(0);
        hash = row.text(1);
    });
    return _sessions.check_secret(account_name(email), hash, password, address, now, language);
}

Status ContactAccounts::count_reset(
    Transaction& tx,
    std::string_view email,
    std::string_view address,
    Instant now,
    Language language
) {
    return _sessions.count_link(tx, account_name(email), address, now, language);
}

void ContactAccounts::forget_resets(std::string_view email) {
    _sessions.forget_links(account_name(email));
}

std::int64_t ContactAccounts::account_of(Transaction& tx, std::string_view email) {
    return find_account(tx, email).contact_id;
}

std::string ContactAccounts::open(Transaction& tx, std::int64_t contact_id, bool remember) {
    return insert_session(tx, contact_id, remember, lifetime_ms(remember) / 1000, 0, 0);
}

std::string ContactAccounts::open_preview(
    Transaction& tx, std::int64_t contact_id, std::int64_t client_id, std::int64_t user_id
) {
    return insert_session(tx, contact_id, false, preview_seconds, user_id, client_id);
}

ContactSignedIn ContactAccounts::find(Transaction& tx, std::string_view token) {
    constexpr std::size_t token_length = 43;
    if (token.size() != token_length)
        return {};
    ContactSignedIn who;
    who.session = hash_of(token);
    Statement row = tx.prepare(
        "SELECT s.contact_id, s.remember, s.expires_at, s.preview_by, s.client_id,"
        " c.portal_revoked_at IS NULL AND " +
        std::string(has_place) +
        ", COALESCE(u.is_active, 1) FROM contact_session s JOIN contact c ON c.id = s.contact_id"
        " LEFT JOIN user_account u ON u.id = s.preview_by"
        " WHERE s.token_hash = :hash AND s.expires_at > :now"
    );
    if (!row.bind("hash", who.session).bind("now", tx.now()).step())
        return {};
    who.contact_id = row.integer(0);
    who.remember = row.integer(1) != 0;
    who.preview_by = row.integer(3);
    who.client_id = row.integer(4);
    if (who.preview()) {
        // A preview shows what the contact would see, whether it was invited yet or not.
        if (row.integer(6) == 0)
            return {};
        who.state = ContactSignedIn::State::open;
        return who;
    }
    who.state =
        row.integer(5) != 0 ? ContactSignedIn::State::open : ContactSignedIn::State::removed;
    who.due = row.instant(2).ms - tx.now().ms < lifetime_ms(who.remember) - written_every_ms;
    return who;
}

void ContactAccounts::prolong(const ContactSignedIn& who) {
    if (who.preview() || who.session.empty())
        return;
    _database.write(0, [&](Transaction& tx) {
        Statement row = tx.prepare("UPDATE contact_session SET expires_at = :at WHERE token_hash = "
                                   ":hash AND preview_by IS NULL");
        row.bind("at", Instant{tx.now().ms + lifetime_ms(who.remember)});
        row.bind("hash", who.session).run();
        return true;
    });
}

void ContactAccounts::close(Transaction& tx, std::string_view session) {
    Statement row = tx.prepare("DELETE FROM contact_session WHERE token_hash = :hash");
    row.bind("hash", session).run();
}

void ContactAccounts::close_all(Transaction& tx, std::int64_t contact_id, std::string_view kept) {
    Statement row = tx.prepare("DELETE FROM contact_session WHERE contact_id = :contact AND "
                               "preview_by IS NULL AND token_hash <> :kept");
    row.bind("contact", contact_id).bind("kept", kept).run();
}

Instant ContactAccounts::last_seen(Transaction& tx, std::int64_t contact_id) {
    Statement rows = tx.prepare("SELECT remember, expires_at FROM contact_session WHERE contact_id "
                                "= :contact AND preview_by IS NULL");
    rows.bind("contact", contact_id);
    Instant last;
    while (rows.step())
        last.ms = std::max(last.ms, rows.instant(1).ms - lifetime_ms(rows.integer(0) != 0));
    return last;
}

} // namespace carnet
