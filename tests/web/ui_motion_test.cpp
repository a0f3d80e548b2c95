// Motion (design §8): layers fade in for a moment and then stand still; people who want no motion
// get none; nothing is drawn once it is over.
#include "tests/support/ui_harness.hpp"
#include "web/ui/internal.hpp"

#include <doctest/doctest.h>

using namespace carnet;
using test::UiHarness;

namespace {

// The strongest alpha of anything drawn in windows whose name begins so.
int strongest(std::string_view start) {
    int most = -1;
    const ImDrawData* data = ImGui::GetDrawData();
    for (const ImDrawList* list : data->CmdLists) {
        if (!std::string_view(list->_OwnerName ? list->_OwnerName : "").starts_with(start))
            continue;
        for (const ImDrawVert& vertex : list->VtxBuffer)
            most = std::max(most, static_cast<int>(vertex.col >> IM_COL32_A_SHIFT));
    }
    return most;
}

struct Page {
    bool open = false;
    void draw() {
        if (ui::Dialog dialog{"dialog", open, {.title = std::string_view("Question")}})
            ui::text(std::string_view("Une phrase"), {});
    }
};

} // namespace

TEST_CASE("a dialog fades in and then stands still") {
    Page page;
    UiHarness app([&] { page.draw(); });
    page.open = true;
    app.frames(2, 10);
    const int early = strongest("##dialog");
    CHECK(early < 200);
    app.frames(3, 100);
    CHECK(strongest("##dialog") == 255);
    // Nothing asks for another frame.
    app.world().wanted_frames = 0;
    app.frames(1);
    CHECK(app.world().wanted_frames == 0);
}

TEST_CASE("without motion a dialog is there at once") {
    Page page;
    UiHarness app([&] { page.draw(); });
    app.world().reduced_motion = true;
    app.frames(1);
    page.open = true;
    app.frames(1, 10);
    CHECK(strongest("##dialog") == 255);
}

TEST_CASE("without motion what is shown for a while goes away by itself, with one frame") {
    double since = -1;
    UiHarness app([&] {
        if (const double age = ui::now_ms() - since; since >= 0 && age <= 300)
            ui::animate_for(static_cast<int>(300 - age) + 1);
    });
    auto& world = app.world();
    world.reduced_motion = true;
    app.frames(2, 10);
    since = ui::now_ms();
    world.timer_ms = -1;
    app.frames(1, 10);
    CHECK(world.timer_ms >= 290);
    CHECK(world.timer_ms <= 310);
    // Frames for other reasons set no further timers, and nothing is drawn in between.
    world.timer_ms = -1;
    world.wanted_frames = 0;
    app.frames(3, 50);
    CHECK(world.timer_ms == -1);
    app.frames(1, 300);
    CHECK(world.timer_ms == -1);
    CHECK(world.wanted_frames == 0);
    // The next one has a frame of its own.
    since = ui::now_ms();
    app.frames(1, 10);
    CHECK(world.timer_ms >= 290);
}

TEST_CASE("a hovered button takes its colour in 80 ms and then stands still") {
    UiHarness app([] { ui::button(std::string_view("Ici"), {}); });
    const auto* button = app.find("button", "Ici");
    REQUIRE(button);
    app.point(button->x + 4, button->y + 4);
    app.world().wanted_frames = 0;
    app.frames(1);
    CHECK(app.world().wanted_frames > 0);
    app.frames(10);
    app.world().wanted_frames = 0;
    app.frames(1);
    CHECK(app.world().wanted_frames == 0);
}

TEST_CASE("Tab leaves the page from its last item, and comes in again at the first") {
    UiHarness app([] {
        ui::button(std::string_view("Un"), {});
        ui::button(std::string_view("Deux"), {});
    });
    app.key(ImGuiKey_Tab);
    CHECK(app.focused() == "Un");
    CHECK(app.world().tab_first);
    CHECK_FALSE(app.world().tab_last);
    app.key(ImGuiKey_Tab);
    CHECK(app.focused() == "Deux");
    CHECK(app.world().tab_last);
    app.key(ImGuiKey_Tab);
    CHECK(app.focused().empty());
    app.key(ImGuiKey_Tab);
    CHECK(app.focused() == "Un");
}

TEST_CASE("a field that is left by the pointer says so when the button is up") {
    std::string first = "un", second = "deux";
    int left = 0;
    bool down = false;
    UiHarness app([&] {
        const auto event = ui::text_field(std::string_view("Premier"), first, {});
        if (event.left) {
            ++left;
            down = ImGui::IsMouseDown(0);
        }
        ui::text_field(std::string_view("Second"), second, {});
    });
    REQUIRE(app.click("textbox", "Premier"));
    REQUIRE(app.click("textbox", "Second"));
    CHECK(left == 1);
    CHECK_FALSE(down);
    REQUIRE(app.click("textbox", "Premier"));
    app.key(ImGuiKey_Tab);
    CHECK(left == 2);
}

TEST_CASE("a pointer that rests on a button in a row draws nothing either") {
    UiHarness app([] {
        ui::Row row;
        const ui::Rect line = ui::viewport().cut_top(40);
        ui::detail::interact(
            ui::detail::id_of(std::string_view("ligne")),
            line,
            {.role = "row", .allow_overlap = true}
        );
        ui::button(std::string_view("Actions"), {});
    });
    const auto* button = app.find("button", "Actions");
    REQUIRE(button);
    app.point(button->x + 4, button->y + 4);
    app.frames(20, 20);
    app.world().wanted_frames = 0;
    app.frames(2);
    CHECK(app.world().wanted_frames == 0);
}
