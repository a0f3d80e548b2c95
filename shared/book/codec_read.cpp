// Reading the book's columns, in pieces of any size and from anybody: what does not fit is refused.
#include "shared/book/codec_format.hpp"

#include <algorithm>
#include <array>

namespace carnet {
namespace {

using namespace wire;

constexpr std::size_t max_block_bytes = 32u << 20;
constexpr std::int64_t max_rows = 50'000'000;
constexpr std::size_t max_word_bytes = 4096; // Of a table: one entry may be used by every row.
constexpr std::size_t max_list_size = 1000;

// Wraps around; see difference() of the writer.
std::int64_t sum(std::int64_t a, std::int64_t b) {
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) + static_cast<std::uint64_t>(b));
}

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
