// One invented client: who, where, what projects, what happened. Amounts, dates and shares follow
// the design's pictures.
#include "backend/features/demo/client.hpp"
#include "backend/features/demo/words.hpp"
#include "shared/core/text.hpp"

#include <algorithm>
#include <array>

namespace carnet::demo {

namespace {

constexpr std::int64_t hour_ms = 3'600'000, day_ms = 24 * hour_ms;

class Generator {
  public:
    Generator(std::int64_t number, std::int64_t total, Instant now)
        : _random(0x4d69737472616cULL * 31 + static_cast<std::uint64_t>(number)), _number(number),
          _now(now) {
        // The first client came in January 2019, the last ones these days.
        const std::int64_t begin = make_date(2019, 1, 7).days * day_ms;
        const auto share = number * 1000 / std::max<std::int64_t>(total, 541);
        _created = {
            begin + (now.ms - 2 * day_ms - begin) / 1000 * std::min<std::int64_t>(share, 1000) +
            _random.below(day_ms)};
        _created.ms = std::min(_created.ms, now.ms - hour_ms);
    }

    DemoClient make() {
        identity();
        owner();
        contacts();
        addresses();
        projects();
        activities();
        finish();
        return std::move(_out);
    }

  private:
    void identity();
    void owner();
    void contacts();
    DemoContact contact(int index);
    void addresses();
    void projects();
    void project(ProjectState state);
    void activities();
    DemoActivity activity(Instant at);
    std::int64_t last_activity_ms();
    void finish();

    Random _random;
    std::int64_t _number;
    Instant _now, _created;
    City _city{};
    std::string _domain;
    DemoClient _out;
};

void Generator::identity() {
    Client& client = _out.client;
    client.id = client.number = _number;
    _city = _random.pick(cities());
    const auto state = _random.below(100);
    client.state = state < 75   ? ClientState::active
                   : state < 89 ? ClientState::prospect
                   : state < 97 ? ClientState::inactive
                                : ClientState::suspended;
    client.kind = _random.chance(14) ? ClientKind::person : ClientKind::company;
    client.phone = make_phone(_number);
    if (client.kind == ClientKind::person) {
        client.first_name = _random.pick(_random.chance(50) ? female_names() : male_names());
        client.last_name = _random.pick(family_names());
        _domain = "courriel.example";
        client.email = slug(client.first_name) + "." + slug(client.last_name) +
                       std::to_string(_number) + "@" + _domain;
        return;
    }
    const CompanyName name = make_company_name(_random, _city.name);
    client.trade_name = name.trade_name;
    client.legal_name = name.legal_name;
    client.naf_code = name.naf_code;
    _out.sector = name.sector;
    _out.size = static_cast<int>(std::min(_random.below(7), _random.below(7)));
    _domain = slug(display_name(client)) + ".example";
    client.email = "contact@" + _domain;
    if (_random.chance(60))
        client.website = "https://" + _domain;
    if (client.state == ClientState::prospect && _random.chance(50))
        return; // Not asked for yet.
    client.siren = make_siren(_number);
    client.siret = make_siret(client.siren);
    client.vat_number = make_vat_number(client.siren);
    client.founded_on = {
        static_cast<std::int32_t>(_created.ms / day_ms - _random.between(200, 12'000))};
}

// Two managers hold most accounts; members some each; a few belong to nobody.
void Generator::owner() {
    const auto share = _random.below(1000);
    static constexpr std::array<std::pair<int, int>, 8> limits = {
        {{345, lea},
         {655, sophie},
         {680, karim},
         {720, camille},
         {795, thomas},
         {850, hugo},
         {900, maelle},
         {930, ines}}};
    for (const auto& [limit, person] : limits)
        if (share < limit) {
            _out.owner = person;
            return;
        }
}

DemoContact Generator::contact(int index) {
    DemoContact contact;
    const bool is_person = _out.client.kind == ClientKind::person && index == 0;
    const auto names = _random.chance(52) ? female_names() : male_names();
    contact.person.first_name = is_person ? _out.client.first_name : _random.pick(names);
    contact.person.last_name = is_person ? _out.client.last_name : _random.pick(family_names());
    contact.person.email = is_person ? _out.client.email
                                     : slug(contact.person.first_name) + "." +
                                           slug(contact.person.last_name) + "@" + _domain;
    contact.person.phone = _random.chance(60) ? make_phone(_number * 3 + index + 5'000) : "";
    contact.person.mobile = _random.chance(70) ? make_mobile(_number * 7 + index) : "";
    contact.person.created_at = contact.person.updated_at = _created;
    contact.link.is_main = index == 0;
    contact.link.job_title = is_person ? "" : _random.pick(job_titles());
    contact.link.roles = {index == 0 ? "decision_maker" : index == 1 ? "technical" : "billing"};
    if (_random.chance(20))
        contact.link.roles = {"observer"};
    contact.link.receives_invoices = index == 2 || (index == 0 && _random.chance(40));
    contact.function =
        static_cast<int>(_random.below(static_cast<std::int64_t>(function_names().size())));
    return contact;
}

void Generator::contacts() {
    const bool few = _out.client.kind == ClientKind::person || _random.chance(45);
    const int count = few ? 1 : static_cast<int>(_random.between(2, 3));
    for (int i = 0; i < count; ++i)
        _out.contacts.push_back(contact(i));
}

void Generator::addresses() {
    const int count = _random.chance(12) ? 2 : 1;
    for (int i = 0; i < count; ++i) {
        const City city = i == 0 ? _city : _random.pick(cities());
        Address address;
        address.is_main = i == 0;
        address.label = i == 0 ? "Siège" : "Dépôt";
        address.line1 = std::to_string(_random.between(1, 148)) + " " +
                        _random.pick(street_kinds()) + " " + _random.pick(street_names());
        address.postal_code = city.postal_code;
        address.city = city.name;
        if (_random.chance(15))
            address.access_notes = _random.pick(access_texts());
        if (_random.chance(8))
            address.access_code = std::to_string(_random.between(1000, 9899)) + "B";
        _out.addresses.push_back(std::move(address));
    }
}

void Generator::project(ProjectState state) {
    DemoProject made;
    made.project.name = _random.pick(project_names());
    made.project.state = state;
    made.project.progress = state == ProjectState::done ? 100 : _random.between(1, 19) * 5;
    if (state == ProjectState::waiting)
        made.project.progress = 0;
    made.project.budget_cents = _random.between(12, 600) * 5'000 * _random.between(1, 3);
    const auto start = _now.ms / day_ms - _random.between(10, 260);
    made.project.started_on = {static_cast<std::int32_t>(start)};
    made.project.due_on = {static_cast<std::int32_t>(start + _random.between(40, 300))};
    made.project.created_at = {std::max(_created.ms, start * day_ms)};
    static constexpr std::array<Person, 4> members = {ines, thomas, hugo, maelle};
    const auto first = _random.below(4);
    made.team.push_back(members[static_cast<std::size_t>(first)]);
    if (_random.chance(35))
        made.team.push_back(members[static_cast<std::size_t>((first + 1) % 4)]);
    _out.projects.push_back(std::move(made));
}

void Generator::projects() {
    switch (_out.client.state) {
    case ClientState::active:
        for (auto i = _random.below(4); i > 0; --i)
            project(_random.chance(72) ? ProjectState::running : ProjectState::done);
        break;
    case ClientState::prospect:
        if (_random.chance(60))
            project(ProjectState::waiting);
        break;
    case ClientState::inactive:
        if (_random.chance(80))
            project(_random.chance(85) ? ProjectState::done : ProjectState::cancelled);
        break;
    case ClientState::suspended:
        project(ProjectState::waiting);
        break;
    }
}

// The managers' own accounts were last spoken to longer ago than those of the pictures, which come
// first in their list.
std::int64_t Generator::last_activity_ms() {
    const bool of_manager = _out.owner == lea || _out.owner == sophie;
    const bool recent = _random.chance(of_manager ? 45 : 60);
    const auto days = recent ? _random.between(of_manager ? 51 : 1, 89) : _random.between(91, 500);
    return _now.ms - days * day_ms - _random.below(9 * hour_ms);
}

DemoActivity Generator::activity(Instant at) {
    DemoActivity made;
    static constexpr std::array<ActivityKind, 8> kinds = {
        ActivityKind::call,
        ActivityKind::call,
        ActivityKind::email,
        ActivityKind::email,
        ActivityKind::email,
        ActivityKind::meeting,
        ActivityKind::note,
        ActivityKind::sms};
    Activity& a = made.activity;
    a.kind = kinds[static_cast<std::size_t>(_random.below(8))];
    a.happened_at = a.created_at = at;
    a.direction = a.kind == ActivityKind::note || a.kind == ActivityKind::meeting ? Direction::none
                  : _random.chance(50) ? Direction::incoming
                                       : Direction::outgoing;
    const WordList texts = a.kind == ActivityKind::call      ? call_texts()
                           : a.kind == ActivityKind::email   ? email_texts()
                           : a.kind == ActivityKind::sms     ? sms_texts()
                           : a.kind == ActivityKind::meeting ? meeting_texts()
                                                             : note_texts();
    a.body = _random.pick(texts);
    if (a.kind == ActivityKind::call)
        a.duration_minutes = _random.between(1, 25);
    if (a.kind == ActivityKind::meeting)
        a.duration_minutes = _random.between(2, 8) * 15;
    if (a.kind != ActivityKind::note)
        made.contact = 0;
    made.by = _out.owner >= 0 ? static_cast<Person>(_out.owner) : camille;
    return made;
}

void Generator::activities() {
    if (_random.chance(_out.client.state == ClientState::prospect ? 25 : 6))
        return; // Never spoken to.
    std::int64_t at = last_activity_ms();
    for (auto i = _random.between(1, 4); i > 0; --i) {
        if (at < _created.ms)
            at = std::min(_created.ms + hour_ms, _now.ms - hour_ms);
        _out.activities.push_back(activity({at}));
        at -= _random.between(3, 80) * day_ms;
        if (at < _created.ms)
            break;
    }
}

void Generator::finish() {
    Client& client = _out.client;
    client.created_at = client.updated_at = _created;
    client.reference = default_reference(client.state, client.number);
    if (client.state != ClientState::prospect)
        client.client_since = {static_cast<std::int32_t>(_created.ms / day_ms)};
    if (_random.chance(12))
        client.memo = _random.pick(memo_texts());
    if (_random.chance(10))
        client.notes = _random.pick(note_texts());
    static constexpr std::array<int, 10> percent = {4, 14, 6, 5, 5, 6, 9, 2, 5, 2};
    for (std::size_t tag = 0; tag < percent.size(); ++tag)
        if (_random.chance(percent[tag]))
            _out.tags.push_back(static_cast<int>(tag));
    if (client.state == ClientState::inactive && _random.chance(25))
        client.archived_at = {_now.ms - _random.between(30, 400) * day_ms};
}

} // namespace

DemoClient generate(std::int64_t number, std::int64_t total, Instant now) {
    return Generator(number, total, now).make();
}

} // namespace carnet::demo
