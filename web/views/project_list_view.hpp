// The list of all projects one may see: by state and text, in any order, read page by page.
#pragma once

#include "web/app/context.hpp"
#include "web/app/format.hpp"
#include "web/ui/ui.hpp"
#include "web/views/record_edit.hpp"

namespace carnet::views {

struct ProjectListView {
    app::ProjectListRoute route; // As last looked at: the rail leads back to it.
    std::string text;            // In the search field.
    std::int64_t cursor = -1;
    bool to_top = false;
    bool focus_search = false;
    LinkProject choosing; // Whose project is being added.
    RecordEdit edit;
    Conflict conflict;
    // Figures of the last answer, while the next one is awaited.
    std::int64_t count = 0;
    std::int64_t budget_cents = 0;
    std::array<std::int64_t, 4> by_state{};
};

void project_list_ui(ProjectListView& view, app::Context& context, ui::Rect panel);

} // namespace carnet::views
