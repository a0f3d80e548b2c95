// GET /api/duplicates: clients that are probably the one being typed: the same number,
// e-mail or phone, or a name that reads the same without accents, legal forms and word order.
#include "shared/texts/duplicates.hpp"
#include "backend/app.hpp"
#include "backend/db/transaction.hpp"
#include "backend/features/access.hpp"
#include "backend/features/book_sync.hpp"
#include "backend/features/search.hpp"
#include "shared/core/json.hpp"
#include "shared/core/text.hpp"
#include "shared/texts/server_clients.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace carnet {

namespace {

constexpr std::size_t most_answers = 5, most_candidates = 2000, most_value_bytes = 200;
constexpr int least_score = 60;

// Forms and fillers that say nothing about who it is.
const std::set<std::string, std::less<>> empty_words = {
    "sarl",
    "sas",
    "sasu",
    "sa",
    "eurl",
    "snc",
    "sci",
    "scop",
    "earl",
    "gaec",
    "ei",
    "eirl",
    "association",
    "assoc",
    "asso",
    "ste",
    "societe",
    "ets",
    "etablissements",
    "groupe",
    "cabinet",
    "et",
    "de",
    "du",
    "des",
    "la",
    "le",
    "les",
    "l",
    "d",
    "fils",
    "the"};

std::set<std::string> telling_words(std::string_view name) {
    std::set<std::string> words, all;
    const std::string folded = text::fold(name);
    for (const auto word : text::split(folded, ' ')) {
        if (word.empty())
            continue;
        all.emplace(word);
        if (!empty_words.contains(word))
            words.emplace(word);
    }
    return words.empty() ? all : words;
}

// 0–100: how much of the two names' telling letters is shared.
int likeness(const std::set<std::string>& a, const std::set<std::string>& b) {
    std::size_t shared = 0, total = 0;
    for (const auto& word : a) {
        total += word.size();
        if (b.contains(word))
            shared += word.size();
    }
    for (const auto& word : b)
        total += b.size() && a.contains(word) ? 0 : word.size();
    return total == 0 ? 0 : static_cast<int>(shared * 100 / total);
}

struct Score {
    int points = 0;
    const Text* reason = nullptr;
};
using Scores = std::map<std::int64_t, Score>;

void note(Scores& scores, std::int64_t id, int points, const Text& reason) {
    Score& score = scores[id];
    if (points > score.points)
        score = {points, &reason};
}

void by_column(
    Context& c,
    Scores& scores,
    std::string_view sql,
    std::string_view value,
    int points,
    const Text& reason
) {
    if (value.empty())
        return;
    auto statement = c.tx.prepare(sql);
    statement.bind("value", value);
    while (statement.step()) {
        const auto id = statement.integer(0);
        if (sees_client(c.tx, c.actor, id))
            note(scores, id, points, reason);
    }
}

Book::Result rows_with(const BookReader& reader, const Actor& actor, const std::string& words) {
    BookQuery query;
    query.text = words;
    Book::Result found;
    reader->find(query, &actor, 0, found);
    if (found.slots.size() > most_candidates)
        found.slots.resize(most_candidates);
    return found;
}

void by_name(Context& c, const BookReader& reader, Scores& scores, std::string_view name) {
    const auto words = telling_words(name);
    const auto longest = std::max_element(words.begin(), words.end(), [](auto& a, auto& b) {
        return a.size() < b.size();
    });
    if (longest == words.end() || longest->size() < 3)
        return;
    for (const auto slot : rows_with(reader, c.actor, *longest).slots) {
        const BookRow row = reader->row(slot);
        const int points = std::max(
            likeness(words, telling_words(row.name)), likeness(words, telling_words(row.legal_name))
        );
        if (points >= least_score)
            note(
                scores,
                row.id,
                points == 100 ? 90 : points * 85 / 100,
                points == 100 ? texts::same_name : texts::like_name
            );
    }
}

void by_phone(Context& c, const BookReader& reader, Scores& scores, std::string_view phone) {
    std::string digits = text::digits_only(phone);
    // The last nine digits are the national number without its 0.
    if (digits.size() < 9)
        return;
    digits = digits.substr(digits.size() - 9);
    for (const auto slot : rows_with(reader, c.actor, digits).slots)
        note(scores, reader->id(slot), 80, texts::same_phone);
}

Json answers(Context& c, const BookReader& reader, Scores scores) {
    scores.erase(c.request.query_int("exclude", 0, 0, INT64_MAX).value_or(0));
    std::vector<std::pair<std::int64_t, Score>> best(scores.begin(), scores.end());
    std::stable_sort(best.begin(), best.end(), [](const auto& a, const auto& b) {
        return a.second.points > b.second.points;
    });
    Json list = Json::array();
    for (const auto& [id, score] : best) {
        const Slot slot = reader->slot_of(id);
        if (slot == no_slot || score.points < least_score - 10 || list.size() >= most_answers)
            continue;
        list.push_back(
            {{"client_id", id},
             {"name", std::string(reader->name(slot))},
             {"reference", std::string(reader->reference(slot))},
             {"score", score.points},
             {"reason", tr(*score.reason, c.language())}}
        );
    }
    return list;
}

Result<Response> duplicates(Context& c) {
    for (const char* name : {"name", "siren", "siret", "email", "phone"}) {
        const auto value = c.request.query_param(name);
        if (value.size() > most_value_bytes || !text::valid_utf8(value))
            return invalid(name, tr(texts::bad_parameter, c.language()));
    }
    Scores scores;
    const std::string siren = text::digits_only(c.request.query_param("siren"));
    const std::string siret = text::digits_only(c.request.query_param("siret"));
    by_column(
        c,
        scores,
        "SELECT id FROM client WHERE siret = :value AND deleted_at IS NULL",
        siret,
        100,
        texts::same_siret
    );
    by_column(
        c,
        scores,
        "SELECT id FROM client WHERE siren = :value AND deleted_at IS NULL",
        siren,
        98,
        texts::same_siren
    );
    by_column(
        c,
        scores,
        "SELECT id FROM client WHERE lower(email) = lower(:value) AND email IS NOT NULL AND "
        "deleted_at IS NULL",
        c.request.query_param("email"),
        88,
        texts::same_email
    );
    const BookReader reader(c.app, BookColumn::name);
    by_name(c, reader, scores, c.request.query_param("name"));
    by_phone(c, reader, scores, c.request.query_param("phone"));
    Json answer;
    answer["duplicates"] = answers(c, reader, std::move(scores));
    return json_response(answer);
}

constexpr Route routes[] = {
    get("/api/duplicates",
        Permission::clients_read,
        &duplicates,
        "Probable twins of a client: name, siren, siret, email, phone, exclude")
        .asks("name siren siret email phone exclude:integer")
        .gives("{duplicates: [{client_id: integer, name: string, reference: string, reason: "
               "string, score: integer}]}"),
};

} // namespace

std::span<const Route> duplicate_routes() {
    return routes;
}

} // namespace carnet
