// The staff application without a browser: frames are run, requests answered by hand, controls
// found by role and name as a screen reader would.
#pragma once

#include "shared/core/json.hpp"
#include "web/app/application.hpp"
#include "web/platform/native/native.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace carnet::test {

struct HarnessOptions {
    std::string path = "/clients";
    float width = 1440, height = 900;
    Role role = Role::owner;
    Language language = Language::fr;
    bool signed_in = true; // Answers the session, the words and the book at once.
};

class AppHarness {
  public:
    explicit AppHarness(const HarnessOptions& options = {});
    ~AppHarness();
    AppHarness(const AppHarness&) = delete;
    AppHarness& operator=(const AppHarness&) = delete;

    void frames(int count = 3);
    // Answers the oldest waiting request of this method and path. False: there was none.
    bool answer(std::string_view method, std::string_view path, const Json& body, int status = 200);
    bool asked(std::string_view method, std::string_view path) const;
    // Body of the last request of this method and path, parsed; null when there was none.
    Json sent(std::string_view method, std::string_view path) const;

    const platform::MirrorNode* find(std::string_view role, std::string_view name) const;
    bool shows(std::string_view words) const; // Any node's name or value holds these words.
    // Activates the control and runs frames. False: there is none of this role and name.
    bool press(std::string_view role, std::string_view name);
    // Puts a text into the field of this name and leaves it. False: there is none.
    bool type(std::string_view name, std::string_view text);

    app::Application& app() { return *_app; }
    platform::native::World& world() { return platform::native::world(); }

  private:
    void answer_start(const HarnessOptions& options);

    net::PlatformTransport _transport;
    std::unique_ptr<app::Application> _app;
};

// Answers of a server, to be changed by tests.
Json me_json(Role role, Language language = Language::fr);
Json words_json();
Json sheet_json(std::int64_t id = 42);

} // namespace carnet::test
