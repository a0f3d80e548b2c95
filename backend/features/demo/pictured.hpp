// What makes up the clients of the design's pictures: shared by pictured.cpp and
// pictured_fontaine.cpp.
#pragma once

#include "backend/features/demo/client.hpp"
#include "backend/features/demo/words.hpp"

#include <string>

namespace carnet::demo {

inline constexpr std::int64_t minute_ms = 60'000, hour_ms = 60 * minute_ms, day_ms = 24 * hour_ms;

// Tags, by their place in tag_table(): see workspace.cpp.
enum { vip, maintenance, health, chorus_pro, fair, multisite, telephony, dispute, follow_up };

struct PicturedRow {
    int number;
    const char* reference;
    ClientState state;
    const char* trade_name;
    const char* legal_name;
    const char* first_name;
    const char* last_name;
    const char* role;
    int running;   // Projects.
    int progress;  // Their mean, percent.
    int hours_ago; // Of the last event.
    ActivityKind kind;
    std::int64_t value_cents;
    Person owner;
    int sector;
    City city;
    int tag = -1, other_tag = -1;
};

DemoContact make_contact(
    const char* first,
    const char* last,
    const char* title,
    const char* role,
    std::int64_t phone,
    const std::string& domain
);
void add_project(
    DemoClient& out,
    const char* name,
    ProjectState state,
    int progress,
    std::int64_t cents,
    Instant now
);
void add_activity(
    DemoClient& out,
    ActivityKind kind,
    Direction direction,
    Instant at,
    const char* body,
    Person by,
    int contact = 0,
    int minutes = 0
);
DemoClient make_pictured(const PicturedRow& row, Instant now);

// "Ateliers Fontaine", the client whose sheet and portal the pictures show.
DemoClient make_fontaine(Instant now);

} // namespace carnet::demo
