// See list_cache.hpp.
#include "backend/features/list_cache.hpp"

#include "backend/features/book_sync.hpp"

namespace carnet {

namespace {

constexpr std::int64_t minute_ms = 60'000;

// People with the grant for all clients share their results; everybody else has their own.
std::string key_of(const BookQuery& query, const Actor& actor, std::int64_t now_ms) {
    const bool sees_all = actor.grant(Permission::clients_read) == Grant::all;
    std::string key = sees_all ? "*" : std::to_string(actor.user_id);
    key += '?';
    key += to_query_string(query);
    // "Last 7 days" moves with the clock.
    if (query.moves_with_time())
        key += "&minute=" + std::to_string(now_ms / minute_ms);
    return key;
}

} // namespace

ListCache::ResultPtr ListCache::find(const std::string& key, std::uint64_t revision) {
    const std::lock_guard lock(_mutex);
    for (auto entry = _entries.begin(); entry != _entries.end(); ++entry) {
        if (entry->key != key)
            continue;
        if (entry->revision != revision) {
            _entries.erase(entry);
            return nullptr;
        }
        _entries.splice(_entries.begin(), _entries, entry);
        return entry->result;
    }
    return nullptr;
}

void ListCache::put(const std::string& key, std::uint64_t revision, ResultPtr result) {
    const std::lock_guard lock(_mutex);
    std::erase_if(_entries, [&](const Entry& e) { return e.revision != revision || e.key == key; });
    _entries.push_front({key, revision, std::move(result)});
    if (_entries.size() > most)
        _entries.pop_back();
}

ListCache::ResultPtr
find_rows(App& app, const BookReader& reader, const BookQuery& query, const Actor& actor) {
    auto& cache = app.keep<ListCache>();
    const std::int64_t now_ms = app.now().ms;
    const std::string key = key_of(query, actor, now_ms);
    if (auto found = cache.find(key, reader->revision()))
        return found;
    auto result = std::make_shared<Book::Result>();
    reader->find(query, &actor, now_ms, *result);
    cache.put(key, reader->revision(), result);
    return result;
}

} // namespace carnet
