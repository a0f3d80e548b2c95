// The top bar of the sheet: where one is, neighbours, who else is here, actions; and the questions
// actions ask.
#include "shared/core/json.hpp"
#include "shared/core/money.hpp"
#include "shared/texts/app_client.hpp"
#include "shared/texts/app_common.hpp"
#include "shared/texts/app_documents.hpp"
#include "shared/texts/app_portal.hpp"
#include "web/app/neighbours.hpp"
#include "web/app/presence.hpp"
#include "web/views/client_view.hpp"
#include "web/views/readers_view.hpp"

namespace carnet::views {

namespace {

using namespace app;

std::string path_of(const ClientView& view, std::string_view action = {}) {
    return "/api/clients/" + std::to_string(view.id) + std::string(action);
}

void act(
    const ClientView& view,
    const net::ClientSheet& sheet,
    Context& context,
    std::string_view action,
    const Text& done
) {
    Write write{.request = {.path = path_of(view, action)}};
    write.toast = fill(context.tr(done), {{"name", display_name(sheet.client)}});
    write.client_id = view.id;
    context.send(std::move(write));
}

const char* part_text(const std::string& part, const Context& context) {
    if (part == "addresses")
        return context.tr(texts::part_addresses);
    if (part == "memo")
        return context.tr(texts::part_memo);
    if (part == "contacts")
        return context.tr(texts::part_contacts);
    if (part == "projects")
        return context.tr(texts::part_projects);
    return context.tr(texts::part_information);
}

void presence_ui(const ClientView& view, Context& context) {
    const auto& viewers = context.presence.on_client(view.id);
    if (viewers.empty())
        return;
    std::vector<ui::Person> people;
    const Viewer* shown = &viewers[0];
    for (const auto& viewer : viewers) {
        people.push_back(
            {.id = static_cast<std::uint64_t>(viewer.user_id),
             .name = context.words().user_name(viewer.user_id),
             .online = true}
        );
        if (!viewer.editing.empty())
            shown = &viewer;
    }
    const std::string name = context.words().user_name(shown->user_id);
    const std::string first = name.substr(0, name.find(' '));
    std::string words;
    if (!shown->editing.empty())
        words = fill(
            context.tr(texts::editing_one),
            {{"name", first}, {"what", part_text(shown->editing, context)}}
        );
    else if (viewers.size() == 1)
        words = fill(context.tr(texts::looking_one), {{"name", first}});
    else
        words = context.plural(texts::looking_many, static_cast<long long>(viewers.size()));
    ui::avatar_group(words, people, 3, 20);
    ui::text(words, {.color = ui::Color::text_3, .type = ui::Type::small});
    ui::separator();
}

void neighbours_ui(const ClientView& view, Context& context) {
    const auto& neighbours = context.neighbours;
    const auto place = neighbours.place_of(view.id);
    if (!place)
        return;
    const auto* route = std::get_if<ClientRoute>(&context.route);
    const auto go = [&](std::int64_t id) {
        context.send(Navigate{
            .route = ClientRoute{.id = id, .tab = route ? route->tab : SheetTab::start},
            .replace = true});
    };
    const auto previous = neighbours.previous(view.id), next = neighbours.next(view.id);
    if (ui::icon_button(
            icon::chevron_up,
            texts::sheet_previous,
            {.size = ui::Size::xs, .shortcut = "Alt+↑", .disabled = !previous}
        ))
        go(previous);
    if (ui::icon_button(
            icon::chevron_down,
            texts::sheet_next,
            {.size = ui::Size::xs, .shortcut = "Alt+↓", .disabled = !next}
        ))
        go(next);
    ui::text(
        fill(
            context.tr(texts::sheet_place),
            {{"n", format_number(place, context.language)},
             {"count", format_number(neighbours.count(), context.language)}}
        ),
        {.color = ui::Color::text_3, .type = ui::Type::small}
    );
}

// There the one primary button is the one that adds files.
bool in_documents(const ClientRoute* route) {
    return route && route->tab == SheetTab::documents;
}

void log_button_ui(ClientView& view, const net::ClientSheet& sheet, Context& context) {
    if (!may_on(context, Permission::activities_log, sheet))
        return;
    const bool clicked = ui::button(
        texts::log_activity,
        {.kind = in_documents(std::get_if<ClientRoute>(&context.route)) ? ui::ButtonKind::secondary
                                                                        : ui::ButtonKind::primary,
         .icon = icon::plus,
         .shortcut = "C",
         .id = "log"}
    );
    if (!clicked)
        return;
    view.composer.focus = true;
    context.go(ClientRoute{.id = view.id, .tab = tab_written(SheetTab::activity)});
}

// Whose portal: the contacts who have it.
void view_as_menu_ui(ClientView& view, const net::ClientSheet& sheet, Context& context) {
    const auto sees = [](const net::SheetContact& contact) {
        return contact.link.has_portal && contact.link.is_active;
    };
    if (!may_on(context, Permission::portal_view_as, sheet) ||
        std::none_of(sheet.contacts.begin(), sheet.contacts.end(), sees))
        return;
    if (ui::button(
            texts::portal_view_as_menu,
            {.kind = ui::ButtonKind::portal, .icon = icon::eye, .id = "view-as", .has_popup = true}
        ) ||
        context.pressed(Shortcut::view_as))
        ui::open_menu("view-as-menu");
    ui::Menu menu{"view-as-menu", {.width = 240, .align_right = true}};
    if (!menu)
        return;
    for (const auto& contact : sheet.contacts) {
        const ui::Id id(contact.link.id);
        if (sees(contact) && menu.item(display_name(contact.contact)))
            view_as(view, contact.link.id, context);
    }
}

void phone_bar_ui(ClientView& view, const net::ClientSheet& sheet, Context& context) {
    if (ui::icon_button(icon::chevron_left, texts::back, {.size = ui::Size::lg}))
        context.send(GoBack{});
    ui::heading(
        display_name(sheet.client), {.level = 1, .type = ui::Type::heading, .width = ui::fill}
    );
    if (ui::icon_button(
            icon::dots_vertical, texts::actions, {.size = ui::Size::lg, .has_popup = true}
        ))
        ui::open_menu("phone-actions");
    client_actions_menu_ui(view, sheet, context, "phone-actions");
}

void set_state(
    const ClientView& view, const net::ClientSheet& sheet, const Choice& state, Context& context
) {
    change_field(
        view.id,
        sheet.version,
        path_of(view),
        "state",
        state.value,
        fill(context.tr(texts::done_state), {{"state", context.tr(state.label)}}),
        context
    );
}

void state_items(
    ui::Menu& menu, const ClientView& view, const net::ClientSheet& sheet, Context& context
) {
    for (std::size_t i = 0; i < client_state_choices.size(); ++i) {
        const auto state = static_cast<ClientState>(i);
        const bool current = sheet.client.state == state;
        if (menu.item(ui::client_state_label(state), {.checked = current, .checkable = true}) &&
            !current)
            set_state(view, sheet, client_state_choices[i], context);
    }
}

// What usually comes next (CF-04), or a link to the state that the projects speak for (CF-03).
void advice_ui(
    const ClientView& view, const net::ClientSheet& sheet, bool may_edit, Context& context
) {
    const ui::Color color = sheet.advised_state.empty() ? ui::Color::text_3 : ui::Color::warn_text;
    if (!may_edit || sheet.advised_state.empty())
        ui::text(sheet.advice, {.color = color, .type = ui::Type::small});
    else if (ui::link(sheet.advice, {.type = ui::Type::small, .color = color}))
        for (const Choice& choice : client_state_choices)
            if (choice.value == sheet.advised_state)
                set_state(view, sheet, choice, context);
    ui::tooltip(sheet.advice_reason);
}

void bin_question_ui(ClientView& view, const net::ClientSheet& sheet, Context& context) {
    const std::string title =
        fill(context.tr(texts::bin_title), {{"name", display_name(sheet.client)}});
    const auto answer = ui::confirm(
        "bin",
        view.asking_bin,
        {.title = title,
         .text = texts::bin_text,
         .verb = texts::bin_verb,
         .icon = icon::trash,
         .danger = true}
    );
    if (answer != ui::Answer::yes)
        return;
    act(view, sheet, context, "/bin", texts::done_bin);
    context.send(GoBack{});
}

Json first_contact(const Client& person) {
    Json contact = Json::object();
    const std::pair<const char*, const std::string*> fields[] = {
        {"first_name", &person.first_name},
        {"last_name", &person.last_name},
        {"email", &person.email},
        {"phone", &person.phone}};
    for (const auto& [name, value] : fields)
        if (!value->empty())
            contact[name] = *value;
    return {{"contact", std::move(contact)}, {"is_main", true}};
}

// A private person becomes a company, and its main contact (FS-06): one action.
void convert_question_ui(ClientView& view, const net::ClientSheet& sheet, Context& context) {
    auto& convert = view.convert;
    if (!convert.open)
        return;
    ui::Dialog dialog("convert", convert.open, {.title = texts::convert_title, .width = 560});
    if (!dialog)
        return;
    ui::paragraph(texts::convert_text, {.color = ui::Color::text_2});
    ui::FormContext form = client_form(convert.form, sheet, context, Permission::clients_edit);
    Client draft;
    draft.legal_name = convert.legal_name;
    draft.siret = convert.siret;
    draft.vat_number = convert.vat_number;
    const EntitySpec& spec = EntityOf<Client>::spec;
    ui::error_summary(form, spec);
    ui::field_ui(form, spec, "legal_name", &draft, {.required = true});
    ui::field_ui(form, spec, "siret", &draft);
    ui::field_ui(form, spec, "vat_number", &draft);
    convert.legal_name = draft.legal_name;
    convert.siret = draft.siret;
    convert.vat_number = draft.vat_number;
    dialog.footer();
    ui::spring();
    if (ui::button(texts::cancel, {.kind = ui::ButtonKind::ghost, .size = ui::Size::md}))
        dialog.close();
    const bool busy = convert.ticket && !convert.ticket->done;
    const bool ready = !convert.legal_name.empty();
    if (ui::button(
            texts::convert_verb,
            {.kind = ui::ButtonKind::primary,
             .size = ui::Size::md,
             .busy = busy,
             .disabled = !ready}
        )) {
        Client after = sheet.client;
        after.kind = ClientKind::company;
        after.legal_name = convert.legal_name;
        after.siret = convert.siret;
        after.vat_number = convert.vat_number;
        convert.ticket = new_ticket();
        Write write{
            .request = {.method = "PATCH", .path = path_of(view)}, .ticket = convert.ticket};
        write.request.body = {
            {"fields", changed_fields(spec, &sheet.client, &after, sheet.version)}};
        // The person stays as the first contact of the company, in the same action.
        if (sheet.contacts.empty() && may_on(context, Permission::contacts_edit, sheet))
            write.request.body["contacts"] = Json::array({first_contact(sheet.client)});
        write.toast = context.tr(texts::convert_verb);
        write.client_id = view.id;
        write.quiet_errors = true;
        context.send(std::move(write));
    }
    if (!convert.ticket || !convert.ticket->done)
        return;
    if (convert.ticket->ok())
        dialog.close();
    else
        take_errors(convert.form, *convert.ticket->error);
    convert.ticket.reset();
}

} // namespace

void client_bar_ui(
    ClientView& view, const net::ClientSheet& sheet, Context& context, ui::Rect bar
) {
    const ui::Bar frame(bar, {.padding = ui::is_phone() ? 8.0f : 16.0f});
    if (ui::is_phone())
        return phone_bar_ui(view, sheet, context);
    const std::string name = display_name(sheet.client);
    const auto* route = std::get_if<ClientRoute>(&context.route);
    const bool documents = in_documents(route);
    const ui::Crumb crumbs[] = {{texts::clients, true}, {name, documents}, {texts::tab_documents}};
    const int followed = ui::breadcrumb(std::span(crumbs, documents ? 3 : 2));
    if (followed == 0)
        context.send(GoBack{});
    if (followed == 1)
        context.go(ClientRoute{.id = view.id});
    neighbours_ui(view, context);
    ui::spring();
    presence_ui(view, context);
    const bool may_edit = may_on(context, Permission::clients_edit, sheet);
    if (sheet.client.state == ClientState::prospect && may_edit &&
        ui::button(texts::action_convert, {.icon = icon::user_share}))
        act(view, sheet, context, "/convert", texts::done_convert);
    view_as_menu_ui(view, sheet, context);
    log_button_ui(view, sheet, context);
}

void client_actions_menu_ui(
    ClientView& view, const net::ClientSheet& sheet, Context& context, const char* id
) {
    ui::Menu menu{id, {.width = 240, .name = texts::actions}};
    if (!menu)
        return;
    const bool may_edit = may_on(context, Permission::clients_edit, sheet);
    const bool person = sheet.client.kind == ClientKind::person;
    if (ui::is_phone() && may_edit) {
        menu.heading(texts::change_state);
        state_items(menu, view, sheet, context);
        menu.separator();
    }
    if (may_edit && menu.item(texts::action_edit, {.icon = icon::pencil, .shortcut = "E"}))
        begin_field_edit(view, sheet, person ? "last_name" : "legal_name");
    if (may_edit && sheet.client.state == ClientState::prospect &&
        menu.item(texts::action_convert, {.icon = icon::user_share}))
        act(view, sheet, context, "/convert", texts::done_convert);
    if (may_edit && person &&
        menu.item(texts::action_person_to_company, {.icon = icon::building})) {
        view.convert = {};
        view.convert.open = true;
    }
    if (may_edit && !sheet.client.archived_at.is_set() &&
        menu.item(texts::action_archive, {.icon = icon::archive}))
        act(view, sheet, context, "/archive", texts::done_archive);
    if (may_edit && sheet.client.archived_at.is_set() &&
        menu.item(texts::action_unarchive, {.icon = icon::restore}))
        act(view, sheet, context, "/unarchive", texts::done_unarchive);
    readers_item(menu, {view.id, "client", view.id}, context);
    if (!may_on(context, Permission::clients_delete, sheet) || sheet.client.deleted_at.is_set())
        return;
    menu.separator();
    if (menu.item(texts::action_bin, {.icon = icon::trash, .destructive = true}))
        view.asking_bin = true;
}

void client_state_menu_ui(ClientView& view, const net::ClientSheet& sheet, Context& context) {
    const bool may_edit = may_on(context, Permission::clients_edit, sheet);
    auto look = ui::client_state_badge(sheet.client.state);
    look.menu_icon = icon::chevron_down;
    if (!may_edit)
        ui::client_state(sheet.client.state);
    else if (ui::badge_button(ui::client_state_label(sheet.client.state), "state", look))
        ui::open_menu("state-menu");
    advice_ui(view, sheet, may_edit, context);
    if (ui::Menu menu{"state-menu", {.width = 180, .name = texts::change_state}})
        state_items(menu, view, sheet, context);
}

void client_questions_ui(ClientView& view, const net::ClientSheet& sheet, Context& context) {
    if (view.asking_bin)
        bin_question_ui(view, sheet, context);
    convert_question_ui(view, sheet, context);
}

} // namespace carnet::views
