// See book.hpp.
#include "backend/features/book.hpp"

#include "backend/features/book_snapshot.hpp"
#include "backend/features/book_sync.hpp"
#include "shared/book/codec.hpp"

namespace carnet {

namespace {

Response answer(std::int64_t position, std::string_view etag) {
    Response response;
    response.content_type = "application/octet-stream";
    response.compressible = false;
    response.header("ETag", etag);
    response.header("Cache-Control", "private, no-cache");
    response.header("Vary", "Accept-Encoding, Cookie");
    response.header("Carnet-Position", std::to_string(position));
    return response;
}

Response not_modified(std::int64_t position, std::string_view etag) {
    Response response = answer(position, etag);
    response.status = 304;
    return response;
}

// Those who see every client share one snapshot.
Response whole_book(Context& c, Coding coding) {
    const auto snapshot = c.app.keep<BookSnapshots>().current(c.app, coding);
    if (etag_matches(c.request, snapshot->etag))
        return not_modified(snapshot->position, snapshot->etag);
    Response response = answer(snapshot->position, snapshot->etag);
    response.header("Content-Encoding", coding_name(coding));
    response.body = coding == Coding::gzip ? snapshot->gzip : snapshot->brotli;
    return response;
}

// Everybody else gets their own clients, made for this request.
Response own_book(Context& c, Coding coding) {
    const std::string etag = "\"book-" + std::to_string(book_format_version) + "-" +
                             std::to_string(c.actor.user_id) + "-" +
                             std::to_string(c.app.database().position()) + "\"";
    if (etag_matches(c.request, etag))
        return not_modified(c.app.database().position(), etag);
    std::int64_t position = 0;
    std::string bytes = encode_book_for(c.app, c.actor, position);
    Response response = answer(position, etag);
    if (coding != Coding::none) {
        bytes = compress(bytes, coding);
        response.header("Content-Encoding", coding_name(coding));
    }
    response.body = std::move(bytes);
    return response;
}

Result<Response> book(Context& c) {
    const Coding coding = accepted_coding(c.request);
    const bool sees_all = c.actor.grant(Permission::clients_read) == Grant::all;
    return sees_all && coding != Coding::none ? whole_book(c, coding) : own_book(c, coding);
}

constexpr Route routes[] = {
    get("/api/book",
        Permission::clients_read,
        &book,
        "Every visible client in the compact form of shared/book/codec.hpp"),
};

} // namespace

std::span<const Route> book_routes() {
    return routes;
}

void warm_book_snapshot(App& app) {
    app.keep<BookSnapshots>().warm(app);
}

} // namespace carnet
