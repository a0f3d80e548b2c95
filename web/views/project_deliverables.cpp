// The card Livrables of a project's page (CF-26): the versions, their state, and who answered what
// to which of them.
#include "shared/core/format.hpp"
#include "shared/core/json.hpp"
#include "shared/texts/app_common.hpp"
#include "shared/texts/app_net.hpp"
#include "shared/texts/app_projects.hpp"
#include "web/app/uploads.hpp"
#include "web/views/project_view.hpp"

namespace carnet::views {

namespace {

using namespace app;
namespace tx = texts::projects;

ui::BadgeOptions badge_of(DeliverableState state) {
    const auto& choice = deliverable_state_choices[static_cast<std::size_t>(state)];
    return ui::deliverable_state_badge(choice.value);
}

std::string path_of(const Deliverable& deliverable, std::string_view action = {}) {
    return "/api/deliverables/" + std::to_string(deliverable.id) + std::string(action);
}

void menu_ui(
    ProjectView& view,
    const net::ProjectPage& page,
    const net::DeliverableItem& item,
    Context& context
) {
    const Deliverable& deliverable = item.deliverable;
    const std::string name = fill(context.tr(tx::deliverable_menu), {{"name", deliverable.name}});
    if (ui::icon_button(icon::dots, name, {.size = ui::Size::xs, .id = "menu", .has_popup = true}))
        ui::open_menu("deliverable");
    ui::Menu menu{"deliverable", {.width = 260, .align_right = true}};
    if (!menu)
        return;
    if (menu.item(tx::edit, {.icon = icon::pencil}))
        begin_row(view, page, EntityOf<Deliverable>::spec, path_of(deliverable), &deliverable);
    readers_item(menu, {page.project.client_id, "deliverable", deliverable.id}, context);
    const bool waits = deliverable.state == DeliverableState::to_approve;
    if (waits && menu.item(tx::withdraw, {.icon = icon::arrow_left}))
        act_on_row(page, path_of(deliverable, "/withdraw"), context.tr(tx::withdrawn), context);
    if (deliverable.state == DeliverableState::preparing && !item.versions.empty() &&
        menu.item(tx::submit, {.icon = icon::send}))
        act_on_row(page, path_of(deliverable, "/submit"), context.tr(tx::submitted), context);
}

std::string number(std::int64_t n) {
    return std::to_string(n);
}

void version_ui(const DeliverableVersion& version, const std::string& by, Context& context) {
    const ui::Id id(version.id);
    {
        const ui::Row row({.height = 24});
        ui::icon(icon::paperclip, {.size = 16});
        ui::text(
            fill(context.tr(tx::version), {{"n", number(version.number)}}),
            {.weight = ui::Weight::medium}
        );
        const std::string file = "/api/deliverable-versions/" + number(version.id) + "/file";
        const float room = std::max(60.0f, ui::avail_width() - 90);
        const float width = std::min(room, ui::text_width(version.file_name) + 1);
        if (ui::link(version.file_name, {.href = file, .width = width}))
            context.send(Download{file});
        ui::spring();
        ui::caption(format_size(static_cast<std::uint64_t>(version.size_bytes), context.language));
    }
    const std::string date = short_date(local_date(version.created_at), context);
    ui::caption(fill(context.tr(tx::version_by), {{"date", date}, {"name", by}}));
    if (!version.note.empty())
        ui::paragraph(version.note, {.color = ui::Color::text_2, .type = ui::Type::small});
}

std::int64_t number_of(const net::DeliverableItem& item, std::int64_t version_id) {
    for (const auto& version : item.versions)
        if (version.version.id == version_id)
            return version.version.number;
    return 0;
}

void approval_ui(
    const net::DeliverableItem& item, const net::ApprovalItem& answer, Context& context
) {
    const Approval& approval = answer.approval;
    const bool approved = approval.decision == ApprovalDecision::approved;
    const ui::Id id(approval.id);
    const std::string words = fill(
        context.tr(approved ? tx::answered_approved : tx::answered_corrections),
        {{"n", number(number_of(item, approval.version_id))},
         {"name", answer.by},
         {"date", when(approval.decided_at, context)}}
    );
    const ui::Row row({.height = 0, .gap = 6});
    ui::icon(
        approved ? icon::rosette_discount_check : icon::message_2,
        {.size = 16, .color = approved ? ui::Color::ok_text : ui::Color::bad_text}
    );
    if (ui::icon_button(icon::download, tx::certificate, {.size = ui::Size::xs}))
        context.send(Download{"/api/approvals/" + number(approval.id) + "/certificate"});
    const ui::Width limit(ui::avail_width());
    ui::paragraph(
        approval.comment.empty() ? words : words + "\n« " + approval.comment + " »",
        {.color = ui::Color::text_2, .type = ui::Type::small}
    );
}

// Files of this deliverable on their way.
void uploads_ui(const Deliverable& deliverable, Context& context) {
    std::vector<FileUpload> mine; // A copy: a click may take one away.
    for (const FileUpload& upload : context.uploads.all())
        if (upload.deliverable_id == deliverable.id)
            mine.push_back(upload);
    for (const FileUpload& upload : mine) {
        const ui::Id id(std::int64_t{upload.handle});
        const auto named = [&](const Text& text) {
            return fill(context.tr(text), {{"name", upload.name}});
        };
        const bool failed = upload.state == FileUpload::State::failed;
        const ui::Row row({.height = 24});
        ui::text(
            failed ? upload.error : named(tx::sending),
            {.color = failed ? ui::Color::bad_text : ui::Color::text_2,
             .type = ui::Type::small,
             .width = std::max(60.0f, ui::avail_width() - 180)}
        );
        const auto size = static_cast<float>(std::max<std::int64_t>(1, upload.size));
        if (!failed)
            ui::progress(
                static_cast<float>(upload.sent) / size, {.width = 90, .name = upload.name}
            );
        ui::spring();
        if (failed && ui::button(texts::retry, {.size = ui::Size::xs}))
            context.uploads.retry(upload.handle);
        if (ui::icon_button(icon::x, named(tx::cancel_sending), {.size = ui::Size::xs}))
            context.uploads.cancel(upload.handle);
    }
}

void deliverable_ui(
    ProjectView& view,
    const net::ProjectPage& page,
    const net::DeliverableItem& item,
    Context& context
) {
    const Deliverable& deliverable = item.deliverable;
    const ui::Id id(deliverable.id);
    const ui::a11y::Scope scope("listitem", deliverable.name);
    ui::separator(4);
    {
        const ui::Row row({.height = 32});
        const Text& label =
            deliverable_state_choices[static_cast<std::size_t>(deliverable.state)].label;
        const auto badge = badge_of(deliverable.state);
        const float taken = ui::badge_width(label, badge) + 16 + (page.may_edit ? 64.0f : 32.0f);
        const float room = std::max(60.0f, ui::avail_width() - taken);
        ui::text(
            deliverable.name,
            {.weight = ui::Weight::medium,
             .width = std::min(
                 room, ui::text_width(deliverable.name, {.weight = ui::Weight::medium}) + 1
             )}
        );
        ui::badge(label, badge);
        ui::spring();
        if (page.may_edit && ui::icon_button(
                                 icon::upload,
                                 fill(context.tr(tx::version_new), {{"name", deliverable.name}}),
                                 {.size = ui::Size::xs, .id = "version"}
                             )) {
            view.version_of = deliverable.id;
            context.send(PickFile{});
        }
        if (page.may_edit)
            menu_ui(view, page, item, context);
        else
            readers_button(
                {page.project.client_id, "deliverable", deliverable.id}, deliverable.name, context
            );
    }
    if (!deliverable.description.empty())
        ui::paragraph(
            deliverable.description, {.color = ui::Color::text_2, .type = ui::Type::small}
        );
    uploads_ui(deliverable, context);
    if (item.versions.empty())
        ui::caption(tx::no_version);
    for (const auto& version : item.versions)
        version_ui(version.version, version.by, context);
    for (const auto& answer : item.approvals)
        approval_ui(item, answer, context);
    ui::space(4);
}

} // namespace

void project_deliverables_ui(ProjectView& view, const net::ProjectPage& page, Context& context) {
    const ui::a11y::Scope region("region", tx::deliverables);
    const ui::Card card({.padding_x = 12, .padding_y = 8});
    const ui::Column column(4);
    ui::begin_card_header(
        tx::deliverables,
        page.deliverables.empty() ? std::string() : number(std::ssize(page.deliverables))
    );
    if (page.may_edit &&
        ui::icon_button(icon::plus, tx::deliverable_add, {.size = ui::Size::xs, .has_popup = true}))
        begin_row(
            view,
            page,
            EntityOf<Deliverable>::spec,
            "/api/projects/" + number(page.project.id) + "/deliverables",
            nullptr
        );
    ui::end_card_header();
    if (page.deliverables.empty())
        ui::paragraph(tx::no_deliverables, {.color = ui::Color::text_3});
    const ui::a11y::Scope list("list", tx::deliverables);
    for (const auto& item : page.deliverables)
        deliverable_ui(view, page, item, context);
}

} // namespace carnet::views
