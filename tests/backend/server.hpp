// A whole server without sockets on a fresh temporary folder, for the tests of the backend: time is
// given, password hashes are cheap, people are made directly in the database.
#pragma once

#include "backend/app.hpp"
#include "backend/db/records.hpp"
#include "backend/sessions.hpp"

#include <atomic>
#include <filesystem>
#include <string>
#include <string_view>

namespace carnet::test {

class TempFolder {
  public:
    TempFolder() {
        std::string pattern =
            (std::filesystem::temp_directory_path() / "carnet-test-XXXXXX").string();
        if (const char* made = mkdtemp(pattern.data()))
            _path = made;
    }
    ~TempFolder() {
        std::error_code error;
        std::filesystem::remove_all(_path, error);
    }
    TempFolder(const TempFolder&) = delete;
    const std::string& path() const { return _path; }

  private:
    std::string _path;
};

inline constexpr const char* good_password = "une phrase assez longue";

class Server {
  public:
    Server() { start(); }

    App& app() { return *_app; }
    const std::string& folder() const { return _folder.path(); }
    void pass_seconds(std::int64_t seconds) { _now_ms += seconds * 1000; }
    // Stops and starts again on the same folder.
    void restart() {
        _app.reset();
        start();
    }

    // Somebody of the team with good_password; the workspace comes with the first.
    std::int64_t add_user(std::string_view email, Role role, std::string_view name = "Quelqu’un") {
        if (_hash.empty())
            _hash = *_app->sessions().hash_password(good_password, Language::fr);
        std::int64_t id = 0;
        _app->database().write(0, [&](Transaction& tx) {
            if (!find<Workspace>(tx, 1)) {
                Workspace workspace{.id = 1, .name = "Atelier"};
                (void)insert(tx, workspace, Language::fr);
            }
            User user{.name = std::string(name), .email = std::string(email), .role = role};
            id = *insert(tx, user, Language::fr);
            Sessions::store_password(tx, id, _hash);
            return true;
        });
        return id;
    }
    // The cookie of a new session.
    std::string sign_in(std::int64_t user_id) {
        return "carnet_session=" + _app->sessions().open(user_id, false, _app->now());
    }

    Response send(
        Method method,
        std::string_view target,
        std::string_view body = "",
        std::string_view cookie = "",
        std::vector<NameValue> headers = {}
    ) {
        Request request;
        request.method = method;
        const std::size_t question = target.find('?');
        request.path = target.substr(0, question);
        if (question != std::string_view::npos)
            request.query = target.substr(question + 1);
        request.body = body;
        request.remote_address = "192.0.2.1";
        request.headers = std::move(headers);
        request.headers.emplace_back("Host", "carnet.test");
        if (!cookie.empty())
            request.headers.emplace_back("Cookie", cookie);
        if (!body.empty() && request.header("Content-Type").empty())
            request.headers.emplace_back("Content-Type", "application/json");
        return _app->handle(std::move(request));
    }
    Response
    get(std::string_view target, std::string_view cookie = "", std::vector<NameValue> headers = {}
    ) {
        return send(Method::get, target, "", cookie, std::move(headers));
    }
    Response
    post_form(std::string_view target, std::string_view form, std::string_view cookie = "") {
        return send(
            Method::post,
            target,
            form,
            cookie,
            {{"Content-Type", "application/x-www-form-urlencoded"}}
        );
    }

  private:
    void start() {
        _app = std::make_unique<App>(AppOptions{
            .data_folder = _folder.path(),
            .clock = [this] { return Instant{_now_ms.load()}; },
            .hash_memory_kib = 8,
            .log = false});
    }

    TempFolder _folder;
    std::atomic<std::int64_t> _now_ms{1'795'000'000'000};
    std::string _hash;
    std::unique_ptr<App> _app;
};

inline Json body_of(const Response& response) {
    auto json = parse_json(response.body, Language::fr, {.bytes = 1 << 26, .depth = 64});
    return json ? std::move(json).value() : Json();
}

// The cookie an answer sets, as the next request sends it; "" when it sets none.
inline std::string cookie_of(const Response& response) {
    const std::string_view header = response.find_header("Set-Cookie");
    return std::string(header.substr(0, header.find(';')));
}

} // namespace carnet::test
