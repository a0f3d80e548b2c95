// The clients of the design's pictures, so that the demonstration looks like them.
#include "backend/features/demo/pictured.hpp"

#include <algorithm>
#include <array>

namespace carnet::demo {

namespace {

using S = ClientState;
using K = ActivityKind;
// clang-format off
const std::array<PicturedRow, 17> rows = {{
    {398, "CL-00398", S::active, "Clinique Saint-Aubin", "Polyclinique Saint-Aubin SA", "Dr Paul",
     "Kermarrec", "decision_maker", 2, 38, 4, K::email, 14'765'000, sophie, 1, {"Saint-Nazaire", "44600"}, health},
    {405, "", S::active, "", "Mairie de Valbrune", "Nadège", "Poirier",
     "technical", 1, 82, 24, K::email, 5'630'000, lea, 2, {"Valbrune", "44140"}, chorus_pro},
    {521, "PR-00521", S::prospect, "Brasserie L’Écluse", "L’Écluse Brassage SARL", "Rémi",
     "Gauthier", "decision_maker", 0, 0, 26, K::meeting, 1'890'000, lea, 3, {"Redon", "35600"}, fair},
    {371, "CL-00371", S::active, "", "Groupe hôtelier Kerguen", "Solène", "Kerguen", "decision_maker",
     4, 51, 29, K::call, 21'248'000, sophie, 4, {"La Baule-Escoublac", "44500"}, vip, multisite},
    {433, "CL-00433", S::active, "Nordis Logistique", "Nordis SAS", "Bruno", "Chevallier",
     "technical", 2, 27, 49, K::email, 9'674'000, lea, 5, {"Carquefou", "44470"}, telephony},
    {534, "PR-00534", S::prospect, "", "Cabinet Delmas", "Hélène", "Delmas",
     "decision_maker", 0, 0, 53, K::email, 1'240'000, sophie, 6, {"Rennes", "35000"}},
    {421, "CL-00421", S::active, "", "Pharmacie Bréhat", "Yann", "Bréhat",
     "billing", 1, 90, 75, K::meeting, 986'000, lea, 1, {"Paimpol", "22500"}, maintenance},
    {344, "CL-00344", S::suspended, "", "Résidence Les Tilleuls", "Odile", "Marchetti",
     "decision_maker", 0, 0, 170, K::note, 732'000, sophie, 12, {"Angers", "49000"}, dispute},
    {290, "CL-00290", S::active, "", "Transports Rivoal", "Gaël", "Rivoal",
     "technical", 1, 15, 220, K::call, 4'115'000, lea, 5, {"Morlaix", "29600"}, telephony},
    {540, "PR-00540", S::prospect, "", "Domaine Roche-Noire", "Agnès", "Thibaud",
     "observer", 0, 0, 244, K::meeting, 2'650'000, lea, 13, {"Saumur", "49400"}, fair},
    {302, "CL-00302", S::active, "", "Lycée Jeanne-Barret", "Farid", "Ouali",
     "technical", 2, 44, 316, K::email, 6'890'000, sophie, 7, {"Cholet", "49300"}, chorus_pro},
    {318, "CL-00318", S::inactive, "", "Imprimerie Vasseur", "Martine", "Vasseur",
     "billing", 0, 0, 532, K::email, 2'278'000, sophie, 10, {"Laval", "53000"}, follow_up},
    {299, "CL-00299", S::active, "", "École de musique Rameau", "Luc", "Santerre",
     "decision_maker", 1, 33, 676, K::call, 1'148'000, lea, 11, {"Dijon", "21000"}},
    {276, "CL-00276", S::inactive, "", "Menuiserie Quéméneur", "Loïc", "Quéméneur",
     "decision_maker", 0, 0, 1130, K::note, 1'560'000, lea, 8, {"Douarnenez", "29100"}, follow_up},
    {387, "CL-00387", S::active, "", "Coopérative du Marais", "Judith", "Bellanger",
     "technical", 2, 71, 1200, K::call, 7'325'000, sophie, 13, {"Challans", "85300"}, multisite},
    {496, "PR-00496", S::prospect, "Domaine de Fontenelle", "EARL de Fontenelle", "Aurélie",
     "Fontenelle", "decision_maker", 0, 0, 1400, K::email, 1'480'000, sophie, 13, {"Chinon", "37500"}},
    {430, "CL-00430", S::active, "Showroom de Rezé", "Fontaine Ébénisterie SAS",
     "Marc", "Fontaine", "observer", 0, 0, 1500, K::note, 0, lea, 0, {"Rezé", "44400"}},
}};
// clang-format on

} // namespace

DemoContact make_contact(
    const char* first,
    const char* last,
    const char* title,
    const char* role,
    std::int64_t phone,
    const std::string& domain
) {
    DemoContact contact;
    contact.person.first_name = first;
    contact.person.last_name = last;
    contact.person.email = slug(last) + "@" + domain;
    contact.person.phone = make_phone(phone);
    contact.link.job_title = title;
    contact.link.roles = {role};
    return contact;
}

void add_project(
    DemoClient& out,
    const char* name,
    ProjectState state,
    int progress,
    std::int64_t cents,
    Instant now
) {
    DemoProject made;
    made.project.name = name;
    made.project.state = state;
    made.project.progress = progress;
    made.project.budget_cents = cents;
    const auto today = now.ms / day_ms;
    made.project.started_on = {static_cast<std::int32_t>(today - 60)};
    made.project.due_on = {static_cast<std::int32_t>(today + 75)};
    made.project.created_at = {now.ms - 60 * day_ms};
    made.team = {ines, thomas};
    furnish(made, now);
    out.projects.push_back(std::move(made));
}

void add_activity(
    DemoClient& out,
    ActivityKind kind,
    Direction direction,
    Instant at,
    const char* body,
    Person by,
    int contact,
    int minutes
) {
    DemoActivity made;
    made.activity.kind = kind;
    made.activity.direction = direction;
    made.activity.happened_at = made.activity.created_at = at;
    made.activity.body = body;
    made.activity.duration_minutes = minutes;
    made.contact = contact;
    made.by = by;
    out.activities.push_back(std::move(made));
}

namespace {

// The running projects share the value; without any the value lies in one that waits or is done.
void add_projects(DemoClient& out, const PicturedRow& row, Instant now) {
    if (row.value_cents == 0)
        return;
    if (row.running == 0) {
        const auto state = row.state == S::inactive ? ProjectState::done : ProjectState::waiting;
        add_project(
            out,
            project_names()[static_cast<std::size_t>(row.number % 7)],
            state,
            state == ProjectState::done ? 100 : 0,
            row.value_cents,
            now
        );
        return;
    }
    const auto part = row.value_cents / row.running / 10'000 * 10'000;
    for (int i = 0; i < row.running; ++i) {
        const auto cents = i == 0 ? row.value_cents - part * (row.running - 1) : part;
        add_project(
            out,
            project_names()[static_cast<std::size_t>((row.number + i * 3) % 19)],
            ProjectState::running,
            row.progress,
            cents,
            now
        );
    }
}

} // namespace

DemoClient make_pictured(const PicturedRow& row, Instant now) {
    DemoClient out;
    Client& client = out.client;
    client.id = client.number = row.number;
    client.reference = row.reference;
    client.state = row.state;
    client.trade_name = row.trade_name;
    client.legal_name = row.legal_name;
    client.siren = make_siren(row.number);
    client.siret = make_siret(client.siren);
    client.vat_number = make_vat_number(client.siren);
    const std::string domain = slug(display_name(client)) + ".example";
    client.email = "contact@" + domain;
    client.phone = make_phone(row.number);
    client.website = "https://" + domain;
    client.created_at = {now.ms - (3000 - row.number * 5) * day_ms};
    client.updated_at = {now.ms - row.hours_ago * hour_ms};
    if (row.state != S::prospect)
        client.client_since = {static_cast<std::int32_t>(client.created_at.ms / day_ms)};
    out.owner = row.owner;
    out.sector = row.sector;
    out.size = row.number % 5 + 1;
    for (const int tag : {row.tag, row.other_tag})
        if (tag >= 0)
            out.tags.push_back(tag);
    out.contacts.push_back(
        make_contact(row.first_name, row.last_name, "", row.role, row.number + 300, domain)
    );
    out.contacts[0].link.is_main = true;
    Address address;
    address.label = "Siège";
    address.is_main = true;
    address.line1 = std::to_string(row.number % 90 + 1) + " " + street_kinds()[0] + " " +
                    street_names()[static_cast<std::size_t>(row.number % 40)];
    address.postal_code = row.city.postal_code;
    address.city = row.city.name;
    out.addresses.push_back(std::move(address));
    add_projects(out, row, now);
    const auto direction =
        row.kind == K::note || row.kind == K::meeting ? Direction::none : Direction::incoming;
    const WordList bodies = row.kind == K::call      ? call_texts()
                            : row.kind == K::email   ? email_texts()
                            : row.kind == K::meeting ? meeting_texts()
                                                     : note_texts();
    add_activity(
        out,
        row.kind,
        direction,
        {now.ms - row.hours_ago * hour_ms},
        bodies[static_cast<std::size_t>(row.number) % bodies.size()],
        row.owner,
        row.kind == K::note ? -1 : 0,
        row.kind == K::call ? 12 : 0
    );
    return out;
}

namespace {

// "Étienne Marchand", a private person.
DemoClient make_marchand(Instant now) {
    DemoClient out = make_pictured(
        {448,
         "CL-00448",
         S::active,
         "",
         "",
         "Étienne",
         "Marchand",
         "decision_maker",
         1,
         60,
         364,
         K::sms,
         324'000,
         lea,
         -1,
         {"Nantes", "44000"}},
        now
    );
    Client& client = out.client;
    client.kind = ClientKind::person;
    client.first_name = "Étienne";
    client.last_name = "Marchand";
    client.siren = client.siret = client.vat_number = client.website = "";
    client.email = out.contacts[0].person.email = "etienne.marchand@courriel.example";
    out.size = -1;
    return out;
}

} // namespace

std::vector<DemoClient> pictured(Instant now) {
    std::vector<DemoClient> clients{make_fontaine(now), make_marchand(now)};
    for (const auto& row : rows)
        clients.push_back(make_pictured(row, now));
    std::sort(clients.begin(), clients.end(), [](const DemoClient& a, const DemoClient& b) {
        return a.client.number < b.client.number;
    });
    return clients;
}

} // namespace carnet::demo
