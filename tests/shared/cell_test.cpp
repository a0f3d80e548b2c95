// What spreadsheets and other products do to values, and how a cell is read all the same.
#include "shared/import/cell.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace carnet;

namespace {

// What the cell says for the target; "!" and the message when it is wrong.
std::string read(std::string_view target, std::string_view text) {
    const ReadCell cell = read_cell(*find_target(target), text, Language::fr);
    if (!cell.error.empty())
        return "!" + cell.error;
    if (const auto* words = std::get_if<Words>(&cell.value)) {
        std::string out;
        for (const std::string& word : *words)
            out += (out.empty() ? "" : "|") + word;
        return out;
    }
    const auto* value = std::get_if<std::string>(&cell.value);
    return value ? *value : "";
}

bool is_wrong(std::string_view target, std::string_view text) {
    return read(target, text).substr(0, 1) == "!";
}

} // namespace

TEST_CASE("numbers that a spreadsheet rewrote are put right") {
    CHECK(read("address.postal_code", "84200.0") == "84200");
    CHECK(read("siren", "732829320.0") == "732829320");
    CHECK(read("siren", "732 829 320") == "732829320");
    CHECK(read("phone", "612345678.0") == "+33612345678");
    CHECK(read("reference", "411001.0") == "411001");
    CHECK(read("reference", "4.5") == "4.5");
}

TEST_CASE("lost zeros come back only when the key then holds") {
    CHECK(read("siren", "62201199") == "062201199");
    CHECK(read("siret", "6220119900031") == "06220119900031");
    CHECK(is_wrong("siren", "62201198"));
    CHECK(is_wrong("siren", "7,32829E+08"));
}

TEST_CASE("cells that say nothing are empty") {
    for (const std::string nothing : {"", "  ", "NULL", "nan", "#N/A", "[ND]"}) {
        CHECK(read("legal_name", nothing) == "");
        CHECK(read("phone", nothing) == "");
    }
    CHECK(read("phone", "n/a") == "");
    CHECK(read("email", "-") == "");
    CHECK(read("legal_name", "NC") == "NC");
    // An export's apostrophe says that somebody is called so.
    for (const std::string name : {"NULL", "null", "nan", "[ND]", "'NULL", "''null"})
        CHECK(read("contact.first_name", "'" + name) == name);
    CHECK(read("contact.first_name", "'t Hooft") == "'t Hooft");
}

TEST_CASE("days come in many shapes") {
    for (const std::string text :
         {"20/01/2026",
          "2026-01-20",
          "2026-01-20 00:00:00",
          "2026-01-20T09:30:00Z",
          "20/01/2026 09:30",
          "20-janv-26",
          "20 janvier 2026",
          "January 20, 2026",
          "mardi 20 janv. 2026",
          "1/20/2026",
          "20260120",
          "46042",
          "46042.0"}) {
        CAPTURE(text);
        CHECK(read("founded_on", text) == "2026-01-20");
    }
    CHECK(read("founded_on", "1998") == "1998-01-01");
    CHECK(read("founded_on", "20112026") == "2026-11-20");
    CHECK(read("founded_on", "1er juillet 2020") == "2020-07-01");
    for (const std::string text :
         {"bientôt", "32/01/2026", "1/32/2026", "12345678901234567890", "jui 2020"})
        CHECK(is_wrong("founded_on", text));
}

TEST_CASE("states and kinds are known by many words") {
    for (const std::string word : {"Actif", "ACTIVE", "Client", "oui", "True", "1"})
        CHECK(read("state", word) == "active");
    for (const std::string word : {"Prospect", "lead", "Piste"})
        CHECK(read("state", word) == "prospect");
    for (const std::string word : {"Inactif", "non", "False", "Ancien client"})
        CHECK(read("state", word) == "inactive");
    CHECK(read("state", "en pause") == "suspended");
    CHECK(is_wrong("state", "bleu"));
    CHECK(read("kind", "Société") == "company");
    CHECK(read("kind", "Particulier") == "person");
    CHECK(read("is_open", "False") == "inactive");
    CHECK(read("is_open", "C") == "inactive");
    CHECK(read("is_open", "True") == "");
}

TEST_CASE("INSEE’s size codes and plain numbers become bands") {
    CHECK(read("size_code", "12") == "20 à 49 salariés");
    CHECK(read("size_code", "NN") == "Sans salarié");
    CHECK(read("size_code", "1") == "1 ou 2 salariés");
    CHECK(read("size_code", "00.0") == "Sans salarié");
    CHECK(is_wrong("size_code", "99"));
    CHECK(read("size", "12") == "10 à 19 salariés");
    CHECK(read("size", "0") == "Sans salarié");
    CHECK(read("size", "50-100") == "50-100");
}

TEST_CASE("of several addresses or numbers in one cell the first counts") {
    CHECK(read("email", "Jean Dupont <jean@Exemple.fr>") == "jean@exemple.fr");
    CHECK(read("email", "a@exemple.fr; b@exemple.fr") == "a@exemple.fr");
    CHECK(read("email", "mailto:a@exemple.fr") == "a@exemple.fr");
    CHECK(read("phone", "02 61 91 40 12 / 06 12 34 56 78") == "+33261914012");
    CHECK(read("phone", "02.61.91.40.12 ou 06.12.34.56.78") == "+33261914012");
    CHECK(is_wrong("phone", "demander à Paul"));
}

TEST_CASE("countries are read by name, tags are separated") {
    CHECK(read("address.country", "France") == "FR");
    CHECK(read("address.country", "BELGIQUE") == "BE");
    CHECK(read("address.country", "Royaume-Uni") == "GB");
    CHECK(is_wrong("address.country", "Atlantide"));
    CHECK(read("tags", "VIP; Lyon ,vip|  Bio") == "VIP|Lyon|Bio");
}

TEST_CASE("every target can be reached by name, has a label and only headings of its own") {
    std::vector<std::string_view> names;
    for (const ImportTarget& target : import_targets()) {
        CAPTURE(target.name);
        CHECK(find_target(target.name) == &target);
        CHECK_FALSE(target_label(target, Language::fr).empty());
        CHECK((field_of(target) != nullptr) == (target.kind <= TargetKind::address));
        CHECK(std::find(names.begin(), names.end(), target.name) == names.end());
        names.push_back(target.name);
    }
    CHECK(find_target("password") == nullptr);
}

TEST_CASE("a cell with NUL is refused, not shortened") {
    const ReadCell cell =
        read_cell(*find_target("legal_name"), std::string_view("No\0m", 4), Language::fr);
    CHECK(std::holds_alternative<std::monostate>(cell.value));
    CHECK_FALSE(cell.error.empty());
}
