// What signing in is the same for in the team and in the portal: the words of the request, and
// routes of plain HTML forms.
#pragma once

#include "backend/http/route_table.hpp"
#include "shared/core/result.hpp"

#include <chrono>
#include <string>
#include <thread>
#include <vector>

namespace carnet {

struct Credentials {
    std::string email, password;
    bool remember = false;
};

// Of the JSON body {email, password, remember}. Fails with the name of a field that is unknown or
// of a wrong type.
Result<Credentials> read_credentials(const Context& c);

// A field of a form; "" when absent or not text.
std::string form_value(const std::vector<NameValue>& form, std::string_view name);

// Where an answer must not tell whether there is such an account: it leaves this long after the
// question at the earliest, which is longer than a mail takes to be written. (Many more questions
// than that are refused, Sessions::count_link.)
class SameTime {
  public:
    SameTime() : _end(std::chrono::steady_clock::now() + std::chrono::milliseconds(80)) {}
    ~SameTime() { std::this_thread::sleep_until(_end); }
    SameTime(const SameTime&) = delete;
    SameTime& operator=(const SameTime&) = delete;

  private:
    std::chrono::steady_clock::time_point _end;
};

// A small form that is open to people who are not signed in; the handler writes in transactions of
// its own.
constexpr Route form_post(
    std::string_view pattern, Requires permission, Handler handler, std::string_view summary
) {
    return {
        .method = Method::post,
        .pattern = pattern,
        .permission = permission,
        .handler = handler,
        .access = Access::manual,
        .body = BodyKind::form,
        .body_limit = std::size_t{16} * 1024,
        .summary = summary};
}

} // namespace carnet
