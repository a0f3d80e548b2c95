// No e-mail leaves unseen: a write can be asked what it would send. It is then run in full,
// the letters are made from what it queued by the rules of the outbox, and everything is taken
// back: what is shown is what will leave. Nobody has to keep a second description of it.
#pragma once

#include "backend/http/response.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace carnet {

class Transaction;

// The header Carnet-Mails of a write of the team. "send" or nothing: what the write causes is
// mailed. "none": it is not. "ask": when somebody would hear of it, 428 with the letters, and
// nothing changes; otherwise the write happens.
class MailWatch {
  public:
    // Before the handler runs.
    MailWatch(Transaction& tx, std::string_view wish);
    // After it: the answer that takes the place of its own, when there is one.
    std::optional<Response> after(std::string_view own_url, Language language);

  private:
    bool known() const;

    Transaction& _tx;
    std::string_view _wish;
    std::int64_t _last_event = 0; // Of those that waited before.
};

} // namespace carnet
