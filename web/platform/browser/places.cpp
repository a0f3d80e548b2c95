// Paths and history, the page's title and language, the sign-in form, storage of this browser.
#include "web/platform/browser/page.hpp"
#include "web/platform/platform.hpp"

#include <deque>

namespace carnet::platform {
namespace {

std::deque<std::string> popped;
bool signed_in = false;

EM_JS(char*, page_path, (), { return carnet.keep(carnet.nav.path()); });
EM_JS(char*, page_origin_text, (), { return carnet.keep(location.origin); });
EM_JS(void, page_push_path, (const char* path), { carnet.nav.push(UTF8ToString(path)); });
EM_JS(void, page_replace_path, (const char* path), { carnet.nav.replace(UTF8ToString(path)); });
EM_JS(void, page_title, (const char* title), { carnet.nav.title(UTF8ToString(title)); });
EM_JS(void, page_set_language, (const char* tag), { carnet.setLanguage(UTF8ToString(tag)); });
EM_JS(void, page_open_url, (const char* url), { carnet.nav.open(UTF8ToString(url)); });
EM_JS(void, page_leave_to, (const char* url), { carnet.nav.leaveTo(UTF8ToString(url)); });
EM_JS(void, page_reload, (), { carnet.nav.reload(); });
EM_JS(void, page_unsaved, (int unsaved), { carnet.nav.unsaved(!!unsaved); });
EM_JS(void, page_show_sign_in, (int over), { carnet.signIn.ask(!!over); });
EM_JS(void, page_crash, (const char* report), { carnet.crash.show(UTF8ToString(report)); });
EM_JS(char*, page_stored, (const char* key), {
    return carnet.keep(carnet.storage.read(UTF8ToString(key)));
});
EM_JS(void, page_store, (const char* key, const char* value), {
    carnet.storage.write(UTF8ToString(key), UTF8ToString(value));
});

} // namespace

std::string current_path() {
    return taken(page_path());
}
std::string page_origin() {
    return taken(page_origin_text());
}
void push_path(std::string_view path) {
    page_push_path(std::string(path).c_str());
}
void replace_path(std::string_view path) {
    page_replace_path(std::string(path).c_str());
}

bool take_popstate(std::string& path) {
    if (popped.empty())
        return false;
    path = std::move(popped.back()); // Only where the person ended matters.
    popped.clear();
    return true;
}

void set_title(std::string_view title) {
    page_title(std::string(title).c_str());
}
void set_language(std::string_view tag) {
    page_set_language(std::string(tag).c_str());
}
void open_url(std::string_view url) {
    page_open_url(std::string(url).c_str());
}
void leave_to(std::string_view url) {
    page_leave_to(std::string(url).c_str());
}
void reload_page() {
    page_reload();
}
void set_unsaved(bool unsaved) {
    page_unsaved(unsaved);
}

void show_sign_in(bool over_page) {
    page_show_sign_in(over_page);
}

bool take_signed_in() {
    const bool was = signed_in;
    signed_in = false;
    return was;
}

void show_crash(std::string_view report) {
    page_crash(std::string(report).c_str());
}

std::string stored(std::string_view key) {
    return taken(page_stored(std::string(key).c_str()));
}
void store(std::string_view key, std::string_view value) {
    page_store(std::string(key).c_str(), std::string(value).c_str());
}

extern "C" {

EMSCRIPTEN_KEEPALIVE void app_popstate(const char* path) {
    popped.emplace_back(path);
    wake(3);
}

EMSCRIPTEN_KEEPALIVE void app_signed_in() {
    signed_in = true;
    wake(3);
}

} // extern "C"

} // namespace carnet::platform
