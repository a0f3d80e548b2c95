// Sets of slots as bitmaps.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace carnet::book {

using Bits = std::vector<std::uint64_t>;
inline constexpr std::size_t block_rows = 512; // Bitmaps grow by this many slots.
inline constexpr std::size_t block_words = block_rows / 64;

inline std::size_t words_for(std::size_t slots) {
    return (slots + block_rows - 1) / block_rows * block_words;
}
inline bool test(const Bits& bits, std::size_t slot) {
    return (bits[slot >> 6] >> (slot & 63)) & 1;
}
inline void assign(Bits& bits, std::size_t slot, bool on) {
    const std::uint64_t bit = std::uint64_t{1} << (slot & 63);
    if (on)
        bits[slot >> 6] |= bit;
    else
        bits[slot >> 6] &= ~bit;
}
inline std::size_t count(const Bits& bits) {
    std::size_t n = 0;
    for (const std::uint64_t word : bits)
        n += static_cast<std::size_t>(__builtin_popcountll(word));
    return n;
}

// Calls f(slot) for every member, in order.
template <class F>
inline void for_each(const Bits& bits, F f) {
    for (std::size_t w = 0; w < bits.size(); ++w)
        for (std::uint64_t word = bits[w]; word != 0; word &= word - 1)
            f(static_cast<std::uint32_t>(w * 64 + static_cast<std::size_t>(__builtin_ctzll(word))));
}

// Keeps the members for which keep(slot).
template <class F>
inline void filter(Bits& bits, F keep) {
    for (std::size_t w = 0; w < bits.size(); ++w) {
        std::uint64_t kept = 0;
        for (std::uint64_t word = bits[w]; word != 0; word &= word - 1) {
            const auto slot = static_cast<std::uint32_t>(
                w * 64 + static_cast<std::size_t>(__builtin_ctzll(word))
            );
            kept |= static_cast<std::uint64_t>(keep(slot) ? 1 : 0) << (slot & 63);
        }
        bits[w] = kept;
    }
}

} // namespace carnet::book
