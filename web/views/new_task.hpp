// A line to write one task after the other: on a project's page and on the sheet of its client.
#pragma once

#include "web/app/context.hpp"

#include <cstdint>
#include <string>

namespace carnet::views {

struct NewTask {
    std::string name, sent;
    net::Ticket ticket;
    bool focus = false;
    bool open = false;        // On the sheet, where the line is asked for.
    std::int64_t project = 0; // There: the one that was chosen.
};

// False when it was left with Échap.
bool new_task_ui(NewTask& task, std::int64_t project, std::int64_t client, app::Context& context);

} // namespace carnet::views
