// The composer (FS-16): type, text, direction, person, date, duration, visibility, one button. The
// draft is kept.
#include "shared/core/json.hpp"
#include "shared/core/text.hpp"
#include "shared/core/typed_time.hpp"
#include "shared/texts/app_activity.hpp"
#include "shared/texts/app_client.hpp"
#include "shared/texts/app_common.hpp"
#include "shared/texts/widgets.hpp"
#include "web/views/client_view.hpp"

#include <algorithm>

namespace carnet::views {

namespace {

using namespace app;

const EntitySpec& spec = EntityOf<Activity>::spec;

struct KindRow {
    ActivityKind kind;
    const char* icon;
};
constexpr KindRow kind_rows[] = {
    {ActivityKind::call, icon::phone},
    {ActivityKind::email, icon::mail},
    {ActivityKind::sms, icon::message},
    {ActivityKind::meeting, icon::users},
    {ActivityKind::note, icon::note},
};

std::string draft_place(const ClientView& view) {
    return "activity:" + std::to_string(view.id);
}

bool has_direction(ActivityKind kind) {
    return kind == ActivityKind::call || kind == ActivityKind::email || kind == ActivityKind::sms;
}

void start_draft(Composer& composer) {
    composer.draft = {};
    composer.draft.kind = ActivityKind::call;
    composer.draft.direction = Direction::outgoing;
    composer.minutes.reset();
    composer.has_date = false;
    composer.time.clear();
    composer.editing = 0;
    composer.error.clear();
}

void load_draft(ClientView& view, Context& context) {
    Composer& composer = view.composer;
    if (composer.loaded)
        return;
    composer.loaded = true;
    start_draft(composer);
    const auto kept = parse_json(context.drafts.load(draft_place(view)), context.language);
    if (!kept)
        return;
    composer.draft.body = json_string(*kept, "body");
    const auto kind = json_int(*kept, "kind");
    if (kind >= 0 && kind < 5)
        composer.draft.kind = static_cast<ActivityKind>(kind);
    for (const Json& id : json_at(*kept, "contacts"))
        if (id.is_number_integer())
            composer.draft.contact_ids.push_back(id.get<std::int64_t>());
}

void keep_draft(ClientView& view, Context& context) {
    const Composer& composer = view.composer;
    if (composer.editing)
        return;
    if (composer.draft.body.empty())
        return context.drafts.keep(draft_place(view), {});
    const Json json{
        {"body", composer.draft.body},
        {"kind", static_cast<int>(composer.draft.kind)},
        {"contacts", composer.draft.contact_ids}};
    context.drafts.keep(draft_place(view), dump(json));
}

bool take_moment(Composer& composer, Context& context) {
    if (!composer.has_date) {
        composer.draft.happened_at = {};
        return true;
    }
    const int minutes =
        composer.time.empty() ? local_minutes({context.now_ms}) : parse_typed_time(composer.time);
    if (minutes < 0 || !composer.date.is_set()) {
        composer.error =
            context.tr(minutes < 0 ? texts::composer_bad_time : texts::widget::not_a_date);
        return false;
    }
    composer.draft.happened_at = from_local(composer.date, minutes);
    return true;
}

void submit(ClientView& view, Context& context) {
    Composer& composer = view.composer;
    composer.error.clear();
    if (!take_moment(composer, context))
        return;
    Activity& draft = composer.draft;
    draft.duration_minutes = composer.minutes.value_or(0);
    if (!has_direction(draft.kind))
        draft.direction = Direction::none;
    if (const auto errors = check(draft, context.language); !errors.empty()) {
        composer.error = errors[0].message;
        composer.focus = true;
        return;
    }
    composer.ticket = new_ticket();
    Write write{.ticket = composer.ticket};
    if (composer.editing) {
        write.request.method = "PATCH";
        write.request.path = "/api/activities/" + std::to_string(composer.editing);
        write.request.body = {
            {"fields", changed_fields(spec, &composer.original, &draft, composer.version)}};
        write.toast = context.tr(texts::composer_changed);
    } else {
        write.request.path = "/api/clients/" + std::to_string(view.id) + "/activities";
        write.request.body = filled_fields(spec, &draft);
        write.toast = context.tr(texts::composer_done);
    }
    write.client_id = view.id;
    write.quiet_errors = true;
    context.send(std::move(write));
}

void follow(ClientView& view, Context& context) {
    Composer& composer = view.composer;
    if (!composer.ticket)
        return;
    if (composer.ticket->waiting) {
        // Without network the activity is in the queue: the field is free for the next one.
        composer.ticket.reset();
        start_draft(composer);
        context.drafts.keep(draft_place(view), {});
        return;
    }
    if (!composer.ticket->done)
        return;
    if (composer.ticket->ok()) {
        start_draft(composer);
        context.drafts.keep(draft_place(view), {});
    } else {
        const Error& error = *composer.ticket->error;
        composer.error = error.first_message();
    }
    composer.ticket.reset();
}

void kinds_ui(Composer& composer, Context& context) {
    const ui::Row row({.height = 32, .gap = 4});
    ui::SegmentItem items[5];
    int index = static_cast<int>(composer.draft.kind);
    for (int i = 0; i < 5; ++i)
        items[i] = {
            .label = context.tr(activity_kind_choices[static_cast<std::size_t>(i)].label),
            .icon = kind_rows[i].icon,
            .icon_only = ui::is_phone() && i != index};
    if (ui::pill_group(texts::composer_kind, index, items))
        composer.draft.kind = static_cast<ActivityKind>(index);
    for (int i = 0; i < 5; ++i) {
        if (!context.pressed(static_cast<Shortcut>(static_cast<int>(Shortcut::kind_1) + i)))
            continue;
        composer.draft.kind = static_cast<ActivityKind>(i);
        composer.focus = true;
    }
    if (ui::is_phone())
        return;
    ui::spring();
    ui::key_caps("1");
    ui::text(texts::composer_to, {.color = ui::Color::text_3, .type = ui::Type::small});
    ui::key_caps("5");
}

void direction_ui(Composer& composer, Context& context) {
    if (!has_direction(composer.draft.kind))
        return;
    const bool incoming = composer.draft.direction == Direction::incoming;
    const ui::ButtonOptions look{
        .icon = incoming ? icon::arrow_down_left : icon::arrow_right,
        .tooltip = texts::composer_direction,
        .id = "direction"};
    if (ui::button(incoming ? texts::incoming : texts::outgoing, look))
        composer.draft.direction = incoming ? Direction::outgoing : Direction::incoming;
    (void)context;
}

// Who took part: each press adds or takes away one.
void person_ui(Composer& composer, const net::ClientSheet& sheet, Context& context) {
    Ids& chosen = composer.draft.contact_ids;
    std::vector<std::string> names;
    for (const std::int64_t id : chosen)
        if (const auto* contact = sheet.contact(id))
            names.push_back(display_name(contact->contact));
    if (ui::button(
            names.empty() ? std::string(context.tr(texts::composer_contact))
                          : text::join(names, ", "),
            {.icon = icon::user,
             .tooltip = texts::composer_contact,
             .id = "person",
             .has_popup = true}
        ))
        ui::open_menu("persons");
    if (ui::Menu menu{"persons", {.width = 240, .name = texts::composer_contact}}) {
        if (menu.item(texts::nobody, {.checked = chosen.empty(), .checkable = true}))
            chosen.clear();
        for (const auto& contact : sheet.contacts) {
            const ui::Id id(contact.contact.id);
            const auto at = std::find(chosen.begin(), chosen.end(), contact.contact.id);
            const bool is_in = at != chosen.end();
            if (!menu.item(display_name(contact.contact), {.checked = is_in, .checkable = true}))
                continue;
            if (is_in)
                chosen.erase(at);
            else
                chosen.push_back(contact.contact.id);
        }
    }
}

void moment_ui(Composer& composer, Context& context) {
    std::string words = context.tr(composer.has_date ? texts::composer_date : texts::composer_now);
    if (composer.has_date && composer.date.is_set()) {
        words = short_date(composer.date, context);
        if (const int minutes = parse_typed_time(composer.time); minutes >= 0)
            words += " " + time_text(from_local(composer.date, minutes));
    }
    if (ui::button(
            words,
            {.icon = icon::clock,
             .tooltip = texts::composer_date,
             .id = "moment",
             .has_popup = true}
        )) {
        if (!composer.has_date)
            composer.date = today(context);
        ui::open_popover("moment-edit");
    }
    if (ui::Popover popover{
            "moment-edit", {.width = 248, .padding = 12, .name = texts::composer_date}}) {
        if (ui::date_field(texts::composer_date, composer.date, {.past = true}).changed)
            composer.has_date = true;
        if (ui::text_field(
                texts::composer_time,
                composer.time,
                {.placeholder = texts::composer_time_help, .mode = ui::InputMode::numeric}
            )
                .changed)
            composer.has_date = true;
        if (ui::button(texts::composer_now, {.size = ui::Size::md})) {
            composer.has_date = false;
            composer.time.clear();
            popover.close();
        }
    }
}

void duration_ui(Composer& composer) {
    if (composer.draft.kind != ActivityKind::call && composer.draft.kind != ActivityKind::meeting)
        return;
    ui::integer_field(
        texts::composer_duration,
        composer.minutes,
        {.field = {.hide_label = true, .width = 96, .size = ui::Size::sm},
         .placeholder = texts::composer_duration,
         .unit = texts::composer_minutes,
         .min = 0,
         .max = 14400,
         .duration = true}
    );
}

void foot_ui(ClientView& view, const net::ClientSheet& sheet, Context& context) {
    Composer& composer = view.composer;
    const bool narrow = ui::avail_width() < 640;
    const ui::Row row({.gap = 8, .wrap = narrow});
    direction_ui(composer, context);
    person_ui(composer, sheet, context);
    moment_ui(composer, context);
    duration_ui(composer);
    if (!narrow)
        ui::spring();
    const bool shared = composer.draft.visibility == ShareState::shared;
    const auto& label = share_state_choices[shared ? 1 : 0].label;
    if (ui::button(
            label,
            {.kind = shared ? ui::ButtonKind::portal : ui::ButtonKind::secondary,
             .icon = shared ? icon::world : icon::lock,
             .tooltip = texts::composer_visibility,
             .id = "visibility"}
        ))
        composer.draft.visibility = shared ? ShareState::internal : ShareState::shared;
    if (composer.editing && ui::button(texts::cancel, {.kind = ui::ButtonKind::ghost}))
        start_draft(composer);
    const bool busy = composer.ticket && !composer.ticket->done;
    const Text& verb = composer.editing ? texts::composer_save : texts::composer_send;
    if (ui::button(verb, {.kind = ui::ButtonKind::primary, .busy = busy, .id = "send"}))
        submit(view, context);
}

} // namespace

void client_composer_ui(ClientView& view, const net::ClientSheet& sheet, Context& context) {
    if (!may_on(context, Permission::activities_log, sheet))
        return;
    Composer& composer = view.composer;
    load_draft(view, context);
    follow(view, context);
    const ui::Id id("composer");
    const ui::a11y::Scope form("form", texts::composer_name);
    const ui::Card card({.padding_x = 8, .padding_y = 8, .elevation = ui::Elevation::button});
    kinds_ui(composer, context);
    const auto event = ui::text_field(
        texts::composer_name,
        composer.draft.body,
        {.field =
             {.error = composer.error, .hide_label = true, .id = "body", .focus = composer.focus},
         .placeholder = texts::composer_body,
         .max_length = 20000,
         .lines = 2,
         .plain = true}
    );
    composer.focus = false;
    if (event.changed)
        composer.error.clear();
    if (event.entered || (event.focused && context.pressed(Shortcut::submit)))
        submit(view, context);
    foot_ui(view, sheet, context);
    keep_draft(view, context);
}

} // namespace carnet::views
