// What each role of a contact means on the portal (CF-18), as a small table under the contacts.
#include "shared/texts/app_contacts.hpp"
#include "web/views/client_view.hpp"

namespace carnet::views {

namespace {

using namespace app;

// Columns as in contact_role_choices: decision maker, technical, billing, observer.
struct PresetRow {
    Text label;
    bool allowed[4];
};
constexpr PresetRow preset_rows[] = {
    {texts::preset_projects, {true, true, false, true}},
    {texts::preset_tasks, {true, true, false, true}},
    {texts::preset_documents, {true, true, false, true}},
    {texts::preset_comment, {true, true, false, false}},
    {texts::preset_approve, {true, false, false, false}},
    {texts::preset_invoices, {false, false, true, false}},
};

void row_ui(const PresetRow& row, ui::Rect line, const Context& context) {
    ui::Rect box = line.inset(12, 0);
    const float cell = box.w * .6f / 4;
    const ui::a11y::Scope scope("row", row.label);
    ui::Rect name = box.cut_left(box.w - cell * 4);
    ui::draw::text(name, context.tr(row.label), ui::Color::text);
    ui::a11y::text(row.label, name);
    for (const bool allowed : row.allowed) {
        const ui::Rect spot = box.cut_left(cell);
        if (allowed)
            ui::draw::icon(spot.center(), icon::check, 16, ui::Color::accent);
        else
            ui::draw::text(spot, "–", ui::Color::text_off, {.align = ui::Align::center});
        ui::a11y::text(allowed ? texts::preset_allowed : texts::preset_refused, spot);
    }
}

} // namespace

void client_presets_ui(Context& context, ui::Rect box) {
    const ui::Region region(
        "presets",
        box,
        {.padding_x = 16, .padding_y = 16, .role = "region", .name = texts::role_preset_title}
    );
    ui::heading(texts::role_preset_title, {.level = 2});
    const float height = 40 + 32 * static_cast<float>(std::size(preset_rows));
    ui::Rect card = ui::place(ui::avail_width(), height);
    ui::draw::surface(card, ui::Elevation::flat, ui::metric::radius_card);
    ui::Rect head = card.cut_top(40);
    ui::draw::fill_corners(
        head.inset(1),
        ui::color(ui::Color::subtle),
        ui::metric::radius_card,
        ImDrawFlags_RoundCornersTop
    );
    ui::Rect titles = head.inset(12, 0);
    const float cell = titles.w * .6f / 4;
    ui::draw::text(
        titles.cut_left(titles.w - cell * 4),
        context.tr(texts::preset_right),
        ui::Color::text_3,
        {.type = ui::Type::small}
    );
    for (const auto& role : contact_role_choices)
        ui::draw::text(
            titles.cut_left(cell),
            context.tr(role.label),
            ui::Color::text_2,
            {.type = ui::Type::small, .weight = ui::Weight::medium, .align = ui::Align::center}
        );
    for (const auto& row : preset_rows) {
        const ui::Rect line = card.cut_top(32);
        ui::draw::line_on(line, ui::side_top, ui::Color::line_1);
        row_ui(row, line, context);
    }
    const ui::Row row;
    ui::icon(icon::shield_lock);
    ui::text(
        texts::preset_note, {.color = ui::Color::text_3, .type = ui::Type::small, .width = ui::fill}
    );
}

} // namespace carnet::views
