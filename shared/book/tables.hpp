// Small tables that rows point into: words that repeat (towns, roles) and lists of identifiers
// (tags, teams). Entries are never taken out before clear(): there are few of them.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace carnet::book {

class WordTable {
  public:
    WordTable() { index_of(""); }
    std::uint32_t index_of(std::string_view word) {
        if (const auto found = _index.find(word); found != _index.end())
            return found->second;
        _words.emplace_back(word);
        const auto index = static_cast<std::uint32_t>(_words.size() - 1);
        _index.emplace(_words.back(), index);
        return index;
    }
    std::string_view word(std::uint32_t index) const { return _words[index]; }
    std::size_t size() const { return _words.size(); }
    std::size_t memory_bytes() const { return _words.size() * 64; }

  private:
    std::deque<std::string> _words;
    std::unordered_map<std::string_view, std::uint32_t> _index;
};

// Entry 0 is the empty list.
class ListTable {
  public:
    ListTable() { index_of({}); }
    std::uint32_t index_of(const std::vector<std::int64_t>& list) {
        const std::string key(
            reinterpret_cast<const char*>(list.data()), list.size() * sizeof(std::int64_t)
        );
        if (const auto found = _index.find(key); found != _index.end())
            return found->second;
        _lists.push_back(list);
        const auto index = static_cast<std::uint32_t>(_lists.size() - 1);
        _index.emplace(key, index);
        return index;
    }
    const std::vector<std::int64_t>& list(std::uint32_t index) const { return _lists[index]; }
    std::size_t size() const { return _lists.size(); }
    std::size_t memory_bytes() const { return _lists.size() * 100; }

  private:
    std::deque<std::vector<std::int64_t>> _lists;
    std::unordered_map<std::string, std::uint32_t> _index;
};

// A number that stands for an identifier, in 32 bits. Number 0 is identifier 0.
class IdTable {
  public:
    IdTable() { index_of(0); }
    std::uint32_t index_of(std::int64_t id) {
        const auto [at, is_new] = _index.emplace(id, static_cast<std::uint32_t>(_ids.size()));
        if (is_new)
            _ids.push_back(id);
        return at->second;
    }
    std::int64_t id(std::uint32_t index) const { return _ids[index]; }
    std::size_t size() const { return _ids.size(); }

  private:
    std::vector<std::int64_t> _ids;
    std::unordered_map<std::int64_t, std::uint32_t> _index;
};

// From identifier to slot: open addressing over the slots; the identifiers themselves stay in their
// column.
class SlotIndex {
  public:
    static constexpr std::uint32_t none = UINT32_MAX;

    std::uint32_t find(std::int64_t id, const std::vector<std::int64_t>& ids) const {
        if (_table.empty())
            return none;
        for (std::size_t at = start(id);; at = (at + 1) & (_table.size() - 1)) {
            if (_table[at] == none)
                return none;
            if (ids[_table[at]] == id)
                return _table[at];
        }
    }
    // The identifier must not be in it.
    void insert(std::uint32_t slot, const std::vector<std::int64_t>& ids) {
        if ((_count + 1) * 8 > _table.size() * 6)
            grow(_table.empty() ? 64 : _table.size() * 2, ids);
        std::size_t at = start(ids[slot]);
        while (_table[at] != none)
            at = (at + 1) & (_table.size() - 1);
        _table[at] = slot;
        ++_count;
    }
    void erase(std::int64_t id, const std::vector<std::int64_t>& ids) {
        const std::size_t mask = _table.size() - 1;
        std::size_t hole = start(id);
        while (_table[hole] == none || ids[_table[hole]] != id)
            hole = (hole + 1) & mask;
        for (std::size_t at = (hole + 1) & mask; _table[at] != none; at = (at + 1) & mask) {
            const std::size_t wanted = start(ids[_table[at]]);
            // Moves back only what may stand in the hole: its own place is not between the hole and
            // here.
            if (((at - wanted) & mask) < ((at - hole) & mask))
                continue;
            _table[hole] = _table[at];
            hole = at;
        }
        _table[hole] = none;
        --_count;
    }
    void reserve(std::size_t rows, const std::vector<std::int64_t>& ids) {
        std::size_t size = 64;
        while (rows * 8 > size * 6)
            size *= 2;
        if (size > _table.size())
            grow(size, ids);
    }
    std::size_t memory_bytes() const { return _table.capacity() * sizeof(std::uint32_t); }

  private:
    std::size_t start(std::int64_t id) const {
        const std::uint64_t mixed = static_cast<std::uint64_t>(id) * 0x9E3779B97F4A7C15ull;
        return static_cast<std::size_t>(mixed >> 32) & (_table.size() - 1);
    }
    void grow(std::size_t size, const std::vector<std::int64_t>& ids) {
        std::vector<std::uint32_t> old = std::move(_table);
        _table.assign(size, none);
        _count = 0;
        for (const std::uint32_t slot : old)
            if (slot != none)
                insert(slot, ids);
    }

    std::vector<std::uint32_t> _table;
    std::size_t _count = 0;
};

} // namespace carnet::book
