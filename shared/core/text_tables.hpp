// Letters of the Latin blocks beyond ASCII: to which plain letters each belongs, and which accents
// it bears. One character per code point, computed from the Unicode 14 decompositions
// (UnicodeData.txt) plus the letters with strokes, hooks and ligatures, which have none. In the
// letters, '-' is no Latin letter and a figure or sign stands for a pair of letters (see
// latin_pairs). In the accents, later characters sort later, in the order of the Unicode collation:
// acute, grave, breve, circumflex, caron, ring, diaeresis, double acute, tilde, dot, stroke, and so
// on.
#pragma once

#include <string_view>

namespace carnet::text {

// Where a code of latin letters is found in latin_pair_codes, its two letters are at twice that
// place in latin_pairs.
inline constexpr std::string_view latin_pair_codes = "0123456789@#$%&*()[";
inline constexpr std::string_view latin_pairs = "AEDZDzIJLJLjNJNjOESSTHaedzijljnjoessth";

// U+00C0 to U+024F.
inline constexpr std::string_view latin_letters_00c0 =
    "AAAAAA0CEEEEIIIIDNOOOOO-OUUUUY@)aaaaaa#ceeeeiiiidnooooo-ouuuuy[y"
    "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIi3%JjKkqLlLlLlL"
    "lLlNnNnNnnNnOoOoOo8(RrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs"
    "bB-----CcDD----EEFfG---IKkl--NnOOo--Pp-----tTtTUu-VYyZz---------"
    "----12$45&67*AaIiOoUuUuUuUuUueAaAa0#GgGgKkOoOo--j12$Gg--NnAa0#Oo"
    "AaAaEeEeIiIiOoOoRrRrUuUuSsTt--HhNd--ZzAaEeOoOoOoOoYylntj--ACcLTs"
    "z--BU-EeJj--RrYy";

// U+00C0 to U+024F.
inline constexpr std::string_view latin_accents_00c0 =
    "$!*931_@$!*3$!*3_9$!*93!_$!*3!__$!*931_@$!*3$!*3_9$!*93!_$!*3!_3"
    "EE%%CC!!**==////__EE%%==CC//**%%==@@**__99EE%%CC=___**@@_!!@@//_"
    "___!!@@//___EE%%88__!!@@//!!**@@//@@//__99EE%%1188CC****3!!==//_"
    "__!!!!!____!!!!_____!!!____!!___LL!!__!!!!!____LL!_____!!!!!!!!!"
    "!!!!_________////////77446655_77>>bb__////CCDD!!/___!!!!$$22````"
    "JJKKJJKKJJKKJJKKJJKKJJKKYYYY!!//__!!__==@@77<<==>>EE____!!______"
    "_!!__!____!!____";

// U+1E00 to U+1EFF.
inline constexpr std::string_view latin_letters_1e00 =
    "AaBbBbBbCcDdDdDdDdDdEeEeEeEeEeFfGgHhHhHhHhHhIiIiKkKkKkLlLlLlLlMm"
    "MmMmNnNnNnNnOoOoOoOoPpPpRrRrRrRrSsSsSsSsSsTtTtTtTtUuUuUuUuUuVvVv"
    "WwWwWwWwWwXxXxYyZzZzZzhtwyasss9-AaAaAaAaAaAaAaAaAaAaAaAaEeEeEeEe"
    "EeEeEeEeIiIiOoOoOoOoOoOoOoOoOoOoOoOoUuUuUuUuUuUuUuYyYyYyYy------";

// U+1E00 to U+1EFF.
inline constexpr std::string_view latin_accents_1e00 =
    "XX==RR^^AA==RR^^@@ZZGGFFZZ]]BB==EE==RR33@@[[]]44!!RR^^RRVV^^ZZ!!"
    "==RR==RR^^ZZ::;;GGFF!!====RRVV^^==RR##00UU==RR^^ZZWW]]ZZ::HH99RR"
    "$$!!33==RR==33==**RR^^^311_a___!RRII++,,..--TT&&''))((SSRRII99++"
    ",,..--TTIIRRRRII++,,..--TTMMNNPPOOQQRRIIMMNNPPOOQQ$$RRII99!!!!!!";

} // namespace carnet::text
