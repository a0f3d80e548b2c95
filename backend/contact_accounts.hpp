// Accounts of contacts in the portal: invitation and reset links, passwords, sessions, and the
// read-only previews of the team ("Voir comme"). Only hashes are stored, nothing is journalled but
// the dates on the contact. Hashing and the limits on attempts are those of sessions.hpp.
#pragma once

#include "backend/db/database.hpp"
#include "backend/sessions.hpp"
#include "shared/domain/contact.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace carnet {

enum class ContactLinkPurpose : std::uint8_t { invite, reset };

// What a one-time link is good for now.
enum class ContactLinkState : std::uint8_t {
    open,
    unknown,
    used,
    expired,
    revoked,       // By a newer link, or because access was taken away.
    other_address, // The contact's e-mail is no longer the one it was sent to.
};

struct ContactLink {
    ContactLinkState state = ContactLinkState::unknown;
    ContactLinkPurpose purpose = ContactLinkPurpose::invite;
    std::int64_t contact_id = 0; // 0 when unknown.
    std::string address;         // The e-mail it was made for.
};

// Who a portal cookie stands for.
struct ContactSignedIn {
    enum class State : std::uint8_t {
        nobody,  // No session, or it ended: sign in again.
        open,    // A contact, or a preview.
        removed, // The session is good, but the contact has no portal any more: say so.
    };
    State state = State::nobody;
    std::int64_t contact_id = 0;
    std::int64_t preview_by = 0; // User who looks through a preview; 0: the contact itself.
    std::int64_t client_id = 0;  // The only client a preview shows.
    std::string session;         // Stored (hashed) name.
    bool remember = false;
    bool due = false; // Should be prolonged: call ContactAccounts::prolong outside the transaction.
    bool preview() const { return preview_by != 0; }
};

// Value of Set-Cookie for `carnet_portal`; as session_cookie() of the team.
std::string portal_cookie(std::string_view token, std::int64_t max_age_seconds, bool secure);

// Address paths of the links, to be put behind the server's own address.
std::string contact_link_path(ContactLinkPurpose purpose, std::string_view token);
std::string preview_path(std::string_view token); // "/portal/preview/…"

class ContactAccounts {
  public:
    ContactAccounts(Database& database, Sessions& sessions)
        : _database(database), _sessions(sessions) {}

    static constexpr std::int64_t invite_seconds = 7LL * 24 * 3600;
    static constexpr std::int64_t reset_seconds = 3600;
    static constexpr std::int64_t preview_seconds = 30LL * 60;

    // Links. create: revokes older open ones of the same contact and purpose; returns the token.
    // The contact must have an e-mail.
    static std::string
    create_link(Transaction& tx, ContactLinkPurpose purpose, const Contact& contact);
    static ContactLink find_link(Transaction& tx, std::string_view token);
    static void revoke_links(Transaction& tx, std::int64_t contact_id);
    // When the latest open invitation ends; unset without one.
    static Instant invitation_ends(Transaction& tx, std::int64_t contact_id);

    // Uses the link: stores the password, marks the contact as joined (journalled, as the contact),
    // closes its sessions. False when the link is not open any more. In a write transaction; hash
    // the password before (Sessions::hash_password).
    static bool
    use_link(Transaction& tx, std::string_view token, std::string_view hash, Language language);
    // A change of password by the contact itself; `kept` stays signed in.
    static void store_password(Transaction& tx, std::int64_t contact_id, std::string_view hash);
    static bool has_password(Transaction& tx, std::int64_t contact_id);

    // Sign-in: equal time for unknown accounts; `unauthenticated` or `rate_limited`. Not within a
    // transaction: it hashes.
    Result<std::int64_t> check_sign_in(
        std::string_view email,
        std::string_view password,
        std::string_view address,
        Instant now,
        Language language
    );
    // The right password of a contact that is signed in (change of password).
    Status check_password_of(
        std::int64_t contact_id,
        std::string_view password,
        std::string_view address,
        Instant now,
        Language language
    );
    // Counts a wish for a new password, known address or not; `rate_limited` when there were too
    // many. In the write that queues the mail: both cost the same commit.
    Status count_reset(
        Transaction& tx,
        std::string_view email,
        std::string_view address,
        Instant now,
        Language language
    );
    void forget_resets(std::string_view email); // Not within a transaction.
    // The contact a reset may be sent to: has an account and a portal somewhere. 0: nobody, and the
    // caller answers the same.
    static std::int64_t account_of(Transaction& tx, std::string_view email);

    // Sessions; open returns the token for the cookie.
    static std::string open(Transaction& tx, std::int64_t contact_id, bool remember);
    static std::string open_preview(
        Transaction& tx, std::int64_t contact_id, std::int64_t client_id, std::int64_t user_id
    );
    static ContactSignedIn find(Transaction& tx, std::string_view token);
    void prolong(const ContactSignedIn& who); // One write; not within a transaction.
    static void close(Transaction& tx, std::string_view session);
    static void close_all(Transaction& tx, std::int64_t contact_id, std::string_view kept = "");
    // When the contact last used the portal, to the half hour; unset: never, or long ago.
    static Instant last_seen(Transaction& tx, std::int64_t contact_id);

  private:
    Database& _database;
    Sessions& _sessions;
};

} // namespace carnet
