// INSEE's size bands, and dates in the shapes files have.
#include "shared/import/cell.hpp"

#include "shared/core/text.hpp"
#include "shared/texts/format.hpp"

namespace carnet {
namespace {

struct SizeBand {
    std::string_view code;
    std::string_view label;
    std::int64_t least; // Employees.
};
constexpr SizeBand size_bands[] = {
    {"NN", "Sans salarié", 0},
    {"00", "Sans salarié", 0},
    {"01", "1 ou 2 salariés", 1},
    {"02", "3 à 5 salariés", 3},
    {"03", "6 à 9 salariés", 6},
    {"11", "10 à 19 salariés", 10},
    {"12", "20 à 49 salariés", 20},
    {"21", "50 à 99 salariés", 50},
    {"22", "100 à 199 salariés", 100},
    {"31", "200 à 249 salariés", 200},
    {"32", "250 à 499 salariés", 250},
    {"41", "500 à 999 salariés", 500},
    {"42", "1\u202F000 à 1\u202F999 salariés", 1000},
    {"51", "2\u202F000 à 4\u202F999 salariés", 2000},
    {"52", "5\u202F000 à 9\u202F999 salariés", 5000},
    {"53", "10\u202F000 salariés et plus", 10000},
};

// 1–12 for a month's name, its usual abbreviations included; 0 for anything else.
int month_of(std::string_view word) {
    const std::string key = text::fold(word);
    if (key.size() < 3)
        return 0;
    for (std::size_t i = 0; i < 12; ++i) {
        for (const char* name : {texts::months[i].fr, texts::months[i].en}) {
            const std::string full = text::fold(name);
            // "juin" and "juillet" differ only in their fourth letter.
            const bool enough = key.size() >= (full.substr(0, 3) == "jui" ? 4u : 3u);
            if (enough && full.substr(0, key.size()) == key)
                return static_cast<int>(i) + 1;
        }
    }
    return 0;
}

int number_of(std::string_view digits) {
    int value = 0;
    for (const char c : digits)
        value = value * 10 + (c - '0');
    return value;
}

std::optional<Date> set_or_nothing(Date date) {
    return date.is_set() ? std::optional(date) : std::nullopt;
}

// "20 janvier 2026", "20-janv-26", "January 20, 2026", "jeudi 20 janvier 2026".
std::optional<Date> parse_named_month(std::string_view cell) {
    int day = 0, month = 0, year = 0;
    const std::string folded = text::fold(cell);
    for (const auto word : text::split(folded, ' ')) {
        if (text::all_digits(word) && word.size() <= 2 && day == 0)
            day = number_of(word);
        else if (text::all_digits(word) && (word.size() == 4 || word.size() == 2))
            year = number_of(word) + (word.size() == 2 ? 2000 : 0);
        else if (word == "1er")
            day = 1;
        else if (const int named = month_of(word))
            month = named;
    }
    return month ? set_or_nothing(make_date(year, month, day)) : std::nullopt;
}

// Days since 1899-12-30, as spreadsheets count.
std::optional<Date> parse_serial(std::string_view digits) {
    constexpr int first = 10'000, last = 80'000, offset = 25'569;
    const int serial = number_of(digits);
    if (serial < first || serial > last)
        return std::nullopt;
    return Date{serial - offset};
}

} // namespace

std::string_view size_band_label(std::string_view insee_code) {
    const std::string code = text::to_upper(insee_code);
    for (const SizeBand& band : size_bands)
        if (band.code == code)
            return band.label;
    return "";
}

std::string_view size_band_of(std::int64_t employees) {
    std::string_view label = size_bands[0].label;
    for (const SizeBand& band : size_bands)
        if (employees >= band.least)
            label = band.label;
    return label;
}

std::optional<Date> parse_file_date(std::string_view cell) {
    cell = text::trim(cell);
    if (cell.size() > 40)
        return std::nullopt;
    if (cell.size() > 2 && cell.substr(cell.size() - 2) == ".0")
        cell.remove_suffix(2);
    // A time behind the day says nothing here: "2026-01-20 00:00:00", "20/01/2026 09:30".
    if (cell.size() > 10 && (cell[10] == 'T' || cell[10] == ' ') && cell.find(':') != cell.npos)
        cell = cell.substr(0, 10);
    if (text::all_digits(cell)) {
        if (cell.size() == 4)
            return set_or_nothing(make_date(number_of(cell), 1, 1));
        if (cell.size() == 5)
            return parse_serial(cell);
        if (cell.size() == 8) {
            const Date date = make_date(
                number_of(cell.substr(0, 4)),
                number_of(cell.substr(4, 2)),
                number_of(cell.substr(6, 2))
            );
            if (date.is_set() && cell[0] != '0' && number_of(cell.substr(0, 4)) >= 1700)
                return date;
        }
    }
    if (const auto date = parse_typed_date(cell))
        return date;
    // Month first, where the day cannot be a month: "1/20/2026".
    const auto pieces = text::split(cell, cell.find('/') != cell.npos ? '/' : '-');
    if (pieces.size() == 3 && text::all_digits(pieces[0]) && text::all_digits(pieces[1]) &&
        pieces[1].size() <= 2 && number_of(pieces[1]) > 12)
        return parse_typed_date(
            std::string(pieces[1]) + "/" + std::string(pieces[0]) + "/" + std::string(pieces[2])
        );
    return parse_named_month(cell);
}

} // namespace carnet
