// Idempotency-Key: a write sent twice happens once. The answer is stored in the transaction of the
// write itself.
#pragma once

#include "backend/http/response.hpp"

#include <optional>

namespace carnet {

class Transaction;

// 8 to 64 visible ASCII characters.
bool valid_idempotency_key(std::string_view key);

// The answer given the first time; `invalid` when the key came with another body.
Result<std::optional<Response>>
find_answer(Transaction& tx, const Request& request, std::int64_t user_id, Language language);
void keep_answer(
    Transaction& tx, const Request& request, std::int64_t user_id, const Response& response
);

} // namespace carnet
