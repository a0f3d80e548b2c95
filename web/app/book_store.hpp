// The client book of this browser: loads it at sign-in, keeps it in step with live changes, and remembers which rows
// somebody else has just changed. Lists, the palette and the duplicate radar read `book()`.
#pragma once

#include "shared/book/book.hpp"
#include "shared/book/codec.hpp"

#include <map>
#include <memory>
#include <optional>

namespace carnet::app {

class BookStore {
public:
    const Book& book() const { return _book; }
    Book& book() { return _book; }

    // Loads the book for this person (again, if it was loaded before). Streams: rows can be shown before it is complete.
    void load();
    void clear();                                  // Signed out: nothing may stay.
    bool complete() const { return _complete; }    // Every visible client is here.
    bool failed() const { return _failed; }        // The last load ended early; load() tries again.
    std::int64_t expected_rows() const;            // 0 while unknown.
    std::int64_t position() const { return _position; }

    // A live event `rows`: {"position","rows":[BookRow],"gone":[ids],"by":user}.
    void receive(const Json& event, std::int64_t me);

    // Somebody else's change of the last seconds, for the row that fades from amber.
    struct Change {
        double at_ms = 0;                          // Monotonic.
        std::int64_t by = 0;
    };
    const Change* change_of(std::int64_t client_id) const;

private:
    Book _book;
    std::unique_ptr<BookDecoder> _decoder;
    std::shared_ptr<int> _load = std::make_shared<int>(0);   // Answers to an older load find it gone.
    std::map<std::int64_t, Change> _changes;
    std::int64_t _position = 0;
    bool _complete = false;
    bool _failed = false;
};

}  // namespace carnet::app
