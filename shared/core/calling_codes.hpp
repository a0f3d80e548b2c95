// Where the country code of an E.164 number ends, and which one a French number has.
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

// Country code of a French number of ten digits that starts with 0: overseas numbers have their
// own, in the middle of which lie the mobile numbers of fiction, 06 39 98. Source: Arcep, plan de
// numérotation (décision 2018-0881 and its changes), as read on 2026-11-21.
constexpr std::string_view french_country_code(std::string_view ten_digits) {
    struct Row {
        std::string_view prefix, code;
    };
    constexpr Row rows[] = {
        {"063998", "33"},
        {"0262", "262"},
        {"0263", "262"},
        {"0269", "262"},
        {"0639", "262"},
        {"0692", "262"},
        {"0693", "262"},
        {"0590", "590"},
        {"0690", "590"},
        {"0691", "590"},
        {"0594", "594"},
        {"0694", "594"},
        {"0596", "596"},
        {"0696", "596"},
        {"0697", "596"},
    };
    for (const Row& row : rows)
        if (ten_digits.substr(0, row.prefix.size()) == row.prefix)
            return row.code;
    return "33";
}

} // namespace carnet
