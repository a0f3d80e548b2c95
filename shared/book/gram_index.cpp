// See gram_index.hpp.
#include "shared/book/gram_index.hpp"

#include <array>

namespace carnet::book {

namespace {

constexpr std::size_t letters = GramIndex::letters;

// By byte: its place among the letters, `letters` for any other.
constexpr auto letter_of = [] {
    std::array<std::uint8_t, 256> places{};
    for (std::size_t byte = 0; byte < places.size(); ++byte) {
        std::size_t place = letters;
        if (byte - 'a' < 26)
            place = byte - 'a';
        else if (byte - '0' < 10)
            place = 26 + byte - '0';
        places[byte] = static_cast<std::uint8_t>(place);
    }
    return places;
}();
std::size_t place_of(char c) {
    return letter_of[static_cast<unsigned char>(c)];
}

} // namespace

std::uint32_t GramIndex::class_of(const char* gram) {
    const auto byte = [gram](int i) {
        return static_cast<std::uint32_t>(static_cast<unsigned char>(gram[i]));
    };
    return ((byte(0) | byte(1) << 8 | byte(2) << 16) * 0x9E3779B1u) >> (32 - class_bits);
}

void GramIndex::set(std::uint32_t slot, std::string_view text) {
    const std::size_t block = slot / block_rows;
    while (_blocks.size() <= block)
        _blocks.push_back(std::make_unique<Block>());
    Block& b = *_blocks[block];
    const std::size_t word = slot % block_rows / 64;
    const std::uint64_t bit = std::uint64_t{1} << (slot % 64);
    for (std::size_t i = 0; i + 3 <= text.size(); ++i)
        b.words[class_of(text.data() + i)][word] |= bit;
    std::uint64_t found = 0;
    for (const char c : text)
        found |= std::uint64_t{1} << place_of(c);
    found &= ~(std::uint64_t{1} << letters);
    for (; found != 0; found &= found - 1)
        b.words[classes + static_cast<std::size_t>(__builtin_ctzll(found))][word] |= bit;
}

void GramIndex::erase(std::uint32_t slot) {
    const std::size_t block = slot / block_rows;
    if (block >= _blocks.size())
        return;
    Block& b = *_blocks[block];
    const std::size_t word = slot % block_rows / 64;
    const std::uint64_t bit = std::uint64_t{1} << (slot % 64);
    for (auto& row : b.words)
        row[word] &= ~bit;
}

void GramIndex::keep_class(std::size_t c, Bits& bits) const {
    for (std::size_t block = 0; block < _blocks.size() && block * block_words < bits.size();
         ++block) {
        std::uint64_t* out = bits.data() + block * block_words;
        const std::uint64_t* in = _blocks[block]->words[c];
        for (std::size_t w = 0; w < block_words; ++w)
            out[w] &= in[w];
    }
}

bool GramIndex::narrow(std::string_view word, Bits& bits) const {
    if (word.size() < 3) {
        bool known = !word.empty();
        for (const char c : word) {
            const std::size_t letter = place_of(c);
            known &= letter < letters;
            if (letter < letters)
                keep_class(classes + letter, bits);
        }
        return known && word.size() == 1;
    }
    for (std::size_t i = 0; i + 3 <= word.size(); ++i)
        keep_class(class_of(word.data() + i), bits);
    return false;
}

} // namespace carnet::book
