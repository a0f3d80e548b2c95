// See upload_keeping.hpp. Every file that goes away is first unknown to the database.
#include "backend/features/upload_keeping.hpp"

#include "backend/features/uploads.hpp"
#include "backend/files/file_store.hpp"
#include "backend/files/media_type.hpp"
#include "backend/secrets.hpp"

#include <algorithm>
#include <set>
#include <vector>

namespace carnet {

namespace {

constexpr std::int64_t kept_ms = 86'400'000;
constexpr std::int64_t clean_every_ms = 3'600'000;
constexpr std::int64_t touch_every_ms = 600'000;

void insert_stored_file(
    Transaction& tx, std::string_view sha256, std::int64_t size, std::string_view type, bool used
) {
    auto row = tx.prepare("INSERT INTO stored_file (sha256, size_bytes, media_type, is_used, "
                          "created_at) VALUES (:sha256, :size, :type, :used, :at) "
                          "ON CONFLICT (sha256) DO UPDATE SET is_used = MAX(is_used, :used)");
    row.bind("sha256", sha256)
        .bind("size", size)
        .bind("type", type)
        .bind("used", used)
        .bind("at", tx.now())
        .run();
}

std::set<std::string> texts_of(Transaction& tx, std::string_view sql) {
    auto rows = tx.prepare(sql);
    std::set<std::string> found;
    while (rows.step())
        found.insert(rows.text(0));
    return found;
}

void delete_old_rows(Transaction& tx, std::vector<std::string>& unused) {
    const Instant limit{tx.now().ms - kept_ms};
    tx.prepare("DELETE FROM upload WHERE touched_at < :limit").bind("limit", limit).run();
    auto rows = tx.prepare("SELECT sha256 FROM stored_file WHERE is_used = 0 AND created_at < "
                           ":limit AND sha256 NOT IN (SELECT sha256 FROM upload WHERE sha256 IS "
                           "NOT NULL)");
    rows.bind("limit", limit);
    while (rows.step())
        unused.push_back(rows.text(0));
    for (const std::string& sha256 : unused)
        tx.prepare("DELETE FROM stored_file WHERE sha256 = :sha256").bind("sha256", sha256).run();
}

// What a crash left over: an unfinished file without its row, a stored one without its own.
void remove_left_over(App& app, const FileStore& store) {
    std::set<std::string> uploads, files;
    app.database().read([&](Transaction& tx) {
        uploads = texts_of(tx, "SELECT id FROM upload");
        files = texts_of(tx, "SELECT sha256 FROM stored_file");
    });
    store.each_upload([&](const std::string& name) {
        if (!uploads.contains(name))
            store.remove_upload(name);
    });
    std::vector<std::string> unknown;
    store.each([&](const std::string& sha256, const std::filesystem::path& path) {
        if (!sha256.empty() && !files.contains(sha256) && FileStore::is_old(path))
            unknown.push_back(sha256);
    });
    for (const std::string& sha256 : unknown)
        store.remove(sha256);
}

} // namespace

void GrowingFile::catch_up(const OpenFile& file, std::int64_t to) {
    if (_summed == to)
        return;
    _sum = Sha256();
    hash_file(file, to, _sum);
    _summed = to;
}

void GrowingFile::add(std::int64_t offset, std::string_view bytes) {
    if (_summed != offset)
        return; // Made at the end, from the disk.
    _sum.add(bytes);
    _summed += static_cast<std::int64_t>(bytes.size());
}

std::string GrowingFile::finish(const OpenFile& file, std::int64_t size) {
    catch_up(file, size);
    _summed = -1; // The sum is used up; should the store fail, it is made again.
    return _sum.hex();
}

std::shared_ptr<GrowingFile> GrowingFiles::of(const std::string& upload) {
    const std::lock_guard lock(_mutex);
    auto& file = _files[upload];
    if (!file)
        file = std::make_shared<GrowingFile>();
    return file;
}

void GrowingFiles::forget(const std::string& upload) {
    const std::lock_guard lock(_mutex);
    _files.erase(upload);
}

void keep_upload(
    App& app,
    const std::string& upload,
    const std::string& sha256,
    std::int64_t size,
    std::string_view media_type
) {
    const FileStore store(app.options().data_folder);
    const std::lock_guard lock(app.keep<GrowingFiles>().store_mutex);
    store.keep(upload, sha256);
    app.database().write(0, [&](Transaction& tx) {
        insert_stored_file(tx, sha256, size, media_type, false);
        tx.prepare("UPDATE upload SET sha256 = :sha256, touched_at = :at WHERE id = :id")
            .bind("sha256", sha256)
            .bind("at", tx.now())
            .bind("id", upload)
            .run();
        return true;
    });
    store.remove_upload(upload);
}

void touch_upload(App& app, const std::string& upload, Instant touched_at) {
    if (app.now().ms - touched_at.ms < touch_every_ms)
        return;
    app.database().write(0, [&](Transaction& tx) {
        tx.prepare("UPDATE upload SET touched_at = :at WHERE id = :id")
            .bind("at", tx.now())
            .bind("id", upload)
            .run();
        return true;
    });
}

void forget_old_uploads(App& app) {
    auto& keeping = app.keep<GrowingFiles>();
    const std::lock_guard lock(keeping.store_mutex);
    if (keeping.last_cleaned.is_set() && app.now().ms - keeping.last_cleaned.ms < clean_every_ms)
        return;
    keeping.last_cleaned = app.now();
    const FileStore store(app.options().data_folder);
    std::vector<std::string> unused;
    app.database().write(0, [&](Transaction& tx) {
        unused.clear();
        delete_old_rows(tx, unused);
        return true;
    });
    for (const std::string& sha256 : unused)
        store.remove(sha256);
    remove_left_over(app, store);
}

StoredFile store_bytes(
    Transaction& tx, const std::string& folder, std::string_view name, std::string_view bytes
) {
    const FileStore store(folder);
    StoredFile file{
        sha256_of(bytes),
        std::string(name),
        std::string(media_type_of(bytes)),
        static_cast<std::int64_t>(bytes.size())};
    const std::string upload = random_token();
    OpenFile growing = store.make_upload(upload);
    growing.write(0, bytes);
    growing.sync();
    store.keep(upload, file.sha256);
    store.remove_upload(upload);
    insert_stored_file(tx, file.sha256, file.size, file.media_type, true);
    return file;
}

} // namespace carnet
