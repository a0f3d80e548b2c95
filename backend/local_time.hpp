// The time of the workspace's country, for what the server writes for people itself: exports, plain
// pages. The programs in the browser know the zone of whoever looks, and write moments themselves.
#pragma once

#include "shared/core/format.hpp"

namespace carnet {

// The zone of the environment's TZ; without it that of mainland France, whatever the machine is set
// to. Call it once, before there are threads.
void choose_time_zone();
// Local time minus UTC at that moment: summer time is another offset.
int utc_offset_minutes(Instant at);
// For format_relative(): what day it is here.
LocalClock local_clock(Instant now);

} // namespace carnet
