// See text_arena.hpp.
#include "shared/book/text_arena.hpp"

#include <cstring>

namespace carnet::book {

void TextArena::set(std::uint32_t slot, std::string_view text) {
    if (slot >= _refs.size())
        _refs.resize(slot + 1, no_ref);
    if (_refs[slot] != no_ref) {
        Chunk& chunk = _chunks[_refs[slot] >> entry_bits];
        const std::size_t entry = _refs[slot] & entry_mask;
        const std::uint32_t start = chunk.entries[entry].start;
        const std::size_t room = chunk.end(entry) - start;
        if (text.size() <= room) {
            std::memcpy(chunk.bytes.get() + start, text.data(), text.size());
            std::memset(chunk.bytes.get() + start + text.size(), separator, room - text.size());
            return;
        }
        erase(slot);
    }
    const std::uint32_t index = chunk_for(text.size());
    Chunk& chunk = _chunks[index];
    std::memcpy(chunk.bytes.get() + chunk.used, text.data(), text.size());
    _refs[slot] = (index << entry_bits) | static_cast<std::uint32_t>(chunk.entries.size());
    chunk.entries.push_back({chunk.used, slot});
    chunk.used += static_cast<std::uint32_t>(text.size());
}

void TextArena::erase(std::uint32_t slot) {
    if (slot >= _refs.size() || _refs[slot] == no_ref)
        return;
    const std::uint32_t index = _refs[slot] >> entry_bits;
    Chunk& chunk = _chunks[index];
    const std::size_t entry = _refs[slot] & entry_mask;
    const std::uint32_t start = chunk.entries[entry].start;
    const std::uint32_t room = chunk.end(entry) - start;
    std::memset(chunk.bytes.get() + start, separator, room);
    chunk.entries[entry].slot = dead_entry;
    chunk.dead += room;
    _refs[slot] = no_ref;
    if (chunk.dead * 10ull > chunk.used * 3ull && chunk.dead > 4096)
        compact(index);
}

void TextArena::clear() {
    _chunks.clear();
    _refs.clear();
    _roomy.clear();
    _open = UINT32_MAX;
}

bool TextArena::fits(const Chunk& chunk, std::size_t bytes) const {
    return chunk.used + bytes <= chunk.capacity && chunk.entries.size() < entry_mask;
}

std::uint32_t TextArena::chunk_for(std::size_t bytes) {
    if (_open != UINT32_MAX && fits(_chunks[_open], bytes))
        return _open;
    while (!_roomy.empty()) {
        const std::uint32_t index = _roomy.back();
        _roomy.pop_back();
        if (fits(_chunks[index], bytes))
            return _open = index;
    }
    // A text longer than a chunk gets a chunk of its own, which does not end the open one.
    const bool oversized = bytes > chunk_bytes;
    Chunk chunk;
    chunk.capacity = oversized ? static_cast<std::uint32_t>(bytes) : chunk_bytes;
    chunk.bytes.reset(new char[chunk.capacity + slack]);
    std::memset(chunk.bytes.get(), separator, chunk.capacity + slack);
    _chunks.push_back(std::move(chunk));
    const auto index = static_cast<std::uint32_t>(_chunks.size() - 1);
    if (!oversized)
        _open = index;
    return index;
}

void TextArena::compact(std::uint32_t index) {
    Chunk& chunk = _chunks[index];
    std::uint32_t used = 0;
    std::uint32_t count = 0;
    for (std::size_t i = 0; i < chunk.entries.size(); ++i) {
        const Entry entry = chunk.entries[i];
        const std::uint32_t size = chunk.end(i) - entry.start;
        if (entry.slot == dead_entry)
            continue;
        std::memmove(chunk.bytes.get() + used, chunk.bytes.get() + entry.start, size);
        // Writing behind the reader: entry `count` is never ahead of entry `i`.
        chunk.entries[count] = {used, entry.slot};
        _refs[entry.slot] = (index << entry_bits) | count;
        used += size;
        ++count;
    }
    chunk.entries.resize(count);
    std::memset(chunk.bytes.get() + used, separator, chunk.used - used);
    chunk.used = used;
    chunk.dead = 0;
    if (index != _open)
        _roomy.push_back(index);
}

std::size_t TextArena::memory_bytes() const {
    std::size_t bytes = _refs.capacity() * sizeof(_refs[0]) + _chunks.capacity() * sizeof(Chunk);
    for (const Chunk& chunk : _chunks)
        bytes += chunk.capacity + slack + chunk.entries.capacity() * sizeof(Entry);
    return bytes;
}

} // namespace carnet::book
