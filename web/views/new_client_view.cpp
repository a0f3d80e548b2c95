// The frame of the creation form: steps, form column, look-alikes, footer; the draft; the request.
#include "web/views/new_client_view.hpp"

#include "shared/core/json.hpp"
#include "shared/texts/app_common.hpp"
#include "shared/texts/app_net.hpp"
#include "shared/texts/app_new_client.hpp"
#include "web/net/decode.hpp"
#include "web/views/client_view.hpp"

namespace carnet::views {

namespace {

using namespace app;

constexpr const char* draft_place = "new-client";

const EntitySpec& spec = EntityOf<Client>::spec;

Json to_draft(const NewClientView& view) {
    Json contacts = Json::array();
    for (const auto& contact : view.contacts) {
        Json item = filled_fields(contact.link);
        item["contact"] = filled_fields(EntityOf<Contact>::spec, &contact.contact);
        contacts.push_back(std::move(item));
    }
    return {
        {"client", filled_fields(spec, &view.client)},
        {"address", filled_fields(EntityOf<Address>::spec, &view.address)},
        {"contacts", std::move(contacts)},
        {"step", view.step}};
}

bool is_empty(const NewClientView& view) {
    const Client& c = view.client;
    return view.contacts.empty() && c.legal_name.empty() && c.trade_name.empty() &&
           c.last_name.empty() && c.first_name.empty() && c.email.empty() && c.phone.empty() &&
           c.siren.empty() && c.notes.empty();
}

void load_draft(NewClientView& view, Context& context) {
    if (view.loaded)
        return;
    view.loaded = true;
    view.client.owner_id = {context.actor().user_id};
    const auto json = parse_json(context.drafts.load(draft_place), context.language);
    if (!json)
        return;
    net::read_entity(spec, json_at(*json, "client"), &view.client, context.language);
    net::read_entity(
        EntityOf<Address>::spec, json_at(*json, "address"), &view.address, context.language
    );
    for (const auto& item : json_at(*json, "contacts")) {
        NewContact contact{.key = view.next_key++};
        net::read_entity(
            EntityOf<Contact>::spec, json_at(item, "contact"), &contact.contact, context.language
        );
        net::read_entity(EntityOf<ClientContact>::spec, item, &contact.link, context.language);
        view.contacts.push_back(std::move(contact));
    }
    view.step = json_int(*json, "step") == 1 ? 1 : 0;
}

void keep_draft(const NewClientView& view, Context& context) {
    if (!view.created)
        context.drafts.keep(draft_place, is_empty(view) ? std::string() : dump(to_draft(view)));
}

bool has_address(const Address& a) {
    return !a.line1.empty() || !a.postal_code.empty() || !a.city.empty();
}

// Checks the first step; errors go under their fields.
bool check_information(NewClientView& view, Context& context) {
    auto errors = check_fields(spec, &view.client, context.language);
    for (auto& error : check(view.client, context.language))
        errors.push_back(std::move(error));
    view.form.submitted = true;
    bool good = errors.empty();
    view.form.set_errors(std::move(errors));
    if (has_address(view.address)) {
        auto wrong = check_fields(EntityOf<Address>::spec, &view.address, context.language);
        // Its client gets an identifier with the answer.
        std::erase_if(wrong, [](const FieldError& error) { return error.field == "client_id"; });
        view.address_form.submitted = true;
        good = good && wrong.empty();
        view.address_form.set_errors(std::move(wrong));
    }
    if (!good)
        view.step = 0;
    return good;
}

bool check_contacts(NewClientView& view, Context& context) {
    bool good = true;
    for (auto& contact : view.contacts) {
        auto errors = check_fields(EntityOf<Contact>::spec, &contact.contact, context.language);
        contact.form.submitted = true;
        good = good && errors.empty();
        contact.form.set_errors(std::move(errors));
    }
    if (!good)
        view.step = 1;
    return good;
}

void create(NewClientView& view, Context& context) {
    if (!check_information(view, context) || !check_contacts(view, context))
        return;
    Json body{{"client", filled_fields(spec, &view.client)}};
    if (!context.may(Permission::clients_reassign))
        body["client"].erase("owner_id");
    Json draft = to_draft(view);
    if (!view.contacts.empty())
        body["contacts"] = draft["contacts"];
    if (has_address(view.address)) {
        body["addresses"] = Json::array({filled_fields(EntityOf<Address>::spec, &view.address)});
        body["addresses"][0]["is_main"] = true;
    }
    view.ticket = new_ticket();
    Write write{
        .request = {.path = "/api/clients", .body = std::move(body)}, .ticket = view.ticket};
    write.toast = fill(context.tr(texts::new_done), {{"name", display_name(view.client)}});
    write.quiet_errors = true;
    // Refused when the network is back and the form has gone: it is a draft again.
    write.then = [&drafts = context.drafts, text = dump(draft)](const net::Outcome& outcome) {
        if (!outcome.ok() && drafts.load(draft_place).empty())
            drafts.keep(draft_place, text);
    };
    context.send(std::move(write));
}

// "client.siret" and "contacts.0.contact.email" belong to different parts of the form.
void take_refusal(NewClientView& view, const Error& error) {
    Error mine{error.code, error.message, {}}, address{error.code, error.message, {}};
    for (const auto& field : error.fields) {
        if (field.field.starts_with("contacts.")) {
            const auto index = static_cast<std::size_t>(std::atoi(field.field.c_str() + 9));
            if (index >= view.contacts.size())
                continue;
            take_errors(view.contacts[index].form, {error.code, error.message, {field}});
            view.step = 1;
        } else if (field.field.starts_with("addresses.")) {
            address.fields.push_back(field);
        } else {
            mine.fields.push_back(field);
        }
    }
    if (!address.fields.empty())
        take_errors(view.address_form, address);
    if (!mine.fields.empty() || error.fields.empty())
        take_errors(view.form, mine);
    if (!mine.fields.empty() || !address.fields.empty())
        view.step = 0;
}

void follow(NewClientView& view, Context& context) {
    if (!view.ticket)
        return;
    if (view.ticket->waiting) {
        view.created = true;
        context.drafts.keep(draft_place, {});
        context.send(GoBack{});
        return;
    }
    if (!view.ticket->done)
        return;
    if (view.ticket->ok()) {
        view.created = true;
        context.drafts.keep(draft_place, {});
        const auto id = json_int(json_at(*view.ticket->answer, "client"), "id");
        if (id)
            context.send(Navigate{.route = ClientRoute{.id = id}, .replace = true});
    } else {
        take_refusal(view, *view.ticket->error);
    }
    view.ticket.reset();
}

void step_ui(NewClientView& view, int index, const Text& title, const std::string& detail) {
    const ui::Id id(index + 1);
    const bool current = view.step == index, done = index < view.step;
    ui::Rect box = ui::place(ui::avail_width(), 56);
    const auto press = ui::pressable(
        "step",
        title,
        box,
        {.mirror_flags = current ? platform::mirror_current : 0u, .hover_fill = false}
    );
    const ui::Rect disc = box.cut_left(28).centered(28, 28);
    // The line from the step before.
    if (index > 0)
        ui::draw::fill(
            {disc.center().x - 1, disc.y - 30, 2, 24},
            current || done ? ui::Color::accent : ui::Color::line_2
        );
    if (done) {
        ui::draw::circle(disc.center(), 14, ui::color(ui::Color::accent));
        ui::draw::icon(disc.center(), icon::check, 16, ui::Color::on_accent);
    } else {
        ui::draw::ring(
            disc.center(),
            14,
            ui::color(current ? ui::Color::accent : ui::Color::line_2),
            current ? 2.0f : 1.0f
        );
        ui::draw::text(
            disc,
            std::to_string(index + 1),
            current ? ui::Color::accent_text : ui::Color::text_3,
            {.type = ui::Type::small, .weight = ui::Weight::semibold, .align = ui::Align::center}
        );
    }
    box.cut_left(12);
    box.cut_top(8);
    ui::draw::text(
        box.cut_top(20),
        ui::t(title),
        current || done ? ui::Color::text : ui::Color::text_2,
        {.weight = ui::Weight::medium}
    );
    ui::draw::text(box.cut_top(18), detail, ui::Color::text_3, {.type = ui::Type::small});
    if (press.clicked)
        view.step = index;
}

void steps_ui(NewClientView& view, Context& context, ui::Rect box) {
    ui::draw::side_panel(box, ui::side_left);
    const ui::Region region(
        "steps",
        box,
        {.padding_x = 20, .padding_y = 20, .role = "navigation", .name = texts::new_steps}
    );
    ui::caption(fill(context.tr(texts::new_step), {{"n", std::to_string(view.step + 1)}}));
    const std::string name = display_name(view.client);
    step_ui(
        view,
        0,
        texts::new_information,
        name.empty() ? std::string(context.tr(texts::new_no_name)) : name
    );
    step_ui(
        view,
        1,
        texts::new_contacts,
        context.plural(texts::new_contact_count, static_cast<long long>(view.contacts.size()))
    );
    ui::at(region.content().x, region.content().bottom() - 52);
    ui::paragraph(texts::new_foot, {.color = ui::Color::text_3, .type = ui::Type::small});
}

void bar_ui(NewClientView& view, Context& context, ui::Rect bar) {
    const ui::Bar frame(bar, {.padding = 16});
    const ui::Crumb crumbs[] = {{texts::clients, true}, {texts::new_client}};
    if (ui::breadcrumb(crumbs) == 0)
        context.send(GoBack{});
    const bool draft = !is_empty(view);
    if (draft && !ui::is_phone())
        ui::badge(texts::new_draft, {.icon = icon::device_floppy});
    ui::spring();
    if (draft && !ui::is_phone() &&
        ui::button(texts::new_draft_forget, {.kind = ui::ButtonKind::ghost})) {
        context.drafts.keep(draft_place, {});
        view = {};
        view.loaded = true;
        view.client.owner_id = {context.actor().user_id};
    }
    const char* key = context.language == Language::fr ? "Échap" : "Esc";
    if (ui::button(
            texts::close, {.kind = ui::ButtonKind::ghost, .icon = icon::x, .shortcut = key}
        ) ||
        ui::escape_pressed())
        context.send(GoBack{});
}

void next(NewClientView& view, Context& context) {
    if (view.step == 0) {
        if (check_information(view, context))
            view.step = 1, view.focus_first = true;
    } else {
        create(view, context);
    }
}

void footer_ui(NewClientView& view, Context& context, ui::Rect bar) {
    const bool phone = ui::is_phone();
    const ui::Bar frame(bar, {.padding = phone ? 16.0f : 24.0f, .line_on_top = true});
    const bool busy = view.ticket && !view.ticket->done;
    if (view.step == 1 &&
        ui::button(
            texts::new_previous,
            {.kind = ui::ButtonKind::ghost, .size = ui::Size::md, .icon = icon::arrow_left}
        ))
        view.step = 0;
    if (!phone)
        ui::spring();
    if (view.step == 0 && !phone &&
        ui::button(texts::new_finish, {.size = ui::Size::md, .busy = busy, .id = "finish"}))
        create(view, context);
    const ui::ButtonOptions look{
        .kind = ui::ButtonKind::primary,
        .size = ui::Size::md,
        .shortcut = phone ? "" : "Ctrl ↵",
        .busy = busy && view.step == 1,
        .width = phone ? ui::fill : 0,
        .id = "next"};
    const bool clicked = ui::button(view.step == 0 ? texts::new_next : texts::new_create, look);
    if (clicked || context.pressed(Shortcut::submit))
        next(view, context);
    if (context.pressed(Shortcut::save))
        create(view, context);
}

} // namespace

ui::FormContext new_client_form(ui::FormState& state, Context& context) {
    return {
        .state = state,
        .actor = &context.actor(),
        .items_of = [&context](const Field& field) { return reference_items(field, context); },
    };
}

void new_client_ui(NewClientView& view, Context& context, ui::Rect panel) {
    context.title = context.tr(texts::new_client);
    if (!context.may(Permission::clients_create)) {
        ui::empty_state(panel, {.title = texts::not_allowed_title, .text = texts::error_forbidden});
        return;
    }
    load_draft(view, context);
    follow(view, context);
    bar_ui(
        view,
        context,
        panel.cut_top(ui::is_phone() ? ui::metric::top_bar_phone : ui::metric::top_bar)
    );
    const bool wide = ui::breakpoint() == ui::Breakpoint::desktop;
    if (!ui::is_phone())
        steps_ui(view, context, panel.cut_left(wide ? 264.0f : 200.0f));
    ui::Rect aside = wide ? panel.cut_right(336) : ui::Rect{};
    footer_ui(view, context, panel.cut_bottom(ui::metric::wizard_footer));
    if (wide) {
        ui::draw::side_panel(aside, ui::side_right);
        const ui::Region region(
            "twins",
            aside,
            {.padding_x = 20,
             .padding_y = 20,
             .role = "complementary",
             .name = texts::duplicate_title}
        );
        new_client_duplicates_ui(view, context, false);
    }
    {
        const ui::Region region(
            "form",
            panel,
            {.padding_x = ui::is_phone() ? 16.0f : 32.0f,
             .padding_y = 24,
             .role = "main",
             .name = texts::new_client}
        );
        const ui::Width width(std::min(704.0f, ui::avail_width()));
        if (view.step == 0)
            new_client_information_ui(view, context);
        else
            new_client_contacts_ui(view, context);
        if (!wide)
            new_client_duplicates_ui(view, context, true);
        ui::space(24);
    }
    keep_draft(view, context);
}

} // namespace carnet::views
