// The book on the wire. All numbers are varints (7 bits a byte, low ones first; signed ones
// zigzag).
//   header: "CBOK", version, position, number of rows
//   block:  its size in bytes, then: number of rows, and column after column:
//     ids (differences), flags (a byte: kind, state, archived), owners, tag lists, projects,
//     progress, money, times, words from a table of the block (town, postal code, role), texts (all
//     lengths, then all bytes)
// What follows from another column is left out: the SIREN that begins the SIRET, the contact who
// begins contacts_text.
#include "shared/book/codec.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace carnet {
namespace {

constexpr std::string_view magic = "CBOK";
constexpr std::size_t block_rows = 4096; // At most. Small enough for one to be read within a frame.
constexpr std::size_t written_block_rows = 1024;
constexpr std::size_t max_block_bytes = 32u << 20;
constexpr std::int64_t max_rows = 50'000'000;
constexpr std::size_t max_word_bytes = 4096; // Of a table: one entry may be used by every row.
constexpr std::size_t max_list_size = 1000;

// ---- Writing

void put(std::string& out, std::uint64_t n) {
    for (; n >= 0x80; n >>= 7)
        out += static_cast<char>(n | 0x80);
    out += static_cast<char>(n);
}
void put_signed(std::string& out, std::int64_t n) {
    put(out, (static_cast<std::uint64_t>(n) << 1) ^ static_cast<std::uint64_t>(n >> 63));
}
// Wraps around instead of overflowing; the reader wraps back.
std::int64_t difference(std::int64_t a, std::int64_t b) {
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) - static_cast<std::uint64_t>(b));
}
std::int64_t sum(std::int64_t a, std::int64_t b) {
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) + static_cast<std::uint64_t>(b));
}

using Rows = std::vector<BookRow>;
using Number = std::int64_t BookRow::*;
using String = std::string BookRow::*;

void put_differences(std::string& out, const Rows& rows, Number member) {
    std::int64_t before = 0;
    for (const BookRow& row : rows) {
        put_signed(out, difference(row.*member, before));
        before = row.*member;
    }
}

// Numbers that are multiples of something round (whole euros, whole seconds) are divided by it.
void put_numbers(
    std::string& out, const Rows& rows, Number member, std::initializer_list<std::int64_t> units
) {
    std::int64_t unit = 1;
    for (const std::int64_t candidate : units) {
        const auto fits = [&](const BookRow& row) { return row.*member % candidate == 0; };
        if (!std::all_of(rows.begin(), rows.end(), fits))
            break;
        unit = candidate;
    }
    put(out, static_cast<std::uint64_t>(unit));
    for (const BookRow& row : rows)
        put_signed(out, row.*member / unit);
}

// Each distinct value once, in the order of their first use, then a number per row.
template <class Value, class Key, class Write>
void put_table(std::string& out, const Rows& rows, Value value, Key key, Write write) {
    std::unordered_map<std::string, std::size_t> index;
    std::string table, numbers;
    for (const BookRow& row : rows) {
        const auto [at, is_new] = index.emplace(key(value(row)), index.size());
        if (is_new)
            write(table, value(row));
        put(numbers, at->second);
    }
    put(out, index.size());
    out += table;
    out += numbers;
}

void put_string(std::string& out, const std::string& text) {
    put(out, text.size());
    out += text;
}

void put_words(std::string& out, const Rows& rows, String member) {
    put_table(
        out,
        rows,
        [&](const BookRow& row) -> const std::string& { return row.*member; },
        [](const std::string& text) { return text; },
        put_string
    );
}

template <class TextOf>
void put_texts(std::string& out, const Rows& rows, TextOf text_of) {
    std::string bytes;
    for (const BookRow& row : rows) {
        const std::string_view text = text_of(row);
        put(out, text.size());
        bytes += text;
    }
    out += bytes;
}
void put_texts(std::string& out, const Rows& rows, String member) {
    put_texts(out, rows, [&](const BookRow& row) -> std::string_view { return row.*member; });
}

constexpr std::string_view derived = "\x01"; // Stands for a text that follows from another.

bool siren_begins_siret(const BookRow& row) {
    return row.siren.size() == 9 && row.siret.starts_with(row.siren);
}
bool contact_begins_contacts(const BookRow& row) {
    return !row.contact_name.empty() && row.contacts_text.starts_with(row.contact_name) &&
           (row.contacts_text.size() == row.contact_name.size() ||
            row.contacts_text[row.contact_name.size()] == '\n');
}

void put_block(std::string& out, const Rows& rows) {
    std::string block;
    put(block, rows.size());
    put_differences(block, rows, &BookRow::id);
    for (const BookRow& row : rows)
        block += static_cast<char>(
            static_cast<unsigned>(row.kind) | static_cast<unsigned>(row.state) << 1 |
            (row.archived ? 8u : 0u) | static_cast<unsigned>(row.last_activity_kind) << 4
        );
    for (const BookRow& row : rows)
        put_signed(block, row.owner_id);
    put_table(
        block,
        rows,
        [](const BookRow& row) -> const Ids& { return row.tag_ids; },
        [](const Ids& ids) {
            return std::string(
                reinterpret_cast<const char*>(ids.data()), ids.size() * sizeof ids[0]
            );
        },
        [](std::string& table, const Ids& ids) {
            put(table, ids.size());
            for (const std::int64_t id : ids)
                put_signed(table, id);
        }
    );
    put_numbers(block, rows, &BookRow::active_projects, {});
    put_numbers(block, rows, &BookRow::progress, {});
    put_numbers(block, rows, &BookRow::value_cents, {100, 10'000, 100'000});
    put_numbers(block, rows, &BookRow::running_value_cents, {100, 10'000, 100'000});
    put_numbers(block, rows, &BookRow::last_activity_ms, {1000, 60'000, 3'600'000});
    put_numbers(block, rows, &BookRow::created_ms, {1000, 60'000, 3'600'000});
    put_words(block, rows, &BookRow::postal_code);
    put_words(block, rows, &BookRow::city);
    put_words(block, rows, &BookRow::contact_role);
    put_texts(block, rows, &BookRow::name);
    put_texts(block, rows, &BookRow::legal_name);
    put_texts(block, rows, &BookRow::reference);
    put_texts(block, rows, &BookRow::previous_reference);
    put_texts(block, rows, &BookRow::email);
    put_texts(block, rows, &BookRow::phone);
    put_texts(block, rows, &BookRow::siret);
    put_texts(block, rows, [](const BookRow& row) -> std::string_view {
        return siren_begins_siret(row) ? derived : row.siren;
    });
    put_texts(block, rows, &BookRow::contacts_text);
    put_texts(block, rows, [](const BookRow& row) -> std::string_view {
        return contact_begins_contacts(row) ? derived : row.contact_name;
    });
    put(out, block.size());
    out += block;
}

// ---- Reading

// Reads within its bytes and never beyond: after the first thing that does not fit, everything
// reads as 0 or empty.
class Reader {
  public:
    explicit Reader(std::string_view bytes) : _bytes(bytes) {}
    bool ok() const { return _ok; }
    bool at_end() const { return _at == _bytes.size(); }
    std::size_t at() const { return _at; }
    std::size_t left() const { return _bytes.size() - _at; }

    std::uint64_t number() {
        std::uint64_t n = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            if (_at >= _bytes.size())
                return fail();
            const auto byte = static_cast<unsigned char>(_bytes[_at++]);
            n |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
            if (byte < 0x80)
                return n;
        }
        return fail();
    }
    std::int64_t signed_number() {
        const std::uint64_t n = number();
        return static_cast<std::int64_t>((n >> 1) ^ (~(n & 1) + 1));
    }
    // A number that is at most `max`.
    std::size_t count(std::size_t max) {
        const std::uint64_t n = number();
        return n <= max ? static_cast<std::size_t>(n) : static_cast<std::size_t>(fail());
    }
    std::string_view bytes(std::size_t size) {
        if (size > left())
            return fail(), std::string_view{};
        const std::string_view out = _bytes.substr(_at, size);
        _at += size;
        return out;
    }
    std::uint64_t fail() {
        _ok = false;
        _at = _bytes.size();
        return 0;
    }

  private:
    std::string_view _bytes;
    std::size_t _at = 0;
    bool _ok = true;
};

void read_differences(Reader& in, Rows& rows, Number member) {
    std::int64_t before = 0;
    for (BookRow& row : rows)
        row.*member = before = sum(before, in.signed_number());
}

void read_numbers(Reader& in, Rows& rows, Number member) {
    const auto unit = static_cast<std::int64_t>(in.count(3'600'000));
    if (unit < 1)
        return void(in.fail());
    for (BookRow& row : rows) {
        const std::int64_t n = in.signed_number();
        std::int64_t value = 0;
        if (__builtin_mul_overflow(n, unit, &value))
            return void(in.fail());
        row.*member = value;
    }
}

// read(entry) fills one entry of the table, use(row, entry) gives it to a row.
template <class Entry, class Read, class Use>
void read_table(Reader& in, Rows& rows, Read read, Use use) {
    std::vector<Entry> table(in.count(rows.size()));
    for (Entry& entry : table)
        entry = read();
    if (table.empty())
        return void(in.fail());
    for (BookRow& row : rows)
        use(row, table[in.count(table.size() - 1)]);
}

void read_words(Reader& in, Rows& rows, String member) {
    read_table<std::string_view>(
        in,
        rows,
        [&] { return in.bytes(in.count(max_word_bytes)); },
        [&](BookRow& row, std::string_view text) { row.*member = text; }
    );
}

void read_tags(Reader& in, Rows& rows) {
    read_table<Ids>(
        in,
        rows,
        [&] {
            Ids ids(in.count(max_list_size));
            for (std::int64_t& id : ids)
                id = in.signed_number();
            return ids;
        },
        [](BookRow& row, const Ids& ids) { row.tag_ids = ids; }
    );
}

void read_texts(Reader& in, Rows& rows, String member) {
    std::array<std::uint32_t, block_rows> sizes;
    for (std::size_t i = 0; i < rows.size(); ++i)
        sizes[i] = static_cast<std::uint32_t>(in.count(in.left()));
    for (std::size_t i = 0; i < rows.size(); ++i)
        rows[i].*member = in.bytes(sizes[i]);
}

bool read_flags(Reader& in, Rows& rows) {
    const std::string_view flags = in.bytes(rows.size());
    if (!in.ok())
        return false;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto byte = static_cast<unsigned char>(flags[i]);
        rows[i].kind = static_cast<ClientKind>(byte & 1);
        rows[i].state = static_cast<ClientState>(byte >> 1 & 3);
        rows[i].archived = (byte & 8) != 0;
        if ((byte >> 4) >= activity_kind_choices.size())
            return false;
        rows[i].last_activity_kind = static_cast<ActivityKind>(byte >> 4);
    }
    return true;
}

bool read_block(std::string_view bytes, Rows& rows) {
    Reader in(bytes);
    rows.resize(in.count(block_rows));
    if (rows.empty())
        return false;
    read_differences(in, rows, &BookRow::id);
    if (!read_flags(in, rows))
        return false;
    for (BookRow& row : rows)
        row.owner_id = in.signed_number();
    read_tags(in, rows);
    for (const Number member :
         {&BookRow::active_projects,
          &BookRow::progress,
          &BookRow::value_cents,
          &BookRow::running_value_cents,
          &BookRow::last_activity_ms,
          &BookRow::created_ms})
        read_numbers(in, rows, member);
    for (const String member : {&BookRow::postal_code, &BookRow::city, &BookRow::contact_role})
        read_words(in, rows, member);
    for (const String member :
         {&BookRow::name,
          &BookRow::legal_name,
          &BookRow::reference,
          &BookRow::previous_reference,
          &BookRow::email,
          &BookRow::phone,
          &BookRow::siret,
          &BookRow::siren,
          &BookRow::contacts_text,
          &BookRow::contact_name})
        read_texts(in, rows, member);
    for (BookRow& row : rows) {
        if (row.id <= 0)
            return false;
        if (row.siren == derived)
            row.siren = row.siret.substr(0, 9);
        if (row.contact_name == derived)
            row.contact_name = row.contacts_text.substr(0, row.contacts_text.find('\n'));
    }
    return in.ok() && in.at_end();
}

} // namespace

void encode_book(
    const Book& book, std::span<const Slot> slots, std::int64_t position, std::string& out
) {
    out += magic;
    put(out, book_format_version);
    put(out, static_cast<std::uint64_t>(position));
    put(out, slots.size());
    Rows rows;
    for (std::size_t at = 0; at < slots.size(); at += written_block_rows) {
        rows.clear();
        for (const Slot slot : slots.subspan(at, std::min(written_block_rows, slots.size() - at)))
            rows.push_back(book.row(slot));
        put_block(out, rows);
    }
}

bool BookDecoder::read_header() {
    Reader in(_pending);
    if (in.bytes(std::min(magic.size(), _pending.size())) != magic.substr(0, _pending.size()))
        return !(_failed = true);
    const std::uint64_t version = in.number();
    const std::uint64_t position = in.number();
    const std::uint64_t rows = in.number();
    if (!in.ok())
        return _pending.size() < 40 || !(_failed = true); // Not all of it is here yet.
    if (version != book_format_version || position > INT64_MAX || rows > max_rows)
        return !(_failed = true);
    _position = static_cast<std::int64_t>(position);
    _expected = static_cast<std::int64_t>(rows);
    _at = in.at();
    // Not more than a large workspace has, whatever the header says.
    _book.reserve(std::min<std::size_t>(_book.size() + static_cast<std::size_t>(rows), 250'000));
    return true;
}

bool BookDecoder::feed(std::string_view bytes) {
    if (_failed)
        return false;
    _pending += bytes;
    if (_expected < 0 && (!read_header() || _expected < 0))
        return !_failed;
    Rows rows;
    while (!finished()) {
        Reader in(std::string_view(_pending).substr(_at));
        const std::uint64_t size = in.number();
        if (!in.ok()) {
            if (_pending.size() - _at >= 10)
                _failed = true;
            break;
        }
        if (size > max_block_bytes) {
            _failed = true;
            break;
        }
        if (in.left() < size)
            break;
        if (!read_block(in.bytes(static_cast<std::size_t>(size)), rows) ||
            static_cast<std::int64_t>(rows.size()) > _expected - _read) {
            _failed = true;
            break;
        }
        for (const BookRow& row : rows)
            _book.put(row);
        _read += static_cast<std::int64_t>(rows.size());
        _at += in.at();
    }
    _pending.erase(0, _at);
    _at = 0;
    if (finished() && !_pending.empty())
        _failed = true;
    if (finished())
        _pending = {};
    return !_failed;
}

bool BookDecoder::finished() const {
    return !_failed && _expected >= 0 && _read == _expected;
}
std::int64_t BookDecoder::position() const {
    return _position;
}
std::int64_t BookDecoder::expected_rows() const {
    return std::max<std::int64_t>(_expected, 0);
}

} // namespace carnet
