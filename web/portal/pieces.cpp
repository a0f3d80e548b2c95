// Pieces that several screens of the portal share: cards, rows of projects, the answer to a
// deliverable. Files are in file_pieces.cpp.
#include "shared/core/json.hpp"
#include "shared/core/money.hpp"
#include "shared/core/text.hpp"
#include "shared/texts/portal.hpp"
#include "web/portal/portal.hpp"

#include <algorithm>

namespace carnet::portal {

namespace tx = texts::portal;

Panel::Panel(ui::Label title, float padding, Portal* portal, const Text* link, Screen screen)
    : _scope("region", title), _card({.padding_x = ui::is_phone() ? 16 : padding, .padding_y = 0}),
      _column(4), _padding(ui::is_phone() ? 16 : padding) {
    const ui::Row row({.height = 44});
    ui::heading(title, {.level = 2, .type = ui::Type::subhead});
    if (!portal || !link)
        return;
    ui::spring();
    if (ui::link(*link, {.href = portal->href(screen)}))
        portal->go(screen);
}

void Panel::row_line() {
    const ImVec2 from = ui::cursor();
    const float width = ui::avail_width() + 2 * _padding;
    ui::draw::fill({from.x - _padding, from.y, width, ui::draw::hairline()}, ui::Color::line_1);
    ui::space(1);
}

Text project_state_label(std::string_view state) {
    return state == "running"   ? tx::state_running
           : state == "waiting" ? tx::state_waiting
           : state == "done"    ? tx::state_done
                                : tx::state_cancelled;
}

Text deliverable_state_label(std::string_view state) {
    return state == "to_approve"          ? tx::to_approve
           : state == "approved"          ? tx::state_approved
           : state == "changes_requested" ? tx::state_changes
                                          : tx::state_preparing;
}

namespace {

// "Plans": the first milestone that is not reached.
const Milestone* next_of(const Project& project) {
    const auto next = std::find_if(
        project.milestones.begin(),
        project.milestones.end(),
        [](const Milestone& milestone) { return !milestone.is_done; }
    );
    return next == project.milestones.end() ? nullptr : &*next;
}

// The milestones on a line (picture 10): reached, the next one, those that follow.
void steps_ui(const Portal& portal, const Project& project) {
    const auto& steps = project.milestones;
    const ui::Rect area = ui::place(ui::avail_width(), 40);
    const Milestone* next = next_of(project);
    const float half = 48;
    const float room = area.w - 2 * half;
    const auto x_of = [&](std::size_t i) {
        return area.x + half + room * static_cast<float>(i) / static_cast<float>(steps.size() - 1);
    };
    ui::draw::fill({area.x + half, area.y + 7, room, 2}, ui::Color::line_2, 1);
    const std::size_t at = next ? static_cast<std::size_t>(next - steps.data()) : steps.size() - 1;
    ui::draw::fill({area.x + half, area.y + 7, x_of(at) - area.x - half, 2}, ui::Color::accent, 1);
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const Milestone& step = steps[i];
        const ImVec2 center{x_of(i), area.y + 8};
        const bool current = &step == next;
        ui::draw::circle(
            center, 8, ui::color(step.is_done ? ui::Color::accent : ui::Color::surface)
        );
        if (step.is_done)
            ui::draw::icon(center, icon::check, 12, ui::Color::on_accent);
        else
            ui::draw::ring(
                center,
                8,
                ui::color(current ? ui::Color::accent : ui::Color::line_3),
                current ? 2.0f : 1.5f
            );
        const ui::Rect label{center.x - half, area.y + 20, 2 * half, 18};
        ui::draw::text(
            label,
            step.name,
            current ? ui::Color::text : ui::Color::text_3,
            {.type = ui::Type::small,
             .weight = current ? ui::Weight::medium : ui::Weight::regular,
             .align = ui::Align::center}
        );
        ui::a11y::text(
            step.is_done ? step.name + ", " + portal.tr(tx::milestone_done) : step.name, label
        );
    }
}

std::string next_line(const Portal& portal, const Project& project) {
    std::string line;
    if (const Milestone* next = next_of(project))
        line = fill(
            portal.tr(next->due_on.is_set() ? tx::next_step : tx::next_step_undated),
            {{"name", next->name}, {"date", portal.short_date(next->due_on)}}
        );
    // On wider screens the delivery stands beside the name.
    if (ui::is_phone() && project.due_on.is_set())
        line += (line.empty() ? "" : " · ") +
                fill(portal.tr(tx::delivery_on), {{"date", portal.short_date(project.due_on)}});
    return line;
}

} // namespace

void project_row_ui(Portal& portal, const Project& project, bool with_name) {
    const ui::Id id(project.id);
    const ui::a11y::Scope item("group", project.name);
    const ui::Column tight(2);
    const std::string percent = format_percent(project.progress, portal.language());
    const float name_room = ui::avail_width() - (ui::is_phone() ? 70.0f : 320.0f);
    const float width = std::min(
        std::max(60.0f, name_room), ui::text_width(project.name, {.type = ui::Type::subhead}) + 2
    );
    ui::space(6);
    {
        const ui::Row row({.height = 28});
        if (with_name && ui::link(
                             project.name,
                             {.href = portal.href(Screen::project, project.id),
                              .type = ui::Type::subhead,
                              .color = ui::Color::text,
                              .weight = ui::Weight::semibold,
                              .width = width}
                         ))
            portal.go(Screen::project, project.id);
        if (!with_name || !ui::is_phone())
            ui::badge(project_state_label(project.state), ui::project_state_badge(project.state));
        ui::spring();
        if (!ui::is_phone() && project.due_on.is_set())
            ui::caption(
                fill(portal.tr(tx::delivery_on), {{"date", portal.short_date(project.due_on)}})
            );
        ui::text(percent, {.weight = ui::Weight::semibold});
    }
    const bool steps =
        !ui::is_phone() && project.milestones.size() >= 2 && project.milestones.size() <= 6;
    const std::string name = fill(portal.tr(tx::progress_of), {{"name", project.name}});
    ui::space(4);
    // The line of milestones says it already.
    if (!steps)
        ui::progress(
            static_cast<float>(project.progress) / 100,
            {.color = project.progress >= 100 ? ui::Color::ok : ui::Color::accent, .name = name}
        );
    ui::space(6);
    if (steps)
        steps_ui(portal, project);
    else if (const std::string line = next_line(portal, project); !line.empty())
        ui::paragraph(line, {.color = ui::Color::text_3, .type = ui::Type::small});
    ui::space(8);
}

void answer_buttons_ui(Portal& portal, const Deliverable& deliverable, bool with_open) {
    const Version& version = deliverable.versions.front();
    const bool phone = ui::is_phone();
    const bool preview = portal.me().preview;
    const auto begin = [&](bool changes) {
        portal.answer = {.open = true, .changes = changes, .deliverable = deliverable};
        platform::wake();
    };
    const auto big = phone ? ui::Size::lg : ui::Size::md;
    if (deliverable.may_answer && phone &&
        ui::button(
            tx::approve,
            {.kind = ui::ButtonKind::primary,
             .size = big,
             .icon = icon::check,
             .disabled = preview,
             .disabled_reason = tx::preview_refused,
             .width = ui::fill}
        ))
        begin(false);
    const ui::Row row({.wrap = !phone});
    if (deliverable.may_answer) {
        if (!phone && ui::button(
                          tx::approve,
                          {.kind = ui::ButtonKind::primary,
                           .size = big,
                           .icon = icon::check,
                           .disabled = preview,
                           .disabled_reason = tx::preview_refused}
                      ))
            begin(false);
        if (ui::button(
                phone ? tx::ask_changes_short : tx::ask_changes,
                {.size = big,
                 .icon = icon::message_2,
                 .disabled = preview,
                 .disabled_reason = tx::preview_refused,
                 .width = phone ? ui::fill : 0.0f}
            ))
            begin(true);
    }
    if (with_open && ui::button(
                         tx::open,
                         {.kind = phone ? ui::ButtonKind::secondary : ui::ButtonKind::ghost,
                          .size = big,
                          .icon = icon::external_link,
                          .width = phone ? ui::fill : 0.0f}
                     ))
        platform::open_url(version_path(version) + "?inline=1");
}

namespace {

void send_answer(Portal& portal) {
    AnswerForm& form = portal.answer;
    if (form.changes && !text::readable(form.comment)) {
        form.error = portal.tr(tx::comment_missing);
        return;
    }
    form.error.clear();
    form.ticket = portal.send(
        "POST",
        "deliverables/" + std::to_string(form.deliverable.id) + "/answer",
        Json{
            {"version", form.deliverable.versions.front().id},
            {"decision", form.changes ? "changes_requested" : "approved"},
            {"comment", form.comment}},
        [&portal](const net::Outcome& outcome) {
            AnswerForm& open = portal.answer;
            if (outcome.ok()) {
                ui::toast({.title = open.changes ? tx::changes_toast : tx::approved_toast});
                open = {};
                return;
            }
            open.error = outcome.error->message;
        }
    );
}

} // namespace

void answer_dialog_ui(Portal& portal) {
    AnswerForm& form = portal.answer;
    if (!form.open)
        return;
    const Version& version = form.deliverable.versions.front();
    const bool busy = form.ticket && !form.ticket->done;
    // A phone has no room for the name in it; the text below says which file.
    const Text& words = !form.changes    ? tx::approve_title
                        : ui::is_phone() ? tx::ask_changes
                                         : tx::changes_title;
    const std::string title = fill(portal.tr(words), {{"name", form.deliverable.name}});
    ui::Dialog dialog("answer", form.open, {.title = title, .width = 560, .can_close = !busy});
    if (!dialog)
        return;
    ui::paragraph(fill(
        portal.tr(form.changes ? tx::changes_text : tx::approve_text),
        {{"n", std::to_string(version.number)}, {"file", version.file_name}}
    ));
    ui::text_field(
        form.changes ? tx::comment : tx::comment_optional,
        form.comment,
        {.field =
             {.help = form.changes ? ui::Label(tx::comment_help) : ui::Label(),
              .required = form.changes,
              .id = "comment"},
         .max_length = 2000,
         .lines = 4}
    );
    if (!form.error.empty())
        ui::note(form.error, {.tone = ui::Tone::bad, .alert = true, .id = "answer-error"});
    ui::paragraph(tx::sealed, {.color = ui::Color::text_3, .type = ui::Type::small});
    dialog.footer();
    ui::spring();
    if (ui::button(tx::cancel, {.kind = ui::ButtonKind::ghost, .size = ui::Size::md}) && !busy)
        dialog.close();
    if (ui::button(
            form.changes ? tx::send_changes : tx::approve,
            {.kind = ui::ButtonKind::primary,
             .size = ui::Size::md,
             .icon = form.changes ? icon::message_2 : icon::check,
             .busy = busy}
        ) &&
        !busy)
        send_answer(portal);
}

} // namespace carnet::portal
