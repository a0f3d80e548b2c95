// The person's own: name and address as the team knows them, language, looks, password.
#include "shared/core/json.hpp"
#include "shared/core/text.hpp"
#include "shared/texts/portal.hpp"
#include "web/portal/portal.hpp"

#include <optional>

namespace carnet::portal {

namespace tx = texts::portal;

namespace {

// A control with its name beside it; on a phone the name stands above, the control needs the width.
class Line {
  public:
    explicit Line(const Text& name) {
        if (ui::is_phone())
            ui::caption(name);
        else
            _line.emplace(name, 140.0f);
    }

  private:
    std::optional<ui::KeyValue> _line;
};

void language_ui(Portal& portal) {
    const ui::SegmentItem items[] = {{"Français"}, {"English"}};
    int index = portal.language() == Language::fr ? 0 : 1;
    const Line line(tx::language);
    // The language is the contact's own: a preview does not choose it.
    const ui::Label off = portal.me().preview ? ui::Label(tx::preview_refused) : ui::Label();
    if (!ui::segmented(tx::language, index, items, ui::Size::md, off))
        return;
    const Language chosen = index == 0 ? Language::fr : Language::en;
    platform::store("language", language_tag(chosen));
    portal.set_language(chosen);
    portal.send(
        "PATCH",
        "account",
        Json{{"language", language_tag(chosen)}},
        [](const net::Outcome& outcome) {
            if (outcome.ok())
                ui::toast({.title = tx::language_saved});
        }
    );
}

void theme_ui(Portal& portal) {
    const ui::SegmentItem items[] = {
        {portal.tr(tx::theme_system)}, {portal.tr(tx::theme_light)}, {portal.tr(tx::theme_dark)}};
    constexpr ui::ThemeChoice choices[] = {
        ui::ThemeChoice::system, ui::ThemeChoice::light, ui::ThemeChoice::dark};
    constexpr const char* words[] = {"", "light", "dark"};
    int index = static_cast<int>(ui::theme_choice());
    const Line line(tx::appearance);
    if (!ui::segmented(tx::appearance, index, items, ui::Size::md))
        return;
    ui::set_theme(choices[index]);
    platform::store("theme", words[index]);
    platform::wake();
}

void send_password(Portal& portal) {
    PasswordForm& form = portal.password;
    form.error.clear();
    if (text::length(form.fresh) < 12) {
        form.error = portal.tr(tx::password_help);
        return;
    }
    form.ticket = portal.send(
        "POST",
        "password",
        Json{{"current", form.current}, {"new", form.fresh}},
        [&portal](const net::Outcome& outcome) {
            if (outcome.ok()) {
                portal.password = {};
                ui::toast({.title = tx::password_changed});
                return;
            }
            const Error& error = *outcome.error;
            portal.password.error = error.fields.empty() || error.fields[0].message.empty()
                                        ? error.message
                                        : error.fields[0].message;
        }
    );
}

void password_ui(Portal& portal) {
    const Panel panel(tx::password);
    const ui::Width width(std::min(400.0f, ui::avail_width()));
    PasswordForm& form = portal.password;
    const bool preview = portal.me().preview;
    const ui::FieldOptions shared{.disabled = preview, .disabled_reason = tx::preview_refused};
    ui::TextFieldOptions options{.field = shared, .max_length = 200, .password = true};
    ui::text_field(tx::current_password, form.current, options);
    options.field.help = tx::password_help;
    options.field.error = form.error;
    const auto event = ui::text_field(tx::new_password, form.fresh, options);
    const bool busy = form.ticket && !form.ticket->done;
    const bool clicked = ui::button(
        tx::change_password,
        {.size = ui::Size::md,
         .busy = busy,
         .disabled = preview || form.current.empty() || form.fresh.empty(),
         .disabled_reason = preview ? ui::Label(tx::preview_refused) : ui::Label()}
    );
    if ((clicked || event.entered) && !busy && !preview)
        send_password(portal);
    ui::space(12);
}

} // namespace

void account_ui(Portal& portal) {
    ui::heading(tx::account, {.level = 1, .type = ui::Type::title});
    {
        const ui::Card card({.padding_x = ui::is_phone() ? 16.0f : 20.0f});
        const ui::Column rows(4);
        {
            const Line line(tx::name);
            ui::text(portal.me().name, {.width = ui::fill});
        }
        {
            const Line line(tx::email);
            ui::text(portal.me().email, {.width = ui::fill});
        }
        ui::space(4);
        language_ui(portal);
        ui::space(12);
        theme_ui(portal);
    }
    password_ui(portal);
    const bool phone = ui::is_phone();
    const ui::Row row({.height = phone ? 0.0f : 36.0f, .gap = 12, .wrap = phone});
    if (ui::button(tx::sign_out, {.size = ui::Size::md, .icon = icon::lock}))
        portal.sign_out();
    if (ui::link(tx::plain_pages))
        platform::open_url("/portal/plain");
}

} // namespace carnet::portal
