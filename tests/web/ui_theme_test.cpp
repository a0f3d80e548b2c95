// Colours: contrast of every text on the fills it is used on, in both schemes (design.md §9).
#include "web/ui/theme.hpp"

#include <doctest/doctest.h>

#include <array>
#include <span>

using namespace carnet::ui;

namespace {

struct Use {
    Color ink, fill;
};

constexpr auto texts = std::to_array<Use>({
    {Color::text, Color::app},
    {Color::text, Color::surface},
    {Color::text, Color::subtle},
    {Color::text, Color::hover},
    {Color::text, Color::active},
    {Color::text, Color::accent_soft},
    {Color::text_2, Color::app},
    {Color::text_2, Color::surface},
    {Color::text_2, Color::hover},
    {Color::text_3, Color::app},
    {Color::text_3, Color::surface},
    {Color::text_3, Color::subtle},
    {Color::text_3, Color::hover},
    {Color::accent_text, Color::surface},
    {Color::accent_text, Color::accent_soft},
    {Color::on_accent, Color::accent},
    {Color::on_accent, Color::accent_hover},
    {Color::on_accent, Color::accent_pressed},
    {Color::on_accent, Color::danger},
    {Color::on_accent, Color::danger_hover},
    {Color::on_accent, Color::danger_pressed},
    {Color::tip_text, Color::tip},
    {Color::tip_text_2, Color::tip},
    {Color::ok_text, Color::ok_soft},
    {Color::warn_text, Color::warn_soft},
    {Color::bad_text, Color::bad_soft},
    {Color::info_text, Color::info_soft},
    {Color::mute_text, Color::mute_soft},
    {Color::share_text, Color::share_soft},
    {Color::bad_text, Color::surface},
    {Color::ok_text, Color::surface},
    {Color::warn_text, Color::surface},
});
constexpr auto marks = std::to_array<Use>({
    {Color::line_ctl, Color::surface},
    {Color::focus, Color::surface},
    {Color::focus, Color::app},
    {Color::ok, Color::surface},
    {Color::warn, Color::surface},
    {Color::bad, Color::surface},
    {Color::info, Color::surface},
    {Color::share, Color::surface},
});

void check_all(std::span<const Use> uses, float least) {
    for (const Scheme scheme : {Scheme::light, Scheme::dark})
        for (const Use& use : uses) {
            CAPTURE(static_cast<int>(scheme));
            CAPTURE(static_cast<int>(use.ink));
            CAPTURE(static_cast<int>(use.fill));
            CHECK(contrast(color_in(scheme, use.ink), color_in(scheme, use.fill)) >= least);
        }
}

} // namespace

TEST_CASE("text has a contrast of 4.5 on every fill it is used on") {
    check_all(texts, 4.49f);
}

TEST_CASE("control borders, state marks and the focus ring have a contrast of 3") {
    check_all(marks, 2.99f);
}

TEST_CASE("a colour meets itself with contrast 1 and white meets black with 21") {
    const ImU32 white = color_in(Scheme::light, Color::surface);
    CHECK(contrast(white, white) == doctest::Approx(1));
    CHECK(avatar_index(1) != avatar_index(2));
}
