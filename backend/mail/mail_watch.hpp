// No e-mail leaves unseen: a write that does not say what becomes of its e-mails is run in
// full, the letters are made from what it queued by the rules of the outbox, and everything is
// taken back: what is shown is what will leave. Nobody has to keep a second description of it.
#pragma once

#include "backend/http/response.hpp"
#include "shared/core/result.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace carnet {

class Transaction;

// The header Carnet-Mails of a write of the team. "send": what the write causes is mailed. "none":
// it is not. No header: when somebody would hear of it, 428 with the letters, and nothing changes;
// otherwise the write happens.
Status check_mail_wish(std::string_view wish, Language language);

class MailWatch {
  public:
    // Before the handler runs; the wish was checked.
    MailWatch(Transaction& tx, std::string_view wish);
    // After it: the answer that takes the place of its own, when there is one.
    std::optional<Response> after(std::string_view own_url, Language language);

  private:
    Transaction& _tx;
    std::string_view _wish;
    std::int64_t _last_event = 0; // Of those that waited before.
};

} // namespace carnet
