// The browser's transport: everything is in web/platform.
#include "web/net/transport.hpp"

namespace carnet::net {

void PlatformTransport::send(HttpRequest request, std::function<void(HttpResponse)> done) {
    platform::send(std::move(request), std::move(done));
}

double PlatformTransport::now_ms() {
    return platform::monotonic_ms();
}

} // namespace carnet::net
