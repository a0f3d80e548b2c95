// Files on their way to the team. They live beside the screens: leaving the folder does not stop
// them. Those of one choice are added together.
#pragma once

#include "web/platform/platform.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace carnet::portal {

class Portal;

struct Sending {
    enum class State : std::uint8_t { waiting, sending, arrived, failed, adding };
    std::uint32_t handle = 0;
    std::string name;
    std::int64_t size = 0, sent = 0;
    std::int64_t client = 0, folder = 0; // Where it goes.
    State state = State::waiting;
    std::string id;    // The server's, once it arrived.
    std::string error; // Why it failed.
};

class Uploads {
  public:
    Uploads();
    void add(const platform::PickedFile& file, std::int64_t client, std::int64_t folder);
    void cancel(std::uint32_t handle);
    void retry(std::uint32_t handle);
    std::span<const Sending> all() const { return _files; }
    bool under_way() const; // Something would be lost by leaving.
    void clear();
    // Once a frame: starts what waits, hands over what arrived.
    void step(Portal& portal);

  private:
    Sending* find(std::uint32_t handle);
    void hand_over(Portal& portal, const Sending& first);
    std::vector<Sending> _files;
};

} // namespace carnet::portal
