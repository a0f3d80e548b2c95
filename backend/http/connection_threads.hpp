// The threads that serve connections: as many as there are connections, never fewer.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>

namespace carnet {

// A connection occupies a thread for as long as it lives (a live stream for hours, a browser's idle
// connection for half a minute), so one that waited for another to end would look like a dead
// server. A thread is started whenever more connections wait than threads; a pool that asks "is any
// thread idle?" lets the second of two connections that arrive at the same moment wait behind the
// first.
class ConnectionThreads {
  public:
    // No more than `most` at once: further connections wait. An idle thread ends after a while.
    explicit ConnectionThreads(std::size_t most) : _most(most) {}
    ~ConnectionThreads() { shutdown(); }
    ConnectionThreads(const ConnectionThreads&) = delete;
    ConnectionThreads& operator=(const ConnectionThreads&) = delete;

    // False when shut down, or when the system gives not even one thread.
    bool serve(std::function<void()> connection);
    // Serves what waits, and returns when every thread has ended.
    void shutdown();

  private:
    bool start_thread();
    void work();

    const std::size_t _most;
    std::mutex _mutex;
    std::condition_variable _wake, _ended;
    std::deque<std::function<void()>> _connections; // Not yet taken by a thread.
    std::size_t _threads = 0, _idle = 0;
    bool _closed = false;
};

} // namespace carnet
