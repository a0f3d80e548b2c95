// See uploads.hpp. What has arrived is told by the unfinished file itself, so a piece costs no
// commit; the row of the upload says whose it is and how long the file must become.
#include "backend/features/uploads.hpp"

#include "backend/app.hpp"
#include "backend/features/clients.hpp"
#include "backend/features/portal_read.hpp"
#include "backend/features/upload_keeping.hpp"
#include "backend/files/file_store.hpp"
#include "backend/files/media_type.hpp"
#include "backend/files/sha256.hpp"
#include "backend/secrets.hpp"
#include "shared/core/json.hpp"
#include "shared/domain/file_name.hpp"
#include "shared/texts/server.hpp"
#include "shared/texts/server_files.hpp"
#include "shared/texts/server_portal.hpp"

#include <optional>

namespace carnet {

namespace {

constexpr std::int64_t largest_file = std::int64_t{20} << 30;
constexpr std::size_t largest_piece = std::size_t{8} << 20;
constexpr std::int64_t most_open = 500; // For one person: a folder of photographs at once.

struct UploadRow {
    std::string id;
    std::string name;
    std::int64_t size = 0;
    std::string wanted_sha256;
    std::string sha256; // Set: finished.
    Instant touched_at;
};

// Whose an upload is: somebody of the team, or a contact in the portal. The other one is 0.
struct Sender {
    std::int64_t user_id = 0;
    std::int64_t contact_id = 0;
};
Sender sender_of(const Context& c) {
    return c.contact ? Sender{.contact_id = c.contact->contact_id} : Sender{c.actor.user_id};
}
constexpr std::string_view of_sender =
    "COALESCE(user_id, 0) = :user AND COALESCE(contact_id, 0) = :contact";
Statement& bind_sender(Statement& row, const Sender& sender) {
    return row.bind("user", sender.user_id).bind("contact", sender.contact_id);
}

std::optional<UploadRow> find_upload(Transaction& tx, std::string_view id, const Sender& sender) {
    auto row = tx.prepare(
        "SELECT name, size_bytes, wanted_sha256, sha256, touched_at FROM upload WHERE id = :id "
        "AND " +
        std::string(of_sender)
    );
    if (!bind_sender(row.bind("id", id), sender).step())
        return std::nullopt;
    return UploadRow{
        .id = std::string(id),
        .name = row.text(0),
        .size = row.integer(1),
        .wanted_sha256 = row.text(2),
        .sha256 = row.text(3),
        .touched_at = row.instant(4)};
}

FileStore store_of(Context& c) {
    return FileStore(c.app.options().data_folder);
}

Error gone(Context& c) {
    return make_error(ErrorCode::not_found, tr(texts::upload_gone, c.language()));
}

Error broken_disk(const FileError& error, Language language) {
    return make_error(
        ErrorCode::unavailable,
        tr(error.full() ? texts::upload_no_space : texts::database_read_only, language)
    );
}

Json state_json(const UploadRow& upload, std::int64_t received) {
    return {
        {"id", upload.id},
        {"name", upload.name},
        {"size", upload.size},
        {"received", received},
        {"done", !upload.sha256.empty()}};
}

Result<UploadRow> read_announcement(Context& c) {
    const Json& body = c.request.json;
    if (auto known = refuse_unknown(body, {"name", "size", "sha256"}, c.language()); !known)
        return known.error();
    UploadRow upload;
    upload.name = json_string(body, "name");
    if (auto named = check_file_name(upload.name, c.language()); !named)
        return named.error();
    upload.size = json_int(body, "size", -1);
    if (upload.size < 0 || upload.size > largest_file)
        return invalid("size", tr(texts::upload_size, c.language()));
    upload.wanted_sha256 = json_string(body, "sha256");
    if (!upload.wanted_sha256.empty() && !is_sha256(upload.wanted_sha256))
        return invalid("sha256", tr(texts::upload_bad_hash, c.language()));
    return upload;
}

bool has_too_many(Transaction& tx, const Sender& sender) {
    auto row = tx.prepare(
        "SELECT count(*) FROM upload WHERE sha256 IS NULL AND " + std::string(of_sender)
    );
    bind_sender(row, sender).step();
    return row.integer(0) >= most_open;
}

void insert_upload(Transaction& tx, const UploadRow& upload, const Sender& sender) {
    auto row = tx.prepare("INSERT INTO upload (id, user_id, contact_id, name, size_bytes, "
                          "wanted_sha256, touched_at) VALUES (:id, NULLIF(:user, 0), "
                          "NULLIF(:contact, 0), :name, :size, :wanted, :at)");
    bind_sender(row, sender)
        .bind("id", upload.id)
        .bind("name", upload.name)
        .bind("size", upload.size)
        .bind("at", tx.now());
    if (!upload.wanted_sha256.empty())
        row.bind("wanted", upload.wanted_sha256);
    row.run();
}

void forget(App& app, const UploadRow& upload) {
    app.database().write(0, [&](Transaction& tx) {
        tx.prepare("DELETE FROM upload WHERE id = :id").bind("id", upload.id).run();
        return true;
    });
    FileStore(app.options().data_folder).remove_upload(upload.id);
}

Result<Response> announce(Context& c) {
    // Whoever may add a file nowhere does not fill the disk either.
    if (c.contact && !portal_may_add_files(c))
        return make_error(ErrorCode::forbidden, tr(texts::portal_no_files, c.language()));
    forget_old_uploads(c.app);
    auto upload = read_announcement(c);
    if (!upload)
        return upload.error();
    const FileStore store = store_of(c);
    // Beside the file itself the database needs room to say so.
    constexpr std::int64_t kept_free = std::int64_t{64} << 20;
    if (upload->size > 0 && store.free_bytes() - kept_free < upload->size)
        return make_error(ErrorCode::unavailable, tr(texts::upload_no_space, c.language()));
    upload->id = random_token();
    bool too_many = false;
    c.app.database().write(c.actor.user_id, [&](Transaction& tx) {
        too_many = has_too_many(tx, sender_of(c));
        if (!too_many)
            insert_upload(tx, *upload, sender_of(c));
        return !too_many;
    });
    if (too_many)
        return make_error(ErrorCode::rate_limited, tr(texts::upload_too_many, c.language()));
    try {
        (void)store.make_upload(upload->id);
    } catch (const FileError& error) {
        forget(c.app, *upload);
        return broken_disk(error, c.language());
    }
    return json_response(state_json(*upload, 0), 201);
}

Result<Response> state(Context& c) {
    const auto upload = find_upload(c.tx, c.request.path_param("token"), sender_of(c));
    if (!upload)
        return gone(c);
    if (!upload->sha256.empty())
        return json_response(state_json(*upload, upload->size));
    const OpenFile file = store_of(c).open_upload(upload->id);
    return file ? Result<Response>(json_response(state_json(*upload, file.size()))) : gone(c);
}

// 409 with where the sender should go on.
Response wrong_offset(Context& c, std::int64_t received) {
    const Error error = make_error(ErrorCode::conflict, tr(texts::upload_offset, c.language()));
    Response response = problem_response(error);
    auto json = parse_json(response.body, c.language());
    if (json) {
        (*json)["received"] = received;
        response.body = dump(*json);
    }
    return response;
}

// The last byte is there: name, type, store.
Status finish(Context& c, UploadRow& upload, OpenFile& file, GrowingFile& growing) {
    const std::string sha256 = growing.finish(file, upload.size);
    if (!upload.wanted_sha256.empty() && upload.wanted_sha256 != sha256) {
        forget(c.app, upload);
        return invalid("sha256", tr(texts::upload_damaged, c.language()));
    }
    std::string head(media_type_bytes, '\0');
    head.resize(file.read(0, head.data(), head.size()));
    const std::string_view type = media_type_of(head);
    file.sync();
    keep_upload(c.app, upload.id, sha256, upload.size, type);
    upload.sha256 = sha256;
    return Ok{};
}

Result<Response> receive(Context& c) {
    const std::string id(c.request.path_param("token"));
    const auto offset = c.request.query_int("offset", 0, 0, largest_file);
    if (!offset)
        return invalid("offset", tr(texts::upload_offset, c.language()));
    // Before the row is read: a piece that waits here must see what the one before it did.
    const auto growing = c.app.keep<GrowingFiles>().of(id);
    const std::lock_guard lock(growing->mutex);
    auto upload = find_upload(c.tx, id, sender_of(c));
    if (!upload) {
        c.app.keep<GrowingFiles>().forget(id);
        return gone(c);
    }
    const FileStore store = store_of(c);
    OpenFile file = store.open_upload(upload->id);
    if (!upload->sha256.empty() || !file)
        return upload->sha256.empty() ? Result<Response>(gone(c))
                                      : json_response(state_json(*upload, upload->size));
    const std::int64_t received = file.size();
    if (*offset != received)
        return wrong_offset(c, received);
    const std::string_view bytes = c.request.body;
    const auto count = static_cast<std::int64_t>(bytes.size());
    if (received + count > upload->size)
        return invalid("size", tr(texts::upload_too_long, c.language()));
    try {
        file.write(received, bytes);
        growing->add(received, bytes);
        touch_upload(c.app, upload->id, upload->touched_at);
        if (received + count == upload->size)
            if (auto finished = finish(c, *upload, file, *growing); !finished)
                return finished.error();
    } catch (const FileError& error) {
        return broken_disk(error, c.language());
    }
    if (!upload->sha256.empty())
        c.app.keep<GrowingFiles>().forget(upload->id);
    return json_response(state_json(*upload, received + count));
}

Result<Response> cancel(Context& c) {
    const auto upload = find_upload(c.tx, c.request.path_param("token"), sender_of(c));
    if (!upload)
        return gone(c);
    c.app.keep<GrowingFiles>().forget(upload->id);
    forget(c.app, *upload);
    return no_content();
}

// The same four for both worlds.
constexpr Route announces(std::string_view pattern, Requires permission) {
    return {
        .method = Method::post,
        .pattern = pattern,
        .permission = permission,
        .handler = &announce,
        .access = Access::manual,
        .body = BodyKind::json,
        .summary = "Announces a file: name, size, sha256 if known"};
}
constexpr Route receives(std::string_view pattern, Requires permission) {
    return {
        .method = Method::put,
        .pattern = pattern,
        .permission = permission,
        .handler = &receive,
        .access = Access::manual,
        .body = BodyKind::raw,
        .body_limit = largest_piece,
        .summary = "A piece of the file, at most 8 MB; offset says where it begins"};
}
constexpr Route cancels(std::string_view pattern, Requires permission) {
    return {
        .method = Method::del,
        .pattern = pattern,
        .permission = permission,
        .handler = &cancel,
        .access = Access::manual,
        .summary = "Forgets an upload"};
}
constexpr std::string_view how_much = "How much of a file has arrived";

constexpr Route routes[] = {
    announces("/api/uploads", Permission::signed_in)
        .takes("{name: string, size: integer, sha256?: string}")
        .gives("upload"),
    get("/api/uploads/:token", Permission::signed_in, &state, how_much).gives("upload"),
    receives("/api/uploads/:token", Permission::signed_in).asks("offset:integer").gives("upload"),
    cancels("/api/uploads/:token", Permission::signed_in),
    announces("/api/portal/uploads", Portal::contact)
        .takes("{name: string, size: integer, sha256?: string}")
        .gives("upload"),
    get("/api/portal/uploads/:token", Portal::contact, &state, how_much).gives("upload"),
    receives("/api/portal/uploads/:token", Portal::contact).asks("offset:integer").gives("upload"),
    cancels("/api/portal/uploads/:token", Portal::contact),
};

} // namespace

std::span<const Route> upload_routes() {
    return routes;
}

Result<StoredFile> take_upload(Context& c, std::string_view upload_id) {
    const auto upload = find_upload(c.tx, upload_id, sender_of(c));
    if (!upload)
        return invalid("upload", tr(texts::upload_gone, c.language()));
    auto row = c.tx.prepare("SELECT media_type FROM stored_file WHERE sha256 = :sha256");
    if (upload->sha256.empty() || !row.bind("sha256", upload->sha256).step())
        return invalid("upload", tr(texts::upload_unfinished, c.language()));
    StoredFile file{upload->sha256, upload->name, row.text(0), upload->size};
    c.tx.prepare("UPDATE stored_file SET is_used = 1 WHERE sha256 = :sha256")
        .bind("sha256", file.sha256)
        .run();
    c.tx.prepare("DELETE FROM upload WHERE id = :id").bind("id", upload_id).run();
    return file;
}

} // namespace carnet
