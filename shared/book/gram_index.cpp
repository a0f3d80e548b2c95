// See gram_index.hpp.
#include "shared/book/gram_index.hpp"

namespace carnet::book {

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

void GramIndex::narrow(std::string_view word, Bits& bits) const {
    for (std::size_t i = 0; i + 3 <= word.size(); ++i) {
        const std::uint32_t c = class_of(word.data() + i);
        for (std::size_t block = 0; block < _blocks.size() && block * block_words < bits.size();
             ++block) {
            std::uint64_t* out = bits.data() + block * block_words;
            const std::uint64_t* in = _blocks[block]->words[c];
            for (std::size_t w = 0; w < block_words; ++w)
                out[w] &= in[w];
        }
    }
}

} // namespace carnet::book
