// The C++ end of the text agent: what web/glue/agent.js pushes is kept per field until the field
// takes it.
#include "web/platform/browser/page.hpp"
#include "web/platform/platform.hpp"

#include <algorithm>
#include <vector>

namespace carnet::platform {
namespace {

struct Pushed {
    std::uint32_t id;
    AgentText text;
    int frames_left; // A text for a field that is no longer drawn must not come up an hour later.
};
std::vector<Pushed> pushed;
ByteRange composition;

EM_JS(void, page_agent_show, (const char* field, const char* text, int start, int end), {
    carnet.agent.show(JSON.parse(UTF8ToString(field)), UTF8ToString(text), start, end);
});
EM_JS(void, page_agent_sync, (double id, const char* text, int start, int end), {
    carnet.agent.sync(id, UTF8ToString(text), start, end);
});
EM_JS(void, page_agent_hide, (), { carnet.agent.hide(); });
EM_JS(int, page_agent_composing, (), { return carnet.agent.composing ? 1 : 0; });

void append(std::string& json, const char* name, std::string_view text) {
    json += ",\"";
    json += name;
    json += "\":";
    append_json(json, text);
}

void append(std::string& json, const char* name, float number) {
    json += ",\"";
    json += name;
    json += "\":";
    json += std::to_string(number);
}

void append(std::string& json, const char* name, bool value) {
    json += ",\"";
    json += name;
    json += value ? "\":true" : "\":false";
}

std::string to_json(const AgentField& field) {
    static constexpr const char* kinds[] = {"single", "multi", "password"};
    std::string json = "{\"id\":" + std::to_string(field.id);
    append(json, "kind", std::string_view(kinds[static_cast<int>(field.kind)]));
    append(json, "x", field.x);
    append(json, "y", field.y);
    append(json, "w", field.w);
    append(json, "h", field.h);
    append(json, "label", field.label);
    append(json, "description", field.description);
    append(json, "inputMode", field.input_mode);
    append(json, "enterKeyHint", field.enter_key_hint);
    append(json, "autocomplete", field.autocomplete);
    append(json, "maxLength", static_cast<float>(field.max_length));
    append(json, "required", field.required);
    append(json, "invalid", field.invalid);
    append(json, "readOnly", field.read_only);
    append(json, "decimalComma", field.decimal_comma);
    append(json, "popupKeys", field.popup_keys);
    return json + "}";
}

} // namespace

void agent_show(const AgentField& field, const AgentText& text) {
    page_agent_show(
        to_json(field).c_str(), text.value.c_str(), text.selection_start, text.selection_end
    );
}

void agent_sync(std::uint32_t id, const AgentText& text) {
    page_agent_sync(id, text.value.c_str(), text.selection_start, text.selection_end);
}

void agent_hide() {
    page_agent_hide();
}

bool agent_composing() {
    return page_agent_composing() != 0;
}

ByteRange agent_composition() {
    return composition;
}

bool agent_take(std::uint32_t id, AgentText& text) {
    const auto found = std::find_if(pushed.begin(), pushed.end(), [id](const Pushed& item) {
        return item.id == id;
    });
    if (found == pushed.end())
        return false;
    text = std::move(found->text);
    pushed.erase(found);
    return true;
}

void agent_end_of_frame() {
    for (auto& item : pushed)
        --item.frames_left;
    std::erase_if(pushed, [](const Pushed& item) { return item.frames_left <= 0; });
}

extern "C" {

// The whole state of a field, so that a lost or doubled push does no harm; only the newest counts.
EMSCRIPTEN_KEEPALIVE void app_text(double id, const char* text, int size, int start, int end) {
    const auto field = static_cast<std::uint32_t>(id);
    std::erase_if(pushed, [field](const Pushed& item) { return item.id == field; });
    pushed.push_back({field, {std::string(text, static_cast<std::size_t>(size)), start, end}, 3});
    wake(3);
}

EMSCRIPTEN_KEEPALIVE void app_composition(int from, int to) {
    composition = {from, to};
    wake(2);
}

} // extern "C"

} // namespace carnet::platform
