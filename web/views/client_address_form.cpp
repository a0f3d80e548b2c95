// Adding and changing one address of a client.
#include "shared/core/json.hpp"
#include "shared/texts/app_client.hpp"
#include "shared/texts/app_common.hpp"
#include "web/app/presence.hpp"
#include "web/views/client_view.hpp"

namespace carnet::views {

namespace {

using namespace app;

const EntitySpec& spec = EntityOf<Address>::spec;

void save(ClientView& view, Context& context) {
    AddressEdit& edit = view.address;
    edit.draft.client_id = {view.id};
    auto errors = check_fields(spec, &edit.draft, context.language);
    for (auto& error : check(edit.draft, context.language))
        errors.push_back(std::move(error));
    edit.form.submitted = true;
    const bool bad = !errors.empty();
    edit.form.set_errors(std::move(errors));
    if (bad)
        return;
    edit.ticket = new_ticket();
    Write write{.ticket = edit.ticket};
    if (edit.id) {
        write.request.method = "PATCH";
        write.request.path = "/api/addresses/" + std::to_string(edit.id);
        write.request.body = {
            {"fields", changed_fields(spec, &edit.original, &edit.draft, edit.version)}};
        write.toast = context.tr(texts::address_saved);
    } else {
        write.request.path = "/api/clients/" + std::to_string(view.id) + "/addresses";
        write.request.body = filled_fields(spec, &edit.draft);
        write.toast = context.tr(texts::address_added);
    }
    write.client_id = view.id;
    write.quiet_errors = true;
    context.send(std::move(write));
}

void follow(ClientView& view, Context& context) {
    AddressEdit& edit = view.address;
    if (!edit.ticket || !(edit.ticket->done || edit.ticket->waiting))
        return;
    if (edit.ticket->waiting || edit.ticket->ok()) {
        edit = {};
        return;
    }
    const Json fields = changed_fields(spec, &edit.original, &edit.draft, edit.version);
    const std::string path = "/api/addresses/" + std::to_string(edit.id);
    if (take_conflict(view, *edit.ticket->error, spec, path, fields, context))
        edit.open = false;
    else
        take_errors(edit.form, *edit.ticket->error);
    edit.ticket.reset();
}

void remove(ClientView& view, Context& context) {
    Write write{
        .request = {
            .method = "DELETE", .path = "/api/addresses/" + std::to_string(view.address.id)}};
    write.toast = context.tr(texts::address_deleted);
    write.client_id = view.id;
    context.send(std::move(write));
    view.address = {};
}

void fields_ui(AddressEdit& edit, ui::FormContext& form) {
    ui::error_summary(form, spec);
    ui::field_ui(form, spec, "label", &edit.draft);
    ui::field_ui(form, spec, "line1", &edit.draft);
    ui::field_ui(form, spec, "line2", &edit.draft);
    {
        ui::Columns columns({1, 2, 1});
        ui::field_ui(form, spec, "postal_code", &edit.draft);
        columns.next();
        ui::field_ui(form, spec, "city", &edit.draft);
        columns.next();
        ui::field_ui(form, spec, "country", &edit.draft);
    }
    {
        ui::Columns columns({1, 1, 2});
        ui::field_ui(form, spec, "access_code", &edit.draft);
        columns.next();
        ui::field_ui(form, spec, "floor", &edit.draft);
        columns.next();
        ui::field_ui(form, spec, "site_contact", &edit.draft);
    }
    ui::field_ui(form, spec, "access_notes", &edit.draft);
    if (!edit.original.is_main)
        ui::field_ui(form, spec, "is_main", &edit.draft);
}

} // namespace

void client_address_form_ui(ClientView& view, const net::ClientSheet& sheet, Context& context) {
    AddressEdit& edit = view.address;
    if (!edit.open)
        return;
    follow(view, context);
    if (!edit.open)
        return;
    context.presence.say_editing("addresses");
    const Text& title = edit.id ? texts::address_edit : texts::address_add;
    ui::Dialog dialog("address", edit.open, {.title = title, .width = 560});
    if (!dialog)
        return;
    ui::FormContext form = client_form(edit.form, sheet, context, Permission::clients_edit);
    fields_ui(edit, form);
    dialog.footer();
    if (edit.id &&
        ui::button(
            texts::remove,
            {.kind = ui::ButtonKind::danger_outline, .size = ui::Size::md, .icon = icon::trash}
        ))
        return remove(view, context);
    ui::spring();
    if (ui::button(texts::cancel, {.kind = ui::ButtonKind::ghost, .size = ui::Size::md}))
        dialog.close();
    const bool busy = edit.ticket && !edit.ticket->done;
    const bool clicked = ui::button(
        texts::save,
        {.kind = ui::ButtonKind::primary, .size = ui::Size::md, .shortcut = "Ctrl S", .busy = busy}
    );
    if (clicked || context.pressed(Shortcut::save) || context.pressed(Shortcut::submit))
        save(view, context);
}

} // namespace carnet::views
