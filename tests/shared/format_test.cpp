// Amounts, dates, moments, phones and plurals, as people read and type them.
#include "shared/core/format.hpp"

#include "shared/core/typed_time.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace carnet;

namespace {

constexpr Language fr = Language::fr, en = Language::en;

std::string relative(std::string_view moment, Language language = fr) {
    const LocalClock clock{*parse_iso_instant("2026-11-21T20:00:00Z"), 60};
    return format_relative(*parse_iso_instant(moment), language, clock);
}

std::string typed_date(std::string_view text) {
    const auto date = parse_typed_date(text);
    return date ? to_iso(*date) : "";
}

} // namespace

TEST_CASE("amounts are written with French or English groups") {
    CHECK(format_money(8'420'000, fr) == "84\u202F200\u00A0€");
    CHECK(format_money(476'910, fr, MoneyStyle::cents) == "4\u202F769,10\u00A0€");
    CHECK(format_money(476'950, fr) == "4\u202F770\u00A0€");
    CHECK(format_money(-12'345'605, en, MoneyStyle::exact) == "\u2212€123,456.05");
    CHECK(format_money(150'000, fr, MoneyStyle::exact) == "1\u202F500\u00A0€");
    CHECK(format_money(-20, fr) == "0\u00A0€");
    CHECK(format_money(INT64_MIN, en) == "\u2212€92,233,720,368,547,758");
    CHECK(format_number(1234567, fr) == "1\u202F234\u202F567");
    CHECK(format_percent(75, fr) == "75\u00A0%");
}

TEST_CASE("amounts are read in any usual shape") {
    struct Row {
        std::string typed;
        std::int64_t cents;
    };
    for (const Row& row : {
             Row{"1 234,56", 123456},
             Row{"1234.56", 123456},
             Row{"1\u202F234\u00A0€", 123400},
             Row{"1.234,56 €", 123456},
             Row{"€1,234.56", 123456},
             Row{"-5", -500},
             Row{"\u22125,5", -550},
             Row{"12 k€", 1200000},
             Row{"1,5M", 150000000},
             Row{"1,234", 123400},
             Row{"1.234.567", 123456700},
             Row{"0,5", 50},
             Row{",5", 50},
             Row{"12 EUR", 1200},
             Row{"0", 0},
         }) {
        CAPTURE(row.typed);
        REQUIRE(parse_money(row.typed));
        CHECK(*parse_money(row.typed) == row.cents);
    }
    for (const std::string typed :
         {"",
          "abc",
          "12,345,6",
          "1,2345",
          "0.125",
          "-",
          "1 2a",
          "--5",
          "5-",
          "1e5",
          "999999999999999999"}) {
        CAPTURE(typed);
        CHECK_FALSE(parse_money(typed));
    }
    CHECK(*parse_integer("1\u202F500") == 1500);
    CHECK_FALSE(parse_integer("1,5"));
}

TEST_CASE("days are read as typed and written as read") {
    for (const std::string typed :
         {"21/11/2026",
          "21-11-26",
          "21.11.2026",
          "2026-11-21",
          "211126",
          "21112026",
          " 21 11 2026 ",
          "2026/11/21"}) {
        CAPTURE(typed);
        CHECK(typed_date(typed) == "2026-11-21");
    }
    for (const std::string typed :
         {"",
          "31/02/2026",
          "29/02/2025",
          "2026-13-01",
          "21/11",
          "a/b/c",
          "21/11/202",
          "0/1/2026",
          "99999999"})
        CHECK(typed_date(typed) == "");
    CHECK(typed_date("1/2/70") == "1970-02-01");
    CHECK(typed_date("1/2/69") == "2069-02-01");
    CHECK(typed_date("29/02/2024") == "2024-02-29");
}

TEST_CASE("a day without its year is near today; hours and minutes as people write them") {
    const Date today = make_date(2026, 11, 22); // A Sunday.
    const auto near = [&](std::string_view text, bool past) {
        return to_iso(parse_typed_day(text, today, past).value_or(Date{}));
    };
    const struct {
        const char *text, *next, *last;
    } days[] = {
        {"3/11", "2026-11-03", "2026-11-03"},
        {"24.12", "2026-12-24", "2025-12-24"},
        {"22/11", "2026-11-22", "2026-11-22"},
        {"Lundi", "2026-11-23", "2026-11-16"},
        {"saturday", "2026-11-28", "2026-11-21"},
        {"dimanche", "2026-11-29", "2026-11-22"},
        {"31/2", "", ""},
        {"3/", "", ""},
        {"hors", "", ""},
        {"3/11/2024", "2024-11-03", "2024-11-03"}};
    for (const auto& one : days) {
        CAPTURE(one.text);
        CHECK(near(one.text, false) == one.next);
        CHECK(near(one.text, true) == one.last);
    }
    const struct {
        const char* text;
        int duration, time;
    } typed[] = {
        {"1h30", 90, 90},    {"1 h 30", 90, 90}, {"1:30", 90, 90},    {"90 min", 90, -1},
        {"90", 90, -1},      {"2 H", 120, 120},  {"14h30", 870, 870}, {"14h", 840, 840},
        {"1430", 1430, 870}, {"9", 9, 540},      {"14:30", 870, 870}, {"9.05", 545, 545},
        {"1h75", -1, -1},    {"25h", 1500, -1},  {"2460", 2460, -1},  {"hier", -1, -1},
        {"", -1, -1},        {"h30", -1, -1},    {"1h30h", -1, -1},   {"99999999999", -1, -1}};
    for (const auto& one : typed) {
        CAPTURE(one.text);
        CHECK(parse_typed_duration(one.text) == one.duration);
        CHECK(parse_typed_time(one.text) == one.time);
    }
}

TEST_CASE("every day from 1800 to 2200 survives splitting and joining") {
    const int first = make_date(1800, 1, 1).days, last = make_date(2200, 1, 1).days;
    for (int days = first; days < last; ++days) {
        const auto [year, month, day] = split(Date{days});
        REQUIRE(make_date(year, month, day).days == days);
    }
    CHECK(make_date(1970, 1, 1).days == 0);
    CHECK(weekday(make_date(2026, 11, 19)) == 3);
}

TEST_CASE("moments are ISO 8601 in UTC") {
    const auto instant = parse_iso_instant("2026-11-21T20:29:57.123Z");
    REQUIRE(instant);
    CHECK(to_iso(*instant) == "2026-11-21T20:29:57.123Z");
    CHECK(to_iso(*parse_iso_instant("2026-11-21T20:29:57+02:00")) == "2026-11-21T18:29:57.000Z");
    CHECK(to_iso(*parse_iso_instant("1969-12-31T23:59:59.999Z")) == "1969-12-31T23:59:59.999Z");
    for (const std::string bad :
         {"2026-11-21",
          "2026-11-21T20:29Z",
          "2026-11-21T24:00:00Z",
          "2026-11-21T20:29:57",
          "2026-11-21T20:29:57.Z",
          "2026-11-21 20:29:57Z"})
        CHECK_FALSE(parse_iso_instant(bad));
    CHECK(to_iso(Instant{}) == "");
}

TEST_CASE("dates follow the place they are shown in") {
    const Date day = make_date(2026, 11, 19);
    CHECK(format_date(day, DateStyle::field, fr) == "19/11/2026");
    CHECK(format_date(day, DateStyle::list, fr, make_date(2026, 1, 1)) == "19 nov.");
    CHECK(format_date(day, DateStyle::list, fr, make_date(2027, 1, 1)) == "19 nov. 2026");
    CHECK(format_date(day, DateStyle::title, fr) == "jeudi 19 novembre 2026");
    CHECK(format_date(day, DateStyle::title, en) == "Thursday 19 November 2026");
    CHECK(format_date(make_date(2026, 5, 1), DateStyle::day, fr) == "1er mai 2026");
    CHECK(format_date({}, DateStyle::field, fr) == "");
}

TEST_CASE("the recent past is told in hours, then as yesterday, then as a date") {
    CHECK(relative("2026-11-21T19:59:40Z") == "à l’instant");
    CHECK(relative("2026-11-21T19:55:00Z") == "il y a 5\u00A0min");
    CHECK(relative("2026-11-21T18:00:00Z") == "il y a 2\u00A0h");
    CHECK(relative("2026-11-20T20:30:00Z") == "il y a 23\u00A0h");
    CHECK(relative("2026-11-20T19:00:00Z") == "hier");
    CHECK(relative("2026-11-19T19:00:00Z") == "19 nov.");
    CHECK(relative("2025-11-19T19:00:00Z") == "19 nov. 2025");
    CHECK(relative("2026-11-21T22:00:00Z", en) == "in 2 h");
    CHECK(relative("2026-11-20T19:00:00Z", en) == "yesterday");
}

TEST_CASE("phones are written in pairs, company numbers in groups") {
    CHECK(format_phone("+33261914012", fr) == "02 61 91 40 12");
    CHECK(format_phone("+262692123456", fr) == "06 92 12 34 56");
    CHECK(format_phone("+33639981247", fr) == "06 39 98 12 47");
    CHECK(format_phone("+33692123456", fr) == "+33 692 12 34 56");
    CHECK(format_phone("+262612345678", fr) == "+262 612 34 56 78");
    CHECK(format_phone("+32470123456", fr) == "+32 470 12 34 56");
    CHECK(format_phone("+37793153600", fr) == "+377 93 15 36 00");
    CHECK(format_phone("+33123456789;ext=12", fr) == "01 23 45 67 89 poste 12");
    CHECK(format_phone("3631", fr) == "3631");
    CHECK(format_phone("", fr) == "");
    CHECK(format_siren("732829320") == "732\u00A0829\u00A0320");
    CHECK(format_siret("73282932000074") == "732\u00A0829\u00A0320\u00A000074");
    CHECK(format_vat_number("FR44732829320") == "FR\u00A044\u00A0732\u00A0829\u00A0320");
    CHECK(format_vat_number("DE136695976") == "DE136695976");
}

TEST_CASE("durations and sizes are short") {
    CHECK(format_duration(90, fr) == "1\u00A0h\u00A030");
    CHECK(format_duration(45, fr) == "45\u00A0min");
    CHECK(format_duration(120, en) == "2\u00A0h");
    CHECK(format_size(1'234'567, fr) == "1,2\u00A0Mo");
    CHECK(format_size(999, en) == "999\u00A0B");
    CHECK(format_size(52'000'000, fr) == "52\u00A0Mo");
}

TEST_CASE("zero is singular in French and plural in English") {
    const PluralText clients{{"{n} client", "{n} client"}, {"{n} clients", "{n} clients"}};
    CHECK(plural(clients, 0, fr) == "0 client");
    CHECK(plural(clients, 0, en) == "0 clients");
    CHECK(plural(clients, 1, en) == "1 client");
    CHECK(plural(clients, 12345, fr) == "12\u202F345 clients");
}

TEST_CASE("placeholders are filled once, unknown ones stay; de is elided before a vowel") {
    CHECK(fill("{a} et {b} {c}", {{"a", "{b}"}, {"b", "2"}}) == "{b} et 2 {c}");
    CHECK(fill("{a", {{"a", "1"}}) == "{a");
    CHECK(fill("Rôle de {a}", {{"a", "Inès"}}) == "Rôle d’Inès");
    CHECK(fill("De {a}", {{"a", "Élodie"}}) == "D’Élodie");
    CHECK(
        fill("plus de {n} lignes, {m} de {a}", {{"n", "8"}, {"m", "inde"}, {"a", "Léa"}}) ==
        "plus de 8 lignes, inde de Léa"
    );
    CHECK(fill("inde {a}", {{"a", "Anne"}}) == "inde Anne");
    CHECK(parse_language("en-GB") == en);
    CHECK(parse_language("EN") == en);
    CHECK(parse_language("enx") == fr);
    CHECK(parse_language("de") == fr);
}
