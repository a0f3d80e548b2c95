// The outbox: mails wait in the database, written in the same transaction as what they tell about,
// and leave by the worker (worker.hpp). Events of a contact wait ten minutes and leave as one mail.
//
// A mail goes queued → sending → sent, or back to queued with a later date, or failed. `sending` is
// on the disk before the first byte leaves and `sent` after the mail server's last "250". The
// server can only die between these two commits: the mail is then sent again under the same
// Message-ID. A crash after that "250" and before our commit is thus the one moment that can make
// two of one mail; losing one is not possible.
#pragma once

#include "backend/mail/letters.hpp"
#include "backend/mail/message.hpp"
#include "backend/mail/settings.hpp"
#include "shared/domain/contact.hpp"
#include "shared/domain/portal_rights.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace carnet {

class App;

// For other features: something happened that contacts of a client may hear of. Finds those who
// have the right now, an account and have not refused the kind; asks again when the mail is made.
struct MailEvent {
    std::string_view kind; // "to_approve", "message", "document" (news_kinds()).
    std::int64_t client_id = 0;
    std::string subject;     // The deliverable's, the document's or the author's name.
    std::string path;        // Place in the portal, "/portal/documents?folder=4".
    std::string_view entity; // Row it is about: gone, internal or in the bin: not told.
    std::int64_t entity_id = 0;
    const Ids* only = nullptr; // Contacts that may see it, when the switch does not say all.
    std::int64_t except_contact_id = 0; // Who did it.
};
void queue_event(Transaction& tx, const MailEvent& event);

// One mail to one person.
struct NewMail {
    std::string_view kind; // "invitation", "reset", "news", "test".
    std::int64_t contact_id = 0;
    std::int64_t client_id = 0;
    std::string to_name;
    std::string to_address;
    Language language = Language::fr;
    Letter letter;
    std::string unsubscribe;
};
std::int64_t queue_mail(Transaction& tx, const MailSettings& settings, const NewMail& mail);
// Mails of a kind that wait for a contact and are no longer wanted (a newer invitation).
void cancel_mails(Transaction& tx, std::int64_t contact_id, std::string_view kind);
// … or for somebody of the team.
void cancel_team_mails(Transaction& tx, std::string_view address, std::string_view kind);
// Workspace, name and language for a contact's letters.
LetterFrame frame_for(Transaction& tx, const Contact& contact);
// "/mail/off/<token>/<kind>" of a contact; makes the token at first use.
std::string off_path(Transaction& tx, std::int64_t contact_id, std::string_view kind);
std::int64_t contact_of_off_token(Transaction& tx, std::string_view token); // 0: unknown.
// What a contact has refused: a kind of news, or "all" of them. Each kind has its own answer: who
// refused everything and takes one kind back gets that one and no other. "All" is off when each is.
bool is_off(Transaction& tx, std::int64_t contact_id, std::string_view kind);
void set_off(Transaction& tx, std::int64_t contact_id, std::string_view kind, bool off);

// One mail of everything that waits for a contact (since the event `after`), by rights and choices
// as they are now.
void make_news(
    Transaction& tx, const MailSettings& settings, std::int64_t contact_id, std::int64_t after = 0
);
// A mail's body without what only its reader may follow: tokens of links.
std::string without_secrets(std::string body);

// For the worker. Digest: mails of the contacts whose first event is older than that.
bool events_due(Transaction& tx, std::int64_t digest_seconds);
void flush_events(Transaction& tx, const MailSettings& settings, std::int64_t digest_seconds);

struct OutgoingMail {
    std::int64_t id = 0;
    MailMessage message;
};
bool mail_due(Transaction& tx);
// The next mail, marked as `sending`; nothing when none is due.
std::optional<OutgoingMail> take_mail(Transaction& tx, const MailSettings& settings);
// What became of it.
struct MailOutcome {
    enum class Kind : std::uint8_t {
        sent,
        refused,     // For good: this address, this mail.
        later,       // The server said so, or the line broke.
        unreachable, // No server there: the others need not try either.
    };
    Kind kind = Kind::sent;
    std::string error; // For a person to read.
};
void finish_mail(
    Transaction& tx, std::int64_t id, const MailOutcome& outcome, std::int64_t retry_seconds
);
// After a crash: what was on its way waits again.
void requeue_interrupted(Transaction& tx);
// By a person: failed mails and waiting ones are tried at once. False when there is nothing to try.
bool retry_mail(Transaction& tx, std::int64_t id);

} // namespace carnet
