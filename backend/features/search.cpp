// GET /api/search: contacts by name, e-mail or part of a phone number. The book finds their
// clients, the database the rest.
#include "backend/features/search.hpp"

#include "backend/app.hpp"
#include "backend/db/records.hpp"
#include "backend/features/book_sync.hpp"
#include "shared/core/json.hpp"
#include "shared/core/text.hpp"
#include "shared/texts/server_clients.hpp"

#include <algorithm>

namespace carnet {

namespace {

constexpr std::size_t most_query_bytes = 200, most_clients = 3000, most_contacts = 20;
constexpr std::size_t least_digits = 3;

// The words of a search, and its digits when it could be part of a phone number.
struct Needle {
    std::vector<std::string> words;
    std::string digits;

    explicit Needle(std::string_view query) {
        const std::string folded = text::fold(query);
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
        const std::string folded = text::fold(names);
        return std::all_of(words.begin(), words.end(), [&](const auto& word) {
            return folded.find(word) != std::string::npos;
        });
    }
};

struct Candidate {
    std::int64_t client_id;
    std::string name;
};

std::vector<Candidate> candidates(Context& c, std::string_view query, const Needle& needle) {
    const BookReader reader(c.app, BookColumn::name);
    BookQuery wanted;
    wanted.text = query;
    Book::Result found;
    reader->find(wanted, &c.actor, c.app.now().ms, found);
    std::vector<Candidate> clients;
    const auto count = std::min(found.slots.size(), most_clients);
    for (std::size_t i = 0; i < count && clients.size() < most_contacts * 2; ++i) {
        const BookRow row = reader->row(found.slots[i]);
        if (needle.in(row.contacts_text, row.contacts_text))
            clients.push_back({row.id, row.name});
    }
    return clients;
}

void add_contacts(Context& c, const Candidate& client, const Needle& needle, Json& list) {
    const auto links = find_all<ClientContact>(
        c.tx,
        "WHERE client_id = :client ORDER BY is_main DESC, id",
        [&](Statement& s) { s.bind("client", client.client_id); }
    );
    for (const auto& link : links) {
        const auto contact = find<Contact>(c.tx, link.contact_id);
        if (!contact || list.size() >= most_contacts)
            continue;
        const std::string names = display_name(*contact) + " " + contact->email;
        if (!needle.in(names, contact->phone + " " + contact->mobile))
            continue;
        list.push_back(
            {{"id", contact->id},
             {"name", display_name(*contact)},
             {"client_id", client.client_id},
             {"client_name", client.name},
             {"email", contact->email},
             {"phone", contact->phone.empty() ? contact->mobile : contact->phone},
             {"job_title", link.job_title}}
        );
    }
}

Result<Response> search(Context& c) {
    const auto query = c.request.query_param("q");
    if (query.size() > most_query_bytes || !text::valid_utf8(query))
        return invalid("q", tr(texts::bad_parameter, c.language()));
    Json contacts = Json::array();
    const Needle needle(query);
    if (!needle.words.empty())
        for (const auto& client : candidates(c, query, needle))
            add_contacts(c, client, needle, contacts);
    Json answer;
    answer["contacts"] = std::move(contacts);
    return json_response(answer);
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
