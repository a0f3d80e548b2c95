// Keeps the shared book in step with the database: loads it at start, brings it up to date after
// each commit, and tells the live hub. Everything that reads the book goes through BookReader.
#pragma once

#include "backend/app.hpp"
#include "shared/book/book.hpp"

#include <shared_mutex>
#include <vector>

namespace carnet {

struct Commit;

void load_book(App& app, Transaction& tx);

// On the writer thread, before the requests of the group are answered.
void sync_book(
    App& app, Transaction& tx, const std::vector<Commit>& commits, bool directory_changed
);

// The book under a shared lock as long as this lives. Keep it short: writers wait.
class BookReader {
  public:
    // Cheapest: single clients.
    explicit BookReader(App& app);
    // For find(): the order of the query's column is ready.
    BookReader(App& app, BookColumn sorted_by);
    const Book& book() const { return _shared.book; }
    const Book* operator->() const { return &_shared.book; }
    std::int64_t position() const { return _shared.position; }
    // True when the actor may see this client; false for clients in the bin and unknown ones.
    bool sees(const Actor& actor, std::int64_t client_id) const;

  private:
    SharedBook& _shared;
    std::shared_lock<std::shared_mutex> _lock;
};

} // namespace carnet
