// See uploads.hpp.
#include "web/app/uploads.hpp"

#include "shared/core/json.hpp"
#include "shared/texts/app_documents.hpp"
#include "shared/texts/app_projects.hpp"
#include "web/platform/platform.hpp"

#include <algorithm>

namespace carnet::app {

namespace {

using State = FileUpload::State;
constexpr int most_at_once = 2;

bool same_place(const FileUpload& a, const FileUpload& b) {
    return a.client_id == b.client_id && a.folder_id == b.folder_id &&
           a.document_id == b.document_id && a.deliverable_id == b.deliverable_id;
}

} // namespace

Uploads::Uploads() {
    platform::on_upload([this](std::uint32_t file, const platform::UploadNews& news) {
        FileUpload* upload = find(file);
        if (!upload)
            return;
        upload->sent = news.sent;
        using News = platform::UploadNews::State;
        if (news.state == News::done) {
            upload->state = State::arrived;
            upload->id = news.text;
        } else if (news.state == News::failed) {
            upload->state = State::failed;
            upload->error = news.text;
        }
    });
}

FileUpload* Uploads::find(std::uint32_t handle) {
    for (FileUpload& upload : _uploads)
        if (upload.handle == handle)
            return &upload;
    return nullptr;
}

void Uploads::add(FileUpload upload) {
    _uploads.push_back(std::move(upload));
    platform::wake();
}

void Uploads::cancel(std::uint32_t handle) {
    platform::cancel_upload(handle);
    std::erase_if(_uploads, [&](const FileUpload& upload) { return upload.handle == handle; });
    platform::wake();
}

void Uploads::retry(std::uint32_t handle) {
    if (FileUpload* upload = find(handle))
        upload->state = State::waiting;
    platform::wake();
}

bool Uploads::under_way() const {
    return std::any_of(_uploads.begin(), _uploads.end(), [](const FileUpload& upload) {
        return upload.state != State::failed;
    });
}

void Uploads::hand_over(const FileUpload& first, const Context& context) {
    const FileUpload place = first;
    Write write;
    Json files = Json::array();
    int count = 0;
    for (FileUpload& upload : _uploads) {
        if (!same_place(upload, place) || upload.state != State::arrived)
            continue;
        upload.state = State::adding;
        files.push_back({{"upload", upload.id}});
        ++count;
    }
    write.toast = context.plural(texts::documents_added, count);
    if (place.deliverable_id) {
        write.request.path =
            "/api/deliverables/" + std::to_string(place.deliverable_id) + "/versions";
        write.request.body = files.back();
        write.toast = context.tr(texts::projects::version_added);
    } else if (place.document_id) {
        write.request.path = "/api/documents/" + std::to_string(place.document_id) + "/versions";
        write.request.body = files.back();
    } else {
        write.request.path = "/api/clients/" + std::to_string(place.client_id) + "/documents";
        write.request.body = {{"folder_id", place.folder_id}};
        write.request.body["files"] = std::move(files);
    }
    write.client_id = place.client_id;
    write.then = [this, place](const net::Outcome&) {
        std::erase_if(_uploads, [&](const FileUpload& upload) {
            return upload.state == State::adding && same_place(upload, place);
        });
    };
    context.send(std::move(write));
}

void Uploads::step(const Context& context) {
    int sending = 0;
    for (const FileUpload& upload : _uploads)
        sending += upload.state == State::sending;
    for (FileUpload& upload : _uploads) {
        if (upload.state != State::waiting || sending >= most_at_once)
            continue;
        upload.state = State::sending;
        ++sending;
        platform::upload(upload.handle);
    }
    for (const FileUpload& upload : _uploads) {
        if (upload.state != State::arrived)
            continue;
        const bool more = std::any_of(_uploads.begin(), _uploads.end(), [&](const auto& other) {
            const bool moving = other.state == State::waiting || other.state == State::sending ||
                                other.state == State::adding;
            return moving && same_place(other, upload);
        });
        if (!more)
            return hand_over(upload, context);
    }
}

} // namespace carnet::app
