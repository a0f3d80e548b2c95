// The client book of this browser: first the rows of the first screen, then all of them, then live
// changes; and which rows somebody else has just changed. Lists, the palette and the duplicate
// radar read `book()`.
#pragma once

#include "shared/book/book.hpp"
#include "shared/book/codec.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>

namespace carnet::app {

class BookStore {
  public:
    BookStore();

    const Book& book() const { return _book; }
    Book& book() { return _book; }

    // Loads the book for this person (again, if it was loaded before), after the first page if one
    // is on its way.
    void load();
    void clear();                               // Signed out: nothing may stay.
    bool complete() const { return _complete; } // Every visible client is here.
    bool failed() const { return _failed; }     // The last load ended early; load() tries again.
    std::int64_t expected_rows() const;         // 0 while unknown.
    std::int64_t position() const { return _position; }

    // What the server shows of a query while the book is not complete: its first rows and its exact
    // totals.
    struct FirstPage {
        BookQuery query;
        Book rows;
        std::vector<Slot> order; // Of `rows`.
        BookTotals totals;
    };
    // Asks for it unless it is there or on its way; null while unknown, or the page of the query
    // asked before. Cheap to call every frame.
    const FirstPage* first_page(const BookQuery& query);

    // Makes ready what sorting by this column needs, a little of it (about `budget_us`). True when
    // nothing is left. The other columns follow between frames.
    bool prepare(BookColumn column, int budget_us);

    // A live event `rows`: {"position","rows":[BookRow],"gone":[ids],"by":user}.
    void receive(const Json& event, std::int64_t me);

    // Somebody else's change of the last seconds, for the row that fades from amber.
    struct Change {
        double at_ms = 0; // Monotonic.
        std::int64_t by = 0;
    };
    const Change* change_of(std::int64_t client_id) const;

  private:
    // Browsers run code slowly until it has been used for a while. One search that nobody asked
    // for; after some, the first letter that somebody types is answered as quickly as the later
    // ones.
    void rehearse();
    void prepare_soon();
    bool prepare_some();
    void stream();
    void ask_page(const BookQuery& query);
    void take_page(const BookQuery& query, int status, const std::string& body);

    Book _book{BookTexts::shown};
    std::unique_ptr<BookDecoder> _decoder;
    std::shared_ptr<int> _load = std::make_shared<int>(0); // Pieces of an older load find it gone.
    std::shared_ptr<int> _person =
        std::make_shared<int>(0); // Pages for somebody who has signed out find it gone.
    std::map<std::int64_t, Change> _changes;
    std::optional<FirstPage> _page;
    std::optional<BookQuery> _asked; // The page on its way.
    bool _page_refused = false;      // Nobody is signed in, or the server is away: load() tells.
    bool _wanted = false;            // load() waits for the first page.
    BookColumn _first = BookColumn::name; // The order that is looked at.
    std::size_t _rehearsed = 0;           // How many searches.
    std::int64_t _position = 0;
    bool _complete = false;
    bool _failed = false;
};

} // namespace carnet::app
