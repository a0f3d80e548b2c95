// Loading of the book and the application of live changes.
#include "web/app/book_store.hpp"

#include "web/platform/platform.hpp"

namespace carnet::app {

namespace {

constexpr double change_shown_ms = 3000;

}  // namespace

void BookStore::load() {
    _load = std::make_shared<int>(0);
    _book.clear();
    _decoder = std::make_unique<BookDecoder>(_book);
    _complete = false;
    _failed = false;
    const std::weak_ptr<int> current = _load;
    platform::send_streaming(
        {.path = "/api/book"},
        [this, current](std::string_view piece) {
            if (current.expired()) return;
            if (!_decoder->feed(piece)) _failed = true;
            platform::wake();
        },
        [this, current](platform::HttpResponse response) {
            if (current.expired()) return;
            _complete = response.status == 200 && !_failed && _decoder->finished();
            _failed = !_complete;
            if (_decoder->position() > _position) _position = _decoder->position();
            platform::wake();
        }
    );
}

void BookStore::clear() {
    _load = std::make_shared<int>(0);
    _decoder.reset();
    _book.clear();
    _changes.clear();
    _position = 0;
    _complete = _failed = false;
}

std::int64_t BookStore::expected_rows() const { return _decoder ? _decoder->expected_rows() : 0; }

void BookStore::receive(const Json& event, std::int64_t me) {
    const std::int64_t by = json_int(event, "by");
    const double now = platform::monotonic_ms();
    for (const auto& item : json_at(event, "rows")) {
        BookRow row;
        if (!from_json(item, row)) continue;
        _book.put(row);
        if (by != me) _changes[row.id] = {now, by};
    }
    for (const auto& id : json_at(event, "gone"))
        if (id.is_number_integer()) _book.remove(id.get<std::int64_t>());
    const std::int64_t position = json_int(event, "position");
    if (position > _position) _position = position;
    std::erase_if(_changes, [now](const auto& change) { return now - change.second.at_ms > change_shown_ms; });
}

const BookStore::Change* BookStore::change_of(std::int64_t client_id) const {
    const auto found = _changes.find(client_id);
    return found == _changes.end() ? nullptr : &found->second;
}

}  // namespace carnet::app
