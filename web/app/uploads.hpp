// Files on their way to the server. They live here, not in a view: leaving the sheet does not stop
// them. Those of one drop become documents together, in one action that one undo takes back.
#pragma once

#include "web/app/context.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace carnet::app {

struct FileUpload {
    enum class State : std::uint8_t { waiting, sending, arrived, failed, adding };
    std::uint32_t handle = 0;
    std::string name;
    std::int64_t size = 0;
    std::int64_t sent = 0;
    std::int64_t client_id = 0;
    std::int64_t folder_id = 0;      // Where the document goes; 0: the top.
    std::int64_t document_id = 0;    // Set: it becomes a version of this one.
    std::int64_t deliverable_id = 0; // Set: it becomes a version of this deliverable.
    State state = State::waiting;
    std::string id;    // The server's, once it arrived.
    std::string error; // Why it failed.
};

class Uploads {
  public:
    Uploads();
    void add(FileUpload upload);
    void cancel(std::uint32_t handle);
    void retry(std::uint32_t handle);
    std::span<const FileUpload> all() const { return _uploads; }
    bool under_way() const; // Something would be lost by leaving.

    // Once a frame: starts what waits, hands over what arrived.
    void step(const Context& context);

  private:
    FileUpload* find(std::uint32_t handle);
    void hand_over(const FileUpload& first, const Context& context);

    std::vector<FileUpload> _uploads;
};

} // namespace carnet::app
