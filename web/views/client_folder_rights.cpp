// Documents, page Permissions (MD-23…MD-26): who may do what in which folder. A click on the name
// opens the folder, a click on a cell changes the right: two places that cannot be confused.
#include "shared/core/json.hpp"
#include "shared/core/text.hpp"
#include "shared/texts/app_common.hpp"
#include "shared/texts/app_documents.hpp"
#include "web/views/client_documents.hpp"

#include <algorithm>

namespace carnet::views {

namespace {

using namespace app;
namespace tx = texts::documents;

constexpr float cell_width = 84, head_height = 84, aside_width = 320;

struct Matrix {
    const net::FolderRightsPage& rights;
    std::vector<std::size_t> people; // Shown ones, indices into rights.people.
    const net::SeenBy* eye = nullptr;
};

std::string person_key(const net::FolderPersonRow& person) {
    return (person.is_contact ? "contact=" : "user=") + std::to_string(person.id);
}

const Text& word_of(FolderAccess access) {
    return folder_access_choices[static_cast<std::size_t>(access)].label;
}

void set_right(
    const DocumentsContext& d,
    const net::FolderPersonRow& person,
    std::int64_t folder_id,
    std::optional<FolderAccess> access
) {
    Json right{{person.is_contact ? "contact_id" : "user_id", person.id}, {"access", nullptr}};
    if (access)
        right["access"] = folder_access_choices[static_cast<std::size_t>(*access)].value;
    Json body;
    body["rights"] = Json::array({std::move(right)});
    const std::string path = "/api/folders/" + std::to_string(folder_id) + "/rights";
    send_write(d, "PUT", path, std::move(body), d.context.tr(tx::saved));
}

void right_menu_ui(
    const DocumentsContext& d,
    const net::FolderPersonRow& person,
    std::int64_t folder_id,
    FolderAccess access,
    bool own
) {
    ui::Menu menu{"right", {.width = 220}};
    if (!menu)
        return;
    for (const FolderAccess choice : {FolderAccess::none, FolderAccess::read, FolderAccess::full})
        if (menu.item(
                word_of(choice),
                {.icon = access_icon(choice), .checked = own && access == choice, .checkable = true}
            ))
            set_right(d, person, folder_id, choice);
    menu.separator();
    if (menu.item(tx::inherit, {.checked = !own, .checkable = true}))
        set_right(d, person, folder_id, std::nullopt);
}

void cell_ui(
    const DocumentsContext& d,
    const Matrix& matrix,
    const net::FolderRow& folder,
    std::size_t index,
    ui::Rect box
) {
    const auto& person = matrix.rights.people[index];
    const auto cells = matrix.rights.folders.find(folder.id);
    if (cells == matrix.rights.folders.end())
        return;
    const ui::Id scope(static_cast<std::int64_t>(index));
    const FolderAccess access = cells->second.access[index];
    const bool own = cells->second.own[index];
    const bool may =
        folder.access == FolderAccess::full && !person.fixed &&
        (person.is_contact ? matrix.rights.may_set_contacts : matrix.rights.may_set_users);
    const std::string name = fill(
        d.context.tr(tx::cell),
        {{"name", person.name}, {"folder", folder.name}, {"right", d.context.tr(word_of(access))}}
    );
    const ui::Rect mark = box.centered(28, 28);
    const ui::Press press = ui::pressable("cell", name, mark, {.disabled = !may});
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
    right_menu_ui(d, person, folder.id, access, own);
}

void ask_cascade(const DocumentsContext& d, const net::FolderRow& folder) {
    d.view.cascade_folder = folder.id;
    d.view.cascade_name = folder.name;
    net::HttpRequest request;
    request.method = "POST";
    request.path = "/api/folders/" + std::to_string(folder.id) + "/cascade";
    request.body = "{\"dry_run\":true}";
    ask_once(d, std::move(request), d.view.cascade);
}

void row_ui(
    const DocumentsContext& d, const Matrix& matrix, const net::FolderRow& folder, ui::Rect row
) {
    const ui::Id scope(folder.id);
    const ui::a11y::Scope group("row", folder.name);
    const bool hidden = matrix.eye && (!matrix.eye->folders.contains(folder.id) ||
                                       matrix.eye->folders.at(folder.id) == FolderAccess::none);
    ui::draw::line_on(row, ui::side_bottom, ui::Color::line_1);
    if (d.view.cascade_folder == folder.id)
        ui::draw::fill(row, ui::Color::accent_soft);
    ui::Rect cells = row.cut_right(cell_width * static_cast<float>(matrix.people.size()));
    ui::Rect line = row.inset(12, 0);
    line.cut_left(16 * static_cast<float>(folder.depth));
    if (folder.has_children && folder.access == FolderAccess::full) {
        const ui::Rect more = line.cut_right(30);
        ui::at(more.x, more.y + (more.h - 28) / 2);
        if (ui::icon_button(icon::sitemap, tx::cascade_ask))
            ask_cascade(d, folder);
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
    if (folder.outside_cascade) {
        const float width = ui::badge_width(tx::outside) + 6;
        const ui::Rect mark = line.cut_right(width);
        ui::at(mark.x, mark.y + (mark.h - 20) / 2);
        ui::badge(tx::outside);
    }
    const ui::Press press = ui::pressable("name", folder.name, line, {.role = "link"});
    ui::Rect words = line;
    ui::draw::icon(words.cut_left(20).center(), icon::folder, 16, ui::Color::text_3);
    words.cut_left(6);
    ui::draw::text(words, folder.name, hidden ? ui::Color::text_3 : ui::Color::text);
    for (const std::size_t index : matrix.people)
        cell_ui(d, matrix, folder, index, cells.cut_left(cell_width));
    if (press.clicked)
        open_folder(d, folder.id);
}

void head_cell_ui(const DocumentsContext& d, const net::FolderPersonRow& person, ui::Rect cell) {
    const ui::Id scope(person.id * 2 + person.is_contact);
    const std::string key = person_key(person);
    const bool watched = d.view.eye == key;
    if (watched)
        ui::draw::fill(cell, ui::Color::share_soft);
    cell.cut_top(6);
    ui::draw::avatar(
        cell.cut_top(24).centered(24, 24), person.name, static_cast<std::uint64_t>(person.id), false
    );
    const ui::Rect name = cell.cut_top(20);
    ui::a11y::add({.role = "columnheader", .name = person.name}, name);
    const bool cut = ui::draw::text(
        name.inset(4, 0),
        person.name.substr(0, person.name.find(' ')),
        ui::Color::text,
        {.type = ui::Type::small, .weight = ui::Weight::medium, .align = ui::Align::center}
    );
    (void)cut;
    ui::tooltip_over(name, person.name);
    const ui::Rect eye = cell.cut_top(28).centered(28, 28);
    ui::at(eye);
    if (ui::icon_button(
            icon::eye,
            fill(d.context.tr(tx::eye), {{"name", person.name}}),
            {.toggled = watched, .icon_color = watched ? ui::Color::share_text : ui::Color::clear}
        ))
        d.view.eye = watched ? std::string() : key;
}

void head_ui(const DocumentsContext& d, const Matrix& matrix, ui::Rect head) {
    ui::draw::fill(head, ui::Color::subtle);
    ui::draw::line_on(head, ui::side_bottom, ui::Color::line_2);
    ui::Rect cells = head.cut_right(cell_width * static_cast<float>(matrix.people.size()));
    ui::draw::text(
        head.inset(16, 0),
        d.context.tr(tx::column_folder),
        ui::Color::text_3,
        {.type = ui::Type::small}
    );
    for (const std::size_t index : matrix.people)
        head_cell_ui(d, matrix.rights.people[index], cells.cut_left(cell_width));
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
    if (ui::button(tx::eye_leave, {.kind = ui::ButtonKind::portal, .shortcut = "Échap"}) ||
        (!ui::any_layer_open() && ui::escape_pressed()))
        d.view.eye.clear();
}

void change_ui(const DocumentsContext& d, const Json& change) {
    const FolderAccess before = net::folder_access_of(json_string(change, "before"));
    const FolderAccess after = net::folder_access_of(json_string(change, "after"));
    const std::string name = json_string(change, "name");
    const std::string what =
        std::string(d.context.tr(word_of(before))) + " → " + d.context.tr(word_of(after));
    ui::Rect row = ui::place(ui::fill, 36);
    ui::a11y::add(
        {.role = "listitem", .name = name + ", " + json_string(change, "folder") + ", " + what}, row
    );
    const auto id = json_int(change, "contact_id", json_int(change, "user_id"));
    ui::draw::avatar(
        row.cut_left(28).centered(24, 24), name, static_cast<std::uint64_t>(id), false
    );
    row.cut_left(8);
    ui::draw::text(
        row.cut_right(116),
        what,
        after > before ? ui::Color::ok_text : ui::Color::bad_text,
        {.type = ui::Type::small, .align = ui::Align::right}
    );
    ui::draw::text(row.cut_top(18), name, ui::Color::text);
    ui::draw::text(
        row, json_string(change, "folder"), ui::Color::text_3, {.type = ui::Type::small}
    );
}

void changes_ui(const DocumentsContext& d, const Json& plan, bool gains) {
    bool first = true;
    for (const Json& change : json_at(plan, "changes")) {
        const bool gain = net::folder_access_of(json_string(change, "after")) >
                          net::folder_access_of(json_string(change, "before"));
        if (gain != gains)
            continue;
        if (first)
            ui::text(
                gains ? tx::gains : tx::losses,
                {.color = ui::Color::text_2, .type = ui::Type::small}
            );
        first = false;
        change_ui(d, change);
    }
}

std::string joined(const Json& names) {
    std::vector<std::string> list;
    for (const Json& name : names)
        list.push_back(name.get<std::string>());
    return text::join(list, ", ");
}

void apply_ui(const DocumentsContext& d, const Json& plan) {
    const auto count = static_cast<long long>(json_at(plan, "changes").size());
    const ui::Row row;
    if (ui::button(texts::cancel, {.kind = ui::ButtonKind::ghost, .size = ui::Size::md}))
        d.view.cascade_folder = 0;
    if (count == 0)
        return;
    const std::string verb = d.context.plural(tx::cascade_apply, count);
    if (!ui::button(verb, {.kind = ui::ButtonKind::primary, .size = ui::Size::md, .id = "apply"}))
        return;
    send_write(
        d,
        "POST",
        "/api/folders/" + std::to_string(d.view.cascade_folder) + "/cascade",
        {{"version", json_int(plan, "position")}},
        d.context.tr(tx::cascade_done)
    );
    d.view.cascade_folder = 0;
}

void cascade_ui(const DocumentsContext& d, ui::Rect box) {
    ui::draw::line_on(box, ui::side_left, ui::Color::line_1);
    const std::string title =
        fill(d.context.tr(tx::cascade_title), {{"name", d.view.cascade_name}});
    const ui::Region region(
        "cascade", box, {.padding_x = 16, .padding_y = 16, .role = "complementary", .name = title}
    );
    {
        const ui::Row row({.height = 28});
        ui::icon(icon::sitemap, {.color = ui::Color::accent_text});
        ui::heading(title, {.width = ui::avail_width() - 36});
        ui::spring();
        if (ui::icon_button(icon::x, texts::close))
            d.view.cascade_folder = 0;
    }
    if (!d.view.cascade || !*d.view.cascade)
        return ui::loading();
    const Result<Json>& answer = **d.view.cascade;
    if (!answer)
        return ui::paragraph(answer.error().message);
    const Json& plan = *answer;
    ui::paragraph(
        fill(
            d.context.tr(tx::cascade_text), {{"count", std::to_string(json_int(plan, "folders"))}}
        ),
        {.color = ui::Color::text_2, .type = ui::Type::small}
    );
    if (json_at(plan, "changes").empty())
        ui::paragraph(tx::cascade_nothing);
    {
        const ui::Row row({.wrap = true});
        if (const auto gains = json_int(plan, "gains"))
            ui::badge(d.context.plural(tx::cascade_gain, gains), {.tone = ui::Tone::ok});
        if (const auto losses = json_int(plan, "losses"))
            ui::badge(d.context.plural(tx::cascade_lose, losses), {.tone = ui::Tone::bad});
    }
    {
        const ui::a11y::Scope list("list", title);
        changes_ui(d, plan, true);
        changes_ui(d, plan, false);
    }
    if (const Json& closed = json_at(plan, "closed"); !closed.empty())
        ui::note(
            fill(d.context.tr(tx::cascade_closed), {{"names", joined(closed)}}),
            {.tone = ui::Tone::warn, .id = "closed"}
        );
    if (const Json& kept = json_at(plan, "untouched"); !kept.empty())
        ui::paragraph(
            fill(d.context.tr(tx::cascade_kept), {{"names", joined(kept)}}),
            {.color = ui::Color::text_2, .type = ui::Type::small}
        );
    ui::space(8);
    apply_ui(d, plan);
}

void rows_ui(const DocumentsContext& d, const Matrix& matrix, ui::Rect box) {
    const ui::Region region("rights", box, {.role = "main", .name = tx::rights_name});
    const ui::a11y::Scope grid("table", tx::rights_name);
    const ui::Column column(0);
    const std::string words = text::fold(d.view.search);
    const ui::Rect seen{box.x, box.y - 60, box.w, box.h + 120};
    for (const auto& folder : d.page.folders) {
        if (!words.empty() && text::fold(folder.name).find(words) == std::string::npos)
            continue;
        const ui::Rect row = ui::place(ui::fill, 40);
        // Of five hundred folders only those in sight are drawn.
        if (row.bottom() < seen.y || row.y > seen.bottom())
            continue;
        row_ui(d, matrix, folder, row);
        ui::at(row.x, row.bottom());
        ui::space(0);
    }
}

} // namespace

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
    Matrix matrix{*loaded.value, {}, nullptr};
    if (!d.view.eye.empty())
        if (const auto& eye = d.context.api.seen_by(d.client_id, d.view.eye); eye.value)
            matrix.eye = &*eye.value;
    if (d.view.cascade_folder)
        cascade_ui(d, ui::is_phone() ? box.cut_bottom(box.h * .55f) : box.cut_right(aside_width));
    {
        const ui::Bar bar(box.cut_top(40), {.padding = 16});
        ui::checkbox(tx::show_team, d.view.show_team);
        ui::spring();
        ui::text(
            tx::hint,
            {.color = ui::Color::text_3, .type = ui::Type::small, .width = ui::avail_width()}
        );
    }
    if (matrix.eye)
        eye_banner_ui(d, *matrix.eye, box);
    // As many people as there is room for, contacts first.
    const auto room = static_cast<std::size_t>(std::max(1.0f, (box.w - 240) / cell_width));
    for (std::size_t i = 0; i < loaded.value->people.size() && matrix.people.size() < room; ++i)
        if (loaded.value->people[i].is_contact || d.view.show_team)
            matrix.people.push_back(i);
    head_ui(d, matrix, box.cut_top(head_height));
    rows_ui(d, matrix, box);
}

} // namespace carnet::views
