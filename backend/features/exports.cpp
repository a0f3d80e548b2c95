// See exports.hpp.
#include "backend/features/exports.hpp"

#include "backend/app.hpp"
#include "backend/db/database.hpp"
#include "backend/features/access.hpp"
#include "backend/features/client_list.hpp"
#include "backend/features/export_table.hpp"
#include "backend/local_time.hpp"
#include "shared/texts/cli_data.hpp"
#include "shared/texts/server_clients.hpp"

#include <fstream>

namespace carnet {

namespace {

constexpr std::string_view xlsx_type =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

std::unique_ptr<ExportWriter> writer_for(std::string_view format, Language language) {
    if (format == "xlsx")
        return make_xlsx_writer(language);
    if (format == "csv")
        return make_csv_writer(language);
    return nullptr;
}

Result<Response> export_list(Context& c) {
    const std::string format(
        c.request.has_query_param("format") ? c.request.query_param("format") : "xlsx"
    );
    const auto writer = writer_for(format, c.language());
    if (!writer)
        return invalid("format", tr(texts::bad_parameter, c.language()));
    const auto query = parse_book_query(book_query_of(c.request), c.language());
    if (!query)
        return query.error();
    export_clients(c.app, c.tx, c.actor, *query, *writer);
    Response response;
    response.body = writer->finish();
    response.content_type = format == "xlsx" ? std::string(xlsx_type) : "text/csv; charset=utf-8";
    response.compressible = format == "csv";
    const std::string day = to_iso(today(local_clock(c.app.now())));
    response.header(
        "Content-Disposition", "attachment; filename=\"clients-" + day + "." + format + "\""
    );
    return response;
}

constexpr Route routes[] = {
    get("/api/export",
        Permission::data_export,
        &export_list,
        "The clients of the list's query as a workbook or CSV: format=xlsx or csv",
        &EntityOf<Client>::spec)
        .asks("only q state kind owner tag notag projects activity from to min max archived review "
              "sort format columns"),
};

bool ends_with(const std::string& text, std::string_view end) {
    return text.size() >= end.size() &&
           text.compare(text.size() - end.size(), end.size(), end) == 0;
}

std::unique_ptr<ExportWriter> writer_of(const CommandInput& input) {
    const std::string& path = input.operands[0];
    const char* format = ends_with(path, ".csv") ? "csv" : ends_with(path, ".xlsx") ? "xlsx" : "";
    return writer_for(format, input.language);
}

void check_export(const CommandInput& input) {
    if (!writer_of(input))
        throw CommandError{tr(texts::export_which_format, input.language), exit_usage};
    if (auto query = parse_book_query(input.option("query"), input.language); !query)
        throw CommandError{query.error().first_message(), exit_usage};
}

int export_command(const CommandInput& input, App* app) {
    const std::string& path = input.operands[0];
    const auto writer = writer_of(input);
    const auto query = parse_book_query(input.option("query"), input.language);
    app->database().read([&](Transaction& tx) {
        export_clients(*app, tx, terminal_actor(input.language), *query, *writer);
    });
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file << writer->finish();
    file.close();
    if (!file) {
        std::fprintf(
            stderr,
            "%s\n",
            fill(tr(texts::file_not_written, input.language), {{"file", path}}).c_str()
        );
        return 1;
    }
    std::printf("%s\n", fill(tr(texts::export_done, input.language), {{"file", path}}).c_str());
    return 0;
}

constexpr CommandOption options[] = {
    {"query", "Q", texts::export_query_help},
};

constexpr Command commands[] = {
    {.name = "export",
     .operands = "FILE",
     .min_operands = 1,
     .max_operands = 1,
     .summary = texts::export_summary,
     .options = options,
     .folder = FolderUse::read,
     .check = &check_export,
     .run = &export_command},
};

} // namespace

std::span<const Route> export_routes() {
    return routes;
}
std::span<const Command> export_commands() {
    return commands;
}

} // namespace carnet
