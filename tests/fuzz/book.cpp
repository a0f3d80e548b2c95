// Whatever arrives as a book or as the list's query: no crash, no overrun, no endless loop.
#include "shared/book/codec.hpp"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace carnet;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    Book book;
    BookDecoder decoder(book);
    // In two pieces: the seam moves with the input.
    const std::size_t cut = size == 0 ? 0 : data[size / 2] * size / 256;
    if (decoder.feed(bytes.substr(0, cut)))
        decoder.feed(bytes.substr(cut));
    book.prepare();

    const auto query = parse_book_query(bytes.substr(0, 2000), Language::fr);
    BookQuery asked;
    if (query) {
        asked = *query;
        const auto again = parse_book_query(to_query_string(asked), Language::fr);
        if (!again)
            std::abort();
    }
    Book::Result result;
    book.find(asked, nullptr, 1'790'000'000'000, result);
    if (static_cast<std::int64_t>(result.slots.size()) != result.totals.count)
        std::abort();
    return 0;
}
