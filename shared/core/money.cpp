// Reading and writing of amounts and grouped numbers.
#include "shared/core/money.hpp"

#include "shared/core/text.hpp"

namespace carnet {
namespace {

constexpr std::string_view no_break_space = "\u00A0";
constexpr std::string_view narrow_space = "\u202F";
constexpr std::string_view minus_sign = "\u2212";
constexpr std::int64_t most_cents = 1'000'000'000'000'000;

std::string grouped(unsigned long long number, Language language) {
    const std::string digits = std::to_string(number);
    std::string out;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0)
            out += language == Language::fr ? narrow_space : std::string_view(",");
        out += digits[i];
    }
    return out;
}

unsigned long long magnitude(long long number) {
    return number < 0 ? 0ULL - static_cast<unsigned long long>(number)
                      : static_cast<unsigned long long>(number);
}

// Digits, ',' '.' and the sign and unit that were around them.
struct Amount {
    std::string body;
    bool negative = false;
    std::int64_t factor = 1; // 1000 for "k", 1,000,000 for "M".
};

std::optional<Amount> read_amount(std::string_view text) {
    Amount amount;
    bool ended = false;
    for (std::size_t i = 0; i < text.size();) {
        const char32_t c = text::next(text, i);
        if (text::is_space(c) || c == U'€' || c == U'\'' || c == U'’')
            continue;
        if (c == U'-' || c == 0x2212) {
            if (!amount.body.empty() || amount.negative)
                return std::nullopt;
            amount.negative = true;
        } else if ((c >= U'0' && c <= U'9') || c == U',' || c == U'.') {
            if (ended)
                return std::nullopt;
            amount.body += static_cast<char>(c);
        } else if ((c == U'k' || c == U'K' || c == U'M') && !amount.body.empty() && !ended) {
            amount.factor = c == U'M' ? 1'000'000 : 1'000;
            ended = true;
        } else if (c == U'E' || c == U'e') {
            const std::string rest = text::to_lower(text.substr(i, 2));
            if (rest != "ur")
                return std::nullopt;
            i += 2;
            ended = !amount.body.empty();
        } else if (c != U'+' || !amount.body.empty()) {
            return std::nullopt;
        }
    }
    return amount;
}

// True when the pieces between separators are groups of a number: "1", "234", "567".
bool are_groups(std::string_view digits, char separator) {
    const auto pieces = text::split(digits, separator);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const std::size_t n = pieces[i].size();
        if (i == 0 ? n < 1 || n > 3 || (pieces.size() > 1 && pieces[0][0] == '0') : n != 3)
            return false;
    }
    return true;
}

struct Parts {
    std::string whole;
    std::string decimals;
};

// Which separator is the decimal one: the last one, unless it can only be a grouping.
std::optional<Parts> split_amount(const std::string& body) {
    const std::size_t last = body.find_last_of(",.");
    if (last == body.npos)
        return Parts{body, ""};
    const char mark = body[last];
    const char other = mark == ',' ? '.' : ',';
    const std::string before = body.substr(0, last), after = body.substr(last + 1);
    const bool repeated = before.find(mark) != before.npos;
    if (repeated || (after.size() == 3 && before.find(other) == before.npos)) {
        if (body.find(other) != body.npos || !are_groups(body, mark))
            return std::nullopt;
        return Parts{text::digits_only(body), ""};
    }
    if (before.find(other) != before.npos && !are_groups(before, other))
        return std::nullopt;
    return Parts{text::digits_only(before), after};
}

std::optional<std::int64_t> to_cents(const Parts& parts, std::int64_t factor) {
    if (parts.whole.empty() && parts.decimals.empty())
        return std::nullopt;
    if (parts.whole.size() > 14 || parts.decimals.size() > 2)
        return std::nullopt;
    std::int64_t cents = 0;
    for (const char c : parts.whole)
        cents = cents * 10 + (c - '0');
    for (std::size_t i = 0; i < 2; ++i)
        cents = cents * 10 + (i < parts.decimals.size() ? parts.decimals[i] - '0' : 0);
    if (cents > most_cents / factor)
        return std::nullopt;
    return cents * factor;
}

} // namespace

std::string format_number(long long number, Language language) {
    return (number < 0 ? std::string(minus_sign) : std::string()) +
           grouped(magnitude(number), language);
}

std::string format_money(std::int64_t cents, Language language, MoneyStyle style) {
    unsigned long long amount = magnitude(cents);
    const bool with_cents =
        style == MoneyStyle::cents || (style == MoneyStyle::exact && amount % 100 != 0);
    if (!with_cents)
        amount = (amount + 50) / 100 * 100;
    std::string figures = grouped(amount / 100, language);
    if (with_cents) {
        figures += language == Language::fr ? ',' : '.';
        figures += static_cast<char>('0' + amount / 10 % 10);
        figures += static_cast<char>('0' + amount % 10);
    }
    const std::string sign = cents < 0 && amount > 0 ? std::string(minus_sign) : std::string();
    if (language == Language::en)
        return sign + "€" + figures;
    return sign + figures + std::string(no_break_space) + "€";
}

std::string format_percent(std::int64_t percent, Language language) {
    std::string out = format_number(percent, language);
    if (language == Language::fr)
        out += no_break_space;
    return out + "%";
}

std::optional<std::int64_t> parse_money(std::string_view text) {
    const auto amount = read_amount(text);
    if (!amount)
        return std::nullopt;
    const auto parts = split_amount(amount->body);
    const auto cents = parts ? to_cents(*parts, amount->factor) : std::nullopt;
    if (!cents)
        return std::nullopt;
    return amount->negative ? -*cents : *cents;
}

std::optional<std::int64_t> parse_integer(std::string_view text) {
    const auto cents = parse_money(text);
    if (!cents || *cents % 100 != 0)
        return std::nullopt;
    return *cents / 100;
}

} // namespace carnet
