// Builds the tree of nodes of a frame and hands it to the platform.
#include "web/ui/a11y.hpp"

#include "web/ui/internal.hpp"

#include <unordered_map>
#include <unordered_set>

namespace carnet::ui::a11y {
namespace {

struct Build {
    std::vector<Node> nodes;
    std::vector<bool> drop;                       // Scopes without anything visible.
    std::vector<std::size_t> scopes;              // Indices of the open scopes.
    std::unordered_map<std::uint32_t, int> used;  // How often an id was given out in this frame.
    std::unordered_map<ImGuiID, std::string> raw; // Items that ImGui labelled by itself.
    std::unordered_set<ImGuiID> known;
};
Build building;
std::vector<Node> published;
std::vector<std::string> unannotated;

std::uint32_t unique(std::uint32_t id) {
    const int times = building.used[id]++;
    return times == 0 ? id : ImHashData(&times, sizeof times, id);
}

std::uint32_t made_id(const Node& node) {
    const std::uint32_t parent =
        building.scopes.empty() ? 0 : building.nodes[building.scopes.back()].id;
    const ImGuiID seed =
        ImHashStr(node.role.c_str(), node.role.size(), ImHashData(&parent, sizeof parent));
    return ImHashStr(
        node.name.c_str(), node.name.size(), seed ^ GImGui->CurrentWindow->IDStack.back()
    );
}

bool place(Node& node, Rect box) {
    ImRect r = ui::detail::to_rect(box);
    if (ImGuiWindow* window = GImGui->CurrentWindow)
        r.ClipWithFull(window->ClipRect);
    node.x = r.Min.x, node.y = r.Min.y;
    node.w = std::max(0.0f, r.GetWidth()), node.h = std::max(0.0f, r.GetHeight());
    return node.w > 0.5f && node.h > 0.5f;
}

std::uint32_t push(Node&& node, bool drop) {
    node.id = unique(node.id ? node.id : made_id(node));
    node.parent = building.scopes.empty() ? 0 : building.nodes[building.scopes.back()].id;
    const std::uint32_t id = node.id;
    building.known.insert(id);
    building.nodes.push_back(std::move(node));
    building.drop.push_back(drop);
    return id;
}

// A scope's box is the box around its children unless it was given.
void grow_parent(Node& parent, const Node& child) {
    if (child.w <= 0 || child.h <= 0)
        return;
    if (parent.w <= 0 || parent.h <= 0) {
        parent.x = child.x, parent.y = child.y, parent.w = child.w, parent.h = child.h;
        return;
    }
    const float right = std::max(parent.x + parent.w, child.x + child.w);
    const float bottom = std::max(parent.y + parent.h, child.y + child.h);
    parent.x = std::min(parent.x, child.x), parent.y = std::min(parent.y, child.y);
    parent.w = right - parent.x, parent.h = bottom - parent.y;
}

} // namespace

Scope::Scope(std::string_view role, Label name)
    : Scope([&] {
          Node node;
          node.role = role;
          node.name = name.view();
          return node;
      }()) {}

Scope::Scope(Node node) {
    _index = building.nodes.size();
    _id = push(std::move(node), true);
    building.scopes.push_back(_index);
}

Scope::Scope(Within last) : _id(0), _index(building.nodes.size()) {
    if (building.nodes.empty() || building.nodes.back().role != last.role)
        return;
    _id = building.nodes.back().id;
    building.scopes.push_back(--_index);
}

Scope::~Scope() {
    if (!building.scopes.empty() && building.scopes.back() == _index)
        building.scopes.pop_back();
    if (_index >= building.nodes.size())
        return;
    Node& self = building.nodes[_index];
    // A box of its own (set_rect) stays; otherwise the children decide.
    bool any = false;
    const bool own = self.w > 0;
    for (std::size_t i = _index + 1; i < building.nodes.size(); ++i) {
        if (building.nodes[i].parent != _id || building.drop[i])
            continue;
        any = true;
        if (!own)
            grow_parent(self, building.nodes[i]);
    }
    building.drop[_index] = !any && !own;
}

void Scope::set_rect(Rect box) {
    if (_index < building.nodes.size())
        place(building.nodes[_index], box);
}

std::uint32_t add(Node node, Rect box) {
    const bool visible = place(node, box);
    if (!visible) {
        if (node.id)
            building.known.insert(node.id);
        return node.id;
    }
    return push(std::move(node), false);
}

void text(Label words, Rect box) {
    if (words.empty())
        return;
    Node node;
    node.role = "text";
    node.name = words.view();
    add(std::move(node), box);
}

void describe_last(Label description) {
    if (!building.nodes.empty())
        building.nodes.back().description = description.view();
}

bool activated(std::uint32_t id) {
    auto& s = ui::detail::state();
    if (id == 0 || s.activation != id)
        return false;
    s.activation = 0;
    return true;
}

const std::vector<Node>& last_nodes() {
    return published;
}

const Node* find(std::string_view role, std::string_view name) {
    for (const Node& node : published)
        if (node.role == role && node.name == name)
            return &node;
    return nullptr;
}

const std::vector<std::string>& last_unannotated() {
    return unannotated;
}

namespace detail {

void begin_frame() {
    building.nodes.clear();
    building.drop.clear();
    building.scopes.clear();
    building.used.clear();
    building.raw.clear();
    building.known.clear();
}

void end_frame() {
    ImGuiID focused = GImGui->NavId;
    // In a grid or a list the row with the cursor speaks, not the whole.
    for (const Node& node : building.nodes)
        if (node.flags & platform::mirror_focused)
            focused = 0;
    published.clear();
    for (std::size_t i = 0; i < building.nodes.size(); ++i) {
        if (building.drop[i])
            continue;
        if (focused && building.nodes[i].id == focused)
            building.nodes[i].flags |= platform::mirror_focused;
        published.push_back(std::move(building.nodes[i]));
    }
    unannotated.clear();
    for (const auto& [id, label] : building.raw)
        if (!building.known.contains(id))
            unannotated.push_back(label);
    platform::mirror_publish(published);
}

void shutdown() {
    begin_frame();
    published.clear();
    unannotated.clear();
}

void note_raw_item(ImGuiID id, const char* label) {
    building.raw.emplace(id, label ? label : "");
}

} // namespace detail

} // namespace carnet::ui::a11y

// Called by ImGui because web/imconfig.h defines IMGUI_ENABLE_TEST_ENGINE. Only ImGui's own widgets
// give labels: one that no widget of ours stands behind is a gap in the mirror.
void ImGuiTestEngineHook_ItemAdd(ImGuiContext*, ImGuiID, const ImRect&, const ImGuiLastItemData*) {}
void ImGuiTestEngineHook_ItemInfo(
    ImGuiContext*, ImGuiID id, const char* label, ImGuiItemStatusFlags
) {
    if (label && label[0] != '#')
        carnet::ui::a11y::detail::note_raw_item(id, label);
}
void ImGuiTestEngineHook_Log(ImGuiContext*, const char*, ...) {}
const char* ImGuiTestEngine_FindItemDebugLabel(ImGuiContext*, ImGuiID) {
    return nullptr;
}
