// One client of the demonstration with everything that belongs to it, before it is stored.
// Identifiers of people, words and contacts are filled when it is.
#pragma once

#include "backend/features/demo/random.hpp"
#include "shared/domain/activity.hpp"
#include "shared/domain/address.hpp"
#include "shared/domain/client.hpp"
#include "shared/domain/contact.hpp"
#include "shared/domain/deliverable.hpp"
#include "shared/domain/milestone.hpp"
#include "shared/domain/project.hpp"
#include "shared/domain/project_task.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace carnet::demo {

// Who works at Mistral Réseaux; the order of people().
enum Person { karim, camille, lea, sophie, ines, thomas, hugo, maelle, person_count };

struct DemoContact {
    Contact person;
    ClientContact link;
    int function = -1; // Index into function_names().
};

struct DemoTask {
    ProjectTask task;
    Person assignee = ines;
};

struct DemoProject {
    Project project;
    std::vector<Person> team;
    std::vector<Milestone> milestones;
    std::vector<DemoTask> tasks;
    std::vector<Deliverable> deliverables;
};

// Gives a project the milestones, tasks and deliverables that fit its progress.
void furnish(DemoProject& made, Instant now);

struct DemoActivity {
    Activity activity;
    int contact = -1; // Index into the client's contacts.
    Person by = lea;
};

struct DemoClient {
    Client client;         // id and number are given.
    int owner = -1;        // A Person; -1: nobody in charge.
    int sector = -1;       // Index into sector_names().
    int size = -1;         // Index into size_names().
    std::vector<int> tags; // Indexes into tag_table().
    std::vector<DemoContact> contacts;
    std::vector<Address> addresses;
    std::vector<DemoProject> projects;
    std::vector<DemoActivity> activities;
};

// "Ateliers Fontaine" of the pictures. Among 100,000 another one may bear the same name.
bool is_fontaine(const DemoClient& made);

// Client `number` of `total`, invented; the same for the same arguments and day.
DemoClient generate(std::int64_t number, std::int64_t total, Instant now);

// The clients of the design's pictures, by ascending number.
std::vector<DemoClient> pictured(Instant now);

// Company numbers that pass their checks, different for every client number.
std::string make_siren(std::int64_t number);
std::string make_siret(const std::string& siren);
std::string make_vat_number(const std::string& siren);
// A number of the ranges kept free for fiction: a landline or a mobile.
// Source: Arcep, plan de numérotation, numéros destinés aux œuvres audiovisuelles, as read on
// 2026-11-21.
std::string make_phone(std::int64_t number);
std::string make_mobile(std::int64_t number);
// "menuiserie-quemeneur" out of a name, for addresses under .example.
std::string slug(std::string_view name);

struct CompanyName {
    std::string trade_name; // Empty: the legal name is the one shown.
    std::string legal_name;
    std::string naf_code;
    int sector = 0;
};
CompanyName make_company_name(Random& random, std::string_view city);

} // namespace carnet::demo
