// One's own name, e-mail, phone, language, theme and password.
#include "shared/texts/app_common.hpp"
#include "shared/texts/app_settings.hpp"
#include "shared/texts/app_shell.hpp"
#include "web/views/client_view.hpp"
#include "web/views/settings_view.hpp"

namespace carnet::views {

namespace {

using namespace app;

constexpr RecordLine lines[] = {{"name"}, {"email"}, {"phone"}};
const RecordLook look{.saved = texts::profile_saved, .lines = lines, .words = true};

void load(RecordEdit& edit, const Context& context) {
    if (edit.spec)
        return;
    const auto& me = context.session.me;
    User user;
    user.name = me.name;
    user.email = me.email;
    user.phone = me.phone;
    begin_page(edit, EntityOf<User>::spec, &user, "/api/profile");
}

void follow(ProfilePage& page, Context& context) {
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
    bool letters = letters_act();
    if (ui::toggle(texts::profile_letters, letters))
        context.send(SetLetters{letters});
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
    load(page.edit, context);
    follow(page, context);
    ui::heading(texts::settings_profile, {.level = 1, .type = ui::Type::title});
    {
        const ui::Row row({.height = 32});
        ui::text(texts::team_role, {.color = ui::Color::text_3});
        ui::text(role_label(context.actor().role));
    }
    // One's own name, e-mail and phone need no right.
    record_page_ui(page.edit, look, context, true);
    const ui::Width width(std::min(480.0f, ui::avail_width()));
    ui::separator(12);
    appearance_ui(context);
    ui::separator(12);
    password_ui(page, context);
}

} // namespace carnet::views
