// A program as the page's entry (web/main.cpp) sees it: start once, then one call per drawn frame.
// The team's is in web/app, the one of the clients' contacts in web/portal.
#pragma once

namespace carnet::app {

// Called once, when an ImGui context and the browser layer exist and after ui::init() and
// ui::load_fonts().
void start();

// Called for every drawn frame, between ImGui::NewFrame() and ImGui::Render(). Calls
// ui::begin_frame() and ui::end_frame() itself.
void frame();

} // namespace carnet::app
