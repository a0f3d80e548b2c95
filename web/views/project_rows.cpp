// What the cards of a project's page have in common: opening, changing and acting on one row.
#include "shared/core/json.hpp"
#include "shared/texts/app_projects.hpp"
#include "web/views/project_view.hpp"

namespace carnet::views {

using namespace app;
namespace tx = texts::projects;

void begin_row(
    ProjectView& view,
    const net::ProjectPage& page,
    const EntitySpec& row_spec,
    std::string path,
    const void* entity
) {
    const std::int64_t client = page.project.client_id;
    begin_record(view.edit, row_spec, entity, std::move(path), page.version, client);
}

void change_row(
    const net::ProjectPage& page,
    const std::string& path,
    std::string_view field,
    Json value,
    std::string toast,
    Context& context
) {
    const std::int64_t client = page.project.client_id;
    change_field(client, page.version, path, field, std::move(value), std::move(toast), context);
}

void act_on_row(
    const net::ProjectPage& page, std::string path, std::string toast, Context& context, Json body
) {
    Write write{.request = {.path = std::move(path), .body = std::move(body)}};
    write.toast = std::move(toast);
    write.client_id = page.project.client_id;
    context.send(std::move(write));
}

float due_width(Date due, bool done, const Context& context) {
    if (!due.is_set())
        return 0;
    const float late = !done && due < today(context) ? 22.0f : 0.0f;
    return ui::text_width(short_date(due, context), {.type = ui::Type::small}) + 9 + late;
}

void due_ui(Date due, bool done, const Context& context) {
    if (!due.is_set())
        return;
    const bool late = !done && due < today(context);
    if (late)
        ui::icon(icon::alert_circle, {.size = 14, .color = ui::Color::bad_text, .name = tx::late});
    ui::text(
        short_date(due, context),
        {.color = late ? ui::Color::bad_text : ui::Color::text_3, .type = ui::Type::small}
    );
}

} // namespace carnet::views
