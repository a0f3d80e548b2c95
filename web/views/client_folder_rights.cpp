// Documents, page Permissions (MD-23…MD-26): who may do what in which folder. A click on the name
// opens the folder, a click on a cell changes the right: two places that cannot be confused. One
// row of it is in client_folder_right_row.cpp.
#include "web/views/client_folder_rights.hpp"

#include "shared/core/text.hpp"
#include "shared/texts/app_common.hpp"
#include "shared/texts/app_documents.hpp"

#include <algorithm>

namespace carnet::views {

namespace {

using namespace app;
namespace tx = texts::documents;

constexpr float head_height = 84, group_height = 24, aside_width = 328;
constexpr float bar_width = RightsMatrix::bar_width;

std::string person_key(const net::FolderPersonRow& person) {
    return (person.is_contact ? "contact=" : "user=") + std::to_string(person.id);
}

void head_cell_ui(const DocumentsContext& d, const net::FolderPersonRow& person, ui::Rect cell) {
    const ui::Id scope(person.id * 2 + person.is_contact);
    const ui::a11y::Scope head("columnheader", person.name);
    const std::string key = person_key(person);
    const bool watched = d.view.eye == key;
    if (watched)
        ui::draw::fill(cell, ui::Color::share_soft);
    cell.cut_top(6);
    ui::draw::avatar(
        cell.cut_top(24).centered(24, 24), person.name, static_cast<std::uint64_t>(person.id), false
    );
    const ui::Rect name = cell.cut_top(20);
    ui::draw::text(
        name.inset(2, 0),
        person.name.substr(0, person.name.find(' ')),
        ui::Color::text,
        {.type = ui::Type::small, .weight = ui::Weight::medium, .align = ui::Align::center}
    );
    ui::tooltip_over(name, person.name);
    const float size = ui::coarse() ? 32 : 24;
    ui::at(cell.cut_top(28).centered(size, size));
    if (ui::icon_button(
            icon::eye,
            fill(d.context.tr(tx::eye), {{"name", person.name}}),
            {.size = ui::Size::xs,
             .toggled = watched,
             .icon_color = watched ? ui::Color::share_text : ui::Color::clear}
        ))
        d.view.eye = watched ? std::string() : key;
}

void head_ui(const DocumentsContext& d, const RightsMatrix& matrix, ui::Rect head) {
    ui::draw::fill(head, ui::Color::subtle);
    ui::draw::line_on(head, ui::side_bottom, ui::Color::line_2);
    head.cut_right(bar_width);
    ui::Rect cells = head.cut_right(matrix.cell * static_cast<float>(matrix.people.size()));
    ui::Rect groups = cells.cut_top(group_height);
    const auto contacts =
        static_cast<float>(std::count_if(matrix.people.begin(), matrix.people.end(), [&](auto i) {
            return matrix.rights.people[i].is_contact;
        }));
    const auto group = [&](ui::Rect box, const Text& words) {
        if (box.w > 0)
            ui::draw::text(
                box.inset(16, 0), d.context.tr(words), ui::Color::text_2, {.type = ui::Type::small}
            );
    };
    group(groups.cut_left(matrix.cell * contacts), tx::group_contacts);
    group(groups, tx::group_team);
    ui::draw::text(
        head.cut_bottom(36).inset(16, 0),
        d.context.tr(tx::column_folder),
        ui::Color::text_3,
        {.type = ui::Type::small}
    );
    const ui::a11y::Scope row("row", ui::Label());
    for (const std::size_t index : matrix.people)
        head_cell_ui(d, matrix.rights.people[index], cells.cut_left(matrix.cell));
}

void eye_banner_ui(const DocumentsContext& d, const net::SeenBy& eye, ui::Rect& box) {
    const ui::Rect banner = box.cut_top(40);
    ui::draw::fill(banner, ui::Color::share_soft);
    const ui::Bar bar(banner, {.padding = 16, .line = ui::Color::clear});
    ui::icon(icon::eye, {.color = ui::Color::share_text});
    ui::text(
        fill(
            d.context.tr(tx::eye_banner),
            {{"name", eye.name},
             {"visible", std::to_string(eye.visible)},
             {"all", std::to_string(eye.visible + eye.hidden)},
             {"hidden", std::to_string(eye.hidden)}}
        ),
        {.color = ui::Color::share_text, .width = ui::avail_width() - 110}
    );
    ui::spring();
    if (ui::button(
            tx::eye_leave,
            {.kind = ui::ButtonKind::portal,
             .shortcut = d.context.language == Language::fr ? "Échap" : "Esc"}
        ) ||
        (!ui::any_layer_open() && ui::escape_pressed()))
        d.view.eye.clear();
}

void rows_ui(const DocumentsContext& d, RightsMatrix& matrix, ui::Rect box) {
    const ui::Region region("rights", box);
    const ui::Column column(0);
    const std::string words = text::fold(d.view.search);
    const ui::Rect seen{box.x, box.y - 60, box.w, box.h + 120};
    matrix.folders = shown_folders(d, words);
    roam_rights(d, matrix);
    for (const auto* shown : matrix.folders) {
        const auto& folder = *shown;
        const ui::Rect row = ui::place(ui::fill, 40);
        // Of five hundred folders only those in sight are drawn.
        if (row.bottom() < seen.y || row.y > seen.bottom())
            continue;
        folder_rights_row_ui(d, matrix, folder, row);
        ui::at(row.x, row.bottom());
        ui::space(0);
    }
}

// As many people as there is room for, contacts first; arrows lead to the others.
void people_ui(const DocumentsContext& d, RightsMatrix& matrix, float width) {
    const bool phone = ui::is_phone();
    if (phone)
        matrix.cell = 50; // Three people, and names of folders can still be told apart.
    const auto room = static_cast<std::size_t>(
        std::max(1.0f, (width - bar_width - (phone ? 210 : 280)) / matrix.cell)
    );
    std::vector<std::size_t> all;
    for (std::size_t i = 0; i < matrix.rights.people.size(); ++i)
        if (matrix.rights.people[i].is_contact || d.view.show_team)
            all.push_back(i);
    std::size_t& first = d.view.first_person;
    first = std::min(first, all.size() > room ? all.size() - room : 0);
    const std::size_t last = std::min(all.size(), first + room);
    if (all.size() > room) {
        if (ui::icon_button(
                icon::chevron_left,
                tx::people_before,
                {.size = ui::Size::xs, .disabled = first == 0}
            ))
            first -= std::min(first, room);
        if (ui::icon_button(
                icon::chevron_right,
                tx::people_after,
                {.size = ui::Size::xs, .disabled = last == all.size()}
            ))
            first += room;
    }
    for (std::size_t i = first; i < std::min(all.size(), first + room); ++i)
        matrix.people.push_back(all[i]);
}

void footer_ui(const DocumentsContext& d, ui::Rect box) {
    const ui::Bar bar(box, {.padding = 16, .gap = 16, .line_on_top = true});
    ui::text(
        d.context.plural(tx::folder_count, std::ssize(d.page.folders)),
        {.type = ui::Type::small, .weight = ui::Weight::medium}
    );
    ui::text(tx::hint, {.color = ui::Color::text_3, .type = ui::Type::small});
    ui::spring();
    ui::key_caps("0+1+2");
    ui::text(tx::keys_right, {.color = ui::Color::text_3, .type = ui::Type::small});
    ui::key_caps(d.context.language == Language::fr ? "Maj+c" : "Shift+c");
    ui::text(tx::keys_cascade, {.color = ui::Color::text_3, .type = ui::Type::small});
}

} // namespace

const Text& access_word(FolderAccess access) {
    return folder_access_choices[static_cast<std::size_t>(access)].label;
}

ui::Color access_color(FolderAccess access) {
    return access == FolderAccess::full ? ui::Color::ok_text : ui::Color::accent_text;
}

const char* access_icon(FolderAccess access) {
    return access == FolderAccess::full   ? icon::pencil
           : access == FolderAccess::read ? icon::eye
                                          : icon::minus;
}

void folder_rights_ui(const DocumentsContext& d, ui::Rect box) {
    const auto& loaded = d.context.api.folder_rights(d.client_id);
    if (!loaded.value)
        return;
    RightsMatrix matrix{*loaded.value, {}, nullptr, 84, box.w, {}};
    if (!d.view.eye.empty())
        if (const auto& eye = d.context.api.seen_by(d.client_id, d.view.eye); eye.value)
            matrix.eye = &*eye.value;
    if (d.view.cascade_folder)
        folder_cascade_ui(
            d, ui::is_phone() ? box.cut_bottom(box.h * .55f) : box.cut_right(aside_width)
        );
    matrix.width = box.w; // Beside the list of changes.
    {
        const ui::Bar bar(box.cut_top(40), {.padding = 16});
        if (ui::checkbox(tx::show_team, d.view.show_team))
            d.view.first_person = 0;
        ui::spring();
        if (!ui::is_phone())
            for (const FolderAccess access :
                 {FolderAccess::none, FolderAccess::read, FolderAccess::full}) {
                const bool none = access == FolderAccess::none;
                const ui::Color color = none ? ui::Color::text_3 : access_color(access);
                ui::space(8);
                ui::icon(access_icon(access), {.color = color});
                ui::text(access_word(access), {.color = color, .type = ui::Type::small});
            }
        people_ui(d, matrix, box.w);
    }
    if (matrix.eye)
        eye_banner_ui(d, *matrix.eye, box);
    if (!ui::is_phone())
        footer_ui(d, box.cut_bottom(ui::metric::footer));
    const ui::FocusRegion focus("rights");
    const ui::a11y::Scope main("main", tx::rights_name), table("table", tx::rights_name);
    head_ui(d, matrix, box.cut_top(head_height + group_height));
    rows_ui(d, matrix, box);
}

} // namespace carnet::views
