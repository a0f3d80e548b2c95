// The thread that makes digests and sends what waits in the outbox, one mail at a time. `carnet
// serve` starts it; commands and tests without sockets do not.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <thread>

namespace carnet {

class App;

class MailWorker {
  public:
    explicit MailWorker(App& app);
    ~MailWorker(); // Finishes the mail that is on the line, leaves the others for the next start.
    MailWorker(const MailWorker&) = delete;
    void stop(); // Any thread; does not wait.

  private:
    void loop();
    bool work(); // False: nothing more to do for now.
    void pause(std::int64_t ms);

    App& _app;
    std::int64_t _digest_seconds, _retry_seconds;
    std::atomic<bool> _stop{false};
    std::mutex _mutex;
    std::condition_variable _wake;
    std::thread _thread;
};

} // namespace carnet
