// The team: who has an account, with which role; inviting, changing the role, deactivating.
#include "shared/core/json.hpp"
#include "shared/texts/app_common.hpp"
#include "shared/texts/app_settings.hpp"
#include "web/app/book_store.hpp"
#include "web/views/client_view.hpp"
#include "web/views/paged_list.hpp"
#include "web/views/settings_view.hpp"

namespace carnet::views {

namespace {

using namespace app;

const EntitySpec& spec = EntityOf<User>::spec;

std::string named(const Context& context, const Text& pattern, const std::string& name) {
    return fill(context.tr(pattern), {{"name", name}});
}

void change(
    const net::TeamMember& member,
    const char* field,
    Json value,
    std::string toast,
    Context& context,
    std::int64_t heir = 0
) {
    Write write{
        .request = {.method = "PATCH", .path = "/api/users/" + std::to_string(member.user.id)}};
    write.request.body = {
        {"fields", {{field, {{"value", std::move(value)}, {"version", member.version}}}}}};
    if (heir)
        write.request.body["heir"] = heir;
    write.toast = std::move(toast);
    write.words = true;
    context.send(std::move(write));
}

void ask_link(TeamPage& page, const net::TeamMember& member, Context& context) {
    page.ticket = new_ticket();
    page.link_name = member.user.name;
    Write write{
        .request = {.path = "/api/users/" + std::to_string(member.user.id) + "/link"},
        .ticket = page.ticket};
    context.send(std::move(write));
}

// Nobody changes somebody above themselves; the server checks again.
bool may_touch(const net::TeamMember& member, const Context& context) {
    if (!context.may(Permission::users_edit))
        return false;
    return member.user.role != Role::owner || context.actor().role == Role::owner;
}

void role_items(ui::Menu& menu, const net::TeamMember& member, Context& context) {
    menu.heading(texts::team_role);
    for (std::size_t i = 0; i < role_count; ++i) {
        const auto role = static_cast<Role>(i);
        if (role < context.actor().role)
            continue;
        const bool current = member.user.role == role;
        if (menu.item(role_label(role), {.checked = current, .checkable = true}) && !current)
            change(
                member,
                "role",
                std::string(role_name(role)),
                named(context, texts::team_role_changed, member.user.name),
                context
            );
    }
}

void member_menu_ui(TeamPage& page, const net::TeamMember& member, Context& context) {
    if (ui::icon_button(
            icon::dots, named(context, texts::team_actions, member.user.name), {.has_popup = true}
        ))
        ui::open_menu("member");
    ui::Menu menu{"member", {.width = 232, .align_right = true}};
    if (!menu)
        return;
    role_items(menu, member, context);
    menu.separator();
    if (member.user.is_active && menu.item(texts::team_new_link, {.icon = icon::mail_forward}))
        ask_link(page, member, context);
    if (member.user.id == context.actor().user_id)
        return;
    if (!member.user.is_active && menu.item(texts::team_reactivate, {.icon = icon::user_plus}))
        change(
            member,
            "is_active",
            true,
            named(context, texts::team_reactivated, member.user.name),
            context
        );
    if (member.user.is_active &&
        menu.item(texts::team_deactivate, {.icon = icon::user_off, .destructive = true})) {
        page.deactivating = member.user.id;
        page.asking = true;
        page.heir = 0;
    }
}

void cells_ui(TeamPage& page, ui::Table& table, const net::TeamMember& member, Context& context) {
    const auto& user = member.user;
    if (table.cell("name")) {
        ui::avatar(
            user.name, static_cast<std::uint64_t>(user.id), {.size = 28, .hidden_from_mirror = true}
        );
        std::string name = user.name;
        if (user.id == context.actor().user_id)
            name += " (" + std::string(context.tr(texts::team_you)) + ")";
        ui::text(
            name,
            {.color = user.is_active ? ui::Color::text : ui::Color::text_3,
             .weight = ui::Weight::medium,
             .width = ui::fill}
        );
    }
    if (table.cell("email"))
        ui::text(user.email, {.color = ui::Color::text_2, .width = ui::fill});
    if (table.cell("role"))
        ui::text(role_label(user.role));
    if (table.cell("state")) {
        if (!user.is_active)
            ui::badge(texts::team_inactive, {.icon = icon::user_off, .outlined = true});
        else if (member.invited)
            ui::badge(texts::team_invited, {.icon = icon::mail_forward, .outlined = true});
        else
            ui::badge(texts::team_active, {.tone = ui::Tone::ok, .icon = icon::check});
    }
    if (table.cell("since"))
        ui::text(short_date(local_date(user.created_at), context), {.color = ui::Color::text_3});
    if (table.cell("menu") && may_touch(member, context))
        member_menu_ui(page, member, context);
}

void table_ui(TeamPage& page, const std::vector<net::TeamMember>& team, Context& context) {
    const ui::TableColumn columns[] = {
        {.id = "name", .title = texts::team_name, .width = 180, .grow = 2},
        {.id = "email",
         .title = find_field(spec, "email")->label,
         .width = 180,
         .grow = 1,
         .priority = 2},
        {.id = "role", .title = texts::team_role, .width = 110, .priority = 1},
        {.id = "state", .title = texts::team_state, .width = 120},
        {.id = "since", .title = texts::team_since, .width = 100, .priority = 3},
        {.id = "menu", .width = 48, .align = ui::Align::right},
    };
    const float height =
        ui::metric::table_header + ui::metric::row * static_cast<float>(team.size()) + 2;
    ui::Table table(
        {.id = "team",
         .name = texts::settings_team,
         .box = ui::place(ui::avail_width(), height),
         .columns = columns,
         .rows = static_cast<std::int64_t>(team.size()),
         .cursor = &page.cursor}
    );
    while (table.next()) {
        const auto& member = team[static_cast<std::size_t>(table.row())];
        table.begin_row(
            {.key = member.user.id, .name = member.user.name, .archived = !member.user.is_active}
        );
        cells_ui(page, table, member, context);
    }
}

constexpr RecordLine add_lines[] = {{"name"}, {"email"}, {"role"}, {"language"}};
const RecordLook add_look{
    .title_new = texts::team_add,
    .added = texts::team_created,
    .lines = add_lines,
    .width = 440,
    .intro = texts::team_add_text,
    .verb_new = texts::team_add_verb,
    .words = true};

void link_dialog_ui(TeamPage& page, Context& context) {
    if (!page.link_open)
        return;
    const std::string title = named(context, texts::team_link_title, page.link_name);
    ui::Dialog dialog("link", page.link_open, {.title = title, .width = 560});
    if (!dialog)
        return;
    ui::paragraph(texts::team_link_text, {.color = ui::Color::text_2});
    std::string shown = page.link;
    ui::text_field(texts::team_link, shown, {.field = {.read_only = true}});
    dialog.footer();
    ui::spring();
    if (ui::button(texts::close, {.kind = ui::ButtonKind::ghost, .size = ui::Size::md}))
        dialog.close();
    if (ui::button(
            texts::team_copy_link,
            {.kind = ui::ButtonKind::primary, .size = ui::Size::md, .icon = icon::copy}
        ))
        context.send(CopyText{page.link});
}

void follow(TeamPage& page, Context& context) {
    if (!page.ticket || !page.ticket->done)
        return;
    if (page.ticket->ok()) {
        page.link = context.origin + json_string(*page.ticket->answer, "link");
        page.link_name = json_string(json_at(*page.ticket->answer, "user"), "name", page.link_name);
        page.link_open = true;
    }
    page.ticket.reset();
}

// What they are in charge of is said, leads to the list, and can be handed over at once.
void handing_over_ui(TeamPage& page, const net::TeamMember& member, Context& context) {
    ClientListRoute list;
    list.query.owners = {member.user.id};
    Book::Result found;
    context.book.book().find(list.query, nullptr, context.now_ms, found, {0, 0});
    const std::string owned = context.plural(texts::team_clients, found.totals.count);
    if (found.totals.count > 0 && ui::link(owned, {.href = to_path(list)})) {
        page.asking = false;
        context.go(list);
    }
    auto items = reference_items(*find_field(EntityOf<Client>::spec, "owner_id"), context);
    std::erase_if(items, [&](const auto& item) { return item.key == member.user.id; });
    items.insert(items.begin(), {.key = 0, .label = context.tr(texts::team_no_heir)});
    ui::select(texts::team_heir, page.heir, items);
}

void deactivate_ui(TeamPage& page, const net::TeamMember& member, Context& context) {
    const std::string title = named(context, texts::team_deactivate_title, member.user.name);
    ui::Dialog dialog("deactivate", page.asking, {.title = title});
    if (!dialog)
        return;
    ui::paragraph(texts::team_deactivate_text);
    handing_over_ui(page, member, context);
    dialog.footer();
    ui::spring();
    if (ui::button(texts::cancel, {.size = ui::Size::md}))
        dialog.close();
    if (!ui::button(texts::team_deactivate, {.kind = ui::ButtonKind::danger, .size = ui::Size::md}))
        return;
    change(
        member,
        "is_active",
        false,
        named(context, texts::team_deactivated, member.user.name),
        context,
        page.heir
    );
    dialog.close();
}

} // namespace

void settings_team_ui(TeamPage& page, Context& context) {
    follow(page, context);
    {
        const ui::Row row({.height = 32});
        ui::heading(texts::settings_team, {.level = 1, .type = ui::Type::title});
        ui::spring();
        const bool may = context.may(Permission::users_edit);
        const Text& verb = ui::is_phone() ? texts::team_add_short : texts::team_add;
        if (may && ui::button(verb, {.kind = ui::ButtonKind::primary, .icon = icon::user_plus})) {
            User user;
            user.language = context.session.me.workspace.language;
            begin_record(page.adding, spec, &user, "/api/users", 0, 0);
        }
    }
    ui::paragraph(texts::team_text, {.color = ui::Color::text_2});
    ui::space(8);
    const auto& team = context.api.users();
    if (!team.value) {
        if (missing_ui(team, texts::settings_team))
            context.api.words_changed();
        return;
    }
    table_ui(page, *team.value, context);
    if (page.adding.ticket)
        page.ticket = page.adding.ticket;
    record_ui(page.adding, add_look, page.conflict, context, true);
    link_dialog_ui(page, context);
    for (const auto& member : *team.value)
        if (page.asking && member.user.id == page.deactivating)
            deactivate_ui(page, member, context);
}

} // namespace carnet::views
