// Step three of the import: the dry run. Counts, rows by what happens to them, each cell of the
// chosen row, then apply.
#include "shared/core/money.hpp"
#include "shared/import/targets.hpp"
#include "shared/texts/app_import.hpp"
#include "shared/texts/app_net.hpp"
#include "web/net/decode.hpp"
#include "web/views/import_view.hpp"

namespace carnet::views {

namespace {

using namespace app;

struct ActionLook {
    std::string_view word;
    Text label;
    ui::BadgeOptions badge;
};
ActionLook look_of(std::string_view action) {
    if (action == "create")
        return {action, texts::import_one_create, {.tone = ui::Tone::ok, .icon = icon::plus}};
    if (action == "update")
        return {action, texts::import_one_update, {.tone = ui::Tone::info, .icon = icon::pencil}};
    if (action == "refused")
        return {action, texts::import_one_refused, {.tone = ui::Tone::bad, .icon = icon::ban}};
    return {action, texts::import_one_unchanged, {.tone = ui::Tone::mute, .icon = icon::minus}};
}

std::string column_label(const std::string& target, const Context& context) {
    const ImportTarget* row = find_target(target);
    return row ? target_label(*row, context.language) : target;
}

std::string detail_of(const net::ImportRow& row, const Context& context) {
    if (!row.error.empty())
        return row.error;
    std::int64_t wrong = 0;
    for (const auto& cell : row.cells)
        wrong += cell.error.empty() ? 0 : 1;
    if (wrong)
        return context.plural(texts::import_wrong, wrong);
    return context.plural(texts::import_cells, static_cast<long long>(row.cells.size()));
}

void filter_ui(ImportView& view, Context& context) {
    const auto& plan = view.run->plan;
    const auto named = [&](const Text& label, std::int64_t n) {
        return std::string(context.tr(label)) + " " + format_number(n, context.language);
    };
    const ui::SegmentItem items[] = {
        {context.tr(texts::import_all)},
        {named(texts::import_create, plan.create), icon::plus},
        {named(texts::import_updated, plan.update), icon::pencil},
        {named(texts::import_unchanged, plan.unchanged), icon::minus},
        {named(texts::import_refused, plan.refused), icon::ban},
    };
    if (!ui::pill_group(texts::import_filter, view.filter, items))
        return;
    view.opened_line = 0;
    view.cursor = -1;
    ask_plan(view, context, 0);
}

void cells_ui(ui::Table& table, const net::ImportRow& row, const Context& context) {
    const auto look = look_of(row.action);
    if (table.cell("line"))
        ui::text(format_number(row.line, context.language), {.color = ui::Color::text_3});
    if (table.cell("client"))
        ui::text(row.name, {.weight = ui::Weight::medium, .width = ui::fill});
    if (table.cell("action"))
        ui::badge(look.label, look.badge);
    if (table.cell("why")) {
        const bool bad = !row.error.empty();
        ui::text(
            detail_of(row, context),
            {.color = bad ? ui::Color::bad_text : ui::Color::text_2,
             .type = ui::Type::small,
             .width = ui::fill}
        );
    }
}

void rows_ui(ImportView& view, Context& context, ui::Rect box) {
    auto& rows = view.run->plan.rows;
    const ui::TableColumn columns[] = {
        {.id = "line",
         .title = texts::import_line,
         .width = 76,
         .priority = 1,
         .align = ui::Align::right},
        {.id = "client", .title = texts::import_client, .width = 180, .grow = 2},
        {.id = "action", .title = texts::import_action, .width = 120},
        {.id = "why", .title = texts::import_why, .width = 160, .grow = 2, .priority = 2},
    };
    ui::Table table(
        {.id = "plan",
         .name = texts::import_plan_title,
         .box = box,
         .columns = columns,
         .rows = static_cast<std::int64_t>(rows.size()),
         .cursor = &view.cursor}
    );
    while (table.next()) {
        const auto& row = rows[static_cast<std::size_t>(table.row())];
        table.begin_row(
            {.key = row.line, .name = row.name, .selected = row.line == view.opened_line}
        );
        cells_ui(table, row, context);
        if (table.row_clicked())
            view.opened_line = row.line;
    }
    if (table.opened() && view.cursor >= 0 && view.cursor < static_cast<std::int64_t>(rows.size()))
        view.opened_line = rows[static_cast<std::size_t>(view.cursor)].line;
    const auto last = table.first_visible() + table.visible_rows();
    if (view.run->plan.next && !view.run->loading &&
        last + 20 >= static_cast<std::int64_t>(rows.size()))
        ask_plan(view, context, view.run->plan.next);
}

void cell_ui(const net::ImportCell& cell, Context& context) {
    const ui::Id id(cell.column);
    const ui::Column column(2);
    ui::caption(column_label(cell.column, context));
    if (!cell.old_text.empty() && cell.old_text != cell.new_text) {
        const ui::Row row({.height = 20});
        ui::text(
            texts::import_before, {.color = ui::Color::text_3, .type = ui::Type::small, .width = 52}
        );
        ui::text(cell.old_text, {.color = ui::Color::text_3, .width = ui::fill});
    }
    {
        const ui::Row row({.height = 20});
        if (!cell.old_text.empty())
            ui::text(
                texts::import_after,
                {.color = ui::Color::text_3, .type = ui::Type::small, .width = 52}
            );
        ui::text(
            cell.new_text,
            {.color = cell.error.empty() ? ui::Color::text : ui::Color::bad_text, .width = ui::fill}
        );
    }
    if (cell.error.empty())
        return;
    const ui::Row row({.height = 20});
    ui::icon(icon::alert_circle, {.size = 14, .color = ui::Color::bad});
    ui::text(
        cell.error, {.color = ui::Color::bad_text, .type = ui::Type::small, .width = ui::fill}
    );
}

void aside_ui(ImportView& view, Context& context, ui::Rect box) {
    ui::draw::line_on(box, ui::side_left, ui::Color::line_1);
    const net::ImportRow* row = nullptr;
    for (const auto& candidate : view.run->plan.rows)
        if (candidate.line == view.opened_line)
            row = &candidate;
    if (!row)
        return;
    const ui::Region region(
        "cells", box, {.padding_x = 16, .padding_y = 16, .role = "complementary", .name = row->name}
    );
    const auto look = look_of(row->action);
    ui::heading(row->name, {.level = 2, .width = ui::fill});
    {
        const ui::Row line({.height = 24});
        ui::badge(look.label, look.badge);
        ui::caption(
            std::string(context.tr(texts::import_line)) + " " +
            format_number(row->line, context.language)
        );
    }
    if (!row->error.empty())
        ui::note(row->error, {.tone = ui::Tone::bad, .width = ui::fill});
    for (const auto& cell : row->cells)
        cell_ui(cell, context);
}

void footer_ui(ImportView& view, Context& context, ui::Rect bar) {
    const ui::Bar frame(bar, {.padding = 24, .line_on_top = true});
    if (ui::button(
            texts::import_back,
            {.kind = ui::ButtonKind::ghost, .size = ui::Size::md, .icon = icon::arrow_left}
        ))
        view.step = ImportStep::mapping;
    ui::spring();
    const auto& plan = view.run->plan;
    const std::int64_t count = plan.create + plan.update;
    const bool busy = view.apply && !view.apply->done;
    if (plan.refused > 0 && !ui::is_phone() &&
        ui::button(
            texts::import_refused_file,
            {.kind = ui::ButtonKind::ghost, .size = ui::Size::md, .icon = icon::download}
        ))
        context.send(Download{"/api/imports/" + std::to_string(view.file.id) + "/refused"});
    if (count == 0)
        ui::text(texts::import_nothing, {.color = ui::Color::text_3});
    const std::string label = context.plural(texts::import_apply, count);
    const bool clicked = ui::button(
        label,
        {.kind = ui::ButtonKind::primary,
         .size = ui::Size::md,
         .icon = icon::database_import,
         .busy = busy,
         .disabled = count == 0,
         .id = "apply"}
    );
    if (!clicked || busy)
        return;
    view.apply = new_ticket();
    Write write{
        .request = {.path = "/api/imports/" + std::to_string(view.file.id) + "/apply"},
        .ticket = view.apply};
    write.words = true;
    write.quiet_errors = true;
    context.send(std::move(write));
}

} // namespace

void import_plan_ui(ImportView& view, Context& context, ui::Rect box) {
    const auto run = view.run;
    if (!run || run->error) {
        const auto event = ui::empty_state(
            box,
            {.title = texts::import_failed,
             .text = run && run->error ? ui::Label(run->error->message) : ui::Label(),
             .action = texts::import_back}
        );
        if (event == ui::EmptyEvent::action)
            view.step = ImportStep::mapping;
        return;
    }
    if (!run->has_plan) {
        ui::at(box.centered(160, 20));
        ui::loading(texts::import_plan_title);
        return;
    }
    footer_ui(view, context, box.cut_bottom(ui::metric::wizard_footer));
    if (view.opened_line && box.w > 860)
        aside_ui(view, context, box.cut_right(340));
    const ui::Rect head = box.cut_top(116);
    {
        const ui::Region region("head", head, {.padding_x = 24, .padding_y = 16, .scroll = false});
        ui::heading(texts::import_plan_title, {.level = 1, .type = ui::Type::title});
        if (view.error)
            ui::note(
                view.error->message,
                {.tone = ui::Tone::bad, .strong = texts::import_failed, .width = ui::fill}
            );
        else
            ui::text(texts::import_plan_text, {.color = ui::Color::text_2});
        filter_ui(view, context);
    }
    rows_ui(view, context, box);
}

} // namespace carnet::views
