// The colour table (design.md §3.1, §3.2): the only place where colour values are written.
#pragma once

#include "web/ui/theme.hpp"

#include <array>

namespace carnet::ui::detail {

struct ColorRow {
    Color name;
    std::uint32_t light, dark; // 0xRRGGBB
};

inline constexpr std::uint32_t no_color = 0xFF000000;

inline constexpr auto color_rows = std::to_array<ColorRow>({
    {Color::app, 0xF6F5F2, 0x121211},
    {Color::surface, 0xFFFFFF, 0x1A1A18},
    {Color::subtle, 0xFAF9F7, 0x1E1E1C},
    {Color::hover, 0xF3F2EE, 0x242422},
    {Color::inset, 0xF3F2EE, 0x242422},
    {Color::active, 0xEAE8E3, 0x2E2E2B},
    {Color::line_1, 0xEEECE7, 0x262624},
    {Color::line_2, 0xE2DFD8, 0x30302D},
    {Color::line_3, 0xCFCBC2, 0x44433F},
    {Color::line_ctl, 0x918D84, 0x76736B},
    {Color::text, 0x1B1A18, 0xF2F1ED},
    {Color::text_2, 0x54514A, 0xB9B6AD},
    {Color::text_3, 0x6A665D, 0x989489},
    {Color::text_off, 0xA5A198, 0x5F5C55},
    {Color::accent, 0x2F4FCF, 0x4A68E4},
    {Color::accent_hover, 0x2743B4, 0x3F5DD8},
    {Color::accent_pressed, 0x203899, 0x3651C4},
    {Color::accent_text, 0x2743B4, 0xA3B4FF},
    {Color::accent_soft, 0xEEF2FE, 0x1F2540},
    {Color::accent_soft_2, 0xDFE6FD, 0x28305A},
    {Color::accent_line, 0xB9C7F8, 0x3A4783},
    {Color::on_accent, 0xFFFFFF, 0xFFFFFF},
    {Color::focus, 0x2F4FCF, 0x8FA5FF},
    {Color::scrim, 0x1B1A18, 0x000000}, // At 36 % and 56 %: scrim_alpha.
    {Color::tip, 0x24221F, 0x34342F},
    {Color::tip_text, 0xFBFAF8, 0xF7F6F2},
    {Color::tip_text_2, 0xBDB9B0, 0xC3C0B7},
    {Color::tip_line, 0x45423C, 0x55534C},
    {Color::danger, 0xD03A3A, 0xC9403D},
    {Color::danger_hover, 0xB52E2E, 0xBA3936},
    {Color::danger_pressed, 0x9A2323, 0xA83230},
    {Color::share_on, 0x7645C9, 0x7C54D8},
    {Color::skeleton, 0xEAE8E3, 0x2E2E2B},
    {Color::skeleton_2, 0xF3F2EE, 0x242422},
    {Color::shade, 0x1B1A18, 0x000000},
    {Color::ok, 0x1F9254, 0x3FB977},
    {Color::ok_text, 0x14653A, 0x86D9AA},
    {Color::ok_soft, 0xE6F4EB, 0x15281D},
    {Color::ok_line, 0xB4DDC4, 0x27503A},
    {Color::warn, 0xC97A04, 0xE0A030},
    {Color::warn_text, 0x7A4A00, 0xEEC475},
    {Color::warn_soft, 0xFDF2DA, 0x2C2311},
    {Color::warn_line, 0xF0D291, 0x57431B},
    {Color::bad, 0xD03A3A, 0xEE6A66},
    {Color::bad_text, 0xA32121, 0xF7A19D},
    {Color::bad_soft, 0xFCEBEA, 0x331B1A},
    {Color::bad_line, 0xF2BDBA, 0x63302E},
    {Color::info, 0x2F4FCF, 0x7D95F5},
    {Color::info_text, 0x2743B4, 0xA3B4FF},
    {Color::info_soft, 0xEAEFFD, 0x1F2540},
    {Color::info_line, 0xB9C7F8, 0x3A4783},
    {Color::mute, 0x7A766D, 0x98948A},
    {Color::mute_text, 0x54514A, 0xB9B6AD},
    {Color::mute_soft, 0xEFEDE8, 0x282826},
    {Color::mute_line, 0xD8D4CB, 0x403F3B},
    {Color::share, 0x7645C9, 0xA884F0},
    {Color::share_text, 0x5B2FA8, 0xC9B3F7},
    {Color::share_soft, 0xF2EDFC, 0x261E38},
    {Color::share_line, 0xD5C5F3, 0x4A3A70},
    {Color::clear, no_color, no_color},
});

constexpr bool rows_in_order() {
    for (std::size_t i = 0; i < color_rows.size(); ++i)
        if (color_rows[i].name != static_cast<Color>(i))
            return false;
    return color_rows.size() == static_cast<std::size_t>(Color::count);
}
static_assert(rows_in_order());

inline constexpr float scrim_alpha[] = {0.36f, 0.56f}; // Light, dark.

struct AvatarRow {
    std::uint32_t fill, text, dark_fill, dark_text;
};
inline constexpr auto avatar_rows = std::to_array<AvatarRow>({
    {0xDDE4FC, 0x2A3F9E, 0x273162, 0xC3CEFF},
    {0xD5EEDE, 0x1A5736, 0x1C3B2B, 0xA9DDBF},
    {0xF6E5C3, 0x6A4407, 0x433113, 0xEFCB85},
    {0xFADCE1, 0x86203C, 0x4A202D, 0xF5B3C2},
    {0xE8DFFA, 0x54309A, 0x372A5A, 0xD0BEF7},
    {0xD0EBED, 0x115157, 0x143C40, 0x9ED9DE},
    {0xF8DFD1, 0x803416, 0x472717, 0xF3BD9F},
    {0xE6E3DC, 0x48453D, 0x35342F, 0xD3CFC4},
});

} // namespace carnet::ui::detail
