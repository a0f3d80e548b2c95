// The last results of the list: the same query by people who see the same clients is answered
// without searching again, until the book changes. Thread-safe.
#pragma once

#include "backend/app.hpp"
#include "shared/book/book.hpp"

#include <list>
#include <memory>
#include <mutex>
#include <string>

namespace carnet {

class ListCache : public App::Keep {
  public:
    using ResultPtr = std::shared_ptr<const Book::Result>;

    // Null when it is not there or older than the revision.
    ResultPtr find(const std::string& key, std::uint64_t revision);
    void put(const std::string& key, std::uint64_t revision, ResultPtr result);

  private:
    static constexpr std::size_t most = 24; // 400 KB each with 100,000 clients.
    struct Entry {
        std::string key;
        std::uint64_t revision;
        ResultPtr result;
    };
    std::mutex _mutex;
    std::list<Entry> _entries; // Latest use first.
};

// The rows of a query for an actor, from the cache or freshly found. The reader holds the book
// meanwhile.
ListCache::ResultPtr
find_rows(App& app, const class BookReader& reader, const BookQuery& query, const Actor& actor);

} // namespace carnet
