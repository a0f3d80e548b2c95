// Looking for typed words in the folded texts: either through the whole arena from end to end or
// row by row, whichever is less.
#include "shared/book/book_data.hpp"
#include "shared/book/scan.hpp"

namespace carnet {
namespace {

using book::Bits;

// Marks the rows of one chunk that contain the word.
void scan_chunk(const book::TextArena::Chunk& chunk, const book::Needle& needle, Bits& found) {
    const char* begin = chunk.bytes.get();
    const char* end = begin + chunk.used;
    const auto& entries = chunk.entries;
    std::size_t entry = 0;
    for (const char* at = begin; at < end && (at = book::find_needle(at, end, needle));) {
        const auto place = static_cast<std::uint32_t>(at - begin);
        while (chunk.end(entry) <= place)
            ++entry;
        if (entries[entry].slot != book::TextArena::dead_entry)
            book::assign(found, entries[entry].slot, true);
        at = begin + chunk.end(entry);
    }
}

} // namespace

void Book::Data::keep_word(const std::string& word, Bits& rows) const {
    if (grams.narrow(word, rows))
        return;
    const std::size_t candidates = book::count(rows);
    if (candidates == 0)
        return;
    const book::Needle needle = book::make_needle(word);
    // Looking at one row costs as much as reading about three in passing.
    if (candidates * 3 > row_count) {
        Bits found(rows.size());
        for (const auto& chunk : keys.chunks())
            scan_chunk(chunk, needle, found);
        for (std::size_t i = 0; i < rows.size(); ++i)
            rows[i] &= found[i];
        return;
    }
    book::filter(rows, [&](Slot slot) {
        const std::string_view text = keys.at(slot);
        return book::find_needle(text.data(), text.data() + text.size(), needle) != nullptr;
    });
}

void Book::Data::keep_found(const book::SearchTerm& term, Bits& rows) const {
    if (term.numbers.empty()) {
        for (const std::string& word : term.words)
            keep_word(word, rows);
        return;
    }
    Bits found(rows.size());
    const auto add = [&](const Bits& more) {
        for (std::size_t i = 0; i < found.size(); ++i)
            found[i] |= more[i];
    };
    if (!term.words.empty()) {
        Bits by_words = rows;
        for (const std::string& word : term.words)
            keep_word(word, by_words);
        add(by_words);
    }
    for (const std::string& number : term.numbers) {
        // A single word that is the number itself has been looked for already.
        if (term.words.size() == 1 && term.words[0] == number)
            continue;
        Bits by_number = rows;
        keep_word(number, by_number);
        add(by_number);
    }
    rows = std::move(found);
}

} // namespace carnet
