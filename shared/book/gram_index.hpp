// Which rows may contain a word: for each row, which of some hundred classes its triples of letters
// belong to, and which letters it has, stored so that one word's classes are combined for 512 rows
// at a time. Says "maybe" or "no", and the text itself decides; about one letter it says "yes".
#pragma once

#include "shared/book/bits.hpp"

#include <memory>
#include <string_view>

namespace carnet::book {

class GramIndex {
  public:
    static constexpr std::size_t letters = 36;           // a–z and 0–9.
    void set(std::uint32_t slot, std::string_view text); // Erase a slot that had a text first.
    void erase(std::uint32_t slot);
    void clear() { _blocks.clear(); }
    // Takes rows that can not contain the word out of `bits`. True when those left do contain it:
    // the first letter somebody types would otherwise be looked for in nearly every text.
    bool narrow(std::string_view word, Bits& bits) const;
    std::size_t memory_bytes() const { return _blocks.size() * sizeof(Block); }

  private:
    // More classes rule out more rows. A browser tab has less memory to give (37 bytes a row) than
    // a server (133).
    static constexpr std::uint32_t class_bits = sizeof(void*) == 4 ? 8 : 10;
    static constexpr std::size_t classes = 1 << class_bits;
    static std::uint32_t class_of(const char* gram);
    struct Block {
        std::uint64_t words[classes + letters][block_words] = {}; // The letters come last.
    };
    void keep_class(std::size_t c, Bits& bits) const;
    std::vector<std::unique_ptr<Block>> _blocks;
};

} // namespace carnet::book
