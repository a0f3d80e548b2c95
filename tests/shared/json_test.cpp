// The only door for JSON: what comes in is valid, shallow, unambiguous and exact.
#include "shared/core/json.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace carnet;

namespace {

bool is_refused(std::string_view text) {
    const auto json = parse_json(text, Language::fr);
    return !json && json.error().code == ErrorCode::malformed && !json.error().message.empty();
}

std::string nested(int depth) {
    return std::string(static_cast<std::size_t>(depth), '[') +
           std::string(static_cast<std::size_t>(depth), ']');
}

} // namespace

TEST_CASE("JSON goes through unchanged, with sorted keys") {
    const std::string text = R"({"a":[1,-2,0.5,true,null,"é"],"b":{"c":{}}})";
    const auto json = parse_json(text, Language::fr);
    REQUIRE(json);
    CHECK(dump(*json) == text);
}

TEST_CASE("what is not JSON, or not to be trusted, is malformed") {
    for (const std::string text :
         {"",
          "{",
          "[1,2",
          "nul",
          "{\"a\" 1}",
          "[1]x",
          "'a'",
          "[01]",
          "\"\xff\"",
          "\"\xed\xa0\x80\"",
          "\"\\ud800\"",
          "[1e999]",
          "12345678901234567890",
          "9223372036854775808",
          "\"a\\u0000b\"",
          "{\"a\\u0000\":1}"}) {
        CAPTURE(text);
        CHECK(is_refused(text));
    }
    CHECK(is_refused(std::string_view("[1]\0", 4)));
    CHECK(is_refused(std::string_view("\"a\0b\"", 5)));
}

TEST_CASE("a key given twice is named") {
    const auto json = parse_json(R"({"a":{"phone":1,"phone":2}})", Language::en);
    REQUIRE_FALSE(json);
    CHECK(json.error().fields[0].field == "phone");
    CHECK(parse_json(R"([{"a":1},{"a":2}])", Language::en));
}

TEST_CASE("a NUL and a number beyond 64 bits are refused by their names") {
    const auto named = [](const char* text) {
        const auto json = parse_json(text, Language::en);
        return json || json.error().fields.empty() ? std::string() : json.error().fields[0].field;
    };
    CHECK(named(R"({"client":{"legal_name":"a\u0000b"}})") == "client.legal_name");
    CHECK(named(R"({"a":1,"fields":{"notes":{"value":"\u0000"}}})") == "fields.notes.value");
    CHECK(named(R"({"a":{"b":1},"ids":[1,99999999999999999999]})") == "ids");
    CHECK(named(R"({"a":9223372036854775808})") == "a");
    CHECK(named(R"({"a":[{"b":1},{"c":1e999}]})") == "a.c");
}

TEST_CASE("depth and size are limited, whatever the text") {
    CHECK(parse_json(nested(16), Language::fr));
    CHECK(is_refused(nested(17)));
    CHECK(is_refused(std::string(1'000'000, '[')));
    const auto large = parse_json(std::string(2 << 20, ' '), Language::fr);
    REQUIRE_FALSE(large);
    CHECK(large.error().code == ErrorCode::too_large);
}

TEST_CASE("the largest and the smallest whole number survive") {
    const auto json = parse_json("[9223372036854775807,-9223372036854775808]", Language::fr);
    REQUIRE(json);
    CHECK(dump(*json) == "[9223372036854775807,-9223372036854775808]");
}

TEST_CASE("typed reading gives defaults instead of surprises") {
    const auto json = parse_json(R"({"s":"x","n":7,"b":true,"f":1.5,"z":null})", Language::fr);
    REQUIRE(json);
    CHECK(json_string(*json, "s") == "x");
    CHECK(json_string(*json, "n", "none") == "none");
    CHECK(json_int(*json, "n") == 7);
    CHECK(json_int(*json, "f", -1) == -1);
    CHECK(json_int(*json, "s", -1) == -1);
    CHECK(json_bool(*json, "b"));
    CHECK_FALSE(json_bool(*json, "n"));
    CHECK(json_at(*json, "absent").is_null());
    CHECK(json_at(Json(3), "a").is_null());
    CHECK(json_int(Json{{"u", 18446744073709551615u}}, "u", -1) == -1);
}

TEST_CASE("writing replaces what is no UTF-8 instead of failing") {
    CHECK(dump(Json("a\xff")) == "\"a\xEF\xBF\xBD\"");
}
