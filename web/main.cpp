// The web program's entry. For now it only proves the chain: a canvas, ImGui, our font and our
// icons.
#include <imgui.h>

#include <SDL.h>
#include <emscripten.h>
#include <emscripten/html5.h>
#include <imgui_impl_opengl3.h>
#include <imgui_impl_sdl2.h>

#include "web/ui/icons.hpp"

// Feeds the mirror later on; ImGui calls them because web/imconfig.h asks it to.
struct ImRect;
struct ImGuiLastItemData;
void ImGuiTestEngineHook_ItemAdd(ImGuiContext*, ImGuiID, const ImRect&, const ImGuiLastItemData*) {}
void ImGuiTestEngineHook_ItemInfo(ImGuiContext*, ImGuiID, const char*, int) {}
void ImGuiTestEngineHook_Log(ImGuiContext*, const char*, ...) {}
const char* ImGuiTestEngine_FindItemDebugLabel(ImGuiContext*, ImGuiID) {
    return nullptr;
}

namespace {
SDL_Window* window = nullptr;

EM_BOOL frame(double, void*) {
    ImGui_ImplOpenGL3_NewFrame();
    ImGui_ImplSDL2_NewFrame();
    ImGui::NewFrame();
    ImGui::Begin("Carnet");
    ImGui::Text(
        "Carnet \xc3\xa9t\xc3\xa9 1234567890 %s%s", carnet::icon::phone, carnet::icon::check_bold
    );
    ImGui::End();
    ImGui::Render();
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
    SDL_GL_SwapWindow(window);
    return ImGui::GetFrameCount() < 4 ? EM_TRUE : EM_FALSE;
}

extern "C" EMSCRIPTEN_KEEPALIVE void
app_start(char* text, int text_size, char* icons, int icons_size) {
    ImFontConfig merge;
    ImGui::GetIO().Fonts->AddFontFromMemoryTTF(text, text_size, 16.0f);
    merge.MergeMode = true;
    ImGui::GetIO().Fonts->AddFontFromMemoryTTF(icons, icons_size, 16.0f, &merge);
    emscripten_request_animation_frame_loop(frame, nullptr);
}
} // namespace

int main() {
    SDL_SetHint(SDL_HINT_EMSCRIPTEN_KEYBOARD_ELEMENT, "#canvas");
    SDL_Init(SDL_INIT_VIDEO);
    window = SDL_CreateWindow("Carnet", 0, 0, 1024, 640, SDL_WINDOW_OPENGL);
    SDL_GLContext context = SDL_GL_CreateContext(window);
    ImGui::CreateContext();
    ImGui::GetIO().IniFilename = nullptr;
    ImGui_ImplSDL2_InitForOpenGL(window, context);
    ImGui_ImplOpenGL3_Init("#version 300 es");
}
