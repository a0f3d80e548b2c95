// Numbers of invented companies: right by their check digits, as validators want them.
#include "backend/features/demo/client.hpp"
#include "shared/core/text.hpp"

#include <array>
#include <cstdio>

namespace carnet::demo {

namespace {

// Luhn's formula over the digits; SIREN and SIRET are right when it gives 0.
int luhn(const std::string& digits) {
    int sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        int digit = digits[digits.size() - 1 - i] - '0';
        if (i % 2 == 1)
            digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
        sum += digit;
    }
    return sum % 10;
}

std::string with_check_digit(const std::string& digits) {
    return digits + static_cast<char>('0' + (10 - luhn(digits + "0")) % 10);
}

std::string four_digits(std::int64_t number) {
    char text[8];
    std::snprintf(text, sizeof text, "%04d", static_cast<int>(number % 10'000));
    return text;
}

} // namespace

std::string make_siren(std::int64_t number) {
    // 7919 is prime to 90,000,000: every client gets another one.
    return with_check_digit(std::to_string(10'000'000 + number * 7919 % 90'000'000));
}

std::string make_siret(const std::string& siren) {
    return with_check_digit(siren + "0001");
}

std::string make_vat_number(const std::string& siren) {
    const int key = static_cast<int>((12 + 3 * (std::stoll(siren) % 97)) % 97);
    char text[16];
    std::snprintf(text, sizeof text, "FR%02d", key);
    return text + siren;
}

std::string make_phone(std::int64_t number) {
    static constexpr std::array<const char*, 5> ranges = {
        "+3326191", "+3319900", "+3335301", "+3346571", "+3353649"};
    return ranges[static_cast<std::size_t>(number / 10'000 % 5)] + four_digits(number);
}

std::string make_mobile(std::int64_t number) {
    return "+3363998" + four_digits(number);
}

std::string slug(std::string_view name) {
    std::string text = text::fold(name);
    for (char& c : text)
        if (c == ' ')
            c = '-';
    return text;
}

} // namespace carnet::demo
