// Documents, page Permissions: one folder of the matrix. Its name opens it, a cell asks for the
// right; the keyboard goes from cell to cell.
#include "shared/core/json.hpp"
#include "shared/texts/app_common.hpp"
#include "shared/texts/app_documents.hpp"
#include "web/app/input.hpp"
#include "web/views/client_folder_rights.hpp"

namespace carnet::views {

namespace {

using namespace app;
namespace tx = texts::documents;

bool may_set(const RightsMatrix& matrix, const net::FolderRow& folder, std::size_t index) {
    const auto& person = matrix.rights.people[index];
    return folder.access == FolderAccess::full && !person.fixed &&
           (person.is_contact ? matrix.rights.may_set_contacts : matrix.rights.may_set_users);
}

// Where the keyboard is: whether this is its cell, which then takes the focus after an arrow.
bool is_here(const DocumentsContext& d, const net::FolderRow& folder, int person) {
    if (d.view.at_folder != folder.id || d.view.at_person != person)
        return false;
    if (d.view.at_moving > 0 && --d.view.at_moving < RightsMatrix::frames_to_move)
        ui::focus_next_widget();
    return true;
}

// The focus is here. After an arrow it is still where it came from until the cell has taken it.
void stay(const DocumentsContext& d, const net::FolderRow& folder, int person) {
    d.view.at_focused = true;
    if (d.view.at_folder == folder.id && d.view.at_person == person)
        d.view.at_moving = 0;
    else if (d.view.at_moving == 0) {
        d.view.at_folder = folder.id;
        d.view.at_person = person;
    }
}

void set_right(
    const DocumentsContext& d,
    const net::FolderPersonRow& person,
    const net::FolderRow& folder,
    std::optional<FolderAccess> access
) {
    Json right{{person.is_contact ? "contact_id" : "user_id", person.id}, {"access", nullptr}};
    if (access)
        right["access"] = folder_access_choices[static_cast<std::size_t>(*access)].value;
    ask_rights(d, folder, Json::array({std::move(right)}));
}

void right_menu_ui(
    const DocumentsContext& d,
    const net::FolderPersonRow& person,
    const net::FolderRow& folder,
    FolderAccess access,
    bool own
) {
    ui::Menu menu{"right", {.width = 220}};
    if (!menu)
        return;
    for (const FolderAccess choice : {FolderAccess::none, FolderAccess::read, FolderAccess::full})
        if (menu.item(
                access_word(choice),
                {.icon = access_icon(choice), .checked = own && access == choice, .checkable = true}
            ))
            set_right(d, person, folder, choice);
    menu.separator();
    if (menu.item(tx::inherit, {.checked = !own, .checkable = true}))
        set_right(d, person, folder, std::nullopt);
}

// 0, 1 and 2 on the cell the keyboard is on.
void right_keys(
    const DocumentsContext& d,
    const net::FolderPersonRow& person,
    const net::FolderRow& folder,
    bool may
) {
    constexpr std::pair<Shortcut, FolderAccess> keys[] = {
        {Shortcut::right_none, FolderAccess::none},
        {Shortcut::right_read, FolderAccess::read},
        {Shortcut::right_full, FolderAccess::full}};
    for (const auto& [shortcut, access] : keys)
        if (may && d.context.pressed(shortcut))
            set_right(d, person, folder, access);
}

void cell_ui(
    const DocumentsContext& d,
    const RightsMatrix& matrix,
    const net::FolderRow& folder,
    std::size_t index,
    ui::Rect box
) {
    const auto& person = matrix.rights.people[index];
    const auto cells = matrix.rights.folders.find(folder.id);
    if (cells == matrix.rights.folders.end())
        return;
    const ui::Id scope(static_cast<std::int64_t>(index));
    const ui::a11y::Scope node("cell", ui::Label());
    const FolderAccess access = cells->second.access[index];
    const bool own = cells->second.own[index];
    const bool may = may_set(matrix, folder, index);
    const bool here = is_here(d, folder, static_cast<int>(index));
    const std::string name = fill(
        d.context.tr(tx::cell),
        {{"name", person.name},
         {"folder", folder.name},
         {"right", d.context.tr(access_word(access))}}
    );
    const ui::Rect mark = box.centered(28, 28);
    const ui::Press press =
        ui::pressable("cell", name, mark, {.disabled = !may, .no_tab_stop = !here});
    if (press.focused) {
        stay(d, folder, static_cast<int>(index));
        right_keys(d, person, folder, may);
    }
    if (access != FolderAccess::none)
        ui::draw::fill(
            mark,
            access == FolderAccess::full ? ui::Color::ok_soft : ui::Color::accent_soft,
            ui::metric::radius_control
        );
    if (own)
        ui::draw::border(mark, ui::Color::line_3, ui::metric::radius_control);
    if (access == FolderAccess::none)
        ui::draw::text(mark, "–", ui::Color::text_3, {.align = ui::Align::center});
    else
        ui::draw::icon(mark.center(), access_icon(access), 16, access_color(access));
    if (press.hovered)
        ui::tooltip_over(mark, name);
    if (press.clicked)
        ui::open_menu("right");
    right_menu_ui(d, person, folder, access, own);
}

bool may_cascade(const net::FolderRow& folder) {
    return folder.has_children && folder.access == FolderAccess::full;
}

// At the right of the line: its cascade, whether the person looked at sees it, whether cascades
// leave it alone.
void marks_ui(
    const DocumentsContext& d,
    const RightsMatrix& matrix,
    const net::FolderRow& folder,
    bool hidden,
    ui::Rect& line
) {
    if (may_cascade(folder)) {
        const ui::Rect more = line.cut_right(30);
        ui::at(more.x, more.center().y - (ui::coarse() ? 16 : 12));
        if (ui::icon_button(icon::sitemap, tx::cascade_ask, {.size = ui::Size::xs}))
            ask_rights(d, folder, {});
    }
    if (matrix.eye) {
        const ui::Rect mark = line.cut_right(24);
        ui::draw::icon(
            mark.center(), hidden ? icon::eye_off : icon::eye, 16, ui::Color::share_text
        );
        const auto why = matrix.eye->why.find(folder.id);
        const std::string words = why == matrix.eye->why.end() ? std::string() : why->second;
        ui::tooltip_over(mark, words);
        ui::a11y::text(words, mark);
    }
    if (folder.outside_cascade && !ui::is_phone()) {
        const float width = ui::badge_width(tx::outside) + 6;
        const ui::Rect mark = line.cut_right(width);
        ui::at(mark.x, mark.y + (mark.h - 20) / 2);
        ui::badge(tx::outside);
    }
}

bool name_ui(
    const DocumentsContext& d,
    const net::FolderRow& folder,
    bool hidden,
    ui::Rect arrow,
    ui::Rect line
) {
    const bool here = is_here(d, folder, -1);
    const ui::Press press =
        ui::pressable("name", folder.name, line, {.role = "link", .no_tab_stop = !here});
    if (press.focused)
        stay(d, folder, -1);
    fold_ui(d, folder, arrow, press.focused);
    ui::Rect words = line;
    ui::draw::icon(
        words.cut_left(20).center(),
        folder.outside_cascade ? icon::folder_x : icon::folder,
        16,
        ui::Color::text_3
    );
    words.cut_left(6);
    ui::draw::text(words, folder.name, hidden ? ui::Color::text_3 : ui::Color::text);
    return press.clicked;
}

} // namespace

void roam_rights(const DocumentsContext& d, const RightsMatrix& matrix) {
    const auto rows = static_cast<int>(matrix.folders.size());
    const auto columns = static_cast<int>(matrix.people.size());
    int row = 0, column = -1;
    while (row < rows && matrix.folders[static_cast<std::size_t>(row)]->id != d.view.at_folder)
        ++row;
    if (row == rows) {
        d.view.at_folder = rows ? matrix.folders[0]->id : 0;
        d.view.at_person = -1;
        return;
    }
    for (int i = 0; i < columns; ++i)
        if (static_cast<int>(matrix.people[static_cast<std::size_t>(i)]) == d.view.at_person)
            column = i;
    const int down = list_step(), right = down ? 0 : list_side();
    const auto& here = *matrix.folders[static_cast<std::size_t>(row)];
    const bool folds =
        column < 0 && here.has_children && right == (is_folded(d.view, here.id) ? 1 : -1);
    if (folds)
        return;
    if (!std::exchange(d.view.at_focused, false) || ui::any_layer_open() || !(down || right))
        return;
    for (row += down, column += right; row >= 0 && row < rows && column >= -1 && column < columns;
         row += down, column += right) {
        const auto& folder = *matrix.folders[static_cast<std::size_t>(row)];
        const int person =
            column < 0 ? -1 : static_cast<int>(matrix.people[static_cast<std::size_t>(column)]);
        if (person >= 0 && !may_set(matrix, folder, static_cast<std::size_t>(person)))
            continue;
        d.view.at_folder = folder.id;
        d.view.at_person = person;
        d.view.at_moving = RightsMatrix::frames_to_move;
        return;
    }
}

void folder_rights_row_ui(
    const DocumentsContext& d,
    const RightsMatrix& matrix,
    const net::FolderRow& folder,
    ui::Rect row
) {
    const ui::Id scope(folder.id);
    const ui::a11y::Scope group("row", folder.name);
    const bool hidden = matrix.eye && (!matrix.eye->folders.contains(folder.id) ||
                                       matrix.eye->folders.at(folder.id) == FolderAccess::none);
    ui::draw::line_on(row, ui::side_bottom, ui::Color::line_1);
    if (d.view.cascade_folder == folder.id)
        ui::draw::fill(row, ui::Color::accent_soft);
    // Under the scroll bar there is only the line.
    row.w = matrix.width - RightsMatrix::bar_width;
    ui::Rect cells = row.cut_right(matrix.cell * static_cast<float>(matrix.people.size()));
    ui::Rect line = row.inset(12, 0);
    const ui::Rect count = line.cut_right(24);
    if (folder.files)
        ui::draw::text(
            count,
            std::to_string(folder.files),
            ui::Color::text_3,
            {.type = ui::Type::small, .align = ui::Align::right}
        );
    line.cut_left(16 * static_cast<float>(folder.depth));
    const ui::Rect arrow = line.cut_left(20);
    bool clicked = false;
    {
        const ui::a11y::Scope head("rowheader", folder.name);
        marks_ui(d, matrix, folder, hidden, line);
        clicked = name_ui(d, folder, hidden, arrow, line);
    }
    for (const std::size_t index : matrix.people)
        cell_ui(d, matrix, folder, index, cells.cut_left(matrix.cell));
    const bool here = d.view.at_focused && d.view.at_folder == folder.id;
    if (here && may_cascade(folder) && d.context.pressed(Shortcut::cascade))
        ask_rights(d, folder, {});
    if (clicked)
        open_folder(d, folder.id);
}

} // namespace carnet::views
