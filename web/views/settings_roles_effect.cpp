// What the pending changes of rights mean for each person, before they are saved.
#include "shared/texts/app_settings.hpp"
#include "web/views/settings_view.hpp"

namespace carnet::views {

namespace {

using namespace app;

struct Effect {
    Permission permission;
    bool gains;
};

std::vector<Effect> effects_of(const RolesPageView& page, const net::RolesPage& roles, Role role) {
    std::vector<Effect> out;
    for (const auto& [key, grant] : page.pending) {
        if (key.first != role)
            continue;
        const Grant before =
            roles.grants[static_cast<std::size_t>(role)][static_cast<std::size_t>(key.second)];
        out.push_back({key.second, grant > before});
    }
    return out;
}

void person_ui(
    const net::TeamMember& member, const std::vector<Effect>& effects, Context& context
) {
    const ui::Id id(member.user.id);
    const ui::Column column(2);
    {
        const ui::Row row({.height = 28});
        ui::avatar(
            member.user.name,
            static_cast<std::uint64_t>(member.user.id),
            {.size = 24, .hidden_from_mirror = true}
        );
        ui::text(member.user.name, {.weight = ui::Weight::medium});
        ui::spring();
        ui::text(
            role_label(member.user.role), {.color = ui::Color::text_3, .type = ui::Type::small}
        );
    }
    for (const auto& effect : effects) {
        const ui::Id line(static_cast<std::int64_t>(effect.permission) + 1);
        const ui::Row row({.height = 20, .padding = 32});
        const ui::Color color = effect.gains ? ui::Color::ok_text : ui::Color::bad_text;
        ui::icon(effect.gains ? icon::plus : icon::minus, {.size = 14, .color = color});
        ui::text(
            effect.gains ? texts::roles_gains : texts::roles_loses,
            {.color = color, .type = ui::Type::small}
        );
        ui::text(spec_of(effect.permission).label, {.type = ui::Type::small, .width = ui::fill});
    }
    (void)context;
}

} // namespace

void settings_roles_effect_ui(
    RolesPageView& page, const net::RolesPage& roles, Context& context, ui::Rect box
) {
    ui::draw::line_on(box, ui::side_left, ui::Color::line_1);
    const ui::Region region(
        "effect",
        box,
        {.padding_x = 20, .padding_y = 20, .role = "complementary", .name = texts::roles_effect}
    );
    ui::heading(texts::roles_effect, {.level = 2});
    ui::paragraph(texts::roles_effect_text, {.color = ui::Color::text_3, .type = ui::Type::small});
    ui::separator(8);
    const auto& team = context.api.users();
    if (page.pending.empty() || !team.value) {
        ui::text(texts::roles_no_effect, {.color = ui::Color::text_3});
        return;
    }
    for (const auto& member : *team.value) {
        if (!member.user.is_active)
            continue;
        const auto effects = effects_of(page, roles, member.user.role);
        if (!effects.empty())
            person_ui(member, effects, context);
    }
}

} // namespace carnet::views
