// The frame of the import: steps, the file, the result.
#include "web/views/import_view.hpp"

#include "shared/core/json.hpp"
#include "shared/core/money.hpp"
#include "shared/texts/app_common.hpp"
#include "shared/texts/app_import.hpp"
#include "shared/texts/app_net.hpp"
#include "shared/texts/app_shell.hpp"
#include "web/net/decode.hpp"

namespace carnet::views {

namespace {

using namespace app;

void upload(ImportView& view, std::uint32_t handle, const std::string& name, Context& context) {
    view = {};
    view.file_name = name;
    view.upload = new_ticket();
    Write write{.ticket = view.upload, .quiet_errors = true};
    write.request.path = "/api/imports?name=" + net::url_encode(name);
    write.request.file = handle;
    context.send(std::move(write));
}

void take_upload(ImportView& view, Context& context) {
    if (!view.upload || !view.upload->done)
        return;
    if (view.upload->ok()) {
        view.file = net::decode_import(*view.upload->answer, context.language);
        view.mapping.clear();
        for (const auto& column : view.file.columns)
            view.mapping.push_back(column.suggested);
        view.step = ImportStep::mapping;
    } else {
        view.error = view.upload->error;
    }
    view.upload.reset();
}

void take_apply(ImportView& view) {
    if (!view.apply || !view.apply->done)
        return;
    if (view.apply->ok()) {
        view.action = json_int(*view.apply->answer, "action");
        view.result = view.run ? view.run->plan : net::ImportPlan{};
        view.result.create = json_int(*view.apply->answer, "created", view.result.create);
        view.result.update = json_int(*view.apply->answer, "updated", view.result.update);
        view.result.refused = json_int(*view.apply->answer, "refused", view.result.refused);
        view.step = ImportStep::done;
    } else {
        view.error = view.apply->error;
    }
    view.apply.reset();
}

void steps_ui(const ImportView& view, Context& context) {
    const Text* names[] = {
        &texts::import_step_file,
        &texts::import_step_mapping,
        &texts::import_step_plan,
        &texts::import_step_done};
    const ui::a11y::Scope list("list", texts::import_steps);
    for (int i = 0; i < 4; ++i) {
        const ui::Id id(i + 1);
        const bool current = static_cast<int>(view.step) == i,
                   done = i < static_cast<int>(view.step);
        if (i > 0)
            ui::icon(icon::chevron_right, {.size = 14});
        const ui::a11y::Scope step("listitem", ui::Label());
        if (done)
            ui::icon(icon::check, {.color = ui::Color::ok});
        ui::text(
            *names[i],
            {.color = current ? ui::Color::text : ui::Color::text_3,
             .type = ui::Type::small,
             .weight = current ? ui::Weight::semibold : ui::Weight::regular}
        );
    }
    (void)context;
}

void bar_ui(ImportView& view, Context& context, ui::Rect bar) {
    const ui::Bar frame(bar, {.padding = 16});
    const ui::Crumb crumbs[] = {{texts::clients, true}, {texts::import_title}};
    if (ui::breadcrumb(crumbs) == 0)
        context.send(GoBack{});
    if (!ui::is_phone()) {
        ui::separator();
        steps_ui(view, context);
    }
    ui::spring();
    if (view.step == ImportStep::mapping || view.step == ImportStep::plan)
        if (ui::button(texts::import_other, {.kind = ui::ButtonKind::ghost}))
            view = {};
    if (ui::button(texts::close, {.kind = ui::ButtonKind::ghost, .icon = icon::x}))
        context.send(GoBack{});
}

} // namespace

void import_file_ui(ImportView& view, Context& context, ui::Rect box) {
    const ui::Region region(
        "file", box, {.padding_x = 24, .padding_y = 32, .role = "main", .name = texts::import_title}
    );
    const bool busy = view.upload && !view.upload->done;
    const float width = std::min(560.0f, ui::avail_width());
    const ui::Rect zone = [&] {
        const ImVec2 at = ui::cursor();
        ui::at(at.x + (ui::avail_width() - width) / 2, at.y);
        return ui::place(width, 264);
    }();
    ui::draw::fill(zone, ui::Color::subtle, ui::metric::radius_card);
    ui::draw::dashed_border(zone, ui::Color::line_ctl);
    if (busy) {
        ui::at(zone.centered(160, 20));
        ui::loading(texts::import_uploading);
        return;
    }
    const auto event = ui::empty_state(
        zone,
        {.title = texts::import_drop_title,
         .text = texts::import_drop_text,
         .action = texts::import_choose,
         .action_icon = icon::upload,
         .width = 420}
    );
    if (event == ui::EmptyEvent::action)
        context.send(PickFile{".csv,.txt,.tsv,text/csv"});
    ui::at(zone.x, zone.bottom() + 16);
    const ui::Width limit(width);
    if (view.error)
        ui::note(
            view.error->message,
            {.tone = ui::Tone::bad, .strong = texts::import_failed, .width = width, .alert = true}
        );
}

void import_done_ui(ImportView& view, Context& context, ui::Rect box) {
    const auto number = [&](std::int64_t n) { return format_number(n, context.language); };
    const std::string words = fill(
        context.tr(texts::import_done_text),
        {{"created", number(view.result.create)},
         {"updated", number(view.result.update)},
         {"refused", number(view.result.refused)}}
    );
    const auto event = ui::empty_state(
        box,
        {.title = texts::import_done_title,
         .text = words,
         .action = texts::import_see,
         .second_action = view.action ? ui::Label(texts::import_undo) : ui::Label(),
         .width = 360}
    );
    if (event == ui::EmptyEvent::action)
        context.send(GoBack{});
    if (event == ui::EmptyEvent::second_action) {
        context.send(Undo{.action = view.action});
        view = {};
    }
}

void import_ui(ImportView& view, Context& context, ui::Rect panel) {
    context.title = context.tr(texts::import_title);
    if (!context.may(Permission::data_import)) {
        const auto event = ui::empty_state(
            panel,
            {.title = texts::import_denied_title,
             .text = texts::error_forbidden,
             .action = texts::to_clients}
        );
        if (event == ui::EmptyEvent::action)
            context.send(GoBack{});
        return;
    }
    if (context.dropped.handle)
        upload(view, context.dropped.handle, context.dropped.name, context);
    take_upload(view, context);
    take_apply(view);
    bar_ui(
        view,
        context,
        panel.cut_top(ui::is_phone() ? ui::metric::top_bar_phone : ui::metric::top_bar)
    );
    switch (view.step) {
    case ImportStep::file:
        return import_file_ui(view, context, panel);
    case ImportStep::mapping:
        return import_mapping_ui(view, context, panel);
    case ImportStep::plan:
        return import_plan_ui(view, context, panel);
    case ImportStep::done:
        return import_done_ui(view, context, panel);
    }
}

} // namespace carnet::views
