// The exchange of a text field with the browser, without a browser (web/platform/agent_input.hpp).
#include "web/platform/agent_input.hpp"
#include "web/platform/native/native.hpp"
#include "web/ui/fonts.hpp"
#include "web/ui/frame.hpp"

#include <doctest/doctest.h>
#include <imgui.h>

using namespace carnet;
using namespace carnet::platform;

namespace {

// A page with two fields, one under the other.
struct Page {
    std::string first = "un", second = "deux";
    AgentOptions options = {.label = "Nom"};
    bool shows_second = true;
    bool changed = false;
    ImGuiID first_id = 0, second_id = 0;

    Page() {
        native::reset();
        ImGui::CreateContext();
        ImGuiIO& io = ImGui::GetIO();
        io.DisplaySize = {800, 600};
        io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
        ui::init();
        ui::load_fonts({});
        frame();
    }
    ~Page() {
        ui::shutdown();
        ImGui::DestroyContext();
    }
    void frame() {
        ImGui::GetIO().DeltaTime = 0.016f;
        ImGui::NewFrame();
        ImGui::SetNextWindowPos({0, 0});
        ImGui::SetNextWindowSize({800, 600});
        ImGui::Begin("page", nullptr, ImGuiWindowFlags_NoDecoration);
        first_id = ImGui::GetID("##first");
        second_id = ImGui::GetID("##second");
        ImGui::SetCursorPos({100, 100});
        changed = agent_input_text("##first", first, options, {300, 30});
        if (shows_second) {
            ImGui::SetCursorPos({100, 200});
            agent_input_text("##second", second, {.label = "Autre"}, {300, 30});
        }
        ImGui::End();
        agent_end_frame();
        ImGui::Render();
        // What a renderer would do with the font's texture.
        for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
            texture->SetTexID(1);
            texture->SetStatus(ImTextureStatus_OK);
        }
    }
    void click(float x, float y) {
        ImGuiIO& io = ImGui::GetIO();
        io.AddMousePosEvent(x, y);
        frame();
        io.AddMouseButtonEvent(0, true);
        frame();
        io.AddMouseButtonEvent(0, false);
        frame();
    }
    void press(ImGuiKey key) {
        ImGui::GetIO().AddKeyEvent(key, true);
        frame();
        ImGui::GetIO().AddKeyEvent(key, false);
        frame();
    }
};

} // namespace

TEST_CASE("a click shows the browser's field over the drawn one, with its text") {
    Page page;
    page.click(150, 115);
    CHECK(native::world().agent_id == page.first_id);
    CHECK(native::world().agent_field.label == "Nom");
    CHECK(native::world().agent_field.w == 300.0f);
    CHECK(native::world().agent_text.value == "un");
}

TEST_CASE("what the browser holds becomes the field's text, with accents and emoji") {
    Page page;
    page.click(150, 115);
    native::type(page.first_id, "Éloïse 😀");
    page.frame();
    CHECK(page.changed);
    CHECK(page.first == "Éloïse 😀");
    page.frame();
    CHECK_FALSE(page.changed);
}

TEST_CASE("a text that arrives after the focus has gone is kept, in its own field") {
    Page page;
    page.click(150, 115);
    page.click(150, 215);
    native::type(page.first_id, "tard");
    page.frame();
    CHECK(page.changed);
    CHECK(page.first == "tard");
    CHECK(page.second == "deux");
}

TEST_CASE("a text that comes in the frame of the click elsewhere is kept") {
    Page page;
    page.click(150, 115);
    native::type(page.first_id, "presque");
    page.click(150, 215);
    CHECK(page.first == "presque");
    CHECK(page.second == "deux");
    CHECK(native::world().agent_id == page.second_id);
}

TEST_CASE("nothing is sent to the browser while something is composed") {
    Page page;
    page.click(150, 115);
    native::world().composing = true;
    const std::string before = native::world().agent_text.value;
    page.first = "changé par le programme";
    page.frame();
    page.frame();
    CHECK(native::world().agent_text.value == before);
    native::world().composing = false;
    page.frame();
    CHECK(native::world().agent_text.value == "changé par le programme");
}

TEST_CASE("a text that the program changes goes to the browser") {
    Page page;
    page.click(150, 115);
    page.first.clear();
    page.frame();
    page.frame();
    CHECK(native::world().agent_text.value.empty());
    CHECK(page.first.empty());
}

TEST_CASE("Escape leaves the field with what was typed, or with what was there, as the field wants"
) {
    for (const bool revert : {false, true}) {
        Page page;
        page.options.revert_on_escape = revert;
        page.click(150, 115);
        native::type(page.first_id, "nouveau");
        page.frame();
        page.press(ImGuiKey_Escape);
        CHECK(page.first == (revert ? "un" : "nouveau"));
        CHECK(native::world().agent_id == 0);
    }
}

TEST_CASE("a field that is no longer drawn gives the focus back") {
    Page page;
    page.click(150, 215);
    CHECK(native::world().agent_id == page.second_id);
    page.shows_second = false;
    page.frame();
    CHECK(native::world().agent_id == 0);
    CHECK(agent_active_id() == 0);
}
