// The limits on attempts: wrong passwords, links asked for by mail, requests that anybody may send.
// Counted by hashed account and by hashed network address, kept over a restart.
#include "backend/sessions.hpp"
#include "shared/texts/server.hpp"

#include <algorithm>
#include <cmath>

namespace carnet {
namespace {

// An account forgives some slips of the finger, an address those of a whole office.
constexpr int free_per_account = 5;
constexpr int free_per_address = 30;

// 2, 4, 8 … times `unit_seconds` after the free ones, no longer than `longest_seconds`.
struct Pauses {
    int unit_seconds, longest_seconds;
};
constexpr Pauses sign_in_pauses{1, 900};

// Each link asked for is a mail to somebody who may not have asked: three, then slower and slower.
constexpr int free_links_per_account = 3;
constexpr int free_links_per_address = 15;
constexpr Pauses link_pauses{60, 3600};

std::string address_subject(std::string_view address) {
    return hash_of("address:" + std::string(address));
}

std::string link_subject(std::string_view account_name) {
    return hash_of("link:" + std::string(account_name));
}

int pause_after(int failures_too_many, const Pauses& pauses) {
    const int doublings = std::min(failures_too_many, 10);
    return std::min((1 << doublings) * pauses.unit_seconds, pauses.longest_seconds);
}

Error too_many(int seconds, Language language) {
    return {
        ErrorCode::rate_limited,
        fill(tr(texts::too_many_attempts, language), {{"seconds", std::to_string(seconds)}}),
        {}};
}

} // namespace

// Seconds to wait before the next attempt, or before the next link.
int Sessions::wait_of(const std::string& subject, int free_attempts, bool link, Instant now) {
    const std::lock_guard lock(_attempts_mutex);
    const auto found = _attempts.find(subject);
    if (found == _attempts.end() || found->second.failures < free_attempts)
        return 0;
    const int pause = pause_after(
        found->second.failures - free_attempts + 1, link ? link_pauses : sign_in_pauses
    );
    const std::int64_t left_ms = found->second.last_ms + std::int64_t{pause} * 1000 - now.ms;
    return left_ms > 0 ? static_cast<int>((left_ms + 999) / 1000) : 0;
}

void Sessions::count_failure(Transaction& tx, const std::string& subject, Instant now) {
    constexpr std::int64_t forgotten_after_ms = 24LL * 3'600'000;
    constexpr std::size_t most_subjects = 100'000;
    int failures = 0;
    {
        const std::lock_guard lock(_attempts_mutex);
        if (_attempts.size() >= most_subjects)
            std::erase_if(_attempts, [&](const auto& other) {
                return other.second.last_ms < now.ms - 3'600'000;
            });
        Attempts& attempts = _attempts[subject];
        if (attempts.last_ms < now.ms - forgotten_after_ms)
            attempts.failures = 0;
        failures = ++attempts.failures;
        attempts.last_ms = now.ms;
    }
    Statement old = tx.prepare("DELETE FROM sign_in_attempt WHERE last_at < :old");
    old.bind("old", Instant{now.ms - forgotten_after_ms}).run();
    Statement row = tx.prepare("INSERT INTO sign_in_attempt (subject, failures, last_at) "
                               "VALUES (:subject, :failures, :now)"
                               " ON CONFLICT (subject) DO UPDATE SET failures = "
                               "excluded.failures, last_at = excluded.last_at");
    row.bind("subject", subject).bind("failures", failures).bind("now", now).run();
}

void Sessions::forget_failures(const std::string& subject) {
    {
        const std::lock_guard lock(_attempts_mutex);
        if (_attempts.erase(subject) == 0)
            return;
    }
    _database.write(0, [&](Transaction& tx) {
        Statement row = tx.prepare("DELETE FROM sign_in_attempt WHERE subject = :subject");
        row.bind("subject", subject).run();
        return true;
    });
}

Status Sessions::check_secret(
    std::string_view account_name,
    std::string_view hash,
    std::string_view password,
    std::string_view address,
    Instant now,
    Language language
) {
    const std::string account = hash_of("account:" + std::string(account_name));
    const std::string from = address_subject(address);
    // Asked and counted in one step on the writer's thread, and before the slow part: many attempts
    // at once do not slip through.
    int wait = 0;
    _database.write(0, [&](Transaction& tx) {
        wait = std::max(
            wait_of(account, free_per_account, false, now),
            wait_of(from, free_per_address, false, now)
        );
        if (wait > 0)
            return false;
        count_failure(tx, account, now);
        count_failure(tx, from, now);
        return true;
    });
    if (wait > 0)
        return too_many(wait, language);
    const auto right = _hasher.verify(password, hash);
    if (!right)
        return too_many(2, language);
    if (!*right)
        return Error{ErrorCode::unauthenticated, tr(texts::wrong_password, language), {}};
    forget_failures(account);
    forget_failures(from);
    return Ok{};
}

Status Sessions::count_link(
    Transaction& tx,
    std::string_view account_name,
    std::string_view address,
    Instant now,
    Language language
) {
    const std::string account = link_subject(account_name);
    const std::string from = hash_of("link-address:" + std::string(address));
    const int wait = std::max(
        wait_of(account, free_links_per_account, true, now),
        wait_of(from, free_links_per_address, true, now)
    );
    if (wait > 0)
        return too_many(wait, language);
    count_failure(tx, account, now);
    count_failure(tx, from, now);
    return Ok{};
}

void Sessions::forget_links(std::string_view account_name) {
    forget_failures(link_subject(account_name));
}

Error Sessions::too_many_hashes(Language language) {
    return too_many(2, language);
}

int Sessions::public_wait(std::string_view address, Instant now) {
    constexpr double most_tokens = 40;
    constexpr double tokens_per_second = 2;
    constexpr std::size_t most_buckets = 10'000;
    const std::lock_guard lock(_attempts_mutex);
    if (_buckets.size() > most_buckets)
        std::erase_if(_buckets, [&](const auto& other) {
            return other.second.at_ms < now.ms - 60'000;
        });
    Bucket& bucket =
        _buckets.try_emplace(std::string(address), Bucket{most_tokens, now.ms}).first->second;
    const double passed =
        static_cast<double>(std::max<std::int64_t>(0, now.ms - bucket.at_ms)) / 1000;
    bucket.tokens = std::min(most_tokens, bucket.tokens + passed * tokens_per_second);
    bucket.at_ms = now.ms;
    if (bucket.tokens < 1)
        return std::max(1, static_cast<int>(std::ceil((1 - bucket.tokens) / tokens_per_second)));
    bucket.tokens -= 1;
    return 0;
}

} // namespace carnet
