// The accessibility mirror: every widget reports a platform::MirrorNode, nested by structure. The
// same nodes are the probe of the native tests (last_nodes, find). Views only use Scope and, for
// things they draw themselves, item().
#pragma once

#include "web/platform/platform.hpp"
#include "web/ui/draw.hpp"

#include <span>
#include <vector>

namespace carnet::ui::a11y {

using Node = platform::MirrorNode;

// Everything drawn while it lives is a child of this node: regions ("navigation", "search", "main",
// "complementary", "region", "form"), groups ("group", "list", "listitem", "grid", "row"), dialogs.
class Scope {
  public:
    Scope(std::string_view role, Label name);
    explicit Scope(Node node); // id 0: made from role and name; parent is filled in.
    // Inside the widget reported last, when that is the one meant (it may be out of sight): the
    // buttons of a tree's item.
    struct Within {
        std::string_view role;
    };
    explicit Scope(Within last);
    ~Scope();
    Scope(const Scope&) = delete;
    Scope& operator=(const Scope&) = delete;
    std::uint32_t id() const { return _id; }
    void set_rect(Rect box); // Otherwise the box around the children.

  private:
    std::uint32_t _id;
    std::size_t _index;
};

// Adds a node under the current scope. Boxes are clipped to the current window; invisible ones are
// dropped. id 0: made from role and name. Returns the id.
std::uint32_t add(Node node, Rect box);
// A static text that a view drew with draw:: functions.
void text(Label words, Rect box);
void describe_last(Label description); // Of the node added last.
// Whether a person using the mirror asked for this node since the last frame (a row drawn by a
// view).
bool activated(std::uint32_t id);

// --- For tests ---
const std::vector<Node>& last_nodes(); // As published by the last end_frame().
const Node* find(std::string_view role, std::string_view name);
// Interactive ImGui items of the last frame that nobody annotated (a raw ImGui widget in a view);
// empty when all is well.
const std::vector<std::string>& last_unannotated();

namespace detail {
void begin_frame();
void end_frame();
void shutdown();
void note_raw_item(ImGuiID id, const char* label);
} // namespace detail

} // namespace carnet::ui::a11y
