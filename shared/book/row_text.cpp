// See row_text.hpp.
#include "shared/book/row_text.hpp"

#include "shared/book/text_arena.hpp"
#include "shared/core/text.hpp"

namespace carnet::book {
namespace {

constexpr std::size_t text_count = static_cast<std::size_t>(RowText::count);

void append_varint(std::string& out, std::size_t n) {
    for (; n >= 0x80; n >>= 7)
        out += static_cast<char>(n | 0x80);
    out += static_cast<char>(n);
}

std::size_t read_varint(std::string_view text, std::size_t& at) {
    std::size_t n = 0;
    for (int shift = 0;; shift += 7) {
        const auto byte = static_cast<unsigned char>(text[at++]);
        n |= static_cast<std::size_t>(byte & 0x7F) << shift;
        if (byte < 0x80)
            return n;
    }
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// What people write between the digits of a number.
bool is_number_punctuation(char32_t c) {
    return c == '.' || c == '-' || c == '+' || c == '(' || c == ')' || text::is_space(c);
}

// The digits when the text is nothing but a number of 3 or more of them.
std::string number_digits(std::string_view text) {
    std::string digits;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = text::next(text, at);
        if (c >= '0' && c <= '9')
            digits += static_cast<char>(c);
        else if (!is_number_punctuation(c))
            return {};
    }
    return digits.size() >= 3 ? digits : std::string{};
}

// Adds a line unless another one contains it: whatever is found in it is found there, and memory of
// a browser tab is dear.
void append_line(std::string& out, std::string_view line) {
    if (line.empty() || out.find(line) != std::string::npos)
        return;
    out += line;
    out += separator;
}

// French national numbers are written internationally, so that both ways of typing find them.
void append_number_line(std::string& out, std::string_view digits, bool international) {
    if (!international && digits.size() == 10 && digits[0] == '0')
        append_line(out, "+33" + std::string(digits.substr(1)));
    else
        append_line(out, (international ? "+" : "") + std::string(digits));
}

void append_text_line(std::string& out, std::string_view text) {
    if (text.empty())
        return;
    std::string folded;
    append_folded(folded, text);
    append_line(out, folded);
}

// A phone, or a line of contacts_text.
void append_any_line(std::string& out, std::string_view line) {
    if (line.empty())
        return;
    if (line[0] == '+' || is_digit(line[0]) || line[0] == '(') {
        const std::string digits = number_digits(line);
        if (!digits.empty())
            append_number_line(out, digits, line[0] == '+');
        if (line[0] == '+' && line.size() == digits.size() + 1)
            return;
    }
    append_text_line(out, line);
}

} // namespace

// Each size is written as size * 2, plus 1 when the bytes are the beginning of the next text's.
void pack_texts(const BookRow& row, BookTexts kept, std::string& out) {
    std::array<std::string_view, text_count> texts = {
        row.name,
        row.reference,
        row.email,
        row.phone,
        row.legal_name,
        row.previous_reference,
        row.siren,
        row.siret,
        row.postal_code,
        row.contact_name,
        row.contacts_text,
    };
    if (kept == BookTexts::shown)
        for (const RowText hidden :
             {RowText::legal_name,
              RowText::previous_reference,
              RowText::siren,
              RowText::siret,
              RowText::postal_code,
              RowText::contacts_text})
            texts[static_cast<std::size_t>(hidden)] = {};
    const auto is_shared = [&](std::size_t i) {
        const bool may = i == static_cast<std::size_t>(RowText::siren) ||
                         i == static_cast<std::size_t>(RowText::contact_name);
        return may && !texts[i].empty() && texts[i + 1].starts_with(texts[i]);
    };
    out.clear();
    for (std::size_t i = 0; i < text_count; ++i)
        append_varint(out, texts[i].size() * 2 + (is_shared(i) ? 1 : 0));
    for (std::size_t i = 0; i < text_count; ++i)
        if (!is_shared(i))
            out += texts[i];
}

std::array<std::string_view, text_count> unpack_texts(std::string_view packed) {
    std::array<std::size_t, text_count> sizes{};
    std::size_t at = 0;
    for (auto& size : sizes)
        size = read_varint(packed, at);
    std::array<std::string_view, text_count> texts;
    for (std::size_t i = 0; i < text_count; ++i) {
        texts[i] = packed.substr(at, sizes[i] / 2);
        if (sizes[i] % 2 == 0)
            at += sizes[i] / 2;
    }
    return texts;
}

std::string_view packed_text(std::string_view packed, RowText which) {
    if (packed.empty())
        return {};
    std::size_t at = 0;
    std::size_t before = 0;
    std::size_t size = 0;
    for (std::size_t i = 0; i < text_count; ++i) {
        const std::size_t n = read_varint(packed, at);
        if (i < static_cast<std::size_t>(which))
            before += n % 2 == 0 ? n / 2 : 0;
        else if (i == static_cast<std::size_t>(which))
            size = n / 2;
    }
    return packed.substr(at + before, size);
}

void append_folded(std::string& out, std::string_view text) {
    const std::size_t begin = out.size();
    for (const char c : text) {
        if (static_cast<unsigned char>(c) >= 0x80) {
            out.resize(begin);
            out += text::fold(text);
            return;
        }
        const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (is_letter || is_digit(c))
            out += static_cast<char>(is_letter ? c | 0x20 : c);
        else if (out.size() > begin && out.back() != ' ')
            out += ' ';
    }
    if (out.size() > begin && out.back() == ' ')
        out.pop_back();
}

// The e-mail addresses first: most of them contain somebody's name, and often the company's.
void search_text(const BookRow& row, std::string& out) {
    const auto each_contact_line = [&](const auto& take) {
        std::string_view rest = row.contacts_text;
        while (!rest.empty()) {
            const std::size_t end = rest.find('\n');
            take(rest.substr(0, end));
            rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
        }
    };
    out.clear();
    append_text_line(out, row.email);
    each_contact_line([&](std::string_view line) {
        if (line.find('@') != std::string_view::npos)
            append_text_line(out, line);
    });
    append_text_line(out, row.name);
    append_text_line(out, row.legal_name);
    append_text_line(out, row.reference);
    append_text_line(out, row.previous_reference);
    append_text_line(out, row.city);
    append_line(out, row.siret);
    append_line(out, row.siren);
    each_contact_line([&](std::string_view line) { append_any_line(out, line); });
    append_text_line(out, row.contact_name);
    append_any_line(out, row.phone);
    // Every row has at least one byte: an empty text would have no place of its own.
    if (out.empty())
        out += separator;
}

std::vector<SearchTerm> search_terms(std::string_view typed) {
    std::vector<SearchTerm> terms;
    std::string digits; // Of the run of number-like words that is being read.
    SearchTerm run;
    const auto close_run = [&] {
        if (digits.size() >= 3) {
            run.numbers.push_back(digits);
            std::string_view national = digits;
            if (national.starts_with("0033"))
                national.remove_prefix(4);
            else if (national.starts_with("330"))
                national.remove_prefix(2);
            if (national.size() > 1 && national[0] == '0')
                national.remove_prefix(1);
            if (national.size() != digits.size())
                run.numbers.push_back("+33" + std::string(national));
        }
        if (!run.words.empty() || !run.numbers.empty())
            terms.push_back(std::move(run));
        run = {};
        digits.clear();
    };
    for (std::size_t at = 0; at < typed.size();) {
        const std::size_t begin = at;
        if (text::is_space(text::next(typed, at)))
            continue;
        std::size_t end = at;
        while (at < typed.size() && !text::is_space(text::next(typed, at)))
            end = at;
        const std::string_view token = typed.substr(begin, end - begin);
        std::string word;
        append_folded(word, token);
        bool number_like = false;
        for (const char c : token) {
            number_like = is_digit(c) || is_number_punctuation(static_cast<unsigned char>(c));
            if (!number_like)
                break;
        }
        if (!number_like)
            close_run();
        if (!word.empty())
            run.words.push_back(word);
        if (!number_like) {
            close_run();
            continue;
        }
        for (const char c : token)
            if (is_digit(c))
                digits += c;
    }
    close_run();
    return terms;
}

} // namespace carnet::book
