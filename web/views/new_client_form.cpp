// The two steps' fields and the look-alikes beside them (X-05, small version).
#include "shared/core/text.hpp"
#include "shared/texts/app_common.hpp"
#include "shared/texts/app_contacts.hpp"
#include "shared/texts/app_new_client.hpp"
#include "web/platform/platform.hpp"
#include "web/views/new_client_view.hpp"
#include "web/views/record_edit.hpp"

namespace carnet::views {

namespace {

using namespace app;

const EntitySpec& spec = EntityOf<Client>::spec;

void names_ui(NewClientView& view, ui::FormContext& form) {
    ui::field_ui(form, spec, "kind", &view.client);
    ui::Columns columns({1, 1});
    if (view.client.kind == ClientKind::company) {
        ui::field_ui(form, spec, "legal_name", &view.client, {.required = true});
        columns.next();
        ui::field_ui(form, spec, "trade_name", &view.client);
    } else {
        ui::field_ui(form, spec, "first_name", &view.client);
        columns.next();
        ui::field_ui(form, spec, "last_name", &view.client, {.required = true});
    }
}

void heading_ui(const Text& title) {
    ui::space(8);
    ui::heading(title, {.level = 2});
}

void address_ui(NewClientView& view, Context& context) {
    const auto& address = EntityOf<Address>::spec;
    ui::FormContext form = new_client_form(view.address_form, context);
    const ui::Id id("address");
    heading_ui(texts::new_section_address);
    ui::field_ui(form, address, "line1", &view.address);
    ui::Columns columns({1, 2});
    ui::field_ui(form, address, "postal_code", &view.address);
    columns.next();
    ui::field_ui(form, address, "city", &view.address);
}

// A contact's card; false when it was removed.
bool contact_ui(NewContact& contact, bool main, Context& context) {
    const auto& person = EntityOf<Contact>::spec;
    const auto& place = EntityOf<ClientContact>::spec;
    const ui::Id id(contact.key);
    const std::string name = display_name(contact.contact);
    const ui::a11y::Scope group(
        "group", name.empty() ? std::string(context.tr(texts::new_contact)) : name
    );
    const ui::Card card;
    bool kept = true;
    {
        const ui::Row row({.height = 32});
        ui::avatar(
            name.empty() ? "?" : name,
            static_cast<std::uint64_t>(contact.key),
            {.size = 32, .hidden_from_mirror = true}
        );
        ui::heading(
            name.empty() ? std::string(context.tr(texts::new_contact)) : name, {.level = 3}
        );
        if (main)
            ui::badge(texts::new_main);
        ui::spring();
        kept = !ui::icon_button(icon::trash, texts::new_remove_contact);
    }
    ui::FormContext form = new_client_form(contact.form, context);
    ui::FormContext link = new_client_form(contact.link_form, context);
    ui::error_summary(form, person);
    {
        ui::Columns columns({1, 1, 1.4f});
        ui::field_ui(form, person, "first_name", &contact.contact);
        columns.next();
        ui::field_ui(form, person, "last_name", &contact.contact);
        columns.next();
        ui::field_ui(link, place, "job_title", &contact.link);
    }
    pairs_ui(form, person, &contact.contact, {{"email", "phone"}});
    pairs_ui(link, place, &contact.link, {{"roles", "function_id"}});
    return kept;
}

// What the radar asks, from what is typed so far.
std::string query_of(const NewClientView& view) {
    const Client& c = view.client;
    std::string query;
    const auto add = [&query](const char* name, const std::string& value) {
        if (value.empty())
            return;
        query += (query.empty() ? "" : "&") + std::string(name) + "=" + net::url_encode(value);
    };
    const std::string name = display_name(c);
    if (text::length(name) >= 3)
        add("name", name);
    if (text::digits_only(c.siren).size() == 9)
        add("siren", text::digits_only(c.siren));
    if (text::digits_only(c.siret).size() == 14)
        add("siret", text::digits_only(c.siret));
    if (c.email.find('@') != std::string::npos)
        add("email", c.email);
    if (text::digits_only(c.phone).size() >= 8)
        add("phone", c.phone);
    return query;
}

// Asks when nothing was typed for a moment, so that each letter is not a request.
void ask_radar(NewClientView& view) {
    constexpr double pause_ms = 300;
    const std::string query = query_of(view);
    if (query != view.duplicate_query) {
        view.duplicate_query = query;
        view.typed_at_ms = ui::now_ms();
    }
    if (view.asked_query == query)
        return;
    if (ui::now_ms() - view.typed_at_ms >= pause_ms)
        view.asked_query = query;
    else
        platform::wake_after(static_cast<int>(pause_ms) + 5); // No motion: it is for everybody.
}

void twin_ui(NewClientView& view, const net::Duplicate& twin, Context& context) {
    const ui::Id id(twin.client_id);
    const ui::a11y::Scope note("note", texts::duplicate_text);
    const ui::Card card(
        {.padding_x = 12,
         .padding_y = 10,
         .fill = ui::Color::warn_soft,
         .line = ui::Color::warn_line}
    );
    std::string detail = twin.reference;
    if (!twin.reason.empty())
        detail += (detail.empty() ? "" : ", ") + twin.reason;
    const std::string score =
        fill(context.tr(texts::duplicate_score), {{"score", std::to_string(twin.score)}});
    {
        const ui::Row row({.height = 20});
        ui::icon(icon::users_group, {.color = ui::Color::warn_text});
        ui::text(
            twin.name,
            {.color = ui::Color::warn_text, .weight = ui::Weight::semibold, .width = ui::fill}
        );
    }
    ui::paragraph(
        detail + (detail.empty() ? "" : ". ") + score,
        {.color = ui::Color::warn_text, .type = ui::Type::small}
    );
    const ui::Row row({.gap = 12});
    if (ui::link(texts::duplicate_open, {.type = ui::Type::small, .color = ui::Color::warn_text}))
        context.go(ClientRoute{.id = twin.client_id});
    if (ui::link(texts::duplicate_not, {.type = ui::Type::small, .color = ui::Color::warn_text}))
        view.not_duplicates.insert(twin.client_id);
}

} // namespace

void new_client_information_ui(NewClientView& view, Context& context) {
    ui::FormContext form = new_client_form(view.form, context);
    ui::heading(texts::new_information_title, {.level = 1, .type = ui::Type::title});
    if (ui::is_phone()) // Elsewhere it stands below the steps.
        ui::paragraph(texts::new_foot, {.color = ui::Color::text_2});
    ui::space(4);
    ui::error_summary(form, spec);
    if (view.focus_first)
        view.form.focus_field =
            view.client.kind == ClientKind::company ? "legal_name" : "last_name";
    view.focus_first = false;
    names_ui(view, form);
    pairs_ui(form, spec, &view.client, {{"state", "owner_id"}});
    heading_ui(texts::new_section_reach);
    pairs_ui(form, spec, &view.client, {{"email", "phone"}});
    ui::field_ui(form, spec, "website", &view.client);
    if (view.client.kind == ClientKind::company) {
        heading_ui(texts::new_section_legal);
        pairs_ui(
            form,
            spec,
            &view.client,
            {{"siren", "siret"}, {"vat_number", "naf_code"}, {"sector_id", "size_id"}}
        );
    }
    address_ui(view, context);
    heading_ui(texts::new_section_follow);
    ui::field_ui(form, spec, "tag_ids", &view.client);
    ui::field_ui(form, spec, "notes", &view.client);
}

void new_client_contacts_ui(NewClientView& view, Context& context) {
    ui::heading(texts::new_contacts_title, {.level = 1, .type = ui::Type::title});
    ui::paragraph(texts::new_contacts_text, {.color = ui::Color::text_2});
    ui::space(4);
    const bool add = ui::button(texts::new_contact, {.size = ui::Size::md, .icon = icon::plus}) ||
                     (context.pressed(Shortcut::create));
    if (add) {
        NewContact contact{.key = view.next_key++};
        contact.form.focus_field = "first_name";
        view.contacts.push_back(std::move(contact));
    }
    for (std::size_t i = 0; i < view.contacts.size(); ++i) {
        if (contact_ui(view.contacts[i], i == 0, context))
            continue;
        view.contacts.erase(view.contacts.begin() + static_cast<std::ptrdiff_t>(i));
        break;
    }
}

void new_client_duplicates_ui(NewClientView& view, Context& context, bool compact) {
    ask_radar(view);
    if (!compact)
        ui::heading(texts::duplicate_title, {.level = 2});
    int shown = 0;
    if (!view.asked_query.empty()) {
        const auto& found = context.api.duplicates(view.asked_query);
        if (found.value) {
            for (const auto& twin : *found.value) {
                if (view.not_duplicates.contains(twin.client_id) || shown == 4)
                    continue;
                ++shown;
                twin_ui(view, twin, context);
            }
        }
    }
    if (shown == 0 && !compact)
        ui::text(texts::duplicate_none, {.color = ui::Color::text_3, .type = ui::Type::small});
}

} // namespace carnet::views
