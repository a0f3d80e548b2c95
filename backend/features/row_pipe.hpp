// Loading the book with two processors: one thread reads rows from the database, the other makes
// search keys of them.
#pragma once

#include "shared/book/book.hpp"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

namespace carnet {

// Puts rows into a book on its own thread, in the order they were given. The book belongs to it
// until finish().
class RowPipe {
  public:
    explicit RowPipe(Book& book) : _book(book), _thread([this] { run(); }) {}
    ~RowPipe() { finish(); }
    RowPipe(const RowPipe&) = delete;

    void give(BookRow&& row) {
        _batch.push_back(std::move(row));
        if (_batch.size() >= batch_rows)
            send();
    }
    void finish() {
        if (!_thread.joinable())
            return;
        send();
        {
            const std::lock_guard lock(_mutex);
            _finished = true;
        }
        _wake.notify_all();
        _thread.join();
    }

  private:
    static constexpr std::size_t batch_rows = 512, most_batches = 16;
    using Batch = std::vector<BookRow>;

    void send() {
        std::unique_lock lock(_mutex);
        _wake.wait(lock, [&] { return _waiting.size() < most_batches; });
        _waiting.push_back(std::move(_batch));
        lock.unlock();
        _wake.notify_all();
        _batch = {};
        _batch.reserve(batch_rows);
    }
    void run() {
        for (;;) {
            std::unique_lock lock(_mutex);
            _wake.wait(lock, [&] { return _finished || !_waiting.empty(); });
            if (_waiting.empty())
                return;
            const Batch batch = std::move(_waiting.front());
            _waiting.pop_front();
            lock.unlock();
            _wake.notify_all();
            for (const BookRow& row : batch)
                _book.put(row);
        }
    }

    Book& _book;
    Batch _batch;
    std::mutex _mutex;
    std::condition_variable _wake;
    std::deque<Batch> _waiting;
    bool _finished = false;
    std::thread _thread; // Last: it uses the others.
};

} // namespace carnet
