// The book's columns: putting rows in, taking them out, reading them.
#include "shared/book/book.hpp"

#include "shared/book/book_data.hpp"
#include "shared/core/text.hpp"

#include <algorithm>

namespace carnet {
namespace {

using book::RowText;
using book::SortKey;

constexpr std::array<std::string_view, book::column_count> column_names = {
    "name",
    "reference",
    "state",
    "contact",
    "projects",
    "last_activity",
    "value",
    "owner",
    "city",
    "created",
};

constexpr std::uint32_t bit(BookColumn column) {
    return 1u << static_cast<unsigned>(column);
}
constexpr std::uint32_t all_columns = (1u << book::column_count) - 1;

SortKey text_key(std::string_view text) {
    if (text.empty())
        return {1, {}};
    return {0, text::french_sort_key(text)};
}

template <class To>
To clamped(std::int64_t n) {
    return static_cast<To>(std::clamp<std::int64_t>(n, 0, std::numeric_limits<To>::max()));
}

} // namespace

std::string_view column_name(BookColumn column) {
    return column_names[static_cast<std::size_t>(column)];
}

bool parse_column(std::string_view name, BookColumn& column) {
    for (std::size_t i = 0; i < column_names.size(); ++i)
        if (column_names[i] == name)
            return column = static_cast<BookColumn>(i), true;
    return false;
}

SortKey Book::Data::key(BookColumn column, Slot slot) const {
    switch (column) {
    case BookColumn::name:
        return text_key(text(slot, RowText::name));
    case BookColumn::reference:
        return text_key(text(slot, RowText::reference));
    case BookColumn::contact:
        return text_key(text(slot, RowText::contact_name));
    case BookColumn::city:
        return text_key(city_words.word(cities[slot]));
    case BookColumn::state:
        return {static_cast<std::int64_t>(state(slot)), {}};
    case BookColumn::projects:
        return {active_projects[slot] == 0 ? 0 : active_projects[slot] * 1000 + progress[slot], {}};
    case BookColumn::last_activity:
        return {last_activities[slot], {}};
    case BookColumn::value:
        return {values[slot], {}};
    case BookColumn::created:
        return {created[slot], {}};
    case BookColumn::owner: {
        const auto known = owner_keys.find(owner_ids.id(owners[slot]));
        return known == owner_keys.end() ? SortKey{1, {}} : SortKey{0, known->second};
    }
    case BookColumn::column_count:
        break;
    }
    return {};
}

ClientState Book::Data::state(Slot slot) const {
    for (std::size_t s = 0; s + 1 < states.size(); ++s)
        if (book::test(states[s], slot))
            return static_cast<ClientState>(s);
    return ClientState::suspended;
}

Slot Book::Data::take_slot(std::int64_t new_id) {
    if (!free_slots.empty()) {
        const Slot slot = free_slots.back();
        free_slots.pop_back();
        ids[slot] = new_id;
        return slot;
    }
    const auto slot = static_cast<Slot>(ids.size());
    ids.push_back(new_id);
    const std::size_t words = book::words_for(ids.size());
    if (living.size() < words) {
        for (book::Bits* bits :
             {&living, &archived, &persons, &states[0], &states[1], &states[2], &states[3]})
            bits->resize(words);
    }
    for (auto* column : {&values, &running_values, &last_activities, &created})
        column->push_back(0);
    for (auto* column : {&owners, &tags, &assigned, &cities, &roles})
        column->push_back(0);
    active_projects.push_back(0);
    progress.push_back(0);
    activity_kinds.push_back(0);
    return slot;
}

void Book::Data::write(Slot slot, const BookRow& row) {
    values[slot] = row.value_cents;
    running_values[slot] = row.running_value_cents;
    last_activities[slot] = row.last_activity_ms;
    created[slot] = row.created_ms;
    owners[slot] = owner_ids.index_of(row.owner_id);
    tags[slot] = tag_lists.index_of(row.tag_ids);
    assigned[slot] = assigned_lists.index_of(row.assigned_ids);
    cities[slot] = city_words.index_of(row.city);
    roles[slot] = role_words.index_of(row.contact_role);
    active_projects[slot] = clamped<std::uint16_t>(row.active_projects);
    progress[slot] = clamped<std::uint8_t>(row.progress);
    activity_kinds[slot] = static_cast<std::uint8_t>(row.last_activity_kind);
    book::assign(living, slot, true);
    book::assign(archived, slot, row.archived);
    book::assign(persons, slot, row.kind == ClientKind::person);
    for (std::size_t s = 0; s < states.size(); ++s)
        book::assign(states[s], slot, static_cast<std::size_t>(row.state) == s);

    std::string buffer;
    book::pack_texts(row, kept, buffer);
    texts.set(slot, buffer);
    book::search_text(row, buffer);
    keys.set(slot, buffer);
    grams.set(slot, buffer);
}

// Columns by which the row will stand elsewhere than it does now.
std::uint32_t Book::Data::changed_columns(Slot slot, const BookRow& row) const {
    if (text(slot, RowText::name) != row.name)
        return all_columns;
    std::uint32_t changed = 0;
    const auto note = [&](BookColumn column, bool differs) {
        changed |= differs ? bit(column) : 0;
    };
    note(BookColumn::reference, text(slot, RowText::reference) != row.reference);
    note(BookColumn::contact, text(slot, RowText::contact_name) != row.contact_name);
    note(BookColumn::city, city_words.word(cities[slot]) != row.city);
    note(BookColumn::state, state(slot) != row.state);
    note(
        BookColumn::projects,
        active_projects[slot] != row.active_projects || progress[slot] != row.progress
    );
    note(BookColumn::last_activity, last_activities[slot] != row.last_activity_ms);
    note(BookColumn::value, values[slot] != row.value_cents);
    note(BookColumn::created, created[slot] != row.created_ms);
    note(BookColumn::owner, owner_ids.id(owners[slot]) != row.owner_id);
    return changed;
}

void Book::Data::note_change(Slot slot, std::uint32_t columns) {
    for (std::size_t c = 0; c < book::column_count; ++c) {
        if ((columns >> c & 1) == 0)
            continue;
        const bool being_built = builder && static_cast<std::size_t>(builder->column()) == c;
        if (orders[c].built || being_built)
            orders[c].changed.push_back(slot);
    }
}

Book::Book(BookTexts texts) : _data(std::make_unique<Data>()) {
    _data->kept = texts;
}
Book::~Book() = default;
Book::Book(Book&&) noexcept = default;
Book& Book::operator=(Book&&) noexcept = default;

void Book::reserve(std::size_t rows) {
    Data& d = *_data;
    for (auto* column : {&d.ids, &d.values, &d.running_values, &d.last_activities, &d.created})
        column->reserve(rows);
    for (auto* column : {&d.owners, &d.tags, &d.assigned, &d.cities, &d.roles})
        column->reserve(rows);
    d.active_projects.reserve(rows);
    d.progress.reserve(rows);
    d.activity_kinds.reserve(rows);
    d.texts.reserve(rows);
    d.keys.reserve(rows);
    d.slots.reserve(rows, d.ids);
}

void Book::put(const BookRow& row) {
    if (row.id <= 0)
        return;
    Data& d = *_data;
    ++d.revision;
    Slot slot = slot_of(row.id);
    if (slot != no_slot) {
        d.note_change(slot, d.changed_columns(slot, row));
        d.grams.erase(slot);
    } else {
        slot = d.take_slot(row.id);
        d.slots.insert(slot, d.ids);
        ++d.row_count;
        d.note_change(slot, all_columns);
    }
    d.write(slot, row);
}

void Book::remove(std::int64_t id) {
    const Slot slot = slot_of(id);
    if (slot == no_slot)
        return;
    Data& d = *_data;
    ++d.revision;
    d.note_change(slot, all_columns);
    d.slots.erase(id, d.ids);
    d.ids[slot] = 0;
    book::assign(d.living, slot, false);
    d.values[slot] = d.running_values[slot] = 0;
    d.texts.erase(slot);
    d.keys.erase(slot);
    d.grams.erase(slot);
    d.free_slots.push_back(slot);
    --d.row_count;
}

void Book::clear() {
    const std::uint64_t revision = _data->revision;
    const BookTexts kept = _data->kept;
    const auto clock = _data->utc_offset_minutes;
    auto owner_keys = std::move(_data->owner_keys);
    _data = std::make_unique<Data>();
    _data->utc_offset_minutes = clock;
    _data->revision = revision + 1;
    _data->kept = kept;
    _data->owner_keys = std::move(owner_keys);
}

void Book::use_clock(int (*utc_offset_minutes)(std::int64_t at_ms)) {
    _data->utc_offset_minutes = utc_offset_minutes;
}

std::size_t Book::size() const {
    return _data->row_count;
}
Slot Book::slot_of(std::int64_t id) const {
    return id <= 0 ? no_slot : _data->slots.find(id, _data->ids);
}
std::uint64_t Book::revision() const {
    return _data->revision;
}

std::int64_t Book::id(Slot slot) const {
    return _data->ids[slot];
}
std::string_view Book::name(Slot slot) const {
    return _data->text(slot, RowText::name);
}
std::string_view Book::reference(Slot slot) const {
    return _data->text(slot, RowText::reference);
}
std::string_view Book::contact_name(Slot slot) const {
    return _data->text(slot, RowText::contact_name);
}
std::string_view Book::contact_role(Slot slot) const {
    return _data->role_words.word(_data->roles[slot]);
}
std::string_view Book::email(Slot slot) const {
    return _data->text(slot, RowText::email);
}
std::string_view Book::phone(Slot slot) const {
    return _data->text(slot, RowText::phone);
}
std::string_view Book::city(Slot slot) const {
    return _data->city_words.word(_data->cities[slot]);
}
ClientKind Book::kind(Slot slot) const {
    return book::test(_data->persons, slot) ? ClientKind::person : ClientKind::company;
}
ClientState Book::state(Slot slot) const {
    return _data->state(slot);
}
bool Book::archived(Slot slot) const {
    return book::test(_data->archived, slot);
}
std::int64_t Book::owner_id(Slot slot) const {
    return _data->owner_ids.id(_data->owners[slot]);
}
std::span<const std::int64_t> Book::tag_ids(Slot slot) const {
    return _data->tag_lists.list(_data->tags[slot]);
}
std::int64_t Book::active_projects(Slot slot) const {
    return _data->active_projects[slot];
}
std::int64_t Book::progress(Slot slot) const {
    return _data->progress[slot];
}
std::int64_t Book::value_cents(Slot slot) const {
    return _data->values[slot];
}
std::int64_t Book::running_value_cents(Slot slot) const {
    return _data->running_values[slot];
}
std::int64_t Book::last_activity_ms(Slot slot) const {
    return _data->last_activities[slot];
}
ActivityKind Book::last_activity_kind(Slot slot) const {
    return static_cast<ActivityKind>(_data->activity_kinds[slot]);
}
Audience Book::audience(Slot slot) const {
    return {owner_id(slot), _data->assigned_lists.list(_data->assigned[slot])};
}

BookRow Book::row(Slot slot) const {
    const Data& d = *_data;
    const auto texts = book::unpack_texts(d.texts.at(slot));
    const auto text = [&](RowText which) {
        return std::string(texts[static_cast<std::size_t>(which)]);
    };
    BookRow row;
    row.id = id(slot);
    row.name = text(RowText::name);
    row.legal_name = text(RowText::legal_name);
    row.reference = text(RowText::reference);
    row.previous_reference = text(RowText::previous_reference);
    row.kind = kind(slot);
    row.state = state(slot);
    row.archived = archived(slot);
    row.owner_id = owner_id(slot);
    row.tag_ids = d.tag_lists.list(d.tags[slot]);
    row.email = text(RowText::email);
    row.phone = text(RowText::phone);
    row.siren = text(RowText::siren);
    row.siret = text(RowText::siret);
    row.postal_code = text(RowText::postal_code);
    row.city = city(slot);
    row.contact_name = text(RowText::contact_name);
    row.contact_role = contact_role(slot);
    row.contacts_text = text(RowText::contacts_text);
    row.active_projects = active_projects(slot);
    row.progress = progress(slot);
    row.value_cents = value_cents(slot);
    row.running_value_cents = running_value_cents(slot);
    row.last_activity_ms = last_activity_ms(slot);
    row.last_activity_kind = last_activity_kind(slot);
    row.created_ms = created_ms(slot);
    row.assigned_ids = d.assigned_lists.list(d.assigned[slot]);
    return row;
}
std::int64_t Book::created_ms(Slot slot) const {
    return _data->created[slot];
}

std::size_t Book::memory_bytes() const {
    const Data& d = *_data;
    std::size_t bytes = 0;
    for (auto* column : {&d.ids, &d.values, &d.running_values, &d.last_activities, &d.created})
        bytes += column->capacity() * sizeof(std::int64_t);
    for (auto* column : {&d.owners, &d.tags, &d.assigned, &d.cities, &d.roles, &d.free_slots})
        bytes += column->capacity() * sizeof(std::uint32_t);
    bytes += d.active_projects.capacity() * 2 + d.progress.capacity() + d.activity_kinds.capacity();
    bytes += d.tag_lists.memory_bytes() + d.assigned_lists.memory_bytes() +
             d.city_words.memory_bytes() + d.slots.memory_bytes();
    bytes += d.texts.memory_bytes() + d.keys.memory_bytes() + d.grams.memory_bytes();
    bytes += d.living.capacity() * 7 * sizeof(std::uint64_t) + d.answers.memory_bytes();
    for (const auto& order : d.orders)
        bytes += (order.slots.capacity() + order.changed.capacity()) * sizeof(Slot);
    return bytes;
}

} // namespace carnet
