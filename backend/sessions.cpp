// Sessions, passwords, one-time links and the limits on attempts.
#include "backend/sessions.hpp"

#include "shared/core/text.hpp"
#include "shared/texts/server.hpp"

#include <algorithm>

namespace carnet {
namespace {

std::int64_t lifetime_ms(bool remember) {
    return (remember ? Sessions::remembered_seconds : Sessions::short_seconds) * 1000;
}

constexpr std::int64_t written_every_ms = 30LL * 60'000;

std::string_view purpose_name(LinkPurpose purpose) {
    switch (purpose) {
    case LinkPurpose::start:
        return "start";
    case LinkPurpose::invite:
        return "invite";
    case LinkPurpose::reset:
        return "reset";
    case LinkPurpose::forgotten:
        return "forgotten";
    }
    return "";
}

std::int64_t link_lifetime_ms(LinkPurpose purpose) {
    constexpr std::int64_t hour = 3'600'000;
    switch (purpose) {
    case LinkPurpose::start:
        return 24 * hour;
    case LinkPurpose::invite:
        return 7LL * 24 * hour;
    case LinkPurpose::reset:
        return 24 * hour;
    case LinkPurpose::forgotten:
        return hour;
    }
    return hour;
}

struct Account {
    std::int64_t user_id = 0;
    std::string hash;
};

Account find_account(Transaction& tx, std::string_view email) {
    Statement row = tx.prepare(
        "SELECT u.id, p.hash FROM user_account u JOIN user_password p ON p.user_id = u.id"
        " WHERE u.email = :email AND u.is_active = 1"
    );
    if (!row.bind("email", text::to_lower(text::trim(email))).step())
        return {};
    return {row.integer(0), row.text(1)};
}

} // namespace

Error not_signed_in(std::string_view session, Language language) {
    Error error{ErrorCode::unauthenticated, tr(texts::unauthenticated, language), {}};
    if (!session.empty())
        error.fields.push_back({.field = "account", .message = tr(texts::account_closed, language)}
        );
    return error;
}

std::string session_cookie(std::string_view token, std::int64_t max_age_seconds, bool secure) {
    std::string cookie =
        "carnet_session=" + std::string(token) + "; Path=/; HttpOnly; SameSite=Lax";
    if (max_age_seconds >= 0)
        cookie += "; Max-Age=" + std::to_string(max_age_seconds);
    if (secure)
        cookie += "; Secure";
    return cookie;
}

void Sessions::load(Transaction& tx) {
    Statement rows = tx.prepare(
        "SELECT token_hash, user_id, remember, expires_at FROM session WHERE expires_at > :now"
    );
    rows.bind("now", tx.now());
    while (rows.step())
        _sessions[rows.text(0)] = {rows.integer(1), rows.integer(2) != 0, rows.instant(3).ms};
    Statement attempts = tx.prepare("SELECT subject, failures, last_at FROM sign_in_attempt");
    while (attempts.step())
        _attempts[attempts.text(0)] = {
            static_cast<int>(attempts.integer(1)), attempts.instant(2).ms};
}

SignedIn Sessions::find(std::string_view token, Instant now) {
    constexpr std::size_t token_length = 43;
    if (token.size() != token_length)
        return {};
    SignedIn found{0, hash_of(token)};
    std::int64_t prolonged_ms = 0;
    {
        const std::shared_lock lock(_mutex);
        const auto session = _sessions.find(found.session);
        if (session == _sessions.end() || session->second.expires_ms <= now.ms)
            return {};
        found.user_id = session->second.user_id;
        // Written from time to time, not at every request.
        const std::int64_t lifetime = lifetime_ms(session->second.remember);
        if (session->second.expires_ms - now.ms < lifetime - written_every_ms) {
            prolonged_ms = now.ms + lifetime;
            found.renewed = session->second.remember;
        }
    }
    if (prolonged_ms == 0)
        return found;
    {
        const std::unique_lock lock(_mutex);
        const auto session = _sessions.find(found.session);
        if (session == _sessions.end())
            return {};
        session->second.expires_ms = prolonged_ms;
    }
    _database.write(0, [&](Transaction& tx) {
        Statement row = tx.prepare("UPDATE session SET expires_at = :at WHERE token_hash = :hash");
        row.bind("at", Instant{prolonged_ms}).bind("hash", found.session).run();
        return true;
    });
    return found;
}

std::string Sessions::open(std::int64_t user_id, bool remember, Instant now) {
    std::string token = random_token();
    const std::string session = hash_of(token);
    const std::int64_t expires_ms = now.ms + lifetime_ms(remember);
    _database.write(0, [&](Transaction& tx) {
        Statement old = tx.prepare("DELETE FROM session WHERE expires_at <= :now");
        old.bind("now", now).run();
        Statement row =
            tx.prepare("INSERT INTO session (token_hash, user_id, remember, created_at, expires_at)"
                       " VALUES (:hash, :user, :remember, :now, :expires)");
        row.bind("hash", session).bind("user", user_id).bind("remember", remember).bind("now", now);
        row.bind("expires", Instant{expires_ms}).run();
        return true;
    });
    const std::unique_lock lock(_mutex);
    std::erase_if(_sessions, [&](const auto& other) { return other.second.expires_ms <= now.ms; });
    _sessions[session] = {user_id, remember, expires_ms};
    return token;
}

Instant Sessions::last_seen(std::int64_t user_id) {
    Instant last;
    const std::shared_lock lock(_mutex);
    for (const auto& [name, session] : _sessions)
        if (session.user_id == user_id)
            last.ms = std::max(last.ms, session.expires_ms - lifetime_ms(session.remember));
    return last;
}

void Sessions::close(const std::string& session) {
    {
        const std::unique_lock lock(_mutex);
        _sessions.erase(session);
    }
    _database.write(0, [&](Transaction& tx) {
        // What was opened with "Voir comme" ends with it.
        tx.prepare("DELETE FROM contact_session WHERE preview_by = (SELECT user_id FROM session"
                   " WHERE token_hash = :hash)")
            .bind("hash", session)
            .run();
        Statement row = tx.prepare("DELETE FROM session WHERE token_hash = :hash");
        row.bind("hash", session).run();
        return true;
    });
}

void Sessions::close_all(std::int64_t user_id, const std::string& kept) {
    {
        const std::unique_lock lock(_mutex);
        std::erase_if(_sessions, [&](const auto& other) {
            return other.second.user_id == user_id && other.first != kept;
        });
    }
    _database.write(0, [&](Transaction& tx) {
        tx.prepare("DELETE FROM contact_session WHERE preview_by = :user")
            .bind("user", user_id)
            .run();
        Statement rows =
            tx.prepare("DELETE FROM session WHERE user_id = :user AND token_hash <> :kept");
        rows.bind("user", user_id).bind("kept", kept).run();
        return true;
    });
}

Result<std::int64_t> Sessions::check_sign_in(
    std::string_view email,
    std::string_view password,
    std::string_view address,
    Instant now,
    Language language
) {
    Account account;
    _database.read([&](Transaction& tx) { account = find_account(tx, email); });
    const std::string name = text::to_lower(text::trim(email));
    const Status right = check_secret(name, account.hash, password, address, now, language);
    if (!right)
        return right.error();
    return account.user_id;
}

Result<std::int64_t> Sessions::check_password_of(
    std::int64_t user_id,
    std::string_view password,
    std::string_view address,
    Instant now,
    Language language
) {
    std::string email;
    _database.read([&](Transaction& tx) {
        Statement row = tx.prepare("SELECT email FROM user_account WHERE id = :id");
        if (row.bind("id", user_id).step())
            email = row.text(0);
    });
    return check_sign_in(email, password, address, now, language);
}

Result<std::string> Sessions::hash_password(std::string_view password, Language language) {
    auto hash = _hasher.hash(password);
    if (!hash)
        return too_many_hashes(language);
    return std::move(*hash);
}

void Sessions::store_password(Transaction& tx, std::int64_t user_id, std::string_view hash) {
    Statement row = tx.prepare(
        "INSERT INTO user_password (user_id, hash, changed_at) VALUES (:user, :hash, :now)"
        " ON CONFLICT (user_id) DO UPDATE SET hash = excluded.hash, changed_at = "
        "excluded.changed_at"
    );
    row.bind("user", user_id).bind("hash", hash).bind("now", tx.now()).run();
    tx.prepare("DELETE FROM one_time_link WHERE user_id = :user").bind("user", user_id).run();
}

std::int64_t Sessions::account_of(Transaction& tx, std::string_view email) {
    return find_account(tx, email).user_id;
}

std::string Sessions::create_link(Transaction& tx, LinkPurpose purpose, std::int64_t user_id) {
    std::string token = random_token();
    Statement old = tx.prepare(
        "DELETE FROM one_time_link WHERE expires_at <= :now OR (purpose = 'start' AND :user IS "
        "NULL) OR (user_id = :user AND (:purpose <> 'forgotten' OR purpose = 'forgotten'))"
    );
    old.bind("now", tx.now()).bind("purpose", purpose_name(purpose));
    if (user_id)
        old.bind("user", user_id);
    old.run();
    Statement row = tx.prepare(
        "INSERT INTO one_time_link (token_hash, purpose, user_id, created_at, expires_at)"
        " VALUES (:hash, :purpose, :user, :now, :expires)"
    );
    row.bind("hash", hash_of(token)).bind("purpose", purpose_name(purpose)).bind("now", tx.now());
    row.bind("expires", Instant{tx.now().ms + link_lifetime_ms(purpose)});
    if (user_id)
        row.bind("user", user_id);
    row.run();
    return token;
}

std::optional<OneTimeLink> Sessions::find_link(Transaction& tx, std::string_view token) {
    Statement row = tx.prepare(
        "SELECT purpose, user_id FROM one_time_link WHERE token_hash = :hash AND expires_at > :now"
    );
    row.bind("hash", hash_of(token)).bind("now", tx.now());
    if (!row.step())
        return std::nullopt;
    OneTimeLink link{LinkPurpose::invite, row.integer(1)};
    if (row.view(0) == "start")
        link.purpose = LinkPurpose::start;
    if (row.view(0) == "reset")
        link.purpose = LinkPurpose::reset;
    if (row.view(0) == "forgotten")
        link.purpose = LinkPurpose::forgotten;
    return link;
}

void Sessions::use_link(Transaction& tx, std::string_view token) {
    Statement row = tx.prepare("DELETE FROM one_time_link WHERE token_hash = :hash");
    row.bind("hash", hash_of(token)).run();
}

void Sessions::end_mailed_links(Transaction& tx, std::int64_t user_id) {
    Statement row =
        tx.prepare("DELETE FROM one_time_link WHERE user_id = :user AND purpose = 'forgotten'");
    row.bind("user", user_id).run();
}

} // namespace carnet
