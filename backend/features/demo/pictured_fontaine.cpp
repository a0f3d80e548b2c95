// The client whose sheet, portal and documents the design's pictures show.
#include "backend/features/demo/pictured.hpp"
#include "shared/domain/portal_rights.hpp"

#include <array>
#include <initializer_list>
#include <utility>

namespace carnet::demo {

namespace {

constexpr const char* fontaine_reference = "CL-00412";

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
    // She writes to the team, too (picture 10).
    fill_switches(out.contacts[0].link);
    out.contacts[0].link.portal_comment = true;
    // The accountant reads the folders of her matter (picture 04).
    fill_switches(out.contacts[2].link);
    out.contacts[2].link.portal_documents = true;
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
        ActivityKind::call,
        Direction::incoming,
        {now.ms - 2 * hour_ms},
        "Valide la baie 24U à l’étage. Demande un passage avant le 27 novembre, après 14 h.",
        lea,
        0,
        12
    );
    add_activity(
        out,
        ActivityKind::email,
        Direction::outgoing,
        {now.ms - day_ms - 3 * hour_ms},
        "Plan de câblage, version 3, envoyé pour validation dans le projet Refonte réseau atelier.",
        ines,
        0
    );
    add_activity(
        out,
        ActivityKind::meeting,
        Direction::none,
        {now.ms - day_ms - 6 * hour_ms},
        "Remplacement du switch PoE, atelier 2. Bon signé par Julien Rault.",
        thomas,
        1,
        90
    );
    add_activity(
        out,
        ActivityKind::email,
        Direction::outgoing,
        {now.ms - 3 * day_ms},
        "Attestation de TVA 2026.",
        camille,
        2
    );
    out.activities.back().activity.visibility = ShareState::shared;
    add_activity(
        out,
        ActivityKind::note,
        Direction::none,
        {now.ms - 3 * day_ms - 7 * hour_ms},
        "Préfère un seul point de contact pour le chantier de l’étage : Julien.",
        lea,
        -1
    );
}

// Milestones and deliverables as the portal's picture has them: the plan waits for its approval.
void add_fontaine_course(DemoClient& out, Instant now) {
    const auto today = static_cast<std::int32_t>(now.ms / day_ms);
    const auto plan = [&](DemoProject& made,
                          std::initializer_list<std::pair<const char*, int>> steps) {
        made.milestones.clear();
        for (const auto& [name, days] : steps) {
            Milestone& step = made.milestones.emplace_back();
            step.name = name;
            step.due_on = {today + days};
            step.is_done = days < 0;
            if (step.is_done)
                step.done_at = {now.ms + days * day_ms};
        }
        made.project.due_on = made.milestones.back().due_on;
    };
    const auto hand_over =
        [](DemoProject& made, std::size_t place, const char* name, const char* what) {
            made.deliverables[place].name = name;
            made.deliverables[place].description = what;
        };
    DemoProject &network = out.projects[0], &showroom = out.projects[1], &upkeep = out.projects[2];
    plan(network, {{"Étude", -16}, {"Plans", 2}, {"Pose", 12}, {"Recette", 26}});
    plan(showroom, {{"Étude", 9}, {"Pose", 40}, {"Recette", 68}});
    hand_over(
        network, 0, "Plan de câblage", "Emplacement de la baie et des prises, atelier et étage."
    );
    hand_over(showroom, 0, "Étude de couverture", "Mesures du signal et emplacement des bornes.");
    hand_over(upkeep, 0, "Rapport de visite", "Contrôle des équipements et inventaire à jour.");
    // Not before the plan is approved.
    ProjectTask& drawing = network.tasks[2].task;
    drawing.is_done = false;
    drawing.done_at = {};
    drawing.due_on = {today + 2};
}

} // namespace

bool is_fontaine(const DemoClient& made) {
    return made.client.reference == fontaine_reference;
}

DemoClient make_fontaine(Instant now) {
    DemoClient out = make_pictured(
        {412,
         fontaine_reference,
         ClientState::active,
         "Ateliers Fontaine",
         "Fontaine Ébénisterie SAS",
         "Claire",
         "Fontaine",
         "decision_maker",
         0,
         0,
         2,
         ActivityKind::call,
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
    add_project(out, "Refonte réseau atelier", ProjectState::running, 64, 5'200'000, now);
    add_project(out, "Wi-Fi showroom", ProjectState::running, 45, 1'420'000, now);
    add_project(out, "Maintenance annuelle", ProjectState::running, 83, 1'800'000, now);
    add_fontaine_course(out, now);
    return out;
}

} // namespace carnet::demo
