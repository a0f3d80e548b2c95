// The staff application as the page's entry sees it: start once, then one call per drawn frame.
#pragma once

namespace carnet::app {

// Called once, when the fonts and the browser layer are ready and an ImGui context exists.
void start();

// Called for every drawn frame, between ImGui::NewFrame() and ImGui::Render().
void frame();

}  // namespace carnet::app
