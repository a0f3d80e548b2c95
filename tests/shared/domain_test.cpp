// Rules that span several fields of one entity.
#include "shared/domain/all_entities.hpp"

#include <doctest/doctest.h>

using namespace carnet;

namespace {

std::string first_field(const std::vector<FieldError>& errors) {
    return errors.empty() ? "" : errors[0].field;
}

Client make_company(std::string legal_name) {
    Client client;
    client.legal_name = std::move(legal_name);
    return client;
}

} // namespace

TEST_CASE("a client is shown by its trade name, else its legal name; a person by both names") {
    Client client = make_company("Boulangerie Petit SARL");
    CHECK(display_name(client) == "Boulangerie Petit SARL");
    client.trade_name = "Chez Petit";
    CHECK(display_name(client) == "Chez Petit");
    client.kind = ClientKind::person;
    client.first_name = "Zoé";
    CHECK(display_name(client) == "Zoé");
    client.last_name = "Petit";
    CHECK(display_name(client) == "Zoé Petit");
}

TEST_CASE("a company needs a name, a person a last name") {
    CHECK(first_field(check(Client{}, Language::fr)) == "legal_name");
    CHECK(check(make_company("A"), Language::fr).empty());
    Client person;
    person.kind = ClientKind::person;
    person.first_name = "Zoé";
    CHECK(first_field(check(person, Language::fr)) == "last_name");
    CHECK(check(Client{}, Language::fr)[0].message == "Indiquez le nom du client");
}

TEST_CASE("SIRET and VAT number belong to the SIREN") {
    Client client = make_company("A");
    client.siren = "732829320";
    client.siret = "73282932000074";
    client.vat_number = "FR44732829320";
    CHECK(check(client, Language::fr).empty());
    client.siret = "40483304800022";
    CHECK(first_field(check(client, Language::fr)) == "siret");
    client.siret.clear();
    client.vat_number = "FR83404833048";
    CHECK(first_field(check(client, Language::fr)) == "vat_number");
    client.vat_number = "FR53000004605";
    CHECK(check(client, Language::fr).empty());
    client.vat_number = "DE136695976";
    CHECK(check(client, Language::fr).empty());
}

TEST_CASE("references carry the state’s prefix and five figures") {
    CHECK(default_reference(ClientState::active, 412) == "CL-00412");
    CHECK(default_reference(ClientState::inactive, 412) == "CL-00412");
    CHECK(default_reference(ClientState::prospect, 521) == "PR-00521");
    CHECK(default_reference(ClientState::active, 1234567) == "CL-1234567");
}

TEST_CASE("completeness grows with what is known") {
    Client client = make_company("A");
    const int least = completeness(client, {}, 0);
    client.email = "a@example.com";
    client.siren = "732829320";
    std::vector<ClientContact> contacts(1);
    const int more = completeness(client, contacts, 1);
    CHECK(least > 0);
    CHECK(more > least);
    client.phone = "+33261914012";
    client.website = "https://example.com";
    client.owner_id = {1};
    client.sector_id = {1};
    client.size_id = {1};
    client.notes = "Livrer le matin";
    contacts.resize(2);
    const int nobody_decides = completeness(client, contacts, 1);
    contacts[0].roles = {"decision_maker"};
    const int nobody_technical = completeness(client, contacts, 1);
    contacts[1].roles = {"billing", "technical"};
    CHECK(nobody_decides < nobody_technical);
    CHECK(nobody_technical < 100);
    CHECK(completeness(client, contacts, 1) == 100);
    client.notes.clear();
    CHECK(completeness(client, contacts, 1) < 100);
}

TEST_CASE("projects contradict a state that does not fit them (CF-03), whatever they are worth") {
    using enum ClientState;
    using P = ProjectState;
    struct Case {
        std::vector<ProjectState> projects;
        // What an active, a prospect and an inactive client is told to be.
        ClientState was_active, was_prospect, was_inactive;
    };
    const Case cases[] = {
        {{}, active, prospect, inactive},
        {{P::running}, active, active, active},
        {{P::running, P::done, P::cancelled}, active, active, active},
        {{P::waiting}, active, prospect, inactive},
        {{P::waiting, P::done}, active, prospect, inactive},
        {{P::done}, inactive, prospect, inactive},
        {{P::cancelled}, inactive, prospect, inactive},
        {{P::done, P::cancelled}, inactive, prospect, inactive},
    };
    for (const Case& one : cases)
        for (const std::int64_t budget : {0, 5}) {
            ClientFigures figures;
            for (const ProjectState state : one.projects)
                add_project(figures, state, budget);
            CAPTURE(one.projects.size());
            CAPTURE(budget);
            CHECK(suggested_state(active, figures) == one.was_active);
            CHECK(suggested_state(prospect, figures) == one.was_prospect);
            CHECK(suggested_state(inactive, figures) == one.was_inactive);
            CHECK(suggested_state(suspended, figures) == suspended);
        }
}

TEST_CASE("active is running, for the count and for the value (CF-30)") {
    ClientFigures figures;
    add_project(figures, ProjectState::waiting, 47'500'00);
    CHECK(figures.active_projects == 0);
    CHECK(figures.running_value_cents == 0);
    CHECK(figures.value_cents == 47'500'00);
    add_project(figures, ProjectState::running, 100);
    add_project(figures, ProjectState::done, 20);
    add_project(figures, ProjectState::cancelled, 3);
    CHECK(figures.active_projects == 1);
    CHECK(figures.running_value_cents == 100);
    CHECK(figures.value_cents == 47'501'20);
    CHECK(figures.ended_projects == 2);
}

TEST_CASE("what is to be reviewed: nobody to talk to, a contradiction, a long silence") {
    constexpr std::int64_t day = 86'400'000, now = 20'000 * day;
    const ClientFigures well{.last_activity_ms = now - 200 * day, .has_contact = true};
    const auto company = ClientKind::company;
    CHECK_FALSE(to_review(company, ClientState::active, well, now));
    CHECK(to_review(company, ClientState::inactive, well, now));
    ClientFigures seen = well;
    seen.last_activity_ms = now - 89 * day;
    CHECK_FALSE(to_review(company, ClientState::inactive, seen, now));
    ClientFigures finished = well;
    finished.ended_projects = 1;
    CHECK(to_review(company, ClientState::active, finished, now));
    ClientFigures alone = well;
    alone.has_contact = false;
    CHECK(to_review(company, ClientState::active, alone, now));
    CHECK_FALSE(to_review(ClientKind::person, ClientState::active, alone, now));
}

TEST_CASE("an address says something, and French codes exist") {
    Address address;
    CHECK(first_field(check(address, Language::fr)) == "line1");
    address.city = "Lyon";
    CHECK(check(address, Language::fr).empty());
    address.postal_code = "99999";
    CHECK(first_field(check(address, Language::fr)) == "postal_code");
    address.country = "BE";
    CHECK(check(address, Language::fr).empty());
}

TEST_CASE("people log calls, mails, texts, meetings and notes with a text") {
    Activity activity;
    CHECK(first_field(check(activity, Language::fr)) == "body");
    activity.body = "Rappeler mardi";
    CHECK(check(activity, Language::fr).empty());
    activity.kind = ActivityKind::call;
    activity.body.clear();
    CHECK(check(activity, Language::fr).empty());
    activity.kind = ActivityKind::state_change;
    CHECK(first_field(check(activity, Language::fr)) == "kind");
}

TEST_CASE("a project does not end before it starts") {
    Project project;
    project.started_on = make_date(2026, 11, 21);
    CHECK(check(project, Language::fr).empty());
    project.due_on = make_date(2026, 11, 20);
    CHECK(first_field(check(project, Language::fr)) == "due_on");
}
