// Names of invented companies: by family and trade, by place, by brand.
#include "backend/features/demo/client.hpp"
#include "backend/features/demo/words.hpp"

namespace carnet::demo {

namespace {

const Trade& pick_trade(Random& random, bool of_family) {
    for (;;) {
        const Trade& trade = random.pick(trades());
        if (trade.of_family == of_family)
            return trade;
    }
}

// "Menuiserie Quéméneur", "Le Goff & Fils Plomberie".
std::string family_name(Random& random, const Trade& trade) {
    const std::string family = random.pick(family_names());
    switch (random.below(6)) {
    case 0:
        return std::string(trade.word) + " " + family + " & Fils";
    case 1:
        return std::string(trade.word) + " " + family + " Frères";
    case 2:
        return std::string(trade.word) + " " + random.pick(male_names()) + " " + family;
    case 3:
        return family + " " + random.pick(family_names()) + " " + trade.word;
    default:
        return std::string(trade.word) + " " + family;
    }
}

// "Clinique Saint-Aubin", "Mairie de Redon", "Hôtel du Vieux-Port".
std::string place_name(Random& random, const Trade& trade, std::string_view city) {
    const std::string word = trade.word, town(city);
    if (word == "Mairie")
        return word + " de " + town;
    if (word == "Clinique" || word == "Lycée" || word == "Collège" || word == "École" ||
        word == "Maison de retraite")
        return word + " " + random.pick(saints()) + (random.chance(60) ? " de " + town : "");
    return word + " " + random.pick(places()) + (random.chance(55) ? " " + town : "");
}

std::string brand_name(Random& random) {
    return std::string(random.pick(brand_beginnings())) + random.pick(brand_endings()) + " " +
           random.pick(brand_domains());
}

} // namespace

CompanyName make_company_name(Random& random, std::string_view city) {
    CompanyName company;
    const auto pattern = random.below(100);
    const Trade& trade = pick_trade(random, pattern < 50);
    std::string name = pattern < 50   ? family_name(random, trade)
                       : pattern < 70 ? place_name(random, trade, city)
                                      : brand_name(random);
    company.naf_code = pattern < 70 ? trade.naf_code : "70.22Z";
    company.sector = pattern < 70 ? trade.sector : 6;
    const std::string form = random.pick(legal_forms());
    if (random.chance(55)) {
        company.trade_name = name;
        company.legal_name = std::string(random.pick(family_names())) + " " +
                             random.pick(brand_domains()) + " " + form;
    } else {
        company.legal_name = pattern >= 50 && pattern < 70 ? name : name + " " + form;
    }
    return company;
}

} // namespace carnet::demo
