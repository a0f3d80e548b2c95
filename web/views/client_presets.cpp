// Rights of each contact on the portal (design 02b), as a table under the contacts; CF-18, CF-19.
#include "shared/domain/portal_rights.hpp"
#include "shared/texts/app_contacts.hpp"
#include "shared/texts/app_portal.hpp"
#include "web/views/client_view.hpp"

#include <optional>

namespace carnet::views {

namespace {

using namespace app;

struct RightRow {
    Text label;
    bool PortalRights::*right;
};
constexpr RightRow right_rows[] = {
    {texts::preset_projects, &PortalRights::projects},
    {texts::preset_tasks, &PortalRights::tasks},
    {texts::preset_documents, &PortalRights::documents},
    {texts::preset_comment, &PortalRights::comment},
    {texts::preset_approve, &PortalRights::approve},
    {texts::preset_invoices, &PortalRights::invoices},
};
constexpr std::size_t most_columns = 5;

void row_ui(
    const RightRow& row,
    std::span<const net::SheetContact* const> people,
    ui::Rect line,
    float cell,
    const Context& context
) {
    ui::Rect box = line.inset(12, 0);
    const ui::a11y::Scope scope("row", row.label);
    const ui::Rect name = box.cut_left(box.w - cell * static_cast<float>(people.size()));
    ui::draw::text(name, context.tr(row.label), ui::Color::text);
    ui::a11y::add({.role = "rowheader", .name = context.tr(row.label)}, name);
    for (const auto* person : people) {
        const ui::Rect spot = box.cut_left(cell);
        const bool allowed = portal_rights(person->link).*row.right;
        // Unlike the roles' preset: says so.
        const bool differs = allowed != preset_of(person->link.roles).*row.right;
        const std::string word =
            !differs ? std::string()
                     : context.tr(allowed ? texts::preset_added : texts::preset_removed);
        const ui::TextStyle small{.type = ui::Type::small};
        ui::Rect both = spot.centered(differs ? 22 + ui::text_width(word, small) : 16, 20);
        const ui::Rect mark = both.cut_left(16);
        if (allowed)
            ui::draw::icon(
                mark.center(), icon::check, 16, differs ? ui::Color::share : ui::Color::accent
            );
        else
            ui::draw::text(mark, "–", ui::Color::text_off, {.align = ui::Align::center});
        both.cut_left(4);
        ui::draw::text(
            both, word, allowed ? ui::Color::share_text : ui::Color::text_2, {.type = small.type}
        );
        const std::string spoken =
            context.tr(allowed ? texts::preset_allowed : texts::preset_refused);
        ui::a11y::add({.role = "cell", .name = differs ? spoken + ", " + word : spoken}, spot);
    }
}

} // namespace

void client_presets_ui(
    const net::ClientSheet& sheet, std::int64_t chosen, Context& context, ui::Rect box
) {
    std::vector<const net::SheetContact*> people;
    for (const auto& contact : sheet.contacts)
        if (contact.link.has_portal && people.size() < most_columns)
            people.push_back(&contact);
    if (people.empty())
        return;
    const ui::Region region(
        "rights",
        box,
        {.padding_x = 16, .padding_y = 16, .role = "region", .name = texts::portal_rights_title}
    );
    {
        const ui::Row row({.height = 28});
        ui::heading(texts::portal_rights_title, {.level = 2});
        ui::text(texts::portal_rights_text, {.color = ui::Color::text_3, .type = ui::Type::small});
    }
    std::optional<ui::a11y::Scope> table(std::in_place, "table", texts::portal_rights_title);
    const float height = 40 + 32 * static_cast<float>(std::size(right_rows));
    ui::Rect card = ui::place(ui::avail_width(), height);
    ui::draw::surface(card, ui::Elevation::flat, ui::metric::radius_card);
    const ui::Rect head = card.cut_top(40);
    ui::draw::fill_corners(
        head.inset(1),
        ui::color(ui::Color::subtle),
        ui::metric::radius_card,
        ImDrawFlags_RoundCornersTop
    );
    ui::Rect titles = head.inset(12, 0);
    const auto count = static_cast<float>(people.size());
    const float cell = std::min(titles.w * .65f / count, 140.0f);
    ui::draw::text(
        titles.cut_left(titles.w - cell * count),
        context.tr(texts::preset_right),
        ui::Color::text_3,
        {.type = ui::Type::small}
    );
    std::optional<ui::a11y::Scope> heads(std::in_place, "row", ui::Label());
    for (const auto* person : people) {
        const std::string full = display_name(person->contact);
        const std::string& name =
            person->contact.first_name.empty() ? full : person->contact.first_name;
        const ui::TextStyle style{.type = ui::Type::small, .weight = ui::Weight::medium};
        const ui::Rect spot = titles.cut_left(cell);
        const bool open = person->contact.id == chosen;
        if (open)
            ui::draw::fill({spot.x, spot.y, spot.w, height - 1}, ui::Color::accent_soft);
        ui::a11y::add({.role = "columnheader", .name = full}, spot);
        ui::Rect words = spot.centered(std::min(cell, 26 + ui::text_width(name, style) + 1), 20);
        ui::draw::avatar(
            words.cut_left(20), full, static_cast<std::uint64_t>(person->contact.id), false
        );
        words.cut_left(6);
        ui::draw::text(
            words,
            name,
            open ? ui::Color::text : ui::Color::text_2,
            {.type = style.type, .weight = style.weight}
        );
    }
    heads.reset();
    for (const auto& row : right_rows) {
        const ui::Rect line = card.cut_top(32);
        ui::draw::line_on(line, ui::side_top, ui::Color::line_1);
        row_ui(row, people, line, cell, context);
    }
    table.reset();
    const ui::Row row;
    ui::icon(icon::shield_lock);
    ui::text(
        texts::preset_note, {.color = ui::Color::text_3, .type = ui::Type::small, .width = ui::fill}
    );
}

} // namespace carnet::views
