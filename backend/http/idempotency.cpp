// Answers kept for a day under the key that the client gave its write.
#include "backend/http/idempotency.hpp"

#include "backend/db/transaction.hpp"
#include "backend/secrets.hpp"
#include "shared/texts/server.hpp"

#include <algorithm>

namespace carnet {
namespace {

constexpr std::int64_t kept_ms = 24LL * 3'600'000;

std::string route_of(const Request& request) {
    std::string route = std::string(method_name(request.method)) + " " + request.path;
    if (!request.query.empty())
        route += "?" + request.query;
    return route;
}

} // namespace

bool valid_idempotency_key(std::string_view key) {
    return key.size() >= 8 && key.size() <= 64 &&
           std::all_of(key.begin(), key.end(), [](char c) { return c > ' ' && c < 127; });
}

Result<std::optional<Response>>
find_answer(Transaction& tx, const Request& request, std::int64_t user_id, Language language) {
    Statement row =
        tx.prepare("SELECT body_hash, status, content_type, body, position FROM idempotency"
                   " WHERE user_id = :user AND route = :route AND key = :key AND created_at >= :old"
        );
    row.bind("user", user_id)
        .bind("route", route_of(request))
        .bind("key", request.header("Idempotency-Key"))
        .bind("old", Instant{tx.now().ms - kept_ms});
    if (!row.step())
        return std::optional<Response>();
    if (row.view(0) != hash_of(request.body))
        return invalid("Idempotency-Key", tr(texts::idempotency_reused, language));
    Response response;
    response.status = static_cast<int>(row.integer(1));
    response.content_type = row.text(2);
    response.body = row.text(3);
    response.header("Carnet-Position", std::to_string(row.integer(4)));
    response.header("Idempotency-Replayed", "true");
    return std::optional<Response>(std::move(response));
}

void keep_answer(
    Transaction& tx, const Request& request, std::int64_t user_id, const Response& response
) {
    Statement old = tx.prepare("DELETE FROM idempotency WHERE created_at < :old");
    old.bind("old", Instant{tx.now().ms - kept_ms}).run();
    Statement row =
        tx.prepare("INSERT INTO idempotency (user_id, route, key, body_hash, status, content_type, "
                   "body, position, created_at)"
                   " VALUES (:user, :route, :key, :hash, :status, :type, :body, :position, :now)");
    row.bind("user", user_id)
        .bind("route", route_of(request))
        .bind("key", request.header("Idempotency-Key"));
    row.bind("hash", hash_of(request.body))
        .bind("status", response.status)
        .bind("type", response.content_type);
    row.bind("body", response.body).bind("position", tx.position()).bind("now", tx.now()).run();
}

} // namespace carnet
