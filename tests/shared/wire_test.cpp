// The contract of both sides: errors, changes of fields, addresses.
#include "shared/api/paths.hpp"
#include "shared/api/wire.hpp"
#include "shared/domain/client.hpp"

#include <doctest/doctest.h>

using namespace carnet;

namespace {

Actor make_actor(Role role) {
    return {.user_id = 1, .role = role, .grants = default_grants(role), .language = Language::en};
}

std::string refused_field(const char* fields, Role role = Role::owner) {
    const auto json = parse_json(fields, Language::en);
    const auto writes = parse_patch(EntityOf<Client>::spec, *json, make_actor(role));
    return writes ? "" : writes.error().fields[0].field + ": " + writes.error().fields[0].message;
}

} // namespace

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

TEST_CASE("changes of fields go through the wire normalised") {
    const Field* phone = find_field(EntityOf<Client>::spec, "phone");
    const FieldWrite write{phone, std::string("02 61 91 40 12"), 812};
    const Json body = patch_body({&write, 1});
    CHECK(dump(body) == R"({"fields":{"phone":{"value":"02 61 91 40 12","version":812}}})");
    const auto writes =
        parse_patch(EntityOf<Client>::spec, json_at(body, "fields"), make_actor(Role::owner));
    REQUIRE(writes);
    CHECK((*writes)[0].field == phone);
    CHECK((*writes)[0].version == 812);
    CHECK(std::get<std::string>((*writes)[0].value) == "+33261914012");
}

TEST_CASE("a change that may not be is refused with the field’s name") {
    CHECK(refused_field(R"({"nope":{"value":1}})") == "fields.nope: Unknown field");
    CHECK(
        refused_field(R"({"number":{"value":1}})") == "fields.number: Carnet fills this field in"
    );
    CHECK(
        refused_field(R"({"phone":{"value":"x"}})") == "fields.phone: This is not a phone number"
    );
    CHECK(refused_field(R"({"phone":"x"})").substr(0, 13) == "fields.phone:");
    CHECK(refused_field(R"({"phone":{"value":null,"extra":1}})") == "fields.phone: Unknown field");
    CHECK(
        refused_field(R"({"phone":{"value":null,"version":"1"}})").substr(0, 13) == "fields.phone:"
    );
    CHECK(
        refused_field(R"({"owner_id":{"value":2}})", Role::member) ==
        "fields.owner_id: You may not change this field"
    );
    CHECK(refused_field(R"([])").substr(0, 7) == "fields:");
    CHECK(refused_field(R"({"phone":{"value":null}})") == "");
}

TEST_CASE("addresses are encoded and read back") {
    CHECK(paths::encode("a b/é&=") == "a%20b%2F%C3%A9%26%3D");
    CHECK(paths::decode("a%20b+c%2f%zz%4", true) == "a b c/%zz%4");
    CHECK(paths::decode("a+b", false) == "a+b");
    const paths::Parameters parameters = {
        {"q", "l’été & co"}, {"state", "active,prospect"}, {"empty", ""}};
    CHECK(paths::parse_query(paths::query_string(parameters)) == parameters);
    CHECK(paths::parse_query("&&a&b=1=2").size() == 2);
    CHECK(paths::client(42, "contacts") == "/api/clients/42/contacts");
    CHECK(paths::client_page(42) == "/clients/42");
}
