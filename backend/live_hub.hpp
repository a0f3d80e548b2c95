// Live changes on the server: who listens, and what each listener still has to receive. Knows
// nothing of content: LiveEvent is defined by backend/features/live.hpp, and each stream's own
// thread decides what its reader may see.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <vector>

namespace carnet {

struct LiveEvent;
using LiveEventPtr = std::shared_ptr<const LiveEvent>;

class LiveHub {
  public:
    // One open stream. Removed from the hub when the last pointer goes.
    class Stream {
      public:
        // Sleeps until something is there, the hub closes or the time is over. Takes everything
        // that waits.
        std::vector<LiveEventPtr> wait(std::chrono::milliseconds timeout);
        bool closed() const; // The server stops: end the answer.
        bool
        overflowed() const; // Too many events waited and were dropped: tell the reader to reload.
        std::int64_t user_id() const { return _user_id; }

      private:
        friend class LiveHub;
        mutable std::mutex _mutex;
        std::condition_variable _wake;
        std::deque<LiveEventPtr> _queue;
        std::int64_t _user_id = 0;
        bool _closed = false;
        bool _overflowed = false;
    };

    static constexpr std::size_t queue_limit = 1000;

    std::shared_ptr<Stream> open(std::int64_t user_id);
    void publish(const LiveEventPtr& event); // Any thread; never blocks on readers.
    void close();                         // Ends all streams, refuses new ones (they come closed).
    std::vector<std::int64_t> user_ids(); // Who has a stream open, each once.

  private:
    std::mutex _mutex;
    std::vector<std::weak_ptr<Stream>> _streams;
    bool _closed = false;
};

} // namespace carnet
