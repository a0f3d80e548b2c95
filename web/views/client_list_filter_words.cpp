// The filters in words: what they are called, whether one is in use, what stands on its chip.
#include "shared/core/money.hpp"
#include "shared/texts/app_list.hpp"
#include "web/views/client_list_filters.hpp"

#include <cmath>

namespace carnet::views {

namespace {

using namespace app;
namespace tx = texts::list;

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
    const auto money = [&](std::int64_t cents) {
        return format_money(cents, context.language, MoneyStyle::exact);
    };
    const bool has_min = q.value_min_cents != INT64_MIN, has_max = q.value_max_cents != INT64_MAX;
    if (has_min && has_max)
        return format_number(q.value_min_cents / 100, context.language) + " – " +
               money(q.value_max_cents);
    if (has_min)
        return fill(context.tr(tx::value_from), {{"min", money(q.value_min_cents)}});
    return fill(context.tr(tx::value_up_to), {{"max", money(q.value_max_cents)}});
}

} // namespace

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

const char* filter_popover_id(ListFilter filter) {
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

bool filter_in_use(const BookQuery& q, ListFilter filter) {
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

std::string filter_value(const BookQuery& q, ListFilter filter, const Context& context) {
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

} // namespace carnet::views
