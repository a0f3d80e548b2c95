// `carnet import FILE [--yes] [--map …]`: the same plan as in the browser, told on the terminal.
#include "backend/app.hpp"
#include "backend/db/database.hpp"
#include "backend/features/access.hpp"
#include "backend/features/import_apply.hpp"
#include "backend/features/import_uploads.hpp"
#include "backend/features/imports.hpp"
#include "shared/core/text.hpp"
#include "shared/texts/cli_data.hpp"

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>

namespace carnet {

namespace {

constexpr std::size_t most_refused_shown = 20;

void say(const Text& text, Language language, std::initializer_list<Placeholder> values = {}) {
    std::printf("%s\n", fill(tr(text, language), values).c_str());
}

int fail(const Error& error) {
    std::fprintf(stderr, "%s\n", error.message.c_str());
    for (const auto& field : error.fields)
        std::fprintf(stderr, "  %s: %s\n", field.field.c_str(), field.message.c_str());
    return 1;
}

Result<CsvTable> read_file(const std::string& path, Language language, Encoding& encoding) {
    std::error_code error;
    const bool is_folder = std::filesystem::is_directory(path, error);
    std::ifstream file(path, std::ios::binary);
    std::string bytes;
    if (file && !is_folder)
        bytes.assign(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    if (!file || is_folder)
        return Error{
            ErrorCode::not_found, fill(tr(texts::file_not_read, language), {{"file", path}}), {}};
    auto decoded = decode_text(bytes, language);
    if (!decoded)
        return decoded.error();
    encoding = decoded->encoding;
    return read_csv(std::move(decoded->text), language);
}

// "Raison=legal_name,Ville=address.city": by heading, without accents or case; "Colonne=" leaves a
// column out.
Status apply_map(
    const CsvTable& table,
    std::string_view map,
    std::vector<std::string>& mapping,
    Language language
) {
    if (map.empty())
        return Ok{};
    for (const auto pair : text::split(map, ',')) {
        const auto equals = pair.find('=');
        bool known = false;
        for (std::size_t column = 0; equals != std::string_view::npos && column < table.columns();
             ++column) {
            if (text::fold(table.heading(column)) != text::fold(pair.substr(0, equals)))
                continue;
            mapping[column] = std::string(pair.substr(equals + 1));
            known = true;
        }
        if (!known)
            return Error{ErrorCode::invalid, tr(texts::import_bad_map, language), {}};
    }
    return Ok{};
}

void tell_columns(
    const CsvTable& table, const std::vector<std::string>& mapping, Language language
) {
    for (std::size_t column = 0; column < table.columns(); ++column) {
        const auto* target = find_target(mapping[column]);
        if (target)
            say(texts::import_column_line,
                language,
                {{"heading", table.heading(column)}, {"target", target_label(*target, language)}});
        else
            say(texts::import_column_left, language, {{"heading", table.heading(column)}});
    }
}

// The first few of many lines, then how many more there are.
class Told {
  public:
    explicit Told(Language language) : _language(language) {}
    void line(const Text& text, std::initializer_list<Placeholder> values) {
        if (_count++ < most_refused_shown)
            say(text, _language, values);
    }
    void end() const {
        if (_count > most_refused_shown)
            say(texts::import_more_refused,
                _language,
                {{"count", std::to_string(_count - most_refused_shown)}});
    }

  private:
    Language _language;
    std::size_t _count = 0;
};

// What becomes of the rows; each that is refused and each cell that its row goes without, with its
// line and why.
void tell_plan(const ImportPlanner& planner, const CsvTable& table, Language language) {
    PlanCounts counts;
    Told rows(language), cells(language);
    for (std::size_t i = 0; i < planner.rows(); ++i) {
        const auto row = planner.row(i);
        const std::string line = std::to_string(row.line);
        counts.create += row.action == RowAction::create;
        counts.update += row.action == RowAction::update;
        counts.unchanged += row.action == RowAction::unchanged;
        counts.refused += row.action == RowAction::refused;
        if (row.action == RowAction::refused) {
            rows.line(texts::import_line_refused, {{"line", line}, {"message", row.error}});
            continue;
        }
        for (const PlannedCell& cell : row.cells) {
            if (cell.error.empty())
                continue;
            counts.wrong_cells++;
            cells.line(
                texts::import_cell_refused,
                {{"line", line}, {"heading", table.heading(cell.column)}, {"message", cell.error}}
            );
        }
    }
    rows.end();
    cells.end();
    say(texts::import_counts,
        language,
        {{"create", std::to_string(counts.create)},
         {"update", std::to_string(counts.update)},
         {"unchanged", std::to_string(counts.unchanged)},
         {"refused", std::to_string(counts.refused)},
         {"cells", std::to_string(counts.wrong_cells)}});
}

int dry_run(App& app, const CsvTable& table, const ImportSettings& settings, const Actor& actor) {
    int code = 0;
    app.database().read([&](Transaction& tx) {
        const ImportExisting existing(app, tx, actor);
        const ImportPlanner planner(table, settings, existing, actor.language);
        if (auto sound = planner.check(); !sound)
            code = fail(sound.error());
        else
            tell_plan(planner, table, actor.language);
    });
    return code;
}

int apply(
    App& app,
    const CsvTable& table,
    const ImportSettings& settings,
    const Actor& actor,
    const std::string& name
) {
    const auto start = std::chrono::steady_clock::now();
    Result<ImportDone> done = ImportDone{};
    app.database().write(0, [&](Transaction& tx) {
        ImportExisting existing(app, tx, actor);
        const ImportPlanner planner(table, settings, existing, actor.language);
        done = apply_import(tx, planner, existing, name, actor.language, [&](std::size_t rows) {
            if (rows % 10'000 == 0)
                std::fprintf(stderr, "%zu / %zu\n", rows, planner.rows());
        });
        return static_cast<bool>(done);
    });
    if (!done)
        return fail(done.error());
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    const auto tenths = static_cast<long long>(seconds.count() * 10);
    say(texts::import_done,
        actor.language,
        {{"seconds", std::to_string(tenths / 10) + "." + std::to_string(tenths % 10)}});
    return 0;
}

int import_command(const CommandInput& input, App* app) {
    const Language language = input.language;
    const std::string& path = input.operands[0];
    Encoding encoding = Encoding::utf8;
    const auto table = read_file(path, language, encoding);
    if (!table)
        return fail(table.error());
    ImportSettings settings;
    for (const auto& guess : guess_columns(*table))
        settings.mapping.push_back(guess.target);
    if (auto mapped = apply_map(*table, input.option("map"), settings.mapping, language); !mapped)
        throw CommandError{mapped.error().message, exit_usage};
    const std::string name = std::filesystem::path(path).filename().string();
    const std::string separator =
        table->separator() == '\t' ? "\\t" : std::string(1, table->separator());
    say(texts::import_file,
        language,
        {{"file", name},
         {"rows", std::to_string(table->rows())},
         {"encoding", encoding_name(encoding)},
         {"separator", separator}});
    tell_columns(*table, settings.mapping, language);
    const Actor actor = terminal_actor(language);
    // From here on the code says whether the file could be imported, not whether every cell could.
    if (const int code = dry_run(*app, *table, settings, actor); code != 0)
        return code;
    if (input.has("yes"))
        return apply(*app, *table, settings, actor, name);
    say(texts::import_ask, language);
    return 0;
}

constexpr CommandOption options[] = {
    {"yes", "", texts::import_yes_help},
    {"map", "COLONNE=CHAMP,…", texts::import_map_help},
};

constexpr Command commands[] = {
    {.name = "import",
     .operands = "FILE",
     .min_operands = 1,
     .max_operands = 1,
     .summary = texts::import_summary,
     .options = options,
     .folder = FolderUse::alone,
     .run = &import_command},
};

} // namespace

std::span<const Command> import_commands() {
    return commands;
}

} // namespace carnet
