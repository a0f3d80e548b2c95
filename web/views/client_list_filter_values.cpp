// The popovers in which the values of a filter are chosen: each changes a copy of the query; the
// list follows at once.
#include "shared/texts/app_common.hpp"
#include "shared/texts/app_list.hpp"
#include "web/views/client_list_filters.hpp"

#include <algorithm>

namespace carnet::views {

namespace {

using namespace app;
namespace tx = texts::list;

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

// Several words of a choice; its values count from 0, keys of a list from 1.
template <class Word, class LabelOf>
void word_list_ui(
    const char* id, const Text& name, std::vector<Word>& chosen, std::size_t count, LabelOf label_of
) {
    Ids keys;
    for (const Word word : chosen)
        keys.push_back(static_cast<std::int64_t>(word) + 1);
    std::vector<ui::SelectItem> items;
    for (std::size_t i = 0; i < count; ++i)
        items.push_back({.key = static_cast<std::int64_t>(i) + 1, .label = label_of(i)});
    if (!ui::option_list(id, keys, items, {.name = name, .multiple = true}))
        return;
    chosen.clear();
    for (const std::int64_t key : keys)
        chosen.push_back(static_cast<Word>(key - 1));
}

void state_list_ui(BookQuery& q) {
    word_list_ui(
        "states",
        tx::filter_state,
        q.states,
        client_state_choices.size(),
        [](std::size_t i) { return ui::client_state_label(static_cast<ClientState>(i)).str(); }
    );
}

void kind_list_ui(BookQuery& q) {
    word_list_ui("kinds", tx::filter_kind, q.kinds, client_kind_choices.size(), [](std::size_t i) {
        return ui::t(client_kind_choices[i].label);
    });
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

} // namespace

void open_filter(ClientListView& view, Context& context, ListFilter filter) {
    if (filter >= ListFilter::review) {
        BookQuery query = view.route.query;
        (filter == ListFilter::review ? query.review : query.archived) = true;
        return list_show(view, context, std::move(query));
    }
    begin_draft(view);
    ui::open_popover(filter_popover_id(filter));
}

void filter_popovers_ui(ClientListView& view, Context& context) {
    for (int i = 0; i < list_filter_count; ++i) {
        const auto filter = static_cast<ListFilter>(i);
        const bool fields = filter == ListFilter::value;
        ui::Popover popover(
            filter_popover_id(filter),
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

} // namespace carnet::views
