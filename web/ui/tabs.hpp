// Tabs with counts and an overflow menu "Plus", and the segmented control. One Tab stop each,
// arrows inside.
#pragma once

#include "web/ui/layout.hpp"

#include <span>
#include <string>

namespace carnet::ui {

struct TabItem {
    std::string label;
    std::string count = {};
    bool disabled = false;
    const char* icon = nullptr;
    bool changed = false; // A dot: unsaved view, new things.
};
struct TabsOptions {
    float height = metric::tabs;
    float padding = 12;
    float width = 0;          // 0: avail_width(). What does not fit goes into "Plus".
    bool line = true;         // The separator under the bar.
    Label overflow_name = {}; // Default "Plus" / "More".
};
// True when another tab was chosen; `index` is the new one.
bool tabs(Label name, int& index, std::span<const TabItem> items, const TabsOptions& options = {});

struct SegmentItem {
    std::string label; // Accessible name when there is only an icon.
    const char* icon = nullptr;
    bool icon_only = false;
};
// With `off_because` nothing can be chosen, and that is why.
bool segmented(
    Label name,
    int& index,
    std::span<const SegmentItem> items,
    Size size = Size::sm,
    Label off_because = {}
);

// Round quiet filters of the timeline ("Tout", "Échanges"…): one is on.
bool pill_group(Label name, int& index, std::span<const SegmentItem> items);

} // namespace carnet::ui
