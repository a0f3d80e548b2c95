// Files on their way in and out: uploads in pieces, the store by content, ranges, types by content,
// what `carnet check` sees.
#include "backend/features/upload_keeping.hpp"
#include "backend/features/uploads.hpp"
#include "backend/files/check_files.hpp"
#include "backend/files/file_store.hpp"
#include "backend/files/media_type.hpp"
#include "backend/files/sha256.hpp"
#include "server.hpp"
#include "shared/core/json.hpp"

#include <doctest/doctest.h>
#include <fstream>

using namespace carnet;
using carnet::test::body_of;
using carnet::test::Server;

namespace {

struct Sender {
    Server& server;
    std::string cookie;

    Response announce(std::string_view name, std::int64_t size, std::string_view sha256 = "") {
        Json body{{"name", name}, {"size", size}};
        if (!sha256.empty())
            body["sha256"] = sha256;
        return server.send(Method::post, "/api/uploads", dump(body), cookie);
    }
    std::string id_of(std::string_view name, std::int64_t size) {
        return json_string(body_of(announce(name, size)), "id");
    }
    Response put(const std::string& id, std::int64_t offset, std::string_view bytes) {
        const std::string target = "/api/uploads/" + id + "?offset=" + std::to_string(offset);
        return server.send(
            Method::put, target, bytes, cookie, {{"Content-Type", "application/octet-stream"}}
        );
    }
    // Sends a whole file; its name in the store.
    std::string upload(std::string_view name, std::string_view bytes) {
        const std::string id = id_of(name, static_cast<std::int64_t>(bytes.size()));
        REQUIRE(put(id, 0, bytes).status == 200);
        return id;
    }
};

std::size_t stored_files(Server& server) {
    std::size_t count = 0;
    FileStore(server.folder()).each([&](const std::string&, const auto&) { ++count; });
    return count;
}

FilesReport checked(Server& server) {
    FilesReport report;
    server.app().database().read([&](Transaction& tx) {
        report = check_files(tx, FileStore(server.folder()), Language::en);
    });
    return report;
}

struct Bytes : StreamSink {
    std::string all;
    bool write(std::string_view bytes) override { return all.append(bytes), true; }
};

std::string bytes_of(Response& response) {
    Bytes sink;
    while (static_cast<std::int64_t>(sink.all.size()) < response.length)
        if (!response.provider(static_cast<std::int64_t>(sink.all.size()), sink))
            break;
    return sink.all;
}

Response fetch(Server& server, std::string_view bytes, std::vector<NameValue> headers = {}) {
    Request request;
    request.headers = std::move(headers);
    return file_response(
        request, server.app(), sha256_of(bytes), "Été \"1\".txt", "text/plain", false
    );
}

} // namespace

TEST_CASE("a file sent in pieces, over a restart of the server, is stored whole") {
    Server server;
    const std::int64_t user = server.add_user("a@example.fr", Role::member);
    Sender sender{server, server.sign_in(user)};
    const std::string id = sender.id_of("plan.txt", 10);
    CHECK(json_int(body_of(sender.put(id, 0, "abcd")), "received") == 4);
    server.restart();
    const Response wrong = sender.put(id, 0, "abcd");
    CHECK(wrong.status == 409);
    CHECK(json_int(body_of(wrong), "received") == 4);
    CHECK(json_int(body_of(server.get("/api/uploads/" + id, sender.cookie)), "received") == 4);
    const Json done = body_of(sender.put(id, 4, "efghij"));
    CHECK(json_bool(done, "done"));
    CHECK(FileStore(server.folder()).has(sha256_of("abcdefghij")));
    // Sent again because the answer got lost: still done.
    CHECK(json_bool(body_of(sender.put(id, 4, "efghij")), "done"));
    CHECK(checked(server).problems.empty());
}

TEST_CASE("the same file twice is stored once") {
    Server server;
    Sender sender{server, server.sign_in(server.add_user("a@example.fr", Role::member))};
    sender.upload("one.txt", "the same");
    sender.upload("two.txt", "the same");
    CHECK(stored_files(server) == 1);
}

TEST_CASE("an empty file is a file") {
    Server server;
    Sender sender{server, server.sign_in(server.add_user("a@example.fr", Role::member))};
    sender.upload("empty.txt", "");
    CHECK(stored_files(server) == 1);
    Response response = fetch(server, "");
    CHECK(response.status == 200);
    CHECK(response.length == 0);
}

TEST_CASE("what was not announced is refused and nothing is kept of it") {
    Server server;
    Sender sender{server, server.sign_in(server.add_user("a@example.fr", Role::member))};
    const std::string id = sender.id_of("plan.txt", 4);
    CHECK(sender.put(id, 0, "abcde").status == 422);
    CHECK(sender.put(id, 2, "ab").status == 409);
    CHECK(sender.put("nothing", 0, "ab").status == 404);
    CHECK(sender.announce("plan.txt", -1).status == 422);
    CHECK(sender.announce("plan.txt", std::int64_t{1} << 50).status == 422);
    CHECK(sender.announce("a/b.txt", 4).status == 422);
    CHECK(sender.announce("..", 4).status == 422);
    CHECK(sender.announce("plan.txt", 4, "not a hash").status == 422);
    CHECK(stored_files(server) == 0);
    CHECK(sender.put(id, 0, "abcd").status == 200);

    const Json other = body_of(sender.announce("plan.txt", 4, sha256_of("abce")));
    const std::string damaged = json_string(other, "id");
    CHECK(sender.put(damaged, 0, "abcd").status == 422);
    CHECK(sender.put(damaged, 0, "abcd").status == 404);
}

TEST_CASE("an upload belongs to whoever began it") {
    Server server;
    Sender mine{server, server.sign_in(server.add_user("a@example.fr", Role::member))};
    Sender theirs{server, server.sign_in(server.add_user("b@example.fr", Role::owner))};
    Sender nobody{server, ""};
    const std::string id = mine.id_of("plan.txt", 4);
    CHECK(theirs.put(id, 0, "abcd").status == 404);
    CHECK(nobody.put(id, 0, "abcd").status == 401);
    CHECK(server.get("/api/uploads/" + id, theirs.cookie).status == 404);
    CHECK(server.send(Method::del, "/api/uploads/" + id, "", theirs.cookie).status == 404);
    CHECK(server.send(Method::del, "/api/uploads/" + id, "", mine.cookie).status == 204);
    CHECK(mine.put(id, 0, "abcd").status == 404);
}

TEST_CASE("what nobody finishes or uses is forgotten after a day") {
    Server server;
    const std::int64_t user = server.add_user("a@example.fr", Role::member);
    Sender sender{server, server.sign_in(user)};
    const std::string unfinished = sender.id_of("plan.txt", 4);
    const std::string unused = sender.upload("photo.txt", "picture");
    server.pass_seconds(25 * 3600);
    sender.cookie = server.sign_in(user);
    sender.id_of("other.txt", 4); // Cleaning is done now and then, when somebody announces a file.
    CHECK(sender.put(unfinished, 0, "abcd").status == 404);
    CHECK(sender.put(unused, 0, "").status == 404);
    CHECK(stored_files(server) == 0);
    CHECK(checked(server).left_over == 0);
}

TEST_CASE("a damaged, a missing and an unnamed file are found by the check") {
    Server server;
    Sender sender{server, server.sign_in(server.add_user("a@example.fr", Role::member))};
    sender.upload("one.txt", "one");
    sender.upload("two.txt", "two");
    const FileStore store(server.folder());
    CHECK(checked(server).problems.empty());
    store.remove(sha256_of("one"));
    CHECK(checked(server).problems.size() == 1);
    std::filesystem::permissions(
        store.path_of(sha256_of("two")), std::filesystem::perms::owner_all
    );
    std::ofstream(store.path_of(sha256_of("two"))) << "TWO";
    CHECK(checked(server).problems.size() == 2);
    std::ofstream(server.folder() + "/files/left") << "over";
    CHECK(checked(server).left_over == 1);
}

TEST_CASE("a file leaves in ranges, with its name and headers that keep it from running") {
    Server server;
    Sender sender{server, server.sign_in(server.add_user("a@example.fr", Role::member))};
    const std::string content = "0123456789";
    sender.upload("x.txt", content);
    Response whole = fetch(server, content);
    CHECK(whole.status == 200);
    CHECK(bytes_of(whole) == content);
    CHECK(
        whole.find_header("Content-Disposition") ==
        "attachment; filename=\"_t_ _1_.txt\"; filename*=UTF-8''%C3%89t%C3%A9%20%221%22.txt"
    );
    CHECK(whole.content_type == "application/octet-stream");
    CHECK(whole.find_header("Content-Security-Policy").substr(0, 7) == "sandbox");
    const std::string etag(whole.find_header("ETag"));

    Response part = fetch(server, content, {{"Range", "bytes=2-4"}});
    CHECK(part.status == 206);
    CHECK(part.find_header("Content-Range") == "bytes 2-4/10");
    CHECK(bytes_of(part) == "234");
    Response end = fetch(server, content, {{"Range", "bytes=-3"}});
    CHECK(bytes_of(end) == "789");
    Response rest = fetch(server, content, {{"Range", "bytes=7-"}, {"If-Range", etag}});
    CHECK(bytes_of(rest) == "789");
    CHECK(fetch(server, content, {{"Range", "bytes=7-"}, {"If-Range", "\"other\""}}).status == 200);
    CHECK(fetch(server, content, {{"Range", "bytes=10-"}}).status == 416);
    for (const char* nonsense : {"bytes=", "bytes=a-b", "bytes=4-2", "lines=1-2", "bytes=0-1,3-4"})
        CHECK(fetch(server, content, {{"Range", nonsense}}).status == 200);
}

TEST_CASE("the type is told by the content, never by the name") {
    CHECK(media_type_of("%PDF-1.7\n") == "application/pdf");
    CHECK(media_type_of("PK\x03\x04 something.pdf") == "application/zip");
    CHECK(media_type_of("\x89PNG\r\n\x1a\n") == "image/png");
    CHECK(media_type_of("<!DOCTYPE html><p>") == "text/html");
    CHECK(media_type_of("  <svg xmlns=\"…\"><script>") == "image/svg+xml");
    CHECK(media_type_of("BMW arrive lundi") == "text/plain");
    CHECK(media_type_of("Bonjour") == "text/plain");
    CHECK(media_type_of(std::string_view("\0\1\2", 3)) == "application/octet-stream");
    CHECK(media_type_of("MZ\x90\0") == "text/plain");
    CHECK(
        media_type_of(std::string_view("MZ\x90\0\x03", 5)) ==
        "application/vnd.microsoft.portable-executable"
    );
    for (const char* shown : {"application/pdf", "image/png", "image/jpeg"})
        CHECK(shown_inline(shown));
    for (const char* never : {"text/html", "image/svg+xml", "application/xml", "text/plain"})
        CHECK_FALSE(shown_inline(never));
}
