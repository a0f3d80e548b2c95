// The routes of the import. The dry run reads a snapshot; applying plans every row again inside the
// one transaction.
#include "backend/features/imports.hpp"

#include "backend/features/clients.hpp"
#include "backend/features/import_apply.hpp"
#include "backend/features/import_uploads.hpp"
#include "shared/core/json.hpp"
#include "shared/core/text.hpp"
#include "shared/import/csv_guard.hpp"
#include "shared/texts/server_clients.hpp"
#include "shared/texts/validation.hpp"

#include <algorithm>

namespace carnet {

namespace {

constexpr std::size_t most_name_length = 120;

std::string file_name(const Request& request) {
    std::string name(request.query_param("name"));
    name = name.substr(name.find_last_of("/\\") + 1);
    if (!text::valid_utf8(name))
        name.clear();
    name = std::string(text::prefix(text::clean_line(name), most_name_length));
    return name.empty() ? "import.csv" : name;
}

Json columns_json(const CsvTable& table) {
    Json columns = Json::array();
    for (const auto& guess : guess_columns(table))
        columns.push_back(
            {{"heading", guess.heading}, {"sample", guess.samples}, {"suggested", guess.target}}
        );
    return columns;
}

Json targets_json(Language language) {
    Json targets = Json::array();
    for (const auto& target : import_targets())
        targets.push_back(
            {{"name", std::string(target.name)}, {"label", target_label(target, language)}}
        );
    return targets;
}

Json upload_json(const Upload& upload, Language language) {
    Json json{
        {"id", upload.id},
        {"name", upload.name},
        {"rows", upload.table.rows()},
        {"encoding", std::string(encoding_name(upload.encoding))},
        {"separator", std::string(1, upload.table.separator())}};
    json["columns"] = columns_json(upload.table);
    json["targets"] = targets_json(language);
    return json;
}

Result<Response> send(Context& c) {
    auto decoded = decode_text(c.request.body, c.language());
    if (!decoded)
        return decoded.error();
    auto table = read_csv(std::move(decoded->text), c.language());
    if (!table)
        return table.error();
    const auto upload = c.app.keep<Uploads>().add(
        c.actor.user_id, file_name(c.request), decoded->encoding, std::move(*table), c.app.now()
    );
    return json_response(upload_json(*upload, c.language()), 201);
}

Result<UploadPtr> upload_of(Context& c) {
    auto upload = c.app.keep<Uploads>().find(c.request.id(), c.actor.user_id);
    if (!upload)
        return make_error(ErrorCode::not_found, tr(texts::import_gone, c.language()));
    return upload;
}

Status read_mapping(
    const Json& body, std::size_t columns, std::vector<std::string>& mapping, Language language
) {
    const Json& given = json_at(body, "mapping");
    mapping.assign(columns, "");
    if (!given.is_object())
        return invalid("mapping", tr(texts::not_an_object, language));
    for (const auto& [key, target] : given.items()) {
        const bool is_column = text::all_digits(key) && key.size() < 6 && std::stoul(key) < columns;
        if (!is_column || !(target.is_string() || target.is_null()))
            return invalid("mapping." + key, tr(texts::bad_parameter, language));
        if (target.is_string())
            mapping[std::stoul(key)] = target.get<std::string>();
    }
    return Ok{};
}

Result<ImportSettings> read_settings(const Json& body, std::size_t columns, Language language) {
    ImportSettings settings;
    if (auto read = read_mapping(body, columns, settings.mapping, language); !read)
        return read.error();
    const Json& match = json_at(body, "match");
    if (!match.is_null() && !match.is_array())
        return invalid("match", tr(texts::wrong_type, language));
    for (const auto& word : match) {
        if (!word.is_string())
            return invalid("match", tr(texts::wrong_type, language));
        settings.match.push_back(word.get<std::string>());
    }
    const Json& defaults = json_at(body, "defaults");
    if (!defaults.is_null() && !defaults.is_object())
        return invalid("defaults", tr(texts::wrong_type, language));
    for (const auto& [target, value] : defaults.items()) {
        if (!value.is_string())
            return invalid("defaults." + target, tr(texts::wrong_type, language));
        settings.defaults.emplace_back(target, value.get<std::string>());
    }
    settings.update_existing = json_bool(body, "update_existing", true);
    return settings;
}

// Counts and refused rows of the whole file; kept for the next pages of the same question.
void plan_all(Upload& upload, const ImportPlanner& planner) {
    upload.counts = {};
    upload.refused.clear();
    for (std::size_t i = 0; i < planner.rows(); ++i) {
        const auto row = planner.row(i);
        switch (row.action) {
        case RowAction::create:
            upload.counts.create++;
            break;
        case RowAction::update:
            upload.counts.update++;
            break;
        case RowAction::unchanged:
            upload.counts.unchanged++;
            break;
        case RowAction::refused:
            upload.counts.refused++;
            upload.refused.push_back({i, row.error});
        }
    }
    upload.planned = true;
}

// Rows of one page; with "only" those of one action ("refused"): people look for trouble first.
Json page_of(const Upload& upload, const ImportPlanner& planner, const Json& body) {
    const auto limit =
        static_cast<std::size_t>(std::clamp<std::int64_t>(json_int(body, "limit", 100), 1, 500));
    const auto offset =
        static_cast<std::size_t>(std::max<std::int64_t>(json_int(body, "offset", 0), 0));
    const std::string only = json_string(body, "only");
    Json rows = Json::array();
    std::size_t i = offset;
    for (; i < upload.table.rows() && rows.size() < limit; ++i) {
        const auto row = planner.row(i);
        if (only.empty() || action_name(row.action) == only)
            rows.push_back(to_json(row));
    }
    Json page{{"next", i < upload.table.rows() ? Json(i) : Json()}};
    page["rows"] = std::move(rows);
    return page;
}

Result<Response> plan(Context& c) {
    const Json& body = c.request.json;
    if (auto known = refuse_unknown(
            body,
            {"mapping", "match", "defaults", "update_existing", "offset", "limit", "only"},
            c.language()
        );
        !known)
        return known.error();
    const auto upload = upload_of(c);
    if (!upload)
        return upload.error();
    auto settings = read_settings(body, (*upload)->table.columns(), c.language());
    if (!settings)
        return settings.error();
    const std::lock_guard lock((*upload)->mutex);
    const ImportExisting existing(c.app, c.tx, c.actor);
    const ImportPlanner planner((*upload)->table, *settings, existing, c.language());
    if (auto sound = planner.check(); !sound)
        return sound.error();
    Json question{{"position", c.tx.position()}};
    for (const char* key : {"mapping", "match", "defaults", "update_existing"})
        question[key] = json_at(body, key);
    if (!(*upload)->planned || (*upload)->settings_json != dump(question)) {
        plan_all(**upload, planner);
        (*upload)->settings = *settings;
        (*upload)->settings_json = dump(question);
    }
    const PlanCounts& counts = (*upload)->counts;
    Json answer = page_of(**upload, planner, body);
    answer["create"] = counts.create;
    answer["update"] = counts.update;
    answer["unchanged"] = counts.unchanged;
    answer["refused"] = counts.refused;
    answer["position"] = c.tx.position();
    return json_response(answer);
}

Result<Response> apply(Context& c) {
    const auto upload = upload_of(c);
    if (!upload)
        return upload.error();
    const std::lock_guard lock((*upload)->mutex);
    if (!(*upload)->planned)
        return make_error(ErrorCode::conflict, tr(texts::import_not_planned, c.language()));
    ImportExisting existing(c.app, c.tx, c.actor);
    const ImportPlanner planner((*upload)->table, (*upload)->settings, existing, c.language());
    const auto done = apply_import(c.tx, planner, existing, (*upload)->name, c.language());
    if (!done)
        return done.error();
    Json answer = write_answer(c);
    answer["created"] = done->created;
    answer["updated"] = done->updated;
    answer["refused"] = (*upload)->counts.refused;
    return json_response(answer);
}

std::string csv_cell(std::string_view cell) {
    std::string out = "\"";
    if (needs_csv_guard(cell))
        out += '\'';
    for (const char c : cell) {
        if (c == '"')
            out += '"';
        out += c;
    }
    return out + "\"";
}

// The refused rows as they came, with the reason in front: mend them and send the file again.
Result<Response> refused(Context& c) {
    const auto upload = upload_of(c);
    if (!upload)
        return upload.error();
    const std::lock_guard lock((*upload)->mutex);
    const CsvTable& table = (*upload)->table;
    std::string out = "\xEF\xBB\xBF" + csv_cell(tr(texts::column_line, c.language())) + ";" +
                      csv_cell(tr(texts::column_reason, c.language()));
    for (std::size_t column = 0; column < table.columns(); ++column)
        out += ";" + csv_cell(table.heading(column));
    out += "\r\n";
    for (const auto& row : (*upload)->refused) {
        out += std::to_string(table.line(row.row)) + ";" + csv_cell(row.reason);
        for (std::size_t column = 0; column < table.columns(); ++column)
            out += ";" + csv_cell(table.cell(row.row, column));
        out += "\r\n";
    }
    Response response;
    response.content_type = "text/csv; charset=utf-8";
    response.body = std::move(out);
    response.header("Content-Disposition", "attachment; filename=\"refused.csv\"");
    return response;
}

constexpr Route routes[] = {
    {.method = Method::post,
     .pattern = "/api/imports",
     .permission = Permission::data_import,
     .handler = &send,
     .access = Access::manual,
     .body = BodyKind::raw,
     .body_limit = import_max_bytes,
     .summary = "Sends a CSV file to import; answers its columns and what they seem to be",
     .query = "name",
     .answer = "{id: integer, name: string, rows: integer, encoding: string, separator: string, "
               "columns: [{heading: string, sample: [string], suggested: string}], targets: "
               "[{name: string, label: string}]}"},
    {.method = Method::post,
     .pattern = "/api/imports/:id/plan",
     .permission = Permission::data_import,
     .handler = &plan,
     .access = Access::read,
     .body = BodyKind::json,
     .summary = "Dry run: what each row would create, change or why it is refused",
     .body_shape = "{mapping: {*: string|null}, match?: [string], defaults?: {*: string}, "
                   "update_existing?: boolean, offset?: integer, limit?: integer, only?: string}",
     .answer = "{create: integer, update: integer, unchanged: integer, refused: integer, rows: "
               "[{line: integer, action: string, name: string, client_id?: integer, error?: "
               "string, cells: [{column: string, index: integer, old: string, new: string, error?: "
               "string}]}], next, position}"},
    write(
        Method::post,
        "/api/imports/:id/apply",
        Permission::data_import,
        &apply,
        "Applies the last dry run as one action"
    )
        .takes("{}")
        .gives("written & {created: integer, updated: integer, refused: integer}"),
    get("/api/imports/:id/refused",
        Permission::data_import,
        &refused,
        "The refused rows as CSV, with the reason"),
};

} // namespace

std::span<const Route> import_routes() {
    return routes;
}

} // namespace carnet
