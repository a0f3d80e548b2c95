// Choosing among words: select with filter and "add" row, multi select, and the list both are made
// of.
#pragma once

#include "web/ui/text_field.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace carnet::ui {

struct SelectItem {
    std::int64_t key = 0;
    std::string label;
    std::string detail = {}; // Grey, at the right.
    const char* icon = nullptr;
    std::uint64_t avatar = 0; // Identifier whose avatar is drawn; 0: none.
    Color dot = Color::clear; // Tags.
    bool disabled = false;
};

struct SelectOptions {
    FieldOptions field = {};
    Label placeholder = {}; // Shown when nothing is chosen.
    bool clearable = false; // A row "—" / the × takes the choice away (key 0).
    bool filter = false;    // A filter field on top; on by itself above 10 items.
    Label add = {};         // "Ajouter un secteur": last row; see SelectEvent::add.
    Label add_what_is_typed =
        {}; // With the filter's text: "Créer « {text} »" ({text} is replaced).
    const char* icon = nullptr;
    bool open = false; // Its list opens when it takes the focus by `field.focus`.
};
struct SelectEvent {
    bool changed = false;
    bool add = false; // The "add" row was chosen; `typed` is the filter's text.
    std::string typed;
    bool left = false;
    explicit operator bool() const { return changed; }
};
SelectEvent select(
    Label label,
    std::int64_t& key,
    std::span<const SelectItem> items,
    const SelectOptions& options = {}
);
SelectEvent multi_select(
    Label label,
    std::vector<std::int64_t>& keys,
    std::span<const SelectItem> items,
    const SelectOptions& options = {}
);

// The list alone, inside a popover of the view (filter chips). Returns true when a row was chosen
// or ticked.
struct OptionListOptions {
    Label name = {};
    bool filter = false;
    bool multiple = false;
    float max_height = 320;
    Label add = {};
};
SelectEvent option_list(
    const char* id,
    std::vector<std::int64_t>& keys,
    std::span<const SelectItem> items,
    const OptionListOptions& options
);

} // namespace carnet::ui
