// The seam between the application and the network: the browser's fetch layer in the page, a fake
// in tests.
#pragma once

#include "web/platform/platform.hpp"

#include <functional>
#include <string_view>

namespace carnet::net {

using platform::HttpRequest;
using platform::HttpResponse;

class Transport {
  public:
    virtual ~Transport() = default;
    // `done` runs on the main thread, never before send() returns; once per request.
    virtual void send(HttpRequest request, std::function<void(HttpResponse)> done) = 0;
    virtual double now_ms() = 0; // Monotonic.
};

// The page's own.
class PlatformTransport final : public Transport {
  public:
    void send(HttpRequest request, std::function<void(HttpResponse)> done) override;
    double now_ms() override;
};

} // namespace carnet::net
