// A value that comes from the server: what is known, what went wrong last, and whether an answer is
// awaited.
#pragma once

#include "shared/core/result.hpp"

#include <optional>

namespace carnet::net {

// All three may hold at once: an old value stays visible while a new one loads or after a reload
// failed.
template <class T>
struct Loadable {
    std::optional<T> value;
    std::optional<Error> error;
    bool loading = false;
    double asked_at_ms = 0; // Monotonic; skeletons appear only after 200 ms of waiting.
};

} // namespace carnet::net
