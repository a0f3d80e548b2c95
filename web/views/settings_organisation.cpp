// The workspace's name and default language.
#include "shared/texts/app_common.hpp"
#include "shared/texts/app_settings.hpp"
#include "web/views/client_view.hpp"
#include "web/views/settings_view.hpp"

namespace carnet::views {

namespace {

using namespace app;

const EntitySpec& spec = EntityOf<Workspace>::spec;

void save(OrganisationPage& page, Context& context) {
    auto errors = check_fields(spec, &page.draft, context.language);
    page.form.submitted = true;
    const bool bad = !errors.empty();
    page.form.set_errors(std::move(errors));
    if (bad)
        return;
    page.ticket = new_ticket();
    Write write{.request = {.method = "PATCH", .path = "/api/workspace"}, .ticket = page.ticket};
    write.request.body = {
        {"fields", changed_fields(spec, &page.original, &page.draft, context.session.me.position)}};
    write.toast = context.tr(texts::organisation_saved);
    write.words = true;
    write.quiet_errors = true;
    context.send(std::move(write));
}

} // namespace

void settings_organisation_ui(OrganisationPage& page, Context& context) {
    if (!page.loaded) {
        page.draft = page.original = context.session.me.workspace;
        page.loaded = true;
    }
    if (page.ticket && page.ticket->done) {
        if (page.ticket->ok())
            page.original = page.draft;
        else
            take_errors(page.form, *page.ticket->error);
        page.ticket.reset();
    }
    const bool dirty =
        page.draft.name != page.original.name || page.draft.language != page.original.language;
    context.unsaved = context.unsaved || dirty;
    ui::heading(texts::settings_organisation, {.level = 1, .type = ui::Type::title});
    ui::paragraph(texts::organisation_text, {.color = ui::Color::text_2});
    ui::space(8);
    const ui::Width width(std::min(480.0f, ui::avail_width()));
    ui::FormContext form{.state = page.form, .actor = &context.actor()};
    ui::error_summary(form, spec);
    ui::field_ui(form, spec, "name", &page.draft);
    ui::field_ui(form, spec, "language", &page.draft);
    ui::space(4);
    if (!context.may(Permission::settings_edit))
        return;
    const bool busy = page.ticket && !page.ticket->done;
    const bool clicked = ui::button(
        texts::save,
        {.kind = ui::ButtonKind::primary,
         .size = ui::Size::md,
         .shortcut = "Ctrl S",
         .busy = busy,
         .disabled = !dirty}
    );
    if (dirty && (clicked || context.pressed(Shortcut::save)))
        save(page, context);
}

} // namespace carnet::views
