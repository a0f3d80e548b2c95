// The workspace's name and default language.
#include "shared/texts/app_settings.hpp"
#include "web/views/settings_view.hpp"

namespace carnet::views {

namespace {

constexpr RecordLine lines[] = {{"name"}, {"language"}};
const RecordLook look{.saved = texts::organisation_saved, .lines = lines, .words = true};

} // namespace

void settings_organisation_ui(RecordEdit& edit, app::Context& context) {
    if (!edit.spec)
        begin_page(
            edit, EntityOf<Workspace>::spec, &context.session.me.workspace, "/api/workspace"
        );
    ui::heading(texts::settings_organisation, {.level = 1, .type = ui::Type::title});
    ui::paragraph(texts::organisation_text, {.color = ui::Color::text_2});
    ui::space(8);
    record_page_ui(edit, look, context, context.may(Permission::settings_edit));
}

} // namespace carnet::views
