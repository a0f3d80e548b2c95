// Step two of the import: where each column of the file goes, and how existing clients are
// recognised.
#include "shared/core/json.hpp"
#include "shared/core/money.hpp"
#include "shared/core/text.hpp"
#include "shared/import/targets.hpp"
#include "shared/texts/app_import.hpp"
#include "web/net/decode.hpp"
#include "web/views/import_view.hpp"

namespace carnet::views {

namespace {

using namespace app;

std::string heading_of(const ImportView& view, std::size_t column, const Context& context) {
    const std::string& heading = view.file.columns[column].heading;
    return heading.empty()
               ? fill(context.tr(texts::import_unnamed), {{"n", std::to_string(column + 1)}})
               : heading;
}

// Keys of the select: 1 leaves the column out, then the targets in order.
std::vector<ui::SelectItem> target_items(const Context& context) {
    std::vector<ui::SelectItem> items{{.key = 1, .label = context.tr(texts::import_ignore)}};
    for (const auto& target : import_targets())
        items.push_back(
            {.key = static_cast<std::int64_t>(items.size()) + 1,
             .label = target_label(target, context.language)}
        );
    return items;
}

std::int64_t key_of(std::string_view target) {
    std::int64_t key = 1;
    for (const auto& row : import_targets()) {
        ++key;
        if (row.name == target)
            return key;
    }
    return 1;
}

void choose(ImportView& view, std::size_t column, std::int64_t key) {
    const std::string target =
        key <= 1 ? std::string()
                 : std::string(import_targets()[static_cast<std::size_t>(key - 2)].name);
    // A target belongs to one column.
    for (auto& other : view.mapping)
        if (!target.empty() && other == target)
            other.clear();
    view.mapping[column] = target;
}

void column_ui(
    ImportView& view, std::size_t column, const std::vector<ui::SelectItem>& items, Context& context
) {
    const ui::Id id(static_cast<std::int64_t>(column) + 1);
    const std::string heading = heading_of(view, column, context);
    const ui::a11y::Scope row("listitem", heading);
    ui::Columns columns({1, 1.4f, 1.1f}, {.gap = 16});
    const bool mapped = !view.mapping[column].empty();
    {
        const ui::Row line({.height = 32});
        ui::icon(
            mapped ? icon::circle_check : icon::circle_half_2,
            {.color = mapped ? ui::Color::ok : ui::Color::text_off}
        );
        ui::text(heading, {.weight = ui::Weight::medium, .width = ui::fill});
    }
    columns.next();
    {
        const ui::Row line({.height = 32});
        ui::text(
            text::join(view.file.columns[column].samples, " · "),
            {.color = ui::Color::text_3, .type = ui::Type::small, .width = ui::fill}
        );
    }
    columns.next();
    std::int64_t key = key_of(view.mapping[column]);
    const std::string name = fill(context.tr(texts::import_target_of), {{"heading", heading}});
    if (ui::select(name, key, items, {.field = {.hide_label = true}, .filter = true}))
        choose(view, column, key);
}

struct MatchRow {
    const char* word;
    std::string_view target;
};
constexpr MatchRow match_rows[] = {
    {"siret", "siret"},
    {"siren", "siren"},
    {"email", "email"},
    {"reference", "reference"},
    {"name", "name"}};

std::string match_label(const char* word, const Context& context) {
    const std::string_view w(word);
    if (w == "email")
        return context.tr(texts::import_match_email);
    if (w == "reference")
        return context.tr(texts::import_match_reference);
    if (w == "name")
        return context.tr(texts::import_match_name);
    return text::to_upper(word);
}

bool is_mapped(const ImportView& view, std::string_view target) {
    for (const auto& name : view.mapping)
        if (name == target || (target == "email" && name == "contact.email") ||
            (target == "name" && (name == "legal_name" || name == "trade_name")))
            return true;
    return false;
}

void options_ui(ImportView& view, Context& context) {
    const ui::Card card;
    ui::heading(texts::import_match, {.level = 2, .type = ui::Type::body});
    {
        const ui::Row row({.gap = 16, .wrap = true});
        for (const auto& match : match_rows) {
            if (!is_mapped(view, match.target))
                continue;
            bool on = view.match_touched ? view.match.contains(match.word)
                                         : std::string_view(match.word) != "name";
            if (!ui::checkbox(match_label(match.word, context), on))
                continue;
            if (!view.match_touched)
                for (const auto& other : match_rows)
                    if (is_mapped(view, other.target) && std::string_view(other.word) != "name")
                        view.match.insert(other.word);
            view.match_touched = true;
            if (on)
                view.match.insert(match.word);
            else
                view.match.erase(match.word);
        }
    }
    ui::toggle(
        texts::import_update,
        view.update_existing,
        {.detail = texts::import_update_help, .label_left = true, .width = ui::fill}
    );
    std::vector<ui::SelectItem> states;
    states.reserve(client_state_choices.size());
    for (const auto& choice : client_state_choices)
        states.push_back(
            {.key = static_cast<std::int64_t>(states.size()) + 1, .label = context.tr(choice.label)}
        );
    std::int64_t state = view.new_state + 1;
    if (ui::select(texts::import_new_state, state, states, {.field = {.width = 240}}))
        view.new_state = static_cast<int>(state) - 1;
}

} // namespace

void ask_plan(ImportView& view, Context& context, std::int64_t offset) {
    Json mapping = Json::object();
    for (std::size_t i = 0; i < view.mapping.size(); ++i)
        if (!view.mapping[i].empty())
            mapping[std::to_string(i)] = view.mapping[i];
    Json match = Json::array();
    if (view.match_touched)
        for (const auto& word : view.match)
            match.push_back(word);
    constexpr const char* filters[] = {"", "create", "update", "unchanged", "refused"};
    Json body{
        {"mapping", std::move(mapping)},
        {"match", std::move(match)},
        {"update_existing", view.update_existing},
        {"offset", offset}};
    body["defaults"] = {
        {"state",
         std::string(client_state_choices[static_cast<std::size_t>(view.new_state)].value)}};
    if (view.filter)
        body["only"] = filters[view.filter];
    if (!view.run || offset == 0)
        view.run = std::make_shared<ImportRun>();
    view.run->loading = true;
    net::HttpRequest request;
    request.method = "POST";
    request.path = "/api/imports/" + std::to_string(view.file.id) + "/plan";
    request.body = dump(body);
    context.api.ask(
        std::move(request),
        [weak = std::weak_ptr(view.run), language = context.language](Result<Json> answer) {
            const auto run = weak.lock();
            if (!run)
                return;
            run->loading = false;
            if (!answer) {
                run->error = answer.error();
                return;
            }
            auto plan = net::decode_plan(*answer, language);
            plan.rows.insert(plan.rows.begin(), run->plan.rows.begin(), run->plan.rows.end());
            run->plan = std::move(plan);
            run->has_plan = true;
        }
    );
}

void import_mapping_ui(ImportView& view, Context& context, ui::Rect box) {
    const ui::Rect footer = box.cut_bottom(ui::metric::wizard_footer);
    std::size_t mapped = 0;
    for (const auto& target : view.mapping)
        mapped += target.empty() ? 0 : 1;
    {
        const ui::Region region(
            "mapping",
            box,
            {.padding_x = 24, .padding_y = 20, .role = "main", .name = texts::import_mapping_title}
        );
        const ui::Width width(std::min(960.0f, ui::avail_width()));
        ui::heading(texts::import_mapping_title, {.level = 1, .type = ui::Type::title});
        const std::string facts = fill(
            context.tr(texts::import_file_facts),
            {{"file", view.file_name},
             {"rows", context.plural(texts::import_rows, view.file.rows)},
             {"encoding", view.file.encoding}}
        );
        ui::text(facts, {.color = ui::Color::text_2});
        const std::string recognised = fill(
            context.tr(texts::import_recognised),
            {{"n", std::to_string(mapped)}, {"count", std::to_string(view.mapping.size())}}
        );
        ui::text(recognised, {.color = ui::Color::text_3, .type = ui::Type::small});
        ui::space(8);
        const auto items = target_items(context);
        {
            const ui::a11y::Scope list("list", texts::import_mapping_title);
            for (std::size_t i = 0; i < view.file.columns.size(); ++i)
                column_ui(view, i, items, context);
        }
        ui::space(8);
        options_ui(view, context);
    }
    const ui::Bar frame(footer, {.padding = 24, .line_on_top = true});
    ui::spring();
    const bool clicked = ui::button(
        texts::import_check,
        {.kind = ui::ButtonKind::primary,
         .size = ui::Size::md,
         .icon = icon::clipboard_check,
         .shortcut = "Ctrl ↵",
         .disabled = mapped == 0}
    );
    if (mapped == 0 || (!clicked && !context.pressed(Shortcut::submit)))
        return;
    view.filter = 0;
    view.step = ImportStep::plan;
    ask_plan(view, context, 0);
}

} // namespace carnet::views
