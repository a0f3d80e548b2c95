// Phones, company numbers and sizes as people read them.
#include "shared/core/format.hpp"

#include "shared/core/calling_codes.hpp"
#include "shared/core/text.hpp"
#include "shared/texts/format.hpp"

namespace carnet {
namespace {

constexpr std::string_view no_break_space = "\u00A0";

// Groups of two from the right; an odd number of digits starts with a group of three.
std::string in_pairs(std::string_view digits) {
    std::string out;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const std::size_t left = digits.size() - i;
        if (i > 0 && left % 2 == 0 && !(digits.size() % 2 == 1 && i == 1))
            out += ' ';
        out += digits[i];
    }
    return out;
}

std::string grouped(std::string_view text, std::initializer_list<std::size_t> sizes) {
    std::string out;
    for (const std::size_t size : sizes) {
        if (!out.empty())
            out += no_break_space;
        out += text.substr(0, size);
        text.remove_prefix(size);
    }
    return out;
}

std::string written_number(std::string_view digits) {
    const std::size_t length = calling_code_length(digits);
    const std::string_view code = digits.substr(0, length), rest = digits.substr(length);
    // As it is dialled inside France, where that leads back to the same number: +33 6 92 … is not
    // the 06 92 … of Réunion.
    if (const std::string national = "0" + std::string(rest);
        rest.size() == 9 && french_country_code(national) == code)
        return in_pairs(national);
    if (code == "1" && rest.size() == 10)
        return "+1 " + std::string(rest.substr(0, 3)) + " " + std::string(rest.substr(3, 3)) + " " +
               std::string(rest.substr(6));
    return "+" + std::string(code) + (length ? " " : "") + in_pairs(rest);
}

} // namespace

std::string format_phone(std::string_view stored, Language language) {
    const std::size_t end = stored.find(";ext=");
    const std::string_view number = stored.substr(0, end);
    if (number.size() < 5 || number.size() > 16 || number[0] != '+' ||
        !text::all_digits(number.substr(1)))
        return std::string(stored);
    std::string written = written_number(number.substr(1));
    if (end == stored.npos)
        return written;
    return fill(
        tr(texts::phone_extension, language), {{"number", written}, {"n", stored.substr(end + 5)}}
    );
}

std::string format_siren(std::string_view siren) {
    return siren.size() == 9 ? grouped(siren, {3, 3, 3}) : std::string(siren);
}

std::string format_siret(std::string_view siret) {
    return siret.size() == 14 ? grouped(siret, {3, 3, 3, 5}) : std::string(siret);
}

std::string format_vat_number(std::string_view number) {
    if (number.size() != 13 || number.substr(0, 2) != "FR")
        return std::string(number);
    return grouped(number, {2, 2, 3, 3, 3});
}

std::string format_size(std::uint64_t bytes, Language language) {
    std::size_t unit = 0;
    std::uint64_t tenths = bytes * 10;
    for (; tenths >= 10'000 && unit + 1 < texts::byte_units.size(); ++unit)
        tenths = (tenths + 500) / 1000;
    std::string out = std::to_string(tenths / 10);
    if (tenths < 100 && tenths % 10 != 0) {
        out += language == Language::fr ? ',' : '.';
        out += static_cast<char>('0' + tenths % 10);
    }
    return out + std::string(no_break_space) + tr(texts::byte_units[unit], language);
}

} // namespace carnet
