// Answering a query: filters on columns, then words, then totals; the rows in order come last.
// Answers are remembered.
#include "shared/book/book_data.hpp"

#include <algorithm>

namespace carnet {
namespace book {
namespace {

// With every right: they may change between two questions.
bool same_viewer(const Viewer& a, const Viewer& b) {
    if (!a || !b)
        return !a && !b;
    return a->user_id == b->user_id && a->role == b->role && a->grants == b->grants &&
           a->shared_clients == b->shared_clients;
}

bool same_filters(const Answer& a, const Answer& b) {
    return same_viewer(a.viewer, b.viewer) && a.minute == b.minute && a.revision == b.revision;
}

// What the narrower text finds, the wider one finds too: it only had less typed at its end.
bool is_wider(const BookQuery& wide, const BookQuery& narrow) {
    if (wide.text.size() >= narrow.text.size() || !narrow.text.starts_with(wide.text))
        return false;
    BookQuery same = wide;
    same.text = narrow.text;
    return same == narrow;
}

} // namespace

std::shared_ptr<const Answer> AnswerCache::find(const Answer& like) const {
    const std::lock_guard lock(_mutex);
    for (const auto& answer : _answers)
        if (answer && same_filters(*answer, like) && answer->query == like.query)
            return answer;
    return nullptr;
}

std::shared_ptr<const Answer> AnswerCache::find_wider(const Answer& like) const {
    const std::lock_guard lock(_mutex);
    std::shared_ptr<const Answer> best;
    for (const auto& answer : _answers)
        if (answer && same_filters(*answer, like) && is_wider(answer->query, like.query))
            if (!best || answer->totals.count < best->totals.count)
                best = answer;
    return best;
}

void AnswerCache::keep(std::shared_ptr<const Answer> answer) const {
    const std::lock_guard lock(_mutex);
    // What is out of date goes first.
    for (std::size_t i = 0; i < size; ++i)
        if (_answers[i] && _answers[i]->revision != answer->revision)
            _answers[i].reset();
    for (auto& place : _answers)
        if (!place)
            return void(place = std::move(answer));
    _answers[_next++ % size] = std::move(answer);
}

std::size_t AnswerCache::memory_bytes() const {
    const std::lock_guard lock(_mutex);
    std::size_t bytes = 0;
    for (const auto& answer : _answers)
        if (answer)
            bytes += sizeof(Answer) + answer->rows.size() * sizeof(std::uint64_t);
    return bytes;
}

} // namespace book

namespace {

using book::Bits;

constexpr std::int64_t minute_ms = 60'000;
constexpr std::int64_t day_ms = 86'400'000;

void keep_also(Bits& rows, const Bits& others) {
    for (std::size_t i = 0; i < rows.size(); ++i)
        rows[i] &= others[i];
}
void take_away(Bits& rows, const Bits& others) {
    for (std::size_t i = 0; i < rows.size(); ++i)
        rows[i] &= ~others[i];
}

bool contains(const Ids& ids, std::int64_t id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

// Which lists of tags a query takes.
std::vector<bool> fitting_lists(const book::ListTable& lists, const BookQuery& query) {
    std::vector<bool> fitting(lists.size());
    for (std::uint32_t i = 0; i < lists.size(); ++i) {
        const Ids& tags = lists.list(i);
        const auto has = [&](std::int64_t tag) { return contains(tags, tag); };
        const auto& with = query.tags_with;
        const auto& without = query.tags_without;
        fitting[i] = (with.empty() || std::any_of(with.begin(), with.end(), has)) &&
                     std::none_of(without.begin(), without.end(), has);
    }
    return fitting;
}

} // namespace

// can_see() is asked for each person in charge and for each team alone: what it allows for one of
// the people a client concerns it allows for the client. tests/shared/book_visibility_test.cpp
// holds it to that, row by row.
void Book::Data::keep_visible(const Actor& actor, Bits& rows) const {
    std::vector<bool> by_owner(owner_ids.size());
    for (std::uint32_t i = 0; i < owner_ids.size(); ++i)
        by_owner[i] = can_see(actor, {owner_ids.id(i), {}});
    std::vector<bool> by_team(assigned_lists.size());
    for (std::uint32_t i = 0; i < assigned_lists.size(); ++i)
        by_team[i] = can_see(actor, {0, assigned_lists.list(i)});
    book::filter(rows, [&](Slot slot) {
        return by_owner[owners[slot]] || by_team[assigned[slot]];
    });
}

void Book::Data::keep_filtered(
    const BookQuery& query, const book::Viewer& viewer, std::int64_t now_ms, Bits& rows
) const {
    if (query.archived)
        keep_also(rows, archived);
    else
        take_away(rows, archived);
    if (!query.states.empty()) {
        Bits any(rows.size());
        for (const ClientState state : query.states)
            for (std::size_t i = 0; i < any.size(); ++i)
                any[i] |= states[static_cast<std::size_t>(state)][i];
        keep_also(rows, any);
    }
    if (query.kinds.size() == 1) {
        if (query.kinds[0] == ClientKind::person)
            keep_also(rows, persons);
        else
            take_away(rows, persons);
    }
    if (viewer)
        keep_visible(*viewer, rows);
    if (!query.owners.empty()) {
        std::vector<bool> wanted(owner_ids.size());
        for (std::uint32_t i = 0; i < owner_ids.size(); ++i)
            wanted[i] = contains(query.owners, owner_ids.id(i));
        book::filter(rows, [&](Slot slot) { return wanted[owners[slot]]; });
    }
    if (!query.tags_with.empty() || !query.tags_without.empty()) {
        const std::vector<bool> fitting = fitting_lists(tag_lists, query);
        book::filter(rows, [&](Slot slot) { return fitting[tags[slot]]; });
    }
    if (query.projects != 0)
        book::filter(rows, [&](Slot slot) {
            return (active_projects[slot] > 0) == (query.projects == 1);
        });
    if (query.activity_days < 0)
        book::filter(rows, [&](Slot slot) { return last_activities[slot] == 0; });
    const auto on_clock = [this](std::int64_t wall_ms) {
        return utc_offset_minutes ? wall_ms - utc_offset_minutes(wall_ms) * minute_ms : wall_ms;
    };
    std::int64_t from = query.activity_from_ms == 0 ? 0 : on_clock(query.activity_from_ms);
    if (query.activity_days > 0)
        from = std::max(from, now_ms / minute_ms * minute_ms - query.activity_days * day_ms);
    const std::int64_t to = query.activity_to_ms == 0 ? INT64_MAX : on_clock(query.activity_to_ms);
    if (from != 0 || to != INT64_MAX)
        book::filter(rows, [&](Slot slot) {
            const std::int64_t at = last_activities[slot];
            return at != 0 && at >= from && at <= to;
        });
    if (query.value_min_cents != INT64_MIN || query.value_max_cents != INT64_MAX)
        book::filter(rows, [&](Slot slot) {
            return values[slot] >= query.value_min_cents && values[slot] <= query.value_max_cents;
        });
    if (query.review)
        book::filter(rows, [&](Slot slot) {
            const ClientFigures figures{
                .active_projects = active_projects[slot],
                .ended_projects = active_projects[slot] == 0 && progress[slot] == 100 ? 1 : 0,
                .last_activity_ms = last_activities[slot],
                .has_contact = !text(slot, book::RowText::contact_name).empty()};
            const auto kind = book::test(persons, slot) ? ClientKind::person : ClientKind::company;
            return to_review(kind, state(slot), figures, now_ms / minute_ms * minute_ms);
        });
}

BookTotals Book::Data::totals(const Bits& rows) const {
    BookTotals totals;
    for (std::size_t w = 0; w < rows.size(); ++w) {
        const std::uint64_t word = rows[w];
        if (word == 0)
            continue;
        totals.count += __builtin_popcountll(word);
        for (std::size_t s = 0; s < 4; ++s)
            totals.by_state[s] += __builtin_popcountll(word & states[s][w]);
        if (word == UINT64_MAX) {
            for (std::size_t i = w * 64; i < w * 64 + 64; ++i) {
                totals.value_cents += values[i];
                totals.running_value_cents += running_values[i];
            }
            continue;
        }
        for (std::uint64_t rest = word; rest != 0; rest &= rest - 1) {
            const std::size_t slot = w * 64 + static_cast<std::size_t>(__builtin_ctzll(rest));
            totals.value_cents += values[slot];
            totals.running_value_cents += running_values[slot];
        }
    }
    return totals;
}

std::shared_ptr<const book::Answer>
Book::Data::answer(const BookQuery& query, const book::Viewer& viewer, std::int64_t now_ms) const {
    auto fresh = std::make_shared<book::Answer>();
    fresh->query = query;
    fresh->query.sort = BookColumn::name;
    fresh->query.descending = false;
    fresh->viewer = viewer;
    fresh->minute = query.moves_with_time() ? now_ms / minute_ms : 0;
    fresh->revision = revision;
    if (auto known = answers.find(*fresh))
        return known;

    std::vector<book::SearchTerm> terms = book::search_terms(query.text);
    const bool has_numbers = std::any_of(terms.begin(), terms.end(), [](const auto& term) {
        return !term.numbers.empty();
    });
    // A number may be found in other places than its beginning was.
    const auto wider = terms.empty() || has_numbers ? nullptr : answers.find_wider(*fresh);
    if (wider)
        fresh->rows = wider->rows;
    else {
        fresh->rows = living;
        keep_filtered(query, viewer, now_ms, fresh->rows);
    }
    for (const auto& term : terms)
        for (const std::string& word : term.words)
            if (term.numbers.empty())
                grams.narrow(word, fresh->rows);
    // The longest word first: it leaves the fewest rows to the others.
    std::stable_sort(terms.begin(), terms.end(), [](const auto& a, const auto& b) {
        const auto size = [](const book::SearchTerm& term) {
            return term.words.empty() ? 0 : term.words[0].size();
        };
        return size(a) > size(b);
    });
    for (const auto& term : terms)
        keep_found(term, fresh->rows);
    fresh->totals = totals(fresh->rows);
    answers.keep(fresh);
    return fresh;
}

void Book::find(
    const BookQuery& query, const Actor* actor, std::int64_t now_ms, Result& result, BookPage page
) const {
    book::Viewer viewer;
    // Who sees a client that concerns nobody sees them all.
    if (actor && !can_see(*actor, {}))
        viewer = *actor;
    const auto answer = _data->answer(query, viewer, now_ms);
    result.totals = answer->totals;
    const auto count = static_cast<std::size_t>(answer->totals.count);
    if (page.offset >= count || page.limit == 0)
        return result.slots.clear();
    const std::size_t wanted = std::min(page.limit, count - page.offset);

    book::Order own;
    const book::Order* order = &_data->orders[static_cast<std::size_t>(query.sort)];
    if (!order->ready())
        order = &(own = _data->current_order(query.sort));
    result.slots.resize(wanted + 1);
    Slot* out = result.slots.data();
    std::size_t skip = page.offset;
    std::size_t n = 0;
    const Bits& rows = answer->rows;
    const auto visit = [&](const Slot slot) {
        // Written always, kept when it counts: a branch per row would cost more.
        const bool is_in = book::test(rows, slot);
        out[n] = slot;
        if (skip == 0)
            n += is_in;
        else
            skip -= is_in;
        return n < wanted;
    };
    const auto& slots = order->slots;
    const std::size_t filled = order->filled;
    bool more = true;
    if (query.descending) {
        for (std::size_t i = filled; more && i-- > 0;)
            more = visit(slots[i]);
    } else {
        for (std::size_t i = 0; more && i < filled; ++i)
            more = visit(slots[i]);
    }
    for (std::size_t i = filled; more && i < slots.size(); ++i)
        more = visit(slots[i]);
    result.slots.resize(n);
}

} // namespace carnet
