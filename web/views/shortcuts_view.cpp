// List of shortcuts in groups.
#include "web/views/shortcuts_view.hpp"

#include "shared/texts/app_shortcuts.hpp"
#include "web/ui/ui.hpp"

namespace carnet::views {

namespace {

using namespace app;

void group_ui(Context& context, ShortcutGroup group, const Text& title) {
    ui::space(4);
    ui::heading(title, {.level = 3, .type = ui::Type::small, .color = ui::Color::text_2});
    for (const auto& line : shortcut_rows()) {
        if (line.group != group || line.caps.empty())
            continue;
        const ui::Row row({.height = 28});
        ui::text(line.meaning);
        ui::spring();
        ui::key_caps(context.tr(line.caps));
    }
}

} // namespace

void shortcuts_ui(ShortcutsView& view, Context& context) {
    if (!view.open)
        return;
    const ui::Dialog dialog(
        "shortcuts", view.open, {.title = texts::shortcuts_title, .width = 720}
    );
    if (!dialog)
        return;
    ui::Columns columns({1, 1}, {.gap = 32});
    group_ui(context, ShortcutGroup::everywhere, texts::shortcuts_everywhere);
    group_ui(context, ShortcutGroup::form, texts::shortcuts_form);
    columns.next();
    group_ui(context, ShortcutGroup::list, texts::shortcuts_list);
    group_ui(context, ShortcutGroup::sheet, texts::shortcuts_sheet);
}

} // namespace carnet::views
