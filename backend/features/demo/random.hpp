// Numbers that are the same on every machine for the same seed; the demonstration workspace is made
// of them.
#pragma once

#include <cstdint>
#include <span>

namespace carnet::demo {

// SplitMix64. Source: Steele, Lea, Flood, "Fast Splittable Pseudorandom Number Generators", 2014.
class Random {
  public:
    explicit Random(std::uint64_t seed) : _state(seed) {}

    std::uint64_t next() {
        std::uint64_t z = (_state += 0x9e3779b97f4a7c15ULL);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }
    // From 0 to `count` - 1.
    std::int64_t below(std::int64_t count) {
        return static_cast<std::int64_t>(next() % static_cast<std::uint64_t>(count));
    }
    std::int64_t between(std::int64_t low, std::int64_t high) {
        return low + below(high - low + 1);
    }
    bool chance(int percent) { return below(100) < percent; }

    template <class T>
    const T& pick(std::span<const T> from) {
        return from[static_cast<std::size_t>(below(static_cast<std::int64_t>(from.size())))];
    }

  private:
    std::uint64_t _state;
};

} // namespace carnet::demo
