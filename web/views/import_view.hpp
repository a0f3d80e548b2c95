// Importing a file of clients: choose it, say where its columns go, look at the dry run cell by
// cell, apply, undo.
#pragma once

#include "web/app/context.hpp"
#include "web/ui/ui.hpp"

#include <memory>
#include <optional>
#include <set>

namespace carnet::views {

enum class ImportStep { file, mapping, plan, done };

// What the dry run answered; shared with the request on its way.
struct ImportRun {
    bool loading = false;
    std::optional<Error> error;
    net::ImportPlan plan;
    bool has_plan = false;
};

struct ImportView {
    ImportStep step = ImportStep::file;
    std::string file_name;
    net::Ticket upload;
    std::optional<Error> error;
    net::ImportFile file;
    std::vector<std::string> mapping; // Target per column; "" leaves it out.
    std::set<std::string> match;      // Words the person chose.
    bool match_touched = false;
    bool update_existing = true;
    int new_state = 1; // Index of client_state_choices: prospect.
    std::shared_ptr<ImportRun> run;
    int filter = 0; // 0: all, then create, update, unchanged, refused.
    std::int64_t cursor = -1;
    std::int64_t opened_line = 0;
    net::Ticket apply;
    std::int64_t action = 0;
    net::ImportPlan result;
};

void import_ui(ImportView& view, app::Context& context, ui::Rect panel);

// One file per step.
void import_file_ui(ImportView& view, app::Context& context, ui::Rect box);
void import_mapping_ui(ImportView& view, app::Context& context, ui::Rect box);
void import_plan_ui(ImportView& view, app::Context& context, ui::Rect box);
void import_done_ui(ImportView& view, app::Context& context, ui::Rect box);
// Asks for the dry run with what is chosen; `offset` continues the rows.
void ask_plan(ImportView& view, app::Context& context, std::int64_t offset);

} // namespace carnet::views
