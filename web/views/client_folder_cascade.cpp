// Documents, page Permissions: what a cascade would change, person by person, before it is applied
// (MD-25).
#include "shared/core/json.hpp"
#include "shared/core/text.hpp"
#include "shared/texts/app_common.hpp"
#include "shared/texts/app_documents.hpp"
#include "web/views/client_folder_rights.hpp"

#include <utility>

namespace carnet::views {

namespace {

using namespace app;
namespace tx = texts::documents;

void change_ui(const DocumentsContext& d, const Json& change) {
    const FolderAccess before = net::folder_access_of(json_string(change, "before"));
    const FolderAccess after = net::folder_access_of(json_string(change, "after"));
    const std::string name = json_string(change, "name");
    const std::string what =
        std::string(d.context.tr(access_word(before))) + " → " + d.context.tr(access_word(after));
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

std::string path_of(const DocumentsView& view) {
    return "/api/folders/" + std::to_string(view.cascade_folder) +
           (view.rights.is_null() ? "/cascade" : "/rights");
}

const char* method_of(const DocumentsView& view) {
    return view.rights.is_null() ? "POST" : "PUT";
}

// The keyboard is back on the cell it came from, a frame later: Entrée was meant for the button.
void close(DocumentsView& view) {
    view.cascade_folder = 0;
    view.at_moving = RightsMatrix::frames_to_move + 1;
}

void apply_ui(const DocumentsContext& d, const Json& plan) {
    const auto count = static_cast<long long>(json_at(plan, "changes").size());
    const bool cascades = d.view.rights.is_null();
    const ui::Row row;
    const bool apply = count || !cascades;
    if (std::exchange(d.view.cascade_focus, false) && apply)
        ui::focus_next_widget();
    const std::string verb =
        count ? d.context.plural(tx::cascade_apply, count) : d.context.tr(texts::save);
    if (apply &&
        ui::button(verb, {.kind = ui::ButtonKind::primary, .size = ui::Size::md, .id = "apply"})) {
        Json body{{"version", json_int(plan, "position")}};
        if (!cascades)
            body["rights"] = d.view.rights;
        send_write(
            d,
            method_of(d.view),
            path_of(d.view),
            std::move(body),
            d.context.tr(cascades ? tx::cascade_done : tx::saved)
        );
        close(d.view);
    }
    if (ui::button(texts::cancel, {.kind = ui::ButtonKind::ghost, .size = ui::Size::md}))
        close(d.view);
}

} // namespace

void ask_rights(const DocumentsContext& d, const net::FolderRow& folder, Json rights) {
    d.view.cascade_folder = folder.id;
    d.view.cascade_name = folder.name;
    d.view.cascade_focus = true;
    Json body{{"dry_run", true}};
    if (!rights.is_null())
        body["rights"] = rights;
    d.view.rights = std::move(rights);
    net::HttpRequest request;
    request.method = method_of(d.view);
    request.path = path_of(d.view);
    request.body = dump(body);
    ask_once(d, std::move(request), d.view.cascade);
}

void folder_cascade_ui(const DocumentsContext& d, ui::Rect box) {
    ui::draw::line_on(box, ui::side_left, ui::Color::line_1);
    const bool cascades = d.view.rights.is_null();
    const std::string title = fill(
        d.context.tr(cascades ? tx::cascade_title : tx::right_title),
        {{"name", d.view.cascade_name}}
    );
    const ui::Region region(
        "cascade", box, {.padding_x = 16, .padding_y = 16, .role = "complementary", .name = title}
    );
    {
        const ui::Row row({.height = 28});
        ui::icon(icon::sitemap, {.color = ui::Color::accent_text});
        ui::heading(title, {.width = ui::avail_width() - 36});
        ui::spring();
        if (ui::icon_button(icon::x, texts::close))
            close(d.view);
    }
    if (!ui::any_layer_open() && ui::escape_pressed())
        close(d.view);
    if (!d.view.cascade || !*d.view.cascade)
        return ui::loading();
    const Result<Json>& answer = **d.view.cascade;
    if (!answer)
        return ui::paragraph(answer.error().message);
    const Json& plan = *answer;
    if (cascades)
        ui::paragraph(
            fill(
                d.context.tr(tx::cascade_text),
                {{"count", std::to_string(json_int(plan, "folders"))}}
            ),
            {.color = ui::Color::text_2, .type = ui::Type::small}
        );
    if (json_at(plan, "changes").empty())
        ui::paragraph(cascades ? tx::cascade_nothing : tx::right_nothing);
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

} // namespace carnet::views
