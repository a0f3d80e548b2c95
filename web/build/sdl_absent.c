// What imgui_impl_sdl2.cpp names of the parts of SDL that are left out of the web build (game controllers,
// SDL's own renderer, shared objects). None of these is ever reached; each answers "there is none".
#include <SDL.h>

SDL_bool SDL_IsGameController(int index) {
    (void)index;
    return SDL_FALSE;
}
SDL_GameController* SDL_GameControllerOpen(int index) {
    (void)index;
    return NULL;
}
void SDL_GameControllerClose(SDL_GameController* controller) { (void)controller; }
Sint16 SDL_GameControllerGetAxis(SDL_GameController* controller, SDL_GameControllerAxis axis) {
    (void)controller, (void)axis;
    return 0;
}
Uint8 SDL_GameControllerGetButton(SDL_GameController* controller, SDL_GameControllerButton button) {
    (void)controller, (void)button;
    return 0;
}
int SDL_GetRendererOutputSize(SDL_Renderer* renderer, int* width, int* height) {
    (void)renderer, (void)width, (void)height;
    return -1;
}
void SDL_UnloadObject(void* handle) { (void)handle; }
int SDL_NumJoysticks(void) { return 0; }

// Surfaces are never copied: nothing draws but WebGL.
int SDL_CalculateBlit(SDL_Surface* surface) {
    (void)surface;
    return SDL_SetError("Surfaces are not part of this program");
}
int SDL_RLESurface(SDL_Surface* surface) {
    (void)surface;
    return -1;
}
void SDL_UnRLESurface(SDL_Surface* surface, int recode) { (void)surface, (void)recode; }

// SDL asks for OpenGL functions by name. Emscripten's own answer would pull all 270 of them into the page;
// these are the ones SDL asks for when it reports a context's attributes. (SDL is compiled to call this
// instead of eglGetProcAddress.)
#include <GLES3/gl3.h>

void* carnet_gl_function(const char* name) {
    if (SDL_strcmp(name, "glGetString") == 0) return (void*)glGetString;
    if (SDL_strcmp(name, "glGetStringi") == 0) return (void*)glGetStringi;
    if (SDL_strcmp(name, "glGetIntegerv") == 0) return (void*)glGetIntegerv;
    if (SDL_strcmp(name, "glGetError") == 0) return (void*)glGetError;
    return NULL;
}
