// What a commit means to the streams of other people: which clients it touched, how they look now
// and who could see them before. Each stream turns it into what its own reader may see
// (changes.cpp).
#pragma once

#include "backend/live_hub.hpp"
#include "shared/book/book.hpp"

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace carnet {

// A stream with nothing to tell says so after this time, for the browser (web/glue/live.js) and for
// what lies between. Waits are shorter, so that a stopping server is noticed.
inline constexpr auto heartbeat = std::chrono::seconds(15), longest_wait = std::chrono::seconds(5);
inline constexpr std::string_view beat = "event: beat\ndata: 1\n\n";

// One client before and after. Rows are shared by all streams and never change.
struct LiveClient {
    std::int64_t id = 0;
    bool was_there = false; // It was in the book before.
    std::int64_t old_owner_id = 0;
    Ids old_assigned_ids;
    std::shared_ptr<const BookRow> row; // Null: it is in the bin or no longer exists.

    Audience old_audience() const { return {old_owner_id, old_assigned_ids}; }
    Audience new_audience() const { return {row->owner_id, row->assigned_ids}; }
};

// Something on a client's sheet that may be open somewhere.
struct LiveTouch {
    std::string entity; // EntitySpec::name.
    std::int64_t client_id = 0;
    std::int64_t folder_id =
        -1; // Only for those who see this folder (0: the top); -1: for everybody.
};

struct LiveEvent {
    // `reading`: somebody has opened a file; nothing of the workspace changed but the proof of it.
    enum class Kind : std::uint8_t { commit, presence, reading };
    Kind kind = Kind::commit;
    std::int64_t position = 0;
    std::int64_t user_id = 0;
    std::int64_t action_id = 0;
    std::vector<LiveClient> clients;
    std::vector<LiveTouch> touched;
    bool words = false;    // Tags, lists, team or settings changed.
    bool rights = false;   // Somebody's rights may have changed.
    bool too_many = false; // More clients than a stream should carry: readers load the book again.
};

} // namespace carnet
