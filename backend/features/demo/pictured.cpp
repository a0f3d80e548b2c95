// The clients of the design's pictures, so that the demonstration looks like them.
#include "backend/features/demo/client.hpp"
#include "backend/features/demo/words.hpp"

#include <algorithm>
#include <array>

namespace carnet::demo {

namespace {

constexpr std::int64_t minute_ms = 60'000, hour_ms = 60 * minute_ms, day_ms = 24 * hour_ms;

// Tags, by their place in tag_table(): see workspace.cpp.
enum { vip, maintenance, health, chorus_pro, fair, multisite, telephony, dispute, follow_up };

struct Row {
    int number;
    const char* reference;
    ClientState state;
    const char* trade_name;
    const char* legal_name;
    const char* first_name;
    const char* last_name;
    const char* role;
    int running;   // Projects.
    int progress;  // Their mean, percent.
    int hours_ago; // Of the last event.
    ActivityKind kind;
    std::int64_t value_cents;
    Person owner;
    int sector;
    City city;
    int tag = -1, other_tag = -1;
};

using S = ClientState;
using K = ActivityKind;
// clang-format off
const std::array<Row, 17> rows = {{
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

// The running projects share the value; without any the value lies in one that waits or is done.
void add_projects(DemoClient& out, const Row& row, Instant now) {
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

void add_activity(
    DemoClient& out,
    ActivityKind kind,
    Direction direction,
    Instant at,
    const char* body,
    Person by,
    int contact = 0,
    int minutes = 0
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

DemoClient make(const Row& row, Instant now) {
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

// "Étienne Marchand", a private person.
DemoClient make_marchand(Instant now) {
    DemoClient out = make(
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

void add_fontaine_contacts(DemoClient& out, Instant now) {
    const std::string domain = "fontaine.example";
    out.contacts = {
        make_contact("Claire", "Fontaine", "Gérante", "decision_maker", 4015, domain),
        make_contact("Julien", "Rault", "Responsable d’atelier", "technical", 4016, domain),
        make_contact("Nadia", "Haddad", "Comptable", "billing", 4017, domain),
        make_contact("Marc", "Fontaine", "Associé", "observer", 4018, domain),
    };
    out.contacts[0].person.email = "claire@fontaine.example";
    out.contacts[0].person.mobile = "+33639984107";
    out.contacts[0].link.is_main = true;
    // Two who come regularly, one who was invited; the last never was.
    for (std::size_t i = 0; i < 3; ++i) {
        Contact& person = out.contacts[i].person;
        out.contacts[i].link.has_portal = true;
        person.portal_invited_at = {now.ms - (i == 2 ? 3 : 40) * day_ms};
        if (i < 2)
            person.portal_joined_at = {now.ms - 39 * day_ms};
    }
    out.contacts[2].link.receives_invoices = true;
    out.contacts[3].person.email = "marc@fontaine.example";
    const std::array<int, 4> functions = {0, 2, 3, 0};
    for (std::size_t i = 0; i < functions.size(); ++i)
        out.contacts[i].function = functions[i];
}

void add_fontaine_timeline(DemoClient& out, Instant now) {
    add_activity(
        out,
        K::call,
        Direction::incoming,
        {now.ms - 2 * hour_ms},
        "Valide la baie 24U à l’étage. Demande un passage avant le 27 novembre, après 14 h.",
        lea,
        0,
        12
    );
    add_activity(
        out,
        K::email,
        Direction::outgoing,
        {now.ms - day_ms - 3 * hour_ms},
        "Plan de câblage, version 3, envoyé pour validation dans le projet Refonte réseau atelier.",
        ines,
        0
    );
    add_activity(
        out,
        K::meeting,
        Direction::none,
        {now.ms - day_ms - 6 * hour_ms},
        "Remplacement du switch PoE, atelier 2. Bon signé par Julien Rault.",
        thomas,
        1,
        90
    );
    add_activity(
        out,
        K::email,
        Direction::outgoing,
        {now.ms - 3 * day_ms},
        "Attestation de TVA 2026.",
        camille,
        2
    );
    out.activities.back().activity.visibility = ShareState::shared;
    add_activity(
        out,
        K::note,
        Direction::none,
        {now.ms - 3 * day_ms - 7 * hour_ms},
        "Préfère un seul point de contact pour le chantier de l’étage : Julien.",
        lea,
        -1
    );
}

DemoClient make_fontaine(Instant now) {
    DemoClient out = make(
        {412,
         "CL-00412",
         S::active,
         "Ateliers Fontaine",
         "Fontaine Ébénisterie SAS",
         "Claire",
         "Fontaine",
         "decision_maker",
         0,
         0,
         2,
         K::call,
         0,
         lea,
         0,
         {"Nantes", "44000"},
         vip,
         maintenance},
        now
    );
    Client& client = out.client;
    client.email = "info@fontaine.example";
    client.phone = "+33261914012";
    client.website = "https://fontaine.example";
    client.client_since = make_date(2021, 3, 12);
    client.created_at = {client.client_since.days * day_ms + 9 * hour_ms};
    client.memo = "Sonner à l’entrée livraison, code 4B27. Chien dans l’atelier. Ne pas couper le "
                  "réseau avant 18 h.";
    out.size = 3;
    out.activities.clear();
    add_fontaine_contacts(out, now);
    add_fontaine_timeline(out, now);
    Address& workshop = out.addresses[0];
    workshop.label = "Atelier";
    workshop.line1 = "18 rue des Charpentiers";
    workshop.access_notes = "Portail gris, RDC, stationnement cour";
    workshop.access_code = "4B27";
    Address showroom;
    showroom.label = "Showroom";
    showroom.line1 = "6 place du Commerce";
    showroom.postal_code = "44400";
    showroom.city = "Rezé";
    out.addresses.push_back(std::move(showroom));
    add_project(out, "Refonte réseau atelier", ProjectState::running, 70, 5'200'000, now);
    add_project(out, "Wi-Fi showroom", ProjectState::running, 45, 1'420'000, now);
    add_project(out, "Maintenance annuelle", ProjectState::running, 77, 1'800'000, now);
    return out;
}

} // namespace

std::vector<DemoClient> pictured(Instant now) {
    std::vector<DemoClient> clients{make_fontaine(now), make_marchand(now)};
    for (const auto& row : rows)
        clients.push_back(make(row, now));
    std::sort(clients.begin(), clients.end(), [](const DemoClient& a, const DemoClient& b) {
        return a.client.number < b.client.number;
    });
    return clients;
}

} // namespace carnet::demo
