// See book_snapshot.hpp.
#include "backend/features/book_snapshot.hpp"

#include "backend/features/book_sync.hpp"
#include "shared/book/codec.hpp"

#include <malloc.h>

namespace carnet {

namespace {

// Brotli quality: 5 takes half a second for 100,000 clients, 9 three times that for 4 % less.
constexpr int snapshot_quality = 5;

Actor everybody() {
    Actor actor;
    actor.user_id = INT64_MAX; // No user bears it: sees by grant alone.
    actor.role = Role::owner;
    actor.grants = default_grants(Role::owner);
    return actor;
}

BookSnapshots::Ptr make_snapshot(App& app, Coding coding) {
    auto snapshot = std::make_shared<BookSnapshot>();
    const std::string bytes = encode_book_for(app, everybody(), snapshot->position);
    snapshot->etag = "\"book-" + std::to_string(book_format_version) + "-" +
                     std::to_string(snapshot->position) + "\"";
    if (coding == Coding::gzip)
        snapshot->gzip = compress(bytes, Coding::gzip);
    snapshot->brotli = compress(bytes, Coding::brotli, snapshot_quality);
    snapshot->brotli.shrink_to_fit();
    return snapshot;
}

} // namespace

std::string encode_book_for(App& app, const Actor& actor, std::int64_t& position) {
    std::string bytes;
    const BookReader reader(app, BookColumn::name);
    BookQuery query;
    Book::Result live, archived;
    reader->find(query, &actor, 0, live);
    query.archived = true;
    reader->find(query, &actor, 0, archived);
    live.slots.insert(live.slots.end(), archived.slots.begin(), archived.slots.end());
    position = reader.position();
    encode_book(reader.book(), live.slots, position, bytes);
    return bytes;
}

BookSnapshots::Ptr BookSnapshots::current(App& app, Coding coding) {
    const std::lock_guard lock(_mutex);
    const std::int64_t now = BookReader(app).position();
    if (!_snapshot || _snapshot->position < app.directory().state()->position ||
        now - _snapshot->position > most_behind ||
        (coding == Coding::gzip && _snapshot->gzip.empty())) {
        _snapshot = make_snapshot(app, coding);
        // What making it took in small pieces goes back to the system: nobody needs it soon.
        malloc_trim(0);
    }
    return _snapshot;
}

void BookSnapshots::warm(App& app) {
    _warmer = std::thread([this, &app] { current(app, Coding::brotli); });
}

void BookSnapshots::finish() {
    if (_warmer.joinable())
        _warmer.join();
}

} // namespace carnet
