// From the bytes of a file to a table: encodings, separators, quotation marks, ragged rows, limits.
#include "shared/import/csv_reader.hpp"

#include "shared/import/csv_guard.hpp"
#include "shared/import/decode.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace carnet;

namespace {

constexpr Language fr = Language::fr;

// Headings and rows, cells between '|', rows between '/'; "!" and the message when refused.
std::string table_text(std::string csv, CsvLimits limits = {}) {
    const auto table = read_csv(std::move(csv), fr, limits);
    if (!table)
        return "!" + table.error().message;
    std::string out;
    for (std::size_t column = 0; column < table->columns(); ++column)
        out += (column ? "|" : "") + table->heading(column);
    for (std::size_t row = 0; row < table->rows(); ++row) {
        out += "/";
        for (std::size_t column = 0; column < table->columns(); ++column)
            out += (column ? "|" : "") + std::string(table->cell(row, column));
    }
    return out;
}

std::string decoded(std::string_view bytes) {
    const auto text = decode_text(bytes, fr);
    return text ? std::string(encoding_name(text->encoding)) + ":" + text->text
                : "!" + text.error().message;
}

} // namespace

TEST_CASE("encodings are told apart and end as UTF-8") {
    CHECK(
        decoded("\xEF\xBB\xBF"
                "été") == "UTF-8:été"
    );
    CHECK(decoded("été") == "UTF-8:été");
    CHECK(decoded("\xE9t\xE9 \x80 \x9C") == "Windows-1252:été € œ");
    CHECK(decoded(std::string_view("\xFF\xFE\xE9\x00t\x00", 6)) == "UTF-16:ét");
    CHECK(decoded(std::string_view("\xFE\xFF\x00\xE9\x00t", 6)) == "UTF-16:ét");
    CHECK(decoded("") == "UTF-8:");
}

TEST_CASE("a few strayed bytes do not spoil a UTF-8 file") {
    std::string text;
    for (int i = 0; i < 20; ++i)
        text += "é";
    CHECK(decoded(text + "\xE9") == "UTF-8:" + text + "é");
}

TEST_CASE("workbooks and other binary files are refused with what to do") {
    CHECK(decoded("PK\x03\x04 rest").find("CSV") != std::string::npos);
    CHECK(decoded("%PDF-1.7").substr(0, 1) == "!");
    CHECK(decoded(std::string(100, '\x01')).substr(0, 1) == "!");
}

TEST_CASE("commas, semicolons, tabs and bars separate") {
    CHECK(table_text("a,b\n1,2\n") == "a|b/1|2");
    CHECK(table_text("a;b\n1,5;2\n") == "a|b/1,5|2");
    CHECK(table_text("a\tb\n1,5\t2;3\n") == "a|b/1,5|2;3");
    CHECK(table_text("a|b\n1|2\n") == "a|b/1|2");
    CHECK(table_text("sep=;\r\na;b\r\n1,2,3;4\r\n") == "a|b/1,2,3|4");
    CHECK(table_text("nom\nAlice\nBob\n") == "nom/Alice/Bob");
}

TEST_CASE("quoted cells hold separators, quotation marks and line breaks") {
    CHECK(table_text("a,b\n\"1,2\",\"x \"\"y\"\"\"\n") == "a|b/1,2|x \"y\"");
    CHECK(table_text("a,b\n\"l1\r\nl2\",z\n") == "a|b/l1\r\nl2|z");
    CHECK(table_text("a,b\n \"1,2\",2\n") == "a|b/1,2|2");
    CHECK(table_text("a,b\n\"5\" vis\",2\n") == "a|b/5\" vis|2");
    CHECK(table_text("a,b\nx\"y,2\n") == "a|b/x\"y|2");
    CHECK(table_text("a,b\n\"open,2\n3,4\n") == "a|b/\"open|2/3|4");
}

TEST_CASE("line ends of all systems, empty rows and trailing separators") {
    CHECK(table_text("a,b\r1,2\r3,4") == "a|b/1|2/3|4");
    CHECK(table_text("a,b\r\n\r\n1,2\r\n,\r\n  ,  \r\n") == "a|b/1|2");
    CHECK(table_text("a,b,,,\n1,2,,,\n") == "a|b/1|2");
}

TEST_CASE("lines are counted as an editor counts them") {
    const auto table = read_csv("a,b\r\n\"x\r\ny\",1\r\n\r\nz,2\r\n", fr);
    REQUIRE(table);
    REQUIRE(table->rows() == 2);
    CHECK(table->line(0) == 2);
    CHECK(table->line(1) == 5);
}

TEST_CASE("ragged rows are filled up, and cells too many are told") {
    const auto table = read_csv("a,b,c\n1\n1,2,3,4\n1,2,3,\n", fr);
    REQUIRE(table);
    CHECK(table->cell(0, 2) == "");
    CHECK_FALSE(table->has_extra_cells(0));
    CHECK(table->has_extra_cells(1));
    CHECK_FALSE(table->has_extra_cells(2));
}

TEST_CASE("titles above the headings are skipped, missing headings are made") {
    CHECK(table_text("Export du 21/11/2026\n\nnom,ville\nA,Lyon\n") == "nom|ville/A|Lyon");
    CHECK(
        table_text("732829320,Atelier\n404833048,Garage\n") ==
        "Colonne 1|Colonne 2/732829320|Atelier/404833048|Garage"
    );
    CHECK(table_text("a,,c\n1,2,3\n") == "a|Colonne 2|c/1|2|3");
}

TEST_CASE("limits hold, whatever the file") {
    CHECK(table_text("").substr(0, 1) == "!");
    CHECK(table_text("\n\n \n").substr(0, 1) == "!");
    CHECK(table_text("a,b\n").substr(0, 1) == "!");
    CHECK(table_text("a,b\n1,2\n3,4\n5,6\n", {.rows = 2}).substr(0, 1) == "!");
    CHECK(table_text("a,b,c,d\n1,2,3,4\n", {.columns = 3}).substr(0, 1) == "!");
    CHECK(table_text(std::string(3'000'000, ',')).substr(0, 1) == "!");
    CHECK(table_text(std::string(1'000'000, '"')) != "");
    std::string quotes;
    for (int i = 0; i < 200'000; ++i)
        quotes += ",\"x";
    CHECK(table_text("a,b\n" + quotes).substr(0, 1) == "!");
}

TEST_CASE("the guard against formulas comes off again, whatever the text") {
    for (const std::string text :
         {"=1+1", "+33", "-5", "@x", "'=x", "''@", "'", "''", "'t Hooft", "", "a=b", "\tx", "'-"}) {
        CAPTURE(text);
        const std::string written = needs_csv_guard(text) ? "'" + text : text;
        CHECK(without_csv_guard(written) == text);
        CHECK(
            std::string_view("=+-@\t").find(written.empty() ? 'x' : written[0]) ==
            std::string_view::npos
        );
    }
}
