// Mailboxes of the open live streams.
#include "backend/live_hub.hpp"

#include <algorithm>

namespace carnet {

std::vector<LiveEventPtr> LiveHub::Stream::wait(std::chrono::milliseconds timeout) {
    std::unique_lock lock(_mutex);
    _wake.wait_for(lock, timeout, [&] { return _closed || _overflowed || !_queue.empty(); });
    std::vector<LiveEventPtr> taken(_queue.begin(), _queue.end());
    _queue.clear();
    return taken;
}

bool LiveHub::Stream::closed() const {
    const std::lock_guard lock(_mutex);
    return _closed;
}

bool LiveHub::Stream::overflowed() const {
    const std::lock_guard lock(_mutex);
    return _overflowed;
}

std::shared_ptr<LiveHub::Stream> LiveHub::open(std::int64_t user_id) {
    auto stream = std::make_shared<Stream>();
    stream->_user_id = user_id;
    const std::lock_guard lock(_mutex);
    stream->_closed = _closed;
    std::erase_if(_streams, [](const auto& other) { return other.expired(); });
    _streams.push_back(stream);
    return stream;
}

void LiveHub::publish(const LiveEventPtr& event) {
    const std::lock_guard lock(_mutex);
    std::erase_if(_streams, [](const auto& stream) { return stream.expired(); });
    for (const auto& weak : _streams) {
        const auto stream = weak.lock();
        if (!stream)
            continue;
        {
            const std::lock_guard stream_lock(stream->_mutex);
            if (stream->_queue.size() >= queue_limit) {
                stream->_queue.clear();
                stream->_overflowed = true;
            }
            if (!stream->_overflowed)
                stream->_queue.push_back(event);
        }
        stream->_wake.notify_one();
    }
}

void LiveHub::close() {
    const std::lock_guard lock(_mutex);
    _closed = true;
    for (const auto& weak : _streams) {
        const auto stream = weak.lock();
        if (!stream)
            continue;
        {
            const std::lock_guard stream_lock(stream->_mutex);
            stream->_closed = true;
        }
        stream->_wake.notify_all();
    }
}

std::vector<std::int64_t> LiveHub::user_ids() {
    std::vector<std::int64_t> ids;
    const std::lock_guard lock(_mutex);
    for (const auto& weak : _streams)
        if (const auto stream = weak.lock())
            ids.push_back(stream->_user_id);
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
}

} // namespace carnet
