// The filter bar (design.md §4.3): a search field, one chip per filter in use, ghost chips for the
// others, and the popover in which a filter's values are chosen. Several filters combine with AND,
// several values of one with OR.
#include "shared/core/money.hpp"
#include "shared/texts/app_common.hpp"
#include "shared/texts/app_list.hpp"
#include "web/app/list_memory.hpp"
#include "web/views/client_list_view.hpp"

#include <algorithm>
#include <cmath>

namespace carnet::views {

namespace {

using namespace app;
namespace tx = texts::list;

constexpr std::int64_t day_ms = 86'400'000;
constexpr float search_width = 220;

const Text& filter_label(ListFilter filter) {
    switch (filter) {
    case ListFilter::activity:
        return tx::filter_activity;
    case ListFilter::owner:
        return tx::filter_owner;
    case ListFilter::value:
        return tx::filter_value;
    case ListFilter::tags:
        return tx::filter_tags;
    case ListFilter::state:
        return tx::filter_state;
    case ListFilter::projects:
        return tx::filter_projects;
    case ListFilter::kind:
        return tx::filter_kind;
    case ListFilter::review:
        return tx::filter_review;
    case ListFilter::archived:
        break;
    }
    return tx::filter_archived;
}

const char* popover_id(ListFilter filter) {
    constexpr const char* ids[] = {
        "f-activity",
        "f-owner",
        "f-value",
        "f-tags",
        "f-state",
        "f-projects",
        "f-kind",
        "f-review",
        "f-archived"};
    return ids[static_cast<std::size_t>(filter)];
}

bool in_use(const BookQuery& q, ListFilter filter) {
    switch (filter) {
    case ListFilter::activity:
        return q.activity_days != 0 || q.activity_from_ms != 0 || q.activity_to_ms != 0;
    case ListFilter::owner:
        return !q.owners.empty();
    case ListFilter::value:
        return q.value_min_cents != INT64_MIN || q.value_max_cents != INT64_MAX;
    case ListFilter::tags:
        return !q.tags_with.empty() || !q.tags_without.empty();
    case ListFilter::state:
        return !q.states.empty();
    case ListFilter::projects:
        return q.projects != 0;
    case ListFilter::kind:
        return !q.kinds.empty();
    case ListFilter::review:
        return q.review;
    case ListFilter::archived:
        break;
    }
    return q.archived;
}

void remove_filter(BookQuery& q, ListFilter filter) {
    const BookQuery none;
    switch (filter) {
    case ListFilter::activity:
        q.activity_days = 0, q.activity_from_ms = q.activity_to_ms = 0;
        return;
    case ListFilter::owner:
        q.owners.clear();
        return;
    case ListFilter::value:
        q.value_min_cents = none.value_min_cents, q.value_max_cents = none.value_max_cents;
        return;
    case ListFilter::tags:
        q.tags_with.clear(), q.tags_without.clear();
        return;
    case ListFilter::state:
        q.states.clear();
        return;
    case ListFilter::projects:
        q.projects = 0;
        return;
    case ListFilter::kind:
        q.kinds.clear();
        return;
    case ListFilter::review:
        q.review = false;
        return;
    case ListFilter::archived:
        q.archived = false;
        return;
    }
}

void join(std::string& out, std::string_view word) {
    if (!out.empty())
        out += ", ";
    out += word;
}

std::string day_text(std::int64_t ms, const Context& context) {
    return short_date(
        Date{static_cast<std::int32_t>(
            std::floor(static_cast<double>(ms) / static_cast<double>(day_ms))
        )},
        context
    );
}

std::string activity_text(const BookQuery& q, const Context& context) {
    if (q.activity_days < 0)
        return context.tr(tx::activity_never);
    if (q.activity_days > 0)
        return fill(context.tr(tx::activity_days), {{"n", std::to_string(q.activity_days)}});
    if (q.activity_from_ms && q.activity_to_ms)
        return day_text(q.activity_from_ms, context) + " – " + day_text(q.activity_to_ms, context);
    if (q.activity_from_ms)
        return fill(
            context.tr(tx::activity_since), {{"date", day_text(q.activity_from_ms, context)}}
        );
    return fill(context.tr(tx::activity_until), {{"date", day_text(q.activity_to_ms, context)}});
}

std::string value_text(const BookQuery& q, const Context& context) {
    const auto money = [&](std::int64_t cents) { return format_money(cents, context.language); };
    const bool has_min = q.value_min_cents != INT64_MIN, has_max = q.value_max_cents != INT64_MAX;
    if (has_min && has_max)
        return format_number(q.value_min_cents / 100, context.language) + " – " +
               money(q.value_max_cents);
    if (has_min)
        return fill(context.tr(tx::value_from), {{"min", money(q.value_min_cents)}});
    return fill(context.tr(tx::value_up_to), {{"max", money(q.value_max_cents)}});
}

std::string chip_value(const BookQuery& q, ListFilter filter, const Context& context) {
    std::string out;
    switch (filter) {
    case ListFilter::activity:
        return activity_text(q, context);
    case ListFilter::value:
        return value_text(q, context);
    case ListFilter::projects:
        return context.tr(q.projects == 1 ? tx::projects_active : tx::projects_none);
    case ListFilter::owner:
        for (const std::int64_t id : q.owners) {
            const std::string name =
                id == 0 ? context.tr(tx::filter_nobody) : context.words().user_name(id);
            join(out, std::string_view(name).substr(0, name.find(' ')));
        }
        return out;
    case ListFilter::tags:
        for (const std::int64_t id : q.tags_with.empty() ? q.tags_without : q.tags_with)
            if (const Tag* tag = context.words().tag(id))
                join(out, tag->name);
        return out;
    case ListFilter::state:
        for (const ClientState state : q.states)
            join(out, ui::client_state_label(state).view());
        return out;
    case ListFilter::kind:
        for (const ClientKind kind : q.kinds)
            join(out, context.tr(client_kind_choices[static_cast<std::size_t>(kind)].label));
        return out;
    case ListFilter::review:
    case ListFilter::archived:
        break;
    }
    return out;
}

void begin_draft(ClientListView& view) {
    const BookQuery& q = view.route.query;
    FilterDraft& draft = view.draft;
    draft = {};
    if (q.value_min_cents != INT64_MIN)
        draft.min = q.value_min_cents;
    if (q.value_max_cents != INT64_MAX)
        draft.max = q.value_max_cents;
    if (q.activity_from_ms)
        draft.from = Date{static_cast<std::int32_t>(q.activity_from_ms / day_ms)};
    if (q.activity_to_ms)
        draft.to = Date{static_cast<std::int32_t>(q.activity_to_ms / day_ms)};
    draft.tags_side = q.tags_with.empty() && !q.tags_without.empty() ? 1 : 0;
}

void open_filter(ClientListView& view, Context& context, ListFilter filter) {
    if (filter >= ListFilter::review) {
        BookQuery query = view.route.query;
        (filter == ListFilter::review ? query.review : query.archived) = true;
        return list_show(view, context, std::move(query));
    }
    begin_draft(view);
    ui::open_popover(popover_id(filter));
}

// --- Popovers: each changes a copy of the query; the list follows at once.

void state_list_ui(BookQuery& q) {
    Ids keys;
    for (const ClientState state : q.states)
        keys.push_back(static_cast<std::int64_t>(state) + 1);
    std::vector<ui::SelectItem> items;
    for (std::size_t i = 0; i < client_state_choices.size(); ++i)
        items.push_back(
            {.key = static_cast<std::int64_t>(i) + 1,
             .label = ui::client_state_label(static_cast<ClientState>(i)).str()}
        );
    if (!ui::option_list("states", keys, items, {.name = tx::filter_state, .multiple = true}))
        return;
    q.states.clear();
    for (const std::int64_t key : keys)
        q.states.push_back(static_cast<ClientState>(key - 1));
}

void kind_list_ui(BookQuery& q) {
    Ids keys;
    for (const ClientKind kind : q.kinds)
        keys.push_back(static_cast<std::int64_t>(kind) + 1);
    std::vector<ui::SelectItem> items;
    for (std::size_t i = 0; i < client_kind_choices.size(); ++i)
        items.push_back(
            {.key = static_cast<std::int64_t>(i) + 1, .label = ui::t(client_kind_choices[i].label)}
        );
    if (!ui::option_list("kinds", keys, items, {.name = tx::filter_kind, .multiple = true}))
        return;
    q.kinds.clear();
    for (const std::int64_t key : keys)
        q.kinds.push_back(static_cast<ClientKind>(key - 1));
}

// The key of "nobody" in the list of people; identifiers are positive.
constexpr std::int64_t nobody_key = INT64_MAX;

void owner_list_ui(BookQuery& q, const Context& context) {
    Ids keys = q.owners;
    std::replace(keys.begin(), keys.end(), std::int64_t{0}, nobody_key);
    std::vector<ui::SelectItem> items;
    for (const auto& user : context.words().users)
        if (user.is_active || std::find(keys.begin(), keys.end(), user.id) != keys.end())
            items.push_back(
                {.key = user.id, .label = user.name, .avatar = static_cast<std::uint64_t>(user.id)}
            );
    items.push_back({.key = nobody_key, .label = context.tr(tx::filter_nobody)});
    if (!ui::option_list(
            "owners",
            keys,
            items,
            {.name = tx::filter_owner_long, .filter = items.size() > 10, .multiple = true}
        ))
        return;
    std::replace(keys.begin(), keys.end(), nobody_key, std::int64_t{0});
    q.owners = keys;
}

void tag_list_ui(ClientListView& view, BookQuery& q, const Context& context) {
    const ui::SegmentItem sides[] = {{ui::t(tx::filter_with)}, {ui::t(tx::filter_without)}};
    ui::space(4);
    {
        const ui::Row row({.padding = 4});
        // The chosen tags change sides with the switch.
        if (ui::segmented(tx::filter_tags, view.draft.tags_side, sides))
            std::swap(q.tags_with, q.tags_without);
    }
    std::vector<ui::SelectItem> items;
    for (const Tag& tag : context.words().tags)
        items.push_back({.key = tag.id, .label = tag.name, .dot = ui::tag_color(tag.color)});
    if (items.empty())
        return ui::caption(tx::no_words);
    Ids& keys = view.draft.tags_side == 0 ? q.tags_with : q.tags_without;
    ui::option_list(
        "tags",
        keys,
        items,
        {.name = tx::filter_tags, .filter = items.size() > 10, .multiple = true}
    );
}

bool projects_list_ui(BookQuery& q) {
    Ids keys = {q.projects + 1};
    const ui::SelectItem items[] = {
        {.key = 1, .label = ui::t(tx::projects_any)},
        {.key = 2, .label = ui::t(tx::projects_active)},
        {.key = 3, .label = ui::t(tx::projects_none)}};
    if (!ui::option_list("projects", keys, items, {.name = tx::filter_projects}) || keys.empty())
        return false;
    q.projects = static_cast<int>(keys[0] - 1);
    return true;
}

bool activity_list_ui(ClientListView& view, BookQuery& q) {
    constexpr int days[] = {7, 30, 90, 180, 365};
    std::vector<ui::SelectItem> items;
    items.push_back({.key = 1'000, .label = ui::t(tx::activity_any)});
    for (const int n : days)
        items.push_back(
            {.key = n, .label = fill(ui::t(tx::activity_days), {{"n", std::to_string(n)}})}
        );
    items.push_back({.key = 2'000, .label = ui::t(tx::activity_never)});
    const bool own = q.activity_from_ms || q.activity_to_ms;
    Ids keys = {
        q.activity_days < 0   ? 2'000
        : q.activity_days > 0 ? q.activity_days
        : own                 ? 0
                              : 1'000};
    bool chosen = false;
    if (ui::option_list("activity", keys, items, {.name = tx::filter_activity}) && !keys.empty()) {
        q.activity_days = keys[0] == 2'000 ? -1 : keys[0] == 1'000 ? 0 : static_cast<int>(keys[0]);
        q.activity_from_ms = q.activity_to_ms = 0;
        chosen = true;
    }
    ui::separator(4);
    FilterDraft& draft = view.draft;
    ui::Columns columns({1, 1}, {.gap = 8, .stack_on_phone = false});
    bool changed =
        ui::date_field(tx::activity_from, draft.from, {.field = {.size = ui::Size::sm}}).changed;
    columns.next();
    changed =
        ui::date_field(tx::activity_to, draft.to, {.field = {.size = ui::Size::sm}}).changed ||
        changed;
    if (!changed)
        return chosen;
    q.activity_days = 0;
    q.activity_from_ms = draft.from.is_set() ? draft.from.days * day_ms : 0;
    q.activity_to_ms = draft.to.is_set() ? draft.to.days * day_ms + day_ms - 1 : 0;
    return false;
}

bool value_fields_ui(ClientListView& view, BookQuery& q) {
    FilterDraft& draft = view.draft;
    bool entered = false, changed = false;
    {
        ui::Columns columns({1, 1}, {.gap = 8, .stack_on_phone = false});
        const auto min = ui::money_field(
            tx::value_min, draft.min, {.field = {.size = ui::Size::sm}, .unit = "€"}
        );
        columns.next();
        const auto max = ui::money_field(
            tx::value_max, draft.max, {.field = {.size = ui::Size::sm}, .unit = "€"}
        );
        entered = min.entered || max.entered;
        changed = min.changed || max.changed || min.left || max.left;
    }
    if (changed || entered) {
        q.value_min_cents = draft.min.value_or(INT64_MIN);
        q.value_max_cents = draft.max.value_or(INT64_MAX);
    }
    return entered;
}

// True when the popover has done its work.
bool filter_body_ui(ClientListView& view, Context& context, ListFilter filter, BookQuery& q) {
    switch (filter) {
    case ListFilter::state:
        return state_list_ui(q), false;
    case ListFilter::kind:
        return kind_list_ui(q), false;
    case ListFilter::owner:
        return owner_list_ui(q, context), false;
    case ListFilter::tags:
        return tag_list_ui(view, q, context), false;
    case ListFilter::projects:
        return projects_list_ui(q);
    case ListFilter::activity:
        return activity_list_ui(view, q);
    case ListFilter::value:
        return value_fields_ui(view, q);
    case ListFilter::review:
    case ListFilter::archived:
        break;
    }
    return false;
}

void popovers_ui(ClientListView& view, Context& context) {
    for (int i = 0; i < list_filter_count; ++i) {
        const auto filter = static_cast<ListFilter>(i);
        const bool fields = filter == ListFilter::value;
        ui::Popover popover(
            popover_id(filter),
            {.width = 280, .padding = fields ? 12.0f : 4.0f, .name = filter_label(filter)}
        );
        if (!popover)
            continue;
        BookQuery query = view.route.query;
        const bool done = filter_body_ui(view, context, filter, query);
        list_show(view, context, std::move(query));
        if (done)
            popover.close();
    }
}

void search_ui(ClientListView& view, Context& context, float width) {
    BookQuery query = view.route.query;
    const auto event = ui::search_field(
        tx::list_search,
        query.text,
        {.field = {.width = width, .id = "search", .focus = view.focus_search},
         .max_length = 120,
         .shortcut = "/",
         .down_key = true}
    );
    view.focus_search = false;
    tell_rect("filter", event.box);
    if (event.changed || event.cleared)
        list_show(view, context, std::move(query));
    if (event.escaped && !view.route.query.text.empty()) {
        query = view.route.query;
        query.text.clear();
        list_show(view, context, std::move(query));
    }
    view.search_entered = event.entered;
    view.search_down = event.down;
}

void used_chips_ui(ClientListView& view, Context& context) {
    for (int i = 0; i < list_filter_count; ++i) {
        const auto filter = static_cast<ListFilter>(i);
        const BookQuery& q = view.route.query;
        if (!in_use(q, filter))
            continue;
        const std::string value = chip_value(q, filter, context);
        const bool without = filter == ListFilter::tags && q.tags_with.empty();
        const std::string label = context.tr(filter_label(filter));
        const auto event = ui::chip(
            label,
            {.value = value,
             .word = without ? ui::Label(tx::filter_without_word) : ui::Label(),
             .active = true,
             .removable = true,
             .open = ui::popover_is_open(popover_id(filter)),
             .id = popover_id(filter),
             .remove_name = fill(context.tr(tx::filter_remove), {{"name", label}})}
        );
        if (event == ui::ChipEvent::removed) {
            BookQuery query = q;
            remove_filter(query, filter);
            list_show(view, context, std::move(query));
        } else if (event == ui::ChipEvent::clicked && filter < ListFilter::review)
            open_filter(view, context, filter);
    }
}

void more_filters_ui(ClientListView& view, Context& context, std::span<const ListFilter> rest) {
    if (rest.empty())
        return;
    if (ui::chip_add(tx::filter_add, "more-filters"))
        ui::open_menu("more-filters-menu");
    int wanted = -1;
    if (ui::Menu menu{"more-filters-menu", {.name = tx::filter_add}})
        for (const ListFilter filter : rest)
            if (menu.item(filter_label(filter)))
                wanted = static_cast<int>(filter);
    if (wanted >= 0)
        open_filter(view, context, static_cast<ListFilter>(wanted));
}

// As many ghost chips as there is room for; the others in a menu.
void ghost_chips_ui(ClientListView& view, Context& context, float right) {
    const auto width_of = [&](const Text& label) {
        return 40 + std::ceil(ui::text_width(context.tr(label)));
    };
    std::vector<ListFilter> rest;
    for (const auto filter :
         {ListFilter::state,
          ListFilter::owner,
          ListFilter::tags,
          ListFilter::projects,
          ListFilter::activity,
          ListFilter::value,
          ListFilter::kind,
          ListFilter::review,
          ListFilter::archived}) {
        if (in_use(view.route.query, filter))
            continue;
        const float needed = width_of(filter_label(filter)) + width_of(tx::filter_add);
        if (!rest.empty() || ui::cursor().x + needed > right)
            rest.push_back(filter);
        else if (ui::chip_add(filter_label(filter), popover_id(filter)))
            open_filter(view, context, filter);
    }
    more_filters_ui(view, context, rest);
}

} // namespace

void list_filters_ui(ClientListView& view, Context& context, ui::Rect box) {
    const ui::a11y::Scope scope("search", tx::list_filters);
    {
        const ui::Bar bar(
            box, {.gap = 6, .line = ui::is_phone() ? ui::Color::line_1 : ui::Color::clear}
        );
        const float reset = is_filtered(view.route.query) ? 110.0f : 0.0f;
        if (ui::is_phone()) {
            search_ui(view, context, box.w - 32 - 100);
            std::vector<ListFilter> all;
            for (int i = 0; i < list_filter_count; ++i)
                all.push_back(static_cast<ListFilter>(i));
            more_filters_ui(view, context, all);
        } else {
            search_ui(view, context, search_width);
            ui::separator();
            used_chips_ui(view, context);
            ghost_chips_ui(view, context, box.right() - 16 - reset);
            ui::spring();
            if (reset > 0 &&
                ui::button(tx::filter_reset, {.kind = ui::ButtonKind::ghost, .size = ui::Size::xs}))
                list_show(view, context, without_filters(view.route.query));
        }
    }
    popovers_ui(view, context);
}

} // namespace carnet::views
