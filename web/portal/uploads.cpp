// See uploads.hpp.
#include "web/portal/uploads.hpp"

#include "shared/texts/portal.hpp"
#include "web/portal/portal.hpp"

#include <algorithm>

namespace carnet::portal {

namespace tx = texts::portal;

namespace {

using State = Sending::State;
constexpr int most_at_once = 2;

bool same_place(const Sending& a, const Sending& b) {
    return a.client == b.client && a.folder == b.folder;
}

bool is_moving(const Sending& file) {
    return file.state == State::waiting || file.state == State::sending ||
           file.state == State::adding;
}

} // namespace

Uploads::Uploads() {
    platform::on_upload([this](std::uint32_t handle, const platform::UploadNews& news) {
        Sending* file = find(handle);
        if (!file)
            return;
        using News = platform::UploadNews::State;
        file->sent = news.sent;
        if (news.state == News::done) {
            file->state = State::arrived;
            file->id = news.text;
        } else if (news.state == News::failed) {
            file->state = State::failed;
            file->error = news.text;
        }
    });
}

Sending* Uploads::find(std::uint32_t handle) {
    for (Sending& file : _files)
        if (file.handle == handle)
            return &file;
    return nullptr;
}

void Uploads::add(const platform::PickedFile& file, std::int64_t client, std::int64_t folder) {
    Sending sending;
    sending.handle = file.handle;
    sending.name = file.name;
    sending.size = file.size;
    sending.client = client;
    sending.folder = folder;
    _files.push_back(std::move(sending));
    platform::wake();
}

void Uploads::cancel(std::uint32_t handle) {
    platform::cancel_upload(handle);
    std::erase_if(_files, [&](const Sending& file) { return file.handle == handle; });
    platform::wake();
}

void Uploads::retry(std::uint32_t handle) {
    if (Sending* file = find(handle))
        file->state = State::waiting;
    platform::wake();
}

bool Uploads::under_way() const {
    return std::any_of(_files.begin(), _files.end(), [](const Sending& file) {
        return file.state != State::failed;
    });
}

void Uploads::clear() {
    for (const Sending& file : _files)
        platform::cancel_upload(file.handle);
    _files.clear();
}

void Uploads::hand_over(Portal& portal, const Sending& first) {
    const Sending place = first;
    Json files = Json::array();
    for (Sending& file : _files) {
        if (!same_place(file, place) || file.state != State::arrived)
            continue;
        file.state = State::adding;
        files.push_back({{"upload", file.id}});
    }
    const auto count = static_cast<long long>(files.size());
    Json body{{"folder", place.folder}};
    body["files"] = std::move(files);
    portal.send(
        "POST",
        "clients/" + std::to_string(place.client) + "/documents",
        std::move(body),
        [this, place, count, &portal](const net::Outcome& outcome) {
            std::erase_if(_files, [&](const Sending& file) {
                return file.state == State::adding && same_place(file, place);
            });
            if (outcome.ok())
                ui::toast({.title = plural(tx::files_added, count, portal.language())});
            else
                ui::toast(
                    {.tone = ui::Tone::bad,
                     .title = tx::files_refused,
                     .text = outcome.error->message,
                     .sticky = true}
                );
        }
    );
}

void Uploads::step(Portal& portal) {
    int sending = 0;
    for (const Sending& file : _files)
        sending += file.state == State::sending;
    for (Sending& file : _files) {
        if (file.state != State::waiting || sending >= most_at_once)
            continue;
        file.state = State::sending;
        ++sending;
        platform::upload(file.handle);
    }
    for (const Sending& file : _files) {
        if (file.state != State::arrived)
            continue;
        const bool more = std::any_of(_files.begin(), _files.end(), [&](const Sending& other) {
            return is_moving(other) && same_place(other, file);
        });
        if (!more)
            return hand_over(portal, file);
    }
}

} // namespace carnet::portal
