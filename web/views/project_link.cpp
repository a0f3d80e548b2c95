// Linking projects and clients (CF-29): from the client's sheet an existing or a new project, from
// the project's page another client. Who has one client at a time leaves the other.
#include "shared/core/json.hpp"
#include "shared/texts/app_common.hpp"
#include "shared/texts/app_projects.hpp"
#include "shared/texts/widgets.hpp"
#include "web/app/book_store.hpp"
#include "web/views/project_view.hpp"

#include <optional>
#include <utility>

namespace carnet::views {

namespace {

using namespace app;
namespace tx = texts::projects;

constexpr std::size_t most_found = 8, most_looked_at = 400;

void send_move(
    const Project& project,
    std::int64_t version,
    std::int64_t client_id,
    const std::string& client_name,
    Context& context
) {
    Write write{.request = {.path = "/api/projects/" + std::to_string(project.id) + "/move"}};
    write.request.body = {{"client_id", client_id}, {"version", version}};
    write.toast = fill(context.tr(tx::linked), {{"name", project.name}, {"client", client_name}});
    write.client_id = 0; // Both clients are read again.
    context.send(std::move(write));
}

// One line to choose from: a name and, grey, where it is now.
bool choice_ui(const char* icon_name, const std::string& name, const std::string& detail) {
    const ui::Rect box = ui::place(ui::avail_width(), 36);
    const auto press = ui::pressable("choice", name, box, {.role = "option"});
    ui::Rect inside = box.inset(8, 0);
    ui::draw::icon(inside.cut_left(24).center(), icon_name, 18, ui::Color::text_3);
    const float width = ui::text_width(detail, {.type = ui::Type::small}) + 8;
    ui::draw::text(
        inside.cut_right(std::min(width, inside.w / 2)),
        detail,
        ui::Color::text_3,
        {.type = ui::Type::small, .align = ui::Align::right}
    );
    ui::draw::text(inside, name, ui::Color::text);
    return press.clicked;
}

// The clients whose name or reference holds the text and who may get a project from this person, by
// name; the one that was chosen: Enter in the search takes the first.
Slot choose_client_ui(LinkProject& choice, std::int64_t except, Context& context) {
    const auto event = ui::search_field(
        tx::move_search, choice.text, {.field = {.focus = std::exchange(choice.just_opened, false)}}
    );
    const Actor& actor = context.actor();
    // Teams are not in the book: who sees only their own clients is at home in each of them.
    const bool all_own = actor.may(Permission::projects_edit) && !actor.shared_clients &&
                         actor.grant(Permission::clients_read) == Grant::own;
    BookQuery query;
    query.text = choice.text;
    Book::Result found;
    const Book& book = context.book.book();
    book.find(query, nullptr, context.now_ms, found, {0, most_looked_at});
    std::optional<ui::a11y::Scope> list(std::in_place, "listbox", tx::move_found);
    std::size_t shown = 0;
    Slot chosen = no_slot;
    for (const Slot slot : found.slots) {
        const std::int64_t client = book.id(slot);
        if (client == except || shown == most_found ||
            !(all_own || can(actor, Permission::projects_edit, book.audience(slot))))
            continue;
        ++shown;
        const ui::Id id(client);
        const bool pressed = choice_ui(
            icon::building, std::string(book.name(slot)), std::string(book.reference(slot))
        );
        if (pressed || (event.entered && shown == 1))
            chosen = slot;
    }
    list.reset();
    if (shown == 0)
        ui::caption(texts::widget::nothing_found);
    return chosen;
}

} // namespace

void project_move_ui(ProjectView& view, const net::ProjectPage& page, Context& context) {
    if (!view.move.open)
        return;
    const std::string title = fill(context.tr(tx::move_title), {{"name", page.project.name}});
    ui::Dialog dialog("move", view.move.open, {.title = title, .width = 560});
    if (!dialog)
        return;
    ui::paragraph(tx::link_text, {.color = ui::Color::text_2});
    const Slot slot = choose_client_ui(view.move, page.project.client_id, context);
    if (slot == no_slot)
        return;
    const Book& book = context.book.book();
    send_move(page.project, page.version, book.id(slot), std::string(book.name(slot)), context);
    dialog.close();
}

void new_project_ui(LinkProject& choice, RecordEdit& edit, Conflict& conflict, Context& context) {
    // Before the choice: the form takes its place in the next frame, not beside it in this one.
    record_ui(edit, project_look, conflict, context, true);
    if (!choice.open)
        return;
    ui::Dialog dialog("client", choice.open, {.title = tx::new_for, .width = 560});
    if (!dialog)
        return;
    const Slot slot = choose_client_ui(choice, 0, context);
    if (slot == no_slot)
        return;
    const std::int64_t client = context.book.book().id(slot);
    begin_client_project(edit, client, 0);
    dialog.close();
}

void link_project_ui(
    LinkProject& link, const net::ClientSheet& sheet, RecordEdit& edit, Context& context
) {
    if (!link.open)
        return;
    ui::Dialog dialog("link", link.open, {.title = tx::link, .width = 560});
    if (!dialog)
        return;
    const ui::SegmentItem kinds[] = {{context.tr(tx::link_existing)}, {context.tr(tx::link_new)}};
    int kind = 0;
    if (ui::segmented(tx::link_kind, kind, kinds, ui::Size::md) && kind == 1) {
        dialog.close();
        return begin_client_project(edit, sheet.client.id, sheet.version);
    }
    ui::paragraph(tx::link_text, {.color = ui::Color::text_2});
    ui::search_field(tx::search, link.text, {.field = {.focus = link.just_opened}});
    link.just_opened = false;
    const auto& found = context.api.projects("limit=30&q=" + net::url_encode(link.text));
    if (!found.value)
        return found.error ? ui::paragraph(found.error->message) : ui::loading(tx::title);
    std::optional<ui::a11y::Scope> list(std::in_place, "listbox", tx::link_found);
    std::size_t shown = 0;
    for (const auto& row : found.value->rows) {
        if (row.project.client_id.id == sheet.client.id || shown == most_found)
            continue;
        ++shown;
        const ui::Id id(row.project.id);
        if (!choice_ui(icon::briefcase, row.project.name, row.client_name))
            continue;
        send_move(
            row.project, found.value->version, sheet.client.id, display_name(sheet.client), context
        );
        dialog.close();
    }
    list.reset();
    if (shown == 0)
        ui::caption(tx::link_nothing);
}

} // namespace carnet::views
