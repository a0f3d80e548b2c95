// Clipboard and files. The bytes of a picked file stay in JavaScript: a request sends them from
// there (§24).
#include "web/platform/browser/page.hpp"
#include "web/platform/platform.hpp"

namespace carnet::platform {
namespace {

std::function<void(PickedFile)> pick_receiver;
std::function<void(PickedFile, float, float)> drop_receiver;
std::function<void(std::uint32_t, const UploadNews&)> upload_receiver;

EM_JS(void, page_copy, (const char* plain), { carnet.copy(UTF8ToString(plain)); });
EM_JS(void, page_pick, (const char* accept, int many), {
    carnet.files.pick(UTF8ToString(accept), !!many);
});
EM_JS(void, page_upload, (double file), { carnet.files.upload(file); });
EM_JS(void, page_cancel_upload, (double file), { carnet.files.cancelUpload(file); });
EM_JS(void, page_download, (const char* path), { carnet.files.download(UTF8ToString(path)); });

} // namespace

void copy_text(std::string_view plain) {
    page_copy(std::string(plain).c_str());
}

void pick_file(std::string_view accept, std::function<void(PickedFile)> picked, bool many) {
    pick_receiver = std::move(picked);
    page_pick(std::string(accept).c_str(), many);
}
void on_drop(std::function<void(PickedFile, float, float)> dropped) {
    drop_receiver = std::move(dropped);
}
void on_upload(std::function<void(std::uint32_t, const UploadNews&)> told) {
    upload_receiver = std::move(told);
}
void upload(std::uint32_t file) {
    page_upload(file);
}
void cancel_upload(std::uint32_t file) {
    page_cancel_upload(file);
}
void download(std::string_view path) {
    page_download(std::string(path).c_str());
}

extern "C" {

EMSCRIPTEN_KEEPALIVE void app_picked(double handle, const char* name, double size) {
    if (pick_receiver)
        pick_receiver({static_cast<std::uint32_t>(handle), name, static_cast<std::int64_t>(size)});
    wake(3);
}

EMSCRIPTEN_KEEPALIVE void app_upload(double file, int state, double sent, const char* text) {
    if (upload_receiver)
        upload_receiver(
            static_cast<std::uint32_t>(file),
            {static_cast<UploadNews::State>(state), static_cast<std::int64_t>(sent), text}
        );
    wake(3);
}

EMSCRIPTEN_KEEPALIVE int app_accepts_files() {
    return drop_receiver ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE void
app_dropped(double handle, const char* name, double size, float x, float y) {
    if (drop_receiver)
        drop_receiver(
            {static_cast<std::uint32_t>(handle), name, static_cast<std::int64_t>(size)}, x, y
        );
    wake(3);
}

} // extern "C"

} // namespace carnet::platform
