// Finding a few bytes in many: compares 16 positions at a time at the two rarest bytes of the word.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#if defined(__wasm_simd128__)
#include <wasm_simd128.h>
#elif defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace carnet::book {

// The word to look for. `text` must outlive it and is not empty.
struct Needle {
    std::string_view text;
    std::uint8_t first = 0; // The two places that are looked at first; both below 64.
    std::uint8_t second = 0;
};
Needle make_needle(std::string_view text);

// Bit i: the two bytes fit at place i.
inline std::uint32_t probe16(const char* at, const Needle& needle) {
    const char a = needle.text[needle.first];
    const char b = needle.text[needle.second];
#if defined(__wasm_simd128__)
    const v128_t x = wasm_i8x16_eq(wasm_v128_load(at + needle.first), wasm_i8x16_splat(a));
    const v128_t y = wasm_i8x16_eq(wasm_v128_load(at + needle.second), wasm_i8x16_splat(b));
    return static_cast<std::uint32_t>(wasm_i8x16_bitmask(wasm_v128_and(x, y)));
#elif defined(__SSE2__)
    const __m128i u = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at + needle.first));
    const __m128i v = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at + needle.second));
    const __m128i x = _mm_cmpeq_epi8(u, _mm_set1_epi8(a));
    const __m128i y = _mm_cmpeq_epi8(v, _mm_set1_epi8(b));
    return static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_and_si128(x, y)));
#else
    std::uint32_t bits = 0;
    for (unsigned i = 0; i < 16; ++i)
        bits |= static_cast<std::uint32_t>(at[i + needle.first] == a && at[i + needle.second] == b)
                << i;
    return bits;
#endif
}

// The first place in [from, end) where the word begins and ends before `end`; null when there is
// none. TextArena::slack bytes behind `end` must be readable.
inline const char* find_needle(const char* from, const char* end, const Needle& needle) {
    const std::size_t size = needle.text.size();
    for (; from < end; from += 16) {
        std::uint32_t bits = probe16(from, needle);
        while (bits != 0) {
            const char* at = from + __builtin_ctz(bits);
            bits &= bits - 1;
            if (static_cast<std::size_t>(end - from) < static_cast<std::size_t>(at - from) + size)
                return nullptr;
            if (size <= 2 || std::memcmp(at, needle.text.data(), size) == 0)
                return at;
        }
    }
    return nullptr;
}

} // namespace carnet::book
