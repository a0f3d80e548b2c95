// Company numbers, postal codes and ways to reach somebody. The vectors are those of the French
// billing reference §2.
#include "shared/core/text.hpp"
#include "shared/schema/countries.hpp"
#include "shared/schema/validators.hpp"
#include "shared/texts/validation.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace carnet;

namespace {

using Normalize = Problem (*)(std::string&);

bool passes(Normalize normalize, std::string text) {
    return normalize(text) == nullptr;
}

// What the text becomes, or "!" and what is wrong with it.
std::string result(Normalize normalize, std::string text) {
    const Problem problem = normalize(text);
    return problem ? std::string("!") + problem->en : text;
}

bool postal_passes(std::string text, std::string_view country) {
    return normalize_postal_code(text, country) == nullptr;
}

} // namespace

TEST_CASE("a SIREN has nine digits that satisfy Luhn") {
    for (const std::string siren :
         {"732829320",
          "404833048",
          "552008443",
          "443061841",
          "130025265",
          "356000000",
          "100000009",
          "200000008"}) {
        CAPTURE(siren);
        CHECK(passes(normalize_siren, siren));
    }
    for (const std::string siren :
         {"732829321",
          "404833047",
          "12345678",
          "1234567890",
          "40483304A",
          "000000001",
          "000000000"}) {
        CAPTURE(siren);
        CHECK_FALSE(passes(normalize_siren, siren));
    }
    CHECK(result(normalize_siren, " 732 829\u00A0320 ") == "732829320");
    CHECK(result(normalize_siren, "732.829.320") == "732829320");
    std::string wrong = "732829321";
    CHECK(normalize_siren(wrong) == &texts::wrong_key);
}

TEST_CASE("a SIRET is a SIREN with an office number, and La Poste has its own rule") {
    for (const std::string siret :
         {"73282932000074",
          "40483304800022",
          "13002526500013",
          "11000101300017",
          "10000000900017",
          "20000000800017",
          "35600000000048",
          "35600000049837"}) {
        CAPTURE(siret);
        CHECK(passes(normalize_siret, siret));
    }
    for (const std::string siret :
         {"73282932000079",
          "10000000900015",
          "35600000049838",
          "3560000004983",
          "7328293200007A",
          "99999999999999"}) {
        CAPTURE(siret);
        CHECK_FALSE(passes(normalize_siret, siret));
    }
    CHECK(result(normalize_siret, "732 829 320 00074") == "73282932000074");
}

TEST_CASE("a French VAT number has a key of digits or of letters, and Monaco no SIREN") {
    for (const std::string vat :
         {"FR44732829320",
          "FR83404833048",
          "FR40303265045",
          "FR23334175221",
          "FRK7399859412",
          "FR4Z123456782",
          "FR88100000009",
          "FR37200000008",
          "FR53000004605"}) {
        CAPTURE(vat);
        CHECK(passes(normalize_french_vat_number, vat));
        CHECK(passes(normalize_vat_number, vat));
    }
    for (const std::string vat :
         {"FR84323140391", "FR00732829320", "FRIO334175221", "FR4473282932", "FR61775670417"}) {
        CAPTURE(vat);
        CHECK_FALSE(passes(normalize_french_vat_number, vat));
        CHECK_FALSE(passes(normalize_vat_number, vat));
    }
    CHECK_FALSE(passes(normalize_french_vat_number, "DE136695976"));
    CHECK(result(normalize_vat_number, "fr 44 732 829 320") == "FR44732829320");
}

TEST_CASE("VAT numbers of other countries are checked by their shape") {
    for (const std::string vat :
         {"DE136695976",
          "BE0417497106",
          "IT00743110157",
          "ES B58378431",
          "NL004495445B01",
          "ATU13585627",
          "LU15027442",
          "PL8567346215",
          "EL094259216",
          "GB980780684",
          "CHE107787577IVA",
          "IE6433435F",
          "US123456789"}) {
        CAPTURE(vat);
        CHECK(passes(normalize_vat_number, vat));
    }
    for (const std::string vat :
         {"DE13669597", "BE41749710", "ZZ123456", "12345678", "D", "IT0074311015A"}) {
        CAPTURE(vat);
        CHECK_FALSE(passes(normalize_vat_number, vat));
    }
}

TEST_CASE("the French VAT number follows from the SIREN") {
    CHECK(french_vat_number_of("732829320") == "FR44732829320");
    CHECK(french_vat_number_of("100000009") == "FR88100000009");
    CHECK(french_vat_number_of("732829321").empty());
}

TEST_CASE("phone numbers become E.164, French when no country is said") {
    struct Row {
        std::string typed;
        std::string stored;
    };
    for (const Row& row : {
             Row{"01 23 45 67 89", "+33123456789"},
             Row{"06.12.34.56.78", "+33612345678"},
             Row{"+33 (0)6 12 34 56 78", "+33612345678"},
             Row{"0033612345678", "+33612345678"},
             Row{"+33 0612345678", "+33612345678"},
             Row{"0800 123 456", "+33800123456"},
             Row{"09 72 12 34 56", "+33972123456"},
             Row{"+262 692 12 34 56", "+262692123456"},
             Row{"+32 470 12 34 56", "+32470123456"},
             Row{"+377 93 15 36 00", "+37793153600"},
             Row{"0692 12 34 56", "+262692123456"},
             Row{"0590 12 34 56", "+590590123456"},
             Row{"0712345678", "+33712345678"},
             Row{"612345678", "+33612345678"},
             Row{"33612345678", "+33612345678"},
             Row{"02\u00A061\u00A091\u202F40-12", "+33261914012"},
             Row{"01 23 45 67 89 poste 12", "+33123456789;ext=12"},
             Row{"+33123456789;ext=12", "+33123456789;ext=12"},
             Row{"+1 (212) 555-1234", "+12125551234"},
             Row{"3631", "3631"},
             Row{"112", "112"},
             Row{"118 218", "118 218"},
         }) {
        CAPTURE(row.typed);
        CHECK(result(normalize_phone, row.typed) == row.stored);
    }
}

TEST_CASE("only what is clearly no phone number is refused") {
    for (const std::string typed :
         {"01 23 45 67 8",
          "06 12 34 56 789",
          "not a phone",
          "+",
          "1",
          "+999 12 34 56 78",
          "+33 6 12 34",
          "1234567890123456",
          "00",
          "+33 1 23 45 67 89 01",
          "0612345678 / 0712345678"}) {
        CAPTURE(typed);
        CHECK_FALSE(passes(normalize_phone, typed));
    }
}

TEST_CASE("e-mail addresses follow HTML's pattern with a domain that has a dot") {
    for (const std::string email :
         {"jean.dupont@example.fr",
          "a+b@sub.example.com",
          "o'neil@example.org",
          "x_y-z@exa-mple.co",
          "info@société-générale.fr",
          "`x`@example.org"}) {
        CAPTURE(email);
        CHECK(passes(normalize_email, email));
    }
    for (const std::string email :
         {"no-at.example.com",
          "a@-example.com",
          "a b@example.com",
          "a@example..com",
          "@example.com",
          "a@",
          "a@b",
          "a@b@example.com",
          ".a@example.com",
          "a..b@example.com",
          "a@example.com, b@example.com",
          "a@exam ple.com",
          "é@example.com",
          "a@1.2.3.4",
          "a@example.c"}) {
        CAPTURE(email);
        CHECK_FALSE(passes(normalize_email, email));
    }
    CHECK(passes(normalize_email, std::string(64, 'a') + "@example.com"));
    CHECK_FALSE(passes(normalize_email, std::string(65, 'a') + "@example.com"));
    CHECK_FALSE(passes(normalize_email, "a@" + std::string(64, 'b') + ".com"));
    CHECK(result(normalize_email, "Jean.Dupont@EXAMPLE.fr") == "Jean.Dupont@example.fr");
}

TEST_CASE("web addresses get https:// and a host in lower case") {
    struct Row {
        std::string typed;
        std::string stored;
    };
    for (const Row& row : {
             Row{"example.com", "https://example.com"},
             Row{"http://www.Le-Kaleidoscope.fr", "http://www.le-kaleidoscope.fr"},
             Row{"HTTPS://Example.com/Chemin?Q=1#a", "https://example.com/Chemin?Q=1#a"},
             Row{"example.com:8080/x", "https://example.com:8080/x"},
             Row{"www.été.fr", "https://www.été.fr"},
             Row{"http://192.168.1.10/", "http://192.168.1.10/"},
             Row{"example.com/a:b", "https://example.com/a:b"},
         }) {
        CAPTURE(row.typed);
        CHECK(result(normalize_url, row.typed) == row.stored);
    }
    for (const std::string typed :
         {"javascript:alert(1)",
          "ftp://example.com",
          "exemple",
          "http://",
          "https://exa mple.com",
          "mailto:a@b.fr",
          "http://user@example.com",
          "http://example..com",
          "http://example.com:port/",
          "http://a_b.com"}) {
        CAPTURE(typed);
        CHECK_FALSE(passes(normalize_url, typed));
    }
}

TEST_CASE("French postal codes have five digits of an existing department") {
    for (const std::string code : {"75001", "01000", "20200", "97400", "98000", "98800"}) {
        CAPTURE(code);
        CHECK(postal_passes(code, "FR"));
    }
    for (const std::string code :
         {"00100", "96000", "99999", "7500", "750011", "2A000", "84200.0"}) {
        CAPTURE(code);
        CHECK_FALSE(postal_passes(code, "FR"));
    }
    CHECK(postal_passes("SW1A 1AA", "GB"));
    CHECK(postal_passes("1000", "BE"));
    CHECK_FALSE(postal_passes("<script>", "GB"));
    CHECK_FALSE(postal_passes("1", "BE"));
}

TEST_CASE("countries are known by code and by name in both languages") {
    CHECK(result(normalize_country, "fr") == "FR");
    CHECK_FALSE(passes(normalize_country, "XX"));
    REQUIRE(find_country_by_name("allemagne"));
    CHECK(find_country_by_name("allemagne")->code == "DE");
    CHECK(find_country_by_name("COTE D'IVOIRE")->code == "CI");
    CHECK(find_country_by_name("Nowhere") == nullptr);
}
