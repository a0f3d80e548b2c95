// See client_list.hpp.
#include "backend/features/client_list.hpp"

#include "backend/features/book_sync.hpp"
#include "backend/features/list_cache.hpp"
#include "shared/texts/server_clients.hpp"

#include <algorithm>

namespace carnet {

namespace {

struct Page {
    std::int64_t limit = 50;
    std::int64_t offset = 0;
    std::int64_t after = 0; // Identifier of the last row of the page before.
};

Result<Page> parse_page(const Request& request, Language language) {
    Page page;
    const auto read =
        [&](std::string_view name, std::int64_t min, std::int64_t max, std::int64_t& value
        ) -> Status {
        const auto number = request.query_int(name, value, min, max);
        if (!number)
            return invalid(name, tr(texts::bad_parameter, language));
        value = *number;
        return Ok{};
    };
    if (auto r = read("limit", 0, 1000, page.limit); !r)
        return r.error();
    if (auto r = read("offset", 0, INT32_MAX, page.offset); !r)
        return r.error();
    if (auto r = read("after", 0, INT64_MAX, page.after); !r)
        return r.error();
    return page;
}

// Where the page begins. A client that left the list since the page before has no place: the offset
// decides then.
std::size_t first_of(const Book& book, const std::vector<Slot>& slots, const Page& page) {
    const auto offset = std::min(static_cast<std::size_t>(page.offset), slots.size());
    if (page.after == 0)
        return offset;
    const Slot slot = book.slot_of(page.after);
    const auto place = slot == no_slot ? slots.end() : std::find(slots.begin(), slots.end(), slot);
    return place == slots.end() ? offset : static_cast<std::size_t>(place - slots.begin()) + 1;
}

Result<Response> list(Context& c) {
    const auto page = parse_page(c.request, c.language());
    if (!page)
        return page.error();
    const auto query = parse_book_query(book_query_of(c.request), c.language());
    if (!query)
        return query.error();
    Response response;
    std::string& out = response.body;
    out.reserve(static_cast<std::size_t>(page->limit) * 700 + 256);

    const BookReader reader(c.app, query->sort);
    const auto rows = find_rows(c.app, reader, *query, c.actor);
    const auto first = first_of(reader.book(), rows->slots, *page);
    const auto last = std::min(rows->slots.size(), first + static_cast<std::size_t>(page->limit));
    out += "{\"next\":";
    const bool more = last < rows->slots.size() && last > first;
    if (more)
        append_json(out, std::to_string(reader->id(rows->slots[last - 1])));
    else
        out += "null";
    out += ",\"position\":" + std::to_string(reader.position()) + ",\"rows\":[";
    for (auto i = first; i < last; ++i) {
        if (i > first)
            out += ',';
        append_json(out, reader->row(rows->slots[i]));
    }
    out += "],\"totals\":";
    append_json(out, rows->totals);
    out += '}';
    return response;
}

constexpr Route routes[] = {
    get("/api/clients",
        Permission::clients_read,
        &list,
        "The client list: the query of the list's address, with limit, offset and after",
        &EntityOf<Client>::spec)
        .asks("only q state kind owner tag notag projects activity from to min max archived review "
              "sort limit:integer offset:integer after:integer")
        .gives("{rows: [client_row], totals: client_totals, next: string|null, position}"),
};

} // namespace

std::span<const Route> client_list_routes() {
    return routes;
}

std::string book_query_of(const Request& request) {
    static constexpr std::string_view page_words[] = {
        "limit", "offset", "after", "format", "columns"};
    std::string query;
    std::string_view rest = request.query;
    while (!rest.empty()) {
        const auto end = rest.find('&');
        const auto pair = rest.substr(0, end);
        rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
        const auto name = pair.substr(0, pair.find('='));
        if (std::find(std::begin(page_words), std::end(page_words), name) != std::end(page_words))
            continue;
        if (pair.empty())
            continue;
        if (!query.empty())
            query += '&';
        query += pair;
    }
    return query;
}

} // namespace carnet
