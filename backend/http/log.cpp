// JSON log lines on standard error.
#include "backend/http/log.hpp"

#include "shared/core/json.hpp"

#include <cstdio>

namespace carnet {

void log_request(const RequestLog& request) {
    // One write of one line: lines of several threads do not mix.
    std::fprintf(
        stderr,
        "{\"at\":\"%s\",\"level\":\"info\",\"method\":\"%.*s\",\"route\":\"%.*s\",\"status\":%d,"
        "\"ms\":%.2f,\"user\":%lld,\"contact\":%lld}\n",
        to_iso(request.at).c_str(),
        static_cast<int>(request.method.size()),
        request.method.data(),
        static_cast<int>(request.route.size()),
        request.route.data(),
        request.status,
        request.ms,
        static_cast<long long>(request.user_id),
        static_cast<long long>(request.contact_id)
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
