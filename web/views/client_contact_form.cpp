// Adding a contact to a client (new or already known) and changing one: the person, and its place
// at this client.
#include "shared/core/json.hpp"
#include "shared/core/text.hpp"
#include "shared/domain/portal_rights.hpp"
#include "shared/texts/app_common.hpp"
#include "shared/texts/app_contacts.hpp"
#include "web/app/presence.hpp"
#include "web/views/client_view.hpp"

namespace carnet::views {

namespace {

using namespace app;

const EntitySpec& contact_spec = EntityOf<Contact>::spec;
const EntitySpec& link_spec = EntityOf<ClientContact>::spec;

bool valid(ContactEdit& edit, Context& context) {
    auto errors = edit.existing ? std::vector<FieldError>{}
                                : check_fields(contact_spec, &edit.contact, context.language);
    edit.form.submitted = true;
    const bool bad = !errors.empty();
    edit.form.set_errors(std::move(errors));
    return !bad;
}

void create(ClientView& view, Context& context) {
    ContactEdit& edit = view.contact;
    Json body = filled_fields(edit.link);
    if (edit.existing)
        body["contact_id"] = edit.existing;
    else
        body["contact"] = filled_fields(contact_spec, &edit.contact);
    if (!context.may(Permission::portal_configure))
        body.erase("has_portal");
    edit.ticket = new_ticket();
    Write write{
        .request =
            {.path = "/api/clients/" + std::to_string(view.id) + "/contacts",
             .body = std::move(body)},
        .ticket = edit.ticket};
    write.toast = context.tr(texts::contact_added);
    write.client_id = view.id;
    write.quiet_errors = true;
    context.send(std::move(write));
}

// What changed of the person and of the place at the client: two records, one action.
Json changes_of(const ContactEdit& edit) {
    Json body = Json::object();
    Json person = changed_fields(contact_spec, &edit.contact_original, &edit.contact, edit.version);
    Json place = changed_fields(link_spec, &edit.link_original, &edit.link, edit.version);
    if (!person.empty())
        body["contact"] = std::move(person);
    if (!place.empty())
        body["fields"] = std::move(place);
    return body;
}

std::string path_of(const ContactEdit& edit) {
    return contact_link_path(edit.link_id);
}

void change(ClientView& view, Context& context) {
    ContactEdit& edit = view.contact;
    Json body = changes_of(edit);
    if (body.empty()) {
        edit = {};
        return;
    }
    edit.ticket = new_ticket();
    Write write{
        .request = {.method = "PATCH", .path = path_of(edit), .body = std::move(body)},
        .ticket = edit.ticket};
    write.toast = context.tr(texts::contact_saved);
    write.client_id = view.id;
    write.quiet_errors = true;
    context.send(std::move(write));
}

bool finished(const net::Ticket& ticket) {
    return !ticket || ticket->waiting || ticket->done;
}

// Messages about the person go to the upper form, the others to the lower one.
void share_errors(ContactEdit& edit, const Error& error) {
    Error person{error.code, error.message, {}}, place = person;
    for (const FieldError& field : error.fields) {
        const std::string_view name = field.field;
        const bool of_link = name.starts_with("fields.") || find_field(link_spec, name) != nullptr;
        (of_link ? place : person).fields.push_back(field);
    }
    if (!person.fields.empty() || place.fields.empty())
        take_errors(edit.form, person);
    if (!place.fields.empty())
        take_errors(edit.link_form, place);
}

void follow(ClientView& view, Context& context) {
    ContactEdit& edit = view.contact;
    if (!edit.ticket || !finished(edit.ticket))
        return;
    if (!edit.ticket->done || edit.ticket->ok()) {
        edit = {};
        return;
    }
    const Error& error = *edit.ticket->error;
    const bool person = !error.fields.empty() && error.fields[0].field.starts_with("contact.");
    if (take_body_conflict(
            view,
            error,
            person ? contact_spec : link_spec,
            path_of(edit),
            changes_of(edit),
            person ? "contact" : "fields",
            context
        ))
        edit.open = false;
    else
        share_errors(edit, error);
    edit.ticket.reset();
}

void existing_ui(ContactEdit& edit, const net::ClientSheet& sheet, Context& context) {
    if (edit.link_id)
        return;
    if (edit.existing) {
        const auto event = ui::note(
            fill(context.tr(texts::contact_using), {{"name", edit.search}}),
            {.tone = ui::Tone::info, .closable = true, .width = ui::fill, .id = "using"}
        );
        if (event == ui::NoteEvent::closed)
            edit.existing = 0;
        return;
    }
    ui::text_field(
        texts::contact_existing,
        edit.search,
        {.field = {.help = texts::contact_existing_help},
         .icon = icon::search,
         .mode = ui::InputMode::search,
         .clear_button = true}
    );
    if (text::length(edit.search) < 2)
        return;
    const auto& found = context.api.search(edit.search);
    if (!found.value)
        return;
    int shown = 0;
    for (const auto& contact : *found.value) {
        if (sheet.contact(contact.id) || shown == 4)
            continue;
        ++shown;
        const ui::Id id(contact.id);
        const float room =
            ui::avail_width() - ui::text_width(contact.name, {.weight = ui::Weight::medium}) - 140;
        const ui::Row row({.height = 32});
        ui::avatar(
            contact.name,
            static_cast<std::uint64_t>(contact.id),
            {.size = 24, .hidden_from_mirror = true}
        );
        ui::text(contact.name, {.weight = ui::Weight::medium});
        ui::text(
            contact.client_name,
            {.color = ui::Color::text_3, .type = ui::Type::small, .width = std::max(24.0f, room)}
        );
        ui::spring();
        if (ui::button(texts::contact_use, {.size = ui::Size::xs})) {
            edit.existing = contact.id;
            edit.search = contact.name;
        }
    }
}

void person_ui(ContactEdit& edit, ui::FormContext& form) {
    if (edit.existing)
        return;
    ui::heading(texts::contact_person, {.level = 3});
    ui::error_summary(form, contact_spec);
    pairs_ui(
        form,
        contact_spec,
        &edit.contact,
        {{"first_name", "last_name"}, {"email", "phone"}, {"mobile", "language"}}
    );
    ui::field_ui(form, contact_spec, "notes", &edit.contact, {.lines = 2});
}

// What the roles and the access of this form will give or take, before it is saved.
void rights_ui(const ContactEdit& edit, Context& context) {
    ClientContact after = edit.link;
    const ClientContact before = edit.link_id ? edit.link_original : ClientContact{};
    settle_switches(after, before);
    if (portal_rights(before) != portal_rights(after))
        portal_changes_ui(display_name(edit.contact), before, after, context);
}

void place_ui(ContactEdit& edit, ui::FormContext& form) {
    ui::heading(texts::contact_at_client, {.level = 3});
    ui::error_summary(form, link_spec);
    pairs_ui(form, link_spec, &edit.link, {{"job_title", "function_id"}});
    ui::field_ui(form, link_spec, "roles", &edit.link);
    pairs_ui(
        form, link_spec, &edit.link, {{"is_main", "receives_invoices"}, {"is_active", "has_portal"}}
    );
}

} // namespace

void client_contact_form_ui(ClientView& view, const net::ClientSheet& sheet, Context& context) {
    ContactEdit& edit = view.contact;
    if (!edit.open)
        return;
    follow(view, context);
    if (!edit.open)
        return;
    context.presence.say_editing("contacts");
    const bool changed = edit.form.revision + edit.link_form.revision > 0;
    context.unsaved = context.unsaved || changed;
    ui::Dialog dialog(
        "contact-form",
        edit.open,
        {.title = edit.link_id ? texts::contact_edit : texts::contact_add,
         .width = 560,
         .side = ui::DialogSide::right,
         .changed = changed}
    );
    if (!dialog)
        return;
    ui::FormContext person = client_form(edit.form, sheet, context, Permission::contacts_edit);
    ui::FormContext place = client_form(edit.link_form, sheet, context, Permission::contacts_edit);
    existing_ui(edit, sheet, context);
    person_ui(edit, person);
    ui::separator(8);
    place_ui(edit, place);
    rights_ui(edit, context);
    dialog.footer();
    ui::spring();
    if (ui::button(texts::cancel, {.kind = ui::ButtonKind::ghost, .size = ui::Size::md}))
        dialog.close();
    const bool busy = !finished(edit.ticket);
    const bool clicked = ui::button(
        texts::save,
        {.kind = ui::ButtonKind::primary, .size = ui::Size::md, .shortcut = "Ctrl S", .busy = busy}
    );
    const bool wanted =
        clicked || context.pressed(Shortcut::save) || context.pressed(Shortcut::submit);
    if (!wanted || busy || !valid(edit, context))
        return;
    if (edit.link_id)
        change(view, context);
    else
        create(view, context);
}

} // namespace carnet::views
