// Loading of the book and the application of live changes.
#include "web/app/book_store.hpp"

#include "shared/core/json.hpp"
#include "web/platform/platform.hpp"

#include <array>

namespace carnet::app {

namespace {

constexpr double change_shown_ms = 3000;
constexpr int first_rows = 60; // More than a tall window shows.
constexpr std::array rehearsals{"e", "a", "i", "s", "n", "r"};

BookTotals read_totals(const Json& json) {
    BookTotals totals;
    totals.count = json_int(json, "count");
    totals.value_cents = json_int(json, "value_cents");
    totals.running_value_cents = json_int(json, "running_value_cents");
    const Json& by_state = json_at(json, "by_state");
    for (std::size_t i = 0; i < totals.by_state.size(); ++i)
        totals.by_state[i] = json_int(by_state, client_state_choices[i].value);
    return totals;
}

} // namespace

BookStore::BookStore() {
    _book.use_clock(&platform::utc_offset_minutes);
}

void BookStore::load() {
    _load = std::make_shared<int>(0);
    _book.clear();
    _decoder.reset();
    _complete = false;
    _failed = false;
    _wanted = true;
    _page_refused = false;
    // On a slow line the first page is not held up by the rest.
    if (!_asked)
        stream();
}

void BookStore::stream() {
    _wanted = false;
    _decoder = std::make_unique<BookDecoder>(_book);
    const std::weak_ptr<int> current = _load;
    platform::send_streaming(
        {.path = "/api/book", .timeout_ms = 60'000},
        [this, current](std::string_view piece) {
            if (current.expired())
                return;
            if (!_decoder->feed(piece))
                _failed = true;
        },
        [this, current](const platform::HttpResponse& response) {
            if (current.expired())
                return;
            _failed = response.status != 200 || _failed || !_decoder->finished();
            // Also back: the server may have another database by now.
            _position = _decoder->position();
            _decoder.reset();
            if (!_failed)
                prepare_soon();
            platform::wake();
        }
    );
}

void BookStore::clear() {
    _load = std::make_shared<int>(0);
    _person = std::make_shared<int>(0);
    _decoder.reset();
    _book.clear();
    _changes.clear();
    _page.reset();
    _asked.reset();
    _position = 0;
    _complete = _failed = _wanted = _page_refused = false;
}

std::int64_t BookStore::expected_rows() const {
    return _decoder ? _decoder->expected_rows() : 0;
}

const BookStore::FirstPage* BookStore::first_page(const BookQuery& query) {
    if (_complete)
        return nullptr;
    _first = query.sort;
    const bool there = _page && _page->query == query;
    if (!there && !_asked && !_page_refused)
        ask_page(query);
    return _page ? &*_page : nullptr;
}

void BookStore::ask_page(const BookQuery& query) {
    _asked = query;
    const std::string words = to_query_string(query);
    const std::weak_ptr<int> current = _person;
    platform::send(
        {.path = "/api/clients?limit=" + std::to_string(first_rows) +
                 (words.empty() ? "" : "&" + words)},
        [this, current, query](const platform::HttpResponse& response) {
            if (current.expired())
                return;
            _asked.reset();
            take_page(query, response.status, response.body);
            if (_wanted)
                stream();
            platform::wake();
        }
    );
}

void BookStore::take_page(const BookQuery& query, int status, const std::string& body) {
    _page_refused = true;
    if (status != 200 || _complete)
        return;
    const auto json = parse_json(body, Language::fr, {.bytes = 4u << 20});
    if (!json)
        return;
    _page_refused = false;
    _page.emplace();
    _page->query = query;
    _page->totals = read_totals(json_at(*json, "totals"));
    for (const Json& item : json_at(*json, "rows")) {
        BookRow row;
        if (!from_json(item, row))
            continue;
        _page->rows.put(row);
        _page->order.push_back(_page->rows.slot_of(row.id));
    }
}

bool BookStore::prepare(BookColumn column, int budget_us) {
    _first = column;
    return !_complete || _book.prepare(column, budget_us);
}

void BookStore::prepare_soon() {
    const std::weak_ptr<int> current = _load;
    platform::work_between_frames([this, current] { return !current.expired() && prepare_some(); });
}

// True while something is left. The book is there for its readers once it has the order they look
// at: until then the first page stands in for it.
bool BookStore::prepare_some() {
    constexpr int slice_us = 6000;
    if (!_book.prepare(_first, slice_us))
        return true;
    if (!_complete) {
        _complete = true;
        _page.reset();
        platform::wake();
        return true;
    }
    if (!_book.prepare(slice_us))
        return true;
    if (_rehearsed == rehearsals.size())
        return false;
    rehearse();
    return true;
}

void BookStore::rehearse() {
    BookQuery query;
    query.text = rehearsals[_rehearsed++];
    Book::Result unused;
    _book.find(query, nullptr, platform::now_ms(), unused, {0, 0});
}

void BookStore::receive(const Json& event, std::int64_t me) {
    const std::int64_t by = json_int(event, "by");
    const double now = platform::monotonic_ms();
    std::erase_if(_changes, [now](const auto& change) {
        return now - change.second.at_ms > change_shown_ms;
    });
    for (const auto& item : json_at(event, "rows")) {
        BookRow row;
        if (!from_json(item, row))
            continue;
        _book.put(row);
        if (by != me)
            _changes[row.id] = {now, by};
    }
    for (const auto& id : json_at(event, "gone"))
        if (id.is_number_integer())
            _book.remove(id.get<std::int64_t>());
    const std::int64_t position = json_int(event, "position");
    if (position > _position)
        _position = position;
    if (_complete)
        prepare_soon();
}

const BookStore::Change* BookStore::change_of(std::int64_t client_id) const {
    const auto found = _changes.find(client_id);
    return found == _changes.end() ? nullptr : &found->second;
}

} // namespace carnet::app
