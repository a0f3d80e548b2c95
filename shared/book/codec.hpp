// The book on the wire: GET /api/book. A header, then blocks of at most 4,096 rows stored column by
// column (so that they compress well), each complete in itself: a reader can show rows before the
// whole has arrived.
#pragma once

#include "shared/book/book.hpp"
#include "shared/core/json_fwd.hpp"

#include <string>
#include <string_view>

namespace carnet {

inline constexpr std::uint32_t book_format_version = 1;

// Appends header and blocks of the rows `slots` of `book`, in that order. `position` is the journal
// position the rows stand at. assigned_ids are never written.
void encode_book(
    const Book& book, std::span<const Slot> slots, std::int64_t position, std::string& out
);

// Reads a stream in pieces of any size and puts complete blocks into a book.
class BookDecoder {
  public:
    explicit BookDecoder(Book& book) : _book(book) {}
    // False when the bytes are not a book of this version; the book then holds what was read
    // before.
    bool feed(std::string_view bytes);
    bool finished() const;              // The last block has been read.
    std::int64_t position() const;      // Journal position of the header; 0 before it was read.
    std::int64_t expected_rows() const; // Row count of the header.

  private:
    bool read_header();

    Book& _book;
    std::string _pending; // Bytes of a header or block that is not complete.
    std::size_t _at = 0;  // What has been read of them.
    std::int64_t _position = 0;
    std::int64_t _expected = -1;
    std::int64_t _read = 0;
    bool _failed = false;
};

// One row as JSON and back: live changes and GET /api/clients use the same shape.
Json to_json(const BookRow& row);
bool from_json(const Json& json, BookRow& row);

} // namespace carnet
