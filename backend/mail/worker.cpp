// See worker.hpp.
#include "backend/mail/worker.hpp"

#include "backend/app.hpp"
#include "backend/http/log.hpp"
#include "backend/mail/sender.hpp"

#include <algorithm>
#include <chrono>

namespace carnet {
namespace {

// Two reads of an index; mail may wait that long, and no write is slowed by waking anybody.
constexpr std::int64_t look_every_ms = 500;
constexpr std::int64_t default_digest_seconds = 600, default_retry_seconds = 60;

} // namespace

MailWorker::MailWorker(App& app)
    : _app(app),
      _digest_seconds(mail_seconds("CARNET_MAIL_DIGEST_SECONDS", default_digest_seconds)),
      _retry_seconds(mail_seconds("CARNET_MAIL_RETRY_SECONDS", default_retry_seconds)),
      _thread([this] { loop(); }) {}

MailWorker::~MailWorker() {
    stop();
    _thread.join();
}

void MailWorker::stop() {
    {
        const std::lock_guard lock(_mutex);
        _stop = true;
    }
    _wake.notify_all();
}

void MailWorker::pause(std::int64_t ms) {
    std::unique_lock lock(_mutex);
    _wake.wait_for(lock, std::chrono::milliseconds(ms), [&] { return _stop.load(); });
}

void MailWorker::loop() {
    bool first = true;
    while (!_stop) {
        try {
            if (first)
                _app.database().write(0, [](Transaction& tx) {
                    return requeue_interrupted(tx), true;
                });
            first = false;
            while (!_stop && work()) {
            }
        } catch (const std::exception& error) {
            // The disk is full, the database busy: the next look tries again.
            log_error("mail", error.what());
            pause(5000);
        }
        pause(look_every_ms);
    }
}

bool MailWorker::work() {
    bool events = false, due = false;
    MailSettings settings;
    _app.database().read([&](Transaction& tx) {
        events = events_due(tx, _digest_seconds);
        due = mail_due(tx);
        if (events || due)
            settings = load_mail_settings(tx, _app.own_url());
    });
    // Without a server everything waits, and the settings page says so.
    if (!settings.ready())
        return false;
    if (events)
        _app.database().write(0, [&](Transaction& tx) {
            return flush_events(tx, settings, _digest_seconds), true;
        });
    if (!due)
        return events;
    std::optional<OutgoingMail> mail;
    _app.database().write(0, [&](Transaction& tx) {
        mail = take_mail(tx, settings);
        return mail.has_value();
    });
    if (!mail)
        return false;
    const MailOutcome outcome = send_mail(settings, mail->message, _stop);
    _app.database().write(0, [&](Transaction& tx) {
        return finish_mail(tx, mail->id, outcome, _retry_seconds), true;
    });
    if (outcome.kind == MailOutcome::Kind::unreachable)
        pause(std::min<std::int64_t>(_retry_seconds * 1000, 60'000));
    return true;
}

} // namespace carnet
