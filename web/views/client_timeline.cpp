// The timeline (CF-31, FS-15): what happened with this client, latest first, grouped by day; and
// the tab that holds it.
#include "shared/core/text.hpp"
#include "shared/texts/app_activity.hpp"
#include "shared/texts/app_client.hpp"
#include "shared/texts/app_common.hpp"
#include "shared/texts/app_documents.hpp"
#include "web/views/client_list_view.hpp"
#include "web/views/client_view.hpp"
#include "web/views/paged_list.hpp"

#include <optional>

namespace carnet::views {

namespace {

using namespace app;

struct FilterRow {
    Text label;
    std::string_view kinds;
};
constexpr FilterRow filter_rows[] = {
    {texts::filter_all, ""},
    {texts::filter_exchanges, "call,email,sms,meeting,message"},
    {texts::filter_notes, "note"},
    {texts::filter_projects, "project,delivery"},
    {texts::tab_documents, "file"},
    {texts::filter_states, "state_change,import"},
    {texts::filter_portal, "portal_visit"},
};

// By kind of activity.
constexpr ui::Tone tones[] = {
    ui::Tone::info,
    ui::Tone::mute,
    ui::Tone::mute,
    ui::Tone::ok,
    ui::Tone::mute,
    ui::Tone::warn,
    ui::Tone::info,
    ui::Tone::mute,
    ui::Tone::warn,
    ui::Tone::mute,
    ui::Tone::share,
    ui::Tone::share};
static_assert(std::size(tones) == std::size(activity_kind_choices));

const char* icon_of(const Activity& activity) {
    const bool called =
        activity.kind == ActivityKind::call && activity.direction == Direction::incoming;
    return called ? icon::phone_incoming : activity_icon(activity.kind);
}

const Text& title_of(const Activity& activity) {
    const bool in = activity.direction == Direction::incoming;
    const bool known = activity.direction != Direction::none;
    if (activity.kind == ActivityKind::call && known)
        return in ? texts::call_in : texts::call_out;
    if (activity.kind == ActivityKind::email && known)
        return in ? texts::email_in : texts::email_out;
    if (activity.kind == ActivityKind::sms && known)
        return in ? texts::sms_in : texts::sms_out;
    return activity_kind_choices[static_cast<std::size_t>(activity.kind)].label;
}

// " de Claire Fontaine, 12 min"
std::string
rest_of_title(const Activity& activity, const net::ClientSheet& sheet, const Context& context) {
    std::vector<std::string> names;
    for (const auto id : activity.contact_ids)
        if (const auto* contact = sheet.contact(id))
            names.push_back(display_name(contact->contact));
    std::string out;
    if (!names.empty()) {
        const Text& pattern = activity.direction == Direction::incoming   ? texts::with_person
                              : activity.direction == Direction::outgoing ? texts::to_person
                                                                          : texts::and_person;
        out = fill(context.tr(pattern), {{"name", text::join(names, ", ")}});
    }
    if (activity.duration_minutes)
        out += ", " + duration_text(activity.duration_minutes);
    return out;
}

bool may_change(const Activity& activity, const net::ClientSheet& sheet, const Context& context) {
    if (activity.kind >= ActivityKind::state_change)
        return false;
    const bool own = activity.created_by == context.actor().user_id;
    return may_on(context, own ? Permission::activities_log : Permission::clients_edit, sheet);
}

void edit_activity(ClientView& view, const Activity& activity, std::int64_t version) {
    Composer& composer = view.composer;
    composer.draft = activity;
    composer.original = activity;
    composer.minutes.reset();
    if (activity.duration_minutes)
        composer.minutes = activity.duration_minutes;
    composer.has_date = true;
    composer.date = local_date(activity.happened_at);
    composer.time = time_text(activity.happened_at);
    composer.editing = activity.id;
    composer.version = version;
    composer.focus = true;
}

void menu_ui(ClientView& view, const Activity& activity, std::int64_t version) {
    if (ui::icon_button(
            icon::dots, texts::activity_menu, {.size = ui::Size::xs, .has_popup = true}
        ))
        ui::open_menu("activity");
    if (ui::Menu menu{"activity", {.width = 180, .align_right = true}}) {
        if (menu.item(texts::activity_edit, {.icon = icon::pencil}))
            edit_activity(view, activity, version);
        menu.separator();
        if (menu.item(texts::activity_delete, {.icon = icon::trash, .destructive = true})) {
            view.asking_delete_activity = activity.id;
            view.asking = true;
        }
    }
}

void foot_ui(const Activity& activity, const Context& context) {
    const ui::Row row({.height = 20, .gap = 8});
    const std::string by = context.words().user_name(activity.created_by);
    if (!by.empty()) {
        ui::avatar(
            by,
            static_cast<std::uint64_t>(activity.created_by.id),
            {.size = 20, .hidden_from_mirror = true}
        );
        ui::text(by, {.color = ui::Color::text_3, .type = ui::Type::small});
    }
    // What clients are asked to approve, they see.
    const bool shared =
        activity.visibility == ShareState::shared || activity.kind == ActivityKind::delivery;
    if (activity.kind >= ActivityKind::state_change && !shared)
        return;
    const ui::Color color = shared ? ui::Color::share_text : ui::Color::text_3;
    ui::icon(shared ? icon::world : icon::lock, {.size = 14, .color = color});
    ui::text(share_state_choices[shared ? 1 : 0].label, {.color = color, .type = ui::Type::small});
}

void entry_ui(
    ClientView& view,
    const Activity& activity,
    const net::ClientSheet& sheet,
    std::int64_t version,
    Context& context
) {
    const ui::Id id(activity.id);
    const auto tone = ui::colors_of(tones[static_cast<std::size_t>(activity.kind)]);
    const ImVec2 from = ui::cursor();
    const ui::Rect disc{from.x, from.y, 28, 28};
    ui::draw::circle(disc.center(), 14, ui::color(tone.soft));
    ui::draw::icon(disc.center(), icon_of(activity), 16, tone.text);
    const float width = ui::avail_width() - 40;
    // Each line starts right of the disc.
    const auto indent = [&] { ui::at(from.x + 40, ui::cursor().y); };
    ui::at(from.x + 40, from.y + 4);
    const ui::Width limit(width);
    const std::string rest = rest_of_title(activity, sheet, context);
    const ui::a11y::Scope item("listitem", std::string(context.tr(title_of(activity))) + rest);
    const ui::Column column(4);
    const std::string title = context.tr(title_of(activity)),
                      time = time_text(activity.happened_at);
    const bool may = may_change(activity, sheet, context);
    // Who and how long stand beside the title where there is room, else below it.
    const float taken = ui::text_width(title, {.weight = ui::Weight::semibold}) +
                        ui::text_width(time) + (may ? 40.0f : 12.0f);
    const bool beside = ui::text_width(rest) + 1 <= width - taken;
    {
        const ui::Row row({.height = 20, .gap = 0, .width = width});
        ui::text(title, {.weight = ui::Weight::semibold});
        if (beside)
            ui::text(rest);
        ui::spring();
        ui::text(time, {.color = ui::Color::text_3});
        if (may)
            menu_ui(view, activity, version);
    }
    indent();
    if (!beside)
        ui::paragraph(text::trim(rest));
    indent();
    if (!activity.body.empty())
        ui::paragraph(activity.body, {.color = ui::Color::text_2});
    indent();
    foot_ui(activity, context);
    indent();
    ui::space(8);
    const float bottom = ui::cursor().y;
    ui::draw::fill(
        {from.x + 13, from.y + 34, 2, std::max(0.0f, bottom - from.y - 40)}, ui::Color::line_1
    );
    ui::at(from.x, bottom);
}

void day_ui(Date date, const Context& context) {
    ui::space(4);
    const ui::Row row({.height = 24, .gap = 12});
    ui::heading(
        day_title(date, context), {.level = 3, .type = ui::Type::small, .color = ui::Color::text_2}
    );
    const ui::Rect line = ui::place(ui::fill, 1);
    ui::draw::fill(line, ui::Color::line_1);
}

bool matches(const Activity& activity, std::string_view key) {
    return key.empty() || text::fold(activity.body).find(key) != std::string::npos;
}

void pills_ui(ClientView& view, Context& context) {
    std::vector<ui::SegmentItem> items;
    for (const auto& filter : filter_rows)
        items.push_back({.label = context.tr(filter.label)});
    if (ui::pill_group(texts::timeline_filter, view.timeline.index, items))
        view.timeline.cursors.clear();
}

void search_ui(ClientView& view, float width) {
    ui::search_field(
        texts::timeline_search,
        view.timeline_search,
        {.field = {.width = width, .size = ui::Size::sm}, .clear_button = true}
    );
}

// The search stands beside the pills where both have room; a phone's pills take lines enough.
void filters_ui(ClientView& view, Context& context) {
    constexpr float room_for_both = 680, search_width = 220;
    if (ui::avail_width() < room_for_both) {
        pills_ui(view, context);
        if (!ui::is_phone())
            search_ui(view, ui::fill);
        return;
    }
    const ui::Row row({.height = 36});
    pills_ui(view, context);
    ui::spring();
    search_ui(view, search_width);
}

void delete_question_ui(ClientView& view, Context& context) {
    if (!view.asking_delete_activity)
        return;
    const auto answer = ui::confirm(
        "delete-activity",
        view.asking,
        {.title = texts::activity_delete_title,
         .verb = texts::activity_delete_verb,
         .icon = icon::trash,
         .danger = true}
    );
    if (answer == ui::Answer::yes) {
        Write write{
            .request = {
                .method = "DELETE",
                .path = "/api/activities/" + std::to_string(view.asking_delete_activity)}};
        write.toast = context.tr(texts::activity_deleted);
        write.client_id = view.id;
        context.send(std::move(write));
    }
    if (answer != ui::Answer::none || !view.asking)
        view.asking_delete_activity = 0;
}

} // namespace

void client_timeline_ui(ClientView& view, const net::ClientSheet& sheet, Context& context) {
    if (!may_on(context, Permission::history_read, sheet)) {
        ui::note(texts::timeline_denied, {.tone = ui::Tone::mute, .icon = icon::lock});
        return;
    }
    filters_ui(view, context);
    const std::string_view kinds = filter_rows[view.timeline.index].kinds;
    const std::string key = text::fold(view.timeline_search);
    const ui::a11y::Scope region("region", texts::timeline_name);
    std::optional<ui::a11y::Scope> list; // Of one day, under its heading.
    Date day;
    bool any = false;
    std::string next;
    for (const auto& cursor : all_pages(view.timeline.cursors)) {
        const auto& page = context.api.timeline(view.id, kinds, cursor);
        if (!page.value) {
            list.reset();
            if (missing_ui(page, texts::timeline_name))
                context.api.touched(view.id);
            return;
        }
        for (const auto& activity : page.value->items) {
            if (!matches(activity, key))
                continue;
            any = true;
            const Date date = local_date(activity.happened_at);
            if (!(date == day)) {
                list.reset();
                day_ui(date, context);
                list.emplace("list", day_title(date, context));
            }
            day = date;
            entry_ui(view, activity, sheet, page.value->version, context);
        }
        next = page.value->next;
    }
    list.reset();
    if (!next.empty()) {
        if (ui::button(texts::more, {.kind = ui::ButtonKind::ghost}))
            view.timeline.cursors.push_back(next);
    } else if (!any && view.timeline.index == 0 && key.empty()) {
        ui::space(16);
        ui::empty_state({.title = texts::timeline_empty_title, .text = texts::timeline_empty});
    } else if (!any) {
        ui::text(texts::timeline_filtered, {.color = ui::Color::text_3});
    }
    delete_question_ui(view, context);
}

void client_activity_ui(
    ClientView& view, const net::ClientSheet& sheet, Context& context, ui::Rect box
) {
    constexpr float aside_width = 316;
    const bool aside = box.w > 820;
    if (aside) {
        const ui::Region region(
            "aside",
            box.cut_right(aside_width + 16),
            {.padding_x = 16, .padding_y = 16, .role = "complementary", .name = texts::tab_sheet}
        );
        client_figures_ui(sheet, context);
        client_memo_ui(view, sheet, context);
        client_addresses_ui(view, sheet, context);
        client_tasks_ui(view, sheet, context);
    }
    const ui::Region region(
        "activity",
        box,
        {.padding_x = ui::is_phone() ? 16.0f : 20.0f,
         .padding_y = 16,
         .role = "main",
         .name = texts::tab_activity}
    );
    client_composer_ui(view, sheet, context);
    if (!aside && !ui::is_phone())
        client_memo_ui(view, sheet, context);
    client_timeline_ui(view, sheet, context);
    ui::space(24);
}

} // namespace carnet::views
