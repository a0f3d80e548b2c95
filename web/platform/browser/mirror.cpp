// The accessibility mirror's C++ end (wasm-ui §19): sends what changed in the tree, at most ten
// times a second, and at once when somebody waits for idle(). web/glue/mirror.js keeps the
// elements.
#include "web/platform/browser/page.hpp"
#include "web/platform/platform.hpp"

#include <cmath>
#include <deque>
#include <unordered_map>

namespace carnet::platform {
namespace {

struct Mirror {
    std::vector<MirrorNode> newest;                     // As last published.
    std::unordered_map<std::uint32_t, MirrorNode> sent; // As the page has them.
    std::vector<std::uint32_t> sent_order;
    bool pending = false;
    std::deque<std::uint32_t> activations, focuses;
};
Mirror mirror;

EM_JS(void, page_mirror_patch, (const char* json), {
    carnet.mirror.patch(JSON.parse(UTF8ToString(json)));
});
EM_JS(void, page_mirror_changed, (), { carnet.mirror.changed(); });
EM_JS(void, page_announce, (const char* text, int assertive), {
    carnet.mirror.announce(UTF8ToString(text), assertive);
});

void append(std::string& json, const char* name, std::string_view text) {
    if (text.empty())
        return;
    json += ",\"";
    json += name;
    json += "\":";
    append_json(json, text);
}

// Wide enough for an identifier: `long` has 32 bits in the browser and would make half of them
// negative.
void append(std::string& json, const char* name, std::int64_t number) {
    if (number == 0)
        return;
    json += ",\"";
    json += name;
    json += "\":";
    json += std::to_string(number);
}

void append(std::string& json, const MirrorNode& node) {
    json += "{\"id\":";
    json += std::to_string(node.id);
    append(json, "parent", std::int64_t{node.parent});
    append(json, "role", node.role);
    append(json, "name", node.name);
    append(json, "value", node.value);
    append(json, "description", node.description);
    append(json, "href", node.href);
    append(json, "flags", std::int64_t{node.flags});
    append(json, "level", node.level);
    append(json, "row", node.row_index);
    append(json, "col", node.col_index);
    append(json, "rows", node.row_count);
    append(json, "cols", node.col_count);
    json += ",\"box\":[";
    const float box[] = {node.x, node.y, node.w, node.h};
    for (int i = 0; i < 4; ++i) {
        if (i > 0)
            json += ',';
        json += std::to_string(static_cast<long>(std::lround(box[i])));
    }
    json += "]}";
}

} // namespace

void mirror_publish(std::span<const MirrorNode> nodes) {
    if (nodes.size() == mirror.newest.size() &&
        std::equal(nodes.begin(), nodes.end(), mirror.newest.begin()))
        return;
    mirror.newest.assign(nodes.begin(), nodes.end());
    if (mirror.pending)
        return;
    mirror.pending = true;
    page_mirror_changed();
}

bool mirror_pending() {
    return mirror.pending;
}

// {"set":[nodes that are new or another],"gone":[ids],"order":[all ids, when it is another]}
void mirror_flush() {
    if (!mirror.pending)
        return;
    mirror.pending = false;
    std::string json = "{\"set\":[";
    std::vector<std::uint32_t> order;
    order.reserve(mirror.newest.size());
    std::unordered_map<std::uint32_t, MirrorNode> now;
    now.reserve(mirror.newest.size());
    bool first = true;
    for (const auto& node : mirror.newest) {
        if (!now.emplace(node.id, node).second)
            continue; // Two widgets of one id: the first counts.
        order.push_back(node.id);
        const auto old = mirror.sent.find(node.id);
        if (old != mirror.sent.end() && old->second == node)
            continue;
        if (!first)
            json += ',';
        first = false;
        append(json, node);
    }
    json += "],\"gone\":[";
    first = true;
    for (const auto& [id, node] : mirror.sent) {
        if (now.count(id))
            continue;
        if (!first)
            json += ',';
        first = false;
        json += std::to_string(id);
    }
    json += ']';
    if (order != mirror.sent_order) {
        json += ",\"order\":[";
        for (std::size_t i = 0; i < order.size(); ++i) {
            if (i > 0)
                json += ',';
            json += std::to_string(order[i]);
        }
        json += ']';
    }
    json += '}';
    mirror.sent = std::move(now);
    mirror.sent_order = std::move(order);
    page_mirror_patch(json.c_str());
}

namespace {
bool take(std::deque<std::uint32_t>& queue, std::uint32_t& id) {
    if (queue.empty())
        return false;
    id = queue.front();
    queue.pop_front();
    return true;
}
} // namespace

bool mirror_take_activation(std::uint32_t& id) {
    return take(mirror.activations, id);
}
bool mirror_take_focus(std::uint32_t& id) {
    return take(mirror.focuses, id);
}

void announce(std::string_view text, bool assertive) {
    page_announce(std::string(text).c_str(), assertive);
}

extern "C" {

EMSCRIPTEN_KEEPALIVE void app_mirror_flush() {
    mirror_flush();
}

EMSCRIPTEN_KEEPALIVE void app_activate(double id) {
    mirror.activations.push_back(static_cast<std::uint32_t>(id));
    wake(4);
}

EMSCRIPTEN_KEEPALIVE void app_focus(double id) {
    mirror.focuses.push_back(static_cast<std::uint32_t>(id));
    wake(4);
}

} // extern "C"

} // namespace carnet::platform
