// See project_list_view.hpp. Rows are asked for in pages as they come into sight.
#include "web/views/project_list_view.hpp"

#include "shared/core/money.hpp"
#include "shared/texts/app_client.hpp"
#include "shared/texts/app_common.hpp"
#include "shared/texts/app_net.hpp"
#include "shared/texts/app_projects.hpp"
#include "web/app/list_memory.hpp"

namespace carnet::views {

namespace {

using namespace app;
namespace tx = texts::projects;

const EntitySpec& spec = EntityOf<Project>::spec;
constexpr std::int64_t page_rows = 60;

const Text& label_of(std::string_view field) {
    return find_field(spec, field)->label;
}

const net::Loadable<net::ProjectList>&
page_of(const ProjectListView& view, std::int64_t row, Context& context) {
    std::string query = to_query(view.route);
    query += (query.empty() ? "limit=" : "&limit=") + std::to_string(page_rows);
    if (row >= page_rows)
        query += "&offset=" + std::to_string(row / page_rows * page_rows);
    return context.api.projects(query);
}

// The row once its page is here.
const net::ProjectRow* row_of(const ProjectListView& view, std::int64_t row, Context& context) {
    const auto& page = page_of(view, row, context);
    const auto place = static_cast<std::size_t>(row % page_rows);
    return page.value && place < page.value->rows.size() ? &page.value->rows[place] : nullptr;
}

void show(ProjectListView& view, Context& context, ProjectListRoute route) {
    if (route == view.route)
        return;
    view.route = std::move(route);
    view.to_top = true;
    view.cursor = -1;
    context.send(Navigate{.route = view.route, .replace = true});
}

// All states, or one of them, each with its number.
void states_ui(ProjectListView& view, Context& context) {
    std::vector<ui::SegmentItem> items;
    std::int64_t all = 0;
    for (const auto n : view.by_state)
        all += n;
    const auto words = [&](const char* label, std::int64_t n) {
        return std::string(label) + " " + format_number(n, context.language);
    };
    items.push_back({words(context.tr(tx::all), all)});
    int index = 0;
    for (std::size_t i = 0; i < project_state_choices.size(); ++i) {
        if (view.route.state == project_state_choices[i].value)
            index = static_cast<int>(i) + 1;
        items.push_back({words(context.tr(project_state_choices[i].label), view.by_state[i])});
    }
    if (!ui::pill_group(tx::states, index, items))
        return;
    ProjectListRoute route = view.route;
    route.state =
        index == 0 ? "" : project_state_choices[static_cast<std::size_t>(index) - 1].value;
    show(view, context, std::move(route));
}

void bar_ui(ProjectListView& view, Context& context, ui::Rect bar) {
    const ui::Bar frame(bar, {.padding = 16, .gap = 12});
    ui::heading(tx::title, {.level = 1, .type = ui::Type::heading});
    ui::spring();
    const bool may_add = context.may(Permission::projects_edit), phone = ui::is_phone();
    // From the bar alone: what a spring leaves depends on the width that is looked for.
    const float title = ui::text_width(context.tr(tx::title), {.type = ui::Type::heading});
    const float room = bar.w - 32 - title - 24 - (!may_add ? 0.0f : phone ? 56.0f : 200.0f);
    const auto event = ui::search_field(
        tx::search,
        view.text,
        {.field =
             {.width = std::min(320.0f, room), .focus = std::exchange(view.focus_search, false)},
         .clear_button = true,
         .shortcut = "/"}
    );
    if (event.changed) {
        ProjectListRoute route = view.route;
        route.text = view.text;
        show(view, context, std::move(route));
    }
    if (!may_add)
        return;
    const ui::ButtonOptions look{
        .kind = ui::ButtonKind::primary, .icon = icon::plus, .shortcut = "N"};
    const bool clicked = phone ? ui::icon_button(icon::plus, tx::add) : ui::button(tx::add, look);
    if (clicked || context.pressed(Shortcut::create))
        view.choosing = {.open = true, .just_opened = true};
}

void progress_cell(const Project& project, const Context& context) {
    const bool done = project.progress >= 100;
    ui::progress(
        static_cast<float>(project.progress) / 100,
        {.width = 64,
         .color = done ? ui::Color::ok : ui::Color::accent,
         .name = fill(context.tr(texts::project_progress), {{"name", project.name}})}
    );
    ui::text(format_percent(project.progress, context.language), {.type = ui::Type::small});
}

void due_cell(const Project& project, const Context& context) {
    if (!project.due_on.is_set())
        return ui::text("—", {.color = ui::Color::text_off, .hidden_from_mirror = true});
    const bool late = project.state == ProjectState::running && project.due_on < today(context);
    if (late)
        ui::icon(icon::alert_circle, {.size = 14, .color = ui::Color::bad_text, .name = tx::late});
    ui::text(
        short_date(project.due_on, context),
        {.color = late ? ui::Color::bad_text : ui::Color::text,
         .type = ui::is_phone() ? ui::Type::small : ui::Type::body}
    );
}

void milestone_cell(const net::ProjectRow& row, const Context& context) {
    if (row.to_approve > 0)
        ui::badge(
            context.plural(tx::waiting_approval, row.to_approve),
            ui::deliverable_state_badge("to_approve")
        );
    else if (!row.milestone.empty())
        ui::text(
            row.milestone_on.is_set() ? row.milestone + ", " + short_date(row.milestone_on, context)
                                      : row.milestone,
            {.color = ui::Color::text_2, .width = ui::fill}
        );
}

void cells_ui(ui::Table& table, const net::ProjectRow& row, const Context& context) {
    const Project& project = row.project;
    if (table.cell("name")) {
        ui::icon(icon::briefcase, {.size = 18});
        ui::text(project.name, {.weight = ui::Weight::medium, .width = ui::fill});
    }
    if (table.cell("client"))
        ui::text(row.client_name, {.color = ui::Color::text_2, .width = ui::fill});
    if (table.cell("state"))
        ui::badge(
            project_state_choices[static_cast<std::size_t>(project.state)].label,
            project_state_badge(project.state)
        );
    if (table.cell("progress"))
        progress_cell(project, context);
    if (table.cell("budget_cents") && project.budget_cents)
        ui::text(format_money(project.budget_cents, context.language, MoneyStyle::exact));
    if (table.cell("due_on"))
        due_cell(project, context);
    if (table.cell("next"))
        milestone_cell(row, context);
    if (table.cell("team"))
        project_team_ui(project, context);
}

std::vector<ui::TableColumn> columns() {
    return {
        {.id = "name", .title = label_of("name"), .width = 200, .grow = 3, .sortable = true},
        {.id = "client",
         .title = tx::column_client,
         .width = 150,
         .grow = 2,
         .priority = 1,
         .sortable = true},
        {.id = "state", .title = label_of("state"), .width = 116, .sortable = true},
        {.id = "progress",
         .title = label_of("progress"),
         .width = 130,
         .priority = 2,
         .sortable = true},
        {.id = "budget_cents",
         .title = label_of("budget_cents"),
         .width = 104,
         .priority = 4,
         .align = ui::Align::right,
         .sortable = true},
        {.id = "due_on",
         .title = label_of("due_on"),
         .width = 112,
         .priority = 3,
         .sortable = true},
        {.id = "next", .title = tx::column_next, .width = 200, .grow = 1, .priority = 6},
        {.id = "team", .title = label_of("team_ids"), .width = 108, .priority = 5},
    };
}

void sort_by(ProjectListView& view, Context& context, std::string_view column) {
    ProjectListRoute route = view.route;
    route.sort = route.sort == column ? "-" + std::string(column) : std::string(column);
    show(view, context, std::move(route));
}

void table_ui(ProjectListView& view, Context& context, ui::Rect box) {
    const auto shown = columns();
    std::string_view sorted = view.route.sort;
    const bool descending = sorted.starts_with('-');
    if (descending)
        sorted.remove_prefix(1);
    ui::Table table(
        {.id = "projects",
         .name = tx::title,
         .box = box,
         .columns = shown,
         .rows = view.count,
         .sorted_by = sorted,
         .sort = descending ? ui::Sort::descending : ui::Sort::ascending,
         .cursor = &view.cursor,
         .scroll_to_top = std::exchange(view.to_top, false)}
    );
    const auto open = [&](std::int64_t index) {
        if (const auto* row = row_of(view, index, context))
            context.go(ProjectRoute{.id = row->project.id});
    };
    while (table.next()) {
        const auto* row = row_of(view, table.row(), context);
        if (!row) {
            table.begin_row({.key = -table.row() - 1, .loading = true});
            continue;
        }
        const std::string href = "/projects/" + std::to_string(row->project.id);
        table.begin_row({.key = row->project.id, .name = row->project.name, .href = href});
        cells_ui(table, *row, context);
        if (table.row_clicked())
            open(table.row());
    }
    if (const auto column = table.sort_clicked(); !column.empty())
        sort_by(view, context, column);
    if (table.opened() && view.cursor >= 0)
        open(view.cursor);
    table.end();
}

void phone_row_ui(const net::ProjectRow& row, Context& context) {
    const Project& project = row.project;
    const ui::Id id(project.id);
    const ui::Rect box = ui::place(ui::avail_width(), 80);
    const ui::a11y::Scope item("listitem", project.name);
    const auto press = ui::pressable("row", project.name, box, {.role = "link"});
    ui::draw::line_on(box, ui::side_bottom, ui::Color::line_1);
    ui::Rect inside = box.inset(0, 6);
    ui::draw::text(
        inside.cut_top(22), project.name, ui::Color::text, {.weight = ui::Weight::medium}
    );
    ui::draw::text(
        inside.cut_top(20), row.client_name, ui::Color::text_3, {.type = ui::Type::small}
    );
    ui::at(inside.x, inside.y + 3);
    {
        const ui::Row line({.height = 22});
        ui::badge(
            project_state_choices[static_cast<std::size_t>(project.state)].label,
            project_state_badge(project.state)
        );
        progress_cell(project, context);
        ui::spring();
        due_cell(project, context);
    }
    ui::at(box.x, box.bottom() + 2);
    if (press.clicked)
        context.go(ProjectRoute{.id = project.id});
}

void phone_ui(ProjectListView& view, Context& context, ui::Rect box) {
    const ui::Region region("projects", box, {.padding_x = 16, .padding_y = 8});
    const ui::a11y::Scope list("list", tx::title);
    std::int64_t shown = std::min(view.count, (view.cursor < 0 ? 1 : view.cursor) * page_rows);
    for (std::int64_t i = 0; i < shown; ++i)
        if (const auto* row = row_of(view, i, context))
            phone_row_ui(*row, context);
    // On a phone the cursor counts the pages that were asked for.
    if (shown < view.count && ui::scrolled_to_bottom())
        view.cursor = (view.cursor < 0 ? 1 : view.cursor) + 1;
}

void empty_ui(ProjectListView& view, Context& context, ui::Rect box) {
    const bool filtered = !view.route.text.empty() || !view.route.state.empty();
    const auto event = ui::empty_state(
        box,
        {.title = filtered ? tx::none_found_title : tx::none_title,
         .text = filtered ? tx::none_found_text : tx::none_text,
         .action = filtered ? ui::Label(tx::show_all) : ui::Label(texts::clients),
         .primary = false}
    );
    if (event != ui::EmptyEvent::action)
        return;
    if (!filtered)
        return context.send(GoBack{});
    view.text.clear();
    show(view, context, {.sort = view.route.sort});
}

void footer_ui(const ProjectListView& view, Context& context, ui::Rect box) {
    const ui::Bar bar(box, {.line_on_top = true});
    ui::text(context.plural(tx::count, view.count), {.type = ui::Type::small});
    ui::spring();
    ui::text(
        fill(
            context.tr(tx::budget),
            {{"sum", format_money(view.budget_cents, context.language, MoneyStyle::exact)}}
        ),
        {.type = ui::Type::small, .weight = ui::Weight::medium}
    );
}

void take_route(ProjectListView& view, const Context& context) {
    const auto* route = std::get_if<ProjectListRoute>(&context.route);
    if (!route || *route == view.route)
        return;
    view.route = *route;
    view.text = route->text;
    view.to_top = true;
}

} // namespace

void project_list_ui(ProjectListView& view, Context& context, ui::Rect panel) {
    take_route(view, context);
    context.title = context.tr(tx::title);
    if (context.pressed(Shortcut::find))
        view.focus_search = true;
    const bool phone = ui::is_phone();
    bar_ui(view, context, panel.cut_top(phone ? ui::metric::top_bar_phone : ui::metric::top_bar));
    if (phone) {
        const ui::Rect bar = panel.cut_top(72);
        ui::draw::line_on(bar, ui::side_bottom, ui::Color::line_1);
        ui::at(bar.inset(16, 10));
        const ui::Width width(bar.w - 32);
        states_ui(view, context);
    } else {
        const ui::Bar bar(panel.cut_top(ui::metric::filter_bar), {.padding = 16});
        states_ui(view, context);
    }
    const auto& first = page_of(view, 0, context);
    if (first.value) {
        view.count = first.value->count;
        view.budget_cents = first.value->budget_cents;
        view.by_state = first.value->by_state;
    }
    new_project_ui(view.choosing, view.edit, view.conflict, context);
    footer_ui(view, context, panel.cut_bottom(ui::metric::footer));
    const ui::a11y::Scope main("main", tx::title);
    if (first.error && !first.value) {
        const auto event = ui::empty_state(
            panel, {.title = tx::failed, .text = first.error->message, .action = texts::retry}
        );
        if (event == ui::EmptyEvent::action)
            context.api.cache().invalidate("/api/projects");
        return;
    }
    if (first.value && view.count == 0)
        return empty_ui(view, context, panel);
    if (phone)
        phone_ui(view, context, panel);
    else
        table_ui(view, context, panel);
}

} // namespace carnet::views
