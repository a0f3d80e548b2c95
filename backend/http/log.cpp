// JSON log lines on standard error.
#include "backend/http/log.hpp"

#include "backend/http/route_table.hpp"
#include "shared/core/json.hpp"
#include "shared/core/text.hpp"

#include <algorithm>
#include <cstdio>

namespace carnet {
namespace {

bool is_number(std::string_view text) {
    constexpr std::size_t most_digits = 18;
    return !text.empty() && text.size() <= most_digits && text::all_digits(text);
}

// Whether a word of a path is one of ours.
bool in_table(std::string_view word, std::span<const Route> routes) {
    for (const Route& route : routes) {
        std::string_view rest = route.pattern;
        while (!rest.empty()) {
            rest.remove_prefix(1);
            const std::size_t end = std::min(rest.find('/'), rest.size());
            if (rest.substr(0, end) == word)
                return true;
            rest.remove_prefix(end);
        }
    }
    return false;
}

} // namespace

std::string harmless_path(const Request& request, std::span<const Route> routes) {
    constexpr int most_words = 8;
    std::string kept;
    std::string_view rest = request.path;
    for (int i = 0; i < most_words && !rest.empty() && rest[0] == '/'; ++i) {
        rest.remove_prefix(1);
        const std::size_t end = std::min(rest.find('/'), rest.size());
        const std::string_view word = rest.substr(0, end);
        const bool harmless = is_number(word) || in_table(word, routes);
        kept.append("/").append(harmless ? word : "…");
        rest.remove_prefix(end);
    }
    char before = '?';
    for (const std::string_view name : {"client", "folder", "project"})
        if (const std::string_view value = request.query_param(name); is_number(value)) {
            kept.append(1, before).append(name).append("=").append(value);
            before = '&';
        }
    return kept;
}

void log_request(const RequestLog& request) {
    // One write of one line: lines of several threads do not mix.
    std::fprintf(
        stderr,
        "{\"at\":\"%s\",\"level\":\"info\",\"method\":\"%.*s\",\"route\":\"%.*s\",\"status\":%d,"
        "\"ms\":%.2f,\"user\":%lld,\"contact\":%lld%s%s%s}\n",
        to_iso(request.at).c_str(),
        static_cast<int>(request.method.size()),
        request.method.data(),
        static_cast<int>(request.route.size()),
        request.route.data(),
        request.status,
        request.ms,
        static_cast<long long>(request.user_id),
        static_cast<long long>(request.contact_id),
        request.tried.empty() ? "" : ",\"tried\":\"",
        request.tried.c_str(),
        request.tried.empty() ? "" : "\""
    );
}

void log_error(std::string_view reference, std::string_view what) {
    const std::string line =
        dump({{"level", "error"}, {"reference", reference}, {"message", what}});
    std::fprintf(stderr, "%s\n", line.c_str());
}

void log_info(std::string_view message) {
    const std::string line = dump({{"level", "info"}, {"message", message}});
    std::fprintf(stderr, "%s\n", line.c_str());
}

} // namespace carnet
