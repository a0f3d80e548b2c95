// The contract of both sides: errors and addresses.
#include "shared/api/paths.hpp"
#include "shared/api/wire.hpp"
#include "shared/core/json.hpp"

#include <doctest/doctest.h>

using namespace carnet;

TEST_CASE("every error that is sent comes back as itself") {
    for (int i = 0; i <= static_cast<int>(ErrorCode::internal); ++i) {
        const auto code = static_cast<ErrorCode>(i);
        CHECK(error_code_of(status_of(code)) == code);
        CHECK_FALSE(code_word(code).empty());
    }
    CHECK(error_code_of(0) == ErrorCode::offline);
    CHECK(error_code_of(418) == ErrorCode::malformed);
    CHECK(error_code_of(502) == ErrorCode::internal);
}

TEST_CASE("a conflict tells mine, theirs and original through the wire") {
    Error sent{ErrorCode::conflict, "Somebody changed it", {}};
    sent.fields.push_back(
        {.field = "fields.phone",
         .message = "Changed",
         .theirs = "\"1\"",
         .original = "[2]",
         .by = "Léa",
         .at = "2026-11-21T20:29:57.123Z"}
    );
    const Error received = parse_problem(409, dump(problem_json(sent)), Language::fr);
    CHECK(received.code == ErrorCode::conflict);
    CHECK(received.message == sent.message);
    REQUIRE(received.fields.size() == 1);
    CHECK(received.fields[0].theirs == "\"1\"");
    CHECK(received.fields[0].original == "[2]");
    CHECK(received.fields[0].by == "Léa");
    CHECK(parse_problem(500, "<html>", Language::fr).message.empty());
}

TEST_CASE("addresses are encoded and read back") {
    CHECK(paths::encode("a b/é&=") == "a%20b%2F%C3%A9%26%3D");
    CHECK(paths::decode("a%20b+c%2f%zz%4", true) == "a b c/%zz%4");
    CHECK(paths::decode("a+b", false) == "a+b");
    const paths::Parameters parameters = {
        {"q", "l’été & co"}, {"state", "active,prospect"}, {"empty", ""}};
    CHECK(
        paths::parse_query("q=" + paths::encode("l’été & co") + "&state=active%2Cprospect&empty") ==
        parameters
    );
    CHECK(paths::parse_query("&&a&b=1=2").size() == 2);
    CHECK(paths::client(42, "contacts") == "/api/clients/42/contacts");
}
