// Dear ImGui's compile-time settings, for the application and its tests alike.
#pragma once

#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_FONT

// Feeds the mirror: every item that ImGui submits is reported to the hooks in web/ui.
#define IMGUI_ENABLE_TEST_ENGINE

// Without it a character beyond U+FFFF that is typed or pasted would be stored as U+FFFD.
#define IMGUI_USE_WCHAR32
