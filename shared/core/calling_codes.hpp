// Where the country code of an E.164 number ends.
// Source: ITU-T E.164, list of assigned country codes (position of 1 November 2016), as read on
// 2026-11-21.
#pragma once

#include <cstddef>
#include <string_view>

namespace carnet {

// Number of digits (1–3) of the country code that `digits` (without "+") starts with; 0 when there
// is none.
constexpr std::size_t calling_code_length(std::string_view digits) {
    constexpr std::string_view two =
        " 20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 "
        "63 64 65 66 81 82 84 86 90 91 92 93 94 95 98 ";
    // Unassigned codes inside the three-digit ranges; ranges 21, 22 … 99 are otherwise full enough
    // to accept.
    constexpr std::string_view no_code =
        " 210 214 215 217 219 259 28 292 293 294 295 296 384 388 394 395 396 397 398 399 83 89 "
        "693 694 695 696 697 698 699 854 857 858 859 871 872 873 874 875 876 877 879 978 990 997 "
        "999 ";
    const auto listed = [](std::string_view list, std::string_view code) {
        for (std::size_t i = 0; i + code.size() + 2 <= list.size(); ++i)
            if (list[i] == ' ' && list.substr(i + 1, code.size()) == code &&
                list[i + 1 + code.size()] == ' ')
                return true;
        return false;
    };
    if (digits.size() < 3 || digits[0] == '0')
        return 0;
    if (digits[0] == '1' || digits[0] == '7')
        return 1;
    if (listed(two, digits.substr(0, 2)))
        return 2;
    return listed(no_code, digits.substr(0, 2)) || listed(no_code, digits.substr(0, 3)) ? 0 : 3;
}

} // namespace carnet
