// Who is signed in: sessions in memory and in the database, passwords, one-time links, and the
// limits on attempts. The routes are in features/sessions.cpp. Tokens and passwords are stored as
// hashes only and never journalled.
#pragma once

#include "backend/db/database.hpp"
#include "backend/secrets.hpp"
#include "shared/core/result.hpp"

#include <cstdint>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <string>
#include <string_view>
#include <unordered_map>

namespace carnet {

struct SignedIn {
    std::int64_t user_id = 0; // 0: nobody.
    std::string session;      // Stored (hashed) name of the session.
    bool renewed = false;     // The session was prolonged and remembered: so must the cookie be.
};

// Value of Set-Cookie. `max_age` -1: until the browser closes; 0: forget it.
std::string session_cookie(std::string_view token, std::int64_t max_age_seconds, bool secure);

// The refusal of whoever is not signed in. Somebody with an open `session` is nobody any more
// because the account was deactivated, and is told so.
Error not_signed_in(std::string_view session, Language language);

enum class LinkPurpose {
    start,     // The first owner, from the terminal.
    invite,    // Somebody new, handed over by whoever added them.
    reset,     // A new password, handed over by whoever may edit the team.
    forgotten, // A new password, asked for by the person and sent by mail.
};

struct OneTimeLink {
    LinkPurpose purpose = LinkPurpose::invite;
    std::int64_t user_id = 0;
};

class Sessions {
  public:
    Sessions(Database& database, int hash_memory_kib)
        : _database(database), _hasher(hash_memory_kib) {}
    void load(Transaction& tx);

    // Reads the cookie's token; prolongs the session from time to time (one write).
    SignedIn find(std::string_view token, Instant now);
    // A new session; returns the token for the cookie. Not within a transaction.
    std::string open(std::int64_t user_id, bool remember, Instant now);
    void close(const std::string& session);
    // When somebody last used an open session, to the half hour; unset without one.
    Instant last_seen(std::int64_t user_id);
    // Signs somebody out everywhere, except in `kept` (may be empty).
    void close_all(std::int64_t user_id, const std::string& kept = "");

    static constexpr std::int64_t short_seconds = 12LL * 3600;
    static constexpr std::int64_t remembered_seconds = 30LL * 24 * 3600;

    // Checks e-mail and password with equal time for unknown accounts; `rate_limited` or
    // `unauthenticated` otherwise. `address`: where the request comes from. Not within a
    // transaction: it hashes.
    Result<std::int64_t> check_sign_in(
        std::string_view email,
        std::string_view password,
        std::string_view address,
        Instant now,
        Language language
    );
    // The right password of somebody known (change of password), limited like a sign-in.
    Result<std::int64_t> check_password_of(
        std::int64_t user_id,
        std::string_view password,
        std::string_view address,
        Instant now,
        Language language
    );
    // The same check for any kind of account: `account` names it among all of them, `hash` is what
    // is stored, "" for an unknown one.
    Status check_secret(
        std::string_view account,
        std::string_view hash,
        std::string_view password,
        std::string_view address,
        Instant now,
        Language language
    );
    // Before a link to choose a password leaves by mail, whether the account exists or not:
    // `rate_limited` when this account or this network address has asked too often. Kept over a
    // restart, within the caller's write.
    Status count_link(
        Transaction& tx,
        std::string_view account,
        std::string_view address,
        Instant now,
        Language language
    );
    void forget_links(std::string_view account); // Somebody used theirs. Not within a transaction.
    // `rate_limited` when too many hashes wait. Call before the transaction that stores it.
    Result<std::string> hash_password(std::string_view password, Language language);
    // Also ends the links that are open for this person.
    static void store_password(Transaction& tx, std::int64_t user_id, std::string_view hash);
    // Who signs in with this address, and may thus have forgotten a password: active, and not only
    // invited. 0: nobody, and the caller answers the same.
    static std::int64_t account_of(Transaction& tx, std::string_view email);

    // One-time links. create: replaces older ones of the same person, but what anybody may ask for
    // (`forgotten`) leaves alone what an administrator handed over; returns the token.
    static std::string create_link(Transaction& tx, LinkPurpose purpose, std::int64_t user_id);
    static std::optional<OneTimeLink> find_link(Transaction& tx, std::string_view token);
    static void use_link(Transaction& tx, std::string_view token); // It cannot be used again.
    // What was sent by mail ends with the address it was sent to.
    static void end_mailed_links(Transaction& tx, std::int64_t user_id);

    // A bucket per network address for routes that anybody may call: seconds to wait, 0 when it is
    // allowed.
    int public_wait(std::string_view address, Instant now);

  private:
    struct Session {
        std::int64_t user_id = 0;
        bool remember = false;
        std::int64_t expires_ms = 0;
    };
    struct Attempts {
        int failures = 0;
        std::int64_t last_ms = 0;
    };
    static Error too_many_hashes(Language language);
    // These, check_secret and public_wait: sessions_attempts.cpp.
    int wait_of(const std::string& subject, int free_attempts, bool link, Instant now);
    void count_failure(Transaction& tx, const std::string& subject, Instant now);
    void forget_failures(const std::string& subject);

    Database& _database;
    PasswordHasher _hasher;
    std::shared_mutex _mutex;
    std::unordered_map<std::string, Session> _sessions; // By stored name.
    std::mutex _attempts_mutex;
    std::unordered_map<std::string, Attempts> _attempts; // By hashed account or address.
    struct Bucket {
        double tokens = 0;
        std::int64_t at_ms = 0;
    };
    std::unordered_map<std::string, Bucket> _buckets; // By address; small, swept.
};

} // namespace carnet
