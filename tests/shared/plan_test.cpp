// The dry run of an import: created, updated, unchanged, refused, and why, cell by cell.
#include "shared/core/json.hpp"
#include "shared/core/text.hpp"
#include "shared/import/columns.hpp"
#include "shared/import/plan.hpp"

#include <doctest/doctest.h>

#include <map>
#include <string>

using namespace carnet;

namespace {

// A workspace in memory: clients by id, one user, one tag, one sector.
class FakeClients : public ExistingClients {
  public:
    std::map<std::int64_t, ImportedClient> clients;
    bool editable = true;

    ImportedClient& add(Client client) {
        client.id = static_cast<std::int64_t>(clients.size()) + 1;
        ImportedClient& added = clients[client.id];
        added.client = std::move(client);
        return added;
    }
    Ids find(std::string_view key, std::string_view value) const override {
        Ids ids;
        for (const auto& [id, one] : clients) {
            const Client& c = one.client;
            const bool same = key == "siren"   ? c.siren == value
                              : key == "siret" ? c.siret == value
                              : key == "reference"
                                  ? text::to_upper(c.reference) == text::to_upper(value)
                              : key == "email" ? text::to_lower(c.email) == value
                                               : text::fold(display_name(c)) == value;
            if (same)
                ids.push_back(id);
        }
        return ids;
    }
    bool load(
        std::int64_t id,
        std::string_view contact_name,
        std::string_view contact_email,
        ImportedClient& out
    ) const override {
        out = clients.at(id);
        out.has_main_contact = out.has_contact;
        const bool asked = !contact_name.empty() || !contact_email.empty();
        const bool same =
            out.has_contact && (out.contact.email == contact_email ||
                                text::fold(display_name(out.contact)) == text::fold(contact_name));
        if (asked && !same)
            out.has_contact = false, out.contact = {}, out.link = {};
        return editable;
    }
    std::int64_t user_id(std::string_view name) const override {
        return name == "Léa Martin" || name == "lea@exemple.fr" ? 3 : 0;
    }
    std::int64_t option_id(std::string_view list, std::string_view name) const override {
        return list == "sector" && name == "Bois" ? 5 : 0;
    }
    std::int64_t tag_id(std::string_view name) const override { return name == "VIP" ? 6 : 0; }
    std::string word_name(std::string_view, std::int64_t id) const override {
        return id == 3 ? "Léa Martin" : id == 5 ? "Bois" : "VIP";
    }
};

Client make_client(std::string name, std::string siren = "", std::string reference = "") {
    Client client;
    client.legal_name = std::move(name);
    client.siren = std::move(siren);
    client.reference = std::move(reference);
    return client;
}

// A file with its guessed mapping, planned.
struct Plan {
    CsvTable table;
    FakeClients existing;
    ImportSettings settings;
    explicit Plan(std::string csv)
        : table(std::move(read_csv(std::move(csv), Language::fr)).value()) {
        for (const ColumnGuess& guess : guess_columns(table))
            settings.mapping.push_back(guess.target);
    }
    ImportPlanner planner() const { return {table, settings, existing, Language::fr}; }
    PlannedRow row(std::size_t index = 0) const { return planner().row(index); }
    std::string actions() const {
        std::string out;
        for (std::size_t i = 0; i < table.rows(); ++i)
            out += (i ? " " : "") + std::string(action_name(row(i).action));
        return out;
    }
};

const PlannedCell* cell_of(const PlannedRow& row, std::string_view target) {
    for (const PlannedCell& cell : row.cells)
        if (cell.target == target)
            return &cell;
    return nullptr;
}

constexpr const char* sirene_head =
    "\xEF\xBB\xBFsiren,siret_siege,denomination,sigle,nom_usage,code_postal,commune,site_web,naf,"
    "tranche_effectifs,categorie_juridique,date_creation,est_active\n";

std::string sirene_like() {
    return std::string(sirene_head).substr(3) +
           "062201199,06220119900031,Le tiers lieu de "
           "carpentras,TETRA,,84200.0,CARPENTRAS,https://"
           "letierslieudecarpentras.fr,45.2R,NN,5499,1962-01-01,True\n"
           "409193810,40919381000010,\"ALIENOR.ORG, CONSEIL DES "
           "MUSEES\",CMPC,,,,,63.12Z,02,9220.0,1996-06-03,True\n"
           "987412145,98741214500011,ALTOCLOUD,[ND],[ND],,,,63.11Z,NN,9220.0,2024-03-06,False\n";
}

} // namespace

TEST_CASE("the real file’s rows become clients with all their cells") {
    const Plan plan(sirene_like());
    REQUIRE(plan.planner().check());
    CHECK(plan.actions() == "create create create");
    const PlannedRow first = plan.row(0);
    CHECK(first.line == 2);
    CHECK(first.name == "Le tiers lieu de carpentras");
    CHECK(first.after.client.siren == "062201199");
    CHECK(first.after.client.siret == "06220119900031");
    CHECK(first.after.client.naf_code == "45.2R");
    CHECK(to_iso(first.after.client.founded_on) == "1962-01-01");
    CHECK(first.after.new_size == "Sans salarié");
    CHECK(first.after.client.state == ClientState::prospect);
    CHECK(first.after.has_address);
    CHECK(first.after.address.postal_code == "84200");
    CHECK(first.after.address.is_main);
    CHECK(cell_of(first, "address.postal_code")->new_text == "84200");
    CHECK(plan.row(1).name == "ALIENOR.ORG, CONSEIL DES MUSEES");
    CHECK_FALSE(plan.row(1).after.has_address);
    CHECK(plan.row(2).after.client.state == ClientState::inactive);
    CHECK(plan.row(2).after.client.trade_name.empty());
}

TEST_CASE("the same file imported again changes nothing") {
    Plan plan(sirene_like());
    for (std::size_t i = 0; i < 3; ++i) {
        ImportedClient stored = plan.row(i).after;
        stored.new_size.clear();
        stored.client.size_id = {5};
        ImportedClient& added = plan.existing.add(stored.client);
        stored.client.id = added.client.id;
        stored.address.id = stored.has_address ? 1 : 0;
        added = stored;
    }
    plan.settings.mapping[9].clear();
    CHECK(plan.actions() == "unchanged unchanged unchanged");
    CHECK(plan.row(0).cells.empty());
}

TEST_CASE("a known SIREN is updated, with old and new values") {
    Plan plan("SIREN;Raison sociale;Téléphone;Secteur\n732829320;Atelier Vert;02 61 91 40 12;Bois\n"
    );
    plan.existing.add(make_client("Atelier", "732829320"));
    const PlannedRow row = plan.row();
    CHECK(row.action == RowAction::update);
    CHECK(row.client_id == 1);
    REQUIRE(row.cells.size() == 3);
    CHECK(cell_of(row, "legal_name")->old_text == "Atelier");
    CHECK(cell_of(row, "legal_name")->new_text == "Atelier Vert");
    CHECK(cell_of(row, "phone")->new_text == "02 61 91 40 12");
    CHECK(row.after.client.sector_id.id == 5);
    plan.settings.update_existing = false;
    CHECK(plan.row().action == RowAction::unchanged);
}

TEST_CASE("empty cells take nothing away") {
    Plan plan("SIREN;Raison sociale;Téléphone\n732829320;;\n");
    plan.existing.add(make_client("Atelier", "732829320")).client.phone = "+33261914012";
    CHECK(plan.row().action == RowAction::unchanged);
    CHECK(plan.row().after.client.phone == "+33261914012");
}

TEST_CASE("a wrong cell is left out and told; a wrong company number refuses the row") {
    const Plan plan(
        "Raison sociale;SIREN;Téléphone\nA;732829320;abc\nB;732829321;0261914012\n;404833048;\n"
    );
    CHECK(plan.actions() == "create refused refused");
    CHECK(plan.row(0).after.client.phone.empty());
    CHECK_FALSE(cell_of(plan.row(0), "phone")->error.empty());
    CHECK(plan.row(1).error == "SIREN\u00A0: Clé invalide, vérifiez le dernier chiffre");
    CHECK(plan.row(2).error == "Indiquez le nom du client");
    const PlanCounts counts = plan.planner().count();
    CHECK(counts.create == 1);
    CHECK(counts.refused == 2);
}

TEST_CASE("rows that repeat an earlier row are refused with its line") {
    const Plan plan("SIREN;SIRET;Nom;E-mail\n732829320;73282932000074;A;a@exemple.fr\n732829320;"
                    "73282932000074;A;\n732829320;;A;\n404833048;;B;a@exemple.fr\n");
    CHECK(plan.actions() == "create refused refused create");
    CHECK(plan.row(1).error == "Même SIRET que la ligne 2");
    CHECK(plan.row(2).error == "Même SIREN que la ligne 2");
}

TEST_CASE("a weaker key does not find a client that a stronger one excludes") {
    Plan plan("SIREN;Nom;E-mail\n404833048;B;info@exemple.fr\n;C;autre@exemple.fr\n");
    Client client = make_client("A", "732829320");
    client.email = "info@exemple.fr";
    plan.existing.add(client);
    client.siren.clear();
    client.email = "autre@exemple.fr";
    plan.existing.add(client);
    CHECK(plan.row(0).action == RowAction::create);
    CHECK(plan.row(1).action == RowAction::update);
}

TEST_CASE("two clients with the same key, and clients one may not edit, are refused") {
    Plan plan("SIREN;Nom\n732829320;A\n");
    plan.existing.add(make_client("A", "732829320"));
    plan.existing.editable = false;
    CHECK(plan.row().error == "Vous ne pouvez pas modifier ce client");
    plan.existing.editable = true;
    plan.existing.add(make_client("A bis", "732829320"));
    CHECK(plan.row().error == "Plusieurs clients ont ce SIREN");
}

TEST_CASE("people without a company are private persons") {
    const Plan plan("Nom;Prénom;E-mail;Portable\nPetit;Zoé;z@exemple.fr;0612345678\n");
    const PlannedRow row = plan.row();
    CHECK(row.action == RowAction::create);
    CHECK(row.after.client.kind == ClientKind::person);
    CHECK(row.name == "Zoé Petit");
    CHECK(row.after.client.email == "z@exemple.fr");
    CHECK(row.after.contact.last_name == "Petit");
}

TEST_CASE("contacts come with their client; another person’s name is not written over") {
    Plan plan("Référence;Société;Contact;Email contact\nC1;Atelier;Mme DUPONT Jeanne;j@exemple.fr\n"
    );
    const PlannedRow created = plan.row();
    CHECK(created.after.contact.first_name == "Jeanne");
    CHECK(created.after.contact.last_name == "DUPONT");
    CHECK(created.after.link.is_main);
    ImportedClient& stored = plan.existing.add(make_client("Atelier", "", "C1"));
    stored.has_contact = true;
    stored.contact.id = 1;
    stored.contact.last_name = "Martin";
    const PlannedRow updated = plan.row();
    CHECK(updated.action == RowAction::update);
    CHECK(updated.after.contact.id == 0);
    CHECK_FALSE(updated.after.link.is_main);
}

TEST_CASE("owners, tags and lists are found by name or made") {
    const Plan plan(
        "Société;Responsable;Tags;Secteur\nA;Léa Martin;VIP, Bio;Métal\nB;Paul Absent;;Bois\n"
    );
    const PlannedRow first = plan.row(0), second = plan.row(1);
    CHECK(first.after.client.owner_id.id == 3);
    CHECK(first.after.client.tag_ids == Ids{6});
    CHECK(first.after.new_tags == Words{"Bio"});
    CHECK(first.after.new_sector == "Métal");
    CHECK(second.action == RowAction::create);
    CHECK(
        cell_of(second, "owner")->error ==
        "Aucun collaborateur ne s’appelle «\u00A0Paul Absent\u00A0»"
    );
}

TEST_CASE("defaults fill new clients only") {
    Plan plan("SIREN;Nom\n732829320;A\n404833048;B\n");
    plan.settings.defaults = {{"state", "actif"}, {"owner", "lea@exemple.fr"}};
    plan.existing.add(make_client("A", "732829320"));
    REQUIRE(plan.planner().check());
    CHECK(plan.row(0).after.client.state == ClientState::prospect);
    CHECK(plan.row(1).after.client.state == ClientState::active);
    CHECK(plan.row(1).after.client.owner_id.id == 3);
}

TEST_CASE("settings that make no sense are refused by name") {
    Plan plan("A;B\nx;y\n");
    const auto refused = [&](ImportSettings settings) {
        plan.settings = std::move(settings);
        const Status status = plan.planner().check();
        return status ? std::string() : status.error().fields[0].field;
    };
    CHECK(refused({.mapping = {"legal_name", "legal_name"}}) == "mapping.1");
    CHECK(refused({.mapping = {"legal_name", "password"}}) == "mapping.1");
    CHECK(refused({.mapping = {"phone", ""}}) == "mapping");
    CHECK(refused({.mapping = {"legal_name", "", "siren"}}) == "mapping.2");
    CHECK(refused({.mapping = {"legal_name"}, .match = {"siren"}}) == "match");
    CHECK(refused({.mapping = {"legal_name"}, .match = {"phone"}}) == "match");
    CHECK(
        refused({.mapping = {"legal_name"}, .defaults = {{"state", "bleu"}}}) == "defaults.state"
    );
    CHECK(refused({.mapping = {"legal_name", "notes"}}) == "");
}

TEST_CASE("cells too many refuse the row, and a lost zero of a French postal code comes back") {
    const Plan plan("Société;CP;Pays\nA;1000;\nB;1000;Belgique\nC;99999;\nD;69001;France;trop\n");
    CHECK(plan.row(0).after.address.postal_code == "01000");
    CHECK(plan.row(1).after.address.postal_code == "1000");
    CHECK(plan.row(2).action == RowAction::create);
    CHECK_FALSE(cell_of(plan.row(2), "address.postal_code")->error.empty());
    CHECK_FALSE(plan.row(2).after.has_address);
    CHECK(plan.row(3).action == RowAction::refused);
}

TEST_CASE("a row tells the browser everything as JSON") {
    const Plan plan("Société;Téléphone\nA;abc\n");
    const Json json = to_json(plan.row());
    CHECK(json_int(json, "line") == 2);
    CHECK(json_string(json, "action") == "create");
    CHECK(json_at(json, "cells").size() == 2);
    CHECK_FALSE(json_string(json_at(json, "cells")[1], "error").empty());
}
