// GET /api/search: contacts by name, e-mail or part of a phone number. The book finds their
// clients, the database the rest. Names that begin with what was typed come first, then those with
// such a word, as in the palette.
#include "backend/features/search.hpp"

#include "backend/app.hpp"
#include "backend/db/records.hpp"
#include "backend/features/book_sync.hpp"
#include "shared/core/json.hpp"
#include "shared/core/text.hpp"
#include "shared/core/text_match.hpp"
#include "shared/texts/server_clients.hpp"

#include <algorithm>

namespace carnet {

namespace {

constexpr std::size_t most_query_bytes = 200, most_clients = 3000, most_contacts = 20;
// Words may be spread over two contacts of a client, none of which is then found.
constexpr std::size_t most_candidates = most_contacts * 2;
constexpr std::size_t least_digits = 3;

// The words of a search, and its digits when it could be part of a phone number.
struct Needle {
    std::string folded;
    std::vector<std::string> words;
    std::string digits;

    explicit Needle(std::string_view query) : folded(text::fold(text::trim(query))) {
        for (const auto word : text::split(folded, ' '))
            if (!word.empty())
                words.emplace_back(word);
        digits = text::digits_only(query);
        // Stored numbers are international: the national 0 is not in them.
        if (!digits.empty() && digits[0] == '0')
            digits.erase(0, 1);
        if (digits.size() < least_digits)
            digits.clear();
    }
    bool in(std::string_view names, std::string_view phones) const {
        if (!digits.empty() && text::digits_only(phones).find(digits) != std::string::npos)
            return true;
        const std::string text = text::fold(names);
        return std::all_of(words.begin(), words.end(), [&](const auto& word) {
            return text.find(word) != std::string::npos;
        });
    }
    // What was found by something else than its name is no better than letters inside it.
    text::Match rank(std::string_view name) const {
        return std::min(text::match(text::fold(name), folded), text::Match::inside);
    }
};

struct Candidate {
    std::int64_t client_id;
    std::string name;
    text::Match rank; // Of the best of its contacts.
};

// Of the lines of a client's contacts: names, and what has no letters or is an e-mail address.
text::Match best_rank(std::string_view contacts_text, const Needle& needle) {
    auto best = text::Match::inside;
    for (const auto line : text::split(contacts_text, '\n'))
        if (line.find('@') == std::string_view::npos)
            best = std::min(best, needle.rank(line));
    return best;
}

// The best first, and no more of them than are asked for.
template <class Rows, class RankOf>
void keep_best(Rows& rows, std::size_t most, const RankOf& rank_of) {
    std::stable_sort(rows.begin(), rows.end(), [&](const auto& a, const auto& b) {
        return rank_of(a) < rank_of(b);
    });
    if (rows.size() > most)
        rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(most), rows.end());
}

std::vector<Candidate> candidates(Context& c, std::string_view query, const Needle& needle) {
    const BookReader reader(c.app, BookColumn::name);
    BookQuery wanted;
    wanted.text = query;
    Book::Result found;
    reader->find(wanted, &c.actor, c.app.now().ms, found);
    std::vector<Candidate> clients;
    const auto count = std::min(found.slots.size(), most_clients);
    std::size_t perfect = 0;
    for (std::size_t i = 0; i < count && perfect < most_candidates; ++i) {
        const BookRow row = reader->row(found.slots[i]);
        if (!needle.in(row.contacts_text, row.contacts_text))
            continue;
        clients.push_back({row.id, row.name, best_rank(row.contacts_text, needle)});
        perfect += clients.back().rank == text::Match::start;
    }
    keep_best(clients, most_candidates, [](const Candidate& client) { return client.rank; });
    return clients;
}

struct FoundContact {
    text::Match rank;
    Json json;
};

void add_contacts(
    Context& c, const Candidate& client, const Needle& needle, std::vector<FoundContact>& list
) {
    const auto links = find_all<ClientContact>(
        c.tx,
        "WHERE client_id = :client ORDER BY is_main DESC, id",
        [&](Statement& s) { s.bind("client", client.client_id); }
    );
    for (const auto& link : links) {
        const auto contact = find<Contact>(c.tx, link.contact_id);
        if (!contact)
            continue;
        const std::string name = display_name(*contact);
        if (!needle.in(name + " " + contact->email, contact->phone + " " + contact->mobile))
            continue;
        Json json{
            {"id", contact->id},
            {"name", name},
            {"client_id", client.client_id},
            {"client_name", client.name},
            {"email", contact->email},
            {"phone", contact->phone.empty() ? contact->mobile : contact->phone},
            {"job_title", link.job_title}};
        list.push_back({needle.rank(name), std::move(json)});
    }
}

Result<Response> search(Context& c) {
    const auto query = c.request.query_param("q");
    if (query.size() > most_query_bytes || !text::valid_utf8(query))
        return invalid("q", tr(texts::bad_parameter, c.language()));
    std::vector<FoundContact> found;
    const Needle needle(query);
    if (!needle.words.empty())
        for (const auto& client : candidates(c, query, needle))
            add_contacts(c, client, needle, found);
    keep_best(found, most_contacts, [](const FoundContact& contact) { return contact.rank; });
    Json contacts = Json::array();
    for (FoundContact& contact : found)
        contacts.push_back(std::move(contact.json));
    return json_response(Json{{"contacts", std::move(contacts)}});
}

constexpr Route routes[] = {
    get("/api/search",
        Permission::clients_read,
        &search,
        "Contacts by name, e-mail or part of a phone number: q",
        &EntityOf<Contact>::spec)
        .asks("q")
        .gives("{contacts: [{id: integer, name: string, email: string, phone: string, job_title: "
               "string, client_id: integer, client_name: string}]}"),
};

} // namespace

std::span<const Route> search_routes() {
    return routes;
}

} // namespace carnet
