// Widgets without a browser or an application: a function draws, frames run, controls are found by
// role and name, the pointer and the keys are ImGui's own events.
#pragma once

#include "web/platform/native/native.hpp"
#include "web/ui/ui.hpp"

#include <functional>
#include <string_view>

namespace carnet::test {

class UiHarness {
  public:
    explicit UiHarness(std::function<void()> draw, float width = 1440, float height = 900)
        : _draw(std::move(draw)) {
        platform::native::reset();
        ImGui::CreateContext();
        ImGuiIO& io = ImGui::GetIO();
        io.DisplaySize = {width, height};
        io.DeltaTime = 1.0f / 60;
        io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
        ui::init();
        ui::load_fonts({});
        ui::set_language(Language::fr);
        frames();
    }
    ~UiHarness() {
        ui::shutdown();
        ImGui::DestroyContext();
        platform::native::reset();
    }
    UiHarness(const UiHarness&) = delete;
    UiHarness& operator=(const UiHarness&) = delete;

    void frames(int count = 4, double ms = 16) {
        for (int i = 0; i < count; ++i) {
            platform::native::world().now_ms += ms;
            ImGui::NewFrame();
            ui::begin_frame();
            _draw();
            ui::end_frame();
            ImGui::Render();
            for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
                if (texture->Status == ImTextureStatus_WantDestroy) {
                    texture->SetStatus(ImTextureStatus_Destroyed);
                } else if (texture->Status != ImTextureStatus_OK) {
                    texture->SetTexID(1);
                    texture->SetStatus(ImTextureStatus_OK);
                }
            }
        }
    }

    const platform::MirrorNode* find(std::string_view role, std::string_view name) const {
        return ui::a11y::find(role, name);
    }
    bool has(std::string_view role, std::string_view name) const {
        return find(role, name) != nullptr;
    }
    std::uint32_t flags(std::string_view role, std::string_view name) const {
        const auto* node = find(role, name);
        return node ? node->flags : 0;
    }
    std::string focused() const {
        for (const auto& node : ui::a11y::last_nodes())
            if (node.flags & platform::mirror_focused)
                return node.name;
        return "";
    }

    // A real click in the middle of the control. False: there is none.
    bool click(std::string_view role, std::string_view name, int button = 0) {
        const auto* node = find(role, name);
        if (!node)
            return false;
        point(node->x + node->w / 2, node->y + node->h / 2);
        ImGuiIO& io = ImGui::GetIO();
        io.AddMouseButtonEvent(button, true);
        frames(2);
        io.AddMouseButtonEvent(button, false);
        frames();
        return true;
    }
    void point(float x, float y) {
        ImGui::GetIO().AddMousePosEvent(x, y);
        frames(2);
    }
    void key(ImGuiKey key, ImGuiKey modifier = ImGuiKey_None) {
        ImGuiIO& io = ImGui::GetIO();
        if (modifier != ImGuiKey_None)
            io.AddKeyEvent(modifier, true);
        io.AddKeyEvent(key, true);
        frames(2);
        io.AddKeyEvent(key, false);
        if (modifier != ImGuiKey_None)
            io.AddKeyEvent(modifier, false);
        frames();
    }
    // What an assistive technology does.
    bool activate(std::string_view role, std::string_view name) {
        const auto* node = find(role, name);
        if (!node)
            return false;
        platform::native::world().activations.push_back(node->id);
        frames();
        return true;
    }
    // Clicks into the field and types over what is there.
    bool type(std::string_view role, std::string_view name, std::string_view text) {
        if (!click(role, name))
            return false;
        platform::native::type(platform::native::world().agent_id, text);
        frames();
        return true;
    }
    platform::native::World& world() { return platform::native::world(); }

  private:
    std::function<void()> _draw;
};

} // namespace carnet::test
