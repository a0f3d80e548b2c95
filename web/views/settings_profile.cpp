// One's own name, e-mail, language, theme and password.
#include "shared/texts/app_common.hpp"
#include "shared/texts/app_settings.hpp"
#include "shared/texts/app_shell.hpp"
#include "web/views/client_view.hpp"
#include "web/views/settings_view.hpp"

namespace carnet::views {

namespace {

using namespace app;

const EntitySpec& spec = EntityOf<User>::spec;

void load(ProfilePage& page, const Context& context) {
    if (page.loaded)
        return;
    page.loaded = true;
    const auto& me = context.session.me;
    page.original.id = me.actor.user_id;
    page.original.name = me.name;
    page.original.email = me.email;
    page.original.role = me.actor.role;
    page.original.language = language_tag(me.actor.language);
    page.draft = page.original;
}

void save(ProfilePage& page, Context& context) {
    auto errors = check_fields(spec, &page.draft, context.language);
    page.form.submitted = true;
    const bool bad = !errors.empty();
    page.form.set_errors(std::move(errors));
    if (bad)
        return;
    page.ticket = new_ticket();
    Write write{.request = {.method = "PATCH", .path = "/api/profile"}, .ticket = page.ticket};
    write.request.body = {
        {"fields", changed_fields(spec, &page.original, &page.draft, context.session.me.position)}};
    write.toast = context.tr(texts::profile_saved);
    write.words = true;
    write.quiet_errors = true;
    context.send(std::move(write));
}

void follow(ProfilePage& page, Context& context) {
    if (page.ticket && page.ticket->done) {
        if (page.ticket->ok())
            page.original = page.draft;
        else
            take_errors(page.form, *page.ticket->error);
        page.ticket.reset();
    }
    if (!page.password_ticket || !page.password_ticket->done)
        return;
    if (page.password_ticket->ok()) {
        page.current.clear();
        page.wanted.clear();
        context.send(ShowToast{
            .kind = ToastKind::success, .title = context.tr(texts::profile_password_changed)});
    } else {
        for (const auto& field : page.password_ticket->error->fields)
            (field.field == "current" ? page.current_error : page.wanted_error) = field.message;
        if (page.password_ticket->error->fields.empty())
            page.wanted_error = page.password_ticket->error->message;
    }
    page.password_ticket.reset();
}

void appearance_ui(Context& context) {
    ui::heading(texts::profile_appearance, {.level = 2});
    int theme = static_cast<int>(context.theme);
    const ui::SegmentItem themes[] = {
        {context.tr(texts::theme_system)},
        {context.tr(texts::theme_light), icon::sun},
        {context.tr(texts::theme_dark)}};
    if (ui::segmented(texts::theme, theme, themes))
        context.send(SetTheme{static_cast<Theme>(theme)});
    int language = static_cast<int>(context.language);
    const ui::SegmentItem languages[] = {{"Français"}, {"English"}};
    if (ui::segmented(texts::language, language, languages))
        context.send(SetLanguage{static_cast<Language>(language)});
}

void password_ui(ProfilePage& page, Context& context) {
    const ui::Id id("password");
    ui::heading(texts::profile_password, {.level = 2});
    if (ui::text_field(
            texts::profile_current,
            page.current,
            {.field = {.error = page.current_error}, .password = true}
        ))
        page.current_error.clear();
    if (ui::text_field(
            texts::profile_new,
            page.wanted,
            {.field = {.help = texts::profile_new_help, .error = page.wanted_error},
             .password = true}
        ))
        page.wanted_error.clear();
    const bool busy = page.password_ticket && !page.password_ticket->done;
    const bool ready = !page.current.empty() && !page.wanted.empty();
    if (!ui::button(
            texts::profile_change_password, {.size = ui::Size::md, .busy = busy, .disabled = !ready}
        ))
        return;
    page.password_ticket = new_ticket();
    Write write{
        .request = {.path = "/api/profile/password"},
        .ticket = page.password_ticket,
        .quiet_errors = true};
    write.request.secret = true;
    write.request.body = {{"current", page.current}, {"new", page.wanted}};
    context.send(std::move(write));
}

} // namespace

void settings_profile_ui(ProfilePage& page, Context& context) {
    load(page, context);
    follow(page, context);
    const bool dirty =
        page.draft.name != page.original.name || page.draft.email != page.original.email;
    context.unsaved = context.unsaved || dirty;
    ui::heading(texts::settings_profile, {.level = 1, .type = ui::Type::title});
    ui::space(4);
    const ui::Width width(std::min(480.0f, ui::avail_width()));
    // One's own name and e-mail need no right.
    ui::FormContext form{.state = page.form};
    ui::error_summary(form, spec);
    ui::field_ui(form, spec, "name", &page.draft);
    ui::field_ui(form, spec, "email", &page.draft);
    {
        const ui::Row row({.height = 32});
        ui::text(texts::team_role, {.color = ui::Color::text_3});
        ui::text(role_label(context.actor().role));
    }
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
    ui::separator(12);
    appearance_ui(context);
    ui::separator(12);
    password_ui(page, context);
}

} // namespace carnet::views
