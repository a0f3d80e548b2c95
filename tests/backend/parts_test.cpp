// Smaller parts of the server: mailboxes of live streams, the folder's lock, composed letters, the
// command line.
#include "backend/app.hpp"
#include "backend/cli/cli.hpp"
#include "backend/cli/data_folder.hpp"
#include "backend/features/live.hpp"
#include "backend/http/connection_threads.hpp"
#include "backend/http/pages.hpp"
#include "backend/text_nfc.hpp"
#include "server.hpp"

#include <doctest/doctest.h>

#include <condition_variable>
#include <mutex>
#include <set>
#include <thread>

using namespace carnet;
using namespace std::chrono_literals;
using TestFolder = carnet::test::TempFolder;

namespace {

LiveEventPtr event(std::int64_t position) {
    auto made = std::make_shared<LiveEvent>();
    made->position = position;
    return made;
}

int run(std::vector<std::string> words) {
    words.insert(words.begin(), "carnet");
    std::vector<char*> pointers;
    for (std::string& word : words)
        pointers.push_back(word.data());
    return run_command_line(static_cast<int>(pointers.size()), pointers.data());
}

} // namespace

TEST_CASE("every open stream receives what is published, in order, and nothing from before") {
    LiveHub hub;
    hub.publish(event(1));
    const auto one = hub.open(7);
    const auto two = hub.open(8);
    hub.publish(event(2));
    hub.publish(event(3));
    for (const auto& stream : {one, two}) {
        const auto events = stream->wait(0ms);
        REQUIRE(events.size() == 2);
        CHECK(events[0]->position == 2);
        CHECK(events[1]->position == 3);
        CHECK(stream->wait(0ms).empty());
    }
    CHECK(hub.user_ids() == std::vector<std::int64_t>{7, 8});
}

TEST_CASE("a stream that is gone is forgotten, one that does not read is told to start again") {
    LiveHub hub;
    auto gone = hub.open(7);
    const auto slow = hub.open(8);
    gone.reset();
    for (std::size_t i = 0; i <= LiveHub::queue_limit; ++i)
        hub.publish(event(static_cast<std::int64_t>(i)));
    CHECK(hub.user_ids() == std::vector<std::int64_t>{8});
    CHECK(slow->overflowed());
    CHECK(slow->wait(0ms).empty());
}

TEST_CASE("closing wakes whoever waits and refuses new streams") {
    LiveHub hub;
    const auto stream = hub.open(7);
    std::thread closer([&] { hub.close(); });
    while (!stream->closed())
        stream->wait(10s);
    closer.join();
    CHECK(hub.open(7)->closed());
}

TEST_CASE("two servers cannot share a folder") {
    const TestFolder folder;
    {
        const FolderLock first(folder.path(), Language::fr);
        CHECK_THROWS_AS(FolderLock(folder.path(), Language::fr), CommandError);
    }
    const FolderLock again(folder.path(), Language::fr);
}

TEST_CASE("letters typed in two pieces are stored as one") {
    CHECK(
        nfc("Le\xCC\x81"
            "a") == "Léa"
    );
    CHECK(nfc("Léa") == "Léa");
    CHECK(nfc("\xff\xfe") == "\xff\xfe");
    CHECK(nfc("") == "");
}

TEST_CASE("HTML is only ever text in the server's pages") {
    CHECK(
        escape_html("<img src=x onerror='a(\"b\")'>&") ==
        "&lt;img src=x onerror=&#39;a(&quot;b&quot;)&#39;&gt;&amp;"
    );
    const std::string page = form_page(
        {.title = {"T", "T"},
         .action = "/x",
         .fields = {{.name = "name", .label = {"Nom", "Name"}, .value = "\"><b>"}}},
        Language::fr
    );
    CHECK(page.find("<b>") == std::string::npos);
    CHECK(page.find("<script") == std::string::npos);
    CHECK(page.find("<label for=\"name\">") != std::string::npos);
}

TEST_CASE("the command line is understood or refused with a code of its own") {
    const TestFolder folder;
    CHECK(run({"--version"}) == 0);
    CHECK(run({"bogus"}) == 2);
    CHECK(run({"check", "--bogus"}) == 2);
    CHECK(run({"backup"}) == 2);
    CHECK(run({"serve", "--port"}) == 2);
    CHECK(run({"check", "--data", folder.path() + "/none"}) == 1);
    CHECK(run({"serve", "--port", "99999", "--data", folder.path()}) == 2);
}

TEST_CASE("no connection waits for another one, however many come at once, up to the limit") {
    constexpr int bursts = 200, size = 12;
    for (int burst = 0; burst < bursts; ++burst) {
        std::mutex mutex;
        std::condition_variable changed;
        int here = 0;
        bool all = true;
        ConnectionThreads threads(100);
        for (int i = 0; i < size; ++i)
            CHECK(threads.serve([&] { // Stays until everybody has come.
                std::unique_lock lock(mutex);
                ++here;
                changed.notify_all();
                if (!changed.wait_for(lock, 10s, [&] { return here == size; }))
                    all = false;
            }));
        threads.shutdown();
        REQUIRE(all);
        CHECK_FALSE(threads.serve([] {}));
    }
    int served = 0;
    ConnectionThreads one(1);
    for (int i = 0; i < 50; ++i)
        one.serve([&] { ++served; });
    one.shutdown();
    CHECK(served == 50);
}

TEST_CASE("a backup restores into an empty folder, and never over a workspace by accident") {
    const TestFolder folder;
    const std::string data = folder.path() + "/data", copy = folder.path() + "/copy",
                      other = folder.path() + "/other";
    std::filesystem::create_directories(data);
    CHECK(run({"user", "add", "Léa", "lea@example.fr", "--data", data}) == 1);
    { const App made({.data_folder = data}); } // What `carnet serve` does at first.
    CHECK(run({"user", "add", "Léa", "lea@example.fr", "--data", data}) == 0);
    CHECK(run({"backup", copy, "--data", data}) == 0);
    CHECK(run({"backup", copy, "--data", data}) == 1);
    CHECK(run({"restore", copy, "--data", data}) == 1);
    CHECK(run({"restore", folder.path(), "--data", other}) == 1);
    CHECK(run({"restore", copy, "--data", other}) == 0);
    CHECK(run({"check", "--data", other}) == 0);
    CHECK(run({"restore", copy, "--data", other, "--force"}) == 0);
    CHECK(std::filesystem::exists(other + "/replaced-1/carnet.db"));
}

TEST_CASE("every command says what it does in both languages") {
    std::set<std::string_view> names;
    for (const Command& command : all_commands()) {
        CAPTURE(command.name);
        CHECK(names.insert(command.name).second);
        CHECK((command.run != nullptr));
        CHECK(command.summary.fr[0] != '\0');
        CHECK(command.summary.en[0] != '\0');
    }
    for (const char* name :
         {"serve", "demo", "import", "export", "backup", "restore", "user", "check"})
        CHECK(names.count(name) == 1);
}
