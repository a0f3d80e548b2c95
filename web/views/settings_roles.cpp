// The matrix of rights (design 09): four columns, one row per action; changes wait until they are
// saved.
#include "shared/core/json.hpp"
#include "shared/texts/app_common.hpp"
#include "shared/texts/app_settings.hpp"
#include "shared/texts/format.hpp"
#include "web/views/paged_list.hpp"
#include "web/views/settings_view.hpp"

#include <algorithm>
#include <cmath>

namespace carnet::views {

namespace {

using namespace app;

constexpr float cell_width = 120, row_height = 36, head_height = 56, line_height = 28;

// Where there is no room for the names beside four columns, each stands on a line above its cells.
struct Grid {
    float width = 0, label = 0, cell = 0;
    bool stacked = false;
};

Grid grid_of(float width) {
    const float left = width - cell_width * role_count;
    if (left >= 220)
        return {width, left, cell_width, false};
    return {width, width, std::floor(width / role_count), true};
}

const char* grant_word(Grant grant) {
    return grant == Grant::all ? "all" : grant == Grant::own ? "own" : "none";
}

Grant saved_grant(const net::RolesPage& roles, Role role, Permission permission) {
    return roles.grants[static_cast<std::size_t>(role)][static_cast<std::size_t>(permission)];
}

Grant shown_grant(
    const RolesPageView& page, const net::RolesPage& roles, Role role, Permission permission
) {
    const auto pending = page.pending.find({role, permission});
    return pending == page.pending.end() ? saved_grant(roles, role, permission) : pending->second;
}

void set_grant(
    RolesPageView& page, const net::RolesPage& roles, Role role, Permission permission, Grant grant
) {
    if (saved_grant(roles, role, permission) == grant)
        page.pending.erase({role, permission});
    else
        page.pending[{role, permission}] = grant;
}

int pending_count(const RolesPageView& page) {
    return static_cast<int>(page.pending.size()) + (page.shared_clients ? 1 : 0) +
           (page.portal_admins_only ? 1 : 0);
}

void save(RolesPageView& page, Context& context) {
    const auto& roles = context.api.roles();
    if (!roles.value)
        return;
    Json grants = Json::array(), fields = Json::object();
    for (const auto& [key, grant] : page.pending)
        grants.push_back(
            {{"role", role_name(key.first)},
             {"permission", spec_of(key.second).name},
             {"grant", grant_word(grant)}}
        );
    const auto position = context.session.me.position;
    if (page.shared_clients)
        fields["shared_clients"] = {{"value", *page.shared_clients}, {"version", position}};
    if (page.portal_admins_only)
        fields["portal_admins_only"] = {{"value", *page.portal_admins_only}, {"version", position}};
    page.ticket = new_ticket();
    Write write{.request = {.method = "PUT", .path = "/api/roles"}, .ticket = page.ticket};
    write.request.body = {
        {"grants", std::move(grants)},
        {"version", roles.value->version},
        {"fields", std::move(fields)}};
    write.toast = context.tr(texts::roles_saved);
    write.words = true;
    context.send(std::move(write));
}

void follow(RolesPageView& page) {
    if (!page.ticket || !page.ticket->done)
        return;
    if (page.ticket->ok())
        page = {};
    page.ticket.reset();
}

// "Ses clients": between none and all; a click goes round.
Grant next_grant(const PermissionSpec& spec, Grant grant) {
    if (grant == Grant::none)
        return spec.can_be_own ? Grant::own : Grant::all;
    return grant == Grant::own ? Grant::all : Grant::none;
}

bool is_locked(
    const RolesPageView& page, Role role, Permission permission, const Context& context
) {
    const bool locked =
        page.portal_admins_only.value_or(context.session.me.workspace.portal_admins_only);
    return locked && role > Role::admin && permission == Permission::portal_configure;
}

void badge_in(ui::Rect cell, ui::Label label, const ui::BadgeOptions& options) {
    const float width = ui::badge_width(label, options);
    ui::at(cell.centered(width, 24));
    ui::badge(label, options);
}

std::string cell_name(const PermissionSpec& spec, Role role, Grant grant, const Context& context) {
    const Text& word = grant == Grant::all   ? texts::yes
                       : grant == Grant::own ? texts::roles_own
                                             : texts::no;
    return std::string(context.tr(spec.label)) + ", " + context.tr(role_label(role)) +
           "\u00a0: " + context.tr(word);
}

void cell_ui(
    RolesPageView& page,
    const net::RolesPage& roles,
    const PermissionSpec& spec,
    Role role,
    ui::Rect cell,
    bool may,
    Context& context
) {
    const Grant grant = shown_grant(page, roles, role, spec.permission);
    const ui::Id id(static_cast<std::int64_t>(role) + 1);
    const ui::a11y::Scope scope("cell", ui::Label());
    if (role == Role::owner) {
        ui::draw::icon(cell.center(), icon::check, 16, ui::Color::text_2);
        ui::a11y::text(cell_name(spec, role, Grant::all, context), cell);
        return;
    }
    if (is_locked(page, role, spec.permission, context)) {
        badge_in(
            cell,
            texts::roles_locked,
            {.icon = icon::lock, .outlined = true, .tooltip = texts::roles_locked_why}
        );
        return;
    }
    const bool changed = page.pending.contains({role, spec.permission});
    const float wide = std::min(104.0f, cell.w - 2);
    const ui::Rect spot = cell.centered(spec.can_be_own || changed ? wide : 32.0f, 28);
    const std::uint32_t flags = grant == Grant::all   ? platform::mirror_checked
                                : grant == Grant::own ? platform::mirror_mixed
                                                      : platform::mirror_unchecked;
    const auto press = ui::pressable(
        "grant",
        cell_name(spec, role, grant, context),
        spot,
        {.role = "checkbox", .disabled = !may, .mirror_flags = flags}
    );
    if (changed)
        ui::draw::border(spot, ui::Color::accent, ui::metric::radius_control, 2);
    ui::Rect box = spot.centered(16, 16);
    if (changed && grant != Grant::own)
        box.x = spot.x + 10;
    if (grant == Grant::own) {
        const ui::TextStyle style{.type = ui::Type::small, .weight = ui::Weight::medium};
        const float width = ui::text_width(context.tr(texts::roles_own), style) + 28;
        ui::Rect words = spot.centered(std::min(spot.w, width), 22);
        ui::draw::fill(words, ui::Color::warn_soft, 11);
        ui::draw::glyph(
            {words.x + 12, words.center().y}, ui::draw::Glyph::half_disc, ui::color(ui::Color::warn)
        );
        words.cut_left(20);
        ui::draw::text(
            words,
            context.tr(texts::roles_own),
            ui::Color::warn_text,
            {.type = ui::Type::small, .weight = ui::Weight::medium}
        );
    } else if (grant == Grant::all) {
        ui::draw::fill(box, may ? ui::Color::accent : ui::Color::line_3, ui::metric::radius_tag);
        ui::draw::icon(box.center(), icon::check_bold, 12, ui::Color::on_accent);
    } else {
        ui::draw::border(
            box, may ? ui::Color::line_ctl : ui::Color::line_2, ui::metric::radius_tag
        );
    }
    if (changed && grant != Grant::own)
        ui::draw::text(
            {box.right() + 6, spot.y, spot.right() - box.right() - 6, spot.h},
            context.tr(texts::roles_changed),
            ui::Color::accent_text,
            {.type = ui::Type::small, .weight = ui::Weight::medium}
        );
    if (press.clicked)
        set_grant(page, roles, role, spec.permission, next_grant(spec, grant));
}

void head_ui(ui::Rect head, const Grid& grid, Context& context) {
    ui::draw::fill(head, ui::Color::subtle);
    ui::draw::line_on(head, ui::side_bottom, ui::Color::line_2);
    if (!grid.stacked)
        ui::draw::text(
            head.cut_left(grid.label).inset(24, 0),
            context.tr(texts::roles_action),
            ui::Color::text_3,
            {.type = ui::Type::small}
        );
    const ui::a11y::Scope row("row", ui::Label());
    std::array<int, role_count> people{};
    const auto& team = context.api.users();
    if (team.value)
        for (const auto& member : *team.value)
            if (member.user.is_active)
                ++people[static_cast<std::size_t>(member.user.role)];
    for (std::size_t i = 0; i < role_count; ++i) {
        ui::Rect cell = head.cut_left(grid.cell);
        cell.cut_top(10);
        const Text label = role_label(static_cast<Role>(i));
        ui::a11y::add({.role = "columnheader", .name = context.tr(label)}, cell);
        ui::draw::text(
            cell.cut_top(20),
            context.tr(label),
            ui::Color::text,
            {.type = ui::is_phone() ? ui::Type::small : ui::Type::body,
             .weight = ui::Weight::semibold,
             .align = ui::Align::center}
        );
        ui::draw::text(
            cell.cut_top(16),
            context.plural(texts::roles_people, people[i]),
            ui::Color::text_3,
            {.type = ui::Type::small, .align = ui::Align::center}
        );
    }
}

void matrix_ui(RolesPageView& page, const net::RolesPage& roles, bool may, Context& context) {
    const float width = ui::avail_width();
    const Grid grid = grid_of(width);
    const float margin = grid.stacked ? 16 : 24;
    const ui::a11y::Scope table("table", texts::roles_title);
    head_ui(ui::place(width, head_height), grid, context);
    const Text* group = nullptr;
    for (const auto& spec : permission_specs()) {
        if (spec.group.empty())
            continue;
        if (!group || std::string_view(group->fr) != spec.group.fr) {
            group = &spec.group;
            const ui::Rect line = ui::place(width, 32);
            ui::draw::fill(line, ui::Color::subtle);
            ui::draw::line_on(line, ui::side_bottom, ui::Color::line_1);
            ui::draw::text(
                line.inset(margin, 0),
                context.tr(spec.group),
                ui::Color::text_2,
                {.type = ui::Type::small, .weight = ui::Weight::medium}
            );
        }
        const ui::Id id(spec.name);
        ui::Rect line = ui::place(width, row_height + (grid.stacked ? line_height : 0));
        const ui::a11y::Scope row("row", spec.label);
        ui::draw::line_on(line, ui::side_bottom, ui::Color::line_1);
        const ui::Rect label = grid.stacked ? line.cut_top(line_height) : line.cut_left(grid.label);
        ui::draw::text(label.inset(margin, 0), context.tr(spec.label), ui::Color::text);
        ui::a11y::add({.role = "rowheader", .name = context.tr(spec.label)}, label);
        for (std::size_t i = 0; i < role_count; ++i)
            cell_ui(
                page, roles, spec, static_cast<Role>(i), line.cut_left(grid.cell), may, context
            );
    }
}

void switches_ui(RolesPageView& page, bool may, Context& context) {
    const auto& spec = EntityOf<Workspace>::spec;
    const auto& workspace = context.session.me.workspace;
    const auto card = [&](std::string_view name, std::optional<bool>& pending, bool saved) {
        const Field* field = find_field(spec, name);
        const ui::Card frame({.padding_y = 12});
        bool on = pending.value_or(saved);
        if (!ui::toggle(
                field->label,
                on,
                {.disabled = !may, .detail = field->help, .label_left = true, .width = ui::fill}
            ))
            return;
        pending = on;
        if (on == saved)
            pending.reset();
    };
    ui::Columns columns({1, 1}, {.gap = 16});
    card("shared_clients", page.shared_clients, workspace.shared_clients);
    columns.next();
    card("portal_admins_only", page.portal_admins_only, workspace.portal_admins_only);
}

} // namespace

void settings_roles_bar_ui(RolesPageView& page, Context& context) {
    follow(page);
    const int pending = pending_count(page);
    context.unsaved = context.unsaved || pending > 0;
    if (!context.may(Permission::roles_edit) || pending == 0)
        return;
    ui::dot(ui::Color::accent);
    ui::text(
        context.plural(texts::roles_pending, pending),
        {.color = ui::Color::text_2, .type = ui::Type::small}
    );
    if (ui::button(texts::cancel, {.kind = ui::ButtonKind::ghost}))
        page = {};
    const bool busy = page.ticket && !page.ticket->done;
    const bool clicked = ui::button(
        texts::save, {.kind = ui::ButtonKind::primary, .shortcut = "Ctrl S", .busy = busy}
    );
    if (!busy && (clicked || context.pressed(Shortcut::save)))
        save(page, context);
}

void settings_roles_ui(RolesPageView& page, Context& context, ui::Rect box) {
    const auto& roles = context.api.roles();
    const bool wide = box.w > 960;
    const float margin = ui::is_phone() ? 16 : 24;
    ui::Rect aside = wide ? box.cut_right(316) : ui::Rect{};
    if (wide && roles.value)
        settings_roles_effect_ui(page, *roles.value, context, aside);
    const ui::Region region(
        "roles",
        box,
        {.padding_x = 0,
         .padding_y = 20,
         .horizontal_scroll = true,
         .role = "main",
         .name = texts::settings_roles}
    );
    {
        const ImVec2 at = ui::cursor();
        ui::at(at.x + margin, at.y);
        ui::heading(texts::roles_title, {.level = 1, .type = ui::Type::title});
        ui::at(at.x + margin, ui::cursor().y);
        const ui::Width width(box.w - 2 * margin);
        ui::paragraph(texts::roles_text, {.color = ui::Color::text_2});
        ui::at(at.x, ui::cursor().y + 8);
    }
    if (!roles.value) {
        if (missing_ui(roles, texts::settings_roles))
            context.api.words_changed();
        return;
    }
    const bool may = context.may(Permission::roles_edit);
    {
        const ui::Column column(0);
        matrix_ui(page, *roles.value, may, context);
    }
    ui::space(16);
    ui::at(ui::cursor().x + margin, ui::cursor().y);
    const ui::Width width(box.w - 2 * margin);
    switches_ui(page, may, context);
}

} // namespace carnet::views
