// The page's entry: window and GL context from SDL, ImGui, fonts handed over by JavaScript, and the
// one function that draws a frame. When a frame is drawn is web/platform/browser/loop.cpp's
// business; what is in it, the application's.
#include "web/platform/agent_input.hpp"
#include "web/platform/browser/page.hpp"
#include "web/program.hpp"
#include "web/ui/fonts.hpp"
#include "web/ui/frame.hpp"
#include "web/ui/theme.hpp"

#include <imgui.h>
#include <imgui_impl_opengl3.h>
#include <imgui_impl_sdl2.h>

#include <GLES3/gl3.h>
#include <SDL.h>

#include <algorithm>

using namespace carnet;

namespace {

SDL_Window* window = nullptr;
ui::FontFiles fonts;
ImU32 background = 0;

EM_JS(void, page_unsupported, (), { carnet.crash.unsupported("webgl2"); });
EM_JS(void, page_set_theme, (int dark, int red, int green, int blue), {
    carnet.setTheme(!!dark, "rgb(" + red + "," + green + "," + blue + ")");
});

// Every event reaches ImGui through web/platform: SDL's own queue would only fill up.
int drop_event(void*, SDL_Event*) {
    return 0;
}

// The whole window is painted by clearing it: a rectangle of its size would cost another pass over
// all pixels.
void clear() {
    const ImU32 color = ui::color(ui::Color::app);
    const ImVec4 part = ImGui::ColorConvertU32ToFloat4(color);
    if (color != background) {
        background = color;
        const auto byte = [](float value) { return static_cast<int>(value * 255.0f + 0.5f); };
        page_set_theme(ui::scheme() == ui::Scheme::dark, byte(part.x), byte(part.y), byte(part.z));
    }
    const platform::Screen& screen = platform::screen();
    glViewport(0, 0, screen.buffer_width, screen.buffer_height);
    glDisable(GL_SCISSOR_TEST);
    glClearColor(part.x, part.y, part.z, 1.0f);
    glClear(GL_COLOR_BUFFER_BIT);
}

void draw_frame() {
    const platform::Screen& screen = platform::screen();
    ImGui_ImplOpenGL3_NewFrame();
    ImGui_ImplSDL2_NewFrame();
    // SDL's window has a fixed size; the true one, in fractions where the ratio asks for them,
    // comes from the page.
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {screen.width, screen.height};
    io.DisplayFramebufferScale = {
        static_cast<float>(screen.buffer_width) / screen.width,
        static_cast<float>(screen.buffer_height) / screen.height};
    io.DeltaTime = std::min(io.DeltaTime, 0.1f); // Nothing was drawn while nothing happened.
    ImGui::NewFrame();
    app::frame();
    platform::agent_end_frame();
    platform::agent_end_of_frame();
    ImGui::Render();
    clear();
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
    platform::hooks_end_of_frame();
}

bool open_window() {
    SDL_SetHint(SDL_HINT_EMSCRIPTEN_KEYBOARD_ELEMENT, "#sdl-sink");
    SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
    if (SDL_Init(SDL_INIT_VIDEO) != 0)
        return false;
    SDL_SetEventFilter(drop_event, nullptr);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_ES);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 0);
    SDL_GL_SetAttribute(SDL_GL_ALPHA_SIZE, 0);
    SDL_GL_SetAttribute(SDL_GL_DEPTH_SIZE, 0);
    SDL_GL_SetAttribute(SDL_GL_STENCIL_SIZE, 0);
    SDL_GL_SetAttribute(SDL_GL_MULTISAMPLEBUFFERS, 0);
    window = SDL_CreateWindow("Carnet", 0, 0, 16, 16, SDL_WINDOW_OPENGL);
    return window && SDL_GL_CreateContext(window);
}

void create_imgui() {
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
    io.ConfigMacOSXBehaviors = platform::is_mac();
    io.ConfigInputTextCursorBlink = false; // A blinking caret would be a frame every half second.
    ImGui_ImplSDL2_InitForOpenGL(window, SDL_GL_GetCurrentContext());
    ImGui_ImplOpenGL3_Init("#version 300 es");
    // The text agent does what these would do (wasm-ui §2, §9).
    ImGuiPlatformIO& platform_io = ImGui::GetPlatformIO();
    platform_io.Platform_SetImeDataFn = nullptr;
    platform_io.Platform_GetClipboardTextFn = [](ImGuiContext*) -> const char* { return ""; };
    platform_io.Platform_SetClipboardTextFn = [](ImGuiContext*, const char* text) {
        platform::copy_text(text);
    };
    platform_io.Platform_OpenInShellFn = [](ImGuiContext*, const char* url) {
        platform::open_url(url);
        return true;
    };
}

} // namespace

extern "C" {

// The fonts in the order of index.html; the memory stays ours for good.
EMSCRIPTEN_KEEPALIVE void app_font(int index, const void* data, int size) {
    ui::FontBytes* const places[] = {&fonts.regular, &fonts.medium, &fonts.semibold, &fonts.icons};
    if (index >= 0 && index < 4)
        *places[index] = {data, size};
}

// Somebody is signed in and the fonts are there.
EMSCRIPTEN_KEEPALIVE void app_start() {
    ui::init();
    ui::load_fonts(fonts);
    app::start();
    platform::set_frame(draw_frame);
    platform::start_loop();
}

} // extern "C"

int main() {
    if (open_window())
        create_imgui();
    else
        page_unsupported();
}
