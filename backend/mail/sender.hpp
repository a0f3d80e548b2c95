// Hands one mail to the mail server (libcurl speaks SMTP). Blocks; called on the worker's thread.
#pragma once

#include "backend/mail/outbox.hpp"

#include <atomic>
#include <string>

namespace carnet {

// `stop` ends it early unless the mail is already on the line.
MailOutcome
send_mail(const MailSettings& settings, const MailMessage& message, const std::atomic<bool>& stop);

} // namespace carnet
