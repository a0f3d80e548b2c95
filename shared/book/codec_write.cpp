// Writing the book's columns; their order is in codec_format.hpp.
#include "shared/book/codec_format.hpp"

#include <algorithm>
#include <unordered_map>

namespace carnet {
namespace {

using namespace wire;

constexpr std::size_t written_block_rows = 1024;

void put(std::string& out, std::uint64_t n) {
    for (; n >= 0x80; n >>= 7)
        out += static_cast<char>(n | 0x80);
    out += static_cast<char>(n);
}
void put_signed(std::string& out, std::int64_t n) {
    put(out, (static_cast<std::uint64_t>(n) << 1) ^ static_cast<std::uint64_t>(n >> 63));
}
// Wraps around instead of overflowing; the reader wraps back (sum).
std::int64_t difference(std::int64_t a, std::int64_t b) {
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) - static_cast<std::uint64_t>(b));
}

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

} // namespace carnet
