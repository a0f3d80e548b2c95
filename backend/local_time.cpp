// The zones are those of the C library (tzdata).
#include "backend/local_time.hpp"

#include <cstdlib>
#include <ctime>

namespace carnet {

void choose_time_zone() {
    setenv("TZ", "Europe/Paris", 0);
    tzset();
}

int utc_offset_minutes(Instant at) {
    const std::time_t seconds = static_cast<std::time_t>(at.ms / 1000);
    std::tm local{};
    return localtime_r(&seconds, &local) ? static_cast<int>(local.tm_gmtoff / 60) : 0;
}

LocalClock local_clock(Instant now) {
    return {now, utc_offset_minutes(now)};
}

} // namespace carnet
