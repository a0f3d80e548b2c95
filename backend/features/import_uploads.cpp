// See import_uploads.hpp.
#include "backend/features/import_uploads.hpp"

namespace carnet {

UploadPtr Uploads::add(
    std::int64_t user_id, std::string name, Encoding encoding, CsvTable table, Instant now
) {
    auto upload = std::make_shared<Upload>();
    upload->user_id = user_id;
    upload->name = std::move(name);
    upload->encoding = encoding;
    upload->table = std::move(table);
    upload->at = now;
    const std::lock_guard lock(_mutex);
    upload->id = ++_last_id;
    _uploads.remove_if([&](const UploadPtr& old) { return now.ms - old->at.ms > kept_ms; });
    _uploads.push_front(upload);
    if (_uploads.size() > most)
        _uploads.pop_back();
    return upload;
}

UploadPtr Uploads::find(std::int64_t id, std::int64_t user_id) {
    const std::lock_guard lock(_mutex);
    for (const auto& upload : _uploads)
        if (upload->id == id && upload->user_id == user_id)
            return upload;
    return nullptr;
}

void Uploads::forget(std::int64_t id) {
    const std::lock_guard lock(_mutex);
    _uploads.remove_if([&](const UploadPtr& upload) { return upload->id == id; });
}

} // namespace carnet
