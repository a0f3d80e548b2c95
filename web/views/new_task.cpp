// See new_task.hpp.
#include "web/views/new_task.hpp"

#include "shared/core/json.hpp"
#include "shared/texts/app_projects.hpp"
#include "web/app/commands.hpp"
#include "web/ui/ui.hpp"

namespace carnet::views {

using namespace app;
namespace tx = texts::projects;

bool new_task_ui(NewTask& task, std::int64_t project, std::int64_t client, Context& context) {
    if (task.ticket && task.ticket->done) {
        if (!task.ticket->ok() && task.name.empty())
            task.name = task.sent; // Nothing that was typed is lost.
        task.ticket.reset();
    }
    const auto event = ui::text_field(
        tx::task_add,
        task.name,
        {.field =
             {.hide_label = true,
              .size = ui::Size::sm,
              .id = "new-task",
              .focus = std::exchange(task.focus, false)},
         .placeholder = tx::task_placeholder,
         .icon = icon::plus,
         .enter_key = "done",
         .max_length = 200}
    );
    if (!event.entered || task.name.empty())
        return !event.escaped;
    task.ticket = new_ticket();
    task.sent = task.name;
    Write write{
        .request = {.path = "/api/projects/" + std::to_string(project) + "/tasks"},
        .ticket = task.ticket};
    write.request.body = {{"name", task.name}};
    write.toast = fill(context.tr(tx::task_added), {{"name", task.name}});
    write.client_id = client;
    context.send(std::move(write));
    task.name.clear();
    task.focus = true;
    return true;
}

} // namespace carnet::views
