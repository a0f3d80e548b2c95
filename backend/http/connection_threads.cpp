// See connection_threads.hpp.
#include "backend/http/connection_threads.hpp"

#include <chrono>
#include <system_error>
#include <thread>

namespace carnet {

constexpr auto longest_idle = std::chrono::seconds(10);

bool ConnectionThreads::serve(std::function<void()> connection) {
    const std::lock_guard lock(_mutex);
    if (_closed)
        return false;
    _connections.push_back(std::move(connection));
    if (_connections.size() > _idle && _threads < _most && !start_thread() && _threads == 0) {
        _connections.pop_back();
        return false;
    }
    _wake.notify_one();
    return true;
}

bool ConnectionThreads::start_thread() {
    try {
        std::thread([this] { work(); }).detach();
    } catch (const std::system_error&) {
        return false; // The machine's limit: those that run will come to it.
    }
    ++_threads;
    return true;
}

void ConnectionThreads::work() {
    std::unique_lock lock(_mutex);
    for (;;) {
        ++_idle;
        _wake.wait_for(lock, longest_idle, [this] { return _closed || !_connections.empty(); });
        --_idle;
        if (_connections.empty())
            break;
        const auto connection = std::move(_connections.front());
        _connections.pop_front();
        lock.unlock();
        connection();
        lock.lock();
    }
    --_threads;
    // Under the lock: whoever waits may destroy this object at once.
    _ended.notify_all();
}

void ConnectionThreads::shutdown() {
    std::unique_lock lock(_mutex);
    _closed = true;
    _wake.notify_all();
    _ended.wait(lock, [this] { return _threads == 0; });
}

} // namespace carnet
