// The list's query as an address says it, and back. Keys: q, state, kind, owner, tag, notag,
// projects (active, none), activity (days or "never"), from, to (days), min, max (cents), archived
// and review (1), sort (a column, "-" before it: descending).
#include "shared/book/book.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace carnet {
namespace {

constexpr std::int64_t day_ms = 86'400'000;

constexpr Text unknown_key{"Paramètre inconnu", "Unknown parameter"};
constexpr Text bad_value{"Valeur non valable", "Not a valid value"};

// ---- Writing

void append_encoded(std::string& out, std::string_view text) {
    constexpr char hex[] = "0123456789ABCDEF";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                           (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' || c == '~' ||
                           c == ',';
        if (plain)
            out += c;
        else if (c == ' ')
            out += '+';
        else {
            out += '%';
            out += hex[byte >> 4];
            out += hex[byte & 15];
        }
    }
}

void append_pair(std::string& out, std::string_view key, std::string_view value) {
    if (!out.empty())
        out += '&';
    out += key;
    out += '=';
    append_encoded(out, value);
}

template <class E>
std::string joined_words(const std::vector<E>& values) {
    std::string out;
    for (const E value : values) {
        if (!out.empty())
            out += ',';
        out += choices_of(value)[static_cast<std::size_t>(value)].value;
    }
    return out;
}

std::string joined_ids(const Ids& ids) {
    std::string out;
    for (const std::int64_t id : ids) {
        if (!out.empty())
            out += ',';
        out += std::to_string(id);
    }
    return out;
}

std::string day_of(std::int64_t ms) {
    return to_iso(Date{static_cast<std::int32_t>((ms - ((ms % day_ms) + day_ms) % day_ms) / day_ms)}
    );
}

// ---- Reading

int hex_digit(char c) {
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

std::optional<std::string> decoded(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '+')
            out += ' ';
        else if (text[i] == 0)
            return std::nullopt;
        else if (text[i] != '%')
            out += text[i];
        else {
            const int high = i + 2 < text.size() ? hex_digit(text[i + 1]) : -1;
            const int low = i + 2 < text.size() ? hex_digit(text[i + 2]) : -1;
            if (high < 0 || low < 0 || (high == 0 && low == 0))
                return std::nullopt;
            out += static_cast<char>(high * 16 + low);
            i += 2;
        }
    }
    return out;
}

bool read_number(std::string_view text, std::int64_t& number) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size();
}

// Calls read(piece) for the pieces between commas; false when one is refused.
template <class Read>
bool read_list(std::string_view value, Read read) {
    for (;;) {
        const std::size_t comma = value.find(',');
        if (!read(value.substr(0, comma)))
            return false;
        if (comma == std::string_view::npos)
            return true;
        value.remove_prefix(comma + 1);
    }
}

bool read_ids(std::string_view value, Ids& ids) {
    return read_list(value, [&](std::string_view piece) {
        std::int64_t id = 0;
        if (!read_number(piece, id) || id < 0 || ids.size() >= 1000)
            return false;
        ids.push_back(id);
        return true;
    });
}

template <class E>
bool read_words(std::string_view value, std::vector<E>& values) {
    return read_list(value, [&](std::string_view piece) {
        const auto choices = choices_of(E{});
        for (std::size_t i = 0; i < choices.size(); ++i) {
            const E found = static_cast<E>(i);
            if (choices[i].value != piece)
                continue;
            if (std::find(values.begin(), values.end(), found) == values.end())
                values.push_back(found);
            return true;
        }
        return false;
    });
}

bool read_day(std::string_view value, std::int64_t plus_ms, std::int64_t& ms) {
    const auto day = parse_iso_date(value);
    if (!day)
        return false;
    ms = day->days * day_ms + plus_ms;
    return true;
}

bool read_activity(std::string_view value, int& days) {
    if (value == "never")
        return days = -1, true;
    std::int64_t n = 0;
    if (!read_number(value, n) || n < 1 || n > 36'500)
        return false;
    days = static_cast<int>(n);
    return true;
}

bool read_flag(std::string_view value, bool& flag) {
    flag = value == "1";
    return flag || value == "0";
}

bool read_sort(std::string_view value, BookQuery& query) {
    query.descending = value.starts_with('-');
    return parse_column(value.substr(query.descending ? 1 : 0), query.sort);
}

enum class Outcome { read, bad, unknown };

Outcome read_pair(std::string_view key, const std::string& value, BookQuery& query) {
    const auto outcome = [](bool ok) { return ok ? Outcome::read : Outcome::bad; };
    if (key == "q")
        return outcome(value.size() <= 500 && (query.text = value, true));
    if (key == "state")
        return outcome(read_words(value, query.states));
    if (key == "kind")
        return outcome(read_words(value, query.kinds));
    if (key == "owner")
        return outcome(read_ids(value, query.owners));
    if (key == "tag")
        return outcome(read_ids(value, query.tags_with));
    if (key == "notag")
        return outcome(read_ids(value, query.tags_without));
    if (key == "projects") {
        query.projects = value == "active" ? 1 : value == "none" ? 2 : 0;
        return outcome(query.projects != 0);
    }
    if (key == "activity")
        return outcome(read_activity(value, query.activity_days));
    if (key == "from")
        return outcome(read_day(value, 0, query.activity_from_ms));
    if (key == "to")
        return outcome(read_day(value, day_ms - 1, query.activity_to_ms));
    if (key == "min")
        return outcome(read_number(value, query.value_min_cents));
    if (key == "max")
        return outcome(read_number(value, query.value_max_cents));
    if (key == "archived")
        return outcome(read_flag(value, query.archived));
    if (key == "review")
        return outcome(read_flag(value, query.review));
    if (key == "sort")
        return outcome(read_sort(value, query));
    return Outcome::unknown;
}

} // namespace

std::string to_query_string(const BookQuery& query) {
    std::string out;
    if (!query.text.empty())
        append_pair(out, "q", query.text);
    if (!query.states.empty())
        append_pair(out, "state", joined_words(query.states));
    if (!query.kinds.empty())
        append_pair(out, "kind", joined_words(query.kinds));
    if (!query.owners.empty())
        append_pair(out, "owner", joined_ids(query.owners));
    if (!query.tags_with.empty())
        append_pair(out, "tag", joined_ids(query.tags_with));
    if (!query.tags_without.empty())
        append_pair(out, "notag", joined_ids(query.tags_without));
    if (query.projects != 0)
        append_pair(out, "projects", query.projects == 1 ? "active" : "none");
    if (query.activity_days != 0)
        append_pair(
            out, "activity", query.activity_days < 0 ? "never" : std::to_string(query.activity_days)
        );
    if (query.activity_from_ms != 0)
        append_pair(out, "from", day_of(query.activity_from_ms));
    if (query.activity_to_ms != 0)
        append_pair(out, "to", day_of(query.activity_to_ms));
    if (query.value_min_cents != INT64_MIN)
        append_pair(out, "min", std::to_string(query.value_min_cents));
    if (query.value_max_cents != INT64_MAX)
        append_pair(out, "max", std::to_string(query.value_max_cents));
    if (query.archived)
        append_pair(out, "archived", "1");
    if (query.review)
        append_pair(out, "review", "1");
    if (query.sort != BookColumn::name || query.descending)
        append_pair(
            out, "sort", (query.descending ? "-" : "") + std::string(column_name(query.sort))
        );
    return out;
}

Result<BookQuery> parse_book_query(
    std::string_view query_string, Language language, std::span<const std::string_view> other_keys
) {
    if (query_string.starts_with('?'))
        query_string.remove_prefix(1);
    BookQuery query;
    Error error{ErrorCode::invalid, tr(bad_value, language), {}};
    while (!query_string.empty()) {
        const std::size_t end = query_string.find('&');
        const std::string_view pair = query_string.substr(0, end);
        query_string.remove_prefix(end == std::string_view::npos ? query_string.size() : end + 1);
        if (pair.empty())
            continue;
        const std::size_t equals = pair.find('=');
        const std::string_view key = pair.substr(0, equals);
        if (std::find(other_keys.begin(), other_keys.end(), key) != other_keys.end())
            continue;
        const auto value = decoded(
            equals == std::string_view::npos ? std::string_view{} : pair.substr(equals + 1)
        );
        // An empty value is as good as none: forms send them.
        if (value && value->empty() && (key == "q" || key == "sort"))
            continue;
        const Outcome outcome = value ? read_pair(key, *value, query) : Outcome::bad;
        if (outcome == Outcome::read)
            continue;
        FieldError field;
        field.field = std::string(key.substr(0, 40));
        field.message = tr(outcome == Outcome::bad ? bad_value : unknown_key, language);
        error.fields.push_back(std::move(field));
    }
    if (!error.fields.empty())
        return error;
    return query;
}

} // namespace carnet
