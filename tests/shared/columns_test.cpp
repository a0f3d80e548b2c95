// Columns are recognised in files of INSEE, of other products, and of people.
#include "shared/import/columns.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace carnet;

namespace {

// Suggested targets, separated by spaces; "-" for none.
std::string guessed(std::string csv) {
    const auto table = read_csv(std::move(csv), Language::fr);
    REQUIRE(table);
    std::string out;
    for (const ColumnGuess& guess : guess_columns(*table))
        out += (out.empty() ? "" : " ") + (guess.target.empty() ? "-" : guess.target);
    return out;
}

} // namespace

TEST_CASE("the Sirene extract") {
    CHECK(
        guessed("siren,siret_siege,denomination,sigle,nom_usage,code_postal,commune,site_web,naf,"
                "tranche_effectifs,categorie_juridique,date_creation,est_active\n"
                "062201199,06220119900031,Le tiers "
                "lieu,TETRA,,84200.0,CARPENTRAS,https://"
                "letierslieudecarpentras.fr,45.2R,NN,5499,1962-01-01,True\n") ==
        "siren siret legal_name - trade_name address.postal_code address.city website "
        "naf_code size_code - founded_on is_open"
    );
}

TEST_CASE("INSEE’s own file of companies") {
    CHECK(
        guessed("siren;denominationUniteLegale;trancheEffectifsUniteLegale;"
                "activitePrincipaleUniteLegale;etatAdministratifUniteLegale;"
                "dateCreationUniteLegale\n732829320;ATELIER;12;62.01Z;A;2010-01-01\n"
        ) == "siren legal_name size_code naf_code is_open founded_on"
    );
}

TEST_CASE("a HubSpot export of companies, and one of contacts") {
    CHECK(
        guessed("Record ID,Company name,Company owner,Create Date,Phone "
                "Number,City,Country/Region,Industry,Company Domain Name\n123,Atelier,Léa "
                "Martin,2026-01-01,02 61 91 40 12,Lyon,France,Bois,atelier.fr\n"
        ) == "reference legal_name owner - phone address.city address.country sector website"
    );
    CHECK(
        guessed("First Name,Last Name,Email,Phone Number,Company Name,Job "
                "Title\nNadia,Petit,n@exemple.fr,0261914012,Atelier,Gérante\n") ==
        "contact.first_name contact.last_name contact.email contact.phone legal_name "
        "contact.job_title"
    );
}

TEST_CASE("a Pipedrive export") {
    CHECK(
        guessed(
            "Organisation - Nom,Organisation - Adresse,Personne - Nom,Personne - E-mail - "
            "Travail,Organisation - Propriétaire\nAtelier,1 rue A,Nadia Petit,n@exemple.fr,Léa\n"
        ) == "legal_name address.line1 contact.name contact.email owner"
    );
}

TEST_CASE("exports of French accounting products") {
    CHECK(
        guessed("Code client;Raison sociale;Adresse 1;Adresse "
                "2;CP;Ville;Pays;Téléphone;Portable;E-mail;N° TVA "
                "intracommunautaire;SIRET;Commercial;Famille\n"
                "C001;Atelier;1 rue "
                "A;;69001;Lyon;France;0261914012;0612345678;a@exemple.fr;FR44732829320;"
                "73282932000074;Léa;A\n") ==
        "reference legal_name address.line1 address.line2 address.postal_code address.city "
        "address.country phone contact.mobile email vat_number siret owner -"
    );
}

TEST_CASE("“Nom” is a company alone, a family name beside “Prénom”") {
    CHECK(guessed("Nom;Ville\nAtelier;Lyon\n") == "name address.city");
    CHECK(guessed("Nom;Prénom;E-mail\nPetit;Zoé;z@exemple.fr\n") == "last_name first_name email");
    CHECK(
        guessed("Société;Nom;Prénom;E-mail\nAtelier;Petit;Zoé;z@exemple.fr\n") ==
        "legal_name contact.last_name contact.first_name contact.email"
    );
}

TEST_CASE("our own export is read back") {
    CHECK(
        guessed("Référence;Raison sociale;État;Type;Client "
                "depuis;Responsable\nCL-00001;A;Actif;Professionnel;01/01/2020;Léa\n"
        ) == "reference legal_name state kind client_since owner"
    );
}

TEST_CASE("cells decide where headings say nothing, and against headings that mislead") {
    CHECK(
        guessed("A;B;C;D\nAtelier;a@exemple.fr;73282932000074;732829320\nGarage;b@exemple.fr;"
                "40483304800022;404833048\nX;c@exemple.fr;13002526500013;130025265\n"
        ) == "- email siret siren"
    );
    CHECK(
        guessed("Nom;Site\nAtelier;a@exemple.fr\nGarage;b@exemple.fr\nX;c@exemple.fr\n") ==
        "name email"
    );
}

TEST_CASE("a target is suggested once, samples are short and different") {
    const auto table =
        read_csv("E-mail;Email;Mail\na@exemple.fr;;\na@exemple.fr;b@exemple.fr;\n", Language::fr);
    REQUIRE(table);
    const auto guesses = guess_columns(*table);
    CHECK(guesses[0].target != guesses[1].target);
    CHECK(guesses[0].samples.size() == 1);
    CHECK(guesses[2].samples.empty());
}
