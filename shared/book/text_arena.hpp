// One text per slot, packed into chunks without a byte of administration between them: the search
// reads a chunk from end to end. Chunks that are mostly garbage are packed again, one at a time, so
// that no change costs much.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace carnet::book {

// Fills the gaps; no text that is searched for contains it.
inline constexpr char separator = '\n';

class TextArena {
  public:
    // Bytes that may be read behind every text: the search looks at 16 bytes at a time, and at two
    // places of a word.
    static constexpr std::size_t slack = 80;

    struct Entry {
        std::uint32_t start; // In the chunk's bytes; it ends where the next one starts.
        std::uint32_t slot;  // dead_entry when nobody's any more.
    };
    static constexpr std::uint32_t dead_entry = UINT32_MAX;

    struct Chunk {
        std::unique_ptr<char[]> bytes;
        std::uint32_t capacity = 0;
        std::uint32_t used = 0;
        std::uint32_t dead = 0; // Of `used`.
        std::vector<Entry> entries;

        std::uint32_t end(std::size_t entry) const {
            return entry + 1 < entries.size() ? entries[entry + 1].start : used;
        }
    };

    void reserve(std::size_t slots) { _refs.reserve(slots); }
    void set(std::uint32_t slot, std::string_view text);
    void erase(std::uint32_t slot);
    void clear();

    // The text, with separators behind it where a longer one stood before. Empty for a free slot.
    std::string_view at(std::uint32_t slot) const {
        if (slot >= _refs.size() || _refs[slot] == no_ref)
            return {};
        const Chunk& chunk = _chunks[_refs[slot] >> entry_bits];
        const std::size_t entry = _refs[slot] & entry_mask;
        const std::uint32_t start = chunk.entries[entry].start;
        return {chunk.bytes.get() + start, chunk.end(entry) - start};
    }
    const std::vector<Chunk>& chunks() const { return _chunks; }
    std::size_t memory_bytes() const;

  private:
    static constexpr std::uint32_t chunk_bytes = 256 * 1024;
    static constexpr std::uint32_t entry_bits = 14;
    static constexpr std::uint32_t entry_mask = (1u << entry_bits) - 1;
    static constexpr std::uint32_t no_ref = UINT32_MAX;

    bool fits(const Chunk& chunk, std::size_t bytes) const;
    std::uint32_t chunk_for(std::size_t bytes);
    void compact(std::uint32_t chunk);

    std::vector<Chunk> _chunks;
    std::vector<std::uint32_t> _refs;  // Slot to chunk and entry.
    std::vector<std::uint32_t> _roomy; // Chunks with space again.
    std::uint32_t _open = UINT32_MAX;  // Where the next text goes.
};

} // namespace carnet::book
