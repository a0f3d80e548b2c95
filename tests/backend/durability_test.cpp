// What is answered is on the disk: killing the process cannot show it, because the system keeps
// what it was given. So this program's own fsync and fdatasync, which SQLite's library calls too,
// note what the disk was told to keep.
#include "backend/files/file_store.hpp"
#include "backend/files/sha256.hpp"
#include "server.hpp"
#include "shared/core/json.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <mutex>
#include <sys/syscall.h>
#include <unistd.h>
#include <vector>

using namespace carnet;
using carnet::test::body_of;
using carnet::test::Server;

namespace {

std::mutex synced_mutex;
std::vector<std::filesystem::path> synced; // In order.

int note_and_sync(int handle, long call) {
    std::error_code error;
    const auto path =
        std::filesystem::read_symlink("/proc/self/fd/" + std::to_string(handle), error);
    const auto done = static_cast<int>(syscall(call, handle));
    const std::lock_guard lock(synced_mutex);
    synced.push_back(path);
    return done;
}

std::vector<std::filesystem::path> take_synced() {
    const std::lock_guard lock(synced_mutex);
    return std::exchange(synced, {});
}

bool holds(const std::vector<std::filesystem::path>& paths, const std::filesystem::path& path) {
    return std::find(paths.begin(), paths.end(), std::filesystem::canonical(path)) != paths.end();
}

} // namespace

extern "C" int fsync(int handle) {
    return note_and_sync(handle, SYS_fsync);
}
extern "C" int fdatasync(int handle) {
    return note_and_sync(handle, SYS_fdatasync);
}

TEST_CASE("each write is on the disk before it is answered") {
    Server server;
    const std::string cookie = server.sign_in(server.add_user("a@example.fr", Role::owner));
    for (const char* name : {"Un", "Deux", "Trois"}) {
        take_synced();
        const Json body{{"client", {{"legal_name", name}}}};
        REQUIRE(server.send(Method::post, "/api/clients", dump(body), cookie).status == 201);
        CHECK(holds(take_synced(), server.folder() + "/carnet.db-wal"));
    }
}

TEST_CASE("a file and its name are on the disk before its upload is done") {
    Server server;
    const std::string cookie = server.sign_in(server.add_user("a@example.fr", Role::member));
    const Json announced{{"name", "a.txt"}, {"size", 3}};
    const std::string id = json_string(
        body_of(server.send(Method::post, "/api/uploads", dump(announced), cookie)), "id"
    );
    const std::string upload = std::filesystem::canonical(server.folder()) / "uploads" / id;
    take_synced();
    const Response done = server.send(
        Method::put,
        "/api/uploads/" + id + "?offset=0",
        "abc",
        cookie,
        {{"Content-Type", "application/octet-stream"}}
    );
    REQUIRE(json_bool(body_of(done), "done"));
    const auto kept = take_synced();
    CHECK(std::find(kept.begin(), kept.end(), upload) != kept.end());
    CHECK(holds(kept, FileStore(server.folder()).path_of(sha256_of("abc")).parent_path()));
    CHECK(holds(kept, server.folder() + "/carnet.db-wal"));
}
