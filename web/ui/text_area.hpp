// Several lines of text with wrapping. ImGui's own field keeps the text, the caret and the exchange
// with the browser, but does not wrap: it is drawn invisibly, and the lines, the caret and the
// selection are ours.
#pragma once

#include "web/ui/draw.hpp"

#include "web/platform/agent_input.hpp"

#include <string>

namespace carnet::ui::detail {

bool edit_area(
    const std::string& id_text,
    ImGuiID id,
    std::string& value,
    const platform::AgentOptions& agent,
    Rect box,
    std::string_view placeholder
);

} // namespace carnet::ui::detail
