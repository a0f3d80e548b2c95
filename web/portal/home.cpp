// Home (pictures 10, 10b): what awaits an answer, the projects' progress, the latest documents and
// messages, the next milestones.
#include "shared/core/format.hpp"
#include "shared/core/text.hpp"
#include "shared/texts/format.hpp"
#include "shared/texts/portal.hpp"
#include "web/portal/portal.hpp"

#include <algorithm>

namespace carnet::portal {

namespace tx = texts::portal;

namespace {

// Of the milestones that are not reached, the first.
Date next_date(const Home& home) {
    Date next;
    for (const Project& project : home.projects)
        for (const Milestone& milestone : project.milestones)
            if (!milestone.is_done && milestone.due_on.is_set() &&
                (!next.is_set() || milestone.due_on < next))
                next = milestone.due_on;
    return next;
}

void greeting_ui(Portal& portal, const Home& home) {
    const Me& me = portal.me();
    const std::string& name = me.first_name.empty() ? me.name : me.first_name;
    const ui::Column column(2);
    ui::heading(
        fill(portal.tr(tx::hello), {{"name", name}}), {.level = 1, .type = ui::Type::display}
    );
    const Place* place = portal.place();
    if (!place || !(place->rights.projects || place->rights.documents))
        return ui::paragraph(tx::nothing_open, {.color = ui::Color::text_2});
    const auto count = static_cast<long long>(home.to_approve.size());
    const bool may = place && place->rights.approve;
    std::string line =
        count == 0 ? portal.tr(tx::nothing_waiting)
                   : plural(may ? tx::waiting : tx::waiting_read_only, count, portal.language());
    if (home.new_documents > 0)
        line += " " + plural(tx::new_documents, home.new_documents, portal.language());
    if (const Date next = next_date(home); next.is_set())
        line += " " + fill(portal.tr(tx::next_date), {{"date", portal.short_date(next)}});
    if (line.back() != '.') // "24 nov." has one already.
        line += '.';
    ui::paragraph(line, {.color = ui::Color::text_2});
}

void to_approve_head_ui(const Portal& portal) {
    const ui::Rect bar = ui::place(ui::avail_width(), 40);
    ui::draw::fill_corners(
        {bar.x + 1, bar.y + 1, bar.w - 2, bar.h - 1},
        ui::color(ui::Color::warn_soft),
        7,
        ImDrawFlags_RoundCornersTop
    );
    ui::Rect inside = bar.inset(ui::is_phone() ? 16 : 20, 0);
    ui::draw::icon(
        inside.cut_left(18).center(), icon::rosette_discount_check, 18, ui::Color::warn_text
    );
    inside.cut_left(8);
    ui::draw::text(
        inside, portal.tr(tx::to_approve), ui::Color::warn_text, {.weight = ui::Weight::semibold}
    );
}

std::string
sent_line(const Portal& portal, const Deliverable& deliverable, const Version& version) {
    return fill(
        portal.tr(version.by.empty() ? tx::sent_when_only : tx::sent_when),
        {{"project", deliverable.project},
         {"when", portal.when(version.created_at)},
         {"by", version.by}}
    );
}

void to_approve_words_ui(
    const Portal& portal, const Deliverable& deliverable, const std::string& title
) {
    const Version& version = deliverable.versions.front();
    ui::heading(title, {.level = 2, .type = ui::Type::heading, .width = ui::fill});
    ui::paragraph(
        sent_line(portal, deliverable, version),
        {.color = ui::Color::text_3, .type = ui::Type::small}
    );
    const std::string& words = version.note.empty() ? deliverable.description : version.note;
    if (!words.empty())
        ui::paragraph(words, {.color = ui::Color::text_2});
}

// A picture stands on the left; on a phone the buttons are below both.
void to_approve_body_ui(Portal& portal, const Deliverable& deliverable, const std::string& title) {
    const bool phone = ui::is_phone();
    const Version& version = deliverable.versions.front();
    if (has_preview(version)) {
        const float width = phone ? 88 : 176, gap = phone ? 12 : 20;
        ui::Columns columns(
            {width, ui::avail_width() - width - gap}, {.gap = gap, .stack_on_phone = false}
        );
        preview_ui(portal, version, width, phone ? 64 : 128);
        columns.next();
        const ui::Column column(6);
        to_approve_words_ui(portal, deliverable, title);
        if (!phone) {
            ui::space(6);
            answer_buttons_ui(portal, deliverable, true);
        }
    }
    const ui::Column column(6);
    if (!has_preview(version))
        to_approve_words_ui(portal, deliverable, title);
    if (phone || !has_preview(version)) {
        ui::space(6);
        answer_buttons_ui(portal, deliverable, true);
    }
}

void to_approve_ui(Portal& portal, const Deliverable& deliverable) {
    if (deliverable.versions.empty())
        return;
    const ui::Id id(deliverable.id);
    const Version& version = deliverable.versions.front();
    const std::string title = fill(
        portal.tr(tx::version_of),
        {{"name", deliverable.name}, {"n", std::to_string(version.number)}}
    );
    const ui::a11y::Scope scope("region", portal.tr(tx::to_approve) + " " + title);
    const ui::Card card({.padding_x = 0, .padding_y = 0, .line = ui::Color::warn_line});
    const ui::Column tight(0);
    to_approve_head_ui(portal);
    {
        const float pad = ui::is_phone() ? 16 : 20;
        const ui::Card inner(
            {.padding_x = pad, .padding_y = 16, .fill = ui::Color::clear, .line = ui::Color::clear}
        );
        to_approve_body_ui(portal, deliverable, title);
    }
    if (!deliverable.may_answer)
        return;
    const float room = ui::avail_width() - 64;
    const float height =
        ui::wrapped_height(portal.tr(tx::sealed), room, {.type = ui::Type::small}) + 20;
    const ui::Rect foot = ui::place(ui::avail_width(), height);
    ui::draw::fill_corners(
        {foot.x + 1, foot.y, foot.w - 2, foot.h - 1},
        ui::color(ui::Color::subtle),
        7,
        ImDrawFlags_RoundCornersBottom
    );
    ui::draw::fill({foot.x + 1, foot.y, foot.w - 2, ui::draw::hairline()}, ui::Color::line_1);
    ui::draw::icon({foot.x + 28, foot.center().y}, icon::shield_check, 16, ui::Color::text_3);
    const ui::Rect words{foot.x + 44, foot.y + 10, room, foot.h - 20};
    ui::draw::text_wrapped(
        words, portal.tr(tx::sealed), ui::Color::text_3, {.type = ui::Type::small}
    );
    ui::a11y::text(tx::sealed, words);
}

void projects_card_ui(Portal& portal, const Home& home) {
    Panel panel(tx::your_projects, 20, &portal, &tx::all_projects, Screen::projects);
    if (home.projects.empty()) {
        ui::paragraph(tx::no_projects, {.color = ui::Color::text_3});
        ui::space(12);
        return;
    }
    constexpr std::size_t most = 5;
    for (std::size_t i = 0; i < std::min(home.projects.size(), most); ++i) {
        panel.row_line();
        project_row_ui(portal, home.projects[i], true);
    }
}

void documents_card_ui(Portal& portal, const Home& home) {
    const Panel panel(tx::recent_documents, 20, &portal, &tx::all_documents, Screen::documents);
    if (home.documents.empty())
        ui::paragraph(tx::no_documents, {.color = ui::Color::text_3});
    for (const File& file : home.documents)
        file_row_ui(portal, file);
    ui::space(8);
}

void messages_card_ui(Portal& portal, const Home& home) {
    Panel panel(tx::messages, 16, &portal, &tx::open_messages, Screen::messages);
    panel.row_line();
    ui::space(4);
    messages_list_ui(portal, home.messages, true);
    composer_ui(portal);
    ui::space(12);
}

void day_ui(const Portal& portal, Date date) {
    const ui::Rect box = ui::place(40, 40);
    ui::draw::border(box, ui::Color::line_2, 6);
    ui::draw::fill_corners(
        {box.x + 1, box.y + 1, box.w - 2, 15},
        ui::color(ui::Color::inset),
        5,
        ImDrawFlags_RoundCornersTop
    );
    const auto day = split(date);
    ui::draw::text(
        {box.x, box.y + 1, box.w, 15},
        portal.tr(texts::short_months[static_cast<std::size_t>(day.month - 1)]),
        ui::Color::text_3,
        {.type = ui::Type::micro, .align = ui::Align::center}
    );
    ui::draw::text(
        {box.x, box.y + 16, box.w, 23},
        std::to_string(day.day),
        ui::Color::text,
        {.weight = ui::Weight::semibold, .align = ui::Align::center}
    );
}

void milestones_card_ui(Portal& portal, const Home& home) {
    std::vector<Milestone> next;
    for (const Project& project : home.projects)
        for (Milestone milestone : project.milestones)
            if (!milestone.is_done && milestone.due_on.is_set()) {
                milestone.project = project.name;
                next.push_back(std::move(milestone));
            }
    if (next.empty())
        return;
    std::stable_sort(next.begin(), next.end(), [](const auto& a, const auto& b) {
        return a.due_on < b.due_on;
    });
    const Panel panel(tx::next_milestones, 16);
    for (std::size_t i = 0; i < std::min<std::size_t>(next.size(), 4); ++i) {
        const ui::Id id(next[i].id);
        const ui::a11y::Scope item("group", next[i].name);
        const ui::Row row({.height = 56, .gap = 12});
        day_ui(portal, next[i].due_on);
        const ui::Rect box = ui::place(ui::avail_width(), 40);
        ui::draw::text(
            {box.x, box.y, box.w, 20}, next[i].name, ui::Color::text, {.weight = ui::Weight::medium}
        );
        ui::draw::text(
            {box.x, box.y + 20, box.w, 18},
            next[i].project,
            ui::Color::text_3,
            {.type = ui::Type::small}
        );
        ui::a11y::text(
            next[i].name + ", " + portal.long_date(next[i].due_on) + ", " + next[i].project, box
        );
    }
    ui::space(4);
}

// Whom to ask.
void team_card_ui(Portal& portal, const Home& home) {
    if (home.team.name.empty())
        return;
    const ui::a11y::Scope scope("region", tx::your_team);
    const ui::Card card({.padding_x = 16, .padding_y = 8});
    const ui::Row row({.height = 56, .gap = 12});
    ui::avatar(
        home.team.name,
        static_cast<std::uint64_t>(std::hash<std::string>{}(home.team.name) | 1u),
        {.size = 40, .hidden_from_mirror = true}
    );
    const float buttons = home.team.phone.empty() ? 56 : 108;
    const ui::Rect box = ui::place(std::max(60.0f, ui::avail_width() - buttons), 40);
    ui::draw::text(
        {box.x, box.y, box.w, 20}, home.team.name, ui::Color::text, {.weight = ui::Weight::medium}
    );
    ui::draw::text(
        {box.x, box.y + 20, box.w, 18},
        portal.tr(tx::your_team),
        ui::Color::text_3,
        {.type = ui::Type::small}
    );
    ui::a11y::text(home.team.name + ", " + portal.tr(tx::your_team), box);
    ui::spring();
    const std::string shown = format_phone(home.team.phone, portal.language());
    if (!shown.empty() &&
        ui::icon_button(
            icon::phone,
            fill(portal.tr(tx::call), {{"name", home.team.name}, {"phone", shown}}),
            {.kind = ui::ButtonKind::secondary, .size = ui::Size::md}
        ))
        platform::open_url("tel:" + home.team.phone);
    if (!home.team.email.empty() && ui::icon_button(
                                        icon::mail,
                                        fill(portal.tr(tx::write_mail), {{"name", home.team.name}}),
                                        {.kind = ui::ButtonKind::secondary, .size = ui::Size::md}
                                    ))
        platform::open_url("mailto:" + home.team.email);
}

void aside_ui(Portal& portal, const Home& home, const Rights& rights) {
    if (rights.projects) {
        messages_card_ui(portal, home);
        milestones_card_ui(portal, home);
    }
    team_card_ui(portal, home);
}

void main_column_ui(Portal& portal, const Home& home, const Rights& rights) {
    for (const Deliverable& deliverable : home.to_approve)
        to_approve_ui(portal, deliverable);
    if (rights.projects)
        projects_card_ui(portal, home);
    if (rights.documents)
        documents_card_ui(portal, home);
}

} // namespace

void home_ui(Portal& portal, bool wide) {
    const Place* place = portal.place();
    if (!place)
        return greeting_ui(portal, {});
    const auto& home = portal.get<Home>(portal.client_path("home"));
    if (home.error && !home.value)
        return no_content_ui(portal, *home.error);
    if (!home.value) {
        if (ui::waited_long(home.asked_at_ms))
            ui::loading();
        return;
    }
    const Home& value = *home.value;
    greeting_ui(portal, value);
    if (!place->rights.projects && !place->rights.documents) {
        const ui::Width narrow(std::min(352.0f, ui::avail_width()));
        return team_card_ui(portal, value);
    }
    if (!wide) {
        main_column_ui(portal, value, place->rights);
        aside_ui(portal, value, place->rights);
        return;
    }
    ui::Columns columns({744, 352}, {.gap = 24});
    {
        const ui::Column column(20);
        main_column_ui(portal, value, place->rights);
    }
    columns.next();
    const ui::Column column(20);
    aside_ui(portal, value, place->rights);
}

} // namespace carnet::portal
